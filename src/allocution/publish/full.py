"""All of an archive looked at and built: what changed is made, the rest stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from allocution.content.body.reading import load_markup
from allocution.content.page_addresses import write_page_addresses
from allocution.messages import parse_all
from allocution.model.digests import content_digest, digest
from allocution.model.finding import Finding, Severity
from allocution.publish.beside import Beside, BuildContext, find_leaks, plan_beside
from allocution.publish.memory import Memory, PlannedStatement, PublishedPage, decode_memory, encode_memory
from allocution.publish.options import BuildOptions, BuildSummary
from allocution.publish.preparing import PAGE_ADDRESSES, Prepared, prepare, withholding_digest
from allocution.publish.quick import without_record
from allocution.publish.refusals import FindingsRefuseBuildError, LeakRefusesBuildError
from allocution.publish.statement_making import Made
from allocution.publish.whole import describe_whole
from allocution.site.plan import (
    CopySource,
    EditionSource,
    PageKind,
    Plan,
    PlannedPage,
    SideBySideSource,
    StatementSource,
)
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder, FileState, is_settled
from allocution.store.draft import Draft
from allocution.store.publication import Publication
from allocution.store.workers import map_in_processes
from allocution.views.dates import load_dates
from allocution.workspace.loading import KnownFile, Loaded, Progress, Remembered, Workspace

_CHUNK = 24
# Errors of files that have no page for what others have already, or that could not be looked at.
_WITHOUT_PAGE = frozenset(
    ("hugo-same-page", "hugo-address-taken", "name-too-long", "name-unusable", "unreadable", "file-too-large")
)


class FullBuild:
    """A build that looks at all of the archive, and makes what changed or isn't there yet."""

    def __init__(
        self, root: Path, publication: Publication, options: BuildOptions, progress: Progress | None
    ) -> None:
        self._publication = publication
        self._options = options
        self._progress = progress
        self._workspace = Workspace(root, options.now)
        self._summary = BuildSummary()

    def run(self) -> BuildSummary:
        """Build into the publication. Raises AllocutionError; the old site then stays."""
        memory = (
            None
            if self._options.from_scratch
            else decode_memory(self._publication.memory, self._publication.bulk)
        ) or Memory()
        prepared = prepare(
            self._workspace, memory.remembered, self._options.base_address, self._options.jobs, self._progress
        )
        self._refuse_errors(prepared)
        site = self._site_digest(prepared)
        if memory.site != site:
            memory = Memory()
        # First, so that a build killed after it has written a renamed file's record doesn't lose the old address.
        self._write_page_addresses(prepared)
        draft, digests = self._make(prepared, memory)
        withholding = withholding_digest(prepared)
        new = Memory(site=site, remembered=_public(prepared), pages=digests, withholding=withholding)
        self._remove_taken_over(prepared)
        self._remove_withheld(prepared)
        planned = {
            page.source.item.record.path: PlannedStatement(page.outputs, _related_paths(page.source))
            for page in prepared.plan.pages.values()
            if isinstance(page.source, StatementSource)
        }
        whole = describe_whole(prepared, new, self._options)
        draft.publish(*encode_memory(new, planned, prepared.loaded.archive, whole))
        self._publication.forget_replaced()
        self._summarise(prepared)
        return self._summary

    def _refuse_errors(self, prepared: Prepared) -> None:
        errors = tuple(found for found in prepared.findings if found.severity is Severity.ERROR)
        if self._options.strict and errors:
            raise FindingsRefuseBuildError(errors)

    def _site_digest(self, prepared: Prepared) -> bytes:
        """A digest of what every page depends on."""
        site = prepared.site
        lists = [f"{name} {site.root_of(name)}".encode() for name in prepared.loaded.archive.terms]
        # Terms that would share an address number each other's: links to them change on any page.
        alike = [repr(found).encode() for found in prepared.loaded.archive.findings]
        around = [repr((site.front_pages, site.plain_pages, site.shared)).encode()]
        return digest(
            prepared.loaded.reading, site.base_address.encode(), site.language.encode(), *lists, b"", *alike,
            b"", *around,
        )  # fmt: skip

    def _make(self, prepared: Prepared, memory: Memory) -> tuple[Draft, dict[str, PublishedPage]]:
        digests: dict[str, PublishedPage] = {}
        waiting: list[PlannedPage] = []
        records = prepared.loaded.address_records
        for key, page in prepared.plan.pages.items():
            known = memory.pages.get(key)
            current = _with_record(page, records, prepared.loaded)
            if known is not None and current and known.digest == current and _stands(known, page, prepared):
                digests[key] = known
                prepared.findings.extend(known.findings)
            else:
                waiting.append(page)
        kept = self._publication.kept_parts("index")
        context = BuildContext(prepared, memory, kept, self._options.jobs, self._progress)
        beside = plan_beside(context)
        draft = self._publication.revised() if memory.pages else self._publication.fresh()
        try:
            self._remove_gone(draft, memory, prepared.plan, beside)
            self._write_pages(draft, prepared, waiting, digests)
            for files in beside:
                digests |= files.write(draft)
            published = (output for page in digests.values() for output in page.outputs)
            leaks = find_leaks(draft, prepared, published, self._options.jobs, memory.withholding)
            if leaks:
                raise LeakRefusesBuildError(leaks)
        except BaseException:
            draft.discard()
            kept.keep_only(())
            raise
        self._summary.made, self._summary.kept = len(waiting), len(prepared.plan.pages) - len(waiting)
        return draft, digests

    def _remove_gone(self, draft: Draft, memory: Memory, plan: Plan, beside: Sequence[Beside]) -> None:
        for key, page in memory.pages.items():
            for output in page.outputs if not any(files.keeps(key) for files in beside) else ():
                if not plan.has(output):
                    draft.remove(output)
                    self._summary.removed += 1

    def _write_pages(
        self, draft: Draft, prepared: Prepared, waiting: list[PlannedPage], digests: dict[str, PublishedPage]
    ) -> None:
        writing = _Writing(draft, prepared, self._workspace.folder)
        chunks = [waiting[start : start + _CHUNK] for start in range(0, len(waiting), _CHUNK)]
        if len(chunks) > 1:
            prepared.making.pages.load_templates()
            load_markup()
            parse_all("site", prepared.site.page_languages)
            load_dates(prepared.site.page_languages)
        done = 0
        for encoded in map_in_processes(writing.write, chunks, self._options.jobs, lasting=True):
            written = _decode(encoded)
            for page in written:
                lasting = page.findings if page.record is None else without_record(page.findings)
                planned = prepared.plan.pages[page.key]
                # What the plan has already isn't kept a second time.
                outputs = planned.outputs if planned.outputs == page.outputs else page.outputs
                digests[planned.key] = PublishedPage(page.digest, outputs, page.references, lasting)
                self._summary.files += len(page.outputs)
                prepared.findings.extend(page.findings)
                if page.record is not None:
                    path, state, record = page.record
                    self._summary.records += 1
                    prepared.loaded.files[f"{ADDRESS_RECORDS}/{path}"] = KnownFile(state, record)
            done += len(written)
            if self._progress is not None:
                self._progress("writing", done, len(waiting))

    def _write_page_addresses(self, prepared: Prepared) -> None:
        if prepared.page_addresses != prepared.page_addresses_before:
            data = write_page_addresses(prepared.page_addresses)
            state = self._workspace.folder.write_record(PAGE_ADDRESSES, data)
            prepared.loaded.files[f"{ADDRESS_RECORDS}/{PAGE_ADDRESSES}"] = KnownFile(
                state, content_digest(data)
            )
            self._summary.records += 1

    def _remove_taken_over(self, prepared: Prepared) -> None:
        for old in prepared.renamed:
            self._workspace.folder.remove_record(f"{old}.txt")
            prepared.loaded.files.pop(f"{ADDRESS_RECORDS}/{old}.txt", None)

    def _remove_withheld(self, prepared: Prepared) -> None:
        """Of a statement that is withheld whole no record of its sentences stays."""
        for item in prepared.loaded.archive.withdrawn:
            record = f"{item.record.path}.txt"
            if item.record.withholds and record in prepared.loaded.address_records:
                self._workspace.folder.remove_record(record)
                prepared.loaded.files.pop(f"{ADDRESS_RECORDS}/{record}", None)

    def _summarise(self, prepared: Prepared) -> None:
        summary = self._summary
        summary.statements = sum(len(work.items) for work in prepared.loaded.archive.works)
        summary.findings = tuple(prepared.findings)
        broken = {path for path, record in prepared.loaded.records.items() if record.facts is None}
        without_page = {found.place.path for found in prepared.findings if found.code in _WITHOUT_PAGE}
        summary.left_out = tuple(sorted(broken | without_page))
        summary.base_address = prepared.site.base_address


@dataclass(frozen=True, slots=True)
class _Written:
    """A page that a worker wrote, and the address record that it changed: path, state on disk, digest."""

    key: str
    digest: bytes
    outputs: tuple[str, ...]
    record: tuple[str, FileState, bytes] | None
    references: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


# Between processes these take a fraction of what pickling takes.
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[_Written]).decode


@dataclass(frozen=True, slots=True)
class _Writing:
    """What a worker needs to make pages and write them."""

    draft: Draft
    prepared: Prepared
    folder: ArchiveFolder

    def write(self, pages: Sequence[PlannedPage]) -> bytes:
        return _encode([self._write(page) for page in pages])

    def _write(self, page: PlannedPage) -> _Written:
        made = self.prepared.making.make(page)
        outputs = self.prepared.plan.owned(page)
        for output in outputs if made.files else ():
            self.draft.write(output, made.files[output])
        if made.copied:
            self.draft.copy(page.outputs[0], self.folder.real_path(made.copied))
        record = None
        if made.record is not None:
            path, data = made.record
            record = (path, self.folder.write_record(path, data), made.record_digest)
        final = _final_digest(page, made, self.prepared.loaded)
        return _Written(page.key, final, outputs, record, made.references, made.findings)


def _stands(known: PublishedPage, page: PlannedPage, prepared: Prepared) -> bool:
    """Whether a page would have the files that it has, and the links by file name in it lead where they did."""
    if known.outputs != prepared.plan.owned(page):
        return False
    return all(prepared.making.site.resolve(written) == found for written, found in known.references)


def _with_record(page: PlannedPage, records: dict[str, bytes], loaded: Loaded) -> bytes:
    """The page's digest together with that of what it reads besides: its address record, a copied file's state."""
    if isinstance(page.source, StatementSource | EditionSource):
        return digest(page.digest, records.get(f"{page.source.item.record.path}.txt", b""))
    if isinstance(page.source, SideBySideSource):
        items = (page.source.original, page.source.translation)
        return digest(page.digest, b"".join([records.get(f"{item.record.path}.txt", b"") for item in items]))
    if page.kind is PageKind.COPY:
        state = _state_of(page, loaded)
        return digest(page.digest, state) if state else b""
    return page.digest


def _final_digest(page: PlannedPage, made: Made, loaded: Loaded) -> bytes:
    if page.kind in (PageKind.STATEMENT, PageKind.EDITION, PageKind.SIDE_BY_SIDE):
        return digest(page.digest, made.record_digest)
    return _with_record(page, {}, loaded)


def _related_paths(source: StatementSource) -> tuple[tuple[str, str], ...]:
    return tuple([(shared, work.items[0].record.path) for shared, work in source.related])


def _state_of(page: PlannedPage, loaded: Loaded) -> bytes:
    """A copied file's state; one so fresh that it may change unseen gives a digest that never fits."""
    assert isinstance(page.source, CopySource)
    known = loaded.files.get(page.source.path)
    return known.state if known and is_settled(known.state, loaded.taken) else b""


def _public(prepared: Prepared) -> Remembered:
    """What to remember: of files that aren't published nothing, so that no word or name of them lies beside the site.

    They are read again each time, as are withdrawn ones and those of which something is withheld.
    """
    loaded = prepared.loaded
    withdrawn = {item.record.path for item in loaded.archive.withdrawn}
    public = {
        page.facts.file.path: loaded.records[page.facts.file.path]
        for page in loaded.archive.pages
        if page.is_published
        and page.facts.file.path
        and page.facts.file.path not in withdrawn
        and not loaded.records[page.facts.file.path].withholds
    }
    shown = {page.source.path for page in prepared.plan.pages.values() if isinstance(page.source, CopySource)}
    shown.update(public)
    shown.update(f"{ADDRESS_RECORDS}/{path}.txt" for path in public)
    shown.add(f"{ADDRESS_RECORDS}/{PAGE_ADDRESSES}")
    files = {path: known for path, known in loaded.files.items() if path in shown}
    return Remembered(loaded.reading, loaded.taken, files, public)
