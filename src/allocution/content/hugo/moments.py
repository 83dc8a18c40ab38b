"""Dates as Hugo reads them: what it takes for a date, and the instant it stands for."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib import import_module

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"[ ]?(Z|z|[+-]\d{2}:?\d{2})?(?: [A-Z]{3,4})?)?"
)
_MAIL = "email.utils"  # for such dates alone; it loads much
_LOOSE_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = ("%d %b %Y", "%a %b %d %H:%M:%S %Y", "%a %b %d %H:%M:%S %z %Y")


def read_instant(written: str, zone: tzinfo) -> datetime | None:
    """The instant that a date stands for, `zone` where it states no offset; None where Hugo reads no date.

    The offset as written is kept in the result.
    """
    found = _ISO.fullmatch(written) or _LOOSE_DAY.fullmatch(written)
    try:
        return _from_iso(found, zone) if found else _from_words(written, zone)
    except ValueError:
        return None


def _from_iso(found: re.Match[str], zone: tzinfo) -> datetime:
    parts = found.groups() + (None,) * 5
    year, month, day, hour, minute, second, fraction, offset = parts[:8]
    return datetime(
        int(year or 0),
        int(month or 0),
        int(day or 0),
        int(hour or 0),
        int(minute or 0),
        int(second or 0),
        int(fraction.ljust(6, "0")[:6]) if fraction else 0,
        tzinfo=_offset(offset) if offset else zone,
    )


@lru_cache(maxsize=64)
def _offset(written: str) -> tzinfo:
    if written in "Zz":
        return UTC
    sign = -1 if written[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))


def _from_words(written: str, zone: tzinfo) -> datetime | None:
    if "," in written:
        instant: datetime = import_module(_MAIL).parsedate_to_datetime(written)
        return instant if instant.tzinfo else instant.replace(tzinfo=zone)
    for form in _WORDED:
        try:
            instant = datetime.strptime(written, form)
        except ValueError:
            continue
        return instant if instant.tzinfo else instant.replace(tzinfo=zone)
    return None
