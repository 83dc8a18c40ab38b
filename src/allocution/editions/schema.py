"""The tables that editions hold an archive in, and their Data Package descriptor (https://datapackage.org/)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

STRING, INTEGER, BOOLEAN = "string", "integer", "boolean"
Cell = str | int | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types, the columns of its key, and which columns lead to which table's key."""

    name: str
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]
    references: tuple[tuple[tuple[str, ...], str], ...] = ()


def _table(name: str, key: str, columns: str, *references: tuple[str, str]) -> Table:
    """A table in short: columns part by spaces, `#` after the name of a whole number, `?` of a yes or no."""
    types = {"#": INTEGER, "?": BOOLEAN}
    parsed = tuple((each.rstrip("#?"), types.get(each[-1], STRING)) for each in columns.split())
    leading = tuple((tuple(own.split()), other) for own, other in references)
    return Table(name, parsed, tuple(key.split()), leading)


STATEMENTS = _table(
    "statements",
    "statement",
    "statement address path title speakers charges language language_stated? translates date date_earliest date_latest"
    " delivered posted verdict undetermined_date changed jurisdiction courts judges case stage delivery place time_zone"
    " punishment transcribers translators machine_translated? retelling? rights sentences# words#",
)
PASSAGES = _table(
    "passages",
    "statement passage",
    "statement passage# kind role speaker language level# depth# label text",
    ("statement", "statements"),
)
SENTENCES = _table(
    "sentences",
    "statement sentence",
    "statement sentence address passage# number# start# end# role language text meant",
    ("statement", "statements"),
    ("statement passage", "passages"),
)
PEOPLE = _table("people", "person", "person name script")
NAMES = _table(
    "names",
    "person statement role name",
    "person statement role name script language",
    ("person", "people"),
    ("statement", "statements"),
)
CHARGES = _table(
    "charges",
    "statement number",
    "statement number# wording law article part article_title candidates",
    ("statement", "statements"),
)
SOURCES = _table(
    "sources",
    "statement number",
    "statement number# address title date archived note",
    ("statement", "statements"),
)
CORRECTIONS = _table(
    "corrections",
    "statement passage start",
    "statement passage# start# end# written meant note",
    ("statement", "statements"),
    ("statement passage", "passages"),
)
TABLES = (STATEMENTS, PASSAGES, SENTENCES, PEOPLE, NAMES, CHARGES, SOURCES, CORRECTIONS)


def descriptor(
    tables: Iterable[Table], title: str, version: str, extension: str, media_type: str
) -> dict[str, object]:
    """The descriptor of a Data Package that has each table in the file of its name."""
    described: dict[str, object] = {
        "name": "last-words",
        "title": title,
        "profile": "data-package",
        "resources": [_resource(table, extension, media_type) for table in tables],
    }
    return described | ({"version": version} if version else {})


def _resource(table: Table, extension: str, media_type: str) -> dict[str, object]:
    return {
        "name": table.name,
        "path": f"{table.name}.{extension}",
        "profile": "tabular-data-resource",
        "format": extension,
        "mediatype": media_type,
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(table, name, kind) for name, kind in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(own), "reference": {"resource": other, "fields": list(own)}}
                for own, other in table.references
            ],
        },
    }


def _field(table: Table, name: str, kind: str) -> dict[str, object]:
    required = {"constraints": {"required": True}} if name in table.key else {}
    return {"name": name, "type": kind, **required}
