"""What is printed on a terminal, and may not act on it."""

from __future__ import annotations

import re

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """A text of which nothing acts on a terminal: what files and their names hold is other people's."""
    return _ACTING.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
