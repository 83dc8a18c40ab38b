"""Grammatical cases of names, by petrovich (Russian, https://github.com/petrovich) and shevchenko (Ukrainian,
https://github.com/tooleks/shevchenko-js).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import shevchenko
from petrovich.enums import Case, Gender
from petrovich.main import Petrovich
from shevchenko import GrammaticalCase, GrammaticalGender

from allocution.language.name_words import NamePart, NameWord

_CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


@cache
def _petrovich() -> Petrovich:
    return Petrovich()


def russian(word: NameWord, genders: tuple[bool, ...]) -> Iterator[str]:
    """The cases of a Russian name's word, declined as a woman's (True) or a man's name."""
    declension: dict[NamePart, Callable[[str, int, str], str]] = {
        NamePart.GIVEN: _petrovich().firstname,
        NamePart.PATRONYMIC: _petrovich().middlename,
        NamePart.FAMILY: _petrovich().lastname,
    }
    for woman in genders:
        for case in _CASES:
            yield declension[word.part](word.text, case, Gender.FEMALE if woman else Gender.MALE)


_UKRAINIAN_KEYS = {
    NamePart.GIVEN: "givenName",
    NamePart.PATRONYMIC: "patronymicName",
    NamePart.FAMILY: "familyName",
}


def ukrainian(word: NameWord, genders: tuple[bool, ...]) -> Iterator[str]:
    """The cases of a Ukrainian name's word."""
    key = _UKRAINIAN_KEYS[word.part]
    for woman in genders:
        gender = GrammaticalGender.FEMININE if woman else GrammaticalGender.MASCULINE
        for case in GrammaticalCase:
            yield shevchenko.inflect({"gender": gender, key: word.text}, case)[key]
