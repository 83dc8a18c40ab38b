"""The best rows of frequent words, so that a browser needn't fetch every place of a word for the first page of hits.

Rows of one word are ranked by how often it stands in them and by their length alone. So of the rows with it once,
twice and so on the shortest few are enough, whatever the rest of the archive is like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import accumulate, chain

from allocution.search.merging import Merged
from allocution.search.rows import SENTENCE_BITS

# Words with more occurrences than this have a head.
MANY = 2_000
# How many hits a head is good for; so many others may be known to stand elsewhere.
SHOWN = 10
_BEST = 2 * SHOWN
_ROW_BITS = 32
# The latest statement goes first among equals.
_TURNED = ((1 << (_ROW_BITS - SENTENCE_BITS)) - 1) << SENTENCE_BITS

Head = tuple[int, int, list[str], list[int]]


def head_of(merged: Merged, numbers: Sequence[int]) -> Head:
    """How many rows and statements some units stand in, their forms, and the best rows: how often, length, row, …"""
    units = [merged.units[number] for number in numbers]
    rows = list(chain.from_iterable(accumulate(merged.rows(unit)) for unit in units))
    lengths = dict(zip(rows, chain.from_iterable(map(merged.sizes, units)), strict=True))
    often = Counter(rows)
    names = list(dict.fromkeys(unit.name.partition("|")[0] for unit in units))
    statements = {row >> SENTENCE_BITS for row in lengths}
    return len(lengths), len(statements), names, list(_best(often, lengths))


def _best(often: Counter[int], lengths: dict[int, int]) -> Iterable[int]:
    by_times: dict[int, list[int]] = {}
    for row, times in often.items():
        by_times.setdefault(times, []).append(row)
    shortest: list[int] = []
    for times in sorted(by_times, reverse=True):
        ranked = nsmallest(_BEST, [lengths[row] << _ROW_BITS | (row ^ _TURNED) for row in by_times[times]])
        # What is no shorter than enough rows that hold it more often is never among the best.
        bound = shortest[_BEST - 1] if len(shortest) >= _BEST else LONG
        for packed in ranked:
            length = packed >> _ROW_BITS
            if length < bound:
                yield from (times, length, (packed & ((1 << _ROW_BITS) - 1)) ^ _TURNED)
                shortest.append(length)
        shortest.sort()


LONG = 1 << 20
