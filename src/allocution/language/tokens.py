"""Words of a text with their places, and all of a text parted into tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import filterfalse

# Marks above letters belong to a word (a stress mark, a letter in two parts), and so does a soft hyphen.
# The look ahead says the same twice, and spares most words three attempts.
_WORD = re.compile(
    r"[^\W_]+(?:(?=[-’'ʼ*\u00ad\u0300-\u036f])(?:[-’'ʼ][^\W_]+|\*+[^\W_]*|[\u00ad\u0300-\u036f]+[^\W_]*))*"
)
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>\d++(?:[.,:/]\d++)*+)(?![^\W\d_]|[-’'ʼ*][^\W_]|[*\u00ad\u0300-\u036f])"
    rf"|(?P<word>{_WORD.pattern})"
    r"|(?P<punctuation>\.{2,}|!+\?+|\?+!+|!{2,}|\?{2,}|[\s\S])"
)


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch [start, end) of a text."""

    start: int
    end: int
    kind: TokenKind


def word_spans(text: str) -> list[tuple[int, int]]:
    """[start, end) of each word in order: letters and digits, what a hyphen or apostrophe joins, masks («В****»)."""
    return [match.span() for match in _WORD.finditer(text)]


def word_texts(text: str) -> list[str]:
    """The same words as they are written."""
    return _WORD.findall(text)


def tokens(text: str) -> list[Token]:
    """All of a text in order, without gaps: words as in `word_spans`, numbers, punctuation marks, white space.

    A number is digits with what parts them («1,5», «22.06.2020», «13:01»); digits that letters or a hyphen join
    («2-й», «274-б») make a word. A mark is a token of its own, but dots and marks in a row («...», «?!») are one.
    """
    return [
        Token(match.start(), match.end(), TokenKind(match.lastgroup or "punctuation"))
        for match in _TOKEN.finditer(text)
    ]


def count_words(text: str) -> int:
    """How many words a text has."""
    parts = text.split()
    # No word holds white space, and what is letters and digits alone is one: only the others take the pattern.
    odd = list(filterfalse(str.isalnum, parts))
    return len(parts) - len(odd) + len(_WORD.findall(" ".join(odd)))
