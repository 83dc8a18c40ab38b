"""What pages hold: the contract between the archive and the templates, and the JSON beside each page.

Addresses are paths from the site's root, such as `/speakers/x/`; the site layer makes them relative.
"""

from __future__ import annotations

import msgspec

from allocution.model.evidence import Piece
from allocution.model.passages import Body, Passage


class Link(msgspec.Struct, frozen=True):
    """A text that may lead somewhere; `language` is that of the text where it isn't the page's."""

    text: str
    address: str = ""
    language: str = ""
    note: str = ""


class DateLine(msgspec.Struct, frozen=True):
    """A date for people (`display`), for machines (`edtf`) and as the file has it (`written`)."""

    label: str
    display: str
    edtf: str
    written: str
    note: str = ""


class Fact(msgspec.Struct, frozen=True):
    """One line of what is known: a label and its values."""

    name: str
    label: str
    values: tuple[Link, ...]
    note: str = ""


class ChargeLine(msgspec.Struct, frozen=True):
    """A charge as worded, the article that it names, or the articles that it may name."""

    wording: Link
    article: Link | None = None
    article_title: Link | None = None
    candidates: tuple[Link, ...] = ()


class CorrectionLine(msgspec.Struct, frozen=True):
    """What the transcript says and what was meant."""

    written: str
    meant: str
    note: str = ""


class WithheldLine(msgspec.Struct, frozen=True):
    """That something is withheld: its kind, a field's key, the code of the reason, and the same for people."""

    kind: str
    field: str
    reason: str
    until: str
    display: str


class Citation(msgspec.Struct, frozen=True):
    """How to cite a statement in one form: `gost`, `apa`, `chicago`, `bibtex`, `ris` or `csl`."""

    form: str
    text: str


class RelatedGroup(msgspec.Struct, frozen=True):
    """Other statements and what they have in common with this one."""

    heading: str
    entries: tuple[Entry, ...]


class Feed(msgspec.Struct, frozen=True):
    """A feed of a page."""

    title: str
    address: str
    type: str


class Frame(msgspec.Struct, frozen=True):
    """What every page has around its content.

    `alternates` are (language, address) of the same page; `languages` lead to the front page in each of the site's
    languages, `pages` to its ordinary pages.
    """

    language: str
    title: str
    heading: str
    site_title: str
    home: str
    address: str
    canonical: str
    description: str = ""
    navigation: tuple[Link, ...] = ()
    languages: tuple[Link, ...] = ()
    pages: tuple[Link, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    feeds: tuple[Feed, ...] = ()
    moved_to: str = ""
    indexed: bool = True
    logo: str = ""
    offline: bool = False
    search_description: str = ""


class EvidenceFile(msgspec.Struct, frozen=True):
    """What was kept with a capture: what it is (`told` in words), SHA-256 of its bytes, how large, what is wrong."""

    kind: str
    told: str
    sha256: str
    bytes: int
    size: str
    note: str = ""


class EvidenceCapture(msgspec.Struct, frozen=True):
    """A capture of a source: when, what came of it, its digest, notes for readers, what changed since the one before.

    `proved` are moments by which it existed, each with whoever says so; a proof that isn't complete is only a note.
    `replay` is where the page is shown as it was, at another origin; empty where it isn't. `files` are what a post
    had attached, and what a page looked like.
    """

    moment: str
    display: str
    outcome: str
    told: str
    sha256: str
    replay: str = ""
    proved: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    change: tuple[Piece, ...] = ()
    files: tuple[EvidenceFile, ...] = ()


class EvidenceSource(msgspec.Struct, frozen=True):
    """A source with its captures, the earliest first."""

    source: Link
    captures: tuple[EvidenceCapture, ...] = ()


class EvidenceSentence(msgspec.Struct, frozen=True):
    """A sentence that no capture holds as it stands, and how the captured wording leads to it, if there is one."""

    sentence: Link
    difference: tuple[Piece, ...] = ()


class EvidenceView(msgspec.Struct, frozen=True):
    """Where the words came from and what shows that. `notes` are for readers; the numbers are in sentences."""

    sources: tuple[EvidenceSource, ...]
    notes: tuple[str, ...]
    found: int = 0
    differing: tuple[EvidenceSentence, ...] = ()
    nowhere: tuple[EvidenceSentence, ...] = ()


class StatementView(msgspec.Struct, frozen=True):
    """The page of a statement, and its JSON copy.

    `address` is the one to cite it by, whichever interface it is read in; `picture` that of its picture.
    `files` are the editions of it alone that are offered.
    """

    frame: Frame
    path: str
    title: str
    language: str
    language_stated: bool
    speakers: tuple[Link, ...]
    charges: tuple[ChargeLine, ...]
    dates: tuple[DateLine, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Link, ...]
    notices: tuple[str, ...]
    translations: tuple[Link, ...]
    corrections: tuple[CorrectionLine, ...]
    links: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    body: Body
    withheld: tuple[WithheldLine, ...] = ()
    side_by_side: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    related: tuple[RelatedGroup, ...] = ()
    evidence: EvidenceView | None = None
    address: str = ""
    picture: str = ""
    files: tuple[Link, ...] = ()


class Picture(msgspec.Struct, frozen=True):
    """What a picture for social networks says; empty where it says nothing of the kind. `language` is the texts'."""

    heading: str
    charge: str
    sentence: str
    archive: str
    language: str


class Row(msgspec.Struct, frozen=True):
    """Sentences of an original and of its translation that belong together, each as a passage of its own.

    `begins` where a passage of either text begins.
    """

    original: tuple[Passage, ...]
    translation: tuple[Passage, ...]
    begins: bool


class SideBySideView(msgspec.Struct, frozen=True):
    """An original and its translation; the links lead to each alone and say in a note what it is."""

    frame: Frame
    original: Link
    translation: Link
    notices: tuple[str, ...]
    rows: tuple[Row, ...]


class PlainView(msgspec.Struct, frozen=True):
    """An ordinary page: about, contact."""

    frame: Frame
    path: str
    language: str
    body: Body


class TombstoneView(msgspec.Struct, frozen=True):
    """The page left where a statement was withdrawn: that it was, when and why; no name, no word of it.

    `display` is the date in words.
    """

    frame: Frame
    date: str
    reason: str
    code: str = ""
    display: str = ""


class Entry(msgspec.Struct, frozen=True):
    """A statement in a list."""

    address: str
    heading: str
    charge: str
    date: str
    edtf: str
    language: str
    translations: tuple[Link, ...] = ()
    excerpt: str = ""
    retelling: bool = False


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


class Download(msgspec.Struct, frozen=True):
    """An edition to take along: its file, what it holds and what it loses."""

    edition: str
    address: str
    name: str
    size: str
    sha256: str
    holds: str
    loses: str


class SelectionDownloads(msgspec.Struct, frozen=True):
    """A selection of the archive to take along: its title, the query that it answers, how many statements it has."""

    title: str
    query: str
    count: str
    downloads: tuple[Download, ...]


class StatementDownloads(msgspec.Struct, frozen=True):
    """An edition that single statements are offered in: how many files there are, and how large all are together."""

    edition: str
    label: str
    count: str
    size: str
    holds: str
    loses: str


class DownloadsView(msgspec.Struct, frozen=True):
    """The page of what can be taken along; `sums` is the file with the digests of the archive and of selections.

    `fingerprint` is that of the key of releases, with the page that says how to check one; both empty without a key.
    `of_statements` are what the pages of statements link to, `statement_sums` is the file with the digests of those.
    """

    frame: Frame
    downloads: tuple[Download, ...]
    sums: str
    fingerprint: str = ""
    verifying: str = ""
    selections: tuple[SelectionDownloads, ...] = ()
    of_statements: tuple[StatementDownloads, ...] = ()
    statement_sums: Download | None = None


class ColophonView(msgspec.Struct, frozen=True):
    """What made the site, and when: `built` is the day as programs read it, `display` in words."""

    frame: Frame
    built: str
    display: str
    count: str


class CheckingStep(msgspec.Struct, frozen=True):
    """One way to check a release: its name, what it shows, and what is typed."""

    name: str
    heading: str
    about: str
    commands: tuple[str, ...]


class CheckingView(msgspec.Struct, frozen=True):
    """The page on how to check a release, with the key that releases are signed with."""

    frame: Frame
    key: str
    fingerprint: str
    steps: tuple[CheckingStep, ...]


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
