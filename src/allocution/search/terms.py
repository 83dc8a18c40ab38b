"""What the index holds at the place of a word: its exact form, and a key for each lemma that it may be of.

Between processes and to the tokenizer a text is its words parted by blanks, the terms of a word by bars.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from allocution.language.analysis import find_analyser
from allocution.language.folding import bare, exact_key, folded_key
from allocution.language.tokens import word_spans, word_texts

LEMMA = "~"
WORDS, ALTERNATIVES = " ", "|"
K = TypeVar("K")
V = TypeVar("V")


def lemma_keys(word: str, language: str) -> tuple[str, ...]:
    """Keys of all lemmas that a form may be of."""
    return _keys(find_analyser(language).lemmas(bare(word).lower()))


def lemma_keys_with_parts(word: str, language: str) -> tuple[str, ...]:
    """The same, for a hyphenated word also those of each of its parts."""
    parts = word.split("-") if "-" in word else ()
    keys = (key for part in parts for key in lemma_keys(part, language))
    return tuple(dict.fromkeys((*lemma_keys(word, language), *keys)))


def _keys(lemmas: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for lemma in lemmas if (key := folded_key(lemma))))


class Analysed(NamedTuple):
    """A word once it is analysed: its terms as the tokenizer takes them, its folded form, keys, lemmas.

    Among the terms of a hyphenated word are those of its parts, which find it; its keys are its own alone.
    """

    terms: str
    folded: str
    keys: tuple[str, ...]
    lemmas: tuple[str, ...]


Analyses = dict[tuple[str, str], Analysed]


class Known(dict[K, V]):
    """What is known of things, of words say; what isn't among them is learned."""

    def __init__(self, learn: Callable[[K], V]) -> None:
        self._learn = learn

    def __missing__(self, thing: K) -> V:
        self[thing] = found = self._learn(thing)
        return found


class TermMaker:
    """Makes the terms of words, and remembers those it has met in `analyses`, which several may share.

    `met` are the folded forms met, with their keys; `lemmas` are (language, lemma).
    """

    def __init__(self, analyses: Analyses | None = None) -> None:
        self.analyses = analyses if analyses is not None else {}
        self._known: dict[str, Known[str, str]] = {}
        self._placed: dict[str, Known[str, tuple[str, ...]]] = {}
        self.met: dict[str, dict[str, None]] = {}
        self.lemmas: dict[tuple[str, str], None] = {}

    def words(self, text: str, language: str, meant: Sequence[tuple[int, int, str]] = ()) -> list[str]:
        """The terms at each place of a text; `meant` says what stretches were meant to be."""
        known = self.terms_in(language)
        words = list(map(known.__getitem__, word_texts(text)))
        if meant:
            self._add_meant(words, text, known, meant)
        return words

    def terms_in(self, language: str) -> Known[str, str]:
        """The terms of words of a language, made when they are asked for."""
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = Known(partial(self._learn, language=language))
        return known

    def places(
        self, text: str, language: str, meant: Sequence[tuple[int, int, str]] = ()
    ) -> list[tuple[str, ...]]:
        """The same as FTS5 takes them: the alternatives at each place."""
        if meant:
            return [tuple(terms.split(ALTERNATIVES)) for terms in self.words(text, language, meant)]
        placed = self._placed.get(language)
        if placed is None:
            known = self.terms_in(language)
            placed = self._placed[language] = Known(lambda word: tuple(known[word].split(ALTERNATIVES)))
        return list(map(placed.__getitem__, word_texts(text)))

    def _add_meant(
        self, words: list[str], text: str, known: Known[str, str], meant: Sequence[tuple[int, int, str]]
    ) -> None:
        """Put the words that were meant where the written ones stand, one for one, the rest with the last.

        Where fewer were meant, the last of them stands for all that is left: «не доверие», meant «недоверие».
        """
        spans = word_spans(text)
        for start, end, correction in meant:
            places = [place for place, (first, last) in enumerate(spans) if first < end and last > start]
            terms = [known[word] for word in word_texts(correction)]
            for number in range(max(len(places), len(terms)) if places and terms else 0):
                place = places[min(number, len(places) - 1)]
                added = terms[min(number, len(terms) - 1)]
                both = dict.fromkeys([*words[place].split(ALTERNATIVES), *added.split(ALTERNATIVES)])
                words[place] = ALTERNATIVES.join(both)

    def _learn(self, word: str, language: str) -> str:
        found = self.analyses.get((language, word))
        if found is None:
            found = self.analyses[language, word] = _analysed(word, language)
        self._note(found, language)
        if "-" in word:
            for part in word.split("-"):
                self._learn(part, language)
        return found.terms

    def _note(self, found: Analysed, language: str) -> None:
        self.met.setdefault(found.folded, {}).update(dict.fromkeys(found.keys))
        self.lemmas.update(((language, lemma), None) for lemma in found.lemmas)

    def take(self, analyses: Iterable[tuple[tuple[str, str], Analysed]]) -> None:
        """Have met words that were analysed elsewhere."""
        for word, found in analyses:
            self.analyses[word] = found
            self._note(found, word[0])


def _analysed(word: str, language: str) -> Analysed:
    lemmas = find_analyser(language).lemmas(bare(word).lower())
    keys = _keys(lemmas)
    found_by = keys if "-" not in word else lemma_keys_with_parts(word, language)
    terms = ALTERNATIVES.join((exact_key(word), *(LEMMA + key for key in found_by)))
    return Analysed(terms, folded_key(word), keys, lemmas)


def tokenised(text: str) -> list[tuple[str, ...]]:
    """An encoded text as the alternatives at each place: what FTS5 indexes, and what it looks for."""
    return [tuple(word.split(ALTERNATIVES)) for word in text.split(WORDS)]


def forms_of(lemmas: Iterable[tuple[str, str]]) -> dict[str, dict[str, None]]:
    """Every form of (language, lemma) pairs: folded form → keys of the lemmas that it may be of."""
    found: dict[str, dict[str, None]] = {}
    for language, lemma in lemmas:
        key = folded_key(lemma)
        for form in find_analyser(language).forms(lemma):
            found.setdefault(folded_key(form), {})[key] = None
    return found
