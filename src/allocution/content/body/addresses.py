"""Addresses that links may have in a site that must stay safe."""

from __future__ import annotations

import re

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "tg", "magnet", "ref"})
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")


def is_safe(address: str) -> bool:
    """Is this relative, or of a scheme that runs nothing? Browsers skip blanks and controls in it."""
    match = SCHEME.match(IGNORED.sub("", address))
    return match is None or match[1].lower() in SAFE_SCHEMES
