"""What a request to the API may ask for: each parameter defined once, for reading, refusing and describing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from allocution.editions import api_contract as contract

MOST_ITEMS = 500
MOST_OFFSET = 10_000_000
LONGEST_QUERY = 2_000
LONGEST_VALUE = 500
_DAY = r"^-?\d{4}(-\d\d(-\d\d)?)?$"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its JSON Schema and what it is for. `many` values are parted by commas."""

    name: str
    help: str
    schema: Mapping[str, Any]
    many: bool = False
    required: bool = False


class UnusableParameterError(ValueError):
    """A parameter has a value that can't be used; `code` is a message of the catalogue `api`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def _identifier(name: str, of: str) -> Parameter:
    return Parameter(
        name, f"Only statements of this {of}, by its `id`.", {"type": "string", "maxLength": 500}
    )


def _fields(kind: type) -> Parameter:
    names = [each.name for each in fields(kind)]
    schema = {
        "type": "array",
        "items": {"type": "string", "enum": names},
        "minItems": 1,
        "maxItems": len(names),
    }
    return Parameter("fields", "Only these fields of each item, parted by commas.", schema, many=True)


LIMIT = Parameter(
    "limit",
    "How many items at most.",
    {"type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": 100},
)
OFFSET = Parameter(
    "offset", "How many to leave out before the first.",
    {"type": "integer", "minimum": 0, "maximum": MOST_OFFSET, "default": 0},
)  # fmt: skip
STATEMENTS: tuple[Parameter, ...] = (
    _identifier("speaker", "speaker"),
    _identifier("charge", "charge"),
    _identifier("court", "court"),
    _identifier("country", "country"),
    Parameter("language", "Only statements in this language (BCP 47).", {"type": "string", "maxLength": 35}),
    Parameter(
        "since", "Only statements that may be of this day, month or year, or later ones.",
        {"type": "string", "pattern": _DAY},
    ),
    Parameter(
        "until", "Only statements that may be of this day, month or year, or earlier ones.",
        {"type": "string", "pattern": _DAY},
    ),
    Parameter("sort", "The earliest first, or the latest.", {"type": "string", "enum": ["date", "-date"]}),
    LIMIT,
    OFFSET,
    _fields(contract.StatementSummary),
)  # fmt: skip
STATEMENT: tuple[Parameter, ...] = (_fields(contract.Statement),)
TERMS: tuple[Parameter, ...] = (LIMIT, OFFSET, _fields(contract.TermSummary))
SEARCH: tuple[Parameter, ...] = (
    Parameter(
        "q", "What is looked for, in the query language of the search.",
        {"type": "string", "minLength": 1, "maxLength": LONGEST_QUERY}, required=True,
    ),
    Parameter(
        "sort", "By relevance, or the newest first.",
        {"type": "string", "enum": ["relevance", "date"], "default": "relevance"},
    ),
    Parameter(
        "limit", "How many hits at most.", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
    ),
    Parameter(
        "offset", "How many to leave out before the first.",
        {"type": "integer", "minimum": 0, "maximum": 100_000, "default": 0},
    ),
    _fields(contract.Hit),
)  # fmt: skip


def read_parameters(given: Sequence[tuple[str, str]], known: Sequence[Parameter]) -> dict[str, Any]:
    """The values by name, with those that hold where nothing is given. Raises UnusableParameterError."""
    by_name = {each.name: each for each in known}
    values: dict[str, Any] = {}
    for name, text in given:
        if name not in by_name:
            raise UnusableParameterError("parameter-unknown", name=name, known=", ".join(by_name) or "-")
        if name in values:
            raise UnusableParameterError("parameter-repeated", name=name)
        values[name] = _read(by_name[name], text)
    for each in known:
        if each.required and each.name not in values:
            raise UnusableParameterError("parameter-missing", name=each.name)
        if "default" in each.schema:
            values.setdefault(each.name, each.schema["default"])
    return values


def _read(parameter: Parameter, text: str) -> Any:
    schema = parameter.schema
    if parameter.many:
        items = text.split(",")
        if all(each in schema["items"]["enum"] for each in items) and len(items) <= schema["maxItems"]:
            return tuple(dict.fromkeys(items))
        raise _unusable(parameter, text, ", ".join(schema["items"]["enum"]))
    if schema["type"] == "integer":
        least, most = schema["minimum"], schema["maximum"]
        if re.fullmatch("[0-9]{1,9}", text) and least <= int(text) <= most:
            return int(text)
        raise _unusable(parameter, text, f"{least}..{most}")
    if "enum" in schema:
        if text in schema["enum"]:
            return text
        raise _unusable(parameter, text, ", ".join(schema["enum"]))
    return _read_text(parameter, text)


def _read_text(parameter: Parameter, text: str) -> str:
    schema = parameter.schema
    longest = schema.get("maxLength", LONGEST_VALUE)
    if not schema.get("minLength", 0) <= len(text) <= longest:
        raise _unusable(parameter, text, f"1..{longest}")
    if "pattern" in schema and not re.search(schema["pattern"], text):
        raise _unusable(parameter, text, "2020, 2020-06, 2020-06-22")
    return text


def _unusable(parameter: Parameter, text: str, expected: str) -> UnusableParameterError:
    return UnusableParameterError(
        "parameter-unusable", name=parameter.name, value=text[:100], expected=expected
    )
