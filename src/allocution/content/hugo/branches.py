"""What sections, taxonomies and terms hand down to the pages in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from allocution.content.hugo.cascades import Cascade, read_cascades
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.paths import normalise, sanitise
from allocution.content.hugo.survey import ContentFile
from allocution.content.hugo.values import as_text, lower_keys
from allocution.model.finding import Finding, Place, Severity


class Branch(msgspec.Struct, frozen=True):
    """A section's, taxonomy's or term's file: its slug and title, and what pages below inherit."""

    slug: str
    title: str
    cascades: tuple[Cascade, ...]


class Branches(msgspec.Struct, frozen=True):
    """All branches by language and key. `inherited` comes from the configuration, for every page.

    `crossing` are the rules that are for other languages, too: by the key of the branch, each with its own language.
    """

    known: Mapping[tuple[str, str], Branch]
    inherited: tuple[Cascade, ...]
    have_slugs: bool
    crossing: Mapping[str, tuple[tuple[str, Cascade], ...]]

    def above(self, language: str, key: str) -> Iterator[tuple[str, Branch]]:
        """The branches with a file at the key and above it, the nearest first."""
        if not self.known:
            return
        while key:
            branch = self.known.get((language, key))
            if branch is not None:
                yield key, branch
            key = "" if key == "/" else key.rpartition("/")[0] or "/"

    def cascades(self, language: str, key: str) -> tuple[Cascade, ...]:
        """What a page with that key inherits, the nearest first."""
        found: tuple[Cascade, ...] = ()
        if self.crossing:
            return tuple(self._with_crossing(language, key)) + self.inherited
        for _, branch in self.above(language, key):
            found += branch.cascades
        return found + self.inherited

    def _with_crossing(self, language: str, key: str) -> Iterator[Cascade]:
        """What a page inherits from sections, also from those of other languages, the nearest first."""
        while key:
            branch = self.known.get((language, key))
            yield from branch.cascades if branch is not None else ()
            yield from (rule for tag, rule in self.crossing.get(key, ()) if tag != language)
            key = "" if key == "/" else key.rpartition("/")[0] or "/"

    def section_of(self, language: str, key: str) -> str:
        """The key of the section that something in the folder with that key belongs to."""
        for found, _ in self.above(language, key):
            if found != "/":
                return found
        return "/" + key.split("/", 2)[1] if key else "/"

    def folder_address(self, language: str, folder: str) -> str:
        """A folder as it stands in addresses: the slugs of branches instead of their folders' names."""
        if not self.have_slugs:
            return folder
        written = folder.split("/")
        parts = list(written)
        for position in range(1, len(parts)):
            branch = self.known.get((language, normalise("/".join(written[: position + 1]))))
            if branch is not None and branch.slug:
                parts[position] = sanitise(branch.slug)
        return "/".join(parts)


def read_branches(
    configuration: SiteConfiguration, files: Iterable[tuple[ContentFile, Mapping[str, object]]]
) -> tuple[Branches, tuple[Finding, ...]]:
    """Read the front matter of the archive's `_index` files (those that `Survey.branches` names)."""
    known: dict[tuple[str, str], Branch] = {}
    findings = []
    for file, front_matter in files:
        values = lower_keys(front_matter)
        try:
            cascades = read_cascades(values.get("cascade"))
        except ValueError as error:
            parameters = (("key", "cascade"), ("value", str(error)))
            findings.append(Finding("hugo-bad-setting", Severity.WARNING, Place(file.path), parameters))
            cascades = ()
        slug = as_text(values.get("slug")).strip("-")
        known[file.language, file.key] = Branch(slug, as_text(values.get("title")), cascades)
    have_slugs = any(branch.slug for branch in known.values())
    crossing = _crossing(known)
    return Branches(known, configuration.cascades, have_slugs, crossing), tuple(findings)


def _crossing(known: Mapping[tuple[str, str], Branch]) -> Mapping[str, tuple[tuple[str, Cascade], ...]]:
    found: dict[str, tuple[tuple[str, Cascade], ...]] = {}
    for (language, key), branch in known.items():
        rules = tuple((language, rule) for rule in branch.cascades if rule.target.crosses)
        if rules:
            found[key] = found.get(key, ()) + rules
    return found
