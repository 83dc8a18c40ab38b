"""How the columns of a table become fields: the mapping, as an editor writes it in TOML, and a first guess at it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec

from allocution.content.importing.csv_table import guess_delimiter, guess_encoding, read_rows
from allocution.errors import UsageError

_FIELDS_WRITTEN = """
    speaker speaker-id charge words date delivered posted verdict place court judge source language jurisdiction title
"""
FIELDS = tuple(_FIELDS_WRITTEN.split())
_DATES = ("%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y")
# Names of columns, in lower case without marks, by field; the first that a table has wins.
_COLUMN_NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(names.split(", "))
    for field, names in {
        "words": "last statement, laststatement, statement, last words, words, text, speech, слово, текст, речь, сөз",
        "speaker": "speaker, full name, name, defendant, имя, фио, подсудимый, есімі, аты жөні",
        "speaker-id": "number, id, tdcj number, номер, нөмір",
        "delivered": "date, delivered, execution date, дата, күні",
        "charge": "charge, article, обвинение, статья, айып, бап",
        "court": "court, суд, сот",
        "source": "source, link, url, источник, ссылка, дереккөз",
        "language": "language, lang, язык, тіл",
        "jurisdiction": "jurisdiction, country, страна, ел",
        "title": "title, заголовок, тақырып",
    }.items()
}
_GIVEN, _FAMILY = (
    ("first name", "given name", "firstname", "имя"),
    ("last name", "surname", "lastname", "фамилия"),
)
_NONE = ("", "NULL", "None", "N/A", "NA", "null", "n/a", "-")
_REFUSED = re.compile(
    r"(?:no|none|no,? (?:i have )?no (?:last|final) (?:statement|words?)"
    r"|no (?:last|final) (?:statement|words?)(?: given)?"
    r"|(?:this (?:offender|inmate) )?declined(?: to make a (?:last|final) statement)?"
    r"|нет|отказал(?:ся|ась)(?: от (?:последнего слова|выступления))?|жоқ|(?:соңғы сөзден )?бас тартты)\W*",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"^\s*(\((?:Written|Spoken|Verbal)[^)]*\)|(?:Written|Spoken|Verbal)(?: [Ss]tatement)?:)", re.MULTILINE
)
_MARK_INSIDE = re.compile(
    r"(?<=\s)(\((?:Written|Spoken|Verbal)[^)]*\)|(?:Written|Spoken|Verbal)(?: [Ss]tatement)?:)"
)


class CsvMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the mapping file says. `columns` name for each field the columns whose values make it, joined by spaces."""

    columns: dict[str, list[str]]
    key: list[str]
    encoding: str = "utf-8"
    delimiter: str = ","
    folder: str = "statements"
    name: list[str] = []
    keep: list[str] = []
    date_format: str = "%Y-%m-%d"
    constants: dict[str, str | bool] = {}
    none: tuple[str, ...] = _NONE
    refused: list[str] = []
    marks: dict[str, str] = {}


def read_mapping(data: bytes) -> CsvMapping:
    """The mapping of a TOML file. Raises UsageError."""
    try:
        mapping = msgspec.toml.decode(data, type=CsvMapping)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError("mapping-unreadable", problem=error) from error
    unknown = sorted(set(mapping.columns) - set(FIELDS))
    if unknown:
        raise UsageError("mapping-fields-unknown", names=", ".join(unknown), known=", ".join(FIELDS))
    if not mapping.columns.get("words") or not mapping.columns.get("speaker"):
        raise UsageError("mapping-columns-missing")
    return mapping


def refuse_missing_columns(mapping: CsvMapping, columns: Sequence[str]) -> None:
    """Raises UsageError where the mapping names columns that the table doesn't have."""
    named = {*mapping.key, *mapping.keep, *mapping.name}.union(*mapping.columns.values())
    if missing := sorted(named.difference(columns)):
        raise UsageError("table-columns-missing", names=", ".join(missing), known=", ".join(columns))


def guess_mapping(data: bytes, name: str) -> str:
    """A first mapping for a table as commented TOML, to be looked through. Raises UsageError."""
    encoding = guess_encoding(data)
    delimiter = guess_delimiter(data, encoding)
    columns, rows = read_rows(data, encoding, delimiter)
    if not rows:
        raise UsageError("table-without-rows", name=name)
    found = _guess_columns(columns, rows)
    words = [" ".join(row.get(column, "") for column in found.get("words", [])) for row in rows]
    key = found.get("speaker-id") or [
        max(columns, key=lambda column: len({row.get(column, "") for row in rows}))
    ]
    written = [row.get(column, "") for column in found.get("delivered", []) for row in rows]
    dates = [date for date in written if date not in _NONE]
    marks = {
        mark.strip(): _delivery(mark)
        for text in words
        for mark in [*_MARK.findall(text), *_MARK_INSIDE.findall(text)]
    }
    used = {column for group in found.values() for column in group}
    return _written(
        name,
        encoding=encoding,
        delimiter=delimiter,
        key=key,
        keep=[column for column in columns if column not in used],
        date_format=_date_format(dates),
        columns=found,
        refused=sorted({text.strip() for text in words if _REFUSED.fullmatch(text.strip())}),
        marks=dict(sorted(marks.items())),
    )


def _guess_columns(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    plain = {column: re.sub(r"[^\w]+|_+", " ", column).strip().lower() for column in columns}
    found: dict[str, list[str]] = {}
    given, family = _named(plain, _GIVEN), _named(plain, _FAMILY)
    if given and family:
        found["speaker"] = [given, family]
    taken = {given, family} if given and family else set()
    for field, names in _COLUMN_NAMES.items():
        candidates = {column: name for column, name in plain.items() if column not in taken}
        column = _named(candidates, names) or next(
            (each for each, name in candidates.items() for known in names if known in name.split()), ""
        )
        if column and field not in found:
            found[field] = [column]
            taken.add(column)
    if "words" not in found:
        longest = max(columns, key=lambda column: sum(len(row.get(column, "")) for row in rows))
        found = {
            "words": [longest],
            **{field: group for field, group in found.items() if longest not in group},
        }
    return found


def _named(plain: Mapping[str, str], names: Iterable[str]) -> str:
    return next((column for name in names for column, written in plain.items() if written == name), "")


def _date_format(dates: Sequence[str]) -> str:
    """The form that most of them have."""
    return max(_DATES, key=lambda form: sum(_fits(date, form) for date in dates))


def _fits(date: str, form: str) -> bool:
    try:
        datetime.strptime(date.strip(), form)
    except ValueError:
        return False
    return True


def _delivery(mark: str) -> str:
    return "written" if "ritten" in mark else "spoken"


def _written(
    name: str, *, columns: Mapping[str, list[str]], marks: Mapping[str, str], **values: object
) -> str:
    lines = [
        f"# How the table {name} becomes statements: look through it, then",
        f"# allocution import csv {name} --mapping THIS-FILE --into ARCHIVE",
        "",
        "# How the file is written.",
        f"encoding = {_toml(values['encoding'])}",
        f"delimiter = {_toml(values['delimiter'])}",
        "# The columns that tell rows apart; a second import knows by them what it has already.",
        f"key = {_toml(values['key'])}",
        "# Columns that no field takes; they stay in the file, under `imported`.",
        f"keep = {_toml(values['keep'])}",
        "# How days are written in the table (as Python's strftime has it); 2020 and 2020-06 are understood, too.",
        f"date_format = {_toml(values['date_format'])}",
        "# What stands where nothing was recorded: the statement's delivery is then “not-recorded”.",
        f"none = {_toml(list(_NONE))}",
        "# What stands where nothing was said: delivery “refused”. A real statement of one word doesn't belong here.",
        f"refused = {_toml(values['refused'])}",
        "",
        f"# Field = columns, joined with a space. Fields: {', '.join(FIELDS[:9])},",
        f"# {', '.join(FIELDS[9:])}.",
        "[columns]",
        *(f"{field} = {_toml(group)}" for field, group in columns.items()),
        *([] if "speaker" in columns else ["speaker = []  # Fill in: the columns that name who speaks."]),
        "",
        "# The same in every statement. language, jurisdiction and stage are worth stating.",
        "[constants]",
        "draft = false",
        "",
        "# Words of the clerk that say how what follows was delivered; they become headings.",
        "[marks]",
        *(f"{_toml(mark)} = {_toml(delivery)}" for mark, delivery in marks.items()),
        "",
    ]
    return "\n".join(lines)


def _toml(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)
