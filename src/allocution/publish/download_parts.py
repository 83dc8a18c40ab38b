"""What an archive offers to take along: the whole of it, and its selections, each in some editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from allocution.content.settings import ArchiveSelection
from allocution.editions.collection import Collected, collect
from allocution.editions.writing import Edition
from allocution.model.finding import Finding, Place, Severity
from allocution.publish.exporting import chosen_editions
from allocution.publish.preparing import Prepared
from allocution.publish.rights import Allowed, allowed
from allocution.views.site_view import DOWNLOADS
from allocution.workspace.loading import Progress
from allocution.workspace.searching import ArchiveSearch

SELECTIONS = f"{DOWNLOADS}selections/"


@dataclass(frozen=True, slots=True)
class Part:
    """Editions of some statements: what of these each may hold, and where its files lie.

    `selection` is None where it is the whole archive.
    """

    key: str
    folder: str
    editions: tuple[Edition, ...]
    statements: tuple[Collected, ...]
    held: Allowed
    where: str = ""
    selection: ArchiveSelection | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def offered(self) -> tuple[Edition, ...]:
        """The editions that hold anything."""
        return tuple(edition for edition in self.editions if self.held.statements[edition.name])


def offered_parts(prepared: Prepared, jobs: int = 1, progress: Progress | None = None) -> tuple[Part, ...]:
    """What an archive's settings ask for. Raises UsageError for an edition that isn't."""
    archive = prepared.loaded.archive
    settings = archive.configuration.settings
    statements = collect(archive.works)
    found = []
    if settings.editions:
        editions = chosen_editions(settings.editions)
        held = allowed(editions, statements, anyway=settings.editions_anyway)
        folder = DOWNLOADS.lstrip("/")
        found.append(Part("downloads:editions", folder, editions, statements, held, findings=held.findings))
    if settings.selections:
        found += _selections(prepared, statements, jobs, progress)
    return tuple(found)


def _selections(
    prepared: Prepared, statements: tuple[Collected, ...], jobs: int, progress: Progress | None
) -> Iterator[Part]:
    configuration, making = prepared.loaded.archive.configuration, prepared.making
    settings = configuration.settings
    search = ArchiveSearch(making.folder.root, making.now, jobs, progress)
    try:
        for asked in settings.selections:
            answer = search.select(asked.where)
            chosen = tuple(each for each in statements if each.item in answer)
            editions = chosen_editions(asked.editions or settings.editions)
            held = allowed(editions, chosen, anyway=settings.editions_anyway)
            yield Part(
                f"downloads:selections:{asked.name}",
                f"{SELECTIONS}{asked.name}/".lstrip("/"),
                editions,
                chosen,
                held,
                asked.where,
                asked,
                (*_doubts(asked, configuration.path, bool(answer.notes), bool(chosen)), *held.findings),
            )
    finally:
        search.close()


def _doubts(asked: ArchiveSelection, path: str, is_noted: bool, is_any: bool) -> Iterator[Finding]:
    """What is to be said of a query that isn't understood as it is typed, or that finds nothing."""
    parameters = (("name", asked.name), ("query", asked.where))
    if is_noted:
        yield Finding("selection-misunderstood", Severity.WARNING, Place(path), parameters)
    elif not is_any:
        yield Finding("selection-empty", Severity.WARNING, Place(path), parameters)
