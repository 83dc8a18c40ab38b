"""Kazakh: suffixes are taken off layer by layer until a stem of the lexicon is left; each step has to be one that
vowel harmony and assimilation allow. The dictionary form of a verb is its infinitive («жазу»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allocution.language.kazakh.lexicon import lexicon
from allocution.language.kazakh.sounds import BACK, BOTH, FRONT, joined, parted, realised
from allocution.language.kazakh.suffixes import (
    PLACE_DERIVATION,
    Suffix,
    by_ending,
    derivations,
    nominal_chains,
    people_chains,
    verbal_chains,
    verbalisers,
)

_FINAL = "NLMZSQCVWROUDFT"
_NOMINAL = "NLMZSQC"
_SHORTEST_GUESS = 3
_LONGEST_WORD = 40
_ENDING_OF_NOUN, _ENDING = 3, 1
_INFLECTED = "LMZSC"
_VOWELS = frozenset(BACK + FRONT + "уюи")
_NAMES = ("ев", "евич", "евна")
_PRONOUNS = frozenset(("мен", "сен", "ол", "олар", "бұл", "осы", "сол", "кім", "не", "біз", "сіз", "өз"))
# What these make is another word wherever the lexicon has it.
_DERIVING = frozenset(("сYз", "шA", "(Y)рAK"))


class KazakhAnalyser:
    """Lemmas and forms by the suffixes of nouns and verbs; an unknown word is taken for a noun."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._endings = by_ending()
        self._longest = max(map(len, self._endings))
        self._longest_derivation = max(map(len, (*derivations(), *verbalisers())))

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of: the word itself if it is one, then those with the fewest suffixes."""
        listed = self._lexicon.forms.get(word)
        if listed:
            return listed
        if len(word) > _LONGEST_WORD:
            return (word,)
        known = tuple(dict.fromkeys(self._stems(word, _FINAL)))
        return known or tuple(dict.fromkeys([word, *self._guesses(word, _FINAL)]))

    def _stems(self, word: str, kinds: str) -> Iterator[str]:
        """The lemmas of a form that is of one of these kinds."""
        if "N" in kinds:
            yield from self._nouns(word)
        if "V" in kinds:
            yield from self._verbs(word)
        for stem, before in self._parts(word, kinds):
            yield from self._stems(stem, before)

    def _guesses(self, word: str, kinds: str) -> Iterator[str]:
        """What a word would be a form of were it an unknown noun, the word itself first."""
        if "N" in kinds and len(word) >= _SHORTEST_GUESS and _VOWELS & set(word):
            yield word
        for stem, before in self._parts(word, kinds):
            nominal = "".join(kind for kind in before if kind in _NOMINAL)
            if nominal:
                yield from self._guesses(stem, nominal)

    def _parts(self, word: str, kinds: str) -> Iterator[tuple[str, str]]:
        """Each stem, with its kinds, of which a last suffix may make a word of these kinds; short suffixes first."""
        for length in range(1, min(self._longest, len(word) - 1) + 1):
            for letters, suffix in self._endings.get(word[-length:], ()):
                if suffix.makes in kinds:
                    for stem in self._stems_before(word, letters):
                        if len(stem) > 1 and self._meet(stem, letters, suffix, word):
                            derived = suffix.signs in _DERIVING and word in self._lexicon.words
                            yield stem, suffix.to.replace("N", "") if derived else suffix.to

    def _stems_before(self, word: str, letters: str) -> Iterator[str]:
        for stem in parted(word, letters):
            yield stem
            whole = self._lexicon.whole.get(stem)
            if whole:
                yield whole

    def _meet(self, stem: str, letters: str, suffix: Suffix, word: str) -> bool:
        """Whether a stem and the letters of a suffix make the word."""
        known = self._lexicon
        fitting = realised(stem, suffix.signs, BOTH if self._is_free(stem) else None)
        verb = suffix.to[0] == "V"
        return letters in fitting and joined(stem, letters, known.shortened.get(stem), verb=verb) == word

    def _is_free(self, stem: str) -> bool:
        """Whether suffixes of either harmony may follow: «Тоқаевтың»."""
        return stem in self._lexicon.either or stem.endswith(_NAMES)

    def _nouns(self, stem: str) -> Iterator[str]:
        """The lemmas of a noun's stem: itself if it is known or made of one that is, and a people's place."""
        known = stem in self._lexicon.words
        if known:
            yield stem
        if stem in self._lexicon.variants:
            yield self._lexicon.variants[stem]
        for base, signs in self._bases(stem, derivations()):
            if not known:
                yield stem
            if signs == PLACE_DERIVATION and base in self._lexicon.places:
                yield base

    def _bases(self, stem: str, made_by: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Known words of which one of these suffixes makes this stem, with the suffix."""
        for length in range(2, min(self._longest_derivation, len(stem) - 2) + 1):
            letters = stem[-length:]
            signs = made_by.get(letters)
            if signs:
                base = stem[:-length]
                if base in self._lexicon.words and letters in realised(base, signs):
                    yield base, signs

    def _verbs(self, stem: str) -> Iterator[str]:
        """The infinitive of a verb's stem, if it is known or made of a known noun."""
        infinitive = self._lexicon.verbs.get(stem)
        if infinitive:
            yield infinitive
        elif any(self._bases(stem, verbalisers())):
            yield joined(stem, "у", verb=True)

    def forms(self, lemma: str) -> tuple[str, ...]:
        """The forms of a noun, of a verb, and of the people of a place; a letter alone, an initial say, has none."""
        if len(lemma) == 1:
            return (lemma,)
        known = self._lexicon
        listed = [form for form, lemmas in known.forms.items() if lemma in lemmas]
        found = dict.fromkeys((lemma, *listed))
        stem = known.stems.get(lemma)
        if stem:
            found.update(dict.fromkeys(self._made(stem, verbal_chains(), verb=True)))
        elif lemma not in found or not listed:
            found.update(dict.fromkeys(self._made(lemma, nominal_chains())))
        if lemma in known.places:
            found.update(dict.fromkeys(self._made(lemma, people_chains())))
        return tuple(form for form in found if lemma in known.forms.get(form, (lemma,)))

    def part_of_speech(self, word: str, lemma: str, /) -> str:
        """A place, an inflected noun, or a form that only a verb has; a bare nominal may be a noun or an adjective.

        The lexicon lists many forms as words of their own: such a one is what it would be as a form of another.
        """
        known = self._lexicon
        if word in known.forms:
            return "PRON" if lemma in _PRONOUNS and word != "мен" else ""
        if word == lemma:
            parts = {
                self._part_of_form(word, each)
                for each in self.lemmas(word)
                if self._is_clearly_longer(word, each)
            }
            return parts.pop() if len(parts) == 1 else self._part_of_form(word, lemma)
        return self._part_of_form(word, lemma)

    def _is_clearly_longer(self, word: str, lemma: str) -> bool:
        """Whether more of a word than a letter or two follows a noun, or a verb's stem: «бер-ді», «адам-дар»."""
        sure = lemma in self._lexicon.stems or lemma in self._lexicon.places
        return len(word) - len(lemma) >= (_ENDING if sure else _ENDING_OF_NOUN)

    def _part_of_form(self, word: str, lemma: str) -> str:
        known = self._lexicon
        if lemma in _PRONOUNS:
            return "PRON"
        if lemma in known.stems:
            return "" if word.startswith(lemma) else "VERB"
        if lemma in known.places and word.startswith(lemma):
            return "PROPN"
        inflected = lemma in known.words and any(self._parts(word, _INFLECTED))
        return "NOUN" if inflected and word != lemma else ""

    def _made(self, stem: str, chains: tuple[tuple[str, ...], ...], *, verb: bool = False) -> Iterator[str]:
        shortened = self._lexicon.shortened.get(stem)
        for chain in chains:
            forms = [stem]
            for number, signs in enumerate(chain):
                short = shortened if number == 0 else None
                verbal = verb and number == 0
                forms = [
                    joined(form, letters, short, verb=verbal)
                    for form in forms
                    for letters in realised(form, signs)
                ]
            yield from forms
