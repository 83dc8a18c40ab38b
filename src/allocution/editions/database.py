"""The edition `sqlite`: the tables of the archive in one database, with an index of all words that any SQLite reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from allocution.editions.collection import Collection
from allocution.editions.schema import BOOLEAN, INTEGER, SENTENCES, STRING, TABLES, Row, Table
from allocution.editions.tables import TableFormat, TablesWriter
from allocution.editions.tokens import tokens
from allocution.editions.workshop import Database
from allocution.editions.writing import Edition, Piece
from allocution.language.tokens import TokenKind

DATABASE = "archive.sqlite"
_TYPES = {STRING: "TEXT", INTEGER: "INTEGER", BOOLEAN: "INTEGER"}
_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(list[tuple[Any, ...]]).decode
_LANGUAGE, _TEXT = ([name for name, _ in SENTENCES.columns].index(wanted) for wanted in ("language", "text"))
# The tokenizer of every SQLite. It keeps й and ї as the letters that they are.
_INDEX = """
CREATE VIRTUAL TABLE sentences_fts USING fts5(
  text, lemmas, content="sentences", tokenize='unicode61 remove_diacritics 0'
);
INSERT INTO sentences_fts (sentences_fts) VALUES ('rebuild');
INSERT INTO sentences_fts (sentences_fts) VALUES ('optimize');
"""


def _rows(table: Table, rows: Sequence[Row]) -> bytes:
    return _encode([(*row, _lemmas(row)) for row in rows] if table is SENTENCES else rows)


def _lemmas(sentence: Row) -> str | None:
    """The lemmas of a sentence's words, by which all forms of a word are found; nothing where they aren't known."""
    found = tokens(str(sentence[_TEXT]), str(sentence[_LANGUAGE] or ""))
    return " ".join(each.lemma for each in found if each.kind is TokenKind.WORD and each.lemma) or None


class DatabaseAssembler:
    """Puts the rows into a database, and indexes their words when all are there."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._tables = {table.name: table for table in TABLES}
        self._database: Database | None = None

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """Nothing yet."""
        table = self._tables[path.partition(".")[0]]
        rows = _decode(data)
        places = ", ".join("?" * len(_columns(table)))
        database = self._begun()
        database.connection.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
        return iter(())

    def _begun(self) -> Database:
        if self._database is None:
            self._database = database = self._collection.workshop.database()
            database.connection.execute("BEGIN")
            for table in TABLES:
                database.connection.execute(_definition(table))
            database.connection.execute("CREATE INDEX names_of_statement ON names (statement)")
            self._describe(database)
        return self._database

    def _describe(self, database: Database) -> None:
        collection = self._collection
        told = (
            ("title", collection.title), ("language", collection.language), ("released", collection.released),
            ("selection", collection.selection),
        )  # fmt: skip
        database.connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
        database.connection.executemany("INSERT INTO about VALUES (?, ?)", told)

    def finish(self) -> Iterator[Piece]:
        """The database."""
        database = self._begun()
        database.connection.execute(_INDEX)
        database.connection.execute("COMMIT")
        for block in database.blocks():
            yield DATABASE, block


def _columns(table: Table) -> tuple[tuple[str, str], ...]:
    return (*table.columns, ("lemmas", STRING)) if table is SENTENCES else table.columns


def _definition(table: Table) -> str:
    columns = [f'"{name}" {_TYPES[kind]}' for name, kind in _columns(table)]
    keys = [f"PRIMARY KEY ({', '.join(table.key)})"]
    keys += [
        f"FOREIGN KEY ({', '.join(own)}) REFERENCES {other} ({', '.join(own)})"
        for own, other in table.references
    ]
    lines = ",\n  ".join([*columns, *keys])
    return f"CREATE TABLE {table.name} (\n  {lines}\n)"


_FORMAT = TableFormat("rows", "application/vnd.sqlite3", lambda _: b"", _rows)
database_edition = Edition(
    "sqlite",
    _FORMAT.media_type,
    (DATABASE,),
    "datasette",
    partial(TablesWriter, format=_FORMAT),
    DatabaseAssembler,
    analysed=True,
)
