"""Words typed in the wrong keyboard layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from allocution.language.spelling import KEYBOARDS

# The keys of KEYBOARDS as a Latin layout has them, punctuation too: it lies where other alphabets have letters.
_LATIN = ("`qwertyuiop[]", " asdfghjkl;'\\", " zxcvbnm,.")
_KAZAKH_DIGITS = dict(zip("2345890-=", "әіңғүұқөһ", strict=True))
_RUN = re.compile(r"\S+")
_KEPT = re.compile(r"[(\"«=-]*(?:AND|OR|NOT|NEAR(?:/\d+)?|\w+:.*)|[^\W\d_]")
_WANTED = {"latin": re.compile(r"[a-zA-Z]"), "cyrillic": re.compile(r"[\u0400-\u052f]")}


def in_other_layouts(query: str) -> Iterator[str]:
    """The query as it would be had the same keys been struck in another layout; operators and filters stay."""
    for table, letters in LAYOUTS:
        yield _translated(query, table, _WANTED[letters])


def _letters_by_key(language: str) -> dict[str, str]:
    return {
        key: letter
        for keys, letters in zip(_LATIN, KEYBOARDS[language], strict=True)
        for key, letter in zip(keys, letters, strict=False)  # one key more in Ukrainian
        if letter != " "
    }


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


def _layouts() -> Iterator[tuple[Mapping[str, str], str]]:
    for language in ("ru", "uk", "be"):
        yield _letters_by_key(language), "latin"
    russian = _letters_by_key("ru")
    yield russian | _KAZAKH_DIGITS, "latin"
    yield {letter: key for key, letter in russian.items()}, "cyrillic"


# What each key gives in another layout, and the letters of which a word must have one to be tried so.
LAYOUTS: tuple[tuple[Mapping[str, str], str], ...] = tuple(_layouts())
