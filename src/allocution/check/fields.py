"""Rules on what the front matter of one file says."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from allocution.check.checked import CheckedFile, Problem
from allocution.content.fields import FIELD_BY_KEY
from allocution.content.front_matter import last_key_place
from allocution.content.laws import packaged_laws
from allocution.content.telegram_posts import POST_CAPACITY, posts_among, units
from allocution.model.dates import DateMeaning
from allocution.model.finding import Finding, Place, Severity
from allocution.model.law import ArticleReference, Law

_HUGO_KEYS = frozenset(
    """
    audio build _build cascade categories cover draft excludefromindex expirydate featured_image featuredimage headless
    id images iscjklanguage isplain keywords lang lastmod layout linktitle markup menu menus modified options outputs
    params pubdate published publishdate resources series showtoc sitemap subtitle summary title toc translationkey
    type unpublishdate url videos weight author authors categories description comments
    """.split()
)
_CLOSE = 0.75
_OFFSET = re.compile(r"T\d\d:\d\d.*(?P<offset>Z|[+-]\d\d:\d\d)$")
_ADDRESS = re.compile(
    r"(?:https?://[^\s/]+\.[^\s/]+|https?://localhost)(?:[/?#]\S*)?|(?:\.{0,2}/)?[^\s:]+(?:/[^\s:]*)*"
)
_MARKUP_BEGINS = ("](", "*", "_", "`", "{{", "\n>", "\n#")
_MARKUP = re.compile(r"\{\{.*?\}\}|!?\[([^\]\n]*)\]\([^)\n]*\)|[*_`]{1,3}|^[>#]+ *", re.MULTILINE)


def unknown_keys(file: CheckedFile) -> Iterator[Problem]:
    """A key that is neither ours nor Hugo's nor the archive's; with the likely one where one is near."""
    for key in file.front_matter.values:
        low = key.lower()
        if low in FIELD_BY_KEY or low in _HUGO_KEYS or low in file.keys:
            continue
        known = _likely(low)
        if known:
            yield file.of_field("key-unknown", Severity.WARNING, key, key=key, likely=known)
        else:
            yield file.of_field("key-unknown", Severity.NOTE, key, key=key, likely="none")


def repeated_keys(file: CheckedFile) -> Iterator[Problem]:
    """A key that stands in one mapping twice, in the same letters or in small and capital ones: the last counts."""
    again = dict.fromkeys(key.lower() for key in file.front_matter.repeated)
    for mapping in _mappings(file.front_matter.values):
        counts = Counter(str(key).lower() for key in mapping)
        again.update((key, None) for key, times in counts.items() if times > 1)
    for key in again:
        line, column = last_key_place(file.front_matter, key)
        place = Place(file.record.path, line, column)
        yield Problem(Finding("key-repeated", Severity.WARNING, place, (("key", key),)))


def _mappings(value: object) -> Iterator[Mapping[object, object]]:
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        if isinstance(item, Mapping | list):
            yield from _mappings(item)


@cache
def _likely(key: str) -> str:
    close = difflib.get_close_matches(key, FIELD_BY_KEY, n=1, cutoff=_CLOSE)
    return FIELD_BY_KEY[close[0]].name if close else ""


def speakers(file: CheckedFile) -> Iterator[Problem]:
    """A statement of which nobody knows who made it."""
    if file.statement is not None and not file.statement.speakers:
        yield file.of_field("speaker-missing", Severity.WARNING, "speakers")


def charges(file: CheckedFile) -> Iterator[Problem]:
    """A charge that several articles could be, or one that doesn't say which part of its article."""
    for charge in file.statement.charges if file.statement is not None else ():
        if charge.reference is None and charge.candidates:
            found = ", ".join(_article(candidate) for candidate in charge.candidates)
            yield file.of_field(
                "charge-ambiguous",
                Severity.WARNING,
                _charge_key(file),
                candidates=found,
                wording=charge.wording,
            )
        elif charge.reference is not None and not charge.reference.part and _parts(charge.reference) > 1:
            yield file.of_field(
                "charge-part-unknown",
                Severity.NOTE,
                _charge_key(file),
                article=_article(charge.reference),
                parts=str(_parts(charge.reference)),
                wording=charge.wording,
            )


def _charge_key(file: CheckedFile) -> str:
    return (
        "charges"
        if any(key.lower() in ("charges", "charge") for key in file.front_matter.values)
        else "title"
    )


def _article(reference: ArticleReference) -> str:
    law = _laws()[reference.law]
    short = law.short_titles[0].text if law.short_titles else law.identifier
    return f"{reference.article} {short}"


@cache
def _laws() -> dict[str, Law]:
    return {law.identifier: law for law in packaged_laws()}


def _parts(reference: ArticleReference) -> int:
    article = _laws()[reference.law].article(reference.article)
    return article.parts if article is not None else 0


def sources(file: CheckedFile) -> Iterator[Problem]:
    """A statement without a source, or a source whose address is none."""
    statement = file.statement
    if statement is None or statement.retelling or statement.withdrawal is not None:
        return
    if not statement.sources:
        yield file.of_field("source-missing", Severity.WARNING, "sources")
    for source in statement.sources:
        if source.address and not _ADDRESS.fullmatch(source.address):
            key = "sources" if "sources" in file.front_matter.values else "sourcelink"
            yield file.of_field("source-malformed", Severity.WARNING, key, address=source.address)


def source_capacity(file: CheckedFile) -> Iterator[Problem]:
    """More words than the posts that are named as the source can hold."""
    statement = file.statement
    posts = posts_among(statement.sources) if statement is not None else None
    if posts is None:
        return
    body = file.front_matter.body.strip()
    if len(body) <= POST_CAPACITY * len(posts) // 2:
        return
    if any(mark in body for mark in _MARKUP_BEGINS):
        body = _MARKUP.sub(r"\1", body)
    size = units(body)
    most = POST_CAPACITY * len(posts)
    if size > most:
        key = "sources" if "sources" in file.front_matter.values else "sourcelink"
        yield file.of_field(
            "source-too-small", Severity.WARNING, key, most=str(most), posts=str(len(posts)), units=str(size)
        )


def offsets(file: CheckedFile) -> Iterator[Problem]:
    """A time zone that isn't known, or an offset from UTC that it didn't have at that moment."""
    if file.statement is None or not file.statement.time_zone:
        return
    zone = _zone(file.statement.time_zone)
    if zone is None:
        yield file.of_field("time-zone-unknown", Severity.WARNING, "timezone", value=file.statement.time_zone)
        return
    dates = [date for date in file.statement.dates if date.meaning is not DateMeaning.UNSTATED]
    # Hugo's own date says when the file was published where others say what they are the date of.
    for date in dates or file.statement.dates:
        match = _OFFSET.search(date.written)
        if match is None:
            continue
        moment = datetime.fromisoformat(date.written)
        had = moment.astimezone(zone).utcoffset()
        if had is not None and had != moment.utcoffset():
            key = "date" if date.meaning is DateMeaning.UNSTATED else date.meaning.value
            yield file.of_field(
                "offset-not-of-zone",
                Severity.WARNING,
                key,
                had=_written_offset(had),
                offset=match["offset"],
                zone=file.statement.time_zone,
            )


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _written_offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def language(file: CheckedFile) -> Iterator[Problem]:
    """A statement whose language is neither stated nor told by its words."""
    if file.statement is not None and not file.record.language and file.front_matter.body.strip():
        yield file.of_field("language-unknown", Severity.WARNING, "language")
