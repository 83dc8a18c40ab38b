"""A problem in an archive: what, where, how grave. Its wording lives in message catalogues."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the archive; lines and columns count from 1, 0 where they don't apply."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem; `parameters` are (name, value) pairs that its wording mentions, sorted by name."""

    code: str
    severity: Severity
    place: Place
    parameters: tuple[tuple[str, str], ...] = ()
