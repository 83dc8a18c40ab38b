"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass

from allocution.search.highlighting import Match
from allocution.search.query import Note


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that answers the query, or where a whole statement does, its most telling one.

    `address` leads to the sentence, `page` to its statement. `before` and `after` are its neighbours. `role` is who
    speaks, "heading" where the hit is the statement's title.
    """

    address: str
    page: str
    title: str
    speakers: tuple[str, ...]
    date: str
    language: str
    role: str
    text: str
    before: str
    after: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many of the statements found have a value, and the filter that leaves those."""

    value: str
    label: str
    count: int
    filter: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that nobody said, and one that was."""

    word: str
    meant: str


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts hits, `statements` those that they stand in; `facets` count statements by dimension.

    `query` is how the query was understood, in the notation of docs/searching.md; `notes` say what was left out or
    read in another way.
    """

    query: str
    total: int
    statements: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
