"""What the API answers with: one dataclass a kind of object; its JSON is the dataclass serialised.

Empty texts and lists mean that the archive doesn't say. An `address` is one of the site: whole where the site's own is
known, else from its root. `data`, `next`, `previous` and what the entry leads to are paths below the API's root,
`/api/v1/`: they hold on any server, in any folder.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date as exact as it is known (EDTF), the days between which it lies, and what it is the date of."""

    edtf: str
    earliest: str
    latest: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a court as the statement names it; `id` and `data` lead to its own object where it has one."""

    name: str
    id: str
    data: str


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge as worded, and the article of law that the wording leaves no doubt about."""

    wording: str
    id: str
    data: str
    law: str
    article: str
    part: str


@dataclass(frozen=True, slots=True)
class StatementSummary:
    """A statement without its words. `name` is what it is called in every edition; `data` leads to all of it."""

    name: str
    address: str
    data: str
    heading: str
    title: str
    speakers: tuple[Named, ...]
    charges: tuple[Charge, ...]
    date: Date | None
    language: str
    translates: str
    country: str
    courts: tuple[Named, ...]
    stage: str
    delivery: str
    place: str
    retelling: bool
    rights: str
    changed: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text comes from."""

    address: str
    title: str
    date: str
    archived: str
    note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the text: what it is and who speaks; sentences lead here by its number."""

    number: int
    kind: str
    role: str
    speaker: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its address; `meant` is what was meant where the transcript has it wrong."""

    id: str
    address: str
    number: int
    passage: int
    role: str
    language: str
    text: str
    meant: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which sentences captures of its sources hold: how many word for word, ids of those worded otherwise or in none.

    `captures` counts looks at its sources. The sentences of a translation aren't looked for.
    """

    captures: int
    found: int
    differing: tuple[str, ...]
    nowhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement(StatementSummary):
    """A statement with its words. `coverage` is null where nothing was captured."""

    dates: tuple[Date, ...]
    judges: tuple[str, ...]
    case: str
    punishment: str
    transcribers: tuple[str, ...]
    translators: tuple[str, ...]
    machine_translated: bool
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True)
class TermSummary:
    """A speaker, charge, court or country: its list on the site, and how many statements it has."""

    id: str
    name: str
    language: str
    address: str
    data: str
    statements: int


@dataclass(frozen=True, slots=True)
class Term:
    """A speaker, charge, court or country with the names of its statements."""

    id: str
    name: str
    language: str
    address: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementList:
    """A part of a list of statements; `next` and `previous` are empty at its ends."""

    total: int
    next: str
    previous: str
    items: tuple[StatementSummary, ...]


@dataclass(frozen=True, slots=True)
class TermList:
    """A part of a list of speakers, charges, courts or countries."""

    total: int
    next: str
    previous: str
    items: tuple[TermSummary, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a hit's text, in code points, and why it was found."""

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that answers a query, with its neighbours."""

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
class SearchAnswer:
    """Hits for a query: `total` counts sentences, `statements` those that they stand in; `query` is as understood."""

    query: str
    total: int
    statements: int
    next: str
    previous: str
    items: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the API begins: the archive's title and the addresses of its lists."""

    title: str
    description: str
    statements: str
    speakers: str
    charges: str
    courts: str
    countries: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a request (RFC 9457), in the language that it asks for."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
