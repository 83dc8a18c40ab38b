"""The search page: which addresses are its own, and the archive's catalogue behind it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from threading import Lock

import apsw
import msgspec

from allocution.messages import Catalogue
from allocution.search.concordance import concordance, concordance_csv
from allocution.search.query import Note
from allocution.search.results import Results
from allocution.search.searching import Searcher
from allocution.site.plan import PageKind, Plan
from allocution.store.catalogue_file import DAMAGED, CatalogueUnusableError, catalogue_path, remove_catalogue
from allocution.views.site_view import SiteView
from allocution.web.media_types import CSV, HTML, JSON
from allocution.web.preview import Snapshot
from allocution.web.search_view import (
    FREQUENCIES,
    MOST_LINES,
    MOST_QUERY,
    PAGE_SIZE,
    Asked,
    empty_view,
    last_page,
    read_within,
    results_view,
    with_concordance,
)
from allocution.workspace.indexing import Indexing, opened_catalogue
from allocution.workspace.searching import bring_up_to_date

STYLE = "search.css"
STYLE_ADDRESS = f"/-/{STYLE}"
_NAMES = {"search": HTML, "search/": HTML, "search/index.html": HTML, "search.json": JSON, "search.csv": CSV}


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """An address of the search page in one of the site's languages, and the kind of file that it gives."""

    output: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer and their kind."""

    data: bytes
    kind: str


def find_search(site: SiteView, plan: Plan, path: str) -> SearchAddress | None:
    """The search page that a decoded path (`/search`) names; a page of the archive's own in that place goes first."""
    for tag in (*(language.tag for language in site.archive.configuration.languages), *site.interfaces):
        home = site.home(tag)
        name = path.removeprefix(home) if path.startswith(home) else ""
        if name in _NAMES:
            taken = plan.by_output.get(f"{home[1:]}search/index.html")
            if taken is None or taken.kind is PageKind.SEARCH:
                return SearchAddress(path[1:], tag, _NAMES[name])
    return None


class ArchiveQuestions:
    """Answers searches in the archive as it is being shown; its catalogue follows the archive's changes.

    Several threads may use it.
    """

    def __init__(self, root: Path) -> None:
        self._path = catalogue_path(root)
        self._asking = Lock()
        self._searcher: Searcher | None = None
        self._shown: Snapshot | None = None

    def answer(self, snapshot: Snapshot, address: SearchAddress, kind: str, asked: Asked) -> Answer:
        """The page, the JSON or the table. Raises CatalogueUnusableError, ContentChangedError."""
        with self._asking:
            try:
                return self._answer(snapshot, address, kind, asked)
            except DAMAGED:
                self.close()
                remove_catalogue(self._path)
                return self._answer(snapshot, address, kind, asked)

    def results(self, snapshot: Snapshot, query: str, sort: str, limit: int, offset: int) -> Results:
        """What a query finds. Raises CatalogueUnusableError, ContentChangedError."""
        with self._asking:
            try:
                return self._current(snapshot).search(query, sort=sort, limit=limit, offset=offset)
            except DAMAGED:
                self.close()
                remove_catalogue(self._path)
                return self._current(snapshot).search(query, sort=sort, limit=limit, offset=offset)

    def close(self) -> None:
        """Close the catalogue."""
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = self._shown = None

    def _current(self, snapshot: Snapshot) -> Searcher:
        if self._searcher is None or self._shown is not snapshot:
            self.close()
            prepared = snapshot.prepared
            connection = opened_catalogue(self._path)
            try:
                bring_up_to_date(
                    connection,
                    Indexing(
                        prepared.making.folder, SiteView(prepared.loaded.archive, ""), prepared.making.now
                    ),
                )
            except DAMAGED:
                connection.close()
                raise
            except apsw.Error as error:
                raise CatalogueUnusableError(self._path, str(error)) from error
            self._searcher, self._shown = Searcher(connection), snapshot
        return self._searcher

    def _answer(self, snapshot: Snapshot, address: SearchAddress, kind: str, asked: Asked) -> Answer:
        if kind == HTML:
            return Answer(self._page(snapshot, address, asked), HTML)
        searcher = self._current(snapshot)
        if kind == CSV:
            lines = concordance(searcher.every_hit(asked.query, asked.sort), asked.around)
            return Answer(concordance_csv(lines).encode(), CSV)
        return Answer(msgspec.json.encode(asdict(self._results(searcher, asked))), JSON)

    def _results(self, searcher: Searcher, asked: Asked) -> Results:
        limit = 0 if asked.concordance else PAGE_SIZE
        results = searcher.search(asked.query, sort=asked.sort, limit=limit, offset=asked.offset)
        cut = (Note("too-long", str(MOST_QUERY)),) if asked.is_cut else ()
        return replace(results, notes=(*results.notes, *cut))

    def _page(self, snapshot: Snapshot, address: SearchAddress, asked: Asked) -> bytes:
        prepared = snapshot.prepared
        site = prepared.site
        says = Catalogue("searching", site.interface_language(address.language))
        frame = site.frame(says("search-title"), f"/{address.output}", address.language, indexed=False)
        # Its policy lets no script run, and without a network there is no server to ask.
        frame = msgspec.structs.replace(frame, offline=False)
        make = prepared.making.pages.search
        if not asked.query:
            return make(empty_view(frame, STYLE_ADDRESS), address.output)
        searcher = self._current(snapshot)
        results = self._results(searcher, asked)
        last = last_page(results)
        if asked.page > last:
            asked = replace(asked, page=last)
            results = self._results(searcher, asked)
        within = site.interface_prefix(address.language)
        results = replace(results, hits=tuple(read_within(within, results.hits)))
        view = results_view(
            asked, results, frame, STYLE_ADDRESS, says, site.archive.configuration.settings.editions
        )
        if not asked.concordance:
            return make(view, address.output)
        hits = read_within(within, islice(searcher.every_hit(asked.query, asked.sort), MOST_LINES))
        frequencies = {name: searcher.frequency(asked.query, name) for name in FREQUENCIES}
        lines = concordance(hits, asked.around)
        view = with_concordance(view, lines, results.total, frequencies, says)
        return make(view, address.output, "concordance.html")
