"""The edition `parquet`: the tables of the archive, by columns; needs pyarrow."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import msgspec

from allocution.editions.collection import Collection
from allocution.editions.schema import BOOLEAN, INTEGER, STRING, TABLES, Table
from allocution.editions.tables import JSON_LINES, DataPackage, TableFormat, TablesWriter
from allocution.editions.writing import Edition, Piece
from allocution.errors import UsageError

BYTES_IN_A_GROUP = 8_000_000
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class _Columns:
    """One table's file as it grows; what pyarrow writes is taken from it at once."""

    def __init__(self, table: Table, arrow: ModuleType, writer: Callable[..., Any]) -> None:
        kinds = {STRING: arrow.string(), INTEGER: arrow.int64(), BOOLEAN: arrow.bool_()}
        self._schema = arrow.schema([(name, kinds[kind]) for name, kind in table.columns])
        self._sink = _Sink()
        self._file = writer(self._sink, self._schema, compression="zstd")
        self._table_of: Callable[..., Any] = arrow.Table.from_pylist
        self._rows: list[Mapping[str, Any]] = []
        self._size = 0

    def take(self, lines: bytes) -> bytes:
        self._rows += map(_decode, lines.splitlines())
        self._size += len(lines)
        if self._size >= BYTES_IN_A_GROUP:
            self._flush()
        return self._sink.drained()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(self._table_of(self._rows, self._schema))
            self._rows, self._size = [], 0

    def finish(self) -> bytes:
        self._flush()
        self._file.close()
        return self._sink.drained()


class _Sink(io.RawIOBase):
    """Keeps what was written until it is taken; knows only how far it has come."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._written

    def write(self, data: Any) -> int:
        taken = bytes(data)
        self._waiting.append(taken)
        self._written += len(taken)
        return len(taken)

    def drained(self) -> bytes:
        data = b"".join(self._waiting)
        self._waiting.clear()
        return data


class ParquetAssembler:
    """Makes columns of the rows of the edition `jsonl`. Raises UsageError where pyarrow isn't installed."""

    def __init__(self, collection: Collection) -> None:
        if find_spec("pyarrow") is None:
            raise UsageError("edition-package-missing", edition="parquet", package="pyarrow")
        # A large library, which other editions need nothing of.
        self._arrow = import_module("pyarrow")
        self._writer: Callable[..., Any] = import_module("pyarrow.parquet").ParquetWriter
        self._package = DataPackage(collection, PARQUET)
        self._tables = {table.name: table for table in TABLES}
        self._columns: dict[str, _Columns] = {}

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """What of a table is due to be written."""
        name = path.partition(".")[0]
        if name not in self._columns:
            self._columns[name] = _Columns(self._tables[name], self._arrow, self._writer)
        written = self._columns[name].take(data)
        if written:
            yield from self._package.take(f"{name}.parquet", written)

    def finish(self) -> Iterator[Piece]:
        """The last rows, the files' ends, the descriptor."""
        for name, columns in self._columns.items():
            yield from self._package.take(f"{name}.parquet", columns.finish())
        yield from self._package.finish()


PARQUET = TableFormat("parquet", "application/vnd.apache.parquet", JSON_LINES.head, JSON_LINES.rows)
parquet_edition = Edition(
    "parquet",
    PARQUET.media_type,
    PARQUET.files,
    "pyarrow",
    partial(TablesWriter, format=JSON_LINES),
    ParquetAssembler,
    "parquet",
)
