"""The best rows of a frequent form without ranking every row that holds it.

Such rows are ranked (BM25, as FTS5 counts it) by how often the form stands in them and by their length alone. So the
best are among those that hold it more than once, and the shortest of the others; marks in the index lead to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from operator import itemgetter
from typing import TypeVar

import apsw

from allocution.search.terms import LEMMA

_K1, _B = 1.2, 0.75
_REPEATED, _SHORT = "\x02", "\x03"
_LENGTHS = (4, 8, 16)
# What stands in fewer rows is ranked as quickly by FTS5.
_MANY = 2_000
# So many hits at most are looked for among the marked rows.
_MOST = 500
# Forms of less weight stand in about half of all rows: their scores are too much alike.
_LEAST_WEIGHT = 0.01


T = TypeVar("T")
_FIRST = itemgetter(0)
_MARKS = tuple(
    tuple(f"{_SHORT}{longest}" for longest in _LENGTHS if words <= longest)
    for words in range(_LENGTHS[-1] + 1)
)


def with_marks(places: Sequence[tuple[str, ...]], *, corrected: bool = False) -> Sequence[tuple[str, ...]]:
    """A row's terms with marks at its first place: which forms stand in it several times, and whether it is short.

    Where it was `corrected`, a place may have several exact forms; else the first term of each is its only one.
    """
    if not places:
        return places
    forms: Iterable[str] = map(_FIRST, places)
    if corrected:
        forms = (term for place in places for term in place if not term.startswith(LEMMA))
    marks = marks_of(met_again(forms), len(places))
    return [(*places[0], *marks), *places[1:]] if marks else places


def met_again(items: Iterable[T]) -> list[T]:
    """The items that stood before, each time that they stand there once more."""
    seen: set[T] = set()
    add = seen.add
    return [item for item in items if item in seen or add(item)]


def marks_of(again: Sequence[str], words: int) -> tuple[str, ...]:
    """The marks of a row of so many words, of the forms that stand in it again."""
    short = _MARKS[words] if words < len(_MARKS) else ()
    return (*short, *_repeated(again)) if again else short


def _repeated(again: Iterable[str]) -> Iterator[str]:
    """A mark for the second time that a form stands there, another for the third and so on."""
    seen: set[str] = set()
    for form in again:
        mark = _REPEATED + form
        while mark in seen:
            mark = _REPEATED + mark
        yield mark
        seen.add(mark)


@dataclass(frozen=True, slots=True)
class Within:
    """A condition on rows of `words`: that they are of some statements."""

    sql: str = ""
    values: tuple[apsw.SQLiteValue, ...] = ()


class Ranking:
    """Ranks the rows of a catalogue."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    @cached_property
    def _size(self) -> tuple[int, float]:
        """How many rows there are, and how many words one has on average, as FTS5 keeps it."""
        ((kept,),) = self._connection.execute("SELECT block FROM words_data WHERE id = 1")
        rows, words = _varints(kept)
        return rows, words / rows

    def held(self, form: str) -> int:
        """How many rows hold a form: less work than to count what FTS5 finds for it."""
        found = list(self._connection.execute("SELECT doc FROM terms WHERE term = ?", (form,)))
        return int(str(found[0][0])) if found else 0

    def best(self, form: str, within: Within, count: int, rows: int | None = None) -> list[int] | None:
        """The best rows with an exact form in order; None where FTS5 has to rank them all. `rows` hold it, if known."""
        weight = self._weight(self.held(form) if rows is None else rows) if count <= _MOST else None
        if weight is None or weight < _LEAST_WEIGHT:
            return None
        for longest in _LENGTHS:
            lengths = self._lengths(f'"{form}" AND "{_SHORT}{longest}"', within)
            if len(lengths) < count:
                continue
            # With these alone, and each as if it had the form once, the last wanted would be as good as this.
            last = self._rank(weight, 1, sorted(lengths.values())[count - 1])
            if last < self._rank(weight, 1, longest + 1):
                often = self._repetitions(form, within, weight, last)
                lengths |= {row: length for row, (_, length) in often.items()}
                known = {row: often.get(row, (1, length)) for row, length in lengths.items()}
                ranks = {each: self._rank(weight, *each) for each in set(known.values())}
                ranked = nsmallest(count, ((ranks[each], row) for row, each in known.items()))
                return [row for _, row in ranked]
        return None

    def _weight(self, rows: int) -> float | None:
        """What a form weighs that so many rows hold; None where those aren't many."""
        if rows < _MANY:
            return None
        return log((self._size[0] - rows + 0.5) / (rows + 0.5))

    def _repetitions(
        self, form: str, within: Within, weight: float, last: float
    ) -> dict[int, tuple[int, int]]:
        """How often a form stands in the rows that hold it more than once, with their lengths; but for bad ones."""
        found: dict[int, tuple[int, int]] = {}
        times, marked = 2, _REPEATED + form
        while self._is_held(marked):
            short = next((each for each in _LENGTHS if self._rank(weight, times, each + 1) > last), None)
            expression = f'"{marked}" AND "{_SHORT}{short}"' if short else f'"{marked}"'
            lengths = self._lengths(expression, within)
            found.update((row, (times, length)) for row, length in lengths.items())
            times, marked = times + 1, _REPEATED + marked
        return found

    def _is_held(self, form: str) -> bool:
        sql = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
        return bool(list(self._connection.execute(sql, (f'"{form}"',))))

    def _rank(self, weight: float, times: int, length: int) -> float:
        score = weight * ((times * (_K1 + 1)) / (times + _K1 * (1 - _B + _B * length / self._size[1])))
        return round(-score, 6)

    def _lengths(self, expression: str, within: Within) -> dict[int, int]:
        """The rows that an expression finds, with how many words each has."""
        sql = (
            f"SELECT id, sz FROM (SELECT rowid AS row FROM words WHERE words MATCH ?{within.sql})"
            " CROSS JOIN words_docsize ON id = row"
        )
        rows = self._connection.execute(sql, (expression, *within.values))
        return {row: size[0] if len(size) == 1 else _varints(size)[0] for row, size in rows}


def _varints(kept: bytes) -> list[int]:
    """Numbers as SQLite keeps them, seven bits a byte, the highest first."""
    found, number = [], 0
    for byte in kept:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(number)
            number = 0
    return found
