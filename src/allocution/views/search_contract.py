"""What pages of the search hold; the rest of the contract is in contract.py."""

from __future__ import annotations

from dataclasses import dataclass

from allocution.views.contract import Frame, Link


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `how` says by what it was found, empty where it wasn't, `asked` what it answers."""

    text: str
    how: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class HitLine:
    """A sentence that was found, with its neighbours; `number` is its place among all hits, from 1."""

    number: int
    heading: str
    address: str
    page: str
    date: str
    language: str
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to another state of the search page; `count` is how many statements it leaves."""

    text: str
    address: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices under one heading: the values of a facet, the orders of hits."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """A line of a concordance."""

    left: str
    keyword: str
    right: str
    heading: str
    address: str
    date: str
    language: str


@dataclass(frozen=True, slots=True)
class FrequencyLine:
    """How many sentences answer the query for one year or speaker, of how many."""

    label: str
    hits: int
    sentences: int
    per_thousand: str


@dataclass(frozen=True, slots=True)
class FrequencyTable:
    """Frequencies under one heading."""

    label: str
    lines: tuple[FrequencyLine, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page. `query` is what was typed; `hidden` are the form's other fields; `count` says what was found.

    Without a query it is the page as a static site has it, on which a script answers.
    """

    frame: Frame
    query: str
    stylesheet: str
    action: str = ""
    hidden: tuple[tuple[str, str], ...] = ()
    count: str = ""
    notes: tuple[str, ...] = ()
    suggestions: tuple[Choice, ...] = ()
    filters: tuple[Choice, ...] = ()
    orders: Choices | None = None
    views: tuple[Choice, ...] = ()
    facets: tuple[Choices, ...] = ()
    hits: tuple[HitLine, ...] = ()
    why: bool = False
    page: int = 1
    pages: int = 1
    previous: str = ""
    next: str = ""
    downloads: tuple[Link, ...] = ()
    lines: tuple[KeywordLine, ...] = ()
    more_lines: str = ""
    frequencies: tuple[FrequencyTable, ...] = ()
    lists: tuple[Link, ...] = ()
    script: str = ""
    index: str = ""
    settings: str = ""
