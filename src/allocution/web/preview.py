"""The archive as it is being shown: the last good plan, and what went wrong since."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from allocution.check.wording import describe
from allocution.content.hugo.configuration_files import is_configuration
from allocution.content.theme import FOLDER as THEME
from allocution.errors import AllocutionError
from allocution.messages import explain
from allocution.model.digests import digest
from allocution.model.finding import Finding, Severity
from allocution.publish.preparing import Prepared, prepare
from allocution.publish.statement_making import Made
from allocution.publish.whole import next_change
from allocution.site.plan import CopySource, PageKind, PlannedPage
from allocution.store.archive_folder import ADDRESS_RECORDS
from allocution.web.edits import with_edits
from allocution.workspace.loading import (
    BrokenConfigurationError,
    Loaded,
    Progress,
    Remembered,
    Workspace,
)

MOST_PROBLEMS = 5
_BUILT = "public"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is shown and how: what is wrong in which language; an empty `base_address` is the configuration's."""

    root: Path
    now: Callable[[], datetime]
    language: str
    base_address: str = ""
    jobs: int = 1


def in_words(finding: Finding, language: str) -> str:
    """A finding in a line: where it is, what is wrong, what to do."""
    message, hint = describe(finding, language)
    place = finding.place
    where = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
    return f"{where}: {message} {hint}".strip()


@dataclass(frozen=True, slots=True)
class State:
    """What is shown now: a digest of it, and the gravest of what is wrong, in words."""

    revision: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """An archive loaded and planned, at one moment; `settings` is a digest of its configuration.

    `until` is when the next page comes or goes by its dates. `edited` says that pages of edited statements have been
    planned anew since, and nothing else that knows their words.
    """

    prepared: Prepared
    revision: str
    settings: bytes
    until: datetime | None = None
    edited: bool = False


class Preview:
    """Makes pages of the last good plan; a reload that fails leaves it in place.

    Several threads may use it.
    """

    def __init__(self, settings: Settings, progress: Progress | None = None) -> None:
        self._settings = settings
        self._making = Lock()
        self._loading = Lock()
        self._editing = Lock()
        self._told: set[str] = set()
        self._problems: tuple[str, ...] = ()
        self.snapshot = self._load(Remembered(), settings.jobs, progress)

    @property
    def state(self) -> State:
        """What is shown now."""
        errors = [found for found in self.snapshot.prepared.findings if found.severity is Severity.ERROR]
        problems = self._problems or self._in_words(errors)
        return State(self.snapshot.revision, problems)

    def reload(self, seen: Snapshot) -> tuple[Finding, ...]:
        """Take up what changed since `seen` was loaded, unless that has been done. Returns all findings.

        Where the archive can't be loaded or its configuration is broken, the last good plan stays.
        """
        with self._loading:
            if self.snapshot is not seen:
                return ()
            try:
                fresh = self._load(_remembered(seen.prepared.loaded), 1)
            except BrokenConfigurationError as error:
                self._problems = self._in_words(error.findings)
                return error.findings
            except AllocutionError as error:
                self._problems = (self.explained(error),)
                return ()
            except OSError as error:
                self._problems = (str(error),)
                return ()
            self._problems = ()
            self._told.clear()
            self.snapshot = fresh
            return tuple(fresh.prepared.findings)

    def take_edits(self, seen: Snapshot) -> bool:
        """Show the pages of statements whose words alone changed since `seen`, in a fraction of a reload's time.

        Says whether they are shown; where not, or where more than pages is asked for, `reload` is needed.
        """
        with self._editing:
            if self.snapshot is not seen:
                return self.snapshot.edited
            try:
                workspace = Workspace(self._settings.root, self._settings.now())
                prepared = with_edits(workspace, seen.prepared, seen.until)
            except (AllocutionError, OSError):
                return False
            if prepared is None or workspace.settings_digest != seen.settings:
                return False
            if prepared is seen.prepared:
                return seen.edited
            self._told.difference_update(
                key for key, page in prepared.plan.pages.items() if seen.prepared.plan.pages[key] is not page
            )
            self.snapshot = Snapshot(prepared, _revision(prepared), seen.settings, seen.until, edited=True)
            return True

    def explained(self, error: AllocutionError) -> str:
        """What an error says, in the language of whoever serves."""
        return " ".join(explain(error, self._settings.language)).strip()

    def _in_words(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        return tuple(in_words(found, self._settings.language) for found in findings[:MOST_PROBLEMS])

    @property
    def failure(self) -> tuple[str, ...]:
        """Why the last reload came to nothing; empty where it succeeded."""
        return self._problems

    def _load(self, remembered: Remembered, jobs: int, progress: Progress | None = None) -> Snapshot:
        with _uncollected():
            workspace = Workspace(self._settings.root, self._settings.now())
            prepared = prepare(workspace, remembered, self._settings.base_address, jobs, progress)
        until = next_change(prepared.loaded.archive.pages, workspace.now)
        return Snapshot(prepared, _revision(prepared), workspace.settings_digest, until)

    def is_stale(self, seen: Snapshot) -> bool:
        """Whether files have changed since the snapshot was loaded; one look at all of them, at none inside."""
        try:
            workspace = Workspace(self._settings.root, self._settings.now())
            scan, then = workspace.scan(), seen.prepared.loaded.scan
        except (AllocutionError, OSError):
            return True
        return (scan.content, scan.static, workspace.settings_digest) != (
            then.content,
            then.static,
            seen.settings,
        )

    def make(self, snapshot: Snapshot, page: PlannedPage) -> tuple[Made, tuple[Finding, ...]]:
        """Make a page; the findings are those not told of yet. Raises ContentChangedError."""
        with self._making:
            made = snapshot.prepared.making.make(page)
            fresh = snapshot is self.snapshot and page.key not in self._told
            self._told.add(page.key)
        return made, made.findings if fresh else ()

    def concerns(self, path: str) -> bool:
        """Whether a change of that file or folder (a path from the archive's root) may change a page."""
        parts = path.split("/")
        if any(part.startswith(".") for part in parts) or parts[0] == ADDRESS_RECORDS:
            return False
        configuration = self.snapshot.prepared.loaded.archive.configuration
        folders = (*configuration.static_folders, *(mount.folder for mount in configuration.mounts))
        return (
            is_configuration(path) or parts[0] == THEME or any(_touches(path, folder) for folder in folders)
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for unreachable objects meanwhile: what a load makes stays, and looking costs a third."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _touches(path: str, folder: str) -> bool:
    """Whether a path is in the folder or around it; where all of it is content, a built site isn't."""
    if not folder:
        return path.partition("/")[0] != _BUILT
    return f"{path}/".startswith(f"{folder}/") or folder.startswith(f"{path}/")


def _remembered(loaded: Loaded) -> Remembered:
    return Remembered(loaded.reading, loaded.taken, loaded.files, dict(loaded.records))


def _revision(prepared: Prepared) -> str:
    """A digest of what the pages are made of; a server started anew has the same where nothing changed."""
    parts = [prepared.loaded.reading, prepared.site.base_address.encode()]
    for page in prepared.plan.pages.values():
        parts.append(page.digest)
        if page.kind is PageKind.COPY:
            assert isinstance(page.source, CopySource)
            known = prepared.loaded.files.get(page.source.path)
            parts.append(repr(known.state).encode() if known else b"")
    return digest(*parts).hex()
