"""The field table: every front-matter key, defined once.

It drives reading, writing, checking, the JSON Schema for editors' tools and the reference page of the documentation.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import msgspec

from allocution.content.field_table import FIELD_ROWS
from allocution.content.vocabularies import VOCABULARIES

LABEL_LANGUAGES = ("ru", "kk", "en", "uk")


class FieldType(StrEnum):
    """What values a field takes."""

    TEXT = "text"
    TEXTS = "texts"
    TRUTH = "truth"
    MOMENT = "moment"
    DATE = "date"
    CHOICE = "choice"
    LANGUAGE = "language"
    ZONE = "zone"
    ADDRESS = "address"
    NUMBER = "number"
    MAPPING = "mapping"
    PEOPLE = "people"
    CHARGES = "charges"
    SOURCES = "sources"
    CORRECTIONS = "corrections"
    LINKS = "links"
    WITHDRAWAL = "withdrawal"
    WITHHOLDINGS = "withholdings"


class Term(msgspec.Struct, frozen=True):
    """One value of a vocabulary and its labels in the order of LABEL_LANGUAGES."""

    value: str
    labels: tuple[str, str, str, str]


class Field(msgspec.Struct, frozen=True):
    """One front-matter key; `aliases` are other spellings read as it, `hugo` says that Hugo defines it."""

    name: str
    type: FieldType
    labels: tuple[str, str, str, str]
    help: tuple[str, str, str, str]
    aliases: tuple[str, ...] = ()
    vocabulary: tuple[Term, ...] = ()
    hugo: bool = False

    def label(self, language: str) -> str:
        """The label in a language of the interface; English for one that has none."""
        return _in_language(self.labels, language)

    def help_in(self, language: str) -> str:
        """What the field is for, in a language of the interface; English for one that has none."""
        return _in_language(self.help, language)

    def value_label(self, value: str, language: str) -> str:
        """The label of a vocabulary's value, or the value itself."""
        return next(
            (_in_language(term.labels, language) for term in self.vocabulary if term.value == value), value
        )

    @property
    def values(self) -> frozenset[str]:
        """The values that the vocabulary allows; empty where any is allowed."""
        return frozenset(term.value for term in self.vocabulary)


def _in_language(labels: tuple[str, str, str, str], language: str) -> str:
    return labels[LABEL_LANGUAGES.index(language) if language in LABEL_LANGUAGES else 2]


def _field(row: tuple[Any, ...]) -> Field:
    name, kind, aliases, hugo, labels, help_texts = row
    vocabulary = tuple(Term(value, labels) for value, labels in VOCABULARIES.get(name, ()))
    return Field(name, FieldType(kind), labels, help_texts, aliases, vocabulary, hugo)


FIELDS: tuple[Field, ...] = tuple(_field(row) for row in FIELD_ROWS)
FIELD_BY_KEY: dict[str, Field] = {
    key: field for field in FIELDS for key in (field.name.lower(), *field.aliases)
}
STATEMENT_KEYS = frozenset(
    key
    for key, field in FIELD_BY_KEY.items()
    if not field.hugo and field.name not in ("language", "rights", "links", "withhold")
)


def field(name: str) -> Field:
    """The field of that key or alias; raises KeyError."""
    return FIELD_BY_KEY[name.lower()]


_ITEM_SCHEMAS: dict[FieldType, dict[str, Any]] = {
    FieldType.PEOPLE: {"name": "string", "id": "string"},
    FieldType.CHARGES: {"wording": "string", "law": "string", "article": "string", "part": "string"},
    FieldType.SOURCES: {
        "address": "string",
        "title": "string",
        "date": "string",
        "archived": "string",
        "note": "string",
    },
    FieldType.CORRECTIONS: {
        "written": "string",
        "meant": "string",
        "occurrence": "integer",
        "note": "string",
    },
    FieldType.LINKS: {"address": "string", "title": "string", "language": "string"},
    FieldType.WITHDRAWAL: {"date": "string", "reason": "string"},
    FieldType.WITHHOLDINGS: {
        "name": "string",
        "text": "string",
        "field": "string",
        "source": "string",
        "statement": "boolean",
        "reason": "string",
        "until": "string",
        "since": "string",
    },
}
_PLAIN_SCHEMAS: dict[FieldType, dict[str, Any]] = {
    FieldType.TEXT: {"type": ["string", "number"]},
    FieldType.TEXTS: {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    FieldType.TRUTH: {"type": "boolean"},
    FieldType.MOMENT: {"type": "string"},
    FieldType.DATE: {"type": ["string", "integer"]},
    FieldType.CHOICE: {"type": "string"},
    FieldType.LANGUAGE: {
        "oneOf": [
            {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
            {"type": "array", "items": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}},
        ]
    },
    FieldType.ZONE: {"type": "string", "pattern": "^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$"},
    FieldType.ADDRESS: {"type": "string", "format": "uri-reference"},
    FieldType.NUMBER: {"type": "integer"},
    FieldType.MAPPING: {"type": ["object", "array"]},
}


def item_keys(kind: FieldType) -> frozenset[str]:
    """The keys that an entry of a structured field may have."""
    return frozenset(_ITEM_SCHEMAS.get(kind, ()))


def json_schema(language: str = "en") -> dict[str, Any]:
    """A JSON Schema (2020-12) of the front matter, for editors' tools; further keys are allowed, as in Hugo."""
    properties: dict[str, Any] = {}
    for entry in FIELDS:
        schema = _schema(entry) | {
            "title": entry.label(language),
            "description": _in_language(entry.help, language),
        }
        for key in (entry.name, *entry.aliases):
            properties[key] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a statement",
        "type": "object",
        "properties": properties,
    }


def _schema(entry: Field) -> dict[str, Any]:
    if entry.type in _PLAIN_SCHEMAS:
        schema = dict(_PLAIN_SCHEMAS[entry.type])
        return schema | {"enum": sorted(entry.values)} if entry.vocabulary else schema
    keys = {key: {"type": kind} for key, kind in _ITEM_SCHEMAS[entry.type].items()}
    item = {"type": "object", "properties": keys, "additionalProperties": False}
    if entry.type is FieldType.WITHDRAWAL:
        return {"oneOf": [{"type": "boolean"}, item]}
    text_or_item = {"oneOf": [{"type": "string"}, item]}
    if entry.type is FieldType.WITHHOLDINGS:
        keys["reason"] = {"type": "string", "enum": sorted(entry.values)}
        return {"oneOf": [item, {"type": "array", "items": item}]}
    if entry.type is FieldType.CORRECTIONS:
        return {"type": "array", "items": item}
    return {"oneOf": [{"type": "string"}, item, {"type": "array", "items": text_or_item}]}
