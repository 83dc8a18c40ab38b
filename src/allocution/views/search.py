"""The search page of a static site, on which a script answers: its words, and what it offers without scripts."""

from __future__ import annotations

import json
import re

from babel import Locale

from allocution.messages import Catalogue
from allocution.views.contract import Link
from allocution.views.dates import date_patterns
from allocution.views.search_contract import SearchView
from allocution.views.site_view import ALL_STATEMENTS, SiteView

STYLE = "assets/search.css"
SCRIPTS = tuple(
    f"assets/search/{name}.js"
    for name in (
        "page",
        "elements",
        "tables",
        "concordance",
        "searching",
        "heads",
        "resolving",
        "matching",
        "index",
        "query",
        "words",
    )
)
INDEX = "search/index"
_PLAIN = (
    "order-relevance", "order-date", "around-order", "around-left", "around-right", "view-hits", "view-concordance",
    "concordance", "left", "keyword", "right", "hits", "sentences", "frequency-years", "frequency-speakers",
    "table-failed", "why", "narrow", "remove-filter", "searching", "failed",
    "how-exact", "how-form", "how-prefix", "how-spelling", "how-correction",
    "speakers", "charges", "countries", "courts", "years", "languages",
)  # fmt: skip
_NOTES = (
    "stray", "unbalanced-quote", "unbalanced-bracket", "empty-filter", "bad-year", "near-needs-words", "only-not",
    "too-many-words", "too-deep", "other-layout", "other-spelling", "bad-distance", "bad-has", "years-turned",
)  # fmt: skip
_MOST_TRIED = 130


def search_address(site: SiteView, page_language: str) -> str:
    """The address of the search page in one of the site's languages."""
    return f"{site.home(page_language)}search/"


def search_view(site: SiteView, page_language: str) -> SearchView:
    """The search page in one of the site's languages."""
    language = site.interface_language(page_language)
    says = Catalogue("searching", language)
    versions = tuple((each, search_address(site, each)) for each in site.page_languages)
    frame = site.frame(
        says("search-title"), search_address(site, page_language), page_language,
        alternates=versions[1:] and versions, versions=versions,
    )  # fmt: skip
    address = site.localised(ALL_STATEMENTS, page_language)
    everything = Link(site.wording(language)("all-statements"), address)
    return SearchView(
        frame=frame,
        query="",
        stylesheet=f"/{STYLE}",
        lists=(everything, *(link for link in frame.navigation if link.address != frame.address)),
        script=f"/{SCRIPTS[0]}",
        index=f"/{INDEX}/meta.json",
        settings=json.dumps(
            _settings(says, site.wording(language)) | {"within": site.interface_prefix(page_language)},
            ensure_ascii=False, sort_keys=True,
        ),
    )  # fmt: skip


def _settings(says: Catalogue, wording: Catalogue) -> dict[str, object]:
    """The script's wording; `{…}` stands where it puts something in."""
    return {
        "language": says.language,
        "words": {name: says(name) for name in _PLAIN}
        | {f"note-{code}": says(f"note-{code}", text="{text}") for code in _NOTES}
        | {
            "more-lines": says("more-lines", shown="{shown}", total="{total}"),
            "did-you-mean": says("did-you-mean", word="{word}", meant="{meant}"),
            "previous": wording("page-previous"),
            "next": wording("page-next"),
            "date-approximate": wording("date-approximate"),
            "date-uncertain": wording("date-uncertain"),
            "decade": wording("decade", decade="{decade}"),
            "century-bc": wording("century-bc", year="{year}"),
            "page-of": wording("page-of", page="{page}", pages="{pages}"),
            "none": says("found", total=0, statements=0),
        },
        "found": _counted(says),
        "dates": date_patterns(says.language),
    }


def _counted(says: Catalogue) -> dict[str, str]:
    """What says how many were found, by the plural categories of both numbers."""
    samples: dict[str, int] = {}
    rules = Locale.parse(says.language).plural_form
    for number in range(1, _MOST_TRIED):
        samples.setdefault(rules(number), number)
    some = says("found", total=_MOST_TRIED + 1, statements=_MOST_TRIED + 2)
    turned = some.index(str(_MOST_TRIED + 1)) > some.index(str(_MOST_TRIED + 2))
    names = ("{statements}", "{total}") if turned else ("{total}", "{statements}")
    found = {}
    for total, one in samples.items():
        for statements, other in samples.items():
            text = says("found", total=one, statements=other)
            for name in names:
                text = re.sub(r"(?<![{\w])\d+", name, text, count=1)
            found[f"{total} {statements}"] = text
    return found
