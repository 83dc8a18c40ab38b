"""Fixtures that no repository can hold: links, pipes, names and sizes beyond measure. Made where a test needs them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from allocution.content.body.limits import MOST_MARKS
from allocution.evidence.custody import add_line, head_of
from allocution.evidence.warc import make_warc
from allocution.model.captures import Capture, Exchange
from allocution.store.archive_folder import MOST_BYTES
from tests.capture.servers import post_page

STATEMENT = """\
---
title: "Анна Ким"
date: 2020-06-22
language: ru
speakers: "Анна Ким"
sourcelink: https://example.org/post
---

Я не признаю своей вины и ни о чём не прошу.
"""


def _unreadable(folder: Path) -> None:
    (folder / "link.md").symlink_to("nowhere.md")


def _file_too_large(folder: Path) -> None:
    with (folder / "large.md").open("wb") as file:
        file.truncate(MOST_BYTES + 1)


def _folder_too_deep(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 70)
    deep.mkdir(parents=True)
    (deep / "deep.md").write_text(STATEMENT, encoding="utf-8")


def _link_out_of_archive(folder: Path) -> None:
    outside = folder.parent / "outside.md"
    outside.write_text(STATEMENT, encoding="utf-8")
    (folder / "link.md").symlink_to(outside)


def _name_unusable(folder: Path) -> None:
    (folder / "bell\a.md").write_text(STATEMENT, encoding="utf-8")


def _name_too_long(folder: Path) -> None:
    text = STATEMENT.replace("---\n\n", f"slug: {'s' * 300}\n---\n\n", 1)
    (folder / "long.md").write_text(text, encoding="utf-8")


def _not_a_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")


def _too_much_markup(folder: Path) -> None:
    (folder / "marks.md").write_text(STATEMENT + "**а** " * (MOST_MARKS // 4 + 1), encoding="utf-8")


def _configuration_too_large(folder: Path) -> None:
    (folder / "hugo.toml").write_text(f'title = "{"x" * 70_000}"\n')
    (folder / "content").mkdir()
    (folder / "statement.md").rename(folder / "content/statement.md")


def _captured(folder: Path, words: str, break_log: bytes = b"") -> None:
    """One capture of the statement's source, a post, and the log of it."""
    path = folder / "statement.md"
    path.write_text(path.read_text().replace("https://example.org/post", "https://t.me/channel/14"))
    moment = datetime(2026, 11, 22, 12, tzinfo=UTC)
    page = post_page("channel/14", words).encode()
    address = "https://t.me/channel/14?embed=1&mode=tme"
    exchange = Exchange(address, "203.0.113.1", moment, (), 200, "OK", (), page, page)
    data = make_warc([Capture(address, (exchange,))])
    name, sha256 = "2026-11-22T120000Z-x.warc.gz", hashlib.sha256(data).hexdigest()
    event = {"event": "captured", "source": "https://t.me/channel/14", "answered": address, "outcome": "ok"}
    log = add_line(b"", {**event, "time": moment.isoformat(), "file": name, "sha256": sha256})
    (folder / "captures").mkdir()
    (folder / "captures" / name).write_bytes(data)
    (folder / "captures/custody.jsonl").write_bytes(log + break_log)
    (folder / "captures/custody.head").write_bytes(head_of(log))


def _custody_broken(folder: Path) -> None:
    _captured(folder, "Я и не признаю своей вины и ни о чём не прошу.", b"{")


def _words_uncaptured(folder: Path) -> None:
    _captured(folder, "Я не признаю своей вины и ни о чём не прошу.")


def _withheld_unlogged(folder: Path) -> None:
    _captured(folder, "Я и не признаю своей вины и ни о чём не прошу.")
    asking = "withhold:\n  - {text: признаю, reason: safety}\n---\n\nЯ"
    path = folder / "statement.md"
    path.write_text(path.read_text().replace("---\n\nЯ", asking, 1))


MADE: dict[str, Callable[[Path], None]] = {
    "unreadable": _unreadable,
    "file-too-large": _file_too_large,
    "folder-too-deep": _folder_too_deep,
    "link-out-of-archive": _link_out_of_archive,
    "name-unusable": _name_unusable,
    "name-too-long": _name_too_long,
    "not-a-file": _not_a_file,
    "custody-broken": _custody_broken,
    "words-uncaptured": _words_uncaptured,
    "withheld-unlogged": _withheld_unlogged,
    "too-much-markup": _too_much_markup,
    "configuration-front-matter-too-large": _configuration_too_large,
}
# No archive can have them: laws come with the program, a file with half a character isn't UTF-8, and only a build
# has outputs.
NOT_OF_ARCHIVES = frozenset(
    {
        "address-in-words",
        "body-character",
        "edition-forbidden",
        "edition-one-author",
        "selection-empty",
        "selection-misunderstood",
        "withheld-leaked",
        "law-unreadable",
        "law-number-invalid",
        "law-number-repeated",
        "law-subject-unknown",
        "law-language-unknown",
        "law-date-invalid",
    }
)


def make_fixture(code: str, parent: Path) -> Path:
    """An archive in which that code is the only one."""
    folder = parent / "archive"
    folder.mkdir()
    (folder / "statement.md").write_text(STATEMENT.replace("Я не", "Я и не"), encoding="utf-8")
    MADE[code](folder)
    return folder
