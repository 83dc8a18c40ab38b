"""A statement's rows in the catalogue, made ready wherever there is a process for it: their terms are made there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import msgspec

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


class Row(NamedTuple):
    """A row as the catalogue keeps it, `corrections` as encode_meant gives them; `places` are numbers in its batch."""

    anchor: str
    language: str
    role: str
    text: str
    corrections: str | None
    places: list[int]


class Batch(NamedTuple):
    """Statements with their rows. `places` are what may stand at a word's place: terms with marks, each once.

    `analyses` are those of words that weren't known where it was made.
    """

    statements: list[tuple[IndexedStatement, list[Row]]]
    places: list[tuple[str, ...]]
    analyses: list[tuple[tuple[str, str], Analysed]]


class _Numbers(dict[tuple[str, ...], int]):
    """Numbers things in the order in which they are met."""

    def __missing__(self, thing: tuple[str, ...]) -> int:
        self[thing] = number = len(self)
        return number


def make_batch(
    statements: Iterable[tuple[IndexedStatement, Sequence[IndexedSentence]]], maker: TermMaker
) -> Batch:
    """Statements made ready; the maker is the same for many batches, so that a word is analysed once."""
    known, numbers = len(maker.analyses), _Numbers()
    made = [
        (statement, [_row(row, maker, numbers) for row in rows_of(statement, sentences)])
        for statement, sentences in statements
    ]
    return Batch(made, list(numbers), list(islice(maker.analyses.items(), known, None)))


def _row(row: IndexedSentence, maker: TermMaker, numbers: _Numbers) -> Row:
    corrections = encode_meant(row.meant)
    places = places_of(maker, row.text, row.language, corrections)
    numbered = list(map(numbers.__getitem__, places))
    return Row(row.anchor, row.language, row.role, row.text, corrections, numbered)


def places_of(
    maker: TermMaker, text: str, language: str, corrections: str | None
) -> Sequence[tuple[str, ...]]:
    """What the index of words holds at each place of a row."""
    meant = decode_meant(corrections)
    return with_marks(maker.places(text, language, meant), corrected=bool(meant))
