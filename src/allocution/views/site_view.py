"""What pages of one archive have in common: its title, navigation, links and labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import normalize

import msgspec

from allocution.content.archive import Archive, Dimension, Item, Term
from allocution.content.hugo.pages import PageFacts
from allocution.content.outside_links import SITE, leads_out, outside_of
from allocution.content.settings import Outside
from allocution.content.theme import Theme
from allocution.messages import Catalogue
from allocution.views.absolute import absolute_address
from allocution.views.contract import Feed, Frame, Link
from allocution.views.names import country_name, language_name, year_label
from allocution.views.site_languages import SiteLanguages
from allocution.views.statement_files import StatementForms

ALL_STATEMENTS = "/statements/"
FIGURES = "/figures/"
DOWNLOADS = "/downloads/"
VERIFYING = "/verifying/"
COLOPHON = "/colophon/"
_MOST_PAGES = 8


class _Surroundings(msgspec.Struct, frozen=True):
    """What the frames of all pages in one of the site's languages have in common."""

    language: str
    site_title: str
    home: str
    navigation: tuple[Link, ...]
    languages: tuple[Link, ...]
    pages: tuple[Link, ...]


@dataclass(eq=False)
class SiteView(SiteLanguages):
    """An archive as its pages show it; hand one to every function that makes a view.

    `forms` are the editions that statements are offered in one by one, None where that isn't asked for.
    """

    base_address: str
    theme: Theme = field(default_factory=Theme)
    forms: StatementForms | None = None
    _catalogues: dict[str, Catalogue] = field(default_factory=dict)
    _surroundings: dict[str, _Surroundings] = field(default_factory=dict)

    @cached_property
    def page_addresses(self) -> dict[str, str]:
        """Addresses of pages by logical path without the leading slash, for links by file name; files win."""
        return {
            page.facts.file.key.strip("/"): page.facts.target.address
            for page in self.archive.pages
            if page.is_published
        }

    def resolve(self, address: str) -> str:
        """Where a link of a text leads: a page named by its file becomes that page's address.

        `at:/x/` stays if a text or an ordinary page is there.
        """
        if address.startswith("at:"):
            return address if self._is_known(address[3:]) else ""
        if not address.startswith("ref:"):
            return address
        target, mark, fragment = address[4:].partition("#")
        name = normalize("NFC", target.strip("/").removesuffix(".md").lower())
        return f"{self.page_addresses.get(name, '')}{mark}{fragment}"

    @cached_property
    def outside(self) -> Outside:
        """What becomes of links on its pages that lead out of the archive."""
        return outside_of(SITE, self.archive.configuration.settings.outside_links)

    def leads_out(self, written: str) -> str:
        """Where a link of a text leads that leads out of the archive; empty for any other."""
        address = self.resolve(written)
        return address if leads_out(address, self.base_address) else ""

    def read_at(self, address: str, page_language: str) -> str:
        """Where a link of a text leads from pages in one of the languages."""
        path, mark, fragment = address.partition("#")
        item = self._items.get(path)
        if item is not None:
            return f"{self.address_of(item, page_language)}{mark}{fragment}"
        own = self._sections.get(path, self.archive.configuration.default_language)
        common = path.removeprefix(self.localised("/", own).rstrip("/"))
        if page_language in self.page_languages and common in self._common:
            return f"{self.localised(common, page_language)}{mark}{fragment}"
        return (
            f"{self.place_in(path, own, page_language) if path in self._sections else path}{mark}{fragment}"
        )

    def _is_known(self, address: str) -> bool:
        return address in self._items or address in self._sections or address in self._common

    @cached_property
    def _sections(self) -> dict[str, str]:
        """The language of each list that an archive's folders and words make, by address."""
        kinds = ("section", "taxonomy", "term")
        pages = (page.facts for page in self.archive.pages if page.is_published and page.facts.kind in kinds)
        return {facts.target.address: facts.file.language for facts in pages}

    @cached_property
    def _common(self) -> frozenset[str]:
        """The addresses of what is made in each of several languages of the interface, as the main one has them."""
        if not (self.interfaces or self.shared):
            return frozenset()
        roots = map(self.root_of, self.archive.terms)
        terms = [term for found in self.archive.terms.values() for term in found]
        parts = [part.address for term in terms for part in (term, *term.parts)]
        return frozenset(("/", ALL_STATEMENTS, FIGURES, COLOPHON, *roots, *parts))

    @cached_property
    def _items(self) -> dict[str, Item]:
        archive = self.archive
        texts = (item for work in archive.works for item in work.items)
        return {item.address: item for item in (*texts, *archive.withdrawn, *archive.ordinary)}

    @cached_property
    def plain_pages(self) -> dict[str, tuple[Link, ...]]:
        """Links to ordinary pages outside all sections, and to sections of nothing else, by the site's language."""
        found: dict[str, list[Link]] = {}
        for item in self.archive.ordinary:
            if not item.page.facts.section.strip("/"):
                link = Link(item.page.facts.title, item.address, item.record.language)
                found.setdefault(item.site_language, []).append(link)
        for facts in self._sections_of_pages():
            link = Link(facts.title, facts.target.address, facts.file.language)
            found.setdefault(facts.file.language, []).append(link)
        return {language: tuple(links[:_MOST_PAGES]) for language, links in found.items()}

    def _sections_of_pages(self) -> list[PageFacts]:
        """Sections at the root that have ordinary pages and no statement."""
        archive = self.archive
        have = {key for item in archive.ordinary if (key := _root_section(item))[1]}
        if not have:
            return []
        wanted = have - {_root_section(item) for work in archive.works for item in work.items}
        sections = (
            page.facts for page in archive.pages if page.facts.kind == "section" and page.is_published
        )
        return [
            facts
            for facts in sections
            if facts.file.key.count("/") == 1 and (facts.file.language, facts.file.key[1:]) in wanted
        ]

    def wording(self, language: str) -> Catalogue:
        """The interface's messages in a language."""
        if language not in self._catalogues:
            self._catalogues[language] = Catalogue("site", language, self.theme.wording.get(language, ""))
        return self._catalogues[language]

    def title(self, page_language: str) -> str:
        """The archive's title in one of the site's languages."""
        configuration = self.archive.configuration
        language = configuration.language(page_language)
        stated = (language.title if language else "") or configuration.title
        return stated or self.wording(self.interface_language(page_language))("archive-title")

    def search_page(self, page_language: str) -> str:
        """The address of the search page in one of the site's languages; empty where the archive asks for none."""
        wanted = self.archive.configuration.settings.search
        return f"{self.home(page_language)}search/" if wanted else ""

    def absolute(self, address: str) -> str:
        """The address with the site's own in front; empty where that isn't known."""
        return absolute_address(self.base_address, address) if self.base_address else ""

    def navigation(self, page_language: str) -> tuple[Link, ...]:
        """Links to the lists that this archive has."""
        wording = self.wording(self.interface_language(page_language))
        links = [
            Link(wording(dimension), self.localised(self.root_of(dimension), page_language))
            for dimension in Dimension
            if dimension in self.archive.terms
        ]
        return (*links, Link(wording("figures"), self.localised(FIGURES, page_language)))

    def term_address(self, dimension: str, key: str, page_language: str) -> str:
        """The address of a term's list in one of the site's languages; empty where there is none."""
        return self.localised(self.archive.address_of(dimension, key), page_language)

    def _surroundings_of(self, page_language: str) -> _Surroundings:
        found = self._surroundings.get(page_language)
        if found is None:
            language = self.interface_language(page_language)
            navigation = self.navigation(page_language)
            if search := self.search_page(page_language):
                navigation += (Link(self.wording(language)("search"), search),)
            found = _Surroundings(
                language,
                self.title(page_language),
                self.home(page_language),
                navigation,
                self.front_pages,
                self._pages(page_language),
            )
            self._surroundings[page_language] = found
        return found

    def _pages(self, page_language: str) -> tuple[Link, ...]:
        settings = self.archive.configuration.settings
        main = self.archive.configuration.default_language
        plain = self.plain_pages.get(page_language, ())
        if page_language in self.interfaces:
            plain = tuple(
                msgspec.structs.replace(link, address=self.place_in(link.address, main, page_language))
                for link in self.plain_pages.get(main, ())
            )
        wording = self.wording(self.interface_language(page_language))
        asked = (
            ("downloads", DOWNLOADS, settings.has_downloads), ("verifying", VERIFYING, settings.public_key),
            ("colophon", COLOPHON, True),
        )  # fmt: skip
        made = [
            Link(wording(name), self.localised(address, page_language))
            for name, address, wanted in asked
            if wanted
        ]
        return (*plain, *made)

    def root_of(self, dimension: str) -> str:
        """The address of the list of a dimension's terms."""
        first = self.archive.terms[dimension][0]
        return first.address.rstrip("/").rsplit("/", 1)[0] + "/"

    def frame(
        self,
        heading: str,
        address: str,
        page_language: str,
        *,
        description: str = "",
        alternates: tuple[tuple[str, str], ...] = (),
        versions: tuple[tuple[str, str], ...] = (),
        feeds: tuple[Feed, ...] = (),
        indexed: bool = True,
    ) -> Frame:
        """The frame of a page; `versions` are its addresses in other languages of the interface, and its own."""
        around = self._surroundings_of(page_language)
        site_title = around.site_title
        return Frame(
            language=around.language,
            title=f"{heading} · {site_title}" if heading != site_title else heading,
            heading=heading,
            site_title=site_title,
            home=around.home,
            address=address,
            canonical=self.absolute(address),
            description=description or f"{heading}. {site_title}",
            navigation=around.navigation,
            languages=_leading_to(around.languages, dict(versions)) if versions else around.languages,
            pages=around.pages,
            alternates=alternates,
            feeds=feeds,
            indexed=indexed,
            offline=self.archive.configuration.settings.offline,
            logo=f"/assets/{self.theme.logo[0]}" if self.theme.logo else "",
            search_description=f"{around.home}opensearch.xml" if self.describes_search else "",
        )

    @cached_property
    def describes_search(self) -> bool:
        """Whether programs are told how to search: only at a whole address can they."""
        return self.archive.configuration.settings.search and bool(self.base_address)

    def moved_frame(self, frame: Frame, address: str) -> Frame:
        """The frame of a page at one of its former addresses; `address` is the present one."""
        return msgspec.structs.replace(
            frame, moved_to=address, canonical=self.absolute(address), indexed=False
        )

    def term_label(self, term: Term, language: str) -> str:
        """A term as people read it."""
        match term.dimension:
            case Dimension.COUNTRIES:
                return country_name(term.key, language)
            case Dimension.LANGUAGES:
                return language_name(term.key, language)
            case Dimension.YEARS:
                return year_label(term.key, self.wording(language))
            case Dimension.LAWS:
                return self._law_label(term, language)
            case _:
                return term.label

    def _law_label(self, term: Term, language: str) -> str:
        law_id, _, number = term.key.partition(" ")
        if number:
            return self.wording(language)("article", number=number)
        law = self.archive.laws.get(law_id)
        if law is None:
            return law_id
        titles = {label.language: label.text for label in law.titles}
        return titles.get(language) or next(iter(titles.values()), law_id)


def _root_section(item: Item) -> tuple[str, str]:
    """The language of an item, and the name of the section at the root that it is in."""
    return item.site_language, item.page.facts.section.split("/", 2)[1]


def _leading_to(languages: tuple[Link, ...], versions: Mapping[str, str]) -> tuple[Link, ...]:
    """The links between languages, to the page itself where it has a version in them."""
    return tuple(
        msgspec.structs.replace(link, address=versions.get(link.language, link.address)) for link in languages
    )


def configured_base(archive: Archive) -> str:
    """The site's own address as the configuration has it, with one slash at its end; empty where it has none."""
    base = archive.configuration.base_url
    return f"{base.rstrip('/')}/" if base.startswith(("http://", "https://")) else ""
