"""Rules on the characters of a body: blanks, dashes, letters of two alphabets, characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from allocution.check.checked import CheckedFile, Problem
from allocution.content.editing import Edit
from allocution.model.finding import Severity

_SPACES = re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])")
_ENDINGS = "е|ё|й|я|м|х|ю|го|му|ми|ой|ом|ая|ое|ые|ый|ий|ти|ых|их|им|ым|ую|летн\\w+|ші|шы|інші|ыншы|а|і|га|ї"
_PARTICLES = "то|нибудь|либо|таки|ка"
_DASH = re.compile(
    rf"(?<=\d)[—–](?=(?:{_ENDINGS})(?!\w))|(?<=[а-яё])[—–](?=(?:{_PARTICLES})(?!\w))"
    r"|(?<=\b[Ии]з)[—–](?=за(?!\w)|под(?!\w))|(?<=\b[Пп]о)[—–](?=\w+(?:ски|цки|ому|ему)(?!\w))",
    re.IGNORECASE,
)
_ANY_DASH = re.compile(r"(?<=\w)[—–](?=\w)")
# Zero-width and directional characters, soft hyphens, a byte order mark inside, controls; joiners are letters' matter.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2063\u2066-\u2069\u202a-\u202e\ufeff\u180e\u034f"
    "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_REMOVABLE = frozenset("\u00ad\u200b\u2060\ufeff\u180e")
_LATIN_LETTERS = re.compile(r"[A-Za-z]+")
_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# Letters that look alike, Latin and Cyrillic.
_ALIKE = dict(zip("ABCEHIKMOPTXYaceiopxyhj", "АВСЕНІКМОРТХУасеіорхуһј", strict=True))
_TO_CYRILLIC = str.maketrans(_ALIKE)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _ALIKE.items()})
# (as it was read wrongly, as it was written) and what words read so are made of.
_MISREAD = tuple(
    (re.compile(pattern), wrong, right)
    for pattern, wrong, right in (
        (r"(?:[\u00d0\u00d1\u00d2\u00d3][\u0080-\u00ff\u0152-\u2122]){3,}", "cp1252", "utf-8"),
        (r"(?:[\u00d0\u00d1\u00d2\u00d3][\u0080-\u00ff]){3,}", "latin-1", "utf-8"),
        (
            r"(?:[РСТУ][\u0080-\u00bf\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u2122]){3,}",
            "cp1251",
            "utf-8",
        ),
        (r"[\u00c0-\u00ff]{4,}", "cp1252", "cp1251"),
    )
)


def double_spaces(file: CheckedFile) -> Iterator[Problem]:
    """More than one space between two words."""
    if not file.outline.may_have_double_spaces():
        return
    for match in _SPACES.finditer(file.text, file.body_start):
        edit = Edit(match.start(), match.end(), " ")
        yield file.at("double-space", Severity.NOTE, match.start(), (edit,))


def dashes_for_hyphens(file: CheckedFile) -> Iterator[Problem]:
    """A dash where a word has a hyphen: «30—е», «кто—то»."""
    if not file.outline.may_have_dash_in_word():
        return
    for dash in _ANY_DASH.finditer(file.text, file.body_start):
        match = _DASH.match(file.text, dash.start())
        if match is None:
            continue
        edit = Edit(match.start(), match.end(), "-")
        word = _word_around(file.text, match.start())
        yield file.at("dash-for-hyphen", Severity.NOTE, match.start(), (edit,), word=word)


def invisible_characters(file: CheckedFile) -> Iterator[Problem]:
    """Characters that nobody sees: zero-width, directional, control characters."""
    if not file.outline.may_have_invisible():
        return
    for match in _INVISIBLE.finditer(file.text, file.body_start):
        letter, place = match[0], match.start()
        edits = (Edit(place, place + 1, ""),) if letter in _REMOVABLE else ()
        yield file.at("invisible-character", Severity.WARNING, place, edits, character=name_of(letter))


def first_invisible(text: str) -> str:
    """The first character of a text that nobody sees; empty where there is none."""
    found = _INVISIBLE.search(text)
    return found[0] if found else ""


def name_of(character: str) -> str:
    """A character's number and name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def mixed_alphabets(file: CheckedFile) -> Iterator[Problem]:
    """Latin and Cyrillic letters in one word, where the strange ones look like letters of the other alphabet."""
    if not file.outline.may_mix_alphabets():
        return
    for start, end, likely in mixed_words(file.text, file.body_start):
        edit = Edit(start, end, likely)
        yield file.at("mixed-alphabets", Severity.WARNING, start, (edit,), word=file.text[start:end])


def mixed_words(text: str, begin: int = 0) -> Iterator[tuple[int, int, str]]:
    """Words of two alphabets from an offset on: where each stands, and how it would be in one."""
    end = 0
    for match in _LATIN_LETTERS.finditer(text, begin):
        beside = text[max(match.start() - 1, 0)] + text[match.end() : match.end() + 1]
        if match.start() < end or not _CYRILLIC.search(beside):
            continue
        start, end = _word_bounds(text, match.start())
        word = text[start:end]
        likely = word.translate(_TO_CYRILLIC)
        if not _LATIN.isdisjoint(likely):
            likely = word.translate(_TO_LATIN)
            if not likely.isascii():
                continue
        yield start, end, likely


def mojibake(file: CheckedFile) -> Iterator[Problem]:
    """Words that were read in another encoding than they were written in."""
    if not file.outline.may_be_misread():
        return
    taken = file.body_start
    for match in sorted(_misread(file), key=lambda found: found[0]):
        start, end, original = match
        if start >= taken:
            taken = end
            written = file.text[start:end]
            edit = Edit(start, end, original)
            yield file.at("mojibake", Severity.WARNING, start, (edit,), likely=original, written=written)


def _misread(file: CheckedFile) -> Iterator[tuple[int, int, str]]:
    for pattern, wrong, right in _MISREAD:
        for match in pattern.finditer(file.text, file.body_start):
            try:
                original = match[0].encode(wrong).decode(right)
            except UnicodeError:
                continue
            if all("\u0400" <= letter <= "\u04ff" or not letter.isalpha() for letter in original):
                yield match.start(), match.end(), original


def _word_around(text: str, place: int) -> str:
    """The word that a dash at the place divides."""
    return text[_word_bounds(text, place)[0] : _word_bounds(text, place + 1)[1]]


def _word_bounds(text: str, place: int) -> tuple[int, int]:
    start = end = place
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
