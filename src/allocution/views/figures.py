"""The figures of an archive: how many statements by year, country, charge and language."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from allocution.content.archive import Dimension, Term
from allocution.content.settings import COURT_PLACE
from allocution.views.list_contract import Bar, Chart, CourtPlace, FiguresView
from allocution.views.site_view import FIGURES, SiteView

MOST_BARS = 20
CHARTED = (
    Dimension.YEARS, Dimension.COUNTRIES, Dimension.COURTS, Dimension.CHARGES, Dimension.LANGUAGES,
)  # fmt: skip


def figures_view(site: SiteView, page_language: str) -> FiguresView:
    """The page of figures in one of the site's languages."""
    wording = site.wording(site.interface_language(page_language))
    address = site.localised(FIGURES, page_language)
    versions = site.versions(address, page_language)
    terms = site.archive.terms
    return FiguresView(
        frame=site.frame(wording("figures"), address, page_language, alternates=versions, versions=versions),
        count=wording("count", count=len(site.archive.works)),
        charts=tuple(
            _chart(site, dimension, terms[dimension], page_language)
            for dimension in CHARTED
            if dimension in terms
        ),
        countries=_bars(site, terms.get(Dimension.COUNTRIES, ()), page_language),
        courts=tuple(_courts(site, page_language)),
    )


def _courts(site: SiteView, page_language: str) -> Iterator[CourtPlace]:
    """The courts that the archive's configuration says the place of."""
    stated = [re.fullmatch(COURT_PLACE, each) for each in site.archive.configuration.settings.court_places]
    places = {found[1].strip(): (float(found[2]), float(found[3])) for found in stated if found}
    for bar in _bars(site, site.archive.terms.get(Dimension.COURTS, ()), page_language) if places else ():
        if bar.key in places:
            yield CourtPlace(bar, *places[bar.key])


def _chart(site: SiteView, dimension: Dimension, terms: Sequence[Term], page_language: str) -> Chart:
    wording = site.wording(site.interface_language(page_language))
    bars = _bars(site, terms, page_language)
    if dimension is Dimension.YEARS:
        shown = tuple(sorted((bar for bar in bars if bar.key != "undated"), key=lambda bar: int(bar.key)))
        left_out = sum(bar.count for bar in bars if bar.key == "undated")
        note = wording("without-year", count=left_out) if left_out else ""
    else:
        shown = tuple(sorted(bars, key=lambda bar: -bar.count))
        more = len(shown) - MOST_BARS
        shown, note = shown[:MOST_BARS], wording("more-terms", count=more) if more > 0 else ""
    return Chart(
        dimension,
        wording(f"figures-{dimension}"),
        shown,
        note,
        site.localised(site.root_of(dimension), page_language),
        data_address(dimension),
    )


def _bars(site: SiteView, terms: Sequence[Term], page_language: str) -> tuple[Bar, ...]:
    language = site.interface_language(page_language)
    return tuple(
        Bar(
            term.key,
            site.term_label(term, language),
            site.localised(term.address, page_language),
            len(term.works),
            term.language,
        )
        for term in terms
    )


def data_address(dimension: str) -> str:
    """Where the numbers of a chart can be fetched."""
    return f"{FIGURES}{dimension}.csv"


def figures_csv(site: SiteView, dimension: Dimension) -> str:
    """The numbers behind a chart: key, label, statements (RFC 4180)."""
    language = site.interface_language(site.archive.configuration.default_language)
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(("key", "label", "statements"))
    for term in site.archive.terms[dimension]:
        rows.writerow((_cell(term.key), _cell(site.term_label(term, language)), len(term.works)))
    return written.getvalue()


def _cell(text: str) -> str:
    """The text so that no table program takes it for a formula."""
    dangerous = text[:1] in ("=", "+", "@", "\t", "\r") or (text[:1] == "-" and not text[1:].isdigit())
    return f"'{text}" if dangerous else text
