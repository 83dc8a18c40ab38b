from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from allocution.web.preview import Preview

PreviewOf = Callable[[Path], Preview]
ONE = "content/statements/one.md"


def test_edit(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    before = preview.snapshot
    file = small / ONE
    file.write_text(file.read_text("utf-8").replace("Ann", "Anna"), "utf-8")
    preview.reload(before)
    after = preview.snapshot
    assert after.revision != before.revision
    records = after.prepared.loaded.records
    assert records[ONE].statement != before.prepared.loaded.records[ONE].statement
    for path in records.keys() - {ONE}:
        assert records[path] is before.prepared.loaded.records[path]


def test_nothing_changed(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    before = preview.snapshot
    (small / ONE).touch()
    preview.reload(before)
    assert preview.snapshot is not before
    assert preview.snapshot.revision == before.revision == preview_of(small).snapshot.revision


def test_copied_file_changes_the_revision(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    before = preview.snapshot
    (small / "static/notes.txt").write_text("other")
    preview.reload(before)
    assert preview.snapshot.revision != before.revision


def test_reload_that_another_one_made(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    first = preview.snapshot
    preview.reload(first)
    second = preview.snapshot
    preview.reload(first)
    assert preview.snapshot is second


def test_broken_configuration_and_its_repair(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    good = preview.snapshot
    (small / "hugo.toml").write_text('title = "Archive\n')
    findings = preview.reload(good)
    assert preview.snapshot is good
    assert [found.place.path for found in findings] == ["hugo.toml"]
    assert preview.failure
    assert preview.state.problems == preview.failure
    assert preview.state.revision == good.revision
    (small / "hugo.toml").write_text('title = "Archive anew"\n')
    preview.reload(good)
    assert preview.snapshot is not good
    assert preview.state.problems == preview.failure == ()


def test_folder_gone_and_back(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    good = preview.snapshot
    shutil.move(small, small.with_name("away"))
    preview.reload(good)
    assert preview.snapshot is good
    assert str(small) in preview.failure[0]
    shutil.move(small.with_name("away"), small)
    preview.reload(good)
    assert preview.failure == ()


def test_file_with_an_error_is_a_problem(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    (small / ONE).write_text("---\ntitle: [\n---\n")
    preview.reload(preview.snapshot)
    assert not preview.snapshot.prepared.plan.has("statements/one/index.html")
    assert preview.snapshot.prepared.plan.has("statements/two/index.html")
    assert len(preview.state.problems) == 1
    assert not preview.failure


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (ONE, True),
        ("content", True),
        ("content/new/_index.md", True),
        ("static/notes.txt", True),
        ("hugo.toml", True),
        ("config/_default/menus.toml", True),
        ("addresses/content/one.md.txt", False),
        ("addresses", False),
        (".git/index", False),
        ("content/.one.md.swp", False),
        ("public/index.html", False),
        ("contents/one.md", False),
        ("README.md", False),
    ],
)
def test_what_concerns_the_pages(path: str, expected: bool, small: Path, preview_of: PreviewOf) -> None:
    assert preview_of(small).concerns(path) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("one.md", True), ("any/one.md", True), ("public/one/index.html", False), ("addresses/x.txt", False)],
)
def test_what_concerns_the_pages_of_a_bare_folder(
    path: str, expected: bool, tmp_path: Path, preview_of: PreviewOf
) -> None:
    assert preview_of(tmp_path).concerns(path) is expected


def test_what_changed_before_anybody_watched_is_stale(small: Path, preview_of: PreviewOf) -> None:
    preview = preview_of(small)
    seen = preview.snapshot
    assert not preview.is_stale(seen)
    file = small / ONE
    file.write_text(file.read_text("utf-8").replace("Ann", "Anna"), "utf-8")
    assert preview.is_stale(seen)
    preview.reload(seen)
    assert not preview.is_stale(preview.snapshot)
    (small / "hugo.toml").write_text('title = "Another"\n')
    assert preview.is_stale(preview.snapshot)
