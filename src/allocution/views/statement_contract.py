"""What the pages of single statements hold, alone and beside a translation."""

from __future__ import annotations

import msgspec

from allocution.model.passages import Body, Passage
from allocution.views.contract import DateLine, Entry, Fact, Frame, Link
from allocution.views.evidence_contract import EvidenceView


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
