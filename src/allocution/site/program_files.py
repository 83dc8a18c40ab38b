"""Small files that programs look for: the feeds, how to search, whom to write to, what models may read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from allocution.views.marked_text import xml_characters
from allocution.views.search import search_address
from allocution.views.site_view import DOWNLOADS, SiteView

OPML = "feeds.opml"
OPEN_SEARCH = "opensearch.xml"
SECURITY = ".well-known/security.txt"
LLMS = "llms.txt"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_WHAT = (
    "> An archive of last words that defendants spoke in court. Transcripts stand as they came, with their typing "
    "errors; what was meant is kept apart."
)
_HOW = (
    "Each statement's page has a JSON copy beside it (index.json), and every sentence an address of its own. Quote "
    "sentences with these addresses, in the language in which they were said, and don't guess what isn't known."
)
_LONGEST_NAME, _LONGEST_TITLE = 16, 48


@dataclass(frozen=True, slots=True)
class ListedFeed:
    """A feed with its title: the path of its file, and what kind it is."""

    output: str
    title: str
    kind: str = "rss"


def opml(site: SiteView, feeds: Iterable[ListedFeed]) -> bytes:
    """The feeds of the site in OPML 2.0; `feeds` are those of all its lists."""
    title = escape(site.title(site.archive.configuration.default_language))
    outlines = "".join(
        f'<outline type="{feed.kind}" text="{escape(feed.title)}" title="{escape(feed.title)}" '
        f'xmlUrl="{escape(_address(site, feed.output))}"/>\n'
        for feed in feeds
    )
    text = f'<opml version="2.0">\n<head><title>{title}</title></head>\n<body>\n{outlines}</body>\n</opml>\n'
    return xml_characters(_DECLARATION + text).encode()


def open_search(site: SiteView, page_language: str) -> bytes:
    """How to search in one of the site's languages, in OpenSearch 1.1."""
    title = site.title(page_language)
    address = escape(site.absolute(search_address(site, page_language)))
    text = (
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(title[:_LONGEST_NAME])}</ShortName>\n"
        f"<LongName>{escape(title[:_LONGEST_TITLE])}</LongName>\n"
        f"<Description>{escape(title[:1024])}</Description>\n"
        f'<Url type="text/html" method="get" template="{address}?q={{searchTerms}}"/>\n'
        f"<Language>{escape(page_language)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
    return xml_characters(_DECLARATION + text).encode()


def security_txt(site: SiteView) -> bytes:
    """Whom to tell of a hole (RFC 9116)."""
    settings = site.archive.configuration.settings
    contact = settings.contact if ":" in settings.contact else f"mailto:{settings.contact}"
    languages = ", ".join(language.tag for language in site.archive.configuration.languages)
    lines = [f"Contact: {contact}", f"Expires: {settings.security_expires:%Y-%m-%d}T00:00:00Z"]
    lines += [f"Preferred-Languages: {languages}"] if languages else []
    lines += [f"Canonical: {site.absolute(f'/{SECURITY}')}"] if site.base_address else []
    return "\n".join([*lines, ""]).encode()


def llms_txt(site: SiteView) -> bytes:
    """What the site is and where its texts are in a form for programs (https://llmstxt.org/)."""
    settings = site.archive.configuration.settings
    title = site.title(site.archive.configuration.default_language)
    files = (
        [("API", "api/v1/openapi.json", "statements with their sentences, as JSON")] if settings.api else []
    )
    if settings.editions:
        files.append(("Editions", DOWNLOADS.lstrip("/"), f"the archive as {', '.join(settings.editions)}"))
    if settings.catalogue:
        files.append(("Catalogue", "search/catalogue.sqlite", "every sentence in one SQLite file"))
    if site.base_address:
        files.append(("Sitemap", "sitemap.xml", "all pages"))
    listed = [f"- [{name}]({_address(site, path)}): {about}" for name, path, about in files]
    lines = [f"# {title}", "", _WHAT, "", _HOW, "", "## Files", "", *listed, ""]
    return "\n".join(lines).encode()


def _address(site: SiteView, output: str) -> str:
    return site.absolute(f"/{output}") or f"/{output}"


def program_file(site: SiteView, output: str, source: str) -> bytes:
    """The file of that name. `source` lists the feeds, a line each, or names one of the site's languages."""
    if output == OPML:
        main = site.title(site.archive.configuration.default_language)
        lines = (line.partition("\t") for line in source.splitlines())
        feeds = (
            ListedFeed(path, title or main, "atom" if path.endswith("atom.xml") else "rss")
            for path, _, title in lines
        )
        return opml(site, feeds)
    if output.endswith(OPEN_SEARCH):
        return open_search(site, source)
    return security_txt(site) if output == SECURITY else llms_txt(site)


def wanted(site: SiteView) -> Sequence[str]:
    """Which of these files an archive asks for, those of the search apart."""
    settings = site.archive.configuration.settings
    found = [OPML] if settings.opml else []
    found += [SECURITY] if settings.contact and settings.security_expires else []
    return [*found, *([LLMS] if settings.llms else [])]
