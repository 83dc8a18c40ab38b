"""A statement's rows in the catalogue, made ready wherever there is a process for it: their terms are made there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from allocution.search.places import NumberedPlaces, Terms
from allocution.search.ranking import with_marks
from allocution.search.terms import Analysed, TermMaker

SENTENCE_BITS = 13
MOST_SENTENCES = (1 << SENTENCE_BITS) - 2


@dataclass(frozen=True, slots=True)
class IndexedSentence:
    """A sentence as the index takes it; `meant` holds stretches of it with what was meant there."""

    anchor: str
    language: str
    role: str
    text: str
    meant: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class IndexedStatement:
    """What the index holds of a statement but its words. `facets` are (dimension, value), `filters` (field, key)."""

    address: str
    title: str
    language: str
    day: str
    date: str
    year: int | None
    facets: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()


def rows_of(statement: IndexedStatement, sentences: Sequence[IndexedSentence]) -> list[IndexedSentence]:
    """A statement's rows: its title, then its sentences."""
    heading = IndexedSentence("", statement.language, "heading", statement.title)
    return [heading, *_fitting(sentences)]


def _fitting(sentences: Sequence[IndexedSentence]) -> Sequence[IndexedSentence]:
    """Sentences, several in a row where there are more than rows for one statement; only made texts have so many."""
    if len(sentences) <= MOST_SENTENCES:
        return sentences
    together = -(-len(sentences) // MOST_SENTENCES)
    groups = [sentences[start : start + together] for start in range(0, len(sentences), together)]
    return [_as_one(group) for group in groups]


def _as_one(group: Sequence[IndexedSentence]) -> IndexedSentence:
    meant: list[tuple[int, int, str]] = []
    before = 0
    for each in group:
        meant += [(before + start, before + end, text) for start, end, text in each.meant]
        before += len(each.text) + 1
    first = group[0]
    text = " ".join(each.text for each in group)
    return IndexedSentence(first.anchor, first.language, first.role, text, tuple(meant))


def encode_meant(meant: Sequence[tuple[int, int, str]]) -> str | None:
    """Corrections in a sentence as the catalogue keeps them, JSON; None without any."""
    return msgspec.json.encode(meant).decode() if meant else None


def decode_meant(kept: str | None) -> tuple[tuple[int, int, str], ...]:
    """The reverse of encode_meant."""
    return msgspec.json.decode(kept, type=tuple[tuple[int, int, str], ...]) if kept else ()


Row = tuple[str, str, str, str, str | None]
"""A row as the catalogue keeps it: anchor, language, role, text, corrections as encode_meant gives them."""


class Ready(NamedTuple):
    """A statement made ready. `places` are the numbers of what stands at its rows' places, as unpacked gives it."""

    statement: IndexedStatement
    rows: list[Row]
    words: list[int]
    marks: list[int]
    places: bytes


class Batch(NamedTuple):
    """Statements made ready by a `maker`, whose numbers they have; `things` are those that it has met since its last.

    Before it had met as many as `known`. `analyses` are those of words that weren't known where it was made.
    """

    maker: int
    known: int
    things: list[Terms]
    statements: list[Ready]
    analyses: list[tuple[tuple[str, str], Analysed]]


class BatchMaker:
    """Makes statements ready, a process each its own; a word is analysed and numbered once."""

    def __init__(self, maker: TermMaker) -> None:
        self._numbered = NumberedPlaces(maker)

    def make(
        self, name: int, statements: Iterable[tuple[IndexedStatement, Sequence[IndexedSentence]]]
    ) -> Batch:
        """A batch; `name` tells makers apart."""
        analyses, things = self._numbered.maker.analyses, self._numbered.things
        analysed, known = len(analyses), len(things)
        made = [self._ready(statement, rows_of(statement, sentences)) for statement, sentences in statements]
        return Batch(name, known, things[known:], made, list(islice(analyses.items(), analysed, None)))

    def _ready(self, statement: IndexedStatement, rows: Sequence[IndexedSentence]) -> Ready:
        places, words, marks = array("I"), [], []
        for row in rows:
            numbers, marked = self._placed(row)
            places.extend(numbers)
            places.extend(marked)
            words.append(len(numbers))
            marks.append(len(marked))
        kept = [(row.anchor, row.language, row.role, row.text, encode_meant(row.meant)) for row in rows]
        return Ready(statement, kept, words, marks, places.tobytes())

    def _placed(self, row: IndexedSentence) -> tuple[list[int], list[int]]:
        if not row.meant:
            return self._numbered.row(row.text, row.language)
        corrected = places_of(self._numbered.maker, row.text, row.language, row.meant)
        return self._numbered.numbers(corrected), []


class Things:
    """What numbers in batches stand for, each thing kept once for all makers."""

    def __init__(self) -> None:
        self._known: dict[Terms, Terms] = {}
        self._of_makers: dict[int, list[Terms]] = {}

    def take(self, batch: Batch) -> list[Terms]:
        """The things of a batch's maker by their numbers; its batches come in their order."""
        if not batch.known:
            self._of_makers[batch.maker] = []
        things = self._of_makers[batch.maker]
        things.extend([self._known.setdefault(thing, thing) for thing in batch.things])
        return things


def unpacked(ready: Ready, things: Sequence[Terms]) -> Iterator[Sequence[Terms]]:
    """What the index of words holds at the places of each row."""
    held = list(map(things.__getitem__, array("I", ready.places)))
    start = 0
    for words, marks in zip(ready.words, ready.marks, strict=True):
        end = start + words
        row = held[start:end]
        start = end + marks
        if marks:
            row[0] = (*row[0], *chain.from_iterable(held[end:start]))
        yield row


def places_of(
    maker: TermMaker, text: str, language: str, meant: Sequence[tuple[int, int, str]]
) -> Sequence[Terms]:
    """What the index of words holds at each place of a row."""
    return with_marks(maker.places(text, language, meant), corrected=bool(meant))
