"""What the index holds at the place of a word: its exact form, and a key for each lemma that it may be of.

Between processes and to the tokenizer a text is its words parted by blanks, the terms of a word by bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allocution.language.analysis import find_analyser
from allocution.language.folding import exact_key, folded_key
from allocution.language.tokens import word_spans

LEMMA = "~"
WORDS, ALTERNATIVES = " ", "|"


def lemma_keys(word: str, language: str) -> tuple[str, ...]:
    """Keys of all lemmas that a form may be of, each part of a hyphenated word on its own as well."""
    analyser = find_analyser(language)
    lowered = word.lower()
    keys = [folded_key(lemma) for lemma in analyser.lemmas(lowered)]
    if "-" in lowered:
        for part in lowered.split("-"):
            keys += [folded_key(lemma) for lemma in analyser.lemmas(part)]
    return tuple(dict.fromkeys(key for key in keys if key))


class TermMaker:
    """Makes the terms of words, and remembers those it has met. `met` are the folded forms met, with their keys."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self.met: dict[str, dict[str, None]] = {}
        self.lemmas: dict[tuple[str, str], None] = {}

    def encoded(self, text: str, language: str, meant: Sequence[tuple[int, int, str]] = ()) -> str:
        """The terms of a text as the tokenizer takes them; `meant` says what stretches were meant to be."""
        known = self._known
        words = []
        for start, end in word_spans(text):
            word = text[start:end]
            terms = known.get((language, word))
            words.append(self._learn(word, language) if terms is None else terms)
        if meant:
            self._add_meant(words, text, language, meant)
        return WORDS.join(words)

    def _add_meant(
        self, words: list[str], text: str, language: str, meant: Sequence[tuple[int, int, str]]
    ) -> None:
        """Put the words that were meant where the written ones stand, one for one, the rest with the last."""
        spans = word_spans(text)
        for start, end, correction in meant:
            places = [place for place, (first, last) in enumerate(spans) if first < end and last > start]
            for number, (first, last) in enumerate(word_spans(correction) if places else ()):
                place = places[min(number, len(places) - 1)]
                added = self._learn(correction[first:last], language)
                both = dict.fromkeys([*words[place].split(ALTERNATIVES), *added.split(ALTERNATIVES)])
                words[place] = ALTERNATIVES.join(both)

    def _learn(self, word: str, language: str) -> str:
        found = self._known.get((language, word))
        if found is None:
            exact = exact_key(word)
            keys = lemma_keys(word, language)
            found = ALTERNATIVES.join((exact, *(LEMMA + key for key in keys)))
            self._known[language, word] = found
            self.met.setdefault(folded_key(word), {}).update(dict.fromkeys(keys))
            analyser = find_analyser(language)
            self.lemmas.update(((language, lemma), None) for lemma in analyser.lemmas(word.lower()))
        return found


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
