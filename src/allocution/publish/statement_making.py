"""A statement's page made: all that a rebuild of single statements needs of making pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from allocution import __version__
from allocution.content.archive import Item
from allocution.content.outside_links import addresses_in_words, body_with
from allocution.content.sentence_addressing import Addressed
from allocution.model.digests import content_digest
from allocution.model.evidence import Evidence, Evidences
from allocution.model.finding import Finding
from allocution.model.passages import Body
from allocution.site.hrefs import beginning_at
from allocution.site.json_copies import statement_json
from allocution.site.pages import PageMaker
from allocution.site.plan import PlannedPage, StatementSource
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.views.site_view import SiteView
from allocution.views.statement_contract import StatementView
from allocution.views.statements import statement_view
from allocution.workspace.words import read_unchanged, read_words


class Made(msgspec.Struct):
    """What came of a page: its files by output path, an address record that changed, and findings.

    `copied` is the path in the archive of a file that is published as it is; `references` are the links by file name
    in the text and where they led.
    """

    files: dict[str, bytes]
    record: tuple[str, bytes] | None = None
    record_digest: bytes = b""
    findings: tuple[Finding, ...] = ()
    copied: str = ""
    references: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class StatementMaking:
    """Makes pages of statements. `records` are digests of address records; `renamed` are new content paths by old.

    `evidence` is None where nothing was captured.
    """

    folder: ArchiveFolder
    site: SiteView
    records: Mapping[str, bytes]
    renamed_from: Mapping[str, str]
    now: datetime
    evidence: Evidences | None = None
    pages: PageMaker = field(init=False)
    _references: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pages = PageMaker(__version__, self.site.base_address, self.site.theme)

    def make(self, page: PlannedPage) -> Made:
        """Make a page. Raises ContentChangedError."""
        self._references.clear()
        made = self._make(page)
        made.references = tuple(self._references.items())
        return made

    def _make(self, page: PlannedPage) -> Made:
        return self._statement(page)

    def _resolve(self, address: str) -> str:
        """Where a link of a page that is being made leads, which is noted to rest on that."""
        found = self.site.resolve(address)
        if found != address or address.startswith("at:"):
            self._references[address] = found
        return found

    def _resolver(self, page_language: str, item: Item | None = None) -> Callable[[str], str]:
        """What says where links of texts lead on pages in one of the languages.

        Those of an item that is shown elsewhere than at its own address begin there.
        """

        def resolve(address: str) -> str:
            found = self._resolve(address)
            if found == address and item is not None:
                found = beginning_at(item.address, address)
            if (self.site.interfaces or self.site.shared) and not address.startswith("ref:"):
                self._resolve(f"at:{found.partition('#')[0]}")
            return self.site.read_at(found, page_language)

        return resolve

    def _address_findings(self, body: Body, path: str) -> Iterator[Finding]:
        asked = self.site.archive.configuration.settings.outside_links
        return addresses_in_words(body, path, asked) if asked else iter(())

    def _told(self, body: Body) -> Body:
        """Words with the links that the site is to have."""
        return body_with(body, self.site.outside, self.site.leads_out)

    def _address_record(self, path: str) -> tuple[bytes | None, str]:
        """What is on record of a content file's sentences, under its present or its earlier name, and where."""
        for name in (path, self.renamed_from.get(path, "")):
            record = f"{name}.txt"
            if name and record in self.records:
                data = self.folder.read(f"{ADDRESS_RECORDS}/{record}")
                if not isinstance(data, Finding):
                    return data, record
        return None, ""

    def _words(self, item: Item) -> tuple[Addressed, tuple[Finding, ...], tuple[str, bytes] | None, bytes]:
        """A statement's words, findings about them, its address record if it changed, and the record's digest."""
        path = item.record.path
        statement = item.record.statement
        assert statement is not None
        kept, kept_at = self._address_record(path)
        addressed, findings = read_words(
            path,
            read_unchanged(self.folder, item.record, self.now),
            item.record.language,
            [person.name for person in statement.speakers],
            kept,
            f"{ADDRESS_RECORDS}/{kept_at}",
        )
        name = f"{path}.txt"
        record = addressed.record if addressed.record is not None or kept_at == name else kept
        findings = (*findings, *self._address_findings(addressed.body, path))
        addressed = msgspec.structs.replace(addressed, body=self._told(addressed.body))
        if record is not None:
            return addressed, findings, (name, record), content_digest(record)
        assert kept is not None
        return addressed, findings, None, content_digest(kept)

    def _statement(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, StatementSource)
        item = source.item
        addressed, findings, record, record_digest = self._words(item)
        around = (source.earlier, source.later)
        evidence = self._evidence(item, addressed.body)

        def view_in(interface: str = "") -> StatementView:
            return statement_view(
                self.site, item, source.work, around, addressed.body, source.related, evidence, interface
            )

        view = view_in()
        output, data = page.outputs[:2]
        own = self._resolver(item.site_language) if self.site.shared else self._resolve
        files = {output: self.pages.statement(view, output, own), data: statement_json(view)}
        shown_in = self.site.shown_in(item)
        former = 2 + len(shown_in)
        for tag, among in zip(shown_in, page.outputs[2:former], strict=True):
            files[among] = self.pages.statement(view_in(tag), among, self._resolver(tag, item))
        for alias in page.outputs[former:]:
            frame = self.site.moved_frame(view.frame, item.address)
            resolve = self._resolver(item.site_language, item)
            files[alias] = self.pages.statement(msgspec.structs.replace(view, frame=frame), alias, resolve)
        return Made(files, record, record_digest, findings)

    def _evidence(self, item: Item, body: Body) -> Evidence | None:
        statement = item.record.statement
        if self.evidence is None or statement is None:
            return None
        return self.evidence.of(statement, body, withholds=item.record.withholds)
