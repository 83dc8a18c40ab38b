"""docs/catalogue.md describes the tables that there are; the published catalogue is the same each time, and sound."""

from __future__ import annotations

import re
from pathlib import Path

import apsw
import pytest

from allocution.publish.building import BuildOptions, build
from allocution.search.catalogue import create, prepare
from tests.publish.archives import NOW, write
from tests.search.test_searching import ARCHIVE

PAGE = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text("utf-8")
_OF_FTS5 = re.compile(r"words_\w+")


def documented() -> dict[str, list[str]]:
    """Columns by table, as the page lists them."""
    found = {}
    for section in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        name, _, text = section.partition("\n")
        found[name] = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    return found


def columns(connection: apsw.Connection) -> dict[str, list[str]]:
    names = [
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    return {
        name: [str(row[1]) for row in connection.execute(f"PRAGMA table_info({name})")]
        for name in names
        if not _OF_FTS5.fullmatch(name)
    }


def test_every_table_and_column_is_documented() -> None:
    connection = apsw.Connection(":memory:")
    prepare(connection)
    create(connection, b"")
    assert documented() == columns(connection)


@pytest.fixture(name="published")
def _published(tmp_path: Path) -> Path:
    setting = "\n[params.allocution]\ncatalogue = true\n"
    root = write(tmp_path / "archive", {**ARCHIVE, "hugo.toml": ARCHIVE["hugo.toml"] + setting})
    build(root, tmp_path / "public", BuildOptions(NOW))
    return tmp_path / "public" / "search" / "catalogue.sqlite"


def test_the_published_catalogue_is_sound_and_read_by_anybody(published: Path) -> None:
    connection = apsw.Connection(str(published), flags=apsw.SQLITE_OPEN_READONLY)
    assert list(connection.execute("PRAGMA integrity_check('sentences')")) == [("ok",)]
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    rows = list(connection.execute(query.replace("'kk'", "'en'")))
    assert [text for _, text in rows][-2:] == ["I wrote what I thought.", "The court may judge me."]
    facts = list(connection.execute("SELECT address, year, sentences FROM statements ORDER BY id"))
    assert facts[0] == ("/lee/", 2021, 5)


def test_it_has_the_same_bytes_each_time_and_stays_when_nothing_changes(
    published: Path, tmp_path: Path
) -> None:
    first = published.read_bytes()
    stamp = published.stat().st_mtime_ns
    build(tmp_path / "archive", tmp_path / "public", BuildOptions(NOW))
    assert published.stat().st_mtime_ns == stamp
    build(tmp_path / "archive", tmp_path / "other", BuildOptions(NOW))
    assert (tmp_path / "other" / "search" / "catalogue.sqlite").read_bytes() == first


def test_nothing_of_a_removed_statement_is_in_it(published: Path, tmp_path: Path) -> None:
    (tmp_path / "archive" / "content" / "kim.md").unlink()
    build(tmp_path / "archive", tmp_path / "public", BuildOptions(NOW))
    data = published.read_bytes().lower()
    for word in ("алёна", "алена", "гортк"):
        assert word.encode() not in data
