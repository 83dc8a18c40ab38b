"""Where in a sentence the leaves of a query stand, and by what they were found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from allocution.language.folding import exact_key
from allocution.language.tokens import word_spans
from allocution.search.query import notation
from allocution.search.resolving import Place, ResolvedLeaf
from allocution.search.terms import TermMaker

Meant = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """[start, end) of a word in its sentence, and what of the query it answers.

    `how` is exact (the form that was typed), form (another form of the word), prefix, spelling (found by another
    script or alphabet) or correction (what was meant, not what is written).
    """

    start: int
    end: int
    asked: str
    how: str


class Highlighter:
    """Finds the words that answered a query. `maker` may be shared, so that words are analysed once."""

    def __init__(self, leaves: Sequence[ResolvedLeaf], maker: TermMaker | None = None) -> None:
        self._leaves = leaves
        self._maker = maker or TermMaker()

    def matches(self, text: str, language: str, meant: Meant) -> tuple[Match, ...]:
        """The matches of all leaves in a sentence, in order, each word once; words meant as one are one match."""
        spans = word_spans(text)
        places = self._maker.places(text, language, meant)
        found: dict[tuple[int, int], Match] = {}
        for leaf in self._leaves:
            for word in _places_of(leaf, places):
                start, end = spans[word]
                how = _how(
                    leaf, text[start:end], any(start < last and end > first for first, last, _ in meant)
                )
                found.setdefault((start, end), Match(start, end, notation(leaf.leaf), how))
        return tuple(_joined(sorted(found.values()), meant))


def _joined(matches: Iterable[Match], meant: Meant) -> Iterator[Match]:
    """Matches, those on several words that were meant as one joined: «не доверие» for «недоверие»."""
    waiting: Match | None = None
    for match in matches:
        if waiting is not None and _meant_as_one(waiting, match, meant):
            waiting = replace(waiting, end=match.end)
            continue
        if waiting is not None:
            yield waiting
        waiting = match
    if waiting is not None:
        yield waiting


def _meant_as_one(one: Match, other: Match, meant: Meant) -> bool:
    if one.how != "correction" or other.how != "correction" or one.asked != other.asked:
        return False
    return any(
        first < one.end and last > other.start and len(word_spans(correction)) == 1
        for first, last, correction in meant
    )


def _how(leaf: ResolvedLeaf, written: str, corrected: bool) -> str:
    exact = exact_key(written)
    wanted = [place for stretch in leaf.exact for place in stretch]
    if any(place.prefix for place in wanted):
        return "prefix"
    if any(exact in place.terms for place in wanted):
        return "exact"
    if corrected:
        return "correction"
    return "spelling" if leaf.respelt else "form"


def _places_of(leaf: ResolvedLeaf, places: Sequence[tuple[str, ...]]) -> Iterable[int]:
    """The words that a leaf stands on."""
    found = [list(_starts(stretch, places)) for stretch in leaf.stretches]
    if len(found) == 1:
        return (start + step for start in found[0] for step in range(len(leaf.stretches[0])))
    spans = [
        [(start, start + len(stretch)) for start in starts]
        for starts, stretch in zip(found, leaf.stretches, strict=True)
    ]
    return sorted({word for start, end in _near(spans, leaf.distance) for word in range(start, end)})


def _starts(stretch: Sequence[Place], places: Sequence[tuple[str, ...]]) -> Iterator[int]:
    for start in range(len(places) - len(stretch) + 1):
        if all(_answers(place, places[start + step]) for step, place in enumerate(stretch)):
            yield start


def _answers(place: Place, terms: Sequence[str]) -> bool:
    if place.prefix:
        return any(term.startswith(wanted) for term in terms for wanted in place.terms)
    return any(term in place.terms for term in terms)


def _near(spans: Sequence[Sequence[tuple[int, int]]], distance: int) -> Iterator[tuple[int, int]]:
    """The stretches in clusters that have one of each, with at most `distance` words between first end and last start.

    Each stretch in turn is taken for the one that ends first. Of one kind all are of one length and in order, so that
    those which fit lie side by side.
    """
    starts = [[start for start, _ in of_kind] for of_kind in spans]
    ends = [[end for _, end in of_kind] for of_kind in spans]
    marked = [bytearray(len(of_kind)) for of_kind in spans]
    for number, ending in enumerate(spans):
        others = [kind for kind in range(len(spans)) if kind != number]
        for place, (_, first_end) in enumerate(ending):
            around = [
                (bisect_left(ends[kind], first_end), bisect_right(starts[kind], first_end + distance))
                for kind in others
            ]
            if all(low < high for low, high in around):
                marked[number][place] = 1
                for kind, (low, high) in zip(others, around, strict=True):
                    marked[kind][low:high] = b"\x01" * (high - low)
    for of_kind, marks in zip(spans, marked, strict=True):
        yield from compress(of_kind, marks)
