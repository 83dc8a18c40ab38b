"""What is known of where a statement's words came from: captures of its sources, and which sentences they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from allocution.model.passages import Body
from allocution.model.statement import Statement


class PieceKind(StrEnum):
    """What became of words between two wordings."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that two wordings share, or that only the earlier or only the later one has."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class ProvedTime:
    """Somebody else's proof that something was there at a moment (RFC 3339), checked; `method` is its kind."""

    method: str
    authority: str
    moment: str


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """What was kept with a capture: media of a post, a picture and a PDF of a page; `sha256` is of its own bytes."""

    kind: str
    sha256: str
    size: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """One capture in the custody log. `moment` is in RFC 3339, `outcome` a code, empty where nothing was read.

    `problem` is empty where the file is as it was logged, else `missing`, `changed` or `damaged`. `pending` counts
    timestamps that aren't proofs yet. `change` is what its words differ in from those of the capture before; empty if
    nothing does. `answered` is the address that a page was captured under, empty where there is nothing to show.
    `beside` is what was kept with it; `attached` what became of the things that a post has attached, and their kinds.
    """

    moment: str
    outcome: str
    sha256: str
    problem: str = ""
    proved: tuple[ProvedTime, ...] = ()
    pending: int = 0
    answered: str = ""
    change: tuple[Piece, ...] = ()
    beside: tuple[KeptBeside, ...] = ()
    attached: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source's captures, the earliest first."""

    address: str
    captures: tuple[KeptCapture, ...]


@dataclass(frozen=True, slots=True)
class SentenceCover:
    """A sentence that isn't found whole: its passage's line, its address in the page, its words.

    `difference` leads from the captured wording to this one; it is empty where nothing like the sentence was captured.
    """

    line: int
    identifier: str
    text: str
    difference: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it for one statement. `captured` says whether any capture has words that sentences were looked for in."""

    sources: tuple[KeptSource, ...] = ()
    captured: bool = False
    found: int = 0
    differing: tuple[SentenceCover, ...] = ()
    nowhere: tuple[SentenceCover, ...] = ()


class Evidences(Protocol):
    """What knows an archive's evidence."""

    def digest(self, statement: Statement) -> bytes:
        """What tells whether the evidence for a statement has changed."""

    def of(self, statement: Statement, body: Body, *, withholds: bool) -> Evidence:
        """The evidence for a statement; of one that withholds something nothing that could give it away."""
