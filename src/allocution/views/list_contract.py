"""What pages of several statements hold: lists, the front page, figures, feeds."""

from __future__ import annotations

import msgspec

from allocution.model.passages import Body
from allocution.views.contract import Entry, Fact, Frame, Link


class TermLine(msgspec.Struct, frozen=True):
    """A term of a list of terms and how many statements it has."""

    text: str
    address: str
    count: int
    language: str = ""
    note: str = ""


class TermGroup(msgspec.Struct, frozen=True):
    """Terms under one heading: a first letter, a law, a decade."""

    heading: Link
    terms: tuple[TermLine, ...]


class ListView(msgspec.Struct, frozen=True):
    """A page of a list of statements, with the terms below it (the articles of a law) and its own text.

    `near` are the first page, those around this one and the last, without an address where pages are left out between
    them; `letters` lead to the page on which each begins.
    """

    frame: Frame
    count: str
    entries: tuple[Entry, ...]
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""
    groups: tuple[TermGroup, ...] = ()
    facts: tuple[Fact, ...] = ()
    body: Body | None = None
    body_language: str = ""
    near: tuple[Link, ...] = ()
    letters: tuple[Link, ...] = ()


class Quotation(msgspec.Struct, frozen=True):
    """A sentence that a speaker said; the link leads to the statement that it is from."""

    text: str
    language: str
    speaker: Link
    date: str


class HomeView(msgspec.Struct, frozen=True):
    """The front page; `search` is the address of the search page, empty where there is none."""

    frame: Frame
    count: str
    entries: tuple[Entry, ...]
    everything: str
    counts: tuple[TermLine, ...]
    body: Body | None
    body_language: str
    quotation: Quotation | None = None
    search: str = ""


class Bar(msgspec.Struct, frozen=True):
    """A term of a chart: its key (a year, a country's code), its name, its list, how many statements it has."""

    key: str
    label: str
    address: str
    count: int
    language: str = ""


class Chart(msgspec.Struct, frozen=True):
    """A chart of statements by one thing; `everything` is the list of all its terms, `data` its numbers as CSV."""

    name: str
    heading: str
    bars: tuple[Bar, ...]
    note: str
    everything: str
    data: str


class CourtPlace(msgspec.Struct, frozen=True):
    """A court on the map: its place in degrees, and how many statements were made there."""

    court: Bar
    latitude: float
    longitude: float


class FiguresView(msgspec.Struct, frozen=True):
    """The page of figures; `countries` are those on the map, by code, `courts` those whose place is known."""

    frame: Frame
    count: str
    charts: tuple[Chart, ...]
    countries: tuple[Bar, ...]
    courts: tuple[CourtPlace, ...] = ()


class FeedView(msgspec.Struct, frozen=True):
    """A feed. `updated` is an RFC 3339 moment taken from the content, never from the clock."""

    title: str
    address: str
    page: str
    language: str
    updated: str
    entries: tuple[FeedEntry, ...]

    @property
    def has_content(self) -> bool:
        """Whether any entry has its whole text."""
        return any(entry.content for entry in self.entries)


class FeedEntry(msgspec.Struct, frozen=True):
    """A statement in a feed. `updated` is in RFC 3339, `published` in RFC 822 or empty; `content` is HTML or empty."""

    title: str
    address: str
    identifier: str
    updated: str
    published: str
    authors: tuple[str, ...]
    summary: str
    language: str
    content: str = ""
