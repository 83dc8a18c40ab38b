"""The chunks of an index joined: each word's places in all of them, cut into files.

Files are named by what they hold. Where a file begins follows from the words about it alone, so that an edit
changes the files of the words that were edited and no others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from zlib import crc32

import msgspec

from allocution.model.digests import digest
from allocution.search.chunks import Chunk, packed
from allocution.search.postings import MARK_BYTES, in_order, planes, terms_of, unit_order
from allocution.search.rows import SENTENCE_BITS

# How many occurrences a file has at least, on average and at most, unless a single unit has more.
_LEAST, _MEAN, _MOST = 800, 3_000, 6_000
_encode = msgspec.json.Encoder().encode

File = tuple[str, bytes]


@dataclass(slots=True)
class Unit:
    """A unit's occurrences: in which chunks, from where on, how many. `mark` tells whether anything of them changed."""

    name: str
    count: int
    parts: list[tuple[int, int, int, int]]
    mark: bytearray


@dataclass(frozen=True, slots=True)
class Shard:
    """The units [start, end) in one file of postings and one of places, both of that name."""

    start: int
    end: int
    name: str


class Merged:
    """All units in order, over chunks in order; statements are numbered through them."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self._chunks = chunks
        self.firsts = [0, *accumulate(len(chunk.sizes) for chunk in chunks)]
        self.units = self._units()
        self.exact, self.keys = terms_of([unit.name for unit in self.units])
        self.shards = list(self._shards())
        self._starts = [shard.start for shard in self.shards]

    def _units(self) -> list[Unit]:
        found: dict[str, Unit] = {}
        for number, chunk in enumerate(self._chunks):
            base = self.firsts[number].to_bytes(4, "little")
            postings = chunk.postings
            marks, start, at = postings.marks, 0, 0
            for name, count, last in zip(postings.units, postings.counts, postings.lasts, strict=True):
                unit = found.get(name)
                if unit is None:
                    unit = found[name] = Unit(name, 0, [], bytearray())
                unit.count += count
                unit.parts.append((number, start, count, last))
                unit.mark += base + marks[at : at + MARK_BYTES]
                start += count
                at += MARK_BYTES
        return sorted(found.values(), key=lambda unit: unit_order(unit.name))

    def _shards(self) -> Iterator[Shard]:
        start = held = 0
        for number, unit in enumerate(self.units):
            if held and (held + unit.count > _MOST or (held >= _LEAST and _begins(unit))):
                yield self._shard(start, number)
                start, held = number, 0
            held += unit.count
        if self.units:
            yield self._shard(start, len(self.units))

    def _shard(self, start: int, end: int) -> Shard:
        units = self.units[start:end]
        parts = chain.from_iterable((in_order(unit.name), bytes(unit.mark)) for unit in units)
        return Shard(start, end, digest(*parts).hex()[:10])

    def shard_of(self, number: int) -> int:
        """The number of the shard that holds a unit."""
        return bisect_right(self._starts, number) - 1

    def rows(self, unit: Unit) -> array[int]:
        """The rows of a unit's occurrences, numbered as in the catalogue, as steps."""
        steps = array("I")
        before = 0
        for number, start, count, last in unit.parts:
            base = self.firsts[number] << SENTENCE_BITS
            held = array("I", self._chunks[number].postings.steps[4 * start : 4 * (start + count)])
            held[0] += base - before
            before = base + last
            steps.extend(held)
        return steps

    def sizes(self, unit: Unit) -> array[int]:
        """The lengths of the same rows in words."""
        return self._joined(unit, "sizes")

    def _joined(self, unit: Unit, what: str) -> array[int]:
        whole = array("H")
        for number, start, count, _ in unit.parts:
            whole.frombytes(getattr(self._chunks[number].postings, what)[2 * start : 2 * (start + count)])
        return whole

    def files(self, shard: Shard) -> tuple[File, File]:
        """A shard's two files."""
        units = self.units[shard.start : shard.end]
        header = _encode([[unit.name.partition("|")[0] for unit in units], [unit.count for unit in units]])
        rows = planes(_all(map(self.rows, units), "I"))
        data = len(header).to_bytes(4, "little") + header + rows + planes(_all(map(self.sizes, units), "H"))
        places = planes(_all((self._joined(unit, "places") for unit in units), "H"))
        return (postings_path(shard.name), packed(data)), (places_path(shard.name), packed(places))

    def count(self, numbers: Iterable[int]) -> int:
        """How many occurrences some units have together."""
        return sum(self.units[number].count for number in numbers)


def postings_path(name: str) -> str:
    """The path of a shard's postings."""
    return f"postings/{name}.bin"


def places_path(name: str) -> str:
    """The path of a shard's places."""
    return f"places/{name}.bin"


def _begins(unit: Unit) -> bool:
    """Whether a file begins with a unit: by its name, the likelier the more it has."""
    return crc32(unit.name.encode("utf-8", "surrogatepass")) * _MEAN < unit.count << 32


def _all(parts: Iterable[array[int]], code: str) -> array[int]:
    whole = array(code)
    for part in parts:
        whole.extend(part)
    return whole
