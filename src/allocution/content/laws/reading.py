"""Bytes of a law file (TOML) -> a law."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from allocution.errors import ContentError
from allocution.model.law import Article, Certainty, FormerNumber, Label, Law

SUBJECTS = ("speech", "assembly", "association", "religion", "state", "officials", "public-order")

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NUMBER = re.compile(r"[1-9]\d{0,3}([.-][1-9]\d?)?")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


class _FormerNumberFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    law: str
    number: str
    certainty: Certainty


class _ArticleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: str
    subject: str
    certainty: Certainty
    titles: dict[str, str] = {}
    wordings: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    former_numbers: tuple[_FormerNumberFile, ...] = ()
    note: str = ""
    parts: int = 0


class _LawFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    identifier: str
    jurisdiction: str
    certainty: Certainty
    titles: dict[str, str]
    short_titles: dict[str, tuple[str, ...]]
    articles: tuple[_ArticleFile, ...]
    valid_from: str = ""
    valid_to: str = ""


def read_law(data: bytes) -> Law:
    """The law that a law file describes.

    Raises ContentError: law-unreadable, law-language-unknown, law-date-invalid, law-number-invalid,
    law-number-repeated, law-subject-unknown.
    """
    content = _decode(data)
    for tag in (*content.titles, *content.short_titles):
        _check_language(tag, content.identifier)
    _check_validity(content.valid_from, content.valid_to, content.identifier)
    seen: set[str] = set()
    for article in content.articles:
        _check_article(article)
        if article.number in seen:
            raise ContentError("law-number-repeated", number=article.number)
        seen.add(article.number)
    return Law(
        identifier=content.identifier,
        jurisdiction=content.jurisdiction,
        titles=_labels(content.titles),
        short_titles=tuple(Label(tag, text) for tag, texts in content.short_titles.items() for text in texts),
        certainty=content.certainty,
        articles=tuple(_article(article) for article in content.articles),
        valid_from=content.valid_from,
        valid_to=content.valid_to,
    )


def _decode(data: bytes) -> _LawFile:
    try:
        return msgspec.toml.decode(data, type=_LawFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (None, None)
        raise ContentError("law-unreadable", line, column, problem=str(error)) from error


def _article(content: _ArticleFile) -> Article:
    return Article(
        number=content.number,
        titles=_labels(content.titles),
        subject=content.subject,
        certainty=content.certainty,
        wordings=content.wordings,
        valid_from=content.valid_from,
        valid_to=content.valid_to,
        former_numbers=tuple(
            FormerNumber(former.law, former.number, former.certainty) for former in content.former_numbers
        ),
        note=content.note,
        parts=content.parts,
    )


def _labels(titles: dict[str, str]) -> tuple[Label, ...]:
    return tuple(Label(tag, text) for tag, text in titles.items())


def _check_article(article: _ArticleFile) -> None:
    for number in (article.number, *(former.number for former in article.former_numbers)):
        if not _NUMBER.fullmatch(number):
            raise ContentError("law-number-invalid", number=number)
    if article.subject not in SUBJECTS:
        raise ContentError("law-subject-unknown", number=article.number, subject=article.subject)
    for tag in article.titles:
        _check_language(tag, article.number)
    _check_validity(article.valid_from, article.valid_to, article.number)


def _check_language(tag: str, number: str) -> None:
    if not _LANGUAGE.fullmatch(tag):
        raise ContentError("law-language-unknown", number=number, language=tag)


def _check_validity(valid_from: str, valid_to: str, number: str) -> None:
    for written in filter(None, (valid_from, valid_to)):
        if not _is_date(written):
            raise ContentError("law-date-invalid", number=number, date=written)
    if valid_from and valid_to and first_day(valid_from) > last_day(valid_to):
        raise ContentError("law-date-invalid", number=number, date=valid_to)


def _is_date(written: str) -> bool:
    """Whether it is a year, a month or a day of the calendar, the EDTF forms that a validity may have."""
    if not _DATE.fullmatch(written):
        return False
    try:
        date.fromisoformat(first_day(written))
    except ValueError:
        return False
    return True


def first_day(written: str) -> str:
    """The first day of a year, a month or a day, in a form that compares as text."""
    return written + "-01-01"[len(written) - 4 :] if len(written) < 10 else written


def last_day(written: str) -> str:
    """The last day of a year, a month or a day; a month's is 31, which is enough to compare."""
    return written + "-12-31"[len(written) - 4 :] if len(written) < 10 else written
