"""Keyword in context: what a query found, with the words to its left and right; how often by year or speaker."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allocution.language.folding import alphabetical_key
from allocution.language.tokens import word_texts
from allocution.search.highlighting import Match
from allocution.search.results import Hit
from allocution.views.table_cells import harmless_cell

COLUMNS = ("left", "keyword", "right", "speakers", "title", "date", "language", "address")
_NEIGHBOURS = 4
_ADJOINING = frozenset(" \t\u00a0-–—«»\"'“”„,")


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """A word or phrase that was found, with what stands around it; `address` leads to its sentence."""

    left: str
    keyword: str
    right: str
    speakers: str
    title: str
    date: str
    language: str
    address: str


@dataclass(frozen=True, slots=True)
class Frequency:
    """How many sentences answer a query, of how many there are, for one year or speaker."""

    value: str
    label: str
    hits: int
    sentences: int

    @property
    def per_thousand(self) -> float:
        """Hits in a thousand sentences."""
        return 1000 * self.hits / self.sentences if self.sentences else 0.0


def concordance(hits: Iterable[Hit], sort: str = "order", width: int = 60) -> list[ConcordanceLine]:
    """A line for each match. `sort` is order (as found), left or right (by the neighbouring words on that side).

    `width` is the most code points of context on each side, cut between words.
    """
    lines = [line for hit in hits for line in _lines(hit, width)]
    if sort == "left":
        lines.sort(key=lambda line: (_neighbours(line.left, line.language)[::-1][:_NEIGHBOURS], line.address))
    elif sort == "right":
        lines.sort(key=lambda line: (_neighbours(line.right, line.language)[:_NEIGHBOURS], line.address))
    return lines


def _neighbours(context: str, language: str) -> list[str]:
    return [alphabetical_key(word, language) for word in word_texts(context)]


def _lines(hit: Hit, width: int) -> Iterator[ConcordanceLine]:
    for start, end in _keywords(hit.text, hit.matches):
        before = f"{hit.before} {hit.text[:start]}".lstrip()
        after = f"{hit.text[end:]} {hit.after}".rstrip()
        yield ConcordanceLine(
            left=_cut_left(before, width),
            keyword=hit.text[start:end],
            right=_cut_right(after, width),
            speakers=", ".join(hit.speakers),
            title=hit.title,
            date=hit.date,
            language=hit.language,
            address=hit.address,
        )


def _keywords(text: str, matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """The words found; the words of a phrase, which answer one thing and follow each other, as one."""
    begun: Match | None = None
    end = 0
    for match in matches:
        if begun is not None:
            phrase = begun.asked == match.asked and begun.asked[:1] in '"«'
            if phrase and set(text[end : match.start]) <= _ADJOINING:
                end = match.end
                continue
            yield begun.start, end
        begun, end = match, match.end
    if begun is not None:
        yield begun.start, end


def _cut_left(context: str, width: int) -> str:
    if len(context) <= width:
        return context
    cut = context[-width:]
    return cut[cut.find(" ") + 1 :] if " " in cut else cut


def _cut_right(context: str, width: int) -> str:
    return context if len(context) <= width else context[:width].rpartition(" ")[0] or context[:width]


def concordance_csv(lines: Iterable[ConcordanceLine]) -> str:
    """The lines as CSV (RFC 4180) with a heading."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for line in lines:
        writer.writerow([harmless_cell(getattr(line, column)) for column in COLUMNS])
    return written.getvalue()
