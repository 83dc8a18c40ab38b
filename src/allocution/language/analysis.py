"""The analyser of each language, found by its tag.

To add a language, write one file in `analysers/` and one row in the table here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Protocol

from allocution.language.analysers.belarusian import BelarusianAnalyser
from allocution.language.analysers.english import EnglishAnalyser
from allocution.language.analysers.kazakh import KazakhAnalyser
from allocution.language.analysers.russian import RussianAnalyser
from allocution.language.analysers.ukrainian import UkrainianAnalyser
from allocution.language.analysers.unanalysed import UnanalysedLanguage


class Analyser(Protocol):
    """What is known of one language's words. Words and lemmas are in lower case and NFC.

    A lemma of a form is a string that all forms of one word have in common: by custom its dictionary form. For each
    form in `forms(lemma)` the lemma is among `lemmas(form)`.
    """

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first; never empty, at worst the form itself."""
        ...

    def forms(self, lemma: str) -> tuple[str, ...]:
        """The forms of a lemma that are worth knowing beforehand, in a fixed order; the lemma's own among them."""
        ...

    def part_of_speech(self, word: str, lemma: str, /) -> str:
        """What a form is as one of this lemma, as Universal Dependencies name it (`NOUN`); empty where that is open."""
        ...


_ANALYSERS: Mapping[str, Callable[[], Analyser]] = {
    "ru": RussianAnalyser,
    "kk": KazakhAnalyser,
    "uk": UkrainianAnalyser,
    "be": BelarusianAnalyser,
    "en": EnglishAnalyser,
}


@cache
def _made(subtag: str) -> Analyser:
    return _ANALYSERS.get(subtag, UnanalysedLanguage)()


def is_analysed(language: str) -> bool:
    """Whether the words of a language are known by more than their form."""
    return language.partition("-")[0].lower() in _ANALYSERS


def find_analyser(language: str) -> Analyser:
    """The analyser of a language by its BCP 47 tag, of which the primary subtag counts; made at first use."""
    return _made(language.partition("-")[0].lower())
