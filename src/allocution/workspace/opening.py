"""An archive as Python programs read it: typed records of what may be published, the words only when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocution.editions.collection import Collected, Collection, collect
from allocution.model.finding import Finding
from allocution.store.clock import moment
from allocution.store.workers import default_jobs
from allocution.views.site_view import SiteView, configured_base
from allocution.workspace.collecting import PublishedWords, find_statement
from allocution.workspace.loading import Remembered, Workspace
from allocution.workspace.opened import OpenedSentence, OpenedStatement

if TYPE_CHECKING:
    import pandas
    import polars


class OpenedArchive:
    """An archive's published statements at one moment, in order: iterate over it, or ask for one by its name.

    Drafts, withdrawn statements and what is withheld are in none of it.
    """

    def __init__(self, collection: Collection, words: PublishedWords, findings: tuple[Finding, ...]) -> None:
        self.collection = collection
        self.findings = findings
        self._words = words

    @property
    def title(self) -> str:
        """The archive's title."""
        return self.collection.title

    def __len__(self) -> int:
        return len(self.collection.statements)

    def __iter__(self) -> Iterator[OpenedStatement]:
        return map(self._opened, self.collection.statements)

    def statement(self, wanted: str) -> OpenedStatement:
        """The statement with that name, path or address. Raises NoSuchStatementError."""
        return self._opened(find_statement(self.collection.statements, wanted))

    def sentences(self) -> Iterator[OpenedSentence]:
        """All sentences in order; the words of one statement are held at a time. Raises ContentChangedError."""
        for statement in self:
            yield from statement.sentences

    def to_polars(self, table: str = "statements") -> polars.DataFrame:
        """A table of the editions (or `tokens`) as a Polars frame. Raises UsageError, ContentChangedError."""
        made: polars.DataFrame = self._frame("polars_frames", table)
        return made

    def to_pandas(self, table: str = "statements") -> pandas.DataFrame:
        """A table of the editions (or `tokens`) as a pandas frame. Raises UsageError, ContentChangedError."""
        return self._frame("pandas_frames", table)

    def _frame(self, module: str, table: str) -> Any:
        columns = import_module("allocution.workspace.frames").read_columns(table, self.collection, self)
        return import_module(f"allocution.workspace.{module}").frame(columns)

    def _opened(self, collected: Collected) -> OpenedStatement:
        return OpenedStatement(collected, self.collection, self._words)


def open_archive(
    folder: Path | str, *, now: datetime | None = None, base_address: str = "", jobs: int | None = None
) -> OpenedArchive:
    """The archive in a folder as it stands now; no words are read yet. Raises AllocutionError."""
    workspace = Workspace(Path(folder), now or moment())
    loaded = workspace.load(Remembered(), jobs or default_jobs())
    site = SiteView(loaded.archive, base_address or configured_base(loaded.archive))
    collection = Collection(site, collect(loaded.archive.works))
    return OpenedArchive(collection, PublishedWords(workspace.folder, workspace.now), loaded.findings)
