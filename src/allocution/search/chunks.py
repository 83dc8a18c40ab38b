"""A run of statements as the static index takes it: their sentences in files, and what the index says of their words.

An index is made of chunks. Which statements make one follows from them alone, so an edit changes one chunk, and a
statement more or less leaves the others as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from allocution.model.digests import digest
from allocution.search.catalogue import FACETS, Indexed
from allocution.search.postings import Postings, gathered
from allocution.search.rows import SENTENCE_BITS, IndexedSentence, IndexedStatement, rows_of
from allocution.search.terms import Analyses, TermMaker

PART = 16
_LEVEL = 6
_SMALLEST, _LARGEST = 32, 96
_ENDS = 32
_encode = msgspec.json.Encoder().encode

File = tuple[str, bytes]
Labels = Mapping[tuple[str, str], str]


@dataclass(slots=True)
class Chunk:
    """What the index needs of a run of statements; their rows are numbered as in the catalogue, from statement 0.

    `name` is the folder of their texts. `filters` are statements by `field:key`; `met` and `lemmas` as TermMaker's.
    `languages` are the statements', `passages` the sentences in another: (statement, place) by language.
    """

    name: str
    postings: Postings
    sizes: list[int] = field(default_factory=list)
    years: list[int | None] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    facets: dict[str, list[list[str]]] = field(default_factory=lambda: {name: [] for name in FACETS})
    filters: dict[str, list[int]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    passages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    met: dict[str, list[str]] = field(default_factory=dict)
    lemmas: list[tuple[str, str]] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """The paths of the files with the sentences."""
        for number, size in enumerate(self.sizes):
            for part in range(-(-size // PART)):
                yield text_path(self.name, number, part)


def text_path(name: str, number: int, part: int) -> str:
    """The path of a statement's part in a chunk of that name."""
    return f"texts/{name}/{number}-{part}.bin"


def runs_of(sources: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """The runs of statements that make chunks: one ends after a source that looks so."""
    start = 0
    for number, source in enumerate(sources, start=1):
        length = number - start
        if length >= _LARGEST or (length >= _SMALLEST and source[0] % _ENDS == 0):
            yield sources[start:number]
            start = number
    if start < len(sources):
        yield sources[start:]


def packed(value: Any) -> bytes:
    """A file of the index: bytes, or JSON, deflated."""
    return zlib.compress(value if isinstance(value, bytes) else _encode(value), _LEVEL)


def make_chunk(
    sources: Sequence[bytes], indexed: Indexed, labels: Labels, analyses: Analyses
) -> tuple[Chunk, list[File]]:
    """The chunk of a run of statements, and its files by their paths below the index."""
    return _Making(labels, TermMaker(analyses)).run(indexed.read_here(sources))


class _Making:
    def __init__(self, labels: Labels, maker: TermMaker) -> None:
        self._labels = labels
        self._maker = maker
        self._rows: list[tuple[int, list[str]]] = []
        self._parts: list[tuple[int, int, bytes]] = []
        self._chunk = Chunk("", Postings([], [], [], b"", b"", b"", b""))

    def run(
        self, statements: Iterator[tuple[IndexedStatement, Sequence[IndexedSentence]]]
    ) -> tuple[Chunk, list[File]]:
        chunk = self._chunk
        for number, (statement, sentences) in enumerate(statements):
            self._add(number, statement, rows_of(statement, sentences))
        chunk.postings = gathered(self._rows)
        chunk.met = {form: list(keys) for form, keys in self._maker.met.items()}
        chunk.lemmas = list(self._maker.lemmas)
        chunk.name = digest(*(data for _, _, data in self._parts)).hex()[:12]
        return chunk, [
            (text_path(chunk.name, number, part), packed(data)) for number, part, data in self._parts
        ]

    def _add(self, number: int, statement: IndexedStatement, rows: Sequence[IndexedSentence]) -> None:
        chunk, words = self._chunk, self._maker.words
        first = number << SENTENCE_BITS
        self._rows += [
            (first + place, words(row.text, row.language, row.meant)) for place, row in enumerate(rows)
        ]
        chunk.sizes.append(len(rows))
        chunk.years.append(statement.year)
        chunk.days.append(statement.day)
        chunk.languages.append(statement.language)
        for place, row in enumerate(rows):
            if row.language != statement.language:
                chunk.passages.setdefault(row.language, []).append((number, place))
        for name, lists in chunk.facets.items():
            lists.append([value for dimension, value in statement.facets if dimension == name])
        for name, key in dict.fromkeys(statement.filters):
            chunk.filters.setdefault(f"{name}:{key}", []).append(number)
        self._parts += [(number, part, data) for part, data in enumerate(self._texts(statement, rows))]

    def _texts(self, statement: IndexedStatement, rows: Sequence[IndexedSentence]) -> Iterator[bytes]:
        speakers = [self._labels.get(facet, facet[1]) for facet in statement.facets if facet[0] == "speakers"]
        about = [statement.address, statement.title, statement.date, speakers]
        for start in range(0, len(rows), PART):
            own = [
                [row.anchor, row.language, row.role, row.text, *([row.meant] if row.meant else [])]
                for row in rows[start : start + PART]
            ]
            before = rows[start - 1].text if start > 1 else ""
            after = rows[start + PART].text if start + PART < len(rows) else ""
            yield _encode([about, own, before, after])
