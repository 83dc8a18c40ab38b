"""An archive into its page plan."""

from __future__ import annotations

from collections.abc import Mapping

from allocution.content.archive import Archive, Item, Work
from allocution.content.hugo.addresses import Alias
from allocution.content.hugo.listing import main_language_redirect
from allocution.content.hugo.survey import place_in_bundle
from allocution.model.digests import digest
from allocution.model.evidence import Evidences
from allocution.site.json_copies import data_path
from allocution.site.list_pages import ListPages, folder_target
from allocution.site.plan import (
    CopySource,
    EditionSource,
    PageKind,
    Plan,
    SideBySideSource,
    StatementSource,
    neighbours,
)
from allocution.site.program_pages import plan_program_pages
from allocution.site.related import Related
from allocution.site.statement_pages import (
    elsewhere,
    evidence_digest,
    interface_outputs,
    shown,
    shown_around,
    statement_page,
)
from allocution.site.term_digests import terms_shown
from allocution.views.addresses import side_by_side_target
from allocution.views.figures import CHARTED, data_address
from allocution.views.pictures import has_picture, picture_output
from allocution.views.site_view import COLOPHON, FIGURES, VERIFYING, SiteView

_FIXED = digest()


def make_plan(
    site: SiteView,
    former: Mapping[str, tuple[Alias, ...]],
    static: Mapping[str, str],
    day: str,
    evidence: Evidences | None = None,
) -> Plan:
    """Every page of the site. `former` are earlier addresses by content path, `static` files by output path.

    `day` is that of the build, which one page says.
    """
    return _Planning(site, former, static, day, evidence).plan()


class _Planning:
    def __init__(
        self,
        site: SiteView,
        former: Mapping[str, tuple[Alias, ...]],
        static: Mapping[str, str],
        day: str,
        evidence: Evidences | None,
    ) -> None:
        self._site = site
        self._day = day
        self._evidence = evidence
        self._archive: Archive = site.archive
        self._former = former
        self._static = static
        self._plan = Plan()

    def plan(self) -> Plan:
        for output, path in self._static.items():
            self._copy(output, path)
        lists = ListPages(self._site, self._plan, {work: shown(work) for work in self._archive.works})
        self._statements()
        lists.branches("home")
        lists.interface_homes()
        for dimension, terms in self._archive.terms.items():
            lists.dimension(dimension, terms)
        lists.branches("section")
        lists.everything()
        self._figures()
        self._verifying()
        self._colophon()
        lists.branches("taxonomy")
        lists.branches("term")
        self._resources()
        self._pictures()
        self._editions()
        self._moved()
        plan_program_pages(self._site, self._plan)
        return self._plan

    # Pages with a file

    def _statements(self) -> None:
        taken = {page.facts.target.output for page in self._archive.pages if page.is_published}
        related = Related(self._archive.works)
        for number, (work, earlier, later) in enumerate(neighbours(self._archive.works)):
            around = shown_around(work, earlier, later)
            near = related.to(number)
            for item in work.items:
                source = StatementSource(item, work, earlier, later, self._aliases(item, taken), near)
                self._plan.add(
                    statement_page(self._site, source, around, evidence_digest(self._evidence, item))
                )
            self._side_by_side(work)
        for item in self._archive.withdrawn:
            output = item.page.facts.target.output
            former = tuple(alias.output for alias in self._aliases(item, taken))
            outputs = (output, data_path(output), *interface_outputs(self._site, item, output), *former)
            self._plan.make(PageKind.TOMBSTONE, item.record.path, outputs, digest(item.record.digest), item)
        for item in self._archive.ordinary:
            output = item.page.facts.target.output
            outputs = (output, *interface_outputs(self._site, item, output))
            self._plan.make(PageKind.PLAIN, item.record.path, outputs, digest(item.record.digest), item)

    def _side_by_side(self, work: Work) -> None:
        original = work.items[0]
        for translation in work.items[1:]:
            output = side_by_side_target(translation.page.facts.target).output
            parts = digest(original.record.digest, translation.record.digest, shown(work))
            source = SideBySideSource(original, translation)
            outputs = (output, *interface_outputs(self._site, translation, output))
            self._plan.make(PageKind.SIDE_BY_SIDE, translation.record.path, outputs, parts, source)

    def _aliases(self, item: Item, taken: set[str]) -> tuple[Alias, ...]:
        declared = item.page.facts.aliases
        if self._archive.configuration.disable_aliases:
            declared = ()
        every = (*declared, *self._former.get(item.record.path, ()))
        if not every:
            return ()
        return tuple({alias.output: alias for alias in every if alias.output not in taken}.values())

    def _figures(self) -> None:
        charted = {name: self._archive.terms[name] for name in CHARTED if name in self._archive.terms}
        parts = digest(*(each for terms in charted.values() for each in terms_shown(terms)))
        for language in self._site.page_languages:
            output = folder_target(self._site.localised(FIGURES, language)).output
            count = str(len(self._archive.works)).encode()
            self._plan.make(PageKind.FIGURES, output, (output,), digest(parts, count), language)
        for name in charted:
            output = data_address(name).lstrip("/")
            self._plan.make(PageKind.FIGURES, output, (output,), parts, name)

    def _verifying(self) -> None:
        if self._archive.configuration.settings.public_key:
            for language in self._site.page_languages:
                output = folder_target(self._site.localised(VERIFYING, language)).output
                self._plan.make(PageKind.VERIFYING, output, (output,), _FIXED, language)

    def _colophon(self) -> None:
        parts = digest(self._day.encode(), str(len(self._archive.works)).encode())
        for language in self._site.page_languages:
            output = folder_target(self._site.localised(COLOPHON, language)).output
            self._plan.make(PageKind.COLOPHON, output, (output,), parts, language)

    def _resources(self) -> None:
        """The files of bundles; a withdrawn statement's may say what was withdrawn."""
        withdrawn = {item.record.path for item in self._archive.withdrawn}
        for page in self._archive.pages:
            file = page.facts.file
            if file.path not in withdrawn:
                for path in page.published_files:
                    inside = place_in_bundle(self._archive.configuration, file, path)
                    if inside:
                        self._copy(f"{page.facts.target.folder}/{inside}".lstrip("/"), path)

    def _pictures(self) -> None:
        """A picture of each statement, which depends on its own file only."""
        for work in self._archive.works:
            for item in work.items:
                if has_picture(self._site, item):
                    output = picture_output(item.page.facts.target.output)
                    parts = digest(item.record.digest, item.record.summary)
                    self._plan.make(PageKind.PICTURE, item.record.path, (output,), parts, item)

    def _editions(self) -> None:
        """Each statement in the editions that it is offered in."""
        forms = self._site.forms
        for work in self._archive.works if forms is not None else ():
            of_work = shown(work) + b"".join([item.record.digest for item in work.items])
            for item in work.items:
                assert forms is not None
                path, statement = item.record.path, item.record.statement
                assert statement is not None
                about = digest(
                    of_work,
                    *(forms.names[each.record.path].encode() for each in (item, work.items[0])),
                    *elsewhere(self._archive, item, work),
                    evidence_digest(self._evidence, item),
                )
                for form, output in forms.of(path, statement):
                    source = EditionSource(item, work, form.edition)
                    parts = digest(about, form.made_of)
                    self._plan.make(PageKind.EDITION, f"{form.edition}:{path}", (output,), parts, source)

    def _copy(self, output: str, path: str) -> None:
        self._plan.make(PageKind.COPY, f"copy:{output}", (output,), digest(path.encode()), CopySource(path))

    def _moved(self) -> None:
        configuration = self._archive.configuration
        for page in self._archive.pages:
            facts = page.facts
            if not facts.aliases or not page.is_published or configuration.disable_aliases:
                continue
            if facts.file.path not in self._archive.work_of:
                interface = self._site.interface_language(facts.file.language)
                for alias in facts.aliases:
                    self._plan.redirect(alias.output, facts.title, interface, facts.target.address)
        redirect = main_language_redirect(configuration, self._archive.pages)
        if redirect is None and configuration.several_hosts:
            # Languages with hosts of their own are folders here, and the site has to begin somewhere.
            redirect = "index.html", self._site.home(configuration.default_language)
        if redirect is not None and not self._plan.has(redirect[0]):
            language = configuration.default_language
            interface = self._site.interface_language(language)
            self._plan.redirect(redirect[0], self._site.title(language), interface, redirect[1])
