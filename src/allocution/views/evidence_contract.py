"""What pages hold of evidence: sources, their captures, and the sentences that no capture holds."""

from __future__ import annotations

import msgspec

from allocution.model.evidence import Piece
from allocution.views.contract import Link


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
