"""Statements out of the tables of an edition (`jsonl`): what went out as rows comes back as content files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from allocution.content.importing.passage_markdown import passages_markdown
from allocution.content.importing.statements import ImportedStatement, digest_of, file_name
from allocution.content.people import person_identifier
from allocution.errors import UsageError

STATEMENTS = "statements.jsonl"
_TABLES = ("charges", "sources", "passages", "corrections", "names")
_JOINED = "; "
_ROLE_SPEAKER, _ROLE_JUDGE = "speaker", "judge"
Row = Mapping[str, Any]


class UnreadableTablesError(UsageError):
    """Files that aren't the tables of an edition."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A statement as its rows tell of it."""

    row: Row
    charges: Sequence[Row]
    sources: Sequence[Row]
    passages: Sequence[Row]
    corrections: Sequence[Row]
    names: Sequence[Row]
    named: Set[str]
    translated: bool = False
    original_language: str = ""

    @property
    def name(self) -> str:
        """What it is called in the edition."""
        return str(self.row["statement"])

    def digest(self) -> str:
        """A digest of all its rows."""
        every = (self.row, *self.charges, *self.sources, *self.passages, *self.corrections, *self.names)
        return digest_of(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in every)

    def imported(self) -> ImportedStatement:
        """The content file's parts. Its page keeps the address that it had."""
        fields = {key: value for key, value in self._fields() if value not in ("", None, [], False)}
        body = passages_markdown(self.passages)
        return ImportedStatement(
            self.name, self.digest(), file_name(self.name.replace(".", "-")), fields, body
        )

    def _fields(self) -> Iterator[tuple[str, Any]]:
        row = self.row
        yield "title", row["title"]
        yield "type", "statement"
        yield "date", row["undetermined_date"]
        if row["changed"] and not str(row["undetermined_date"] or "").startswith(row["changed"]):
            yield "lastmod", row["changed"]
        yield "url", unquote(urlsplit(row["address"]).path)
        if row["translates"] or self.translated:
            yield "translationKey", row["translates"] or self.name
        yield "original", self.original_language
        yield "speakers", _people(row["speakers"], self.names, self.named, _ROLE_SPEAKER)
        yield "charges", [_charge(charge) for charge in self.charges]
        yield "jurisdiction", row["jurisdiction"]
        yield "court", _split(row["courts"])
        yield "judge", _people(row["judges"], self.names, self.named, _ROLE_JUDGE)
        for key in ("case", "stage", "delivery", "delivered", "posted", "verdict", "place"):
            yield key, row[key]
        yield "timezone", row["time_zone"]
        yield "sentence", row["punishment"]
        yield (
            "sources",
            [_entry(source, ("address", "title", "date", "archived", "note")) for source in self.sources],
        )
        yield "transcribers", _split(row["transcribers"])
        yield "translators", _split(row["translators"])
        yield "translation", "machine" if row["machine_translated"] else ""
        yield "language", row["language"] if row["language_stated"] else ""
        yield "retelling", row["retelling"]
        yield "rights", row["rights"]
        yield "corrections", _corrections(self.corrections, self.passages)


def read_tables(files: Mapping[str, bytes]) -> list[Exported]:
    """The statements that the files of an edition hold, in their order. Raises UnreadableTablesError."""
    if STATEMENTS not in files:
        raise UnreadableTablesError("tables-missing", file=STATEMENTS)
    tables = {name: _rows(files.get(f"{name}.jsonl", b""), f"{name}.jsonl") for name in _TABLES}
    return exported_statements(_rows(files[STATEMENTS], STATEMENTS), tables)


def exported_statements(statements: Sequence[Row], tables: Mapping[str, Sequence[Row]]) -> list[Exported]:
    """The statements that rows tell of, in their order. Raises UnreadableTablesError."""
    rows = {name: _by_statement(tables.get(name, ())) for name in _TABLES}
    originals = {row.get("translates") for row in statements}
    named = _named_otherwise(row for found in rows["names"].values() for row in found)
    languages = {row.get("statement"): str(row.get("language") or "") for row in statements}
    found = []
    for row in statements:
        name = row.get("statement")
        if not isinstance(name, str) or not isinstance(row.get("address"), str):
            raise UnreadableTablesError("table-row-incomplete", file=STATEMENTS)
        complete = {column: row.get(column) for column in _COLUMNS} | dict(row)
        charges, sources, passages, corrections, names = (rows[table].get(name, []) for table in _TABLES)
        found.append(
            Exported(
                complete, charges, sources, passages, corrections, names, named, name in originals,
                languages.get(row.get("translates"), ""),
            )
        )  # fmt: skip
    return found


_COLUMNS = (
    "statement address title speakers language language_stated translates delivered posted verdict undetermined_date"
    " changed jurisdiction courts judges case stage delivery place time_zone punishment transcribers translators"
    " machine_translated retelling rights"
).split()


def _rows(data: bytes, name: str) -> list[Row]:
    found: list[Row] = []
    for number, line in enumerate(data.splitlines(), start=1):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise UnreadableTablesError("table-row-unreadable", file=name, line=number)
        found.append(row)
    return found


def _by_statement(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(str(row.get("statement")), []).append(row)
    return found


def _split(joined: str | None) -> list[str]:
    return joined.split(_JOINED) if joined else []


def _named_otherwise(names: Iterable[Row]) -> Set[str]:
    """The people who are told from others by more than their name: in several spellings, or from namesakes."""
    return {
        str(row.get("person"))
        for row in names
        if row.get("person") != f"p-{person_identifier(str(row.get('name')))}"
    }


def _people(
    joined: str | None, names: Iterable[Row], named: Set[str], role: str
) -> list[str | dict[str, str]]:
    """The people of a role in their order, with an `id` where they are told from others by more than their name.

    A name that holds what parts names is found by the table of names.
    """
    known = {str(row.get("name")): str(row.get("person")) for row in names if row.get("role") == role}
    found: list[str] = []
    waiting = ""
    for part in _split(joined):
        waiting = f"{waiting}{_JOINED}{part}" if waiting else part
        if waiting in known or part in known:
            found.append(waiting)
            waiting = ""
    every = (*found, *_split(waiting))
    return [{"name": name, "id": known[name]} if known.get(name) in named else name for name in every]


def _entry(row: Row, keys: Iterable[str]) -> dict[str, str]:
    return {key: str(row[key]) for key in keys if row.get(key)}


def _charge(row: Row) -> dict[str, str] | str:
    entry = _entry(row, ("wording", "law", "article", "part"))
    return entry if len(entry) > 1 else str(row.get("wording", ""))


def _corrections(rows: Sequence[Row], passages: Sequence[Row]) -> list[dict[str, Any]]:
    """What was corrected: everywhere, or at the places that the rows name."""
    places: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for row in rows:
        key = (str(row["written"]), str(row["meant"]), str(row.get("note") or ""))
        places.setdefault(key, []).append((int(row["passage"]), int(row["start"])))
    found = []
    for (written, meant, note), corrected in places.items():
        every = list(_occurrences(written, passages))
        entry: dict[str, Any] = {"written": written, "meant": meant}
        numbers = (
            [0] if len(every) == len(corrected) else [every.index(at) + 1 for at in corrected if at in every]
        )
        noted = entry | ({"note": note} if note else {})
        found += [noted | ({"occurrence": number} if number else {}) for number in numbers]
    return found


def _occurrences(written: str, passages: Iterable[Row]) -> Iterator[tuple[int, int]]:
    """Where whole words stand written so, as corrections count them."""
    before = r"(?<!\w)" if written[:1].isalnum() else ""
    after = r"(?!\w)" if written[-1:].isalnum() else ""
    pattern = re.compile(before + re.escape(written) + after)
    for row in passages:
        for match in pattern.finditer(str(row.get("text") or "")):
            yield int(row["passage"]), match.start()
