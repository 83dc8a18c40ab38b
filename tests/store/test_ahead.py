"""A look at an archive's files from another process sees what the program itself sees, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from allocution.store import ahead
from allocution.store.ahead import looking_ahead
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder, anything, is_content, is_record
from allocution.store.program import program_digest


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("content/речи/a.md", "content/b.md", "content/.c", "addresses/a.txt", "addresses/b"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_what_is_seen_is_what_the_program_sees(archive: Path) -> None:
    folder = ArchiveFolder(archive)
    with looking_ahead(archive, worthwhile=True) as look:
        seen = look.seen()
        assert seen is not None
        assert look.seen() is None
    for name, wanted in (("content", is_content), (ADDRESS_RECORDS, is_record), ("static", anything)):
        listing = seen.listing(name, wanted)
        assert listing is not None
        assert listing.files == folder.list_files(name, wanted).files
    assert seen.program == program_digest()
    assert seen.listing("content", anything) is None
    assert seen.listing("other", anything) is None


def test_a_folder_with_a_finding_or_another_name_is_left_to_the_program(archive: Path) -> None:
    (archive / "addresses" / "loop.txt").symlink_to("/")
    (archive / "static").mkdir()
    (archive / "static" / "и\u0306.txt").write_text("a letter in two signs")
    with looking_ahead(archive, worthwhile=True) as look:
        seen = look.seen()
    assert seen is not None
    assert seen.folders.keys() == {"content"}


def test_a_look_that_fails_says_nothing(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with looking_ahead(archive / "nowhere", worthwhile=True) as look:
        assert look.seen() is None
    monkeypatch.setattr(ahead, "_look", lambda _: os._exit(3))
    with looking_ahead(archive, worthwhile=True) as look:
        assert look.seen() is None


def test_no_process_is_left_where_nobody_asks(archive: Path) -> None:
    with looking_ahead(archive, worthwhile=True) as look:
        process = look._process
    assert process
    with pytest.raises(ChildProcessError):
        os.waitpid(process, 0)
    with looking_ahead(archive, worthwhile=False) as look:
        assert look.seen() is None
