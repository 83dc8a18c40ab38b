"""One file of the archive, replaced in one step or left alone."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from allocution.errors import PublishError
from allocution.store.writing import write_atomically


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that holds "old"."""
    path = tmp_path / "a" / "speech.md"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def only(file: Path) -> bytes:
    """The file's bytes, after a look that nothing else was left beside it."""
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    return file.read_bytes()


@pytest.mark.parametrize("durable", [True, False])
def test_it_makes_and_replaces(file: Path, durable: bool) -> None:
    write_atomically(file, b"new", durable=durable)
    assert only(file) == b"new"
    write_atomically(file, b"newer", b"new", durable=durable)
    assert only(file) == b"newer"
    file.unlink()
    write_atomically(file, b"again", None, durable=durable)
    assert only(file) == b"again"


@pytest.mark.parametrize("expected", [b"older", b"", None])
def test_another_file_than_expected_is_left_alone(file: Path, expected: bytes | None) -> None:
    with pytest.raises(PublishError):
        write_atomically(file, b"new", expected)
    assert only(file) == b"old"


def test_a_file_that_is_gone(file: Path) -> None:
    file.unlink()
    with pytest.raises(PublishError, match="file-gone"):
        write_atomically(file, b"new", b"old")
    assert not file.exists()


@pytest.mark.parametrize("expected", [b"old", None])
def test_a_change_while_we_write(file: Path, expected: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if expected is None:
        file.unlink()
    monkeypatch.setattr(os, "fsync", lambda _: file.write_bytes(b"edited"))
    with pytest.raises(PublishError):
        write_atomically(file, b"new", expected)
    assert only(file) == b"edited"


def test_a_failure_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PublishError, match="No space"):
        write_atomically(file, b"new")
    assert only(file) == b"old"


def test_permissions_are_kept_and_new_files_follow_the_umask(file: Path) -> None:
    file.chmod(0o604)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o604
    old = os.umask(0o027)
    try:
        write_atomically(file.with_name("other"), b"new")
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.with_name("other").stat().st_mode) == 0o640


def test_a_link_stays_and_its_target_is_replaced(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("a/speech.md")
    write_atomically(link, b"new", b"old", root=tmp_path)
    assert link.is_symlink()
    assert only(file) == b"new"


def test_links_out_of_the_root_are_refused(file: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    root.mkdir()
    (root / "link.md").symlink_to(file)
    (root / "folder").symlink_to(file.parent)
    for path in (root / "link.md", root / "folder" / "new.md", root / ".." / "x.md"):
        with pytest.raises(PublishError, match="link-leads-out"):
            write_atomically(path, b"new", root=root)
    assert only(file) == b"old"


def test_only_ordinary_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "missing" / "file"):
        with pytest.raises(PublishError):
            write_atomically(path, b"new")
