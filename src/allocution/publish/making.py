"""One page of the plan made, for the builder and the server alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

import msgspec

from allocution.content.archive import Dimension, Item
from allocution.model.finding import Finding
from allocution.model.passages import Body, SpanKind
from allocution.publish.statement_making import Made, StatementMaking
from allocution.site.feed_text import feed_html
from allocution.site.json_copies import data_path, tombstone_json
from allocution.site.list_pages import ATOM
from allocution.site.pictures import draw
from allocution.site.plan import (
    FEED_SIZE,
    CopySource,
    EditionSource,
    ListSource,
    MovedSource,
    PageKind,
    PlannedPage,
    SideBySideSource,
)
from allocution.site.program_files import program_file
from allocution.site.program_pages import ASSETS, days_of_change
from allocution.store.program import asset, font
from allocution.views.colophon import colophon_view
from allocution.views.contract import Feed
from allocution.views.entries import in_language
from allocution.views.figures import figures_csv, figures_view
from allocution.views.laws import article_facts
from allocution.views.list_contract import FeedView, Quotation
from allocution.views.lists import (
    feed_identifier,
    feed_view,
    home_view,
    list_view,
    nowhere_frames,
    quotation,
    quoted_work,
    term_groups,
)
from allocution.views.pictures import picture
from allocution.views.reading_text import with_corrections
from allocution.views.search import search_view
from allocution.views.side_by_side import side_by_side_view
from allocution.views.statements import plain_view, tombstone_view
from allocution.views.verifying import verifying_view
from allocution.workspace.words import read_plain_words, read_unchanged

_RSS_TYPE = "application/rss+xml"
_ATOM_TYPE = "application/atom+xml"
# Loaded only where it is asked for: making editions is most of the program.
_STATEMENT_FILES = "allocution.publish.statement_files"


@dataclass(slots=True)
class Making(StatementMaking):
    """Makes pages of one plan. `static` are the archive's files that are published as they are, by output path."""

    static: Mapping[str, str] = field(default_factory=dict)
    _makers: dict[PageKind, Callable[[PlannedPage], Made]] = field(init=False)

    def __post_init__(self) -> None:
        StatementMaking.__post_init__(self)
        self._makers = {
            PageKind.STATEMENT: self._statement,
            PageKind.SIDE_BY_SIDE: self._side_by_side,
            PageKind.PICTURE: self._picture,
            PageKind.EDITION: self._edition,
            PageKind.TOMBSTONE: self._tombstone,
            PageKind.PLAIN: self._plain,
            PageKind.HOME: self._home,
            PageKind.LIST: self._list,
            PageKind.FIGURES: self._figures,
            PageKind.FEED: self._feed,
            PageKind.MOVED: self._moved,
            PageKind.SITEMAP: self._sitemap,
            PageKind.ROBOTS: self._robots,
            PageKind.NOT_FOUND: self._not_found,
            PageKind.ASSET: self._asset,
            PageKind.COPY: self._copy,
            PageKind.SEARCH: self._search,
            PageKind.VERIFYING: self._verifying,
            PageKind.COLOPHON: self._colophon,
            PageKind.FOR_PROGRAMS: self._for_programs,
        }

    def _make(self, page: PlannedPage) -> Made:
        return self._makers[page.kind](page)

    def _side_by_side(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, SideBySideSource)
        original, _, _, first = self._words(source.original)
        translation, _, _, second = self._words(source.translation)
        files = {}
        for tag, output in self._in_each_language(page, source.translation):
            view = side_by_side_view(
                self.site, source.original, source.translation, original.body, translation.body, tag
            )
            resolve = (self._resolver(tag, source.original), self._resolver(tag, source.translation))
            files[output] = self.pages.side_by_side(view, output, resolve)
        return Made(files, None, first + second)

    def _in_each_language(self, page: PlannedPage, item: Item) -> Iterator[tuple[str, str]]:
        """The languages that an item is shown in, each with the file."""
        return zip((item.site_language, *self.site.shown_in(item)), page.outputs, strict=False)

    def _picture(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, Item)
        statement = page.source.record.statement
        assert statement is not None
        body = with_corrections(self._words(page.source)[0].body, statement.corrections)
        return Made({page.outputs[0]: draw(picture(self.site, page.source, body), font)})

    def _edition(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, EditionSource)
        addressed, _, _, record_digest = self._words(source.item)
        data = import_module(_STATEMENT_FILES).statement_file(self, source, addressed.body)
        for passage in addressed.body.passages:
            for span in passage.spans:
                if span.kind in (SpanKind.LINK, SpanKind.IMAGE):
                    self._resolve(span.value)
        return Made({page.outputs[0]: data}, record_digest=record_digest)

    def _tombstone(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, Item)
        item = page.source
        view = tombstone_view(self.site, item, item.site_language)
        files = {
            output: self.pages.tombstone(view, output) for output in page.outputs if output.endswith(".html")
        }
        data = data_path(page.outputs[0])
        files[data] = tombstone_json(view)
        for tag, output in zip(self.site.shown_in(item), page.outputs[2:], strict=False):
            files[output] = self.pages.tombstone(tombstone_view(self.site, item, tag), output)
        return Made(files)

    def _plain(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, Item)
        body, findings = self._plain_body(page.source)
        files = {}
        for tag, output in self._in_each_language(page, page.source):
            view = plain_view(self.site, page.source, body, tag)
            files[output] = self.pages.plain(view, output, self._resolver(tag, page.source))
        return Made(files, findings=findings)

    def _plain_body(self, item: Item) -> tuple[Body, tuple[Finding, ...]]:
        body, findings = read_plain_words(
            item.record.path, read_unchanged(self.folder, item.record, self.now)
        )
        return self._told(body), (*findings, *self._address_findings(body, item.record.path))

    def _branch(self, source: ListSource) -> tuple[Body | None, str, tuple[Finding, ...]]:
        if source.branch is None:
            return None, "", ()
        body, findings = self._plain_body(source.branch)
        return (body if body.passages else None), source.branch.record.language, findings

    def _home(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, ListSource)
        body, language, findings = self._branch(source)
        folder = source.addresses[0].rstrip("/")
        title = self.site.title(source.site_language)
        feeds = [Feed(f"{title} (Atom)", f"{folder}/{ATOM}", _ATOM_TYPE)]
        if source.feed:
            feeds.append(Feed(f"{title} (RSS)", f"/{source.feed}", _RSS_TYPE))
        quoted = self._quotation(source)
        view = home_view(self.site, source, tuple(feeds), body, language, quoted)
        output = page.outputs[0]
        return Made(
            {output: self.pages.home(view, output, self._resolver(source.site_language, source.branch))},
            findings=findings,
        )

    def _quotation(self, source: ListSource) -> Quotation | None:
        work = quoted_work(source.works)
        if work is None:
            return None
        body = self._words(work.items[0])[0].body
        marked = with_corrections(body, work.statement.corrections)
        return quotation(self.site, work, marked, source.site_language)

    def _list(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, ListSource)
        body, body_language, findings = self._branch(source) if page.number == 1 else (None, "", ())
        language = self.site.interface_language(source.site_language)
        feeds = (Feed(f"{source.heading} (RSS)", f"/{source.feed}", _RSS_TYPE),) if source.feed else ()
        term = source.term
        listed = term.parts if term is not None and term.parts else source.terms_of(page.number)
        view = list_view(
            self.site,
            source,
            page.number,
            groups=term_groups(self.site, listed, language, term),
            facts=article_facts(self.site, term, language)
            if term and term.dimension == Dimension.LAWS
            else (),
            feeds=feeds,
            body=body,
            body_language=body_language,
        )
        output = page.outputs[0]
        return Made(
            {output: self.pages.listing(view, output, self._resolver(source.site_language, source.branch))},
            findings=findings,
        )

    def _figures(self, page: PlannedPage) -> Made:
        output = page.outputs[0]
        assert isinstance(page.source, str)
        if output.endswith(".csv"):
            return Made({output: figures_csv(self.site, Dimension(page.source)).encode()})
        return Made({output: self.pages.figures(figures_view(self.site, page.source), output)})

    def _feed(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, ListSource)
        output = page.outputs[0]
        title = source.heading or self.site.title(source.site_language)
        address = f"/{output}"
        works = source.works[:FEED_SIZE]
        ordinary = source.ordinary[: FEED_SIZE - len(works)]
        view = feed_view(
            self.site, title, address, source.addresses[0], source.site_language, works, ordinary
        )
        if self.site.archive.configuration.settings.feed_text:
            view = self._with_text(view, source)
        if output.endswith(ATOM):
            return Made({output: self.pages.atom(view, feed_identifier(self.site, source.addresses[0]))})
        return Made({output: self.pages.rss(view)})

    def _with_text(self, view: FeedView, source: ListSource) -> FeedView:
        """A feed with the whole text of each of its statements."""
        items = [in_language(work, source.site_language) for work in source.works[:FEED_SIZE]]
        texts = [feed_html(self._words(item)[0].body.passages) for item in items]
        entries = [
            msgspec.structs.replace(entry, content=text)
            for entry, text in zip(view.entries, texts, strict=False)
        ]
        return msgspec.structs.replace(view, entries=(*entries, *view.entries[len(entries) :]))

    def _for_programs(self, page: PlannedPage) -> Made:
        (output,) = page.outputs
        assert isinstance(page.source, str)
        return Made({output: program_file(self.site, output, page.source)})

    def _moved(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, MovedSource)
        output = page.outputs[0]
        return Made({output: self.pages.moved(source.title, source.language, output, source.target)})

    def _sitemap(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, str)
        names = page.source.split("\n")
        if page.number == 0:
            return Made({page.outputs[0]: self.pages.sitemap_index([f"/{name}" for name in names])})
        changes = days_of_change(self.site.archive)
        entries = []
        for name in names:
            address = f"/{name}".removesuffix("index.html") if name.endswith("/index.html") else f"/{name}"
            entries.append(("/" if name == "index.html" else address, changes.get(name, "")))
        return Made({page.outputs[0]: self.pages.sitemap(entries)})

    def _robots(self, page: PlannedPage) -> Made:
        return Made({page.outputs[0]: self.pages.robots(bool(self.site.base_address))})

    def _not_found(self, page: PlannedPage) -> Made:
        return Made({page.outputs[0]: self.pages.not_found(nowhere_frames(self.site))})

    def _asset(self, page: PlannedPage) -> Made:
        (output,) = page.outputs
        name = output.removeprefix(ASSETS)
        return Made({output: self.site.theme.files[name] if page.source == "theme" else asset(name)})

    def _search(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, str)
        output = page.outputs[0]
        return Made({output: self.pages.search(search_view(self.site, page.source), output)})

    def _verifying(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, str)
        output = page.outputs[0]
        return Made({output: self.pages.verifying(verifying_view(self.site, page.source), output)})

    def _colophon(self, page: PlannedPage) -> Made:
        assert isinstance(page.source, str)
        output = page.outputs[0]
        return Made({output: self.pages.colophon(colophon_view(self.site, page.source, self.now), output)})

    def _copy(self, page: PlannedPage) -> Made:
        source = page.source
        assert isinstance(source, CopySource)
        return Made({}, copied=source.path)
