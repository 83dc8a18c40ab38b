"""How the protocol has a request's arguments written: an answer that repeated any other would not be valid."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import msgspec

_NAME = r"[A-Za-z0-9_.!~*'()-]+"
_SIGNS = "with letters, digits and -_.!~*'()"
_REST = r"(?:[A-Za-z0-9_.!~*'();/?@&=+$,:-]|%[0-9A-Fa-f]{2})*"
_HOST = r"[A-Za-z0-9.-]+(?::[0-9]{1,5})?"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Written(msgspec.Struct, frozen=True):
    """How an argument is written: whether a value is, and the same in words."""

    holds: Callable[[str], object]
    told: str


def _is_day(value: str) -> bool:
    try:
        return _DAY.fullmatch(value) is not None and bool(date.fromisoformat(value))
    except ValueError:
        return False


_DAYS = Written(_is_day, "YYYY-MM-DD, a day that there is")
WRITTEN = {
    "from": _DAYS,
    "until": _DAYS,
    "metadataPrefix": Written(re.compile(_NAME).fullmatch, _SIGNS),
    "set": Written(re.compile(f"{_NAME}(?::{_NAME})*").fullmatch, f"{_SIGNS}, parted by colons"),
    "identifier": Written(
        re.compile(f"{_NAME}|[A-Za-z][A-Za-z0-9+.-]*:(?://{_HOST}(?:[/?]{_REST})?|(?!//){_REST})").fullmatch,
        "as a URI",
    ),
}
