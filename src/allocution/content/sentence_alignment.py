"""Which sentence became which: two versions aligned by wording and by their words' initials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

# Initials of unrelated Russian sentences of a dozen words score 0.2 to 0.35, one word replaced of ten 0.8.
_ENOUGH = 0.4
_ENOUGH_ALONE = 0.3
_SHORT = 3
_JOINED_BETTER = 0.05
_MOST_JOINED = 3
_BAND = 20


class Heir(msgspec.Struct, frozen=True):
    """The sentence that an earlier one lives on in; `in_place` when it stands where that stood, not moved."""

    index: int
    in_place: bool


def similarity(one: str, other: str) -> float:
    """How alike two sentences' initials are, 0 to 1: the mean of what they share in order and in pairs."""
    one, other = one.lower(), other.lower()
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    in_order = 2 * _common_subsequence(one, other) / (len(one) + len(other))
    pairs, others = _pairs(one), _pairs(other)
    return (in_order + 2 * len(pairs & others) / (len(pairs) + len(others))) / 2


def _pairs(letters: str) -> set[str]:
    framed = f" {letters} "
    return {framed[at : at + 2] for at in range(len(framed) - 1)}


def _common_subsequence(one: str, other: str) -> int:
    """The length of the longest common subsequence, by Hyyrö's bit vectors (2004)."""
    places: dict[str, int] = defaultdict(int)
    for index, letter in enumerate(one):
        places[letter] |= 1 << index
    every = (1 << len(one)) - 1
    row = every
    for letter in other:
        met = row & places.get(letter, 0)
        row = (row + met) | (row - met)
    return len(one) - (row & every).bit_count()


def align(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> list[Heir | None]:
    """For each old sentence its heir; sentences are (wording, initials), wordings compared for equality only.

    Surest first: the same wording in the same order; the same wording moved; in the gaps between those,
    rewordings, splits and merges by similarity of initials. A split sentence's heir is the first part.
    """
    heirs: list[Heir | None] = [None] * len(old)
    matcher = SequenceMatcher(None, [words for words, _ in old], [words for words, _ in new], autojunk=False)
    gaps = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            for offset in range(old_to - old_from):
                heirs[old_from + offset] = Heir(new_from + offset, in_place=True)
        else:
            gaps.append((range(old_from, old_to), range(new_from, new_to)))
    moved = dict(_moved(old, new, gaps))
    for number, index in moved.items():
        heirs[number] = Heir(index, in_place=False)
    arrived = set(moved.values())
    for before, after in gaps:
        left = [number for number in before if number not in moved]
        right = [index for index in after if index not in arrived]
        for row, column in _fill([old[number][1] for number in left], [new[index][1] for index in right]):
            heirs[left[row]] = Heir(right[column], in_place=True)
    return heirs


def _moved(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], gaps: Sequence[tuple[range, range]]
) -> Iterator[tuple[int, int]]:
    """Pairs of one wording that stand in different gaps, first to first."""
    arrived: dict[str, list[int]] = defaultdict(list)
    for _, after in gaps:
        for index in after:
            arrived[new[index][0]].append(index)
    for before, _ in gaps:
        for number in before:
            places = arrived.get(old[number][0])
            if places:
                yield number, places.pop(0)


def _fill(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of old and new sentences in a gap between unchanged ones."""
    if len(old) == len(new) == 1:
        return [(0, 0)] if _replaces(old[0], new[0]) else []
    return _Gap(old, new).pairs() if old and new else []


def _replaces(old: str, new: str) -> bool:
    """Whether one sentence stands for one other between the same neighbours: place counts for half."""
    short = max(len(old), len(new)) <= _SHORT
    return short or similarity(old, new) >= _ENOUGH_ALONE


class _Gap:
    """The best alignment of two runs of sentences: dynamic programming over one to one, split, merge."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = old
        self.new = new
        self.single: dict[tuple[int, int], float] = {}

    def pairs(self) -> list[tuple[int, int]]:
        """(old, new) of the alignment; an old sentence stands in one pair at most."""
        rows, columns = len(self.old), len(self.new)
        best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
        steps: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(1, rows + 1):
            for column in range(1, columns + 1):
                best[row][column], step = max(
                    (best[row - 1][column], (1, 0)),
                    (best[row][column - 1], (0, 1)),
                    key=lambda option: option[0],
                )
                for gain, (back, left) in self._gains(row, column):
                    if best[row - back][column - left] + gain > best[row][column]:
                        best[row][column], step = best[row - back][column - left] + gain, (back, left)
                steps[row, column] = step
        return self._walk_back(steps)

    def _walk_back(self, steps: dict[tuple[int, int], tuple[int, int]]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        row, column = len(self.old), len(self.new)
        while row and column:
            back, left = steps[row, column]
            if back and left:
                found += [(number, column - left) for number in range(row - back, row)]
            row, column = row - back, column - left
        return found[::-1]

    def _gains(self, row: int, column: int) -> Iterator[tuple[float, tuple[int, int]]]:
        """What it is worth to pair the sentences that end here: one to one, a split, a merge."""
        rows, columns = len(self.old), len(self.new)
        if abs(row * columns - column * rows) > _BAND * max(rows, columns):
            return
        alone = self._similarity(row - 1, column - 1)
        if alone > _ENOUGH:
            yield (alone - _ENOUGH) * len(self.old[row - 1]), (1, 1)
        for joined in range(2, _MOST_JOINED + 1):
            if joined <= column:
                parts = range(column - joined, column)
                whole = self._joined(self.old[row - 1], [self.new[part] for part in parts])
                if whole > _ENOUGH and whole > _JOINED_BETTER + max(
                    self._similarity(row - 1, part) for part in parts
                ):
                    yield (whole - _ENOUGH) * len(self.old[row - 1]), (1, joined)
            if joined <= row:
                parts = range(row - joined, row)
                whole = self._joined(self.new[column - 1], [self.old[part] for part in parts])
                if whole > _ENOUGH and whole > _JOINED_BETTER + max(
                    self._similarity(part, column - 1) for part in parts
                ):
                    yield (whole - _ENOUGH) * sum(len(self.old[part]) for part in parts), (joined, 1)

    def _similarity(self, row: int, column: int) -> float:
        if (row, column) not in self.single:
            self.single[row, column] = similarity(self.old[row], self.new[column])
        return self.single[row, column]

    @staticmethod
    def _joined(whole: str, parts: Sequence[str]) -> float:
        """The similarity of a sentence to several together; none where their lengths don't allow it."""
        together = "".join(parts)
        if not len(whole) <= 2 * len(together) <= 4 * len(whole):
            return 0.0
        if sum((Counter(whole.lower()) & Counter(together.lower())).values()) < _ENOUGH * len(whole):
            return 0.0
        return similarity(whole, together)
