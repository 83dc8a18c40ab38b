"""Rows of a table as statements, by a mapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allocution.content.dates import read_date
from allocution.content.importing.csv_mapping import CsvMapping
from allocution.content.importing.csv_table import BEYOND
from allocution.content.importing.statements import (
    ImportedStatement,
    digest_of,
    file_name,
    plain_as_markdown,
    repairs,
)
from allocution.model.dates import DateMeaning

Row = Mapping[str, str]
_DATES = ("date", "delivered", "posted", "verdict")
# What of strptime's directives says the hour, and what the day; a table that doesn't say them has dates without.
_TELLING_TIME, _TELLING_DAY = frozenset("HIcX"), frozenset("djuwx")
_EDTF = re.compile(r"\d{4}(?:-\d\d){0,2}[~?%]?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_PLAIN = ("place", "court", "judge", "language", "jurisdiction", "stage", "rights", "case")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that can't become a statement, and why: `no-key`, `no-speaker`, `bad-date`, `repeated-key`, `cells`."""

    number: int
    key: str
    reason: str
    value: str = ""


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, mapping: CsvMapping) -> None:
        self._mapping = mapping
        self._seen: set[str] = set()

    def read(self, number: int, row: Row) -> ImportedStatement | RefusedRow:
        """One row, numbered from 1 without the heading."""
        key = " ".join(row.get(column, "").strip() for column in self._mapping.key).strip()
        speaker = self._joined(row, "speaker")
        if not key or not speaker:
            return RefusedRow(number, key, "no-speaker" if key else "no-key")
        if key in self._seen:
            return RefusedRow(number, key, "repeated-key")
        if BEYOND in row or any(column not in row for column in self._mapping.columns["words"]):
            return RefusedRow(number, key, "cells", row.get(BEYOND, ""))
        self._seen.add(key)
        dates: dict[str, str] = {}
        for field in _DATES:
            written = self._joined(row, field)
            if written and written not in self._mapping.none:
                day = self._day(written)
                if not day:
                    return RefusedRow(number, key, "bad-date", written)
                dates[field] = day
        return self._statement(key, speaker, dates, row)

    def _statement(self, key: str, speaker: str, dates: Mapping[str, str], row: Row) -> ImportedStatement:
        words = " ".join(row.get(column, "") for column in self._mapping.columns["words"])
        kind, delivery, body = self._words(words)
        identifier = self._joined(row, "speaker-id")
        charge = self._joined(row, "charge")
        fields: dict[str, Any] = {
            "title": self._joined(row, "title") or (f"{speaker} ({charge})" if charge else speaker),
            "date": dates.get("date") or _first_day(dates),
            **self._mapping.constants,
            "speakers": [{"name": speaker, "id": identifier} if identifier else speaker],
            "charges": [charge] if charge else None,
            **{field: dates[field] for field in _DATES[1:] if field in dates},
            **{field: self._joined(row, field) for field in _PLAIN if field in self._mapping.columns},
            "delivery": delivery,
            "sources": [self._joined(row, "source")] if self._joined(row, "source") else None,
            "corrections": repairs(body) or None,
        }
        kept: dict[str, Any] = {}
        if self._mapping.keep:
            kept["row"] = {column: row.get(column, "") for column in self._mapping.keep}
        if kind != "statement" and words.strip():
            kept["words"] = words.strip()
        fields = {name: value for name, value in fields.items() if value not in (None, "")}
        if kept:
            fields["imported"] = kept
        names = [row.get(column, "") for column in self._mapping.name] or [speaker, identifier]
        digest = digest_of([f"{column}={value}" for column, value in sorted(row.items())])
        return ImportedStatement(key, digest, file_name(*names), fields, body, kind)

    def _joined(self, row: Row, field: str) -> str:
        values = (row.get(column, "").strip() for column in self._mapping.columns.get(field, ()))
        return " ".join(value for value in values if value and value not in self._mapping.none)

    def _day(self, written: str) -> str:
        """A date as exact as the table has it, in EDTF; empty where it is none."""
        try:
            moment = datetime.strptime(written, self._mapping.date_format)
        except ValueError:
            return written if _EDTF.fullmatch(written) and _is_date(written) else ""
        told = set(re.findall(r"%-?(\w)", self._mapping.date_format))
        if told & _TELLING_TIME:
            return moment.isoformat(timespec="seconds" if told & set("ScX") else "minutes")
        if told & _TELLING_DAY:
            return moment.date().isoformat()
        return f"{moment.year:04}-{moment.month:02}" if told & set("bBm") else f"{moment.year:04}"

    def _words(self, words: str) -> tuple[str, str, str]:
        """What came of the cell: its kind, the delivery, and the body as Markdown."""
        plain = words.strip()
        if plain in self._mapping.none:
            return "not-recorded", "not-recorded", ""
        if plain in (text.strip() for text in self._mapping.refused):
            return "refused", "refused", ""
        deliveries: list[str] = []
        parts = list(self._parts(words, deliveries))
        delivery = deliveries[0] if len(set(deliveries)) == 1 else "spoken" if deliveries else ""
        return "statement", delivery, "\n\n".join(part for part in parts if part)

    def _parts(self, words: str, deliveries: list[str]) -> Iterator[str]:
        """The words with the clerk's marks as headings."""
        marks = sorted(self._mapping.marks, key=len, reverse=True)
        if not marks:
            yield plain_as_markdown(words.strip())
            return
        pattern = re.compile(rf"(?:(?<=\s)|\A)({'|'.join(map(re.escape, marks))})")
        position = 0
        for match in pattern.finditer(words):
            yield plain_as_markdown(words[position : match.start()].strip())
            deliveries.append(self._mapping.marks[match[1]])
            yield f"## {plain_as_markdown(match[1].strip('(): '))}"
            position = match.end()
        yield plain_as_markdown(words[position:].strip())


def _is_date(written: str) -> bool:
    try:
        read_date(written, DateMeaning.UNSTATED)
    except ValueError:
        return False
    return True


def _first_day(dates: Mapping[str, str]) -> str | None:
    """The first date that says the day, as Hugo's own has to."""
    return next((date for date in dates.values() if _DAY.fullmatch(date)), None)
