"""All pages of a site joined: those with files, those that Hugo makes, and which of them are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from allocution.content.hugo.branches import Branches
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.list_dates import with_dates_of_lists
from allocution.content.hugo.pages import PageFacts, describe_page
from allocution.content.hugo.survey import ContentFile, Survey
from allocution.model.finding import Finding, Place, Severity


class Status(StrEnum):
    """Whether a page is published, or why not."""

    PUBLISHED = "published"
    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"
    UNREADABLE_DATE = "unreadable-date"
    NOT_RENDERED = "not-rendered"


_DROPPED = frozenset({Status.DRAFT, Status.FUTURE, Status.EXPIRED, Status.UNREADABLE_DATE})


class Page(msgspec.Struct, frozen=True):
    """A page of the site; `resources` are the files of its bundle, as paths from the archive's root."""

    facts: PageFacts
    status: Status
    resources: tuple[str, ...]

    @property
    def published_files(self) -> tuple[str, ...]:
        """The files of the bundle that are published: also those of a page that is only there for its files."""
        is_dropped = self.status in _DROPPED or not self.facts.has_files
        return () if is_dropped else self.resources

    @property
    def is_published(self) -> bool:
        """Whether the page is written to the output."""
        return self.status is Status.PUBLISHED


class Listing(msgspec.Struct, frozen=True):
    """The pages of a site by language and key, and what is wrong between them."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]


def list_pages(
    configuration: SiteConfiguration,
    surveyed: Survey,
    branches: Branches,
    facts: Iterable[PageFacts],
    now: datetime,
) -> Listing:
    """Join what is known of each file's page into the pages of the site as it is at `now`."""
    known = {(each.file.language, each.file.key): each for each in facts}
    statuses = {key: status_of(configuration, each, now) for key, each in known.items()}
    for made in _made_files(configuration, known, statuses):
        described = describe_page(configuration, branches, made, {})
        key = (made.language, made.key)
        known[key] = described
        statuses[key] = status_of(configuration, described, now)
    known = with_dates_of_lists(known, [key for key, status in statuses.items() if status not in _DROPPED])
    order = {language.tag: position for position, language in enumerate(configuration.languages)}
    pages = tuple(
        Page(known[key], statuses[key], surveyed.resources.get(key[1], ()))
        for key in sorted(known, key=lambda key: (order.get(key[0], -1), key[1]))
    )
    findings = [finding for page in pages for finding in page.facts.findings]
    return Listing(pages, (*findings, *_taken_addresses(pages)))


def status_of(configuration: SiteConfiguration, facts: PageFacts, now: datetime) -> Status:
    """Whether the page is published at `now`, or the first reason why not."""
    dates = facts.dates
    if facts.draft and not configuration.build_drafts:
        return Status.DRAFT
    if dates.hold_back:
        return Status.UNREADABLE_DATE
    if dates.publish and dates.publish.instant > now and not configuration.build_future:
        return Status.FUTURE
    if dates.expiry and dates.expiry.instant < now and not configuration.build_expired:
        return Status.EXPIRED
    return Status.PUBLISHED if facts.render == "always" else Status.NOT_RENDERED


_Known = Mapping[tuple[str, str], PageFacts]


def _made_files(
    configuration: SiteConfiguration, known: _Known, statuses: Mapping[tuple[str, str], Status]
) -> list[ContentFile]:
    """Homes, sections, taxonomies and terms that have no file, for pages that there are.

    Hugo 0.168 also makes a section for a folder of nothing but drafts; Hugo 0.111 and this program don't, as
    the folder's name may say what the drafts are about.
    """
    made: list[ContentFile] = []
    seen = set(known)

    def make(language: str, path: str, key: str) -> None:
        if (language, key) not in seen:
            seen.add((language, key))
            folder, _, name = path.rpartition("/")
            made.append(ContentFile("", language, key, folder, name, "branch", ""))

    plurals = {
        language.tag: frozenset(taxonomy.plural for taxonomy in language.taxonomies)
        for language in configuration.languages
    }
    for (tag, key), facts in known.items():
        status = statuses[tag, key]
        if status in _DROPPED and facts.kind in ("page", "term"):
            continue
        section = key[: max(key.find("/", 1), 0)]
        if section and (tag, section) not in seen and section[1:] not in plurals.get(tag, ()):
            written = f"{facts.file.folder}/".split("/", 2)[1]
            make(tag, f"/{written}", section)
        if facts.terms and facts.render != "never" and status not in _DROPPED:
            for plural, word, term in facts.terms:
                if (tag, term) not in seen:
                    make(tag, f"/{plural}/{word}", term)
    for language in configuration.languages:
        make(language.tag, "", "/")
        for plural in plurals[language.tag]:
            make(language.tag, f"/{plural}", f"/{plural}")
    return made


def _taken_addresses(pages: tuple[Page, ...]) -> list[Finding]:
    """Pages that would be written to the same file."""
    first: dict[str, Page] = {}
    findings = []
    for page in pages:
        if page.is_published:
            other = first.setdefault(page.facts.target.output, page)
            if other is not page:
                parameters = (
                    ("address", page.facts.target.address),
                    ("other", other.facts.file.path or other.facts.file.key),
                )
                place = Place(page.facts.file.path or other.facts.file.path)
                findings.append(Finding("hugo-address-taken", Severity.ERROR, place, parameters))
    return findings


def main_language_redirect(configuration: SiteConfiguration, pages: Iterable[Page]) -> tuple[str, str] | None:
    """The output file that leads to the main language's home page, and that page's address, where there is one."""
    several = len(configuration.languages) > 1
    if configuration.disable_default_language_redirect or configuration.several_hosts:
        return None
    if "home" in configuration.disabled_kinds:
        return None
    tag = configuration.default_language
    homes = (page for page in pages if page.facts.kind == "home" and page.facts.file.language == tag)
    if not any(home.is_published for home in homes):
        return None
    if configuration.default_language_in_subdirectory:
        return "index.html", f"/{tag}/"
    return (f"{tag}/index.html", "/") if several else None
