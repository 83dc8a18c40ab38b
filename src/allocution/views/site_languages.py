"""The languages that an archive is shown in, and where its pages stand in each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from allocution.content.archive import Archive, Item
from allocution.messages import LANGUAGES
from allocution.views.contract import Link
from allocution.views.names import own_name


@dataclass(eq=False)
class SiteLanguages:
    """An archive in the languages of its site, and in those of the interface that it asks for beyond them."""

    archive: Archive

    @cached_property
    def language(self) -> str:
        """The interface's main language: the site's, or that of most statements where no configuration names one."""
        configuration = self.archive.configuration
        spoken = configuration.spoken(configuration.default_language)
        if configuration.says_language and spoken in LANGUAGES:
            return spoken
        counted = Counter(work.items[0].record.language for work in self.archive.works)
        return next((tag for tag, _ in counted.most_common() if tag in LANGUAGES), "en")

    @cached_property
    def front_pages(self) -> tuple[Link, ...]:
        """Links to the front page in each of the site's languages, where there are several."""
        found = [page.facts for page in self.archive.pages if page.facts.kind == "home" and page.is_published]
        added = self._asked_for if found else ()
        if len(found) + len(added) < 2:
            return ()
        homes = [(facts.file.language, facts.target.address) for facts in found]
        homes += [(tag, f"/{tag}/") for tag in added if not self._taken(tag)]
        return tuple(Link(own_name(tag), address, tag) for tag, address in homes)

    @property
    def _asked_for(self) -> tuple[str, ...]:
        """The interface languages that the archive asks for beyond the site's own."""
        configuration = self.archive.configuration
        known = {language.tag.lower() for language in configuration.languages}
        asked = dict.fromkeys(configuration.settings.interface_languages)
        return tuple(tag for tag in asked if tag not in known and not configuration.several_hosts)

    def _taken(self, tag: str) -> str:
        """The address of a page that stands where those of an interface language would; empty if there is none."""
        addresses = (page.facts.target.address for page in self.archive.pages if page.is_published)
        return next((address for address in addresses if address.startswith(f"/{tag}/")), "")

    @property
    def taken_interfaces(self) -> tuple[tuple[str, str], ...]:
        """The address of each interface language that can't be had, and the page that is in its place."""
        configuration = self.archive.configuration
        asked = () if configuration.several_hosts else configuration.settings.interface_languages
        own = [tag for tag in self.page_languages if tag in asked and tag not in self._asked_for]
        taken = [(f"/{tag}/", self._taken(tag)) for tag in self._asked_for]
        taken += [(f"/{tag}/", self._takes_place(tag)) for tag in own]
        return tuple((address, other) for address, other in taken if other)

    @cached_property
    def interfaces(self) -> tuple[str, ...]:
        """The languages that the archive is shown in beyond the site's own."""
        configuration = self.archive.configuration
        return tuple(
            link.language for link in self.front_pages if configuration.language(link.language) is None
        )

    @cached_property
    def page_languages(self) -> tuple[str, ...]:
        """The languages that lists are made in: the main one, and all others that have a front page."""
        main = self.archive.configuration.default_language
        return tuple(dict.fromkeys((main, *(link.language for link in self.front_pages))))

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """The site's own languages among whose labels the texts of its other languages are shown, too."""
        configuration = self.archive.configuration
        if configuration.several_hosts:
            return ()
        asked = dict.fromkeys(configuration.settings.interface_languages)
        own = [tag for tag in self.page_languages if tag not in self.interfaces]
        return tuple(tag for tag in own if tag in asked and not self._takes_place(tag))

    def _takes_place(self, tag: str) -> str:
        """The address of a page that stands where texts of other languages would, read in this one."""
        others = tuple(f"/{tag}/{other.tag}/" for other in self.archive.configuration.languages)
        addresses = (page.facts.target.address for page in self.archive.pages if page.is_published)
        return next((address for address in addresses if address.startswith(others)), "")

    def shown_in(self, item: Item) -> tuple[str, ...]:
        """The languages of the interface that an item is shown in beyond its own."""
        return self.labels_beside(item.site_language)

    def labels_beside(self, own_language: str) -> tuple[str, ...]:
        """The languages among whose labels a page in one of the site's languages is shown, too."""
        return (*self.interfaces, *[tag for tag in self.shared if tag != own_language])

    def interface_language(self, page_language: str) -> str:
        """The interface's language on pages of one of the site's languages."""
        configuration = self.archive.configuration
        if configuration.language(page_language) is not None and not configuration.says_language:
            return self.language
        spoken = configuration.spoken(page_language)
        return spoken if spoken in LANGUAGES else self.language

    def home(self, page_language: str) -> str:
        """The address of the front page in one of the site's languages."""
        if page_language in self.interfaces:
            return f"/{page_language}/"
        language = self.archive.configuration.language(page_language)
        return f"/{language.prefix.strip('/')}/".replace("//", "/") if language else "/"

    def localised(self, address: str, page_language: str) -> str:
        """The address of a list in one of the site's languages; the main one has it as it is."""
        if not address or page_language == self.archive.configuration.default_language:
            return address
        return self.home(page_language).rstrip("/") + address

    def interface_prefix(self, page_language: str) -> str:
        """What goes before a statement's address where it is read among labels in an interface language; or nothing."""
        return self.home(page_language).rstrip("/") if page_language in self.interfaces else ""

    def versions(self, address: str, page_language: str) -> tuple[tuple[str, str], ...]:
        """A list's address in each language that it is made in; empty where that is one only."""
        if len(self.page_languages) < 2:
            return ()
        prefix = self.localised("/", page_language).rstrip("/")
        main = address.removeprefix(prefix)
        return tuple((language, self.localised(main, language)) for language in self.page_languages)

    def address_of(self, item: Item, page_language: str) -> str:
        """Where an item is read from pages in one of the languages."""
        return self.place_in(item.address, item.site_language, page_language)

    def place_in(self, address: str, own_language: str, page_language: str) -> str:
        """The address of a page in one of the site's languages, among labels in another language of the interface."""
        if page_language in self.interfaces:
            return f"/{page_language}{address}"
        if page_language == own_language or page_language not in self.shared:
            return address
        own = self.archive.configuration.language(own_language)
        prefix = "" if own and own.prefix.strip("/") else f"/{own_language}"
        return f"/{page_language}{prefix}{address}"

    def among_labels(
        self, address: str, own_language: str, page_language: str
    ) -> tuple[tuple[str, str], ...]:
        """The address of a page in its own language, and those where it stands among labels in other languages."""
        beside = self.labels_beside(own_language)
        if not beside:
            return ()
        own = address.removeprefix(self.place_in("", own_language, page_language))
        return ((own_language, own), *((tag, self.place_in(own, own_language, tag)) for tag in beside))
