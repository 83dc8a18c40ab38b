"""The editions `jsonl` and `csv`: the archive as tables, with a Data Package descriptor."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import msgspec

from allocution.editions.collection import Collection, Published
from allocution.editions.rows import rows_of_collection, rows_of_statement
from allocution.editions.schema import TABLES, Row, Table, descriptor
from allocution.editions.writing import Edition, Piece
from allocution.views.table_cells import harmless_cell

_encode = msgspec.json.encode
DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, slots=True)
class TableFormat:
    """How tables are written: what a table's file begins with, and its rows."""

    extension: str
    media_type: str
    head: Callable[[Table], bytes]
    rows: Callable[[Table, Sequence[Row]], bytes]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the files of an edition in this format."""
        return (DESCRIPTOR, *(f"{table.name}.{self.extension}" for table in TABLES))


@dataclass(frozen=True, slots=True)
class TablesWriter:
    """Writes each table into the file of its name."""

    collection: Collection
    format: TableFormat

    def begin(self) -> Iterator[Piece]:
        """The heads of the tables, and the people."""
        for table in TABLES:
            if head := self.format.head(table):
                yield f"{table.name}.{self.format.extension}", head
        yield from self._pieces(rows_of_collection(self.collection))

    def statement(self, published: Published) -> Iterator[Piece]:
        """A statement's rows in all tables."""
        return self._pieces(rows_of_statement(self.collection, published))

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())

    def _pieces(self, rows: Iterable[tuple[Table, Row]]) -> Iterator[Piece]:
        gathered: dict[str, tuple[Table, list[Row]]] = {}
        for table, row in rows:
            gathered.setdefault(table.name, (table, []))[1].append(row)
        for name, (table, of_table) in gathered.items():
            yield f"{name}.{self.format.extension}", self.format.rows(table, of_table)


@dataclass(slots=True)
class DataPackage:
    """Adds the descriptor of the tables that there are: one without a head and a row has no file."""

    collection: Collection
    format: TableFormat
    _seen: set[str] = field(default_factory=set)

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """The rows themselves."""
        self._seen.add(path.partition(".")[0])
        yield path, data

    def finish(self) -> Iterator[Piece]:
        """The descriptor."""
        tables = [table for table in TABLES if table.name in self._seen]
        title, version = self.collection.title, self.collection.released
        described = descriptor(tables, title, version, self.format.extension, self.format.media_type)
        yield DESCRIPTOR, msgspec.json.format(_encode(described)) + b"\n"


def _json_lines(table: Table, rows: Sequence[Row]) -> bytes:
    names = [name for name, _ in table.columns]
    return b"".join(_encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def _cell(cell: str | int | bool | None) -> str:
    """A cell of CSV; what a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(cell, str):
        return harmless_cell(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


# A row is a JSON object with the names of the columns; what isn't known is null.
JSON_LINES = TableFormat("jsonl", "application/x-ndjson", lambda _: b"", _json_lines)
# As RFC 4180 has it; what isn't known is empty.
CSV = TableFormat(
    "csv",
    "text/csv",
    lambda table: _csv([[name for name, _ in table.columns]]),
    lambda _, rows: _csv([[_cell(cell) for cell in row] for row in rows]),
)


def tables_edition(name: str, form: TableFormat) -> Edition:
    """The edition of the tables in a format."""
    writer, package = partial(TablesWriter, format=form), partial(DataPackage, format=form)
    return Edition(name, form.media_type, form.files, "frictionless", writer, package)
