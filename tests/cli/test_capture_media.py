"""What posts have attached: downloaded to the disk, gone on with after a kill, kept once, never from elsewhere."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import signal
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.errors import CaptureError
from allocution.evidence.telegram_page import Attached, is_media_host, post_address, read_post
from allocution.store.downloading import Downloader
from allocution.store.fetching import Fetcher, Limits
from tests.capture.media_server import Media, serving
from tests.capture.servers import HOST, post_page, telegram
from tests.publish.archives import build_site, write

PHOTO = random.Random(1).randbytes(200_000)
VIDEO = random.Random(2).randbytes(3_500_000)
VOICE = random.Random(3).randbytes(50_000)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


def capture(archive: Path, *arguments: object) -> Result:
    return run("capture", *arguments, "--into", archive, "--allow-host", HOST)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n'})


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def photo(address: str) -> str:
    return (
        '<a class="tgme_widget_message_photo_wrap" href="x" '
        f"style=\"width:800px;background-image:url('{address}')\"></a>"
    )


def attached(media: str) -> str:
    """A post's photo, video with its still, voice message, and two documents."""
    return (
        photo(f"{media}/photo.jpg")
        + f'<a class="tgme_widget_message_video_player" href="x"><i class="tgme_widget_message_video_thumb" '
        f"style=\"background-image:url('{media}/still.jpg')\"></i>"
        f'<div class="tgme_widget_message_video_wrap"><video class="tgme_widget_message_video" '
        f'src="{media}/v.mp4?token=x"></video></div></a>'
        f'<audio class="tgme_widget_message_voice" src="{media}/voice.ogg"></audio>'
        '<a class="tgme_widget_message_document_wrap" href="https://t.me/Channel/14">'
        '<div class="tgme_widget_message_document_title">Речь.pdf</div>'
        '<div class="tgme_widget_message_document_extra">1.2 MB</div></a>'
        f'<a class="tgme_widget_message_reply" href="x"><div>{photo(f"{media}/of-others.jpg")}</div></a>'
    )


def served() -> Media:
    return Media(
        {"/photo.jpg": PHOTO, "/still.jpg": PHOTO[:999], "/v.mp4?token=x": VIDEO, "/voice.ogg": VOICE}
    )


def test_everything_that_a_post_has_is_kept(archive: Path) -> None:
    with (
        serving(served()) as media,
        telegram(
            {"/Channel/14": post_page("Channel/14", "Слова.", before=attached(media.address))}
        ) as server,
    ):
        result = capture(archive, f"{server}/Channel/14")
    assert result.exit_code == 0, result.output
    assert "Речь.pdf 1.2 MB" in result.output
    assert "The page gives no address of it" in result.output
    post, *kept = log(archive)
    assert [(each["kind"], each["of"], each["status"]) for each in kept] == [
        (kind, post["source"], "200") for kind in ("photo", "preview", "video", "voice")
    ]
    bodies = [PHOTO, PHOTO[:999], VIDEO, VOICE]
    for event, body in zip(kept, bodies, strict=True):
        assert (event["payload"], event["bytes"]) == (hashlib.sha256(body).hexdigest(), str(len(body)))
        plain = gzip.decompress((archive / "captures" / event["file"]).read_bytes())
        assert body in plain
        assert b"secret_of_the_visitor" not in plain
        assert b"Content-Type: image/jpeg" in plain
    assert [path for path, _ in media.asked] == ["/photo.jpg", "/still.jpg", "/v.mp4?token=x", "/voice.ogg"]
    checked = run("verify", archive)
    assert checked.exit_code == 0, checked.output
    assert {each.name for each in (archive / ".capturing").iterdir()} <= {".gitignore", "ready"}
    assert card(archive, post["source"]) == [
        (kind, hashlib.sha256(body).hexdigest(), len(body), "")
        for kind, body in zip(("photo", "preview", "video", "voice"), bodies, strict=True)
    ]
    damaged = archive / "captures" / kept[2]["file"]
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    assert run("verify", archive).exit_code == 1
    assert [note for *_, note in card(archive, post["source"]) if note] == [
        "This capture isn’t what was logged."
    ]
    assert card(archive, post["source"], "withhold:\n  - {text: Слова, reason: safety}\n") == []


def card(archive: Path, source: str, more: str = "") -> list[tuple[str, str, int, str]]:
    """What a statement's page says was kept with its only capture."""
    head = f"title: Анна Ким (клевета)\nlanguage: ru\nsourcelink: {source}\n{more}"
    write(archive, {"hugo.toml": 'languageCode = "en"\n', "content/a.md": f"---\n{head}---\nСлова.\n"})
    build_site(archive, archive.parent / "public")
    view = json.loads((archive.parent / "public/a/index.json").read_text())["evidence"]
    [kept] = view["sources"][0]["captures"]
    page = (archive.parent / "public/a/index.html").read_text()
    assert all(f"SHA-256 {each['sha256']}" in page for each in kept["files"])
    return [(each["kind"], each["sha256"], each["bytes"], each["note"]) for each in kept["files"]]


def test_bytes_that_are_there_already_are_kept_once(archive: Path) -> None:
    media = Media({"/1.jpg": PHOTO, "/2.jpg": PHOTO, "/3.jpg": VOICE})
    with serving(media):
        pages = {
            f"/Channel/{n}": post_page(
                "Channel/" + str(n), "Слова.", before=photo(f"{media.address}/{n}.jpg")
            )
            for n in (1, 2, 3)
        }
        pages["/Channel/4"] = post_page("Channel/4", "Ещё.", before=photo(f"{media.address}/1.jpg"))
        with telegram(pages) as server:
            result = capture(archive, f"{server}/Channel/1-4")
            assert "whose bytes the archive has already" in result.output
            capture(archive, f"{server}/Channel/1")
    kept = [event for event in log(archive) if "of" in event]
    first = kept[0]["file"]
    assert [event.get("same") for event in kept] == [None, first, None, first]
    assert [path for path, _ in media.asked] == ["/1.jpg", "/2.jpg", "/3.jpg", "/1.jpg"]  # in one run once
    with_photo = [
        each.name
        for each in (archive / "captures").glob("*.gz")
        if PHOTO in gzip.decompress(each.read_bytes())
    ]
    assert with_photo == [first]
    revisit = gzip.decompress((archive / "captures" / kept[1]["file"]).read_bytes())
    assert b"WARC-Type: revisit" in revisit
    assert f"WARC-Refers-To-Target-URI: {media.address}/1.jpg".encode() in revisit
    assert run("verify", archive).exit_code == 0
    wacz = archive.parent / "one.wacz"
    # A capture that refers to another one takes it along.
    assert run("wacz", archive, "--output", wacz, "--source", f"{server}/Channel/2").exit_code == 0
    assert run("verify", wacz).exit_code == 0
    with zipfile.ZipFile(wacz) as packed:
        assert f"archive/{first}" in packed.namelist()


def downloader(root: Path, **limits: Any) -> Downloader:
    root.mkdir(exist_ok=True)
    return Downloader(root, Fetcher([HOST], Limits(**{"seconds": 30.0, **limits})))


def body(download: Downloader, address: str) -> bytes:
    with download.body(address) as file:
        return file.read()


def test_a_killed_download_is_gone_on_with(archive: Path) -> None:
    """Killed for real in the middle of an answer; the next command asks for the rest."""
    media = Media({"/v.mp4": VIDEO}, stalls=2_500_000)
    with serving(media):
        page = post_page("Channel/14", "Слова.", before=f'<video src="{media.address}/v.mp4"></video>')
        with telegram({"/Channel/14": page}) as server:
            child = os.fork()
            if child == 0:
                capture(archive, f"{server}/Channel/14")
                os._exit(0)
            assert media.stalled.wait(60)
            beside = archive / ".capturing"
            while not any(json.loads(each.read_text())["safe"] for each in beside.glob("*.json")):
                time.sleep(0.05)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            assert len(log(archive)) == 1
            assert run("verify", archive).exit_code == 0
            media.stalls = 0
            result = capture(archive, f"{server}/Channel/14")
    assert result.exit_code == 0, result.output
    [(_, whole), (_, rest)] = media.asked
    assert (whole, rest[:6]) == ("", "bytes=")
    assert 1_000_000 < int(rest[6:-1]) < len(VIDEO)
    event = log(archive)[-1]
    assert event["payload"] == hashlib.sha256(VIDEO).hexdigest()
    plain = gzip.decompress((archive / "captures" / event["file"]).read_bytes())
    assert VIDEO in plain
    assert plain.count(b"part: from byte ") == 2
    assert b"HTTP/1.1 200 OK" in plain
    assert run("verify", archive).exit_code == 0


def test_a_broken_answer_is_gone_on_with_at_once(tmp_path: Path) -> None:
    with serving(Media({"/v": VIDEO}, breaks=[1_500_000, 1_200_000])) as media:
        download = downloader(tmp_path / "a")
        found = download.get(f"{media.address}/v")
        assert body(download, f"{media.address}/v") == VIDEO
    assert [asked for _, asked in media.asked] == ["", "bytes=1500000-", "bytes=2700000-"]
    assert (found.size, found.sha256) == (len(VIDEO), hashlib.sha256(VIDEO).hexdigest())
    assert [first for first, _ in found.parts] == [0, 1_500_000, 2_700_000]


@pytest.mark.parametrize("tag", ['"two"', "", 'W/"weak"'])
def test_a_file_that_may_be_another_begins_anew(tmp_path: Path, tag: str) -> None:
    media = Media({"/v": VIDEO}, breaks=[1_500_000], tags={"/v": tag} if tag != '"two"' else {})
    with serving(media):
        download = downloader(tmp_path / "a", seconds=30.0)
        media.files["/v"] = VIDEO

        def changed() -> None:
            media.files["/v"], media.tags["/v"] = PHOTO, tag

        if tag == '"two"':
            media.breaks = [1_500_000, 0]
            with pytest.raises(CaptureError):
                download.get(f"{media.address}/v")
            changed()
        found = download.get(f"{media.address}/v")
        assert body(download, f"{media.address}/v") == media.files["/v"]
        assert len(found.parts) == 1


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Media({"/v": VIDEO}), "fetch-large"),
        (lambda: Media({"/v": VIDEO}, stated=False), "fetch-large"),
        (lambda: Media({"/v": b""}, endless=True, stated=False), "fetch-large"),
        (lambda: Media({"/v": VIDEO[:9000]}, stalls=5), "fetch-slow"),
        (lambda: Media({}), "fetch-status"),
        (lambda: Media({}, moved={"/v": "http://localhost:9/x"}), "fetch-private"),
        (lambda: Media({}, moved={"/v": "http://10.0.0.1/x"}), "fetch-private"),
        (lambda: Media({}, moved={"/v": "file:///etc/passwd"}), "fetch-scheme"),
        (lambda: Media({}, moved={"/v": "/v"}), "fetch-redirects"),
    ],
)
def test_limits_hold_for_media(tmp_path: Path, make: Callable[[], Media], code: str) -> None:
    with serving(make()) as media, pytest.raises(CaptureError) as refused:
        downloader(tmp_path / "a", sent=1_000_000, seconds=3.0).get(f"{media.address}/v")
    assert refused.value.code == code
    if code == "fetch-large":
        assert list((tmp_path / "a/.capturing").glob("*.part")) == []


def test_a_large_file_isn_t_held_in_memory(archive: Path) -> None:
    large = random.Random(4).randbytes(1 << 20) * 80
    with (
        serving(Media({"/v": large})) as media,
        telegram({"/Channel/14": post_page("Channel/14", "x", before=photo(f"{media.address}/v"))}) as server,
    ):
        tracemalloc.start()
        # The server is in this process, too, and holds what it sends.
        before = tracemalloc.get_traced_memory()[0]
        result = capture(archive, f"{server}/Channel/14")
        wacz = archive.parent / "x.wacz"
        run("wacz", archive, "--output", wacz)
        checked = run("verify", archive), run("verify", wacz)
        most = tracemalloc.get_traced_memory()[1] - before
        tracemalloc.stop()
    assert result.exit_code == 0, result.output
    assert [each.exit_code for each in checked] == [0, 0]
    assert wacz.stat().st_size > len(large)
    assert most < 40_000_000


def test_media_can_be_left_out_and_limited(archive: Path) -> None:
    with (
        serving(served()) as media,
        telegram(
            {"/Channel/14": post_page("Channel/14", "Слова.", before=attached(media.address))}
        ) as server,
    ):
        without = capture(archive, f"{server}/Channel/14", "--no-media")
        assert media.asked == []
        small = capture(archive, f"{server}/Channel/14", "--media-limit", 2)
    assert without.exit_code == 0, without.output
    assert "Attached, and not captured: photo, video, voice, document" in without.output
    assert small.exit_code == 1
    assert "larger than 2000000 bytes" in small.output
    assert [each["kind"] for each in log(archive) if "kind" in each] == ["photo", "preview", "voice"]


def test_hosts_that_aren_t_telegram_s_are_only_named(archive: Path) -> None:
    page = post_page("Channel/14", "Слова.", before=photo("http://localhost:9/x.jpg"))
    with telegram({"/Channel/14": page}) as server:
        result = capture(archive, f"{server}/Channel/14")
    assert result.exit_code == 0, result.output
    assert "http://localhost:9/x.jpg isn’t a host of Telegram’s media" in result.output
    assert len(log(archive)) == 1


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://cdn4.telesco.pe/file/x.jpg", True),
        ("https://cdn4.cdn-telegram.org/file/x", True),
        ("https://telesco.pe.example/x", False),
        ("https://eviltelesco.pe/x", False),
        ("ftp://cdn4.telesco.pe/x", False),
        ("https://cdn4.telesco.pe@evil.example/x", False),
        ("https://[", False),
        ("javascript:alert(1)", False),
    ],
)
def test_which_hosts_are_telegram_s(address: str, is_one: bool) -> None:
    assert is_media_host(address) is is_one


def test_what_a_page_has_attached_is_told_apart() -> None:
    post = post_address("https://t.me/Channel/14")
    assert post is not None
    page = read_post(post_page("Channel/14", "x", before=attached("//cdn4.telesco.pe")).encode(), post)
    host = "https://cdn4.telesco.pe"
    assert page.attached == (
        Attached("photo", f"{host}/photo.jpg"),
        Attached("preview", f"{host}/still.jpg"),
        Attached("video", f"{host}/v.mp4?token=x"),
        Attached("voice", f"{host}/voice.ogg"),
        Attached("document", "", "Речь.pdf 1.2 MB"),
    )
    big = '<a class="tgme_widget_message_video_player not_supported"></a>'
    unplayed = read_post(post_page("Channel/14", "x", before=big).encode(), post)
    assert unplayed.attached == (Attached("video"),)
