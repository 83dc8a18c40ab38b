"""Dates of front matter: EDTF (ISO 8601-2:2019, levels 0 to 2) and Hugo's moments, as exact as written."""

from __future__ import annotations

import calendar
import io
import re
from contextlib import redirect_stdout
from datetime import date, datetime, timedelta, timezone

from allocution.content.hugo.moments import read_instant
from allocution.model.dates import DateMeaning, Precision, StatedDate

_NO_OFFSET = timezone(timedelta(), "none stated")
_PLAIN = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_UNSPECIFIED = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)")
_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?",
)
# What no date of this kind of archive needs, and what the grammar would work on for ever: long sets, years of a
# billion digits.
_MOST_LETTERS = 200
_FIRST, _LAST = "0000-01-01", "9999-12-31"
_TOO_LARGE = re.compile(r"E\d{2}|S\d{3}|Y-?\d{10}")


def read_moment(written: str, meaning: DateMeaning = DateMeaning.UNSTATED) -> StatedDate:
    """A day, or a day and time with an optional offset, which is kept and never recomputed.

    Raises ValueError where no such moment exists or it isn't written in a form that Hugo knows.
    """
    found = _MOMENT.fullmatch(written.strip())
    if found is None:
        return _in_other_form(written, meaning)
    day = date.fromisoformat(found[1]).isoformat()
    if found[2] is None:
        return StatedDate(written, day, meaning, Precision.DAY, day, day)
    offset = _offset(found[3] or "")
    clock = found[2] if found[2].count(":") == 2 else f"{found[2]}:00"
    edtf = f"{day}T{clock.split('.')[0]}{offset}"
    datetime.fromisoformat(edtf)
    return StatedDate(written, edtf, meaning, Precision.TIME, day, day)


def _in_other_form(written: str, meaning: DateMeaning) -> StatedDate:
    """What else Hugo takes for a date: 2020-6-2, 22 Jun 2020, Mon, 22 Jun 2020 13:01:00 +0600."""
    instant = read_instant(written.strip(), _NO_OFFSET)
    if instant is None:
        raise ValueError(written)
    day = instant.date().isoformat()
    if ":" not in written:
        return StatedDate(written, day, meaning, Precision.DAY, day, day)
    offset = "" if instant.tzinfo is _NO_OFFSET else instant.isoformat()[-6:]
    edtf = f"{day}T{instant:%H:%M:%S}{offset}"
    return StatedDate(written, edtf, meaning, Precision.TIME, day, day)


def _offset(written: str) -> str:
    if written in ("", "Z", "z"):
        return written.upper()
    digits = written[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        raise ValueError(written)
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def read_date(written: str, meaning: DateMeaning) -> StatedDate:
    """A date in EDTF, or a moment; raises ValueError where it is neither, or no such day exists."""
    text = written.strip()
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return _plain(written, plain, meaning)
    if _MOMENT.fullmatch(text):
        return read_moment(written, meaning)
    unspecified = _UNSPECIFIED.fullmatch(text)
    if unspecified is not None:
        return _with_unspecified_digits(written, unspecified, meaning)
    return _extended(written, text, meaning)


def _plain(written: str, found: re.Match[str], meaning: DateMeaning) -> StatedDate:
    year, month, day, mark = found[1], found[2], found[3], found[4]
    if month and int(month) > 12 and not day:
        return _extended(written, found[0], meaning)
    if month and not 1 <= int(month) <= 12:
        raise ValueError(written)
    days = _days_in(int(year), int(month or 12))
    if day and not 1 <= int(day) <= days:
        raise ValueError(written)
    earliest = f"{year}-{month or '01'}-{day or '01'}"
    latest = f"{year}-{month or '12'}-{day or f'{days:02}'}"
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return StatedDate(
        written, found[0], meaning, precision, earliest, latest, approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )  # fmt: skip


def _with_unspecified_digits(written: str, found: re.Match[str], meaning: DateMeaning) -> StatedDate:
    """A date with X for digits not known, such as 2020-06-1X: the first and last day that fit the pattern."""
    year, month, day, mark = found[1], found[2], found[3], found[4]
    ends = []
    for choose, digit in ((min, "0"), (max, "9")):
        a_year = int(year.replace("X", digit))
        a_month = choose(_fitting(month or "XX", 12))
        ends.append(
            f"{year.replace('X', digit)}-{a_month:02}-{choose(_fitting(day or 'XX', _days_in(a_year, a_month))):02}"
        )
    unit = _known_unit(year, month, day)
    return StatedDate(
        written, found[0], meaning, unit, ends[0], ends[1],
        approximate=mark in ("~", "%"), uncertain=mark in ("?", "%"),
    )  # fmt: skip


def _fitting(pattern: str, most: int) -> list[int]:
    """The numbers from 1 to `most` whose two digits fit; min and max raise ValueError where there are none."""
    shape = re.compile(pattern.replace("X", r"\d"))
    return [number for number in range(1, most + 1) if shape.fullmatch(f"{number:02}")]


def _known_unit(year: str, month: str | None, day: str | None) -> Precision:
    if "X" in year:
        return Precision.DECADE
    if month is None or "X" in month:
        return Precision.YEAR
    return Precision.MONTH if day is None or "X" in day else Precision.DAY


def _days_in(year: int, month: int) -> int:
    """Days of a month of the proleptic Gregorian calendar, for any astronomical year."""
    return calendar.monthrange(2000 + year % 400, month)[1]


def _extended(written: str, text: str, meaning: DateMeaning) -> StatedDate:
    if len(text) > _MOST_LETTERS or _TOO_LARGE.search(text):
        raise ValueError(written)
    # The grammar takes a third of a second to import and few archives need it.
    from edtf import parse_edtf  # noqa: PLC0415
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        with redirect_stdout(io.StringIO()):  # the library prints what it doesn't understand
            parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        if not isinstance(low, float) and not isinstance(high, float) and tuple(low[:3]) > tuple(high[:3]):
            raise ValueError(written)  # it would end before it begins
        # Of an end that isn't known the library makes one ten years off.
        earliest = _FIRST if text.startswith("/") else _day(low)
        latest = _LAST if text.endswith("/") else _day(high)
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError) as error:
        raise ValueError(written) from error
    return StatedDate(
        written, text, meaning, _precision(text), earliest, latest,
        approximate="~" in text or "%" in text, uncertain="?" in text or "%" in text,
    )  # fmt: skip


def _day(moment: tuple[int, ...] | float) -> str:
    if isinstance(moment, float):  # the library's word for an end that is open
        return _FIRST if moment < 0 else _LAST
    year, month, day = moment[:3]
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _precision(text: str) -> Precision:
    if "/" in text or "[" in text or "{" in text or ".." in text:
        return Precision.INTERVAL
    digits = re.sub(r"[~?%]", "", text)
    parts = digits.lstrip("-").split("-")
    if len(parts) == 1:
        return Precision.YEAR
    if len(parts) == 2:
        return Precision.SEASON if parts[1].isdigit() and int(parts[1]) > 12 else Precision.MONTH
    return Precision.DAY
