"""What the words of a query stand for in an index: the terms to look for at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from allocution.language.folding import exact_key, folded_key
from allocution.language.names import spelling_keys
from allocution.search.query import Exact, Leaf, Near, Phrase, Prefix, Word
from allocution.search.terms import LEMMA

# No language has longer words: what is longer is looked for as it is typed, and compared with nothing.
LONGEST_WORD = 64
# Words whose sound is compared with that of others: in the letters for which a site has Latin ones.
_SPELT = re.compile("[a-zA-Z\u00aa-\u024f\u0400-\u052f]+")
_LATIN = re.compile("[a-zA-Z\u00aa-\u024f]+")


class Lexicon(Protocol):
    """The words of an index."""

    def keys_of_form(self, form: str) -> tuple[str, ...]:
        """Keys of the lemmas that a folded form may be of, as far as they occur."""
        ...

    def keys_by_analysis(self, word: str) -> tuple[str, ...]:
        """Keys of the lemmas that a word not met may be of in the languages of the index, as far as they occur."""
        ...

    def keys_of_spelling(self, spelling: str) -> tuple[str, ...]:
        """Keys of the lemmas that a key of spelling fits."""
        ...

    def forms_of_names(self, form: str) -> tuple[str, ...]:
        """The folded forms of all names in the register of which this is one."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """What may stand in one place: one of the terms, or where `prefix` is true a form or lemma that begins so."""

    terms: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedLeaf:
    """A leaf as stretches of places; more than one stretch stands for NEAR, within `distance` words of each other.

    `exact` is the same with each word in the form that was typed. `respelt` are words found by another spelling,
    `guessed` those that are no listed form and were found by their endings, `unknown` those that weren't found.
    """

    leaf: Leaf
    stretches: tuple[tuple[Place, ...], ...]
    exact: tuple[tuple[Place, ...], ...]
    distance: int = 0
    respelt: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


def resolve(leaf: Leaf, lexicon: Lexicon) -> ResolvedLeaf:
    """The terms that a leaf of a query stands for in an index."""
    items: tuple[Leaf, ...] = leaf.items if isinstance(leaf, Near) else (leaf,)
    resolver = _Resolver(lexicon)
    stretches = tuple(resolver.stretch(item) for item in items)
    exact = tuple(_exact_stretch(item) for item in items)
    distance = leaf.distance if isinstance(leaf, Near) else 0
    respelt, unknown, guessed = map(tuple, (resolver.respelt, resolver.unknown, resolver.guessed))
    return ResolvedLeaf(leaf, stretches, exact, distance, respelt, unknown, guessed)


def _words(item: Leaf) -> tuple[str, ...]:
    if isinstance(item, Phrase):
        return item.words
    assert isinstance(item, Word | Exact | Prefix)
    return (item.text,)


def _exact_stretch(item: Leaf) -> tuple[Place, ...]:
    if isinstance(item, Prefix):
        return (_prefix(item),)
    return tuple(Place((exact_key(word),)) for word in _words(item))


def _prefix(item: Prefix) -> Place:
    return Place(tuple(dict.fromkeys((exact_key(item.text), LEMMA + folded_key(item.text)))), prefix=True)


class _Resolver:
    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.respelt: list[str] = []
        self.unknown: list[str] = []
        self.guessed: list[str] = []

    def stretch(self, item: Leaf) -> tuple[Place, ...]:
        if isinstance(item, Prefix):
            return (_prefix(item),)
        if isinstance(item, Exact) or (isinstance(item, Phrase) and item.exact):
            return _exact_stretch(item)
        return tuple(place for word in _words(item) for place in self._any_form(word))

    def _any_form(self, word: str) -> Iterable[Place]:
        """A word's place; the places of its parts where they alone are known of a hyphenated one."""
        lexicon = self._lexicon
        folded = folded_key(word)
        keys = dict.fromkeys(lexicon.keys_of_form(folded))
        for form in lexicon.forms_of_names(folded):
            keys.update(dict.fromkeys(lexicon.keys_of_form(form)))
        if not keys and len(word) <= LONGEST_WORD:
            if "-" in word and not lexicon.keys_by_analysis(word):
                return (place for part in word.split("-") for place in self._any_form(part))
            keys = self._compared(word)
        # A word that nobody said still has a place: it is looked for as it is typed, and not found.
        return (Place(tuple(LEMMA + key for key in keys) or (exact_key(word),)),)

    def _compared(self, word: str) -> dict[str, None]:
        """Keys that a word which isn't known fits by its ending or its sound; which words were found so is kept."""
        lexicon = self._lexicon
        keys = dict.fromkeys(lexicon.keys_by_analysis(word))
        if keys:
            self.guessed.append(word)
        else:
            keys = dict.fromkeys(_distinct(map(lexicon.keys_of_spelling, _spellings(word))))
            (self.respelt if keys else self.unknown).append(word)
        return keys


def _spellings(word: str) -> list[str]:
    """Keys of a word's sound among those of forms and, of one in Latin letters, of lemmas."""
    spellings = list(filter(None, spelling_keys(word))) if _SPELT.fullmatch(word) else []
    return [*spellings, *(LEMMA + each for each in spellings if _LATIN.fullmatch(word))]


def _distinct(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    return dict.fromkeys(each for group in groups for each in group)
