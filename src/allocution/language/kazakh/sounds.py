"""What becomes of sounds where a stem and a suffix meet: vowel harmony, assimilation, voicing, letters that merge.

A suffix is written with signs for what its place decides:

    A  а or е               Y  ы or і             E  й after a vowel, else A
    G  ғ г қ к              X  ғ or г             K  қ or к
    D  д т                  L  л д т (plural)     N  н д т (genitive)       I  н д т (accusative)
    B  д т н (ablative)     M  м б п (negation)   P  м б п (person)
    (Y) (A)  only after a consonant               (с)  only after a vowel
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

BACK, FRONT = "аоұыяё", "әеөүіэ"
BOTH = (0, 1)
GLIDES = "уюий"
_VOWELS = frozenset(BACK + FRONT)
_SONORANT = frozenset(GLIDES + "р")
_NASAL = frozenset("мнң")
_BUZZING = frozenset("зж")
_SIGNS = frozenset("ьъ")
VOICED = {"п": "б", "к": "г", "қ": "ғ"}
VOICELESS = {voiced: stem for stem, voiced in VOICED.items()}
# The consonant of a sign after a vowel; р й у; л; м н ң; з ж; anything else.
_CONSONANTS = {
    "L": "ллдддт",
    "N": "нддндт",
    "I": "нддддт",
    "B": "дддндт",
    "D": "дддддт",
    "M": "мммббп",
    "P": "ммммбп",
}
_BY_HARMONY = {"A": "ае", "Y": "ыі", "X": "ғг", "K": "қк"}
_OPTIONAL = re.compile(r"\((\w)\)")


def ends_in_vowel(stem: str) -> bool:
    """Whether a stem counts as open; у, и and й count as consonants."""
    return stem[-1] in _VOWELS


def _sound(stem: str) -> int:
    last = stem.rstrip("ьъ")[-1:]
    if last in _VOWELS:
        return 0
    if last in _SONORANT:
        return 1
    if last == "л":
        return 2
    if last in _NASAL:
        return 3
    return 4 if last in _BUZZING else 5


def harmonies(stem: str) -> tuple[int, ...]:
    """0 for back vowels in suffixes, 1 for front ones; both where a stem doesn't tell, as loans with и."""
    for letter in reversed(stem):
        if letter in _SIGNS or letter == "и":
            return (1, 0)
        if letter in BACK:
            return (0,)
        if letter in FRONT:
            return (1,)
    return (0, 1)


def realised(stem: str, suffix: str, allowed: tuple[int, ...] | None = None) -> tuple[str, ...]:
    """The letters of a suffix after a stem, in each harmony that the stem allows, or in those said to be."""
    sound, opened = _sound(stem), ends_in_vowel(stem)
    return tuple(_realised(sound, opened, harmony, suffix) for harmony in allowed or harmonies(stem))


@cache
def _realised(sound: int, opened: bool, harmony: int, suffix: str) -> str:
    optional = _OPTIONAL.match(suffix)
    if optional:
        wanted = (optional[1] == "с") == opened
        suffix = (optional[1] if wanted else "") + suffix[3:]
    letters = ""
    for sign in suffix:
        place = _sound(letters) if letters else sound
        if sign in _BY_HARMONY:
            letters += _BY_HARMONY[sign][harmony]
        elif sign in _CONSONANTS:
            letters += _CONSONANTS[sign][place]
        elif sign == "G":
            letters += ("ғг", "қк")[place == 5][harmony]
        elif sign == "E":
            letters += "й" if opened else "ае"[harmony]
        else:
            letters += sign
    return letters


@cache
def surfaces(suffix: str) -> frozenset[str]:
    """All letters that a suffix may have, after whatever stem."""
    return frozenset(
        _realised(sound, sound == 0, harmony, suffix) for sound in range(6) for harmony in range(2)
    )


def joined(stem: str, letters: str, shortened: str | None = None, *, verb: bool = False) -> str:
    """A stem and the letters of a suffix as they are written together.

    `shortened` is the stem as it is before a vowel, for those that lose one: ауыз, ауз-ы.
    """
    first, last = letters[0], stem[-1]
    if last in "ыі" and first in "йу":
        return stem[:-1] + ("и" if first == "й" else "у") + letters[1:]
    if last == "й" and first in "ау":
        return stem[:-1] + ("я" if first == "а" else "ю") + letters[1:]
    if last == "и" and first in "ау":
        return stem + ("я" if first == "а" else "ю") + letters[1:]
    if first in _VOWELS or first == "у":
        if verb and last == "п" and letters in ("ып", "іп"):
            return stem[:-1] + "у" + letters
        return (shortened or stem[:-1] + VOICED.get(last, last)) + letters
    return (stem[:-1] if stem.endswith("ст") else stem) + letters


def parted(word: str, letters: str) -> Iterator[str]:
    """The stems that with these letters may have made a word; whether they do is for `joined` to say."""
    first, rest = letters[0], letters[1:]
    if word.endswith(letters):
        stem = word[: len(word) - len(letters)]
        yield stem
        if first == "у":
            yield from (stem + "ы", stem + "і")
        if stem[-1:] in VOICELESS and (first in _VOWELS or first == "у"):
            yield stem[:-1] + VOICELESS[stem[-1]]
        if stem[-1:] == "у" and letters in ("ып", "іп"):
            yield stem[:-1] + "п"
        if stem[-1:] == "с" and len(letters) > 1:
            yield stem + "т"
    if first in "йау":
        merged = {"й": "и", "а": "я", "у": "ю"}[first] + rest
        if word.endswith(merged):
            stem = word[: len(word) - len(merged)]
            yield from (stem + "ы", stem + "і") if first == "й" else (stem + "й", stem)
