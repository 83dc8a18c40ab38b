"""The lists of an archive in its plan: front pages, sections, terms of every kind, all statements; and their feeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from math import inf

import msgspec

from allocution.content.archive import Archive, Item, Term, Work
from allocution.content.hugo.addresses import Target, pager_target
from allocution.content.hugo.listing import Page
from allocution.content.hugo.pages import PageFacts
from allocution.model.digests import digest
from allocution.model.finding import Finding, Place, Severity
from allocution.site.plan import FEED_SIZE, ListSource, PageKind, Plan, list_size, page_count
from allocution.site.statement_pages import shown
from allocution.site.term_digests import terms_shown
from allocution.views.laws import term_heading
from allocution.views.lists import HOME_ENTRIES, leaf_count, quoted_work
from allocution.views.site_view import ALL_STATEMENTS, SiteView

ATOM = "atom.xml"


class ListPages:
    """Adds lists to a plan. `digests` are those of what lists show of works."""

    def __init__(self, site: SiteView, plan: Plan, digests: Mapping[Work, bytes]) -> None:
        self._site = site
        self._archive: Archive = site.archive
        self._plan = plan
        self._digests = digests

    @cached_property
    def _branch_pages(self) -> dict[str, list[Page]]:
        """The published pages of sections, taxonomies and terms by kind."""
        found: dict[str, list[Page]] = defaultdict(list)
        for page in self._archive.pages:
            if page.facts.kind != "page" and page.is_published:
                found[page.facts.kind].append(page)
        return found

    def branches(self, kind: str) -> None:
        """The pages of Hugo's branches of one kind: `home`, `section`, `taxonomy` or `term`."""
        for page in self._branch_pages[kind]:
            facts = page.facts
            if kind != "home" and self._plan.has(facts.target.output):
                self._feed_of_other(page)
                continue
            branch = self._archive.branches.get(facts.target.output)
            if kind == "home":
                self._home(page, branch)
            elif kind == "taxonomy":
                self._taxonomy(page, branch)
            else:
                language, key = facts.file.language, facts.file.key
                by_key = self._works_by_section if kind == "section" else self._works_by_term
                works = by_key.get(key if kind == "section" else f"{language}:{key}", ())
                ordinary = self._ordinary.get(f"{language}:{key}", ())
                self._folder(facts, works, branch, ordinary=ordinary)

    def _feed_of_other(self, page: Page) -> None:
        """The feed of a list that another of our own stands for; a taxonomy's has all that is in its terms."""
        facts = page.facts
        if facts.feed and not self._plan.has(facts.feed):
            below = f"{facts.file.language}:{facts.file.key}/"
            found = {
                work for key, works in self._works_by_term.items() if key.startswith(below) for work in works
            }
            works = tuple(work for work in self._archive.works if work in found)
            target = facts.target
            self._feed(
                facts.feed,
                ListSource(
                    facts.title, facts.file.language, works, (target.output,), (target.address,),
                    list_size(self._archive), facts.feed,
                ),
            )  # fmt: skip

    def _folder(
        self,
        facts: PageFacts,
        works: Sequence[Work],
        branch: Item | None,
        terms: Sequence[Term] = (),
        ordinary: Sequence[Item] = (),
    ) -> None:
        """A folder's or a word's list in its own language, and among labels in others."""
        language = facts.file.language
        heading, target = self._title(facts, branch), facts.target
        if target.address == self._site.localised(ALL_STATEMENTS, language):
            self._list(
                heading, language, works, target, facts.feed, branch=branch, common=True, ordinary=ordinary
            )
            return
        self._list(
            heading, language, works, target, facts.feed,
            branch=branch, terms=terms, own_language=language, ordinary=ordinary,
        )  # fmt: skip
        for tag in self._site.labels_beside(language):
            place = partial(self._site.place_in, own_language=language, page_language=tag)
            among = Target(place(target.address), place(f"/{target.output}")[1:], place(target.folder))
            localised = [msgspec.structs.replace(term, address=place(term.address)) for term in terms]
            self._list(
                heading, tag, works, among, "",
                branch=branch, terms=localised, own_language=language, ordinary=ordinary,
            )  # fmt: skip

    def _title(self, facts: PageFacts, branch: Item | None) -> str:
        """What a list is called: that of all statements in the site's language, where its file doesn't say."""
        language = facts.file.language
        if branch is None and facts.target.address == self._site.localised(ALL_STATEMENTS, language):
            return self._site.wording(self._site.interface_language(language))("all-statements")
        return facts.title

    @cached_property
    def _works_by_section(self) -> dict[str, list[Work]]:
        found: dict[str, dict[Work, None]] = defaultdict(dict)
        for work in self._archive.works:
            for item in work.items:
                section = item.page.facts.section
                while section.strip("/"):
                    found[section][work] = None
                    section = section.rpartition("/")[0]
        return {key: list(works) for key, works in found.items()}

    @cached_property
    def _ordinary(self) -> dict[str, list[Item]]:
        """Ordinary pages by language and key of the sections and terms that they are in, in Hugo's order."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in sorted(self._archive.ordinary, key=hugo_order):
            facts = item.page.facts
            keys = [term.key for term in facts.terms]
            section = facts.section
            while section.strip("/"):
                keys.append(section)
                section = section.rpartition("/")[0]
            for key in keys if facts.list == "always" else ():
                found[f"{item.site_language}:{key}"].append(item)
        return found

    @cached_property
    def _works_by_term(self) -> dict[str, list[Work]]:
        """Works by language and key of the Hugo terms that any of their pages has."""
        found: dict[str, dict[Work, None]] = defaultdict(dict)
        for work in self._archive.works:
            for item in work.items:
                for term in item.page.facts.terms:
                    found[f"{item.site_language}:{term.key}"][work] = None
        return {key: list(works) for key, works in found.items()}

    @cached_property
    def _terms_by_taxonomy(self) -> dict[str, dict[str, str]]:
        """For each language and taxonomy the terms in use: key of the term's page, and its word as first written."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for page in self._archive.pages:
            if page.facts.terms and page.is_published:
                for term in page.facts.terms:
                    found[f"{page.facts.file.language}:/{term.taxonomy}"].setdefault(term.key, term.word)
        return found

    @cached_property
    def _term_pages(self) -> dict[str, PageFacts]:
        """Pages of Hugo's terms by language and key."""
        return {
            f"{page.facts.file.language}:{page.facts.file.key}": page.facts
            for page in self._branch_pages["term"]
        }

    def _home(self, page: Page, branch: Item | None) -> None:
        facts = page.facts
        self._front(facts.title, facts.file.language, facts.target, facts.feed, branch)

    def interface_homes(self) -> None:
        """A front page in each of the interface languages, with the archive's own text as it is."""
        path = self._archive.configuration.path
        for address, other in self._site.taken_interfaces:
            parameters = (("address", address), ("other", other))
            self._plan.findings.append(Finding("hugo-address-taken", Severity.ERROR, Place(path), parameters))
        main = self._archive.configuration.default_language
        for page in self._branch_pages["home"]:
            if page.facts.file.language == main:
                branch = self._archive.branches.get(page.facts.target.output)
                for tag in self._site.interfaces:
                    feed = f"{tag}/{page.facts.feed.rpartition('/')[2]}" if page.facts.feed else ""
                    self._front(page.facts.title, tag, folder_target(f"/{tag}/"), feed, branch)

    def _front(self, title: str, language: str, target: Target, feed: str, branch: Item | None) -> None:
        works = self._archive.works
        atom = f"{target.folder}/{ATOM}".lstrip("/")
        source = ListSource(
            title, language, works, (target.output,), (target.address,), len(works), feed, branch=branch,
        )  # fmt: skip
        counts = [f"{name}:{leaf_count(terms)}".encode() for name, terms in self._archive.terms.items()]
        parts = [
            *self._shown(works[:HOME_ENTRIES]),
            *((quoted.items[0].record.digest, shown(quoted)) if (quoted := quoted_work(works)) else ()),
            str(len(works)).encode(),
            *counts,
            _branch_digest(branch),
        ]
        self._plan.make(PageKind.HOME, target.output, source.outputs, digest(*parts), source)
        for each in [feed, atom] if feed else [atom]:
            self._feed(each, source)

    def _taxonomy(self, page: Page, branch: Item | None) -> None:
        facts = page.facts
        language = facts.file.language
        prefix = f"{language}:"
        terms = []
        for key, word in self._terms_by_taxonomy.get(f"{prefix}{facts.file.key}", {}).items():
            term = self._term_pages.get(prefix + key)
            if term is not None:
                works = tuple(self._works_by_term.get(prefix + key, ()))
                terms.append(
                    Term(facts.file.name, key, term.title or word, term.target.address, works, language)
                )
        terms.sort(key=lambda term: (term.label.casefold(), term.key))
        self._folder(facts, (), branch, terms)

    def dimension(self, dimension: str, terms: Sequence[Term]) -> None:
        """A dimension's terms, and the statements of each."""
        for language in self._site.page_languages:
            interface = self._site.interface_language(language)
            root = self._site.localised(self._site.root_of(dimension), language)
            heading = self._site.wording(interface)(dimension)
            localised = [self._localised(term, language) for term in terms]
            self._list(heading, language, (), folder_target(root), "", terms=localised, common=True)
            for term in (part for parent in localised for part in (parent, *parent.parts)):
                label = term_heading(self._site, term, interface)
                feed = f"{term.address.strip('/')}/index.xml"
                target = folder_target(term.address)
                self._list(label, language, term.works, target, feed, term=term, common=True)

    def _localised(self, term: Term, language: str) -> Term:
        """The term with its address in one of the site's languages."""
        address = self._site.localised(term.address, language)
        if address == term.address:
            return term
        parts = tuple(self._localised(part, language) for part in term.parts)
        return msgspec.structs.replace(term, address=address, parts=parts)

    def everything(self) -> None:
        """The list of all statements, in each of the site's languages."""
        for language in self._site.page_languages:
            heading = self._site.wording(self._site.interface_language(language))("all-statements")
            target = folder_target(self._site.localised(ALL_STATEMENTS, language))
            self._list(heading, language, self._archive.works, target, "", common=True)

    def _list(  # noqa: PLR0913
        self,
        heading: str,
        language: str,
        works: Sequence[Work],
        target: Target,
        feed: str,
        *,
        terms: Sequence[Term] = (),
        term: Term | None = None,
        branch: Item | None = None,
        common: bool = False,
        own_language: str = "",
        ordinary: Sequence[Item] = (),
    ) -> None:
        if self._plan.has(target.output):
            return
        pages = page_count(self._archive, len(works) + len(ordinary), len(terms))
        targets = [target, *(self._later(target, number) for number in range(2, pages + 1))]
        source = ListSource(
            heading, language, works, tuple([each.output for each in targets]),
            tuple([each.address for each in targets]), list_size(self._archive), feed, terms, term, branch,
            common, own_language, ordinary,
        )  # fmt: skip
        letters = "".join([f"{letter}{number}" for letter, number in source.letters])
        fixed = (heading.encode(), f"{len(works)} {pages} {letters}".encode(), _branch_digest(branch))
        for number, output in enumerate(source.outputs, 1):
            parts = [*fixed, *self._shown(source.works_of(number)), *terms_shown(source.terms_of(number))]
            parts += [item.record.digest for item in source.ordinary_of(number)]
            if term is not None and term.parts:
                parts.extend(terms_shown(term.parts))
            self._plan.make(PageKind.LIST, output, (output,), digest(*parts), source, number)
        if pages > 1:
            first = self._later(target, 1)
            self._plan.redirect(
                first.output, heading, self._site.interface_language(language), target.address
            )
        if feed:
            self._feed(feed, source)

    def _later(self, target: Target, number: int) -> Target:
        return pager_target(self._archive.configuration, target, number)

    def _feed(self, output: str, source: ListSource) -> None:
        works = source.works[:FEED_SIZE]
        parts = [source.heading.encode(), *self._shown(works)]
        parts += [item.record.digest for item in source.ordinary[: FEED_SIZE - len(works)]]
        if self._archive.configuration.settings.feed_text:
            parts += [item.record.digest for work in works for item in work.items]
        self._plan.make(PageKind.FEED, output, (output,), digest(*parts), source)

    def _shown(self, works: Iterable[Work]) -> list[bytes]:
        digests = self._digests
        return [digests[work] for work in works]


def hugo_order(item: Item) -> tuple[bool, int, float, str]:
    """Where Hugo puts a page among others: by weight, the newest first, by title."""
    facts = item.page.facts
    moment = facts.dates.date.instant.timestamp() if facts.dates.date else -inf
    return facts.weight == 0, facts.weight, -moment, facts.title


def folder_target(address: str) -> Target:
    """The page in the folder of an address."""
    folder = f"/{address.strip('/')}" if address.strip("/") else ""
    return Target(address, f"{folder}/index.html".lstrip("/"), folder)


def _branch_digest(branch: Item | None) -> bytes:
    return branch.record.digest if branch is not None else b""
