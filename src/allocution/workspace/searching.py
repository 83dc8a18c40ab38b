"""An archive's folder searched: its catalogue is brought up to date first, and only where something changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import apsw
import msgspec

from allocution.content.archive import Item
from allocution.model.digests import digest
from allocution.search.query import Note
from allocution.search.results import Results
from allocution.search.searching import Searcher
from allocution.store.archive_folder import is_settled
from allocution.store.catalogue_file import DAMAGED, CatalogueUnusableError, catalogue_path, remove_catalogue
from allocution.store.clock import moment
from allocution.store.program import program_digest
from allocution.store.workers import default_jobs
from allocution.views.site_view import SiteView
from allocution.workspace.indexing import Indexing, opened_catalogue, source_of
from allocution.workspace.loading import Progress, Remembered, Scan, Workspace

_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Selection:
    """The statements that answer a query, and notes about what of it was understood in another way."""

    sources: frozenset[bytes]
    notes: tuple[Note, ...]

    def __contains__(self, item: Item) -> bool:
        return source_of(item) in self.sources


def search_archive(
    folder: Path | str, query: str, *, sort: str = "relevance", limit: int = 20, offset: int = 0
) -> Results:
    """Hits for a query in the archive in a folder, as it stands now. Raises what ArchiveSearch raises."""
    opened = ArchiveSearch(Path(folder), moment())
    try:
        return opened.search(query, sort=sort, limit=limit, offset=offset)
    finally:
        opened.close()


def bring_up_to_date(
    connection: apsw.Connection,
    indexing: Indexing,
    state: bytes = b"",
    jobs: int = 1,
    progress: Progress | None = None,
) -> None:
    """Index what changed, and note the state of the files that the catalogue now rests on; empty if it isn't known."""
    with connection:
        indexing.update(connection, jobs, progress)
        connection.execute("INSERT OR REPLACE INTO about VALUES ('state', ?)", (state,))


class ArchiveSearch:
    """Answers queries about the archive in a folder, from a catalogue that is kept between runs.

    Raises UsageError, BrokenConfigurationError, CatalogueUnusableError.
    """

    def __init__(
        self, root: Path, now: datetime, jobs: int | None = None, progress: Progress | None = None
    ) -> None:
        self._root, self._now = root, now
        self._jobs, self._progress = jobs or default_jobs(), progress
        self._path = catalogue_path(root)
        self.searcher = self._open()

    def search(self, query: str, *, sort: str = "relevance", limit: int = 20, offset: int = 0) -> Results:
        """Hits for a query. A catalogue that proves to be damaged is made anew first."""
        try:
            return self.searcher.search(query, sort=sort, limit=limit, offset=offset)
        except DAMAGED:
            self.searcher.close()
            remove_catalogue(self._path)
            self.searcher = self._open()
            return self.searcher.search(query, sort=sort, limit=limit, offset=offset)

    def select(self, query: str) -> Selection:
        """The statements that answer a query just as it is typed."""
        return Selection(*self.searcher.sources(query))

    def close(self) -> None:
        """Close the catalogue."""
        self.searcher.close()

    def _open(self) -> Searcher:
        try:
            try:
                return self._brought_up_to_date()
            except DAMAGED:
                remove_catalogue(self._path)
                return self._brought_up_to_date()
        except apsw.Error as error:
            raise CatalogueUnusableError(self._path, str(error)) from error

    def _brought_up_to_date(self) -> Searcher:
        workspace = Workspace(self._root, self._now)
        scan = workspace.scan()
        state = self._state(workspace, scan)
        connection = opened_catalogue(self._path)
        known = list(connection.execute("SELECT value FROM about WHERE name = 'state'"))
        if known != [(state,)]:
            loaded = workspace.load(Remembered(), self._jobs, self._progress)
            settled = all(is_settled(each, scan.taken) for each in scan.content.values())
            indexing = Indexing(workspace.folder, SiteView(loaded.archive, ""), self._now)
            bring_up_to_date(connection, indexing, state if settled else b"", self._jobs, self._progress)
        return Searcher(connection)

    def _state(self, workspace: Workspace, scan: Scan) -> bytes:
        """A digest of all that the catalogue rests on, without reading a content file.

        What is published yet and still depends on the hour.
        """
        states = _encode(sorted(scan.content.items()))
        hour = f"{self._now:%Y-%m-%dT%H}".encode()
        return digest(program_digest(), workspace.settings_digest, states, hour)
