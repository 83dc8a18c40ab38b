"""Dates of lists that state none: those of the newest page in them, as Hugo 0.168 has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from allocution.content.hugo.dates import NO_DATES, PageDate, PageDates
from allocution.content.hugo.pages import PageFacts

_Key = tuple[str, str]


def with_dates_of_lists(known: dict[_Key, PageFacts], shown: Iterable[_Key]) -> dict[_Key, PageFacts]:
    """All pages by language and key; lists whose files have no dates have those of the newest `shown` page in them.

    Lists without a file have no dates: nobody asks for them, and there are as many as people.
    """
    newest = {
        key: NO_DATES
        for key, facts in known.items()
        if facts.kind != "page" and facts.file.path and _has_none(facts.dates)
    }
    if not newest:
        return known
    for key in shown:
        facts = known[key]
        for above in _lists_above(key, facts):
            if above in newest:
                newest[above] = _later(newest[above], facts.dates)
    return known | {key: msgspec.structs.replace(known[key], dates=dates) for key, dates in newest.items()}


def _has_none(dates: PageDates) -> bool:
    return dates.date is dates.publish is dates.expiry is dates.lastmod is None and not dates.unread


def _lists_above(key: _Key, facts: PageFacts) -> Iterator[_Key]:
    language, path = key
    while len(path) > 1:
        path = path[: path.rfind("/")] or "/"
        yield language, path
    for plural, _, term in facts.terms:
        yield language, f"/{plural}"
        yield language, term


def _later(known: PageDates, other: PageDates) -> PageDates:
    date = _newer(known.date, other.date)
    publish = _newer(known.publish, other.publish)
    lastmod = _newer(known.lastmod, other.lastmod)
    if date is known.date and publish is known.publish and lastmod is known.lastmod:
        return known
    return msgspec.structs.replace(known, date=date, publish=publish, lastmod=lastmod)


def _newer(known: PageDate | None, other: PageDate | None) -> PageDate | None:
    if known is None or other is None:
        return known or other
    return other if other.instant > known.instant else known
