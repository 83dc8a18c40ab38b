"""What stands at the places of rows, numbered: processes hand each other numbers, and what has one only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from allocution.language.tokens import word_texts
from allocution.search.ranking import marks_of, met_again
from allocution.search.terms import ALTERNATIVES, Known, TermMaker

Terms = tuple[str, ...]


class NumberedPlaces:
    """Numbers the alternatives at places in the order in which they are met; `things` are those by their numbers."""

    def __init__(self, maker: TermMaker) -> None:
        self.maker = maker
        self.things: list[Terms] = []
        self._number_of = Known(self._add)
        self._languages = Known(self._language)

    def row(self, text: str, language: str) -> tuple[list[int], list[int]]:
        """The numbers of what stands at each place of a text, and those of the marks for its first place."""
        return self._languages[language].row(text)

    def numbers(self, things: Iterable[Terms]) -> list[int]:
        """The numbers of what may stand at places."""
        return list(map(self._number_of.__getitem__, things))

    def _add(self, thing: Terms) -> int:
        self.things.append(thing)
        return len(self.things) - 1

    def _language(self, language: str) -> _Language:
        return _Language(self, language)


class _Language:
    """The same for texts of one language. What is parted by white space is looked up whole: no word goes over it."""

    def __init__(self, numbered: NumberedPlaces, language: str) -> None:
        self._numbered = numbered
        self._terms = numbered.maker.terms_in(language)
        self._runs = Known(self._run)
        self._forms: dict[str, int] = {}
        self._twins: set[int] = set()  # of one form: «все» and «всё», which are of different lemmas

    def row(self, text: str) -> tuple[list[int], list[int]]:
        numbers = list(chain.from_iterable(map(self._runs.__getitem__, text.split())))
        return numbers, self._marks(numbers) if numbers else []

    def _run(self, run: str) -> tuple[int, ...]:
        things = [tuple(self._terms[word].split(ALTERNATIVES)) for word in word_texts(run)]
        numbers = tuple(self._numbered.numbers(things))
        for thing, number in zip(things, numbers, strict=True):
            first = self._forms.setdefault(thing[0], number)
            if first != number:
                self._twins.update((first, number))
        return numbers

    def _marks(self, numbers: Sequence[int]) -> list[int]:
        """What with_marks would add to the first place."""
        things, held = self._numbered.things, set(numbers)
        again: Sequence[str] = ()
        if not self._twins.isdisjoint(held):
            again = met_again([things[number][0] for number in numbers])
        elif len(held) < len(numbers):
            again = [things[number][0] for number in met_again(numbers)]
        marks = marks_of(again, len(numbers))
        return self._numbered.numbers([(mark,) for mark in marks]) if marks else []
