"""Addresses with the site's own in front, and which of others' may be followed."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tg:", "gemini:", "ipfs:")
_SAFE = "/!$&'()*+,;=:@~-._"


def absolute_address(base: str, address: str) -> str:
    """An address of the site as machines want it: escaped, with the site's own in front where that is known."""
    return base + _escaped(address.lstrip("/") if base else address)


@lru_cache(maxsize=8192)
def _escaped(address: str) -> str:
    return quote(address, safe=_SAFE)


def safe_address(address: str) -> str:
    """The address if following it can't run a script; otherwise nothing."""
    scheme = address.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    if ":" not in scheme:
        return address
    return address if scheme.lower().startswith(_SAFE_SCHEMES) else ""
