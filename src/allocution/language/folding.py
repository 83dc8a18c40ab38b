"""What is levelled so that a word is found however it was typed: keys for finding, never shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice, product

# A letter of each Cyrillic alphabet, and the one that is typed for it where a keyboard lacks it.
_OWN, _TYPED = "ёәқғңөұүіһїґєў", "еакгноууихигеу"
_LETTERS = str.maketrans(_OWN, _TYPED)
_OWN_OF = {
    typed: [own for own, each in zip(_OWN, _TYPED, strict=True) if each == typed and own != "ё"]
    for typed in _TYPED
}
# A letter as the one that it follows in the alphabet, with a character behind it that no letter comes after.
_LAST = "\u0530"
_PLACED = {ord(own): typed + _LAST for own, typed in zip(_OWN, _TYPED, strict=True) if own != "ё"}
_PLACED |= {ord("ү"): f"у{_LAST}{_LAST}", ord("ї"): f"и{_LAST}{_LAST}"}
_PLACED_IN_KAZAKH = _PLACED | {ord("і"): f"ы{_LAST}"}
_APOSTROPHES = str.maketrans({"'": "’", "ʼ": "’", "`": "’", "‘": "’"})
_EXACT = str.maketrans({"ё": "е"})
_UNREAD = str.maketrans(dict.fromkeys("\u00ad\u0300\u0301"))


def bare(word: str) -> str:
    """A word without stress marks and soft hyphens, each letter one character."""
    return (
        word if word.isalpha() and word.isascii() else unicodedata.normalize("NFC", word).translate(_UNREAD)
    )


def exact_key(word: str) -> str:
    """What words of one exact form share: case, ё, stress and the look of an apostrophe don't part them."""
    lowered = unicodedata.normalize("NFC", word.lower()).translate(_EXACT)
    return lowered if lowered.isalpha() else lowered.translate(_UNREAD).translate(_APOSTROPHES)


def alphabetical_key(word: str, language: str) -> str:
    """What words are put in order by: each letter after the one that it follows in its language's alphabet."""
    kazakh = language.partition("-")[0] == "kk"
    return folded_key(exact_key(word).translate(_PLACED_IN_KAZAKH if kazakh else _PLACED))


def unfolded(key: str, most: int = 1 << 12) -> Iterator[str]:
    """Exact keys of words that may have this folded one: each letter as it is, or one that it is typed for."""
    return map("".join, islice(product(*([letter, *_OWN_OF.get(letter, ())] for letter in key)), most))


def folded_key(word: str) -> str:
    """The same with the letters of Kazakh, Ukrainian and Belarusian as those of a Russian keyboard, Latin ones bare."""
    exact = exact_key(word).translate(_LETTERS)
    if "’" in exact:
        exact = exact.replace("’", "")
    if any("\u00c0" <= letter < "\u0250" for letter in exact):
        decomposed = unicodedata.normalize("NFD", exact)
        exact = "".join(
            letter
            for place, letter in enumerate(decomposed)
            if not (unicodedata.combining(letter) and place and decomposed[place - 1].isascii())
        )
        exact = unicodedata.normalize("NFC", exact)
    return exact
