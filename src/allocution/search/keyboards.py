"""Words typed in the wrong keyboard layout, and words one typing error away from known ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# The same keys in order, as they lie on the keyboards.
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_LAYOUTS = {
    "ru": "ёйцукенгшщзхъфывапролджэячсмитьбю",
    "uk": "'йцукенгшщзхїфівапролджєячсмитьбю",
    "be": "ёйцукенгшўзх'фывапролджэячсмітьбю",
}
_KAZAKH_DIGITS = dict(zip("2345890-=", "әіңғүұқөһ", strict=True))
_RUN = re.compile(r"\S+")
_KEPT = re.compile(r"[(\"«=-]*(?:AND|OR|NOT|NEAR(?:/\d+)?|\w+:.*)|[^\W\d_]")
_LATIN_LETTER = re.compile(r"[a-zA-Z]")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")
ALPHABETS = ("абвгдежзийклмнопрстуфхцчшщъыьэюя", "abcdefghijklmnopqrstuvwxyz")


def in_other_layouts(query: str) -> Iterator[str]:
    """The query as it would be had the same keys been struck in another layout; operators and filters stay."""
    russian = dict(zip(_LATIN, _LAYOUTS["ru"], strict=True))
    for layout in _LAYOUTS.values():
        yield _translated(query, dict(zip(_LATIN, layout, strict=True)), _LATIN_LETTER)
    yield _translated(query, russian | _KAZAKH_DIGITS, _LATIN_LETTER)
    yield _translated(query, {letter: key for key, letter in russian.items()}, _CYRILLIC_LETTER)


def _translated(query: str, table: Mapping[str, str], wanted: re.Pattern[str]) -> str:
    """The query with each of its words that has such a letter as another layout writes it."""
    both = str.maketrans(
        {**table, **{key.upper(): letter.upper() for key, letter in table.items() if key.isalpha()}}
    )

    def word(found: re.Match[str]) -> str:
        typed = found[0]
        if _KEPT.fullmatch(typed) or not wanted.search(typed):
            return typed
        body = typed.lstrip('(-="«')
        return typed[: len(typed) - len(body)] + body.translate(both)

    return _RUN.sub(word, query)


def one_edit_away(word: str) -> Iterator[str]:
    """Every string that one typing error makes of a word: a letter too many, too few, another one, two exchanged."""
    alphabet = next((letters for letters in ALPHABETS if word[:1] in letters), ALPHABETS[0])
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in alphabet:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail
