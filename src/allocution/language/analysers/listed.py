"""Languages whose forms are listed: the word lists of simplemma (https://github.com/adbar/simplemma)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")


def level(word: str) -> str:
    """The word with the apostrophe that the lists have."""
    return word.translate(_APOSTROPHES)


def _as_word(form: str) -> str:
    """A form of the list in lower case, empty where it is no word of ours: of capitals, cut off, in several parts."""
    form = level(form)
    lowered = form.lower()
    whole = form[0].isalnum() and form[-1].isalnum() and not form.endswith("'s") and " " not in form
    return lowered if whole and form in (lowered, lowered.capitalize()) else ""


class ListedWords:
    """A list has one lemma for each form; what else a form may be of is found in it, or stands in `also`.

    `plurals` are lemmas of the list that are the plural of another.
    A form that is listed only with a capital letter is a name; one that isn't listed is taken apart by simplemma's
    rules, and left as it is where they say nothing.
    """

    def __init__(self, language: str, also: Mapping[str, str], plurals: Mapping[str, str]) -> None:
        factory = DefaultDictionaryFactory()
        self._language = language
        self._list = factory.get_dictionary(language)
        self._rules = DefaultStrategy(dictionary_factory=factory)
        self._also = also
        self._plurals = plurals

    @cached_property
    def _forms_of_lemmas(self) -> dict[str, str]:
        """The list turned round: lemma → its other forms, parted by blanks, which takes a tenth of sets' memory."""
        found: dict[str, str] = {}
        for form, lemma in self._list.items():
            plain = form.isalpha() and form.islower()
            lowered = form if plain else _as_word(form)
            key = lemma if lemma.islower() and lemma.isalpha() else level(lemma).lower()
            if lowered and lowered != key:
                known = found.get(key)
                found[key] = lowered if known is None else f"{known} {lowered}"
        return found

    @cached_property
    def _also_forms(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for form, lemma in chain(self._plurals.items(), self._also.items()):
            others = self._forms_of_lemmas.get(form, "").split() if form in self._plurals else ()
            found[lemma] = (*found.get(lemma, ()), form, *others)
        return found

    def known(self, word: str) -> tuple[str, ...]:
        """What the list has for a word in lower case, as such, as a name, and as a lemma; a gap if only itself."""
        listed = (self._list.get(word), self._list.get(word.capitalize()))
        found = tuple(level(lemma).lower() for lemma in listed if lemma)
        if word in self._forms_of_lemmas or word in self._also_forms:
            return (*found, word)
        return tuple(lemma for lemma in found if lemma != word)

    def guessed(self, word: str) -> tuple[str, ...]:
        """What simplemma's rules make of a word that isn't listed."""
        return ((self._rules.get_lemma(word, self._language) or word).lower(),)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first."""
        typed = level(word)
        found = self.known(typed) or self.guessed(typed)
        plurals = (self._plurals[lemma] for lemma in (typed, *found) if lemma in self._plurals)
        return tuple(dict.fromkeys([*found, *plurals, self._also.get(typed, found[0])]))

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Every form that is listed of a lemma."""
        listed = self._forms_of_lemmas.get(lemma, "").split()
        return tuple(dict.fromkeys(chain((lemma,), sorted(listed), self._also_forms.get(lemma, ()))))
