"""Editions of an archive made and written into a folder: each statement is read once, for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from allocution.content.outside_links import NO_EDITIONS, outside_of
from allocution.editions.collection import Collected, Collection, Published, collect
from allocution.editions.outside_links import collection_with, published_with
from allocution.editions.table import BY_NAME
from allocution.editions.tokens import load_analysers
from allocution.editions.writing import Edition, Piece
from allocution.errors import UsageError
from allocution.model.finding import Finding
from allocution.model.passages import Body
from allocution.publish.making import Making
from allocution.publish.refusals import RightsRefuseExportError
from allocution.publish.rights import allowed
from allocution.publish.site_files import SiteFiles, SiteWorkshop
from allocution.search.query import Note
from allocution.store.export_folder import ExportFolder, WrittenFile
from allocution.store.workers import map_in_order
from allocution.views.site_view import SiteView, configured_base
from allocution.workspace.collecting import PublishedWords, find_statement
from allocution.workspace.evidence_access import evidence_of
from allocution.workspace.loading import Loaded, Progress, Remembered, Workspace

if TYPE_CHECKING:
    from allocution.workspace.searching import ArchiveSearch

# Loaded only for who asks for a selection.
_SEARCHING = "allocution.workspace.searching"
# Few statements at a time share the work out evenly, many spare processes.
_FEWEST, _MOST = 8, 32
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[list[tuple[str, bytes]]]).decode


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to export: which editions, and of which statements (a query, or one by its name; else all).

    `anyway` exports what rights forbid, too.
    """

    now: datetime
    editions: tuple[str, ...]
    where: str = ""
    statement: str = ""
    base_address: str = ""
    jobs: int = 1
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was exported; `notes` say what of the query was understood in another way, `left_out` what rights forbid."""

    statements: int
    files: tuple[WrittenFile, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...] = ()
    left_out: tuple[Finding, ...] = ()


class NothingSelectedError(UsageError):
    """No statement answers the query, or none is published."""

    exit_status = 1

    def __init__(self, where: str) -> None:
        if where:
            super().__init__("nothing-selected", query=where)
        else:
            super().__init__("nothing-published")


def chosen_editions(names: Sequence[str]) -> tuple[Edition, ...]:
    """The editions of these names, in the order of the table. Raises UsageError."""
    unknown = [name for name in names if name not in BY_NAME]
    if unknown:
        raise UsageError("edition-unknown", names=", ".join(unknown), known=", ".join(BY_NAME))
    return tuple(edition for name, edition in BY_NAME.items() if name in names)


def check_outside_links(asked: Sequence[str]) -> None:
    """Raises UsageError where the settings say what becomes of links in an edition that there isn't."""
    known = (*NO_EDITIONS, *BY_NAME)
    unknown = [name for each in asked if (name := each.partition(":")[0].strip()) not in known]
    if unknown:
        raise UsageError("edition-unknown", names=", ".join(unknown), known=", ".join(known))


def export(
    root: Path, output: Path, options: ExportOptions, progress: Progress | None = None
) -> ExportSummary:
    """Make editions. Raises AllocutionError; the output folder is then as it was."""
    editions = chosen_editions(options.editions)
    workspace = Workspace(root, options.now)
    loaded = workspace.load(Remembered(), options.jobs, progress)
    site = SiteView(loaded.archive, options.base_address or configured_base(loaded.archive))
    statements, notes = _selected(root, collect(loaded.archive.works), options, progress)
    if not statements:
        raise NothingSelectedError(options.where)
    held = allowed(editions, statements, anyway=options.anyway)
    groups = held.groups(editions)
    if not groups:
        raise RightsRefuseExportError(held.findings)
    words = PublishedWords(workspace.folder, workspace.now)
    workshop = SiteWorkshop(lambda: _site_files(workspace, loaded, site.base_address, options.jobs))
    with ExportFolder(output) as folder:
        for of_same, chosen in groups:
            collection = Collection(site, chosen, options.where, workshop)
            for path, data in edition_pieces(words, collection, of_same, options.jobs, progress):
                folder.append(path, data)
        files = folder.finish()
    count = len({each.name for _, chosen in groups for each in chosen})
    return ExportSummary(count, files, loaded.findings, notes, held.findings)


def _site_files(workspace: Workspace, loaded: Loaded, base_address: str, jobs: int) -> SiteFiles:
    site = SiteView(loaded.archive, base_address, workspace.theme)
    evidence = evidence_of(workspace.folder)
    making = Making(workspace.folder, site, loaded.address_records, {}, workspace.now, evidence)
    return SiteFiles(making, loaded.static, jobs)


def edition_pieces(
    words: PublishedWords,
    collection: Collection,
    editions: Sequence[Edition],
    jobs: int,
    progress: Progress | None,
) -> Iterator[Piece]:
    """The pieces of all editions, each with its path below the folder that holds one folder an edition."""
    return _Exporting(words, collection, editions).pieces(jobs, progress)


def _selected(
    root: Path, statements: tuple[Collected, ...], options: ExportOptions, progress: Progress | None
) -> tuple[tuple[Collected, ...], tuple[Note, ...]]:
    if options.statement:
        return (find_statement(statements, options.statement),), ()
    if not options.where:
        return statements, ()
    search: ArchiveSearch = import_module(_SEARCHING).ArchiveSearch(root, options.now, options.jobs, progress)
    selection = search.select(options.where)
    return tuple(each for each in statements if each.item in selection), selection.notes


class _Exporting:
    def __init__(self, words: PublishedWords, collection: Collection, editions: Sequence[Edition]) -> None:
        self._words = words
        self._collection = collection
        self._editions = editions
        asked = collection.archive.configuration.settings.outside_links
        check_outside_links(asked)
        self._outside = [outside_of(edition.name, asked) for edition in editions]
        told = {each: collection_with(collection, each) for each in set(self._outside)}
        collections = [told[each] for each in self._outside]
        pairs = list(zip(editions, collections, strict=True))
        self._writers = [edition.writer(of_edition) for edition, of_edition in pairs]
        self._assemblers = [edition.assembler(of_edition) for edition, of_edition in pairs]

    def pieces(self, jobs: int, progress: Progress | None) -> Iterator[Piece]:
        """The pieces of all editions, each with its path below the output folder."""
        for number, writer in enumerate(self._writers):
            yield from self._assembled(number, writer.begin())
        for of_editions in self._of_statements(jobs, progress):
            for number, pieces in enumerate(of_editions):
                yield from self._assembled(number, pieces)
        for number, writer in enumerate(self._writers):
            yield from self._assembled(number, writer.end())
            yield from self._placed(number, self._assemblers[number].finish())

    def _of_statements(self, jobs: int, progress: Progress | None) -> Iterator[list[list[Piece]]]:
        """For each few statements, in order, the parts of each edition."""
        statements = self._collection.statements
        if any(edition.analysed for edition in self._editions):
            load_analysers(each.language for each in statements)
        size = min(max(len(statements) // (32 * jobs), _FEWEST), _MOST)
        chunks = [statements[start : start + size] for start in range(0, len(statements), size)]
        for done, encoded in enumerate(map_in_order(self._written, chunks, jobs), start=1):
            yield _decode(encoded)
            if progress is not None:
                progress("exporting", min(done * size, len(statements)), len(statements))

    def _written(self, chunk: Sequence[Collected]) -> bytes:
        parts: list[list[Piece]] = [[] for _ in self._writers]
        for published in self._published(chunk):
            given = {
                each: published_with(published, self._collection, each)
                for each in dict.fromkeys(self._outside)
            }
            for writer, outside, pieces in zip(self._writers, self._outside, parts, strict=True):
                pieces.extend(writer.statement(given[outside]))
        return _encode(parts)

    def _published(self, chunk: Sequence[Collected]) -> Iterator[Published]:
        """The statements, with their words where any of the editions has them."""
        if any(edition.holds_words for edition in self._editions):
            return self._words.read_all(chunk)
        return (Published(each, Body(()), ()) for each in chunk)

    def _assembled(self, number: int, pieces: Iterator[Piece] | list[Piece]) -> Iterator[Piece]:
        assembler = self._assemblers[number]
        for path, data in pieces:
            yield from self._placed(number, assembler.take(path, data))

    def _placed(self, number: int, pieces: Iterator[Piece]) -> Iterator[Piece]:
        folder = self._editions[number].name
        return ((f"{folder}/{path}", data) for path, data in pieces)
