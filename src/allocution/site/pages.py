"""Views into the bytes of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from allocution.content.theme import Theme
from allocution.messages import Catalogue
from allocution.model.passages import Body, GapReason
from allocution.site.direction import text_attributes
from allocution.site.fragments import Fragments
from allocution.site.hrefs import hrefs_from, rooted_hrefs
from allocution.site.json_copies import data_address
from allocution.site.json_ld import home_json_ld, statement_json_ld
from allocution.site.metadata import statement_metadata
from allocution.site.passage_html import BodyWording, body_html
from allocution.site.side_by_side_html import RowWriter
from allocution.site.template_loading import Templates
from allocution.views.absolute import absolute_address
from allocution.views.contract import ColophonView, Frame, PlainView, TombstoneView
from allocution.views.dates import written_date_text
from allocution.views.downloads_contract import CheckingView, DownloadsView
from allocution.views.list_contract import FeedView, FiguresView, HomeView, ListView
from allocution.views.marked_text import xml_characters
from allocution.views.statement_contract import SideBySideView, StatementView

if TYPE_CHECKING:
    from allocution.views.search_contract import SearchView

Resolve = Callable[[str], str]

# Loaded for the page of figures alone.
_CHARTS = "allocution.site.charts"

_QUOTES = {"": "“”", "ru": "«»", "kk": "«»", "uk": "«»", "be": "«»", "en": "“”"}


_LANGUAGES = Markup("<!-- languages -->")


def _as_written(address: str) -> str:
    return address


class _Setting:
    """What all pages of one language and one depth have in common."""

    def __init__(
        self,
        frame: Frame,
        href: Resolve,
        wording: Catalogue,
        version: str,
        styles: Sequence[str],
        published: Resolve,
    ) -> None:
        self.navigation = frame.navigation
        self.listed = frozenset(link.address for link in frame.navigation)
        self.headers: dict[str, Markup] = {}
        self.href = href
        self.fragments = Fragments(self.href, wording)
        self.values = {
            "href": self.href,
            "link": self.fragments.link,
            "links": self.fragments.links,
            "entries": self.fragments.entries,
            "terms": self.fragments.terms,
            "wording": wording,
            "stylesheets": [self.href(style) for style in styles],
            "icon": self.href(frame.logo or "/assets/icon.svg"),
            "offline_script": self.href("/assets/offline.js"),
            "script": self.href("/assets/reading.js"),
            "published": published,
            "lang": text_attributes,
            "skip": wording("skip"),
            "built_with": wording("built-with", version=version),
        }


class PageMaker:
    """Fills the templates. `base_address` begins absolute addresses and may be empty."""

    def __init__(self, version: str, base_address: str, theme: Theme | None = None) -> None:
        self._version = version
        self._base = base_address
        self._theme = theme or Theme()
        self._styles = ("/assets/site.css", *(["/assets/theme.css"] if self._theme.style else []))
        self._wordings: dict[str, Catalogue] = {}
        self._searching: dict[str, Catalogue] = {}
        self._body_wordings: dict[str, BodyWording] = {}
        self._templates = Templates(self._theme, version)
        self._settings: dict[tuple[str, str, str, int], _Setting] = {}

    def absolute(self, address: str) -> str:
        """An address with the site's own in front, escaped."""
        return absolute_address(self._base, address)

    def _published(self, address: str) -> str:
        """The same, empty where the site's own address isn't known."""
        return self.absolute(address) if self._base else ""

    def _wording(self, language: str) -> Catalogue:
        if language not in self._wordings:
            self._wordings[language] = Catalogue("site", language, self._theme.wording.get(language, ""))
        return self._wordings[language]

    def _search_wording(self, language: str) -> Catalogue:
        if language not in self._searching:
            self._searching[language] = Catalogue("searching", language)
        return self._searching[language]

    def _body_wording(self, language: str) -> BodyWording:
        if language not in self._body_wordings:
            wording = self._wording(language)
            self._body_wordings[language] = BodyWording(
                reworded=wording("reworded"),
                removed=wording("removed"),
                gaps={reason: wording(f"gap-{reason}") for reason in GapReason},
            )
        return self._body_wordings[language]

    def load_templates(self) -> None:
        """Load all of them now, for the processes that will be forked from this one."""
        self._templates.load_all()

    def _setting(self, frame: Frame, output: str) -> _Setting:
        key = (frame.language, frame.home, frame.site_title, output.count("/"))
        setting = self._settings.get(key)
        if setting is None or setting.navigation != frame.navigation:
            setting = _Setting(
                frame,
                hrefs_from(output),
                self._wording(frame.language),
                self._version,
                self._styles,
                self._published if self._base else hrefs_from(output),
            )
            self._settings[key] = setting
        return setting

    def _page(self, template: str, output: str, frame: Frame, **values: Any) -> bytes:
        setting = self._setting(frame, output)
        header = self._header(frame, setting)
        return self._templates.fill(template, setting.values, frame=frame, header=header, **values).encode()

    def _header(self, frame: Frame, setting: _Setting) -> Markup:
        """The head of a page, which is the same on most pages of one depth."""
        here = frame.address if frame.address in setting.listed else ""
        if here not in setting.headers:
            html = self._templates.named("header.html").render(
                setting.values, frame=frame, languages=_LANGUAGES
            )
            setting.headers[here] = Markup(html)  # noqa: S704
        return setting.headers[here].replace(_LANGUAGES, setting.fragments.languages(frame))

    def _body(self, body: Body, language: str, frame: Frame, output: str, resolve: Resolve) -> Markup:
        href = hrefs_from(output)

        def link(address: str) -> str:
            return href(resolve(address))

        return Markup(body_html(body, language, self._body_wording(frame.language), link))  # noqa: S704

    def statement(self, view: StatementView, output: str, resolve: Resolve = _as_written) -> bytes:
        """A statement's page."""
        fragments = self._setting(view.frame, output).fragments
        return self._page(
            "statement.html",
            output,
            view.frame,
            view=view,
            body=self._body(view.body, view.language, view.frame, output, resolve),
            data_address=data_address(view.address),
            permanent=self._published(view.address),
            json_ld=statement_json_ld(view, self._published),
            facts=fragments.statement_facts(view),
            setting=fragments.setting(view),
            citations=fragments.citations(view.citations),
            metadata=statement_metadata(view, self._published),
            quote_reference=_quote_reference(view),
            quotes=_QUOTES.get(view.language, _QUOTES[""]),
        )

    def side_by_side(
        self, view: SideBySideView, output: str, resolve: tuple[Resolve, Resolve] = (_as_written, _as_written)
    ) -> bytes:
        """A translation beside its original; `resolve` is for links of the one and of the other."""
        rows = RowWriter(view, self._body_wording(view.frame.language), hrefs_from(output), resolve)
        html = Markup(rows.html())  # noqa: S704
        return self._page("side_by_side.html", output, view.frame, view=view, rows=html)

    def plain(self, view: PlainView, output: str, resolve: Resolve = _as_written) -> bytes:
        """An ordinary page."""
        body = self._body(view.body, view.language, view.frame, output, resolve)
        return self._page("plain.html", output, view.frame, view=view, body=body)

    def tombstone(self, view: TombstoneView, output: str) -> bytes:
        """The page left of a withdrawn statement."""
        return self._page("tombstone.html", output, view.frame, view=view)

    def listing(self, view: ListView, output: str, resolve: Resolve = _as_written) -> bytes:
        """A page of a list."""
        body = self._body(view.body, view.body_language, view.frame, output, resolve) if view.body else ""
        return self._page("list.html", output, view.frame, view=view, body=body)

    def home(self, view: HomeView, output: str, resolve: Resolve = _as_written) -> bytes:
        """The front page."""
        body = self._body(view.body, view.body_language, view.frame, output, resolve) if view.body else ""
        json_ld = home_json_ld(view, self._published)
        says = self._search_wording(view.frame.language)
        return self._page("home.html", output, view.frame, view=view, body=body, json_ld=json_ld, says=says)

    def figures(self, view: FiguresView, output: str) -> bytes:
        """The page of figures: a map, charts, their numbers in tables."""
        href = hrefs_from(output)
        charts = import_module(_CHARTS)
        drawn, off_map = charts.world_map(view.countries, href, view.courts)
        years = next((chart for chart in view.charts if chart.name == "years" and chart.bars), None)
        columns, below = charts.year_columns(years.bars, href) if years else (Markup(""), ())
        most = {chart.name: max((each.count for each in chart.bars), default=1) for chart in view.charts}
        return self._page(
            "figures.html", output, view.frame,
            view=view, map=drawn, off_map=off_map, columns=columns, below=below, bar=charts.bar, most=most,
        )  # fmt: skip

    def verifying(self, view: CheckingView, output: str) -> bytes:
        """The page on how to check a release."""
        return self._page("verifying.html", output, view.frame, view=view)

    def colophon(self, view: ColophonView, output: str) -> bytes:
        """The page that says what made the site, and when."""
        return self._page("colophon.html", output, view.frame, view=view)

    def downloads(self, view: DownloadsView, output: str) -> bytes:
        """The page of what can be taken along."""
        return self._page("downloads.html", output, view.frame, view=view)

    def search(self, view: SearchView, output: str, template: str = "search.html") -> bytes:
        """The search page, with hits or with a concordance."""
        says = self._search_wording(view.frame.language)
        wording = self._wording(view.frame.language)

        def spoken(edtf: str) -> str:
            return written_date_text(edtf, wording)

        return self._page(template, output, view.frame, view=view, says=says, spoken=spoken)

    def not_found(self, versions: Sequence[Frame]) -> bytes:
        """The page for addresses that lead nowhere, in several languages one after the other.

        Servers show it at any of those addresses, so its links begin at the root.
        """
        frame = versions[0]
        href = rooted_hrefs(self._base)
        setting = _Setting(frame, href, self._wording(frame.language), self._version, self._styles, href)
        header = self._header(frame, setting)
        page = self._templates.named("not_found.html")
        return page.render(setting.values, frame=frame, header=header, versions=versions).encode()

    def moved(self, title: str, language: str, output: str, target: str) -> bytes:
        """A page that leads to another address."""
        return (
            self._templates.named("moved.html")
            .render(
                title=title,
                language=language,
                canonical=self.absolute(target) if self._base else "",
                target=hrefs_from(output)(target),
                wording=self._wording(language),
            )
            .encode()
        )

    def atom(self, view: FeedView, identifier: str) -> bytes:
        """A feed in Atom (RFC 4287)."""
        page = self._templates.named("atom.xml")
        absolute, style = self._feed_address(view.address), _feed_style(view.address)
        return _xml(page.render(view=view, identifier=identifier, absolute=absolute, style=style))

    def rss(self, view: FeedView) -> bytes:
        """A feed in RSS 2.0."""
        page = self._templates.named("rss.xml")
        absolute, style = self._feed_address(view.address), _feed_style(view.address)
        return _xml(page.render(view=view, absolute=absolute, base=self._base, style=style))

    def _feed_address(self, feed: str) -> Resolve:
        """Absolute addresses where the site's own is known, else links relative to the feed."""
        return self.absolute if self._base else hrefs_from(feed.lstrip("/"))

    def sitemap(self, entries: list[tuple[str, str]]) -> bytes:
        """A sitemap of (address, day of change or empty)."""
        page = self._templates.named("sitemap.xml")
        return page.render(
            entries=[(self.absolute(address), changed) for address, changed in entries]
        ).encode()

    def sitemap_index(self, paths: list[str]) -> bytes:
        """The index of several sitemaps."""
        page = self._templates.named("sitemap_index.xml")
        return page.render(addresses=[self.absolute(path) for path in paths]).encode()

    def robots(self, has_sitemap: bool) -> bytes:
        """The word to robots: everything may be read."""
        lines = ["User-agent: *", "Disallow:"]
        if has_sitemap:
            lines.append(f"Sitemap: {self.absolute('/sitemap.xml')}")
        return "\n".join([*lines, ""]).encode()


def _quote_reference(view: StatementView) -> str:
    """Whom a quotation is of: the name, the date, the archive."""
    parts = (view.frame.heading, view.dates[0].display if view.dates else "", view.frame.site_title)
    return ". ".join(part.rstrip(".") for part in parts if part)


def _feed_style(feed: str) -> str:
    """The style of a feed, for those who open it in a browser."""
    return hrefs_from(feed.lstrip("/"))("/assets/feed.css")


def _xml(text: str) -> bytes:
    """The text without the characters that XML 1.0 can't hold, as UTF-8."""
    return xml_characters(text).encode()
