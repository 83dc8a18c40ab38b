"""Statements from elsewhere written into an archive, each once, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from allocution.content.front_matter import read_front_matter
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.survey import survey
from allocution.content.importing.statements import ImportedStatement, content_file
from allocution.content.new_file import place_of_file
from allocution.errors import ContentError
from allocution.model.finding import Finding
from allocution.store.archive_folder import ADDRESS_RECORDS
from allocution.store.new_file import NewFiles
from allocution.workspace.loading import Workspace

FIRST_SECTION = "statements"


class Fate(StrEnum):
    """What becomes of something that was to be imported."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: `kind` says what it is, `path` where it lies, `reason` why it was left out."""

    key: str
    fate: Fate
    kind: str = "statement"
    path: str = ""
    reason: str = ""
    details: tuple[str, ...] = ()


@dataclass(slots=True)
class ImportReport:
    """The outcomes of one import, in the order of the source; languages that the archive's configuration lacks."""

    origin: str
    outcomes: list[Outcome] = field(default_factory=list)
    missing_languages: set[str] = field(default_factory=set)

    def counts(self) -> Counter[tuple[Fate, str]]:
        """How many items had which fate, by kind, or by reason where they were left out."""
        return Counter((each.fate, each.reason or each.kind) for each in self.outcomes)


class Importing:
    """Writes imported statements into one archive, which may not exist yet. Nothing is ever written over.

    A context: files have their names at its end, or when many were written. In a dry run nothing is written at all.
    """

    def __init__(
        self, root: Path, now: datetime, origin: str, section: str = FIRST_SECTION, *, dry_run: bool = False
    ) -> None:
        self._files = None if dry_run else NewFiles(root)
        self._section = section
        self.report = ImportReport(origin)
        self._paths: set[str] = set()
        self._known: dict[tuple[str, str], tuple[str, str]] = {}
        if root.exists():
            self._read_known(Workspace(root, now))
        else:
            self.configuration, _ = read_configuration({}, has_content_folder=False)

    def __enter__(self) -> Self:
        if self._files is not None:
            self._files.__enter__()
        return self

    def __exit__(self, *problem: Any) -> None:
        if self._files is not None:
            self._files.__exit__(*problem)

    def _read_known(self, workspace: Workspace) -> None:
        """Which items the archive has from earlier imports, by what its files say of themselves."""
        self.configuration = workspace.configuration
        for mount in workspace.configuration.mounts:
            listing = workspace.folder.list_files(mount.folder, _is_content)
            self._paths.update(listing.files)
        for file in survey(workspace.configuration, sorted(self._paths)).pages:
            data = workspace.folder.read(file.path)
            if isinstance(data, Finding) or b"imported" not in data:
                continue
            try:
                imported = read_front_matter(data).values.get("imported")
            except ContentError:
                continue
            if isinstance(imported, dict):
                origin, key = str(imported.get("from", "")), str(imported.get("key", ""))
                self._known[origin, key] = (file.path, str(imported.get("digest", "")))

    def take(self, statement: ImportedStatement) -> Outcome:
        """Write one statement, unless the archive has it. Raises PublishError."""
        known = self._known.get((self.report.origin, statement.key))
        if known is not None:
            path, digest = known
            fate = Fate.UNCHANGED if digest == statement.digest else Fate.CHANGED
        else:
            path, fate = self._free_path(statement), Fate.WRITTEN
            if self._files is not None:
                self._files.add(path, content_file(statement, self.report.origin))
            self._paths.add(path)
            self._known[self.report.origin, statement.key] = (path, statement.digest)
        return self._note(Outcome(statement.key, fate, statement.kind, path, details=statement.details))

    def leave_out(self, key: str, reason: str, details: Iterable[str] = ()) -> Outcome:
        """Note something that doesn't become a statement, and why."""
        return self._note(Outcome(key, Fate.LEFT_OUT, "", "", reason, tuple(details)))

    def _note(self, outcome: Outcome) -> Outcome:
        self.report.outcomes.append(outcome)
        return outcome

    def _free_path(self, statement: ImportedStatement) -> str:
        number = 1
        while True:
            name = statement.name if number == 1 else f"{statement.name}-{number}"
            path = place_of_file(self.configuration, self._section, name, "")
            if path not in self._paths:
                return path
            number += 1


def _is_content(path: str) -> bool:
    return not path.startswith(f"{ADDRESS_RECORDS}/")
