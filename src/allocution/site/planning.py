"""An archive into its page plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from functools import cached_property

from allocution.content.archive import Archive, Item, Term, Work
from allocution.content.hugo.addresses import Alias, Target, pager_target
from allocution.content.hugo.listing import Page, main_language_redirect
from allocution.content.hugo.pages import PageFacts
from allocution.model.digests import digest
from allocution.model.evidence import Evidences
from allocution.model.finding import Finding, Place, Severity
from allocution.site.pages import data_path
from allocution.site.plan import (
    FEED_SIZE,
    CopySource,
    ListSource,
    MovedSource,
    PageKind,
    Plan,
    PlannedPage,
    SideBySideSource,
    Source,
    StatementSource,
    list_size,
    neighbours,
    page_count,
)
from allocution.site.related import Related
from allocution.site.term_digests import terms_shown
from allocution.views import search
from allocution.views.addresses import side_by_side_target
from allocution.views.figures import CHARTED, data_address
from allocution.views.lists import ALL_STATEMENTS, HOME_ENTRIES, leaf_count, quoted_work
from allocution.views.pictures import has_picture, picture_output
from allocution.views.site_view import FIGURES, VERIFYING, SiteView
from allocution.views.statements import linked_terms

SITEMAP_SIZE = 2_500
ATOM = "atom.xml"
ASSETS = "assets/"
_ASSETS = ("site.css", "reading.js", "icon.svg")
_FIXED = digest()


def make_plan(
    site: SiteView,
    former: Mapping[str, tuple[Alias, ...]],
    static: Mapping[str, str],
    evidence: Evidences | None = None,
) -> Plan:
    """Every page of the site. `former` are earlier addresses by content path, `static` files by output path."""
    return _Planning(site, former, static, evidence).plan()


def plan_statement(site: SiteView, source: StatementSource) -> PlannedPage:
    """The page of one statement, as it stands in the whole plan."""
    return _statement_page(site, source, _around(source.work, source.earlier, source.later))


def _statement_page(
    site: SiteView, source: StatementSource, around: bytes, evidence: bytes = b""
) -> PlannedPage:
    item = source.item
    output = item.page.facts.target.output
    among = interface_outputs(site, output)
    former = [alias.output for alias in source.aliases]
    parts = (
        item.record.digest,
        around,
        *[output.encode() for output in former],
        *[relation.encode() + _shown(work) for relation, work in source.related],
        *_elsewhere(site.archive, item, source.work),
        evidence,
    )
    return PlannedPage(
        f"{PageKind.STATEMENT}:{item.record.path}", PageKind.STATEMENT,
        (output, data_path(output), *among, *former), digest(*parts), source,
    )  # fmt: skip


def interface_outputs(site: SiteView, output: str) -> tuple[str, ...]:
    """The files of a statement's page among labels in each of the archive's interface languages."""
    return tuple([f"{tag}/{output}" for tag in site.interfaces])


def _around(*works: Work | None) -> bytes:
    """A digest of all that a page shows of its own work and the works next to it."""
    return b"".join([_shown(work) if work else b"-" for work in works])


def _shown(work: Work) -> bytes:
    return b"".join([item.record.summary for item in work.items])


def _elsewhere(archive: Archive, item: Item, work: Work) -> Iterator[bytes]:
    """Addresses on the page that other statements decide on: lists that this work alone needn't make."""
    statement = item.record.statement
    assert statement is not None
    if item is work.items[0] and not any(charge.candidates for charge in statement.charges):
        return
    for dimension, key in linked_terms(statement):
        yield archive.address_of(dimension, key).encode()


class _Planning:
    def __init__(
        self,
        site: SiteView,
        former: Mapping[str, tuple[Alias, ...]],
        static: Mapping[str, str],
        evidence: Evidences | None,
    ) -> None:
        self._site = site
        self._evidence = evidence
        self._archive: Archive = site.archive
        self._former = former
        self._static = static
        self._plan = Plan()
        self._digests = {work: _shown(work) for work in self._archive.works}

    def plan(self) -> Plan:
        for output, path in self._static.items():
            self._copy(output, path)
        self._statements()
        self._branches("home")
        self._interface_homes()
        for dimension, terms in self._archive.terms.items():
            self._dimension(dimension, terms)
        self._branches("section")
        self._everything()
        self._figures()
        self._verifying()
        self._branches("taxonomy")
        self._branches("term")
        self._resources()
        self._pictures()
        self._moved()
        self._machines()
        return self._plan

    # Pages with a file

    def _statements(self) -> None:
        taken = {page.facts.target.output for page in self._archive.pages if page.is_published}
        related = Related(self._archive.works)
        for number, (work, earlier, later) in enumerate(neighbours(self._archive.works)):
            around = _around(work, earlier, later)
            near = related.to(number)
            for item in work.items:
                source = StatementSource(item, work, earlier, later, self._aliases(item, taken), near)
                self._plan.add(_statement_page(self._site, source, around, self._evidence_digest(item)))
            self._side_by_side(work)
        for item in self._archive.withdrawn:
            output = item.page.facts.target.output
            former = tuple(alias.output for alias in self._aliases(item, taken))
            outputs = (output, data_path(output), *interface_outputs(self._site, output), *former)
            self._add(PageKind.TOMBSTONE, item.record.path, outputs, digest(item.record.digest), item)
        for item in self._archive.ordinary:
            output = item.page.facts.target.output
            self._add(PageKind.PLAIN, item.record.path, (output,), digest(item.record.digest), item)

    def _evidence_digest(self, item: Item) -> bytes:
        statement = item.record.statement
        if self._evidence is None or statement is None:
            return b""
        return b"evidence" + self._evidence.digest(statement)

    def _side_by_side(self, work: Work) -> None:
        original = work.items[0]
        for translation in work.items[1:]:
            output = side_by_side_target(translation.page.facts.target).output
            parts = digest(original.record.digest, translation.record.digest, _shown(work))
            source = SideBySideSource(original, translation)
            self._add(PageKind.SIDE_BY_SIDE, translation.record.path, (output,), parts, source)

    def _aliases(self, item: Item, taken: set[str]) -> tuple[Alias, ...]:
        declared = item.page.facts.aliases
        if self._archive.configuration.disable_aliases:
            declared = ()
        every = (*declared, *self._former.get(item.record.path, ()))
        if not every:
            return ()
        return tuple({alias.output: alias for alias in every if alias.output not in taken}.values())

    # Lists

    @cached_property
    def _branch_pages(self) -> dict[str, list[Page]]:
        """The published pages of sections, taxonomies and terms by kind."""
        found: dict[str, list[Page]] = defaultdict(list)
        for page in self._archive.pages:
            if page.facts.kind != "page" and page.is_published:
                found[page.facts.kind].append(page)
        return found

    def _branches(self, kind: str) -> None:
        for page in self._branch_pages[kind]:
            facts = page.facts
            if kind != "home" and self._plan.has(facts.target.output):
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
                self._list(facts.title, language, works, facts.target, facts.feed, branch=branch)

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

    def _interface_homes(self) -> None:
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
                    self._front(page.facts.title, tag, _folder_target(f"/{tag}/"), feed, branch)

    def _front(self, title: str, language: str, target: Target, feed: str, branch: Item | None) -> None:
        works = self._archive.works
        atom = f"{target.folder}/{ATOM}".lstrip("/")
        source = ListSource(
            title, language, works, (target.output,), (target.address,), len(works), feed, branch=branch,
        )  # fmt: skip
        counts = [f"{name}:{leaf_count(terms)}".encode() for name, terms in self._archive.terms.items()]
        parts = [
            *self._shown(works[:HOME_ENTRIES]),
            *((quoted.items[0].record.digest, _shown(quoted)) if (quoted := quoted_work(works)) else ()),
            str(len(works)).encode(),
            *counts,
            _branch_digest(branch),
        ]
        self._add(PageKind.HOME, target.output, source.outputs, digest(*parts), source)
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
        self._list(facts.title, language, (), facts.target, facts.feed, branch=branch, terms=terms)

    def _dimension(self, dimension: str, terms: Sequence[Term]) -> None:
        for language in self._site.page_languages:
            interface = self._site.interface_language(language)
            root = self._site.localised(self._site.root_of(dimension), language)
            heading = self._site.wording(interface)(dimension)
            localised = [self._localised(term, language) for term in terms]
            self._list(heading, language, (), _folder_target(root), "", terms=localised, common=True)
            for term in (part for parent in localised for part in (parent, *parent.parts)):
                label = self._site.term_label(term, interface)
                feed = f"{term.address.strip('/')}/index.xml"
                target = _folder_target(term.address)
                self._list(label, language, term.works, target, feed, term=term, common=True)

    def _localised(self, term: Term, language: str) -> Term:
        """The term with its address in one of the site's languages."""
        address = self._site.localised(term.address, language)
        if address == term.address:
            return term
        parts = tuple(self._localised(part, language) for part in term.parts)
        return replace(term, address=address, parts=parts)

    def _figures(self) -> None:
        charted = {name: self._archive.terms[name] for name in CHARTED if name in self._archive.terms}
        parts = digest(*(each for terms in charted.values() for each in terms_shown(terms)))
        for language in self._site.page_languages:
            output = _folder_target(self._site.localised(FIGURES, language)).output
            count = str(len(self._archive.works)).encode()
            self._add(PageKind.FIGURES, output, (output,), digest(parts, count), language)
        for name in charted:
            output = data_address(name).lstrip("/")
            self._add(PageKind.FIGURES, output, (output,), parts, name)

    def _verifying(self) -> None:
        if self._archive.configuration.settings.public_key:
            for language in self._site.page_languages:
                output = _folder_target(self._site.localised(VERIFYING, language)).output
                self._add(PageKind.VERIFYING, output, (output,), _FIXED, language)

    def _everything(self) -> None:
        for language in self._site.page_languages:
            heading = self._site.wording(self._site.interface_language(language))("all-statements")
            target = _folder_target(self._site.localised(ALL_STATEMENTS, language))
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
    ) -> None:
        if self._plan.has(target.output):
            return
        pages = page_count(self._archive, len(works), len(terms))
        targets = [target, *(self._later(language, target, number) for number in range(2, pages + 1))]
        source = ListSource(
            heading, language, works, tuple([each.output for each in targets]),
            tuple([each.address for each in targets]), list_size(self._archive), feed, terms, term, branch,
            common,
        )  # fmt: skip
        letters = "".join([f"{letter}{number}" for letter, number in source.letters])
        fixed = (heading.encode(), f"{len(works)} {pages} {letters}".encode(), _branch_digest(branch))
        for number, output in enumerate(source.outputs, 1):
            parts = [*fixed, *self._shown(source.works_of(number)), *terms_shown(source.terms_of(number))]
            if term is not None and term.parts:
                parts.extend(terms_shown(term.parts))
            self._add(PageKind.LIST, output, (output,), digest(*parts), source, number)
        if pages > 1:
            first = self._later(language, target, 1)
            self._redirect(first.output, heading, language, target.address)
        if feed:
            self._feed(feed, source)

    def _later(self, language: str, target: Target, number: int) -> Target:
        configuration = self._archive.configuration
        found = configuration.language(language) or configuration.languages[0]
        return pager_target(configuration, found, target, number)

    def _feed(self, output: str, source: ListSource) -> None:
        parts = [source.heading.encode(), *self._shown(source.works[:FEED_SIZE])]
        self._add(PageKind.FEED, output, (output,), digest(*parts), source)

    def _shown(self, works: Iterable[Work]) -> list[bytes]:
        digests = self._digests
        return [digests[work] for work in works]

    # Everything else

    def _resources(self) -> None:
        for page in self._archive.pages:
            if not page.resources or not page.is_published:
                continue
            bundle = page.facts.file.path.rpartition("/")[0]
            for path in page.resources:
                inside = path.removeprefix(f"{bundle}/") if bundle else path
                if bundle and inside != path:
                    self._copy(f"{page.facts.target.folder}/{inside}".lstrip("/"), path)

    def _pictures(self) -> None:
        """A picture of each statement, which depends on its own file only."""
        for work in self._archive.works:
            for item in work.items:
                if has_picture(self._site, item):
                    output = picture_output(item.page.facts.target.output)
                    parts = digest(item.record.digest, item.record.summary)
                    self._add(PageKind.PICTURE, item.record.path, (output,), parts, item)

    def _copy(self, output: str, path: str) -> None:
        self._add(PageKind.COPY, f"copy:{output}", (output,), digest(path.encode()), CopySource(path))

    def _moved(self) -> None:
        configuration = self._archive.configuration
        for page in self._archive.pages:
            facts = page.facts
            if not facts.aliases or not page.is_published or configuration.disable_aliases:
                continue
            if facts.file.path not in self._archive.work_of:
                for alias in facts.aliases:
                    self._redirect(alias.output, facts.title, facts.file.language, facts.target.address)
        redirect = main_language_redirect(configuration)
        if redirect is not None:
            title = self._site.title(configuration.default_language)
            self._redirect(redirect[0], title, configuration.default_language, redirect[1])

    def _redirect(self, output: str, title: str, language: str, address: str) -> None:
        source = MovedSource(title, self._site.interface_language(language), address)
        parts = digest(title.encode(), language.encode(), address.encode())
        self._add(PageKind.MOVED, f"moved:{output}", (output,), parts, source)

    def _machines(self) -> None:
        if self._site.base_address:
            self._sitemaps()
        self._add(PageKind.ROBOTS, "robots.txt", ("robots.txt",), _FIXED)
        self._add(PageKind.NOT_FOUND, "404.html", ("404.html",), _FIXED)
        for name in _ASSETS:
            self._add(PageKind.ASSET, ASSETS + name, (ASSETS + name,), _FIXED)
        if self._archive.configuration.settings.offline:
            for output in (f"{ASSETS}offline.js", "sw.js"):
                self._add(PageKind.ASSET, output, (output,), _FIXED)
        for name in self._site.theme.files:
            self._add(PageKind.ASSET, ASSETS + name, (ASSETS + name,), _FIXED, "theme")
        if self._archive.configuration.settings.search:
            self._search()

    def _search(self) -> None:
        tags = [language.tag for language in self._archive.configuration.languages]
        for tag in (*tags, *self._site.interfaces):
            output = f"{search.search_address(self._site, tag)[1:]}index.html"
            self._add(PageKind.SEARCH, output, (output,), _FIXED, tag)
        for name in (search.STYLE, *search.SCRIPTS):
            self._add(PageKind.ASSET, name, (name,), _FIXED)

    def _sitemaps(self) -> None:
        changed = days_of_change(self._archive)
        outputs = [
            page.outputs[0]
            for page in self._plan.pages.values()
            if page.kind in (PageKind.STATEMENT, PageKind.PLAIN, PageKind.HOME)
            or (page.kind is PageKind.LIST and page.number == 1)
        ]
        parts = [outputs[start : start + SITEMAP_SIZE] for start in range(0, len(outputs), SITEMAP_SIZE)]
        names = (
            ["sitemap.xml"]
            if len(parts) < 2
            else [f"sitemap-{number + 1}.xml" for number in range(len(parts))]
        )
        for name, part in zip(names, parts, strict=False):
            self._add(
                PageKind.SITEMAP,
                name,
                (name,),
                digest("\0".join([f"{output} {changed.get(output, '')}" for output in part]).encode()),
                "\n".join(part),
            )
        if len(parts) > 1:
            index = "\n".join(names)
            self._add(PageKind.SITEMAP, "sitemap.xml", ("sitemap.xml",), digest(index.encode()), index, 0)

    def _add(
        self,
        kind: PageKind,
        key: str,
        outputs: tuple[str, ...],
        parts: bytes,
        source: Source = None,
        number: int = 1,
    ) -> None:
        self._plan.add(PlannedPage(f"{kind}:{key}", kind, outputs, parts, source, number))


def days_of_change(archive: Archive) -> dict[str, str]:
    """The day of each page's last change, as its file states it, by the page's output path."""
    return {
        page.facts.target.output: page.facts.dates.lastmod.instant.astimezone(UTC).date().isoformat()
        for page in archive.pages
        if page.is_published and page.facts.dates.lastmod is not None
    }


def _folder_target(address: str) -> Target:
    folder = f"/{address.strip('/')}" if address.strip("/") else ""
    return Target(address, f"{folder}/index.html".lstrip("/"), folder)


def _branch_digest(branch: Item | None) -> bytes:
    return branch.record.digest if branch is not None else b""
