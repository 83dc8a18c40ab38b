"""Making one tree like another by hard links."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.store import tree
from tests.store.sites import Site, read

NAMES = st.sampled_from(["a", "b", "a/b", "a/c", "b/a/c", "c/d/e", "c/d/f", "c/g"])
SITES = st.dictionaries(NAMES, st.binary(max_size=2), max_size=6).filter(
    lambda site: not any(one.startswith(f"{other}/") for one in site for other in site)
)


def make(folder: Path, site: Site) -> str:
    folder.mkdir()
    for path, data in site.items():
        tree.create(str(folder), path, data)
    return str(folder)


@settings(max_examples=60, deadline=None)
@given(SITES, SITES)
def test_mirror_makes_any_tree_the_same_tree(source: Site, target: Site) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = make(Path(folder, "one"), source), make(Path(folder, "other"), target)
        tree.mirror(one, other)
        assert read(Path(other)) == read(Path(one)) == source
        assert all(os.path.samefile(f"{one}/{path}", f"{other}/{path}") for path in source)
        assert tree.files(one) == tree.files(other)


@settings(max_examples=60, deadline=None)
@given(SITES, SITES)
def test_bringing_over_all_that_differs_does_too(source: Site, target: Site) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = make(Path(folder, "one"), source), make(Path(folder, "other"), target)
        tree.bring_over(one, other, {path for path, _ in source.items() ^ target.items()})
        assert read(Path(other)) == read(Path(one)) == source


def test_mirror_replaces_a_file_of_equal_looks_and_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "file").write_text("stays")
    one, other = make(tmp_path / "one", {"a": b"1", "x/y": b"2"}), make(tmp_path / "other", {"a": b"1"})
    os.symlink(tmp_path / "outside", f"{other}/x")
    tree.mirror(one, other)
    assert os.path.samefile(f"{one}/a", f"{other}/a")
    assert read(tmp_path / "other") == {"a": b"1", "x/y": b"2"}
    assert read(tmp_path / "outside") == {"file": b"stays"}


def test_removing_prunes_empty_folders_but_not_the_root(tmp_path: Path) -> None:
    root = make(tmp_path / "root", {"a/b/c": b"", "a/d": b""})
    tree.remove(root, "a/b/c")
    assert read(tmp_path / "root") == {"a/d": b""}
    tree.remove(root, "a/d")
    tree.remove(root, "a/d")
    assert list((tmp_path / "root").iterdir()) == []


def test_equal_bytes_of_another_kind_or_mode_are_not_the_same(tmp_path: Path) -> None:
    root = make(tmp_path / "root", {"a": b"1"})
    os.chmod(f"{root}/a", 0o640)
    os.symlink("a", f"{root}/link")
    assert tree.same_bytes(f"{root}/a", b"1", 0o640)
    assert not tree.same_bytes(f"{root}/a", b"1", 0o644)
    assert not tree.same_bytes(f"{root}/a", b"2", 0o640)
    assert not tree.same_bytes(f"{root}/link", b"1", 0o640)
    assert not tree.same_bytes(f"{root}/missing", b"1", 0o640)
