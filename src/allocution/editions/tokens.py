"""The tokens of a sentence with lemmas and parts of speech, as far as the language has an analyser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from allocution.language.folding import bare
from allocution.language.tokens import TokenKind
from allocution.language.tokens import tokens as token_places

if TYPE_CHECKING:
    from allocution.language.analysis import Analyser

# Large libraries, which editions without tokens need nothing of.
_ANALYSIS = "allocution.language.analysis"
_OTHERS = {TokenKind.NUMBER: "NUM", TokenKind.PUNCTUATION: "PUNCT"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark. `lemma` may be unknown and empty; `spaced` says that white space follows.

    `part` is the part of speech as Universal Dependencies name it, empty where it isn't known.
    """

    text: str
    kind: TokenKind
    lemma: str
    part: str
    spaced: bool


def load_analysers(languages: Iterable[str]) -> None:
    """Load what is known of these languages' words now, for the processes that will be forked from this one."""
    for language in dict.fromkeys(languages):
        analyser = _analyser(language)
        if analyser is not None:
            analyser.lemmas("а")


@cache
def _analyser(language: str) -> Analyser | None:
    analysis = import_module(_ANALYSIS)
    if not analysis.is_analysed(language):
        return None
    found: Analyser = analysis.find_analyser(language)
    return found


# Several editions ask for the tokens of a statement one after the other.
@lru_cache(maxsize=4096)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens in order: without white space they are the text."""
    return tuple(_tokens(text, language))


def _tokens(text: str, language: str) -> Iterator[Token]:
    found = [each for each in token_places(text) if each.kind is not TokenKind.SPACE]
    for each, after in zip(found, [*found[1:], None], strict=True):
        written = text[each.start : each.end]
        known = _OTHERS.get(each.kind)
        lemma, part = (written, known) if known else _read(written, language)
        yield Token(written, each.kind, lemma, part, after is not None and after.start > each.end)


@lru_cache(maxsize=100_000)
def _read(word: str, language: str) -> tuple[str, str]:
    """The likeliest lemma by itself, out of context, and the part of speech; empty where no analyser knows them."""
    analyser, lowered = _analyser(language), bare(word).lower()
    if analyser is None:
        return "", ""
    lemma = analyser.lemmas(lowered)[0]
    return lemma, analyser.part_of_speech(lowered, lemma)
