"""The database for others: any form of a word is found by its lemma, letters are what they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from allocution.editions.workshop import NoWorkshop
from allocution.errors import UsageError
from tests.editions.archives import exported, tables
from tests.editions.validators import datasette
from tests.publish.archives import write

PAGE = "---\ntitle: Анна Ким (клевета)\nlanguage: ru\n---\nЯ пережила время репрессий. Мой край пуст.\n"


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", {"content/a.md": PAGE})


@pytest.mark.parametrize(
    ("query", "found"),
    [("репрессий", 1), ("репрессия", 1), ("пережить", 1), ("край", 1), ("краи", 0), ("колодец", 0)],
)
def test_datasette_searches(query: str, found: int, root: Path, tmp_path: Path) -> None:
    exported(root, tmp_path / "out", "sqlite")
    answer = datasette(tmp_path / "out/sqlite/archive.sqlite", f"sentences.json?_search={quote(query)}")
    assert answer["filtered_table_rows_count"] == found


def test_it_has_the_rows_of_the_tables(root: Path, tmp_path: Path) -> None:
    exported(root, tmp_path / "out", "sqlite", "jsonl")
    with closing(sqlite3.connect(tmp_path / "out/sqlite/archive.sqlite")) as database:
        database.row_factory = sqlite3.Row
        for name in ("statements", "passages", "sentences", "people", "names", "charges"):
            rows = [dict(row) for row in database.execute(f"SELECT * FROM {name} ORDER BY rowid")]
            for row in rows:
                row.pop("lemmas", None)
            assert rows == tables(tmp_path / "out", name), name


def test_it_isnt_made_without_a_place_to_make_it() -> None:
    with pytest.raises(UsageError, match="edition-without-disk"):
        NoWorkshop().database()
