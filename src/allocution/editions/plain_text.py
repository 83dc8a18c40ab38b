"""A statement as plain text, with the places where it may be cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocution.model.passages import Body, Passage, PassageKind

RULE = "* * *"
# The longest message of Telegram, in UTF-16 code units.
MESSAGE_UNITS = 4096


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text and the offsets in it where a sentence or a passage ends."""

    text: str
    ends: tuple[int, ...]


def plain_body(body: Body, before: str = "") -> PlainText:
    """The passages one after the other, a blank line between them; `before` comes first."""
    parts = [before]
    at = len(before)
    ends = [at] if before else []
    for passage in body.passages:
        lead, text = _lead(passage), passage.text if passage.kind is not PassageKind.RULE else RULE
        separator = "\n\n" if at else ""
        parts += [separator, lead, text]
        begin = at + len(separator) + len(lead)
        ends += [begin + sentence.end for sentence in passage.sentences]
        at = begin + len(text)
        ends.append(at)
    return PlainText("".join(parts), tuple(dict.fromkeys(ends)))


def _lead(passage: Passage) -> str:
    """What stands before a passage's text: who speaks, the number or mark of an item."""
    label = f"{passage.label} " if passage.label and passage.kind is PassageKind.LIST_ITEM else ""
    return f"{label}{passage.speaker}: " if passage.speaker else label


def messages(plain: PlainText, most: int = MESSAGE_UNITS) -> Iterator[str]:
    """The text in parts of at most so many UTF-16 units, cut at the ends of sentences, else of words, without loss."""
    units = _units_before(plain.text)
    start = 0
    while start < len(plain.text):
        limit = bisect_right(units, units[start] + most) - 1
        cut = len(plain.text) if limit >= len(plain.text) else _cut(plain, start, limit)
        part = plain.text[start:cut].strip()
        if part:
            yield part
        start = cut


def _units_before(text: str) -> Sequence[int]:
    """For each offset, and the end, how many UTF-16 units come before it."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    counted = [0]
    for character in text:
        counted.append(counted[-1] + (2 if character > "\uffff" else 1))
    return counted


def _cut(plain: PlainText, start: int, limit: int) -> int:
    place = bisect_right(plain.ends, limit)
    if place and plain.ends[place - 1] > start:
        return plain.ends[place - 1]
    space = max(plain.text.rfind(" ", start + 1, limit), plain.text.rfind("\n", start + 1, limit))
    return space + 1 if space > start else limit
