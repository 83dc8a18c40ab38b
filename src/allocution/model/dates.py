"""Dates as exact as known, each with what it is the date of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateMeaning(StrEnum):
    """What a date is the date of."""

    DELIVERED = "delivered"
    POSTED = "posted"
    VERDICT = "verdict"
    UNSTATED = "unstated"


class Precision(StrEnum):
    """The smallest unit that a date states."""

    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the file states it, and what follows from the statement alone.

    `written` is the text of the file, offset included and never recomputed. `edtf` is its EDTF form
    (ISO 8601-2:2019). `earliest` and `latest` are the first and last calendar day it can mean,
    as YYYY-MM-DD in the offset as written.
    """

    written: str
    edtf: str
    meaning: DateMeaning
    precision: Precision
    earliest: str
    latest: str
    approximate: bool = False
    uncertain: bool = False

    @property
    def year(self) -> int | None:
        """The astronomical year (0 is 1 BC), or None where the date spans several."""
        first = self.earliest.rsplit("-", 2)[0]
        return int(first) if first == self.latest.rsplit("-", 2)[0] else None
