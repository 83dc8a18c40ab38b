"""Text as a reader sees it, letter by letter, with the place of each letter in what is written.

Markup inside words, entities, escapes and characters that aren't seen can't hide a word from who looks for it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence

import msgspec

_ODD = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|\\[!-/:-@\[-`{-~]"
    r"|<[^<>\n]{1,300}>"
    r"|[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
    r"|[\u0300-\u036f]"
    r"|[*~`]+"
)
_BREAKING = re.compile(
    r"</?(?:br|p|div|li|ul|ol|td|th|tr|table|hr|h[1-6]|dd|dt|dl|blockquote)\b", re.IGNORECASE
)


class PlainText(msgspec.Struct, frozen=True):
    """The letters, and for each where it begins and ends in what is written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The place in what is written of a stretch of the letters."""
        return self.starts[start], self.ends[end - 1]


def plain_text(written: str) -> PlainText:
    """What a reader sees of it."""
    if _ODD.search(written) is None:
        return PlainText(written, range(len(written)), range(1, len(written) + 1))
    reading = _Reading(written)
    at = 0
    for match in _ODD.finditer(written):
        reading.keep(at, match.start())
        reading.take(match)
        at = match.end()
    reading.keep(at, len(written))
    return PlainText("".join(reading.letters), reading.starts, reading.ends)


class _Reading:
    def __init__(self, written: str) -> None:
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._written = written

    def keep(self, start: int, end: int) -> None:
        """Letters as they stand."""
        self.letters.extend(self._written[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def take(self, match: re.Match[str]) -> None:
        """What may be no letter."""
        found = match[0]
        if found[0] == "&":
            self._put(html.unescape(found), match.start(), match.end())
        elif found[0] == "\\":
            self._put(found[1], match.start(), match.end())
        elif "\u0300" <= found <= "\u036f":
            self._combine(found, match.end())
        elif found[0] in "<*~`" and not self._is_inside_word(match):
            self.keep(match.start(), match.end())

    def _put(self, letters: str, start: int, end: int) -> None:
        for letter in letters:
            self.letters.append(letter)
            self.starts.append(start)
            self.ends.append(end)

    def _combine(self, mark: str, end: int) -> None:
        """A mark above a letter: part of it («й») where there is such a letter, else not seen («а́»)."""
        if not self.letters:
            return
        composed = unicodedata.normalize("NFC", self.letters[-1] + mark)
        if len(composed) == 1:
            self.letters[-1] = composed
        self.ends[-1] = end

    def _is_inside_word(self, match: re.Match[str]) -> bool:
        following = self._written[match.end() : match.end() + 1]
        inside = bool(self.letters) and self.letters[-1].isalpha() and following.isalpha()
        return inside and not (match[0][0] == "<" and _BREAKING.match(match[0]))
