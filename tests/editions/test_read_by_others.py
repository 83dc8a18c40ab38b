"""The tables are read by Polars and DuckDB, from each of the forms that they are in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars
import pytest

from tests.editions.archives import exported, tables
from tests.publish.archives import SAMPLE

NAMES = ("statements", "sentences", "charges", "sources")
READERS: dict[str, Callable[[Path], polars.DataFrame]] = {
    "jsonl": lambda path: polars.read_ndjson(path, infer_schema_length=None),
    "csv": lambda path: polars.read_csv(path, infer_schema_length=None),
    "parquet": polars.read_parquet,
}


@pytest.fixture(name="folder", scope="module")
def folder_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables") / "out"
    exported(SAMPLE, folder, *READERS)
    return folder


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("form", READERS)
def test_polars_reads_the_tables(form: str, table: str, folder: Path) -> None:
    frame = READERS[form](folder / form / f"{table}.{form}")
    expected = tables(folder, table)
    assert set(frame.columns) == set(expected[0])
    assert frame.height == len(expected)
    assert frame["statement"].to_list() == [row["statement"] for row in expected]
    if form != "csv":  # whose cells may begin with an apostrophe, and which has no types
        assert frame.to_dicts() == expected


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("form", READERS)
def test_duckdb_reads_the_tables(form: str, table: str, folder: Path) -> None:
    path = str(folder / form / f"{table}.{form}")
    reader = {"jsonl": "read_json", "csv": "read_csv", "parquet": "read_parquet"}[form]
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT statement FROM {reader}(?)", [path]).fetchall()
    assert [name for (name,) in found] == [row["statement"] for row in tables(folder, table)]


def test_duckdb_joins_the_tables(folder: Path) -> None:
    parquet = folder / "parquet"
    with duckdb.connect() as connection:
        counted = connection.execute(
            "SELECT s.statement, count(*) FROM read_parquet(?) s JOIN read_parquet(?) t USING (statement)"
            " GROUP BY s.statement",
            [str(parquet / "statements.parquet"), str(parquet / "sentences.parquet")],
        ).fetchall()
    assert dict(counted) == {row["statement"]: row["sentences"] for row in tables(folder, "statements")}
