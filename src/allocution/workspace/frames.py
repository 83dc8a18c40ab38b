"""The tables of an opened archive as columns, for libraries of data frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allocution.editions.collection import Collection
from allocution.editions.rows import rows_of_collection, rows_of_statement
from allocution.editions.schema import INTEGER, STRING, TABLES, Cell, Row, Table
from allocution.errors import UsageError
from allocution.workspace.opened import OpenedStatement

TOKENS = Table(
    "tokens",
    (
        ("statement", STRING), ("sentence", STRING), ("number", INTEGER), ("language", STRING), ("text", STRING),
        ("kind", STRING), ("lemma", STRING),
    ),
    ("statement", "sentence", "number"),
)  # fmt: skip
_BY_NAME = {table.name: table for table in (*TABLES, TOKENS)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, its type as the tables' schema says, its cells; None is what isn't known."""

    name: str
    kind: str
    cells: list[Cell]


def read_columns(name: str, collection: Collection, statements: Iterable[OpenedStatement]) -> list[Column]:
    """The columns of a table. Raises UsageError where there is no such table, ContentChangedError."""
    table = _BY_NAME.get(name)
    if table is None:
        raise UsageError("table-unknown", name=name, known=", ".join(_BY_NAME))
    columns = [Column(name, kind, []) for name, kind in table.columns]
    for row in _token_rows(statements) if table is TOKENS else _rows(table, collection, statements):
        for column, cell in zip(columns, row, strict=True):
            column.cells.append(cell)
    return columns


def _rows(table: Table, collection: Collection, statements: Iterable[OpenedStatement]) -> Iterator[Row]:
    """The rows of one of the tables of the editions, as those have them."""
    for found, row in rows_of_collection(collection):
        if found is table:
            yield row
    for statement in statements:
        for found, row in rows_of_statement(collection, statement.published):
            if found is table:
                yield row


def _token_rows(statements: Iterable[OpenedStatement]) -> Iterator[Row]:
    for sentence in (each for statement in statements for each in statement.sentences):
        for number, token in enumerate(sentence.tokens, start=1):
            yield (
                sentence.statement, sentence.anchor, number, sentence.language or None, token.text, token.kind.value,
                token.lemma or None,
            )  # fmt: skip
