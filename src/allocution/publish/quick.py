"""A rebuild after an edit of some statements' words: their pages are made, nothing else is looked at.

A page other than a statement's own shows nothing that its words decide on, but for the excerpt and the language, which
are compared. Wherever anything else may have changed, the whole archive is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from allocution.content.archive import Archive, Item, Record, Term, Work, sorting_date
from allocution.content.hugo.addresses import Alias
from allocution.content.hugo.branches import Branches
from allocution.content.hugo.listing import Page, Status
from allocution.content.laws import ChargeMatcher
from allocution.model.digests import content_digest, digest
from allocution.model.finding import Finding, Severity
from allocution.model.law import Law
from allocution.publish.beside import asked_for
from allocution.publish.memory import (
    Entry,
    Head,
    PublishedPage,
    Whole,
    decode_entry,
    decode_head,
    decode_laws,
    decode_terms,
    encode_head,
    hidden_digest,
    is_state,
    known_digest,
)
from allocution.publish.options import BuildOptions, BuildSummary
from allocution.publish.statement_making import Made, StatementMaking
from allocution.site.plan import PlannedPage, StatementSource
from allocution.site.statement_pages import plan_statement
from allocution.store.ahead import Ahead
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder, FileState, is_settled
from allocution.store.publication import Publication
from allocution.views.colophon import built_on
from allocution.views.site_view import SiteView
from allocution.workspace.evidence_access import captures_state, evidence_of
from allocution.workspace.loading import Scan, Workspace
from allocution.workspace.records import ReadingRules, read_record

MOST_EDITS = 50
_MOST_CHANGED = 500  # the head, which every rebuild writes, grows with them
_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def rebuild(root: Path, publication: Publication, options: BuildOptions, ahead: Ahead) -> BuildSummary | None:
    """Make the statements' pages whose words alone have changed; None where the whole archive must be looked at."""
    head = None if options.from_scratch else decode_head(publication.memory)
    if head is None or head.whole is None or not _holds(head.whole, options):
        return None
    workspace = Workspace(root, options.now, ahead.seen())
    branches, reading, _ = workspace.branches(head.whole.branches)
    if reading != head.reading:
        return None
    scan = workspace.scan()
    captures = captures_state(workspace.folder, scan.taken)
    if not captures or captures != head.whole.captures:
        return None
    touched = _touched(scan, head)
    differences = _read(workspace.folder, touched, head) if touched is not None else None
    if differences is None:
        return None
    if not differences.edited:
        return _remember_states(publication, head, scan, differences)
    settings = workspace.configuration.settings
    if asked_for(settings) or settings.pictures or settings.feed_text:
        return None  # other files hold the statement's words, too
    if head.whole.quoted in differences.edited:
        return None  # so does the front page
    return _Rebuild(workspace, publication, head, scan, differences).run(branches)


def _holds(whole: Whole, options: BuildOptions) -> bool:
    """Whether the same is published now as then, and would be reported in the same way."""
    refused = options.strict and any(found.severity is Severity.ERROR for found in whole.findings)
    in_time = whole.since <= options.now and (whole.until is None or options.now < whole.until)
    same_day = built_on(whole.since) == built_on(options.now)
    return (
        in_time
        and same_day
        and whole.base_option == options.base_address
        and not refused
        and bool(whole.hidden)
    )


class _Differences(msgspec.Struct):
    """Files whose bytes are the same though their state isn't, and those whose bytes differ."""

    same: dict[str, FileState]
    edited: dict[str, bytes]


def _touched(scan: Scan, head: Head) -> dict[str, FileState] | None:
    """The known files that may have changed; None where files came or went, or one that isn't known changed."""
    assert head.whole is not None
    if scan.findings or scan.taken < head.taken:
        return None
    states = {**scan.content, **scan.addresses, **scan.static}
    touched: dict[str, FileState] = {}
    hidden: dict[str, FileState] = {}
    unsettled = head.whole.unsettled
    for path, state in states.items():
        known = head.files.get(path)
        if known is None:
            hidden[path] = state
        elif not is_state(known, state) or path in unsettled:
            touched[path] = state
    if len(states) - len(hidden) != len(head.files):
        return None
    return touched if hidden_digest(hidden, scan.taken) == head.whole.hidden else None


def _read(folder: ArchiveFolder, touched: Mapping[str, FileState], head: Head) -> _Differences | None:
    found = _Differences({}, {})
    for path, state in touched.items():
        data = folder.read(path)
        if isinstance(data, Finding):
            return None
        if content_digest(data) == known_digest(head.files[path]):
            found.same[path] = state
        elif path in head.entries and len(found.edited) < MOST_EDITS:
            found.edited[path] = data
        else:
            return None
    return found


def _remember_states(
    publication: Publication, head: Head, scan: Scan, differences: _Differences
) -> BuildSummary:
    """Nothing to make; what is known of files now is kept where it says more than before."""
    if _take_states(head, scan, differences.same):
        publication.revised().publish(encode_head(head))
    return _summary(head)


def _take_states(head: Head, scan: Scan, same: Mapping[str, FileState]) -> bool:
    """Note the states that files have now; says whether anything is news."""
    assert head.whole is not None
    before = head.whole.unsettled
    unsettled = {path for path, state in same.items() if not is_settled(state, scan.taken)}
    news = unsettled != before
    for path, state in same.items():
        known = head.files[path]
        if not is_state(known, state):
            head.files[path] = state + known_digest(known)
            news = True
    if news:
        head.whole.unsettled, head.taken = unsettled, scan.taken
    return news


def _summary(head: Head) -> BuildSummary:
    whole = head.whole
    assert whole is not None
    findings = [found for group in whole.page_findings.values() for found in group]
    return BuildSummary(
        statements=sum(map(len, whole.works)),
        kept=whole.pages,
        findings=(*whole.findings, *findings),
        base_address=whole.base_address,
        quick=True,
    )


def differs_in_words_alone(record: Record, before: Record) -> bool:
    """Whether nothing is known of a content file but other words."""
    return _encode(msgspec.structs.replace(record, digest=before.digest)) == _encode(before)


class _Rebuild:
    def __init__(
        self,
        workspace: Workspace,
        publication: Publication,
        head: Head,
        scan: Scan,
        differences: _Differences,
    ) -> None:
        assert head.whole is not None
        self._workspace = workspace
        self._publication = publication
        self._head = head
        self._whole = head.whole
        self._scan = scan
        self._differences = differences
        self._bulk = publication.bulk
        self._entries: dict[str, Entry] = {}
        self._works: dict[int, Work | None] = {}

    def run(self, branches: Branches) -> BuildSummary | None:
        if len(self._head.changed) + len(self._differences.edited) > _MOST_CHANGED:
            return None
        laws = decode_laws(self._head, self._bulk)
        if laws is None or not self._read_again(branches, laws):
            return None
        site = self._site(laws)
        pages = self._pages(site) if site is not None else None
        if pages is None or site is None:
            return None
        evidence = evidence_of(self._workspace.folder)
        making = StatementMaking(
            self._workspace.folder, site, self._records(), {}, self._workspace.now, evidence
        )
        made = []
        for source in pages:
            page = plan_statement(site, source, evidence)
            result = making.make(page)
            if result.references:
                return None
            made.append((page, result))
        return self._publish(made)

    def _read_again(self, branches: Branches, laws: tuple[Law, ...]) -> bool:
        """Read the edited files; says whether nothing but their words changed."""
        matcher = ChargeMatcher(laws)
        rules = ReadingRules(self._workspace.configuration, branches, matcher, self._workspace.now)
        for path, data in self._differences.edited.items():
            entry = self._entry(path)
            if entry is None or entry.page is None or entry.record.facts is None:
                return False
            record = read_record(entry.record.facts.file, data, rules)
            if not differs_in_words_alone(record, entry.record):
                return False
            self._entries[path] = msgspec.structs.replace(entry, record=record)
        return True

    def _entry(self, path: str) -> Entry | None:
        if path not in self._entries:
            entry = decode_entry(self._head, self._bulk, path)
            if entry is None:
                return None
            self._entries[path] = entry
        return self._entries[path]

    def _pages(self, site: SiteView) -> list[StatementSource] | None:
        """What the edited statements' pages are made of."""
        numbers = {path: number for number, paths in enumerate(self._whole.works) for path in paths}
        sources = []
        for path in self._differences.edited:
            number = numbers.get(path)
            around = [self._work(number + step) for step in (0, 1, -1)] if number is not None else [None]
            work = around[0]
            if work is None or number is None:
                return None
            _, earlier, later = around
            if (earlier is None) != (number + 1 == len(self._whole.works)) or (later is None) != (
                number == 0
            ):
                return None
            planned = self._entries[path].planned
            if (
                planned is None or len(work.items) > 1
            ):  # a translation stands beside its original elsewhere, too
                return None
            related = [(shared, self._work(numbers[other])) for shared, other in planned.related]
            known = tuple([(shared, other) for shared, other in related if other is not None])
            if len(known) < len(related):
                return None
            item = work.items[0]
            former = tuple(Alias("", output) for output in planned.outputs[2 + len(site.shown_in(item)) :])
            sources.append(StatementSource(item, work, earlier, later, former, known))
        return sources

    def _work(self, number: int) -> Work | None:
        if number not in self._works:
            known = 0 <= number < len(self._whole.works)
            self._works[number] = self._join(self._whole.works[number]) if known else None
        return self._works[number]

    def _join(self, paths: list[str]) -> Work | None:
        items = []
        for path in paths:
            entry = self._entry(path)
            if entry is None or entry.record.facts is None:
                return None
            items.append(Item(entry.record, Page(entry.record.facts, Status.PUBLISHED, ())))
        statement = items[0].record.statement
        return Work(tuple(items), sorting_date(statement)) if statement is not None else None

    def _site(self, laws: tuple[Law, ...]) -> SiteView | None:
        """As much of the archive as the edited pages show."""
        addresses = decode_terms(self._head, self._bulk)
        if addresses is None:
            return None
        terms: dict[str, tuple[Term, ...]] = {
            dimension: (Term(dimension, "", "", f"{root}-/", ()),)
            for dimension, root in self._whole.roots.items()
        }
        by_identifier = {law.identifier: law for law in laws}
        archive = Archive(
            self._workspace.configuration, (), (), (), (), {}, terms, addresses, by_identifier, {}, ()
        )  # fmt: skip
        site = SiteView(archive, self._whole.base_address, self._workspace.theme)
        site.language = self._whole.language
        site.front_pages = self._whole.front_pages
        site.plain_pages = self._whole.plain_pages
        site.shared = self._whole.shared
        return site

    def _records(self) -> dict[str, bytes]:
        """Digests of the edited files' address records."""
        files = self._head.files
        found = {
            f"{path}.txt": files.get(f"{ADDRESS_RECORDS}/{path}.txt") for path in self._differences.edited
        }
        return {name: known_digest(packed) for name, packed in found.items() if packed is not None}

    def _publish(self, made: list[tuple[PlannedPage, Made]]) -> BuildSummary:
        _take_states(self._head, self._scan, self._differences.same)
        self._head.taken = self._scan.taken
        told: list[Finding] = []
        records = files = 0
        with self._publication.revised() as draft:
            for page, result in made:
                path = page.key.partition(":")[2]
                self._whole.page_findings.pop(page.key, None)
                entry = self._entries[path]
                assert entry.page is not None
                for output in entry.page.outputs:
                    draft.write(output, result.files[output])
                files += len(entry.page.outputs)
                told.extend(result.findings)
                lasting = result.findings
                if result.record is not None:
                    records += 1
                    lasting = self._write_record(*result.record, result)
                final = digest(page.digest, result.record_digest)
                written = PublishedPage(final, entry.page.outputs, (), lasting)
                self._head.changed[path] = msgspec.structs.replace(entry, page=written)
                self._note(path, self._scan.content[path], entry.record.digest)
            summary = _summary(self._head)
            for page, _ in made:
                written = self._head.changed[page.key.partition(":")[2]].page or PublishedPage(b"", ())
                if written.findings:
                    self._whole.page_findings[page.key] = written.findings
            draft.publish(encode_head(self._head))
        self._publication.forget_replaced()
        summary.made, summary.kept = len(made), summary.kept - len(made)
        summary.files, summary.records = files, records
        summary.findings = (*summary.findings, *told)
        return summary

    def _write_record(self, name: str, data: bytes, result: Made) -> tuple[Finding, ...]:
        """Write an address record; returns the findings that hold afterwards, too."""
        state = self._workspace.folder.write_record(name, data)
        self._note(f"{ADDRESS_RECORDS}/{name}", state, result.record_digest)
        return without_record(result.findings)

    def _note(self, path: str, state: FileState, found: bytes) -> None:
        self._head.files[path] = state + found
        if not is_settled(state, self._scan.taken):
            self._whole.unsettled.add(path)


def without_record(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings but for those on the address record that was just written anew."""
    return tuple(found for found in findings if not found.place.path.startswith(f"{ADDRESS_RECORDS}/"))
