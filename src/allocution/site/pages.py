"""Views into the bytes of files."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import (
    ChoiceLoader,
    DictLoader,
    Environment,
    PackageLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from allocution.content.theme import Theme
from allocution.errors import AllocutionError
from allocution.messages import Catalogue
from allocution.model.passages import Body, GapReason
from allocution.site.charts import bar, world_map, year_columns
from allocution.site.direction import text_attributes
from allocution.site.fragments import Fragments
from allocution.site.hrefs import hrefs_from, rooted_hrefs
from allocution.site.json_ld import home_json_ld, statement_json_ld
from allocution.site.metadata import statement_metadata
from allocution.site.passage_html import BodyWording, body_html
from allocution.site.policy import FORM_POLICY, PAGE_POLICY
from allocution.site.side_by_side_html import RowWriter
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


class _Lasting(Environment):
    """An environment whose templates stay as they are: one is looked for once, by those that extend it, too."""

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        key = (name, parent)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = super().get_template(name, parent, globals)
        return found

    @cached_property
    def _found(self) -> dict[tuple[str | Template, str | None], Template]:
        return {}


class _LastingSandbox(_Lasting, SandboxedEnvironment):
    """The same for templates that aren't ours."""


class ThemeTemplateError(AllocutionError):
    """A template of the archive's theme asks for something that pages don't hold."""

    def __init__(self, template: str, problem: str) -> None:
        super().__init__("theme-template-failed", template=template, problem=problem)


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
        self._loaded: dict[str, Template] = {}
        self._settings: dict[tuple[str, str, str, int], _Setting] = {}

    @cached_property
    def _templates(self) -> Environment:
        # An archive's templates come from whoever sends it changes: they see what the page holds, and nothing else.
        kind = _LastingSandbox if self._theme.templates else _Lasting
        environment = kind(
            loader=ChoiceLoader([DictLoader(self._theme.templates), PackageLoader("allocution.site")]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=False,
            auto_reload=False,
        )
        environment.globals["version"] = self._version
        environment.globals["policy"] = Markup(PAGE_POLICY)  # noqa: S704
        environment.globals["form_policy"] = Markup(FORM_POLICY)  # noqa: S704
        return environment

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
        for name in self._templates.list_templates():
            self._template(name)

    def _template(self, name: str) -> Template:
        if name not in self._loaded:
            template = self._templates.get_template(name)
            # Every rendering copies these; a plain dict copies ten times as fast as Jinja's chain of them.
            template.globals = dict(template.globals)
            self._loaded[name] = template
        return self._loaded[name]

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
        try:
            return (
                self._template(template).render(setting.values, frame=frame, header=header, **values).encode()
            )
        except TemplateError as error:
            if not self._theme.templates:
                raise
            raise ThemeTemplateError(template, str(error)) from error

    def _header(self, frame: Frame, setting: _Setting) -> Markup:
        """The head of a page, which is the same on most pages of one depth."""
        here = frame.address if frame.address in setting.listed else ""
        if here not in setting.headers:
            html = self._template("header.html").render(setting.values, frame=frame, languages=_LANGUAGES)
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
            data_address=_data_address(view.address),
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
        drawn, off_map = world_map(view.countries, href, view.courts)
        years = next((chart for chart in view.charts if chart.name == "years" and chart.bars), None)
        columns, below = year_columns(years.bars, href) if years else (Markup(""), ())
        most = {chart.name: max((each.count for each in chart.bars), default=1) for chart in view.charts}
        return self._page(
            "figures.html", output, view.frame,
            view=view, map=drawn, off_map=off_map, columns=columns, below=below, bar=bar, most=most,
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
        page = self._template("not_found.html")
        return page.render(setting.values, frame=frame, header=header, versions=versions).encode()

    def moved(self, title: str, language: str, output: str, target: str) -> bytes:
        """A page that leads to another address."""
        return (
            self._template("moved.html")
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
        page = self._template("atom.xml")
        absolute, style = self._feed_address(view.address), _feed_style(view.address)
        return _xml(page.render(view=view, identifier=identifier, absolute=absolute, style=style))

    def rss(self, view: FeedView) -> bytes:
        """A feed in RSS 2.0."""
        page = self._template("rss.xml")
        absolute, style = self._feed_address(view.address), _feed_style(view.address)
        return _xml(page.render(view=view, absolute=absolute, base=self._base, style=style))

    def _feed_address(self, feed: str) -> Resolve:
        """Absolute addresses where the site's own is known, else links relative to the feed."""
        return self.absolute if self._base else hrefs_from(feed.lstrip("/"))

    def sitemap(self, entries: list[tuple[str, str]]) -> bytes:
        """A sitemap of (address, day of change or empty)."""
        page = self._template("sitemap.xml")
        return page.render(
            entries=[(self.absolute(address), changed) for address, changed in entries]
        ).encode()

    def sitemap_index(self, paths: list[str]) -> bytes:
        """The index of several sitemaps."""
        page = self._template("sitemap_index.xml")
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


def data_path(output: str) -> str:
    """Where the JSON copy of a page lies."""
    return f"{output.removesuffix('.html')}.json"


def _feed_style(feed: str) -> str:
    """The style of a feed, for those who open it in a browser."""
    return hrefs_from(feed.lstrip("/"))("/assets/feed.css")


def _xml(text: str) -> bytes:
    """The text without the characters that XML 1.0 can't hold, as UTF-8."""
    return xml_characters(text).encode()


def _data_address(address: str) -> str:
    """The address of the JSON copy of the page at an address; its former addresses have none of their own."""
    return f"{address}index.json" if address.endswith("/") else data_path(address)


def statement_json(view: StatementView) -> bytes:
    """The JSON copy of a statement's page: the view itself, with the body's passages."""
    return msgspec.json.encode(view, order="deterministic")


def tombstone_json(view: TombstoneView) -> bytes:
    """The JSON copy of a tombstone."""
    withdrawn = {"date": view.date, "reason": view.reason}
    if view.code:
        withdrawn["code"] = view.code
    return msgspec.json.encode({"withdrawn": withdrawn}, order="deterministic")
