"""Likely typing errors: words that no dictionary knows, and what was probably meant.

A word that is wrong but exists («знаю» for «знают») is found by nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from allocution.language.abbreviations import ABBREVIATIONS
from allocution.language.folding import bare
from allocution.language.spelling import UNCOUNTED, SpellingDictionary, letters_of

_SHORTEST = 3
_MOST_SUGGESTIONS = 5
# What a slip of the finger adds to the commonness of the word that it made (decimal logarithm of its frequency).
_DOUBLED, _SWAPPED, _NEIGHBOUR, _BRUSHED, _FORGOTTEN, _CONFUSED, _STRAY = 1.5, 1.2, 1.2, 0.9, 0.6, 0.75, 0.0
_SPACE_FORGOTTEN = -0.5
_RAREST = -8.2
_COMMON_ALONE = -4.5
# Letters that are heard or seen alike.
_ALIKE = frozenset(
    {frozenset(pair) for pair in "ао еи бп вф гк дт жш зс ея иы ьъ іи єе ыі эе ёе oa ei sc td bp vw".split()}
)


# Marks above letters belong to a word (a stress mark, a letter in two parts), and so does a soft hyphen.
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+|[\u00ad\u0300-\u036f]+[^\W\d_]*)*")
_BEGINNING = re.compile(r"(?:^|[:…]|\s[-–—]|^[-–—])\s*\Z")
_JOINED = frozenset("*_0123456789")
_APOSTROPHES = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a transcript, [start, end) in its text, without stress marks and soft hyphens.

    `may_begin` says that a sentence may begin with it, so that a capital letter means nothing.
    """

    text: str
    start: int
    end: int
    may_begin: bool = False


def words_of(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of the sentence [start, end) of a text, compounds whole; no masked words, numbers, abbreviations."""
    matches = list(_WORD.finditer(text, start, end))
    for match, following in zip(matches, [*matches[1:], None], strict=False):
        around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
        shortened = around[-1:] == "." and match[0].lower() in ABBREVIATIONS
        if _JOINED.isdisjoint(around) and not shortened:
            # Two capitals in a row are a name, wherever they stand.
            named = (
                following is not None and following[0][0].isupper() and following.start() == match.end() + 1
            )
            may_begin = not named and _BEGINNING.search(text[start : match.start()]) is not None
            yield Word(bare(match[0]).translate(_APOSTROPHES), match.start(), match.end(), may_begin)


@dataclass(frozen=True, slots=True)
class TypingError:
    """A likely typing error, and what may have been meant, the likeliest first."""

    word: Word
    suggestions: tuple[str, ...]


def find_typing_errors(
    words: Iterable[Word], dictionary: SpellingDictionary, known: Collection[str] = frozenset()
) -> Iterator[TypingError]:
    """The words that are likely typing errors. `known` are words in lower case that the archive has besides.

    Words with a capital inside a sentence are taken for names, words all in capitals for abbreviations. A capital that
    may begin a sentence may be a name's too: the word is an error only where something else is likely. A word beside
    one with letters that only another alphabet of the same script has is left alone: words of that language are quoted.
    """
    for word in _without_quoted(list(words), dictionary):
        for part in _unknown_parts(word, dictionary, known):
            suggestions = suggest(part.text.lower(), dictionary, known)
            if part.text[0].isupper():
                if not suggestions:
                    continue
                suggestions = tuple(each[0].upper() + each[1:] for each in suggestions)
            yield TypingError(part, suggestions)


def _without_quoted(words: Sequence[Word], dictionary: SpellingDictionary) -> Iterator[Word]:
    """The words of which no neighbour has letters of another alphabet: «ел жадында қалды» in a Russian sentence."""
    foreign = [_is_of_another_alphabet(word.text.lower(), dictionary) for word in words]
    for place, word in enumerate(words):
        if not any(foreign[max(place - 1, 0) : place + 2]):
            yield word


def _is_of_another_alphabet(lowered: str, dictionary: SpellingDictionary) -> bool:
    return any("\u0400" <= letter <= "\u052f" and letter not in dictionary.alphabet for letter in lowered)


def _unknown_parts(word: Word, dictionary: SpellingDictionary, known: Collection[str]) -> Iterator[Word]:
    """The word itself, or the parts of a compound, as far as nobody knows it."""
    if not _is_suspicious(word, dictionary, known):
        return
    if word.end - word.start > len(word.text):  # where its parts are isn't told by their letters
        yield word
        return
    start = word.start
    for place, text in enumerate(word.text.split("-")):
        part = Word(text, start, start + len(text), word.may_begin and place == 0)
        if _is_suspicious(part, dictionary, known):
            yield part
        start += len(text) + 1


def _is_suspicious(word: Word, dictionary: SpellingDictionary, known: Collection[str]) -> bool:
    text, lowered = word.text, word.text.lower()
    if len(text) < _SHORTEST or not set(lowered) <= {*dictionary.alphabet, "-"}:
        return False
    if text[0].isupper() and (not word.may_begin or text.isupper()):
        return False
    return lowered not in known and not dictionary.knows(lowered) and not dictionary.knows(text)


def suggest(
    word: str, dictionary: SpellingDictionary, known: Collection[str] = frozenset()
) -> tuple[str, ...]:
    """What was probably meant by a word in lower case: known words one slip away, the likeliest first."""
    found: dict[str, float] = {}
    for candidate, slip in one_slip_away(word, dictionary.keyboard):
        if candidate != word and (candidate in known or dictionary.is_likely(candidate)):
            likelihood = max(dictionary.commonness(candidate), _RAREST) + slip
            found[candidate] = max(likelihood, found.get(candidate, UNCOUNTED))
    found |= dict(_two_words(word, dictionary))
    ordered = sorted(found, key=lambda candidate: (-found[candidate], candidate))
    return tuple(ordered[:_MOST_SUGGESTIONS])


def one_slip_away(word: str, keyboard: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Every string that one slip of the finger makes of a word in lower case, with how likely the slip is."""
    near = _neighbours(keyboard)
    alphabet = letters_of(keyboard)
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        around = (before[-1:], after[:1])
        if letter in around:
            yield before + after, _DOUBLED
        else:
            brushed = any(frozenset((letter, other)) in near for other in around if other)
            yield before + after, _BRUSHED if brushed else _STRAY
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:], _SWAPPED
        for other in alphabet:
            pair = frozenset((letter, other))
            yield (
                before + other + after,
                (_NEIGHBOUR if pair in near else _CONFUSED if pair in _ALIKE else _STRAY),
            )
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for other in alphabet:
            yield before + other + after, _BRUSHED if other in (before[-1:], after[:1]) else _FORGOTTEN


def _two_words(word: str, dictionary: SpellingDictionary) -> Iterator[tuple[str, float]]:
    """Two common words with the space between them forgotten: «незнаю»."""
    for place in range(2, len(word) - 1):
        first, second = word[:place], word[place:]
        if dictionary.is_likely(first) and dictionary.is_likely(second):
            rarer = min(dictionary.commonness(first), dictionary.commonness(second))
            if rarer > _COMMON_ALONE:
                yield f"{first} {second}", rarer + _SPACE_FORGOTTEN


@cache
def _neighbours(keyboard: tuple[str, ...]) -> frozenset[frozenset[str]]:
    places = {
        letter: (column + row / 2, row)
        for row, letters in enumerate(keyboard)
        for column, letter in enumerate(letters)
        if letter != " "
    }
    return frozenset(
        frozenset((one, other))
        for one, (x, y) in places.items()
        for other, (u, v) in places.items()
        if one != other and abs(x - u) <= 1.1 and abs(y - v) <= 1
    )
