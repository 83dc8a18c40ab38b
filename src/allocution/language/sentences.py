"""Sentences of a passage: a pattern finds where one might end, small named rules decide in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import msgspec

from allocution.language.abbreviations import (
    ABBREVIATIONS,
    CENTURIES,
    LEADING,
    MONTHS,
    NAMED_AFTER,
    NAMED_THINGS,
    NUMERIC,
    STARTERS,
    TRAILING,
    YEARS,
)

# Marks with the quotes and brackets that close on them, a note number, a stage note in brackets; then white
# space, or a letter where the space was forgotten. Or a line break without any mark before it.
_CANDIDATE = re.compile(
    r"""([.!?…]+["'»”’“)\]›]*(?:\[\d{1,3}\])?(?:[ \t\xa0]+[\[(][^\[\]().!?…\n]{1,60}[\])](?=\s))?)"""
    r"""(?:\s+(?=\S)|(?=[^\W\d_]))|\n\s*"""
)
_ENDS = frozenset(".!?…")
_MARKS = re.compile(r"[.!?…]+")
# A stretch without a word that is longer than this holds none.
_FAR = 1000
_SEVERAL_MARKS = re.compile(r"[.!?…]{2,} (?=[^\W\d_])")
_OPENING = re.compile(r"""[\s«„“"'‘(\[{‹–—―‒•*-]*""")
_LINE_OPENING = re.compile(r"[–—―‒•-]|\d{1,3}[.)]\s")
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_ITEM_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[IVX]{1,5})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-\s]?)*[^\W\d_]")
_ARTICLE_KK = re.compile(r"\d+(?:-\d+)?-(?:б|бап|т|тарм|бөл)")
_NUMERAL = re.compile(r"\d|№|[IVXLC]+\b")
_TOWN_KK = re.compile(r"[\w-]+ (?:қ|ауд|к)\.")


class _Candidate:
    """A place where a sentence may end, and what the rules look at."""

    def __init__(self, text: str, start: int, match: re.Match[str], wrapped: bool) -> None:
        self.text = text
        self.start = start
        self.at = match.start()
        self.marks = match[1] or ""
        self.end = self.at + len(self.marks)
        self.next = match.end()
        self.line_breaks = 0 if wrapped else text.count("\n", self.end, self.next)
        # Where the first letter of what follows stands, after quotes and dashes; the letter; its word.
        opening = _OPENING.match(text, self.next)
        self.opening = opening.end() if opening else self.next
        self.first = text[self.opening : self.opening + 1]
        following = _WORD.match(text, self.opening)
        self.following = following[0] if following else ""
        # The last words before the marks; the very last in lower case, inner dots kept: т.д
        words = text[max(start, self.at - 40) : self.at].split()[-3:]
        self.before = [word.lstrip("«„“\"'‘([{‹–—-") for word in words] or [""]
        self.word = self.before[-1].lower()
        number = self.before[-2] if len(words) > 1 else ""
        self.after_number = _NUMERAL.match(number) is not None and number[-1] not in ",;"


_Rule = Callable[[_Candidate], bool | None]


def nothing_before(place: _Candidate) -> bool | None:
    """Dots at the very beginning open a sentence: «…и вот я здесь»."""
    begin = max(place.start, place.at - _FAR)
    return None if begin > place.start or _WORD.search(place.text, begin, place.at) else False


def nothing_after(place: _Candidate) -> bool | None:
    """Only marks follow; they belong here."""
    return None if _WORD.search(place.text, place.next, place.next + _FAR) else False


def blank_line(place: _Candidate) -> bool | None:
    """An empty line always ends."""
    return True if place.line_breaks > 1 else None


def line_without_mark(place: _Candidate) -> bool | None:
    """A transcript's line ends its sentence when the next begins one and no comma leads over to it."""
    if place.marks:
        return None
    if place.line_breaks == 0 or place.text[: place.at].rstrip()[-1:] in ",–—-(«„":
        return False
    if _LINE_OPENING.match(place.text, place.next):
        return True
    return place.first.isalpha() and not place.first.islower()


def bracketed_mark(place: _Candidate) -> bool | None:
    """«(?)», «[…]»: a mark alone in brackets is a remark."""
    return False if place.text[place.at - 1] in "([{<" else None


def forgotten_space(place: _Candidate) -> bool | None:
    """«…дела.Я готов» ends; «И.И.Иванов», «проф.Иванов», «т.е», «example.com» don't."""
    if place.next > place.end:
        return None
    if not place.first.isupper() or place.text[place.next + 1 : place.next + 2].isupper():
        return False
    left = place.text[max(place.start, place.at - 3) : place.at]
    return len(left) == 3 and left.isalpha() and left[1:].islower() and place.word not in LEADING


def lower_case_follows(place: _Candidate) -> bool | None:
    """«– Да! – сказал он», «Вы лжёте!» и дальше, «Я… не знаю»."""
    if not place.first.islower() or place.line_breaks:
        return None
    return False


def strong_mark(place: _Candidate) -> bool | None:
    """Anything but one full stop."""
    return True if "".join(c for c in place.marks[:4] if c in ".!?…") != "." else None


def item_number(place: _Candidate) -> bool | None:
    """«1. Первое», «II. Дело», «а. Пункт»."""
    return False if _ITEM_NUMBER.fullmatch(place.text, place.start, place.at) else None


def day_and_month(place: _Candidate) -> bool | None:
    """«30. Июня», «22. 06. 2020»."""
    if not (place.word.isdecimal() and len(place.word) < 3):
        return None
    if place.following.lower() in MONTHS:
        return False
    return False if re.match(r"\d{1,2}\.|\d{4}\b", place.text[place.opening : place.opening + 5]) else None


def article_in_kazakh(place: _Candidate) -> bool | None:
    """«ҚК 274-б. 4-б.»."""
    if not _ARTICLE_KK.fullmatch(place.word):
        return None
    return not (_NUMERAL.match(place.first) or (len(place.following) > 1 and place.following.isupper()))


def year(place: _Candidate) -> bool | None:
    """«в том 2020 г. Потом»; but «22 июня 2020 г. Медеуский суд» at the beginning, «2020 г. № 5», «г. Алматы»."""
    if place.word in CENTURIES and place.after_number:
        return None if place.first.isdecimal() else True
    if place.word not in YEARS:
        return None
    if not place.after_number:
        return place.word not in ("г", "р")
    if place.text.startswith("№", place.next):
        return False
    return len(place.text[place.start : place.at].split()) > 4 or place.following.lower() in STARTERS


def named_after(place: _Candidate) -> bool | None:
    """«театр им. Ауэзова», «КазНУ им. аль-Фараби»; but «я сказал им. Потом»."""
    if place.word not in NAMED_AFTER:
        return None
    named = place.before[-2] if len(place.before) > 1 else ""
    known = named.lower().startswith(tuple(NAMED_THINGS)) or sum(c.isupper() for c in named) > 1
    return not known or place.following.lower() in STARTERS


def initials(place: _Candidate) -> bool | None:
    """«И. И. Иванов», «Иванов И.И. Я», «the U.S. Constitution», «you and I. Then»."""
    letters = place.before[-1]
    if not (letters[-1:].isupper() and _INITIALS.fullmatch(letters)):
        return None
    if letters == "I" and len(place.before) > 1 and place.before[-2].isalpha() and place.before[-2].islower():
        return True
    following = place.following
    dotted = len(following) == 1 and place.text[place.opening + 1 : place.opening + 2] == "."
    return following.lower() in STARTERS and not dotted


def trailing_abbreviation(place: _Candidate) -> bool | None:
    """«и т. д.», «и др.», «etc.»; but «долл. США», «Жамбыл обл. Тараз қ.»."""
    word = place.word
    spaced = f"{place.before[-2].lower()}{word}" if len(place.before) > 1 else ""
    if word == "пр" and (len(place.before) < 2 or place.before[-2].lower() != "и"):
        return False
    if word == "долл" and place.following == "США":
        return False
    if word == "обл" and _TOWN_KK.match(place.text, place.opening):
        return False
    return True if word in TRAILING or spaced in TRAILING else None


def leading_abbreviation(place: _Candidate) -> bool | None:
    """«ст. 274», «ул. Абая», «Mr. Smith»."""
    return False if place.word in LEADING else None


def numeric_abbreviation(place: _Candidate) -> bool | None:
    """«ч. 2», «No. 5»; but «No. I did not»."""
    if place.word not in NUMERIC:
        return None
    return _NUMERAL.match(place.text, place.opening) is None or place.following == "I"


def plain_end(_place: _Candidate) -> bool | None:
    """Everything else."""
    return True


_RULES: tuple[_Rule, ...] = (
    nothing_before,
    nothing_after,
    blank_line,
    line_without_mark,
    bracketed_mark,
    forgotten_space,
    lower_case_follows,
    strong_mark,
    item_number,
    day_and_month,
    article_in_kazakh,
    year,
    named_after,
    initials,
    trailing_abbreviation,
    leading_abbreviation,
    numeric_abbreviation,
    plain_end,
)


class Decision(msgspec.Struct, frozen=True):
    """Why a sentence ends or doesn't at `offset`: the rule that decided."""

    offset: int
    rule: str
    ends: bool


def _decide(place: _Candidate) -> tuple[str, bool]:
    for rule in _RULES:
        verdict = rule(place)
        if verdict is not None:
            return rule.__name__, verdict
    raise AssertionError("the last rule always decides")


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken to a width, so that breaks mean nothing: no next word would have fitted."""
    lines = text.split("\n")
    if len(lines) < 3 or max(map(len, lines)) > 102:
        return False
    lines = [line.strip() for line in lines]
    width = max(map(len, lines))
    return (
        60 <= width <= 100
        and all(lines)
        and all(len(line) + 1 + len(after.split(None, 1)[0]) > width for line, after in pairwise(lines))
    )


def _marks(text: str) -> list[int]:
    """Where a mark or a line break stands; one character at a time is five times quicker than a pattern."""
    places = []
    for mark in ".!?…\n":
        place = text.find(mark)
        while place >= 0:
            places.append(place)
            place = text.find(mark, place + 1)
    places.sort()
    return places


def _goes_on(text: str, at: int) -> int:
    """Where the text goes on after a mark and white space; at the mark where there is none."""
    place = at + 2
    if text[at + 1 : place].isspace() and text[at] != "\n":
        while text[place : place + 1].isspace():
            place += 1
        return place
    return at


def _end_after_word(text: str, at: int, goes_on: int, word: str) -> int:
    """The end after a short word or a closing quote before a capital letter; 0 leaves it to the rules.

    No rule but the last looks behind the quote of «…так». Я» and «…так.». Я».
    """
    if word.isalpha():
        known = len(word) < 7 and (word.isupper() or word.lower() in ABBREVIATIONS)
        return 0 if known else at + 1
    if word[-1:] != "»" or text[at] == "\n" or not text[goes_on].isalpha():
        return 0
    return at + 1 if word[-2:-1].isalpha() or word[-3:-2].isalpha() else 0


def _end_of_marks(text: str, start: int, at: int) -> int:
    """The end of several marks after a letter, 0 unless a space and a capital follow: what strong_mark says."""
    marks = _SEVERAL_MARKS.match(text, at)
    if marks and at > start and text[at - 1].isalpha() and text[marks.end()].isupper():
        return marks.end() - 1
    return 0


def _end_by_rules(place: _Candidate, match: re.Match[str], trace: list[Decision] | None) -> int:
    """Where the sentence ends if the rules say that it does, else 0."""
    rule, ends = _decide(place)
    if trace is not None:
        trace.append(Decision(place.at, rule, ends))
    if not ends:
        return 0
    end = match.end(1)
    return end if end > 0 else len(place.text[: place.at].rstrip())


def split_sentences(
    text: str,
    language: str = "",  # noqa: ARG001 - the tables of our languages don't collide; the seam for those that will
    trace: list[Decision] | None = None,
) -> list[tuple[int, int]]:
    """The sentences of one passage in order, as [start, end) without the white space around them.

    They cover everything but white space. `trace` receives every decision and the rule that took it: where it is
    asked for, the rules decide what quick looks else spare them.
    """
    spans: list[tuple[int, int]] = []
    start = after = len(text) - len(text.lstrip())
    wrapped = "\n" in text and _is_wrapped(text)
    for at in _marks(text):
        if at < after:
            continue
        pair = text[at + 1 : at + 3]
        spaced = pair[:1] == " "
        capital = spaced and pair.isupper() and pair[1:].isalpha()
        goes_on = at + 2
        if not capital:
            goes_on = _goes_on(text, at)
            first = text[goes_on : goes_on + 1]
            if goes_on == at + 2 and spaced and first.islower() and trace is None:
                continue  # what lower_case_follows says, and no rule before it contradicts after one space
            capital = first.isupper() and first.isalpha()
        end = 0
        if capital and trace is None:
            # Nearly every end looks like this: an ordinary word, a mark, white space, a capital letter.
            word = text[max(start, at - 24) : at].rpartition(" ")[2]
            end = at + 1 if len(word) > 6 and word.isalpha() else _end_after_word(text, at, goes_on, word)
        elif pair[:1] in _ENDS and trace is None:
            end = _end_of_marks(text, start, at)
            goes_on = end + 1
        if end:
            # A line break is no part of the sentence that it ends.
            spans.append((start, at if text[at] == "\n" else end))
            start = after = goes_on
            continue
        match = _CANDIDATE.match(text, at)
        if match is None or match.end() == len(text):
            # What doesn't end a sentence at the first of several marks doesn't at the others.
            marks = _MARKS.match(text, at)
            after = marks.end() if marks else after
            continue
        after = match.end()
        end = _end_by_rules(_Candidate(text, start, match, wrapped), match, trace)
        if end:
            spans.append((start, end))
            start = after
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans
