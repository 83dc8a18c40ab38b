"""The tokens of a sentence with their lemmas, as far as the language has an analyser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allocution.language.analysis import find_analyser, is_analysed
from allocution.language.tokens import word_spans


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a mark between words. `lemma` may be unknown and empty; `spaced` says that white space follows."""

    text: str
    is_word: bool
    lemma: str
    spaced: bool


# Several editions ask for the tokens of a statement one after the other.
@lru_cache(maxsize=4096)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens in order: without white space they are the text."""
    return tuple(_tokens(text, language))


def _tokens(text: str, language: str) -> Iterator[Token]:
    pieces = list(_pieces(text))
    for place, (start, end, is_word) in enumerate(pieces):
        spaced = place + 1 < len(pieces) and pieces[place + 1][0] > end
        word = text[start:end]
        yield Token(word, is_word, _lemma(word, language) if is_word else word, spaced)


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is a word): words, and what stands between them in runs of one character."""
    at = 0
    for start, end in word_spans(text):
        yield from _marks(text, at, start)
        yield start, end, True
        at = end
    yield from _marks(text, at, len(text))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        run = at + 1
        while run < end and text[run] == text[at]:
            run += 1
        yield at, run, False
        at = run


@lru_cache(maxsize=100_000)
def _lemma(word: str, language: str) -> str:
    """The likeliest lemma by itself, out of context; empty where no analyser knows the language."""
    return find_analyser(language).lemmas(word.lower())[0] if is_analysed(language) else ""
