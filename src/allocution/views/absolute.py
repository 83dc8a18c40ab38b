"""Addresses with the site's own in front."""

from __future__ import annotations

from urllib.parse import quote

_SAFE = "/!$&'()*+,;=:@~-._"


def absolute_address(base: str, address: str) -> str:
    """An address of the site as machines want it: escaped, with the site's own in front where that is known."""
    escaped = quote(address.lstrip("/") if base else address, safe=_SAFE)
    return f"{base}{escaped}"
