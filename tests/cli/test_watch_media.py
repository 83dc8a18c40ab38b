"""`allocution watch` notices that what posts have attached, or a file that is a source itself, is gone or another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allocution.capture.attached_changes import AttachedChange, Bytes, attached_changes
from allocution.cli import main
from allocution.evidence.telegram_page import Attached
from tests.capture.media_server import Media, serving
from tests.capture.servers import HOST, Server, error_page, post_page, running
from tests.publish.archives import build_site, write


class _Pages(BaseHTTPRequestHandler):
    pages: dict[str, bytes]

    def do_GET(self) -> None:
        data = self.pages.get(self.path.partition("?")[0], error_page("Post not found").encode())
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def pages() -> Iterator[tuple[dict[str, bytes], str]]:
    """Pages by path, and where they are."""
    served: dict[str, bytes] = {}
    with running(Server((HOST, 0), type("_Given", (_Pages,), {"pages": served}))) as port:
        yield served, f"http://{HOST}:{port}"


def photo(address: str) -> str:
    style = f"background-image:url('{address}')"
    return f'<a class="tgme_widget_message_photo_wrap" href="x" style="{style}"></a>'


def document(name: str) -> str:
    return f'<a href="x"><div class="tgme_widget_message_document_title">{name}</div></a>'


def post(*attached: str) -> bytes:
    return post_page("Channel/14", "Слова.", before="".join(attached)).encode()


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def watch(archive: Path, *more: str) -> Result:
    asked = ["watch", str(archive), "--allow-host", HOST, "--pause", "0", "--every", "0", "--language", "en"]
    return CliRunner().invoke(main, [*asked, *more])


def test_what_has_become_of_what_a_post_has_attached_is_told(
    pages: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    served, address = pages
    front = (
        f'---\ntitle: "Анна Ким (клевета)"\nlanguage: ru\nsourcelink: {address}/Channel/14\n---\n\nСлова.\n'
    )
    archive = write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n', "content/a.md": front})
    media = Media({"/1.jpg": b"one" * 9, "/2.jpg": b"two" * 9, "/moved.jpg": b"one" * 9})
    with serving(media):
        at = media.address
        served["/Channel/14"] = post(photo(f"{at}/1.jpg"), document("Речь.pdf"))
        asked = ["capture", f"{address}/Channel/14", "--into", str(archive), "--allow-host", HOST]
        CliRunner().invoke(main, asked)
        for draft in (archive / "content").rglob("channel-*.md"):
            draft.unlink()
        same = watch(archive)
        assert (same.exit_code, "as it was" in same.output) == (0, True)
        served["/Channel/14"] = post(photo(f"{at}/moved.jpg?other=address"), document("Речь.pdf"))
        media.files["/moved.jpg?other=address"] = media.files["/moved.jpg"]
        assert watch(archive).exit_code == 0  # the same bytes elsewhere
        media.files["/moved.jpg?other=address"] = b"another"
        replaced = watch(archive)
        assert (replaced.exit_code, "Replaced: a photograph" in replaced.output) == (1, True)
        assert watch(archive).exit_code == 0
        served["/Channel/14"] = post(photo(f"{at}/2.jpg"), photo(f"{at}/1.jpg"), document("Другое.pdf"))
        told = watch(archive).output
        assert "Attached since: a photograph" in told
        assert "Replaced: a document, a photograph" in told
        served["/Channel/14"] = post(photo(f"{at}/2.jpg"))
        assert "No longer attached: a document, a photograph" in watch(archive).output
        del media.files["/2.jpg"]
        assert watch(archive).exit_code == 0  # not had: nothing is said of it
        assert watch(archive, "--no-media").exit_code == 0
        media.files["/2.jpg"] = b"replaced while it wasn't looked at"
        assert "Replaced: a photograph" in watch(archive).output
        media.files["/2.jpg"] = bytes(1_100_000)
        assert watch(archive, "--media-limit", "1").exit_code == 0
    looked = [each for each in log(archive) if each["event"] == "looked"]
    assert [each["changed"] for each in looked] == [
        "changed: photo",
        "changed: document, photo; new: photo",
        "gone: document, photo",
        "changed: photo",
    ]
    assert {each["seen"] for each in looked} == {"edited"}
    assert CliRunner().invoke(main, ["verify", str(archive)]).exit_code == 0
    build_site(archive, tmp_path / "public")
    page = (tmp_path / "public/a/index.html").read_text()
    assert "Больше не приложено: документ, снимок" in page or "No longer attached: a document" in page


def test_a_file_that_is_a_source_itself_is_compared(
    pages: tuple[dict[str, bytes], str], tmp_path: Path
) -> None:
    served, address = pages
    front = f'---\ntitle: "Анна Ким (клевета)"\nsources:\n- {address}/speech.pdf\n---\n\nСлова.\n'
    archive = write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n', "content/a.md": front})
    served["/speech.pdf"] = b"%PDF-1.7 one"
    assert "captured for the first time" in watch(archive).output
    assert "as it was" in watch(archive).output
    served["/speech.pdf"] = b"%PDF-1.7 two"
    edited = watch(archive)
    assert (edited.exit_code, "EDITED" in edited.output) == (1, True)
    assert watch(archive).exit_code == 0


PHOTO, OTHER, NAMED = Attached("photo", "a"), Attached("photo", "b"), Attached("document", "", "x.pdf")


@pytest.mark.parametrize(
    ("before", "known", "after", "taken", "found"),
    [
        ([PHOTO], ["p1"], [OTHER], ["p1"], ""),
        ([PHOTO], ["p1"], [OTHER], ["p2"], "changed"),
        ([PHOTO], ["p1"], [OTHER], [], ""),
        ([PHOTO], [], [OTHER], ["p2"], ""),
        ([PHOTO, OTHER], ["p1", "p2"], [PHOTO], [], "gone"),
        ([PHOTO, OTHER], ["p1", "p2"], [PHOTO, OTHER], ["p3"], "changed"),
        ([PHOTO, OTHER], ["p1"], [PHOTO, OTHER], ["p2", "p3"], "changed"),
        ([PHOTO, OTHER], ["p1", "p1"], [PHOTO, OTHER], ["p1", "p2"], "changed"),
        ([], [], [PHOTO], [], "new"),
        ([NAMED], [], [], [], "gone"),
        ([PHOTO], ["p1", "p2"], [PHOTO], ["p3"], ""),
    ],
)
def test_what_was_not_had_is_taken_for_what_is_missing(
    before: list[Attached], known: list[str], after: list[Attached], taken: list[str], found: str
) -> None:
    changes = attached_changes(
        before, Bytes({"photo": Counter(known)}), after, Bytes({"photo": Counter(taken)})
    )
    assert [each.what for each in changes] == ([found] if found else [])
    assert attached_changes(after, Bytes(), after, Bytes()) == ()
    assert all(isinstance(each, AttachedChange) for each in changes)
