"""Where in an archive each word stands, gathered statement by statement for the shards of a static site."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import sub

from allocution.search.terms import ALTERNATIVES, LEMMA, WORDS

LONGEST = 0xFFFF


@dataclass(slots=True)
class Occurrences:
    """The rows in which a unit stands, in order, and its place in each; a row comes again for each place."""

    rows: array[int] = field(default_factory=lambda: array("I"))
    places: array[int] = field(default_factory=lambda: array("H"))


@dataclass(slots=True)
class Postings:
    """Occurrences by unit; a unit is all that the index holds at the place of a word. `lengths` are rows' in words."""

    units: dict[str, Occurrences] = field(default_factory=dict)
    lengths: array[int] = field(default_factory=lambda: array("H"))

    def add(self, encoded: str) -> None:
        """Add a row, its text as the tokenizer takes it."""
        units = self.units
        row = len(self.lengths)
        words = encoded.split(WORDS) if encoded else []
        self.lengths.append(min(len(words), LONGEST))
        for place, word in enumerate(words[:LONGEST]):
            found = units.get(word)
            if found is None:
                found = units[word] = Occurrences()
            found.rows.append(row)
            found.places.append(place)


def unit_order(unit: str) -> tuple[bytes, bytes]:
    """Puts the forms of a lemma beside each other."""
    exact, _, keys = unit.partition(ALTERNATIVES)
    return in_order(keys.partition(ALTERNATIVES)[0].removeprefix(LEMMA)), in_order(exact)


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


def joined(parts: Iterable[array[int]], code: str) -> array[int]:
    """Arrays one after the other."""
    whole = array(code)
    for part in parts:
        whole.extend(part)
    return whole
