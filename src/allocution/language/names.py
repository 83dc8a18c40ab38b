"""Names of people: the grammatical cases of each word, and a key that spellings in any script share.

Keys are for finding only: they are never shown as a fact about a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import cast

from anyascii import anyascii

from allocution.language.name_words import NamePart, NameWord, name_words

_WOMAN = re.compile(
    r".+(?:вна|чна|қызы|кызы|kyzy|qyzy)|.+(?:ова|ева|ёва|іва|ина|ына|їна|іна|ая|ська|цька)", re.IGNORECASE
)
_MAN = re.compile(r".+(?:ич|іч|ұлы|улы|оглы)|.+(?:ов|ев|ёв|ів|їв|ин|ын|ий|ый|ой|ський|цький)", re.IGNORECASE)
_DECLENSIONS = {"ru": "russian", "uk": "ukrainian"}
Decline = Callable[[NameWord, tuple[bool, ...]], Iterator[str]]


def case_forms(name: str, language: str) -> tuple[frozenset[str], ...]:
    """For each word of the name all its forms as written, the nominative among them.

    Where the name doesn't show whether a man's or a woman's it is, both ways of declining it are there. Words of
    languages without rules here, and words in Latin letters, have the one form that is written.
    """
    words = name_words(name)
    genders = _genders(words)
    return tuple(_word_forms(word, genders, language.partition("-")[0]) for word in words)


@lru_cache(maxsize=1 << 14)
def _word_forms(word: NameWord, genders: tuple[bool, ...], language: str) -> frozenset[str]:
    """The forms of one word; many people have the same given name."""
    decline = _declension(language) if _is_cyrillic(word) else None
    return frozenset((word.text, *(decline(word, genders) if decline else ())))


@cache
def _declension(language: str) -> Decline | None:
    name = _DECLENSIONS.get(language)
    # Their data take as long to load as half of what shows a page, and few commands decline names.
    return cast(Decline, getattr(import_module("allocution.language.declension"), name)) if name else None


def _is_cyrillic(word: NameWord) -> bool:
    return word.part is not NamePart.OTHER and "\u0400" <= word.text[0] <= "\u04ff"


def _genders(words: tuple[NameWord, ...]) -> tuple[bool, ...]:
    """Which ways of declining fit, as for a woman (True) or a man: what a patronymic says, else the family name."""
    for part in (NamePart.PATRONYMIC, NamePart.FAMILY):
        for word in words:
            if word.part is part:
                if _WOMAN.fullmatch(word.text):
                    return (True,)
                if _MAN.fullmatch(word.text):
                    return (False,)
    return (False, True)


# What the systems of transliteration in use write differently for one sound, in the order in which it is levelled.
_LEVELLED = (
    (r"[^a-z]", ""),
    (r"shch|sch|sc|sh", "s"),
    (r"tch", "ch"),
    (r"dzh|zh|^j", "z"),
    (r"kh|gh|x", "h"),
    (r"ts|tz", "c"),
    (r"ph", "f"),
    (r"ng", "n"),
    (r"q|ck", "k"),
    (r"w", "v"),
    (r"[yij]+(?=[aeou])", "i"),
    (r"^ie|(?<=[aeoui])ie|(?<=[^aeoui])i[eo]", "e"),
    (r"[yij]+", "i"),
    (r"(.)\1+", r"\1"),
    (r"g", "h"),
)
# Letters that would lose what tells their sound.
_SOUNDS = str.maketrans({"ё": "е", "č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ş": "sh", "ž": "zh"})
_PATTERNS = tuple((re.compile(pattern), levelled) for pattern, levelled in _LEVELLED)


@lru_cache(maxsize=1 << 14)
def spelling_keys(word: str) -> tuple[str, ...]:
    """Keys one of which the spellings of a word share: «Ильяшев», Ilyashev, Iliašev; «Қожахметов», Kozhakhmetov.

    A Latin j inside gives two: it stands for й (Iljašev) or for ж (Qojahmetov). Different words can share a key, so
    it serves to find names in a register, not to tell them apart.
    """
    latin = anyascii(word.casefold().translate(_SOUNDS)).lower()
    readings = dict.fromkeys((latin, latin[:1] + latin[1:].replace("j", "zh")))
    return tuple(dict.fromkeys(_levelled(reading) for reading in readings))


def _levelled(latin: str) -> str:
    for pattern, replacement in _PATTERNS:
        latin = pattern.sub(replacement, latin)
    return latin
