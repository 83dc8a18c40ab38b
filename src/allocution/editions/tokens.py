"""The tokens of a sentence with their lemmas, as far as the language has an analyser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allocution.language.analysis import find_analyser, is_analysed
from allocution.language.tokens import TokenKind
from allocution.language.tokens import tokens as token_places


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark. `lemma` may be unknown and empty; `spaced` says that white space follows."""

    text: str
    kind: TokenKind
    lemma: str
    spaced: bool


# Several editions ask for the tokens of a statement one after the other.
@lru_cache(maxsize=4096)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens in order: without white space they are the text."""
    return tuple(_tokens(text, language))


def _tokens(text: str, language: str) -> Iterator[Token]:
    found = [each for each in token_places(text) if each.kind is not TokenKind.SPACE]
    for each, after in zip(found, [*found[1:], None], strict=True):
        written = text[each.start : each.end]
        lemma = _lemma(written, language) if each.kind is TokenKind.WORD else written
        yield Token(written, each.kind, lemma, after is not None and after.start > each.end)


@lru_cache(maxsize=100_000)
def _lemma(word: str, language: str) -> str:
    """The likeliest lemma by itself, out of context; empty where no analyser knows the language."""
    return find_analyser(language).lemmas(word.lower())[0] if is_analysed(language) else ""
