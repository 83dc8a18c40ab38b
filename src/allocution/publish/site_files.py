"""The site's own pages of some statements, for what packs a site into one file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

import msgspec

from allocution.content.archive import Archive, Item, join
from allocution.content.outside_links import ALL
from allocution.content.settings import Outside, Settings
from allocution.editions.writing import Piece
from allocution.evidence.torrents import FileTorrents
from allocution.model.finding import Finding
from allocution.publish.making import Making
from allocution.site.plan import PageKind, Plan, PlannedPage, StatementSource
from allocution.site.planning import make_plan
from allocution.store.workers import map_in_order
from allocution.store.workshop import DiskWorkshop
from allocution.views.site_view import SiteView

_CHUNK = 24
# What nobody asks for inside a file: of servers, of programs, of addresses that were elsewhere before.
_FOR_A_SERVER = frozenset(
    (
        PageKind.FEED,
        PageKind.MOVED,
        PageKind.SITEMAP,
        PageKind.ROBOTS,
        PageKind.NOT_FOUND,
        PageKind.FOR_PROGRAMS,
        PageKind.COLOPHON,
    )
)
# Readers of packed files show pages under addresses of their own kind, which `self` doesn't cover.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
_FEED = rb'type="application/(?:rss|atom)\+xml"'
_FEEDS = re.compile(rb'<link rel="alternate" %b[^>]*>\n|<a [^>]*%b>[^<]*</a> \xc2\xb7 ' % (_FEED, _FEED))
_LINK = re.compile(
    r' (?P<name>href|src)="(?!#|//|[A-Za-z][A-Za-z0-9+.-]*:)(?P<path>[^"#?]+)(?:\?[^"#]*)?(?P<fragment>#[^"]*)?"'
)
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[tuple[str, bytes]]).decode


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """Makes the pages of an archive's site as far as they show some of its statements.

    `making` is what the whole site's pages are made by. The pages offer nothing that isn't among them: no search,
    no downloads, no feeds, no day of a build, and each in the site's own languages only.
    """

    making: Making
    static: Mapping[str, str]
    jobs: int

    def of(self, statements: Set[str], outside: Outside = Outside.LIVE) -> Iterator[Piece]:
        """Every file of the site of the statements of these files."""
        site = self._site(statements, outside)
        whole, evidence = self.making, self.making.evidence
        making = Making(whole.folder, site, whole.records, whole.renamed_from, whole.now, evidence)
        plan = make_plan(site, {}, self.static, "", evidence)
        pages = [(page, _held(plan, page)) for page in plan.pages.values() if page.kind not in _FOR_A_SERVER]
        held = frozenset(output for _, outputs in pages for output in outputs)
        packing = _Packing(making, held)
        chunks = [pages[start : start + _CHUNK] for start in range(0, len(pages), _CHUNK)]
        for encoded in map_in_order(packing.made, chunks, self.jobs):
            yield from _decode(encoded)

    def _site(self, statements: Set[str], outside: Outside) -> SiteView:
        site = self.making.site
        archive = _of_these(site.archive, statements, outside)
        return SiteView(archive, site.base_address, site.theme)


def _of_these(archive: Archive, paths: Set[str], outside: Outside) -> Archive:
    """An archive with these statements only, and nothing that a file can't hold."""
    groups = (
        (item for work in archive.works for item in work.items),
        archive.ordinary,
        archive.branches.values(),
    )
    items: dict[str, Item] = {item.record.path: item for group in groups for item in group}
    statements = set(archive.work_of)
    withdrawn = {item.record.path for item in archive.withdrawn}
    gone = statements - paths
    if not gone:
        items |= {item.record.path: item for item in archive.withdrawn}
    else:
        gone |= withdrawn
    pages = tuple(page for page in archive.pages if page.facts.file.path not in gone)
    records = {path: item.record for path, item in items.items() if path not in gone}
    asked = archive.configuration.settings
    settings = Settings(
        near_in_words=asked.near_in_words,
        public_key=asked.public_key,
        court_places=asked.court_places,
        outside_links=(f"{ALL}: {outside}",),
    )
    configuration = msgspec.structs.replace(archive.configuration, settings=settings)
    return join(configuration, pages, records, archive.laws.values())


def _held(plan: Plan, page: PlannedPage) -> tuple[str, ...]:
    """The files of a page that are kept: not those at its former addresses."""
    source = page.source
    former = {alias.output for alias in source.aliases} if isinstance(source, StatementSource) else ()
    return tuple(output for output in plan.owned(page) if output not in former)


@dataclass(frozen=True, slots=True)
class _Packing:
    """Makes pages whose links lead to the files that are held, else to the site itself where its address is known."""

    making: Making
    held: frozenset[str]

    def made(self, pages: Sequence[tuple[PlannedPage, tuple[str, ...]]]) -> bytes:
        """The files of some pages, encoded."""
        return _encode([piece for page, outputs in pages for piece in self._files(page, outputs)])

    def _files(self, page: PlannedPage, outputs: Sequence[str]) -> Iterator[Piece]:
        made = self.making.make(page)
        for output in outputs:
            data = self.making.folder.read(made.copied) if made.copied else made.files.get(output, b"")
            if isinstance(data, Finding) or not data:
                continue
            yield output, self._page(output, data) if output.endswith(".html") and not made.copied else data

    def _page(self, output: str, data: bytes) -> bytes:
        folder = output.rpartition("/")[0]

        def link(found: re.Match[str]) -> str:
            written = unescape(found["path"])
            target = posixpath.normpath(posixpath.join(folder, unquote(written)))
            if target in self.held:
                return found[0]
            address = self.making.site.absolute(f"/{quote(target)}".removesuffix("index.html"))
            usable = address and found["name"] == "href" and not target.startswith("..")
            return f' href="{escape(address + (found["fragment"] or ""))}"' if usable else ""

        return _LINK.sub(link, _FEEDS.sub(b"", _POLICY.sub(b"", data)).decode()).encode()


class SiteWorkshop(DiskWorkshop):
    """Lends the pages of a site besides, and torrents."""

    def __init__(self, files: Callable[[], SiteFiles]) -> None:
        self._files = files

    def sharing(self) -> FileTorrents:
        """What makes torrents. Raises UsageError."""
        return FileTorrents()

    def site_files(self, statements: Set[str], outside: Outside) -> Iterator[Piece]:
        """Every file of the site of the statements of these files."""
        return self._files().of(statements, outside)
