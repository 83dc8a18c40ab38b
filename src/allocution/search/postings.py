"""Where in a run of statements each word stands, and arrays of numbers as the shards of a static site hold them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from operator import sub

from allocution.search.terms import ALTERNATIVES, LEMMA

LONGEST = 0xFFFF
_PLACE_BITS = 16
MARK_BYTES = 8


@dataclass(slots=True)
class Postings:
    """Occurrences of units, one unit after the other; a unit is all that the index holds at the place of a word.

    `counts` says how many occurrences each has. `steps` are their rows, the first number of each unit and the
    difference of each next one; `lasts` the last row of each unit. `sizes` are the rows' lengths in words, `places` the
    places in the rows. `marks` tell apart what else than numbers of rows each unit has.
    """

    units: list[str]
    counts: list[int]
    lasts: list[int]
    steps: bytes
    sizes: bytes
    places: bytes
    marks: bytes


def gathered(rows: Iterable[tuple[int, Sequence[str]]]) -> Postings:
    """The postings of rows in order: their numbers, and the unit at each place."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    lengths: dict[int, int] = {}
    for row, words in rows:
        lengths[row] = min(len(words), LONGEST)
        packed = row << _PLACE_BITS
        for place, word in enumerate(words[:LONGEST]):
            found[word].append(packed + place)
    postings = Postings([], [], [], b"", b"", b"", b"")
    steps: list[bytes] = []
    sizes: list[bytes] = []
    places: list[bytes] = []
    marks: list[bytes] = []
    for unit in sorted(found):
        numbers = found[unit]
        held = array("I", [each >> _PLACE_BITS for each in numbers])
        parts = (
            deltas(held).tobytes(),
            array("H", [lengths[row] for row in held]).tobytes(),
            array("H", [each & LONGEST for each in numbers]).tobytes(),
        )
        for kept, part in zip((steps, sizes, places), parts, strict=True):
            kept.append(part)
        marks.append(blake2b(b"".join(parts), digest_size=MARK_BYTES).digest())
        postings.units.append(unit)
        postings.counts.append(len(held))
        postings.lasts.append(held[-1])
    postings.steps, postings.sizes, postings.places, postings.marks = map(
        b"".join, (steps, sizes, places, marks)
    )
    return postings


def unit_order(unit: str) -> tuple[bytes, bytes, str]:
    """Puts the forms of a lemma beside each other."""
    exact, _, keys = unit.partition(ALTERNATIVES)
    return in_order(keys.partition(ALTERNATIVES)[0].removeprefix(LEMMA)), in_order(exact), unit


def in_order(text: str) -> bytes:
    """Strings by this are in the order that browsers know: by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def terms_of(units: Sequence[str]) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """The numbers of units by exact form and by key of a lemma."""
    exact: dict[str, list[int]] = {}
    keys: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for term in dict.fromkeys(unit.split(ALTERNATIVES)):
            if term.startswith(LEMMA):
                keys.setdefault(term[1:], []).append(number)
            else:
                exact.setdefault(term, []).append(number)
    return exact, keys


def deltas(numbers: array[int]) -> array[int]:
    """The first number, and how much each exceeds the one before."""
    return numbers[:1] + array("I", map(sub, numbers[1:], numbers)) if numbers else array("I")


def planes(numbers: array[int]) -> bytes:
    """Numbers as their lowest bytes, then the next ones: what is alike stands together, and deflates well."""
    if not numbers:
        return b""
    little = array(numbers.typecode, numbers)
    data = little.tobytes()
    size = numbers.itemsize
    order = range(size) if _is_little() else range(size - 1, -1, -1)
    return b"".join(data[start::size] for start in order)


def _is_little() -> bool:
    return array("H", [1]).tobytes()[0] == 1
