"""Dates in words, in the reader's language, never more exact than the record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from allocution.content.dates import read_date
from allocution.messages import Catalogue
from allocution.model.dates import DateMeaning, Precision, StatedDate
from allocution.views.contract import DateLine


def shown_dates(dates: Iterable[StatedDate]) -> tuple[StatedDate, ...]:
    """Dates without the one of no stated meaning where another says the same day and what it is the date of."""
    known = tuple(dates)
    stated = {each.edtf for each in known if each.meaning is not DateMeaning.UNSTATED}
    return tuple(
        each for each in known if each.meaning is not DateMeaning.UNSTATED or each.edtf not in stated
    )


def date_line(stated: StatedDate, wording: Catalogue) -> DateLine:
    """A date with what it is the date of."""
    note = wording("date-unstated-note") if stated.meaning is DateMeaning.UNSTATED else ""
    label = wording(f"date-{stated.meaning}")
    return DateLine(label, date_text(stated, wording), stated.edtf, stated.written, note)


def date_text(stated: StatedDate, wording: Catalogue) -> str:
    """A date in words: «22 июня 2020 г., 13:01 (+06:00)», «март 1964 г.», «1964, приблизительно»."""
    text = _plain(stated, wording)
    if not stated.approximate and not stated.uncertain:
        return text
    marks = [
        wording(mark)
        for mark, holds in (("date-approximate", stated.approximate), ("date-uncertain", stated.uncertain))
        if holds
    ]
    return ", ".join([text, *marks])


def written_date_text(written: str, wording: Catalogue) -> str:
    """A date as a file has it in words; as it is written where it can't be read."""
    try:
        return date_text(read_date(written, DateMeaning.UNSTATED), wording) if written else ""
    except ValueError:
        return written


def date_patterns(language: str) -> dict[str, list[str]]:
    """How days and months of each month are put in words; `{day}` and `{year}` stand where they are put in.

    Browsers don't have all languages.
    """
    months = range(1, 13)
    days = [_day(f"2222-{month:02}-11", language).replace("11", "{day}") for month in months]
    whole = [_month(f"2222-{month:02}-01", language) for month in months]
    return {
        "day": [text.replace("2222", "{year}") for text in days],
        "month": [text.replace("2222", "{year}") for text in whole],
    }


def load_dates(languages: Iterable[str]) -> None:
    """Load what puts dates in words now: before processes are made that would each do it."""
    for language in languages:
        date_patterns(language)


def _plain(stated: StatedDate, wording: Catalogue) -> str:
    if stated.earliest.startswith(("-", "0000")) and (year := stated.year) is not None:
        is_year = stated.precision is Precision.YEAR
        return wording("century-bc", year=str(1 - year)) if is_year else stated.edtf
    match stated.precision:
        case Precision.DAY:
            return _day(stated.earliest, wording.language)
        case Precision.TIME:
            return f"{_day(stated.earliest, wording.language)}, {_clock(stated.edtf)}"
        case Precision.MONTH if stated.earliest[:7] == stated.edtf.rstrip("~?%"):
            return _month(stated.earliest, wording.language)
        case Precision.YEAR if stated.edtf.rstrip("~?%") == stated.earliest[:4]:
            return stated.earliest[:4]
        case Precision.DECADE if (
            stated.earliest[3:] == "0-01-01" and stated.latest[:3] == stated.earliest[:3]
        ):
            return wording("decade", decade=stated.earliest[:4])
        case Precision.INTERVAL if stated.edtf.count("/") == 1:
            first, _, last = stated.edtf.partition("/")
            return interval_text(first, last, wording, stated.meaning)
        case _:
            return stated.edtf.rstrip("~?%")


def interval_text(
    first: str, last: str, wording: Catalogue, meaning: DateMeaning = DateMeaning.UNSTATED
) -> str:
    """Both ends in words, `..` for one that is open; days of one month share its name: «12–14 февраля 1966 г.»."""
    if _DAY.fullmatch(first) and _DAY.fullmatch(last) and first[:8] == last[:8] and first < last:
        day = str(int(last[8:]))
        days = f"{int(first[8:])}–{day}"
        return re.sub(rf"(?<!\d){day}(?!\d)", days, _day(last, wording.language), count=1)
    return " – ".join(_end(end, meaning, wording) for end in (first, last))


def _end(edtf: str, meaning: DateMeaning, wording: Catalogue) -> str:
    """One end of an interval in words; open and unknown ends stay as they are written."""
    return _plain(read_date(edtf, meaning), wording) if edtf.strip(".") else "…"


def _clock(edtf: str) -> str:
    """The time of day as the record has it: hours and minutes, and its offset."""
    clock = edtf[11:]
    time, offset = clock[:8], clock[8:]
    shown = time[:5] if time.endswith(":00") else time
    return f"{shown} ({'UTC' if offset == 'Z' else offset})" if offset else shown


_LOCALES = {"en": "en_GB"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@lru_cache(maxsize=4096)
def _day(day: str, language: str) -> str:
    return format_date(date.fromisoformat(day), "long", locale=_LOCALES.get(language, language))


@lru_cache(maxsize=1024)
def _month(day: str, language: str) -> str:
    return format_skeleton("yMMMM", date.fromisoformat(day), locale=_LOCALES.get(language, language))
