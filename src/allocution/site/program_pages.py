"""What programs ask a site for: sitemaps, robots.txt, styles, scripts; and the page for addresses that lead nowhere."""

from __future__ import annotations

from datetime import UTC

from allocution.content.archive import Archive
from allocution.model.digests import digest
from allocution.site import program_files
from allocution.site.plan import ListSource, PageKind, Plan
from allocution.views import search
from allocution.views.site_view import SiteView

SITEMAP_SIZE = 2_500
ASSETS = "assets/"
_ASSETS = ("site.css", "feed.css", "reading.js", "icon.svg")
_FIXED = digest()


def plan_program_pages(site: SiteView, plan: Plan) -> None:
    """Add them to a plan that has all other pages."""
    if site.base_address:
        _plan_sitemaps(site, plan)
    plan.make(PageKind.ROBOTS, "robots.txt", ("robots.txt",), _FIXED)
    plan.make(PageKind.NOT_FOUND, "404.html", ("404.html",), _FIXED)
    for name in _ASSETS:
        plan.make(PageKind.ASSET, ASSETS + name, (ASSETS + name,), _FIXED)
    if site.archive.configuration.settings.offline:
        for output in (f"{ASSETS}offline.js", "sw.js"):
            plan.make(PageKind.ASSET, output, (output,), _FIXED)
    for name in site.theme.files:
        plan.make(PageKind.ASSET, ASSETS + name, (ASSETS + name,), _FIXED, "theme")
    if site.archive.configuration.settings.search:
        _plan_search(site, plan)
    _plan_requested(site, plan)


def _plan_search(site: SiteView, plan: Plan) -> None:
    tags = [language.tag for language in site.archive.configuration.languages]
    for tag in (*tags, *site.interfaces):
        output = f"{search.search_address(site, tag)[1:]}index.html"
        plan.make(PageKind.SEARCH, output, (output,), _FIXED, tag)
        if site.describes_search:
            name = f"{site.home(tag)[1:]}{program_files.OPEN_SEARCH}"
            plan.make(PageKind.FOR_PROGRAMS, name, (name,), _FIXED, tag)
    for name in (search.STYLE, *search.SCRIPTS):
        plan.make(PageKind.ASSET, name, (name,), _FIXED)


def _plan_requested(site: SiteView, plan: Plan) -> None:
    """Lists of feeds and the like, which only some archives ask for."""
    feeds = [
        f"{output}\t{page.source.heading}"
        for output, page in plan.by_output.items()
        if page.kind is PageKind.FEED and isinstance(page.source, ListSource)
    ]
    for name in program_files.wanted(site):
        made_of = digest(repr(feeds).encode()) if name == program_files.OPML else _FIXED
        plan.make(PageKind.FOR_PROGRAMS, name, (name,), made_of, "\n".join(feeds))


def _plan_sitemaps(site: SiteView, plan: Plan) -> None:
    changed = days_of_change(site.archive)
    outputs = [
        page.outputs[0]
        for page in plan.pages.values()
        if page.kind in (PageKind.STATEMENT, PageKind.PLAIN, PageKind.HOME)
        or (page.kind is PageKind.LIST and page.number == 1)
    ]
    parts = [outputs[start : start + SITEMAP_SIZE] for start in range(0, len(outputs), SITEMAP_SIZE)]
    names = (
        ["sitemap.xml"] if len(parts) < 2 else [f"sitemap-{number + 1}.xml" for number in range(len(parts))]
    )
    for name, part in zip(names, parts, strict=False):
        plan.make(
            PageKind.SITEMAP,
            name,
            (name,),
            digest("\0".join([f"{output} {changed.get(output, '')}" for output in part]).encode()),
            "\n".join(part),
        )
    if len(parts) > 1:
        index = "\n".join(names)
        plan.make(PageKind.SITEMAP, "sitemap.xml", ("sitemap.xml",), digest(index.encode()), index, 0)


def days_of_change(archive: Archive) -> dict[str, str]:
    """The day of each page's last change, as its file states it, by the page's output path."""
    return {
        page.facts.target.output: page.facts.dates.lastmod.instant.astimezone(UTC).date().isoformat()
        for page in archive.pages
        if page.is_published and page.facts.dates.lastmod is not None
    }
