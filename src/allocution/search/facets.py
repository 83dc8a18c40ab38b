"""How many statements have each value of a facet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from allocution.search.catalogue import FACETS, WHOLE_VALUES
from allocution.search.query import Filter
from allocution.search.results import FacetValue
from allocution.search.typed import typed

_MOST_VALUES = 20


class FacetCounts:
    """Values of facets by statement, counted for any statements; values are numbered by facet, then by label."""

    def __init__(
        self,
        statements: Iterable[int],
        rows: Iterable[tuple[int, str, str]],
        labels: Mapping[tuple[str, str], str],
    ) -> None:
        held: dict[int, list[tuple[str, str]]] = {number: [] for number in statements}
        for statement, name, value in rows:
            held[statement].append((name, value))
        order = {name: place for place, name in enumerate(FACETS)}
        known = {facet for facets in held.values() for facet in facets if facet[0] in order}
        self._labels = {facet: labels.get(facet, facet[1]) for facet in known}
        self._values = sorted(known, key=lambda facet: (order[facet[0]], self._labels[facet], facet[1]))
        numbers = {facet: number for number, facet in enumerate(self._values)}
        self._held = {
            statement: tuple([numbers[facet] for facet in facets if facet in numbers])
            for statement, facets in held.items()
        }
        every = Counter(chain.from_iterable(self._held.values()))
        self._all = [every[number] for number in range(len(self._values))]
        starts = [
            bisect_left(self._values, place, key=lambda facet: order[facet[0]])
            for place in range(len(FACETS) + 1)
        ]
        self._ranges = {name: range(*starts[place : place + 2]) for name, place in order.items()}

    def of(self, statement: int, name: str) -> list[str]:
        """A statement's values of one facet."""
        values = (self._values[number] for number in self._held[statement])
        return [value for facet, value in values if facet == name]

    def count(self, statements: set[int]) -> dict[str, tuple[FacetValue, ...]]:
        """How many of the statements have each value, the most frequent of each facet."""
        counts, met = self._counts(statements)
        found = {}
        for name, numbers in self._ranges.items():
            held = met[bisect_left(met, numbers.start) : bisect_left(met, numbers.stop)]
            found[name] = tuple(self._first(counts, held))
        return {name: values for name, values in found.items() if values}

    def _counts(self, statements: set[int]) -> tuple[Counter[int] | list[int], Sequence[int]]:
        """How many of the statements have each value, and all values that any may have, by their numbers.

        Where they are most of all statements, what the others have is taken from the sum.
        """
        if 2 * len(statements) <= len(self._held):
            found = Counter(chain.from_iterable(map(self._held.__getitem__, statements)))
            return found, sorted(found)
        counts = self._all.copy()
        for number in chain.from_iterable(map(self._held.__getitem__, self._held.keys() - statements)):
            counts[number] -= 1
        return counts, range(len(counts))

    def _first(self, counts: Counter[int] | list[int], held: Sequence[int]) -> Iterator[FacetValue]:
        """The most frequent of some values, those of one count by label."""
        tally = list(map(counts.__getitem__, held))
        least = min(sorted(tally, reverse=True)[:_MOST_VALUES], default=0)
        above = [number for number, count in zip(held, tally, strict=True) if count > least]
        above.sort(key=counts.__getitem__, reverse=True)
        yield from (self._value(number, counts[number]) for number in above)
        if least:
            equal = (number for number, count in zip(held, tally, strict=True) if count == least)
            yield from (self._value(number, least) for number in islice(equal, _MOST_VALUES - len(above)))

    def _value(self, number: int, count: int) -> FacetValue:
        name, value = self._values[number]
        label = self._labels[name, value]
        return FacetValue(value, label, count, filter_text(name, value))


def filter_text(dimension: str, value: str) -> str:
    """The filter that leaves the statements with one value of a facet, and no other that has the same words."""
    if dimension == "years" and not value.isdigit():
        return "-has:date"
    shown = f"={value}" if dimension in WHOLE_VALUES else value
    if '"' in shown:
        return typed(Filter(FACETS[dimension], shown))
    quoted = f'"{shown}"' if re.search(r'[\s()"«»“”„:]', shown) else shown
    return f"{FACETS[dimension]}:{quoted}"
