"""The words of a name and what each is: given name, patronymic, family name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec


class NamePart(StrEnum):
    """What a word of a name is."""

    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FAMILY = "family"
    OTHER = "other"


class NameWord(msgspec.Struct, frozen=True):
    """A word of a name as written."""

    text: str
    part: NamePart


_PATRONYMIC = re.compile(
    r".+(?:ович|евич|ьич|ыч|овна|евна|инична|ична|йович|ївна|івна|овіч|евіч|аўна|еўна|ұлы|улы|оглы|қызы|кызы"
    r"|ovich|evich|ovna|evna|uly|kyzy|qyzy|ogly)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:\w{1,2}\.-?)+")


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
