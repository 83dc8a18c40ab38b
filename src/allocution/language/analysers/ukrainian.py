"""Ukrainian: the word list of simplemma; a form that it lacks is found by the others of its declension."""

from __future__ import annotations

from collections.abc import Iterator

from allocution.language.analysers.listed import ListedWords, level

# The list has these plurals for words of their own.
_PLURALS = {"люди": "людина", "діти": "дитина"}

# Endings that one stem has; in the list there are gaps, mostly in the plural.
_DECLENSIONS = (
    ("", "а", "у", "ом", "і", "и", "ів", "ам", "ами", "ах"),
    ("ь", "я", "ю", "ем", "і", "ів", "ям", "ями", "ях"),
    ("ей", "ям", "ями", "ьми", "ях"),
    ("ь", "ня", "ню", "нями", "нях"),
    ("", "а", "и", "і", "у", "ою", "ам", "ами", "ах"),
    ("ий", "ого", "ому", "им", "ім", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими"),
)
_STEM = 3
_INFINITIVES = ("ти", "тися", "тись")
# Nouns that end as infinitives do, pronouns that end as adjectives do.
_NO_VERBS = frozenset(("мати", "діти", "пенати", "лати", "дебати"))
_DETERMINERS = frozenset(
    ("який", "такий", "кожний", "інший", "самий", "котрий", "ніякий", "деякий", "всякий")
)


class UkrainianAnalyser(ListedWords):
    """Lemmas and forms as simplemma lists them."""

    def __init__(self) -> None:
        super().__init__("uk", {}, _PLURALS)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of; what looks like a genitive plural is one even where a rare word is listed."""
        found = super().lemmas(word)
        return (
            tuple(dict.fromkeys([*found, *self._neighbours(level(word))])) if word.endswith("ів") else found
        )

    def guessed(self, word: str) -> tuple[str, ...]:
        """The lemmas of forms that differ from an unlisted word by their ending only."""
        return tuple(dict.fromkeys(self._neighbours(word))) or super().guessed(word)

    def part_of_speech(self, _word: str, lemma: str, /) -> str:
        """What the ending of the dictionary form tells: a verb or an adjective."""
        if lemma.endswith(_INFINITIVES):
            return "" if lemma in _NO_VERBS else "VERB"
        if lemma.endswith("ий") and len(lemma) > _STEM:
            return "DET" if lemma in _DETERMINERS else "ADJ"
        return ""

    def _neighbours(self, word: str) -> Iterator[str]:
        for endings in _DECLENSIONS:
            for ending in endings:
                stem = word.removesuffix(ending)
                if len(stem) >= _STEM and stem + ending == word:
                    for other in endings:
                        yield from self.known(stem + other)
