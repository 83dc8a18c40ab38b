"""Where in a body somebody's words stand: not in code, HTML, addresses, shortcodes or what a correction is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import pyromark

from allocution.content.corrections import whole_words
from allocution.model.statement import Correction

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
)
_ADDRESS = re.compile(r"://|www\.|@")
_OPENING, _CLOSING = re.compile(r"\{\{[<%]"), re.compile(r"[%>]\}\}")


class Prose:
    """The stretches of a body that are words, by their places in it."""

    def __init__(self, body: str, corrections: Sequence[Correction] = ()) -> None:
        self._body = body
        self._patterns = [whole_words(each.written) for each in corrections if each.written]
        self._longest = max((len(each.written) for each in corrections), default=0) + 1
        self._words = _without(_texts(body), sorted((*_addresses(body), *_shortcodes(body))))
        self._starts = [start for start, _ in self._words]
        self._settled = sorted(match.span() for each in self._patterns for match in each.finditer(body))

    def holds(self, start: int, end: int) -> bool:
        """Whether all of [start, end) are words."""
        place = bisect_right(self._starts, start) - 1
        return place >= 0 and end <= self._words[place][1]

    def is_settled(self, start: int, end: int) -> bool:
        """Whether a correction on record is about it."""
        return any(first < end and start < last for first, last in self._settled)

    def disturbs(self, start: int, end: int, replacement: str) -> bool:
        """Whether a correction would be about more or fewer places afterwards."""
        first, last = max(start - self._longest, 0), end + self._longest
        before = self._body[first:last]
        after = self._body[first:start] + replacement + self._body[end:last]
        return any(len(each.findall(before)) != len(each.findall(after)) for each in self._patterns)


def _texts(body: str) -> list[tuple[int, int]]:
    """What Markdown takes for text, outside of blocks of code and of links made of an address."""
    places = _Places(body)
    found: list[tuple[int, int]] = []
    silent = 0
    for event, range_ in pyromark.events_with_range(body, options=_OPTIONS, merge_text=True):
        if isinstance(event, str):
            continue
        name, value = next(iter(event.items()))
        tag = value if isinstance(value, str) else next(iter(value), "") if isinstance(value, dict) else ""
        if name in ("Start", "End") and tag in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            silent += 1 if name == "Start" else -1
        elif name == "Text" and not silent:
            found.append((places.of(range_["start"]), places.of(range_["end"])))
    return found


def _addresses(body: str) -> Iterator[tuple[int, int]]:
    """Where an address or what looks like one stands, up to the blanks around it; each letter is looked at once."""
    end = 0
    for mark in _ADDRESS.finditer(body):
        if mark.start() < end:
            continue
        start, before = mark.start(), end
        while start > before and not body[start - 1].isspace():
            start -= 1
        end = mark.end()
        while end < len(body) and not body[end].isspace():
            end += 1
        yield start, end


def _shortcodes(body: str) -> Iterator[tuple[int, int]]:
    """Where shortcodes stand."""
    end = 0
    while (opening := _OPENING.search(body, end)) and (closing := _CLOSING.search(body, opening.end())):
        end = closing.end()
        yield opening.start(), end


class _Places:
    """From bytes to letters; asked in order."""

    def __init__(self, body: str) -> None:
        self._data = body.encode("utf-8", "surrogatepass")
        self._byte = self._letter = 0

    def of(self, byte: int) -> int:
        """The letter that begins at that byte."""
        if byte < self._byte:
            self._byte = self._letter = 0
        self._letter += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._letter


def _without(
    stretches: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The stretches less the others; both in order."""
    taken = list(others)
    kept: list[tuple[int, int]] = []
    place = 0
    for start, end in stretches:
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        at, following = start, place
        while following < len(taken) and taken[following][0] < end:
            if taken[following][0] > at:
                kept.append((at, taken[following][0]))
            at = max(at, taken[following][1])
            following += 1
        if at < end:
            kept.append((at, end))
    return kept
