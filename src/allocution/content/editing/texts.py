"""Stretches of a text replaced by others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from allocution.errors import AllocutionError


class EditRefusedError(AllocutionError):
    """A change that can't be made without touching more than it is about; nothing was changed."""


class Edit(NamedTuple):
    """The text [start, end) becomes `replacement`; offsets are in code points of the text as it was."""

    start: int
    end: int
    replacement: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made. Raises EditRefusedError where two of them overlap or one lies outside."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in sorted(edits):
        if not position <= start <= end <= len(text):
            raise EditRefusedError("Two changes are about the same place.", "Make one, then look again.")
        parts += text[position:start], replacement
        position = end
    return "".join([*parts, text[position:]])
