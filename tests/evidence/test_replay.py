"""What was captured is shown by pywb with its origin gone: each answer with status and bytes, pages in a browser."""

from __future__ import annotations

import base64
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Frame, Page

from allocution.cli import main
from allocution.views.evidence import replay_address
from tests.capture.media_server import Media, serving
from tests.capture.servers import HOST, Server, bytes_of, post_page, raw_server, running, telegram
from tests.chromium import launched
from tests.cli.test_capture_media import photo
from tests.evidence.pywb import index_of, replaying
from tests.publish.archives import write

# A picture that a browser shows; the video is only compared.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFElEQVR4nGP8z8DwnwEImBigAAAfFwICgH3ifwAAAABJRU5ErkJggg=="
)
VIDEO = random.Random(5).randbytes(300_000)


def posts(media: str) -> dict[str, str]:
    """Posts with a photo, the same at another address, and a video."""
    video = f'<video class="tgme_widget_message_video" src="{media}/v.mp4"></video>'
    return {
        "/Channel/14": post_page(
            "Channel/14", "Слова <b>поста</b>.<br>Никто не виноват.", before=photo(f"{media}/1.jpg") + video
        ),
        "/Channel/15": post_page("Channel/15", "И ещё.", before=photo(f"{media}/2.jpg")),
    }


LOADED = """async background => {
    const picture = new Image();
    picture.src = background.slice(5, -2);
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
}"""
NEWS = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Суд</title></head><body><article><h1>Суд</h1>'
    "<p>Подсудимая сказала последнее слово и не признала вины.</p></article></body></html>"
).encode()


@dataclass(frozen=True)
class Captured:
    """A WACZ file whose origins are gone: bytes and status by address, and words on pages."""

    wacz: Path
    answers: dict[str, tuple[int, bytes]]
    pages: dict[str, str]


def run(*arguments: object) -> None:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exit_code in (0, 1), result.output


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Captured:
    folder = tmp_path_factory.mktemp("replay")
    root = write(folder / "archive", {"hugo.toml": 'title = "x"\n'})
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
        NEWS
    )
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\ngone"
    media = Media({"/1.jpg": PICTURE, "/2.jpg": PICTURE, "/v.mp4": VIDEO}, kind="image/png")
    with (
        serving(media),
        telegram(posts(media.address)) as server,
        raw_server(bytes_of(head, NEWS)) as (news, _),
        raw_server(bytes_of(missing)) as (gone, _),
    ):
        addresses = [f"{server}/Channel/14-15", f"{news}/court", f"{gone}/x"]
        run("capture", *addresses, "--into", root, "--allow-host", HOST)
    wacz = folder / "captures.wacz"
    run("wacz", root, "--output", wacz)
    shown = posts(media.address).items()
    answers = {
        **{f"{server}{path}?embed=1&mode=tme": (200, page.encode()) for path, page in shown},
        **{f"{media.address}{path}": (200, data) for path, data in media.files.items()},
        f"{news}/court": (200, NEWS),
        f"{gone}/x": (404, b"gone"),
    }
    pages = {f"{server}/Channel/14?embed=1&mode=tme": "Никто не виноват.", f"{news}/court": "последнее слово"}
    return Captured(wacz, answers, pages)


@pytest.mark.parametrize("own_index", [False, True], ids=["its index", "our index"])
def test_pywb_shows_every_answer_as_it_was(captured: Captured, tmp_path: Path, own_index: bool) -> None:
    listed = index_of(captured.wacz)
    assert {str(each["url"]) for each in listed} == captured.answers.keys()
    with replaying(captured.wacz, tmp_path / "pywb", own_index=own_index) as replay:
        for each in listed:
            status, headers, body = replay.raw(str(each["url"]), str(each["moment"]))
            assert (status, body) == captured.answers[str(each["url"])]
            assert headers["memento-datetime"]
        assert replay.raw("http://never.captured.example/")[0] == 404


def test_a_browser_shows_the_pages(captured: Captured, tmp_path: Path) -> None:
    with replaying(captured.wacz, tmp_path / "pywb") as replay, launched() as browser:
        page = browser.new_page()
        for address, words in captured.pages.items():
            page.goto(replay.page(address))
            assert words in page.inner_text("body")
            for each in page.query_selector_all(".tgme_widget_message_photo_wrap"):
                shown = page.evaluate(
                    LOADED, str(each.evaluate("it => getComputedStyle(it).backgroundImage"))
                )
                assert shown == [2, 2]


PROGRAM = os.environ.get("REPLAYWEBPAGE", "")


@contextmanager
def shown_from(folder: Path) -> Iterator[str]:
    """A server of files at an origin of its own; its address."""
    handler = type("_Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    with running(Server((HOST, 0), partial(handler, directory=str(folder)))) as port:
        yield f"http://{HOST}:{port}"


@pytest.mark.skipif(not PROGRAM, reason="REPLAYWEBPAGE names no folder of ReplayWeb.page's package")
def test_replayweb_page_shows_the_pages(captured: Captured, tmp_path: Path) -> None:
    for name in ("index.html", "ui.js", "sw.js"):
        shutil.copy(Path(PROGRAM) / name, tmp_path)
    shutil.copy(captured.wacz, tmp_path / "public.wacz")
    moments = {str(each["url"]): str(each["moment"]) for each in index_of(captured.wacz)}
    with shown_from(tmp_path) as origin, launched() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for address, words in captured.pages.items():
            replay = f"{origin}/?source=public.wacz#view=pages&url={{address}}&ts={{timestamp}}"
            page.goto("about:blank")
            page.goto(replay_address(replay, address, _written(moments[address])))
            frame = _frame(page, address)
            assert words in frame.locator("body").inner_text()
            for each in frame.locator(".tgme_widget_message_photo_wrap").all():
                background = str(each.evaluate("it => getComputedStyle(it).backgroundImage"))
                assert frame.evaluate(LOADED, background) == [2, 2]
        assert {urlsplit(each).netloc for each in asked if each.startswith("http")} == {
            urlsplit(origin).netloc
        }


def _written(moment: str) -> str:
    """A moment of fourteen digits as the log has moments."""
    return f"{datetime.strptime(moment, '%Y%m%d%H%M%S'):%Y-%m-%dT%H:%M:%S}+00:00"


def _frame(page: Page, address: str) -> Frame:
    """The frame in which a captured page is shown, once it is."""
    for _ in range(300):
        for frame in page.frames:
            if frame.url.endswith(f"mp_/{address}") and frame.locator("body *").count():
                frame.wait_for_load_state()
                return frame
        page.wait_for_timeout(100)
    raise AssertionError(f"{address} isn't shown: {[each.url for each in page.frames]}")
