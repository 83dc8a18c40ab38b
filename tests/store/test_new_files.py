from __future__ import annotations

from pathlib import Path

import pytest

from allocution.errors import PublishError
from allocution.store.new_file import NewFiles


def add(root: Path, *paths: str) -> None:
    with NewFiles(root) as files:
        for path in paths:
            files.add(path, b"new")


def test_files_have_their_names_at_the_end(tmp_path: Path) -> None:
    with NewFiles(tmp_path) as files:
        for number in range(450):
            files.add(f"folder-{number % 3}/{number}.md", str(number).encode())
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert found == {f"folder-{number % 3}/{number}.md": str(number).encode() for number in range(450)}


def test_nobodys_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("there before")
    with pytest.raises(PublishError):
        add(tmp_path, "a.md", "b.md")
    assert (tmp_path / "b.md").read_text() == "there before"
    assert not list(tmp_path.glob(".*"))


def test_nothing_is_left_of_what_failed(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("not a folder")
    with pytest.raises(PublishError):
        add(tmp_path, "a.md", "folder/b.md")
    (tmp_path / "folder").unlink()
    assert not list(tmp_path.iterdir())


def test_a_path_that_leads_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError), NewFiles(tmp_path / "archive") as files:
        files.add("../a.md", b"new")
    assert not (tmp_path / "a.md").exists()


def test_nothing_is_taken_that_would_never_get_its_name(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        NewFiles(tmp_path).add("a.md", b"new")
