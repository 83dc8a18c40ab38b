"""Names of people: their words by kind, the grammatical cases of each, and a key that spellings in any script share.

Keys are for finding only: they are never shown as a fact about a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import cast

from anyascii import anyascii


class NamePart(StrEnum):
    """What a word of a name is."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name as written."""

    text: str
    part: NamePart


_PATRONYMIC = re.compile(
    r".+(?:ович|евич|ьич|ыч|овна|евна|инична|ична|йович|ївна|івна|овіч|евіч|аўна|еўна|ұлы|улы|оглы|қызы|кызы"
    r"|ovich|evich|ovna|evna|uly|kyzy|qyzy|ogly)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:\w{1,2}\.-?)+")
_WOMAN = re.compile(
    r".+(?:вна|чна|қызы|кызы|kyzy|qyzy)|.+(?:ова|ева|ёва|іва|ина|ына|їна|іна|ая|ська|цька)", re.IGNORECASE
)
_MAN = re.compile(r".+(?:ич|іч|ұлы|улы|оглы)|.+(?:ов|ев|ёв|ів|їв|ин|ын|ий|ый|ой|ський|цький)", re.IGNORECASE)
_DECLENSIONS = {"ru": "russian", "uk": "ukrainian"}
Decline = Callable[[NameWord, tuple[bool, ...]], Iterator[str]]


def name_words(name: str) -> tuple[NameWord, ...]:
    """The words of a name with what each is: «Имя Фамилия», «Имя Отчество Фамилия», «Фамилия Имя Отчество».

    Initials, nicknames in quotes and particles in lower case are OTHER: they have no cases and no key.
    """
    words = name.split()
    plain = [word for word in words if _is_plain(word)]
    kinds = iter(_kinds(plain))
    return tuple(NameWord(word, next(kinds) if _is_plain(word) else NamePart.OTHER) for word in words)


def _is_plain(word: str) -> bool:
    return word[0].isupper() and not _INITIALS.fullmatch(word)


def _kinds(words: list[str]) -> Iterator[NamePart]:
    if len(words) == 1:
        yield NamePart.FAMILY
        return
    patronymic = next((place for place, word in enumerate(words) if place and _PATRONYMIC.fullmatch(word)), 0)
    last = len(words) - 1
    # A patronymic at the end of three words follows family and given name, elsewhere the family name is last.
    family = 0 if patronymic == last and last >= 2 else last
    for place in range(len(words)):
        if place == family:
            yield NamePart.FAMILY
        elif place == patronymic and place:
            yield NamePart.PATRONYMIC
        else:
            yield NamePart.GIVEN


def case_forms(name: str, language: str) -> tuple[frozenset[str], ...]:
    """For each word of the name all its forms as written, the nominative among them.

    Where the name doesn't show whether a man's or a woman's it is, both ways of declining it are there. Words of
    languages without rules here, and words in Latin letters, have the one form that is written.
    """
    words = name_words(name)
    decline = _declension(language.partition("-")[0])
    genders = _genders(words)
    return tuple(
        frozenset((word.text, *(decline(word, genders) if decline and _is_cyrillic(word) else ())))
        for word in words
    )


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
