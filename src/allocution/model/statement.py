"""A statement before a court: everything its file says about it, apart from its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from allocution.model.dates import StatedDate
from allocution.model.law import Charge
from allocution.model.withholding import Withholding

ALL_EDITIONS = "all"
"""What `not_in_editions` says of a statement that is to be in none."""


class Stage(StrEnum):
    """The stage of proceedings at which it was made."""

    PRETRIAL = "pretrial"
    TRIAL = "trial"
    APPEAL = "appeal"
    CASSATION = "cassation"
    SUPERVISORY = "supervisory"
    RETRIAL = "retrial"
    PAROLE = "parole"
    EXECUTION = "execution"


class Delivery(StrEnum):
    """How it reached the court."""

    SPOKEN = "spoken"
    CUT_OFF = "cut-off"
    READ_BY_COUNSEL = "read-by-counsel"
    WRITTEN = "written"
    REFUSED = "refused"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as named in the file; `identifier` keeps namesakes apart, empty where the file gives none."""

    name: str
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text comes from: an address, or a description where there is none."""

    address: str = ""
    title: str = ""
    date: str = ""
    archived: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the transcript says, what was meant, and the occurrence it is about (from 1; 0 is every one)."""

    written: str
    meant: str
    occurrence: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to something about the statement elsewhere."""

    address: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That and why a statement was withdrawn; both may be unknown."""

    date: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a content file says about a statement. Empty means that the file doesn't say."""

    title: str
    speakers: tuple[PersonName, ...] = ()
    charges: tuple[Charge, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    sources: tuple[Source, ...] = ()
    languages: tuple[str, ...] = ()
    jurisdiction: str = ""
    courts: tuple[str, ...] = ()
    judges: tuple[PersonName, ...] = ()
    case: str = ""
    stage: Stage | None = None
    delivery: Delivery | None = None
    place: str = ""
    time_zone: str = ""
    punishment: str = ""
    transcribers: tuple[PersonName, ...] = ()
    translators: tuple[PersonName, ...] = ()
    machine_translated: bool = False
    original_language: str = ""
    rights: str = ""
    not_in_editions: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    links: tuple[ExternalLink, ...] = ()
    retelling: bool = False
    withdrawal: Withdrawal | None = None
    withheld: tuple[Withholding, ...] = ()

    def is_kept_out_of(self, editions: Iterable[str]) -> bool:
        """Whether its rights forbid any of these editions."""
        forbidden = {name.lower() for name in self.not_in_editions}
        return ALL_EDITIONS in forbidden or not forbidden.isdisjoint(editions)
