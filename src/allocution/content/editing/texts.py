"""Stretches of a text replaced by others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from allocution.errors import AllocutionError


class EditRefusedError(AllocutionError):
    """A change that can't be made without touching more than it is about; nothing was changed."""


class Edit(NamedTuple):
    """The text [start, end) becomes `replacement`; offsets are in code points of the text as it was."""

    start: int
    end: int
    replacement: str


# Where a piece of a text begins and ends, by how much it has grown, and what is still to become of it.
Piece = tuple[int, int, int, Edit | None]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made. Raises EditRefusedError where two of them overlap or one lies outside."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in sorted(edits):
        if not position <= start <= end <= len(text):
            raise EditRefusedError("changes-overlap")
        parts += text[position:start], replacement
        position = end
    return "".join([*parts, text[position:]])


def composed(text: str, first: Iterable[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of `text` that do at once what `first` does to it and then `second` to the result."""
    first = sorted(first)
    between = apply_edits(text, first)
    pieces: list[Piece] = [(each.start, each.end, 0, each) for each in second]
    shift = 0
    for start, end, replacement in first:
        grown = len(replacement) - (end - start)
        pieces.append((start + shift, start + shift + len(replacement), grown, None))
        shift += grown
    made: list[Edit] = []
    shift = 0
    for group in _touching(sorted(pieces, key=lambda piece: piece[:2])):
        begin, end = group[0][0], max(piece[1] for piece in group)
        inner = [Edit(edit.start - begin, edit.end - begin, edit.replacement) for *_, edit in group if edit]
        grown = shift + sum(piece[2] for piece in group)
        made.append(Edit(begin - shift, end - grown, apply_edits(between[begin:end], inner)))
        shift = grown
    return tuple(made)


def _touching(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that overlap or touch, together."""
    group: list[Piece] = []
    end = -1
    for piece in pieces:
        if group and piece[0] > end:
            yield group
            group = []
        group.append(piece)
        end = max(end, piece[1]) if len(group) > 1 else piece[1]
    if group:
        yield group
