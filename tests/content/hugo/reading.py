"""Reads a Hugo archive on disk with the functions under test, as a caller of theirs would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from allocution.content.front_matter import read_front_matter
from allocution.content.hugo.addresses import pager_target
from allocution.content.hugo.branches import read_branches
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.configuration_files import is_configuration
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.listing import Listing, Page, list_pages, main_language_redirect
from allocution.content.hugo.pages import describe_page
from allocution.content.hugo.survey import survey
from allocution.model.finding import Finding

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(frozen=True)
class ReadArchive:
    """An archive as we read it."""

    configuration: SiteConfiguration
    listing: Listing
    findings: tuple[Finding, ...]

    @property
    def published(self) -> tuple[Page, ...]:
        """The pages that are written."""
        return tuple(page for page in self.listing.pages if page.is_published)

    def page(self, path: str) -> Page:
        """The page of a content file."""
        return next(page for page in self.listing.pages if page.facts.file.path == path)

    def outputs(self) -> frozenset[str]:
        """The HTML files and feeds of the site."""
        paths = {page.facts.target.output for page in self.published}
        paths |= {page.facts.feed for page in self.published if page.facts.feed}
        paths |= {alias.output for page in self.published for alias in page.facts.aliases}
        redirect = main_language_redirect(self.configuration, self.listing.pages)
        return frozenset(paths | {redirect[0]} if redirect else paths)

    def pager_outputs(self, most: int) -> frozenset[str]:
        """The files that the lists' further pages would have, up to a number."""
        return frozenset(
            pager_target(self.configuration, page.facts.target, number).output
            for page in self.published
            if page.facts.kind != "page"
            for number in range(1, most + 1)
        )


def read_archive(root: Path) -> ReadArchive:
    """Everything about the archive at NOW."""
    paths = sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())
    settings = {path: (root / path).read_bytes() for path in paths if is_configuration(path)}
    configuration, configured = read_configuration(settings, has_content_folder=(root / "content").is_dir())
    surveyed = survey(configuration, paths)
    values = {file.path: read_front_matter((root / file.path).read_bytes()).values for file in surveyed.pages}
    branches, branched = read_branches(
        configuration, [(file, values[file.path]) for file in surveyed.branches]
    )
    facts = [
        describe_page(
            configuration,
            branches,
            file,
            values[file.path],
            datetime.fromtimestamp((root / file.path).stat().st_mtime, UTC),
        )
        for file in surveyed.pages
    ]
    listing = list_pages(configuration, surveyed, branches, facts, NOW)
    return ReadArchive(
        configuration, listing, (*configured, *surveyed.findings, *branched, *listing.findings)
    )
