"""All that a person's name is written as: cases, scripts, initials; and where it stands in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from allocution.language.name_words import NamePart, NameWord, name_words
from allocution.language.names import case_forms, spelling_keys
from allocution.language.plain_text import plain_text

_LETTERS = re.compile(r"[^\W\d_]+")
# What may stand between the words of one name: in a text, after an initial, and in an address.
_BETWEEN = re.compile(r"\s{1,40}|[-‐‑_+/]|%20|\s?[«»“”\"]\s?")
_AFTER_INITIAL = re.compile(r"\.[\s-]{0,40}")
_AFTER_FAMILY = re.compile(r",\s{0,40}")
_FAMILY = re.compile(r"(.+(?:ов|ев|ёв|ін|ин|ын|ів|їв))а?")
_LANGUAGES = ("ru", "uk")
_ANYBODY = ("Иванов", "Иванова")  # beside whom a word alone is a given name, a man's and a woman's
_SHORTEST_KEY = 3
_MOST_KNOWN = 1_000_000
_SHORT_FAMILY = 3  # as short as «Ли», which in lower case is another word
# Latin letters that look like Cyrillic ones.
_ALIKE = str.maketrans("aceopxykmthbi", "асеорхукмтнві")
# Endings that a Kazakh name takes: cases, plural, possession.
_KAZAKH = re.compile(
    r"(?:л[аеы]р|д[ае]р|т[ае]р)?(?:ы|і|сы|сі|ым|ім)?"
    r"(?:[ндт][ыі]ң|[гғқк][ае]|н[ае]|[ндт][ыі]|н|[дт][ае]|нд[ае]|[дтн][ае]н|[мбп]ен|ш[ае])?"
)


class Strength:
    """How surely a name was found: as more than one of its words, with initials, or as one word."""

    NEVER = 4
    FULL = 3
    INITIALS = 2
    WORD = 1


class NamePlace(msgspec.Struct, frozen=True):
    """Where in a text a name stands, and how surely it is that."""

    start: int
    end: int
    strength: int


class NameWordForms(msgspec.Struct, frozen=True):
    """A word of a name: its forms, and keys that spellings in other scripts share."""

    kind: NamePart
    forms: frozenset[str]
    stems: frozenset[str]
    keys: frozenset[str]
    initials: frozenset[str]
    is_latin: bool


class _Word(msgspec.Struct, frozen=True):
    """A word of a text: which parts of a name it may be, or an initial."""

    start: int
    end: int
    parts: frozenset[int]
    is_capital: bool
    is_shared: bool
    initial: str = ""


def _folded(word: str) -> str:
    folded = word.casefold().replace("ё", "е")
    has_cyrillic = any("\u0400" <= letter <= "\u052f" for letter in folded)
    return folded.translate(_ALIKE) if has_cyrillic and not folded.isascii() else folded


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, ...]:
    return tuple(key for key in spelling_keys(word) if len(key) >= _SHORTEST_KEY)


def name_words_of(name: str) -> frozenset[str]:
    """Every word that a name may stand as, folded."""
    return frozenset(form for part in _parts(name) for form in part.forms)


@lru_cache(maxsize=1024)
def _parts(name: str) -> tuple[NameWordForms, ...]:
    words = name_words(name)
    plain = [
        _part(word, forms)
        for word, forms in zip(words, _declined(name), strict=True)
        if word.part is not NamePart.OTHER
    ]
    if plain or not words:
        return tuple(plain)
    # A name in lower case, or a nickname: each of its words as it stands.
    return tuple(
        _part(NameWord(word, NamePart.FAMILY), frozenset((word,)))
        for word in name.split()
        if _LETTERS.search(word)
    )


def _declined(name: str) -> list[frozenset[str]]:
    """The forms of each word, whatever it is: who writes a name may put either first, or one word alone."""
    words = name.split()
    readings = [list(case_forms(name, language)) for language in _LANGUAGES]
    if len(words) == 2:
        readings += [list(case_forms(" ".join(words[::-1]), language))[::-1] for language in _LANGUAGES]
    elif len(words) == 1:
        readings += [
            [case_forms(f"{name} {family}", language)[0]] for language in _LANGUAGES for family in _ANYBODY
        ]
    return [frozenset().union(*forms) for forms in zip(*readings, strict=True)]


def _part(word: NameWord, forms: frozenset[str]) -> NameWordForms:
    every = set(forms)
    if word.part is NamePart.FAMILY and (family := _FAMILY.fullmatch(word.text)):
        every.update(family[1] + ending for ending in ("ы", "ых", "ым", "ыми"))
    runs = [run for form in every for run in _LETTERS.findall(form)]
    stems = _LETTERS.findall(word.text)
    initials = {letter for stem in stems for letter in (stem[0], *_latin_initials(stem))}
    return NameWordForms(
        word.part,
        frozenset(map(_folded, runs)),
        frozenset(map(_folded, stems)),
        frozenset(key for run in runs for key in _keys(run)),
        frozenset(letter.casefold() for letter in initials),
        bool(stems) and _is_latin(stems[0]),
    )


def _latin_initials(stem: str) -> Iterator[str]:
    yield from (key[0] for key in spelling_keys(stem) if key)


class NameSearch:
    """Looks for one person's name. `others` are the names of people who are named openly beside.

    A word that the name shares with one of those doesn't stand for it alone.
    """

    def __init__(self, name: str, others: Iterable[str] = ()) -> None:
        self._parts = _parts(" ".join(name.split()))
        self._single = len(self._parts) == 1
        own = {form for part in self._parts for form in part.forms}
        mine = {form for part in self._parts for form in part.stems}
        strangers = [words for other in others if not mine <= (words := name_words_of(other))]
        self._shared = own & frozenset(form for words in strangers for form in words)
        self._known: dict[str, frozenset[int]] = {}
        self._initials = _initials_pattern(self._parts)
        self.is_distinctive = len(self._parts) > 1

    def __bool__(self) -> bool:
        return bool(self._parts)

    def find(self, text: str, in_address: bool = False) -> list[NamePlace]:
        """Every place of the name in a text, in order; in an address capitals say nothing."""
        if not any(map(self._fitting, frozenset(_LETTERS.findall(text)))) and not self._has_initials(text):
            return []
        return [
            place
            for group in self._groups(self._words(text), text)
            if (place := self._judge(group, in_address)) is not None
        ]

    @property
    def parts(self) -> tuple[NameWordForms, ...]:
        """The name's words with all that they are written as."""
        return self._parts

    def _words(self, text: str) -> Iterator[_Word]:
        for match in _LETTERS.finditer(text):
            word = match[0]
            if len(word) == 1:
                if word.isupper() and text[match.end() : match.end() + 1] == ".":
                    yield _Word(match.start(), match.end(), frozenset(), True, False, word.casefold())
                continue
            parts = self._fitting(word)
            if parts:
                shared = not self._single and _folded(word) in self._shared
                yield _Word(match.start(), match.end(), parts, word[0].isupper(), shared)

    def _has_initials(self, text: str) -> bool:
        return self._initials is not None and self._initials.search(text) is not None

    def _fitting(self, word: str) -> frozenset[int]:
        known = self._known.get(word)
        if known is None:
            known = frozenset()
            if len(word) > 1:
                folded = _folded(word)
                known = frozenset(number for number, part in enumerate(self._parts) if _fits(part, folded))
            if len(self._known) < _MOST_KNOWN:
                self._known[word] = known
        return known

    def _groups(self, words: Iterable[_Word], text: str) -> Iterator[list[_Word]]:
        group: list[_Word] = []
        for word in words:
            if group and not self._go_together(group[-1], word, text):
                yield group
                group = []
            group.append(word)
        if group:
            yield group

    def _go_together(self, one: _Word, other: _Word, text: str) -> bool:
        patterns = [_BETWEEN]
        if one.initial:
            patterns.append(_AFTER_INITIAL)
        is_other = bool(other.initial) or not other.parts <= one.parts
        if (
            is_other
            and one.parts
            and all(self._parts[number].kind is NamePart.FAMILY for number in one.parts)
        ):
            patterns.append(_AFTER_FAMILY)
        return any(pattern.fullmatch(text, one.end, other.start) for pattern in patterns)

    def _judge(self, group: list[_Word], in_address: bool) -> NamePlace | None:
        hits = [word for word in group if word.parts]
        initials = [word.initial for word in group if word.initial]
        start, end = group[0].start, _end(group[-1])
        if not hits:
            return NamePlace(start, end, Strength.INITIALS) if self._are_mine(group) else None
        found = frozenset().union(*(word.parts for word in hits))
        if len(hits) > 1 and len(found) > 1:
            return NamePlace(start, end, Strength.FULL)
        if initials and any(letter in part.initials for part in self._parts for letter in initials):
            return NamePlace(start, end, Strength.INITIALS)
        alone = [word for word in hits if self._stands_alone(word, in_address)]
        return NamePlace(alone[0].start, alone[-1].end, Strength.WORD) if alone else None

    def _stands_alone(self, word: _Word, in_address: bool) -> bool:
        if word.is_shared:
            return False
        is_family = word.end - word.start > _SHORT_FAMILY and any(
            self._parts[number].kind is NamePart.FAMILY for number in word.parts
        )
        return is_family or word.is_capital or in_address

    def _are_mine(self, group: list[_Word]) -> bool:
        """Whether nothing but initials, «А. С.», are those of the name's words."""
        if len(group) != len(self._parts) or self._single:
            return False
        letters = [word.initial for word in group]
        orders = (self._parts, self._parts[::-1], (self._parts[-1], *self._parts[:-1]))
        return any(
            all(letter in part.initials for letter, part in zip(letters, order, strict=True))
            for order in orders
        )


class NameIndex:
    """Which of many names a word of a text may belong to: each word is looked up once for all of them."""

    def __init__(self, searches: Iterable[tuple[int, NameSearch]]) -> None:
        self._forms: dict[str, set[int]] = defaultdict(set)
        self._keys: dict[str, set[int]] = defaultdict(set)
        self._latin_keys: dict[str, set[int]] = defaultdict(set)
        self._stems: dict[str, set[int]] = defaultdict(set)
        for number, search in searches:
            for part in search.parts:
                self._add(number, part)
        self._lengths = sorted({len(stem) for stem in self._stems})

    def _add(self, number: int, part: NameWordForms) -> None:
        for form in part.forms:
            self._forms[form].add(number)
        for key in part.keys:
            self._keys[key].add(number)
            if part.is_latin:
                self._latin_keys[key].add(number)
        for stem in () if part.is_latin else part.stems:
            self._stems[stem].add(number)

    def names_with(self, word: str) -> tuple[int, ...]:
        """The numbers of the names that the word may belong to."""
        if len(word) < 2:
            return ()
        folded = _folded(word)
        found = set(self._forms.get(folded, ()))
        keys = self._keys if _is_latin(folded) else self._latin_keys
        if keys:
            found.update(number for key in _keys(folded) for number in keys.get(key, ()))
        if not _is_latin(folded):
            for length in self._lengths:
                owners = self._stems.get(folded[:length])
                if owners and _KAZAKH.fullmatch(folded, length):
                    found |= owners
        return tuple(found)


def _initials_pattern(parts: tuple[NameWordForms, ...]) -> re.Pattern[str] | None:
    """A quick look for two initials in a row; which they are is judged then."""
    if len(parts) < 2:
        return None
    letters = "".join(sorted({letter.upper() for part in parts for letter in part.initials}))
    return re.compile(rf"(?<!\w)[{re.escape(letters)}]\.[\s-]{{0,3}}[{re.escape(letters)}]\.")


def _fits(part: NameWordForms, word: str) -> bool:
    if word in part.forms:
        return True
    if _is_latin(word) or part.is_latin:
        return not part.keys.isdisjoint(_keys(word))
    return any(word.startswith(stem) and _KAZAKH.fullmatch(word, len(stem)) for stem in part.stems)


def _end(word: _Word) -> int:
    """Where a word ends, an initial with its full stop."""
    return word.end + 1 if word.initial else word.end


def find_written(search: NameSearch, written: str, in_address: bool = False) -> list[tuple[int, int, int]]:
    """Places of a name in marked-up text, as it is written: start, end, strength."""
    plain = plain_text(written)
    return [
        (*plain.written(place.start, place.end), place.strength)
        for place in search.find(plain.text, in_address)
    ]
