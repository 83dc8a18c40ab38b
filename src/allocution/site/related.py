"""Which statements have something in common: a speaker, a case, a day in court, an article, words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from allocution.content.archive import Work, person_key
from allocution.model.dates import Precision
from allocution.site.near_in_words import NearInWords

MOST_RELATED = 4
_EXACT = (Precision.DAY, Precision.TIME)


def _speakers(work: Work) -> Iterator[str]:
    for person in work.statement.speakers:
        yield person_key(person.name, person.identifier)


def _cases(work: Work) -> Iterator[str]:
    if work.statement.case:
        yield f"{work.statement.jurisdiction} {work.statement.case}"


def _days(work: Work) -> Iterator[str]:
    if work.date is not None and work.date.precision in _EXACT:
        for court in work.statement.courts:
            yield f"{work.date.earliest[:10]} {court}"


def _charges(work: Work) -> Iterator[str]:
    for charge in work.statement.charges:
        reference = charge.reference
        yield f"{reference.law} {reference.article}" if reference else f"\0{charge.wording}"


_RELATIONS: dict[str, Callable[[Work], Iterator[str]]] = {
    "same-speaker": _speakers,
    "same-case": _cases,
    "same-day": _days,
    "same-charge": _charges,
}


@dataclass(slots=True)
class Related:
    """Finds for each work those that have something in common with it; works are in the archive's order."""

    works: tuple[Work, ...]
    _places: dict[str, dict[str, list[int]]]
    _near: NearInWords | None

    def __init__(self, works: tuple[Work, ...]) -> None:
        self.works = works
        packed = [work.items[0].record.words for work in works]
        self._near = NearInWords(packed) if any(packed) else None
        self._places = {name: defaultdict(list) for name in _RELATIONS}
        for number, work in enumerate(works):
            for name, keys in _RELATIONS.items():
                for key in keys(work):
                    self._places[name][key].append(number)

    def to(self, number: int) -> tuple[tuple[str, Work], ...]:
        """For the work of that number: what it shares and with which, the nearest in time, each work once."""
        seen = {number}
        found: list[tuple[str, Work]] = []
        for name, keys in _RELATIONS.items():
            near = [
                other
                for key in dict.fromkeys(keys(self.works[number]))
                for other in _nearest(self._places[name][key], number)
                if other not in seen
            ]
            chosen = list(dict.fromkeys(near))[:MOST_RELATED]
            seen.update(chosen)
            found.extend((name, self.works[other]) for other in sorted(chosen))
        if self._near is not None:
            near = [other for other in self._near.to(number) if other not in seen][:MOST_RELATED]
            found.extend(("near-in-words", self.works[other]) for other in near)
        return tuple(found)


def _nearest(places: list[int], number: int) -> list[int]:
    """The numbers nearest to one that is among them, nearest first."""
    here = bisect_left(places, number)
    around = places[max(0, here - MOST_RELATED) : here + MOST_RELATED + 1]
    return sorted((place for place in around if place != number), key=lambda place: abs(place - number))
