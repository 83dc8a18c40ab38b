"""Lists: the front page, sections, terms and feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from itertools import groupby
from typing import Protocol, TypeVar

from allocution.content.archive import Dimension, Item, Term, Work
from allocution.model.dates import Precision, StatedDate
from allocution.model.digests import digest
from allocution.model.law import Certainty
from allocution.model.passages import Body, PassageKind, Role
from allocution.views.contract import Fact, Feed, Frame, Link
from allocution.views.dates import date_text
from allocution.views.entries import entry, in_language, page_entry
from allocution.views.headings import work_charge, work_heading
from allocution.views.laws import find_article
from allocution.views.list_contract import (
    FeedEntry,
    FeedView,
    HomeView,
    ListView,
    Quotation,
    TermGroup,
    TermLine,
)
from allocution.views.names import year_label
from allocution.views.site_view import ALL_STATEMENTS, SiteView

T = TypeVar("T")

HOME_ENTRIES = 12
_AROUND = 2  # of pages that a list's page leads to on either side
_SHORTEST, _LONGEST = 60, 260  # of a sentence to be quoted, in letters
_FIRST_MOMENT = "1970-01-01T00:00:00Z"


class Listing(Protocol):
    """What a list is made of."""

    @property
    def heading(self) -> str:
        """What it is called."""

    @property
    def site_language(self) -> str:
        """The language of the site that it belongs to."""

    @property
    def works(self) -> Sequence[Work]:
        """All of its works, in its order."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of its pages in order."""

    @property
    def in_every_language(self) -> bool:
        """Whether the same list is made in each of the languages of the interface."""

    @property
    def own_language(self) -> str:
        """The language of the folder that it is of; empty for a list that isn't a folder's."""

    @property
    def letters(self) -> Sequence[tuple[str, int]]:
        """Where its terms begin with another letter, and on which page."""

    def works_of(self, page: int) -> Sequence[Work]:
        """The works on a page (from 1)."""

    def ordinary_of(self, page: int) -> Sequence[Item]:
        """The ordinary pages that come after the works, on a page (from 1)."""


def list_view(
    site: SiteView,
    listing: Listing,
    page: int,
    *,
    groups: tuple[TermGroup, ...] = (),
    facts: tuple[Fact, ...] = (),
    feeds: tuple[Feed, ...] = (),
    body: Body | None = None,
    body_language: str = "",
) -> ListView:
    """One page (from 1) of a list."""
    language = listing.site_language
    wording = site.wording(site.interface_language(language))
    addresses = listing.addresses
    title = listing.heading if page == 1 else f"{listing.heading}, {page}"
    versions = _versions(site, listing, addresses[page - 1])
    count = wording("count", count=len(listing.works)) if listing.works else ""
    entries = [entry(site, work, language, wording) for work in listing.works_of(page)]
    entries += [page_entry(site, item, language, wording) for item in listing.ordinary_of(page)]
    return ListView(
        frame=site.frame(
            title,
            addresses[page - 1],
            language,
            description=f"{title}: {count}. {site.title(language)}" if count else "",
            alternates=versions,
            versions=versions,
            feeds=feeds,
        ),
        count=count,
        entries=tuple(entries),
        page=page,
        pages=len(addresses),
        previous=addresses[page - 2] if page > 1 else "",
        next=addresses[page] if page < len(addresses) else "",
        groups=groups,
        facts=facts if page == 1 else (),
        body=body,
        body_language=body_language,
        near=tuple(_near(addresses, page)),
        letters=tuple([Link(letter, addresses[number - 1]) for letter, number in listing.letters]),
    )


def _versions(site: SiteView, listing: Listing, address: str) -> tuple[tuple[str, str], ...]:
    if listing.in_every_language:
        return site.versions(address, listing.site_language)
    return (
        site.among_labels(address, listing.own_language, listing.site_language)
        if listing.own_language
        else ()
    )


def _near(addresses: Sequence[str], page: int) -> Iterator[Link]:
    """The pages that a list's page leads to besides the next one."""
    last = len(addresses)
    before = 0
    for number in sorted({1, *range(max(1, page - _AROUND), min(last, page + _AROUND) + 1), last}):
        if number > before + 1:
            yield Link("…")
        yield Link(str(number), addresses[number - 1])
        before = number


def home_view(
    site: SiteView,
    listing: Listing,
    feeds: tuple[Feed, ...],
    body: Body | None,
    body_language: str,
    quotation: Quotation | None = None,
) -> HomeView:
    """The front page in one of the site's languages."""
    language = listing.site_language
    wording = site.wording(site.interface_language(language))
    counts = tuple(
        TermLine(wording(dimension), site.localised(site.root_of(dimension), language), leaf_count(terms))
        for dimension, terms in site.archive.terms.items()
    )
    versions = tuple((link.language, link.address) for link in site.front_pages)
    count = wording("count", count=len(listing.works))
    return HomeView(
        frame=site.frame(
            site.title(language),
            listing.addresses[0],
            language,
            description=f"{site.title(language)}: {count}",
            alternates=versions,
            versions=versions,
            feeds=feeds,
        ),
        count=count,
        entries=tuple(entry(site, work, language, wording) for work in listing.works[:HOME_ENTRIES]),
        everything=site.localised(ALL_STATEMENTS, language),
        counts=counts,
        body=body,
        body_language=body_language,
        quotation=quotation,
        search=site.search_page(language),
    )


def nowhere_frames(site: SiteView) -> tuple[Frame, ...]:
    """The page for addresses that lead nowhere in each language of the interface, the main one first."""
    frames: dict[str, Frame] = {}
    for language in site.page_languages:
        wording = site.wording(site.interface_language(language))
        frame = site.frame(
            wording("not-found-title"), "/404.html", language,
            description=wording("not-found"), indexed=False,
        )  # fmt: skip
        frames.setdefault(frame.language, frame)
    return tuple(frames.values())


def quoted_work(works: Sequence[Work]) -> Work | None:
    """The work that the front page quotes, another one when the archive has grown; a retelling is nobody's words."""
    own = [work for work in works if work.items[0].record.excerpt and not work.statement.retelling]
    return _chosen(own, len(own))


def quotation(site: SiteView, work: Work, body: Body, page_language: str) -> Quotation | None:
    """A sentence of the speaker's own for the front page; None where none is long enough to stand alone."""
    item = work.items[0]
    sentences = [
        (passage.text[sentence.start : sentence.end], sentence.language)
        for passage in body.passages
        if passage.kind is PassageKind.SPEECH and passage.role is Role.DEFENDANT and not passage.spans
        for sentence in passage.sentences
        if _SHORTEST <= sentence.end - sentence.start <= _LONGEST
    ]
    found = _chosen(sentences, len(site.archive.works))
    if found is None:
        return None
    text, language = found
    wording = site.wording(site.interface_language(page_language))
    date = date_text(work.date, wording) if work.date else ""
    return Quotation(
        text,
        language,
        Link(work_heading(work.items[0]), site.address_of(item, page_language), item.record.language),
        date,
    )


def _chosen(among: Sequence[T], number: int) -> T | None:
    """One of them, which one a number decides as a throw of dice would."""
    return among[int.from_bytes(digest(str(number).encode())[:4], "big") % len(among)] if among else None


def leaf_count(terms: Sequence[Term]) -> int:
    """How many lists there are below: the articles of a law count, not the law."""
    return sum(len(term.parts) or 1 for term in terms)


def term_groups(
    site: SiteView, terms: Sequence[Term], language: str, parent: Term | None = None
) -> tuple[TermGroup, ...]:
    """Terms in the order that suits what they are: people by letter, years newest first, articles by law."""
    if not terms:
        return ()
    if parent is not None:
        return (TermGroup(Link(""), tuple(article_line(site, parent.key, term, language) for term in terms)),)
    lines = [_term_line(site, term, language) for term in terms]
    match terms[0].dimension:
        case Dimension.YEARS:
            order = sorted(zip(terms, lines, strict=True), key=lambda pair: _year_order(pair[0].key))
            return (TermGroup(Link(""), tuple(line for _, line in order)),)
        case Dimension.LAWS:
            return tuple(_law_group(site, term, language) for term in terms)
        case Dimension.SPEAKERS | Dimension.CHARGES | Dimension.COURTS if len(lines) > 40:
            ordered = sorted(lines, key=lambda line: line.text.casefold())
            letters = groupby(ordered, key=lambda line: line.text[:1].upper())
            return tuple(TermGroup(Link(letter), tuple(group)) for letter, group in letters)
        case _:
            return (TermGroup(Link(""), tuple(sorted(lines, key=lambda line: line.text.casefold()))),)


def _year_order(key: str) -> tuple[int, int]:
    return (1, 0) if key == "undated" else (0, -int(key))


def _term_line(site: SiteView, term: Term, language: str) -> TermLine:
    note = ""
    if term.dimension == Dimension.SPEAKERS and term.key != term.label:
        years = sorted({year for work in term.works if work.date and (year := work.date.year)})
        wording = site.wording(language)
        note = "–".join(year_label(str(year), wording) for year in dict.fromkeys((*years[:1], *years[-1:])))
    return TermLine(site.term_label(term, language), term.address, len(term.works), term.language, note)


def _law_group(site: SiteView, law_term: Term, language: str) -> TermGroup:
    lines = tuple(article_line(site, law_term.key, part, language) for part in law_term.parts)
    return TermGroup(Link(site.term_label(law_term, language), law_term.address), lines)


def article_line(site: SiteView, law: str, term: Term, language: str) -> TermLine:
    """An article in a list, with its official title where that is certain."""
    found = find_article(site, law, term.label)
    title = ""
    if found is not None and found.certainty is Certainty.CERTAIN and found.titles:
        title = next(
            (label.text for label in found.titles if label.language == language), found.titles[0].text
        )
    return TermLine(site.term_label(term, language), term.address, len(term.works), "", title)


def feed_view(
    site: SiteView,
    title: str,
    address: str,
    page: str,
    page_language: str,
    works: Sequence[Work],
    ordinary: Sequence[Item] = (),
) -> FeedView:
    """A feed of works, newest first, and of ordinary pages; its moments are those of the content."""
    wording = site.wording(site.interface_language(page_language))
    entries = [_feed_entry(site, work, page_language) for work in works]
    entries += [_page_feed_entry(site, item, page_language) for item in ordinary]
    updated = max([item.updated for item in entries], default=_FIRST_MOMENT)
    return FeedView(title, address, page, wording.language, updated, tuple(entries))


def _feed_entry(site: SiteView, work: Work, page_language: str) -> FeedEntry:
    item = in_language(work, page_language)
    statement = item.record.statement
    assert statement is not None
    charge = work_charge(statement)
    heading = work_heading(item)
    moment = max([_moment(date) for date in statement.dates], default=_FIRST_MOMENT)
    return FeedEntry(
        title=f"{heading} ({charge})" if charge else heading,
        address=site.address_of(item, page_language),
        identifier=feed_identifier(site, item.address),
        updated=moment,
        published=_rfc822(moment) if statement.dates else "",
        authors=tuple([person.name for person in statement.speakers]),
        summary=item.record.excerpt,
        language=item.record.language,
    )


def _page_feed_entry(site: SiteView, item: Item, page_language: str) -> FeedEntry:
    shown = page_entry(site, item, page_language, site.wording(site.interface_language(page_language)))
    moment = f"{shown.edtf}T00:00:00Z" if shown.edtf >= "1970" else _FIRST_MOMENT
    return FeedEntry(
        title=shown.heading,
        address=shown.address,
        identifier=feed_identifier(site, item.address),
        updated=moment,
        published=_rfc822(moment) if shown.edtf else "",
        authors=(),
        summary=shown.excerpt,
        language=shown.language,
    )


def feed_identifier(site: SiteView, address: str) -> str:
    """An identifier that stays when the archive moves to another host: the full address where one is known."""
    return site.absolute(address) or f"urn:x-allocution:{address.strip('/') or 'archive'}"


def _moment(date: StatedDate) -> str:
    """RFC 3339 for feeds, which know no other: a day begins at midnight UTC; days before 1970 count as its first."""
    if date.earliest < "1970" or date.earliest.startswith("-"):
        return _FIRST_MOMENT
    if date.precision is not Precision.TIME:
        return f"{date.earliest}T00:00:00Z"
    return date.edtf if date.edtf[19:] else f"{date.edtf}Z"


@lru_cache(maxsize=8192)
def _rfc822(moment: str) -> str:
    return format_datetime(datetime.fromisoformat(moment))
