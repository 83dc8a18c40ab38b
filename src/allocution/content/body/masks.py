"""Characters that are text to a transcriber and markup to Markdown, hidden from it one for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

RUN = re.compile(r"\*+")
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\](:)[ \t]*([^\n]{0,200})", re.MULTILINE)
ADDRESS_MARKS = re.compile(r"[/#@<{=&]|[.:]\w")
_LONGEST_BREAK = 200


class _Place(Enum):
    """How a run of asterisks stands to the words around it."""

    OPENING = "opening"
    CLOSING = "closing"
    INSIDE = "inside"
    ALONE = "alone"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text of the same length, and the characters that stand for the asterisks and colons hidden in it."""

    text: str
    asterisk: str = ""
    colon: str = ""

    def restore(self, text: str) -> str:
        """`text` as it was before hiding."""
        if self.asterisk:
            text = text.replace(self.asterisk, "*")
        return text.replace(self.colon, ":") if self.colon else text


def unused_characters(text: str) -> Iterator[str]:
    """Characters that `text` lacks and that mean nothing to Markdown: noncharacters, then private use."""
    present = set(text)
    for block in (range(0xFDD0, 0xFDF0), range(0xF0000, 0x10FFFE)):
        yield from (character for character in map(chr, block) if character not in present)


def hide(text: str) -> Hidden:
    """Hide the asterisks of masked words («К***ов») and the colon of «[Судья]: Прошу», no link definition."""
    free = unused_characters(text)
    asterisk = colon = ""
    if "*" in text and ("**" in text or re.search(r"[^\W\d_]\*[^\W\d_]", text)):
        asterisk = next(free)
        paragraphs = text.split("\n\n")
        hidden = "\n\n".join(
            _hide_in_paragraph(part, asterisk) if "*" in part else part for part in paragraphs
        )
        text, asterisk = hidden, asterisk if asterisk in hidden else ""
    if "]" in text and "]:" in text:
        colon = next(free)
        hidden = DEFINITION.sub(lambda match: _hide_colon(match, colon), text)
        text, colon = hidden, colon if colon in hidden else ""
    return Hidden(text, asterisk, colon)


def _hide_colon(match: re.Match[str], replacement: str) -> str:
    words = match[2].split()
    if not words or ADDRESS_MARKS.search(words[0]):
        return match[0]
    at = match.start(1) - match.start()
    return match[0][:at] + replacement + match[0][at + 1 :]


def _hide_in_paragraph(text: str, replacement: str) -> str:
    runs = [(match, len(match[0]), _place(text, match)) for match in RUN.finditer(text)]
    pieces, at, pending = [], 0, list[int]()
    for (match, length, place), ahead in zip(runs, _closing_ahead(runs), strict=True):
        if not _is_mask(text, match, place, pending, ahead):
            continue
        pieces += [text[at : match.start()], replacement * length]
        at = match.end()
    return "".join((*pieces, text[at:]))


def _closing_ahead(runs: list[tuple[re.Match[str], int, _Place]]) -> list[bool]:
    """For each run: is the next run of its length that stands at a word's edge a closing one?"""
    following: dict[int, bool] = {}
    answers = []
    for _match, length, place in reversed(runs):
        answers.append(following.get(length, False))
        if place in (_Place.OPENING, _Place.CLOSING):
            following[length] = place is _Place.CLOSING
    return answers[::-1]


def _is_mask(text: str, match: re.Match[str], place: _Place, pending: list[int], closing_ahead: bool) -> bool:
    """Does this run stand for letters? `pending`, kept up to date, holds the lengths of opened emphasis."""
    length = len(match[0])
    if length > 1 and not pending and _is_in_number(text, match):
        return True
    if place is _Place.NEITHER:
        return False
    if length > 3 or place is _Place.ALONE:
        return length > 1 and not _fills_its_line(text, match)
    if place is _Place.OPENING:
        pending.append(length)
        return False
    if place is _Place.CLOSING:
        if pending:
            pending.pop()
            return False
        return length > 1 and text[match.start() - 1].isalpha()
    opened = bool(pending) and pending[-1] == length
    if opened == closing_ahead:
        return True
    if opened:
        pending.pop()
    else:
        pending.append(length)
    return False


def _is_in_number(text: str, match: re.Match[str]) -> bool:
    """Do these asterisks hide digits of a number: «8-9**-***-12»?"""
    before = text[match.start() - 1] if match.start() else " "
    return text[match.end() : match.end() + 1] == "-" and (before.isdigit() or before == "-")


def _place(text: str, match: re.Match[str]) -> _Place:
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before == "\\" or (before.isspace() and after.isspace() and len(match[0]) == 1):
        return _Place.NEITHER
    if before.isalpha() and after.isalpha():
        return _Place.INSIDE
    if before.isalnum() and after.isalnum():
        return _Place.NEITHER
    if (_opens(before) and _closes(after)) or (before == after and before in "\"'"):
        return _Place.ALONE
    if not before.isalnum() and (after.isalnum() or not _closes(after)):
        return _Place.OPENING
    return _Place.CLOSING if not before.isspace() else _Place.NEITHER


def _opens(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Ps", "Pi")


def _closes(character: str) -> bool:
    return character.isspace() or character in ",.;:!?…" or unicodedata.category(character) in ("Pe", "Pf")


def _fills_its_line(text: str, match: re.Match[str]) -> bool:
    """Is this the asterisks of a thematic break, which is markup?"""
    first, last = match.start() - _LONGEST_BREAK, match.end() + _LONGEST_BREAK
    before = text[max(first, 0) : match.start()].rpartition("\n")[2]
    after = text[match.end() : last].partition("\n")[0]
    line = before + match[0] + after
    return len(line) < _LONGEST_BREAK and not line.replace("*", "").strip()
