"""What rules look at: one content file with its text, or the whole archive; and the problems that they find."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from allocution.check.outline import Outline
from allocution.check.prose import Prose
from allocution.content.archive import Archive, Record
from allocution.content.editing import Edit
from allocution.content.front_matter import FrontMatter, key_place
from allocution.model.finding import Finding, Place, Severity
from allocution.model.statement import Correction, Statement


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding, and the edits of the file's text that repair it; none where a person has to decide."""

    finding: Finding
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class CheckedFile:
    """A content file. `data` is all of it; `keys` are the archive's own keys."""

    record: Record
    data: bytes
    front_matter: FrontMatter
    keys: Collection[str] = ()

    @property
    def statement(self) -> Statement | None:
        """What it says of a statement; None for an ordinary page."""
        return self.record.statement

    @cached_property
    def text(self) -> str:
        """All of the file."""
        return self.data.decode("utf-8")

    @cached_property
    def body_start(self) -> int:
        """Where in the text its body begins."""
        return len(self.text) - len(self.front_matter.body)

    @cached_property
    def outline(self) -> Outline:
        """What the body can't hold, told quickly."""
        return Outline(self.front_matter.body)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What the file says was meant otherwise."""
        return self.statement.corrections if self.statement is not None else ()

    @cached_property
    def prose(self) -> Prose:
        """Where in the body words stand."""
        return Prose(self.front_matter.body, self.corrections)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(place + 1 for place, letter in enumerate(self.text) if letter == "\n")]

    def offset(self, place: Place) -> int:
        """Where in the text a place is."""
        return self._lines[place.line - 1] + place.column - 1

    def at(
        self, code: str, severity: Severity, start: int, edits: tuple[Edit, ...] = (), **parameters: str
    ) -> Problem:
        """A problem at an offset of the text."""
        line = bisect_right(self._lines, start)
        place = Place(self.record.path, line, start - self._lines[line - 1] + 1)
        return Problem(Finding(code, severity, place, tuple(sorted(parameters.items()))), edits)

    def of_field(self, code: str, severity: Severity, name: str, **parameters: str) -> Problem:
        """A problem with a key of the front matter, or with one that is missing."""
        line, column = key_place(self.front_matter, name)
        place = Place(self.record.path, line, column)
        return Problem(Finding(code, severity, place, tuple(sorted(parameters.items()))))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What comparing files with each other needs of one.

    `fingerprints` are the least hashes of its sentences, ascending; `sentences` says how many there are; `links` are
    (address, line, column) of its links inside the archive; `lastmod` is the date that its front matter states.
    """

    path: str
    fingerprints: tuple[int, ...] = ()
    sentences: int = 0
    links: tuple[tuple[str, int, int], ...] = ()
    lastmod: str = ""


@dataclass(frozen=True)
class CheckedArchive:
    """An archive. `files` are the paths of all its files, `outputs` the addresses of files published as they are."""

    archive: Archive
    sketches: Mapping[str, Sketch]
    files: Collection[str] = field(default_factory=frozenset)
    outputs: Collection[str] = field(default_factory=frozenset)
