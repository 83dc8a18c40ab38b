"""Words of a text with their places."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'ʼ][^\W_]+|\*+[^\W_]*)*")


def word_spans(text: str) -> list[tuple[int, int]]:
    """[start, end) of each word in order: letters and digits, what a hyphen or apostrophe joins, masks («В****»)."""
    return [match.span() for match in _WORD.finditer(text)]
