"""Records that can't be written, and folders that can't be read, are told of."""

from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from allocution.errors import PublishError
from allocution.model.digests import content_digest
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder


def test_a_record_that_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        with pytest.raises(PublishError):
            ArchiveFolder(tmp_path).write_record("pages.txt", b"more than ten bytes")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list((tmp_path / ADDRESS_RECORDS).iterdir())


def test_where_no_record_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / ADDRESS_RECORDS).write_text("no folder")
    folder = ArchiveFolder(tmp_path)
    with pytest.raises(PublishError):
        folder.write_record("pages.txt", b"")
    with pytest.raises(PublishError):
        folder.remove_record("pages.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "x.md").write_text("x")
    listing = ArchiveFolder(tmp_path).list_files("", lambda path: True)
    assert list(listing.files) == ["x.md"]
    assert [(found.code, found.place.path) for found in listing.findings] == [("unreadable", "closed")]


def test_a_file_is_held_to_its_state_and_to_its_bytes(tmp_path: Path) -> None:
    folder = ArchiveFolder(tmp_path)
    state = folder.write_record("a.md.txt", b"words\n")
    path, known = f"{ADDRESS_RECORDS}/a.md.txt", content_digest(b"words\n")
    assert folder.holds(path, state, known)
    assert not folder.holds(path, state, content_digest(b"other\n"))
    os.utime(tmp_path / path, ns=(1, 1))
    assert not folder.holds(path, state, known)
    (tmp_path / path).unlink()
    assert not folder.holds(path, state, known)
