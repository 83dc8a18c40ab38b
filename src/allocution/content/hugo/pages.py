"""One page: what its file, its path and the sections above it say about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from allocution.content.hugo import addresses
from allocution.content.hugo.addresses import Alias, Target
from allocution.content.hugo.branches import Branches
from allocution.content.hugo.cascades import inherit, read_cascades
from allocution.content.hugo.configuration import Language, SiteConfiguration
from allocution.content.hugo.dates import NO_DATES, PageDates, read_dates
from allocution.content.hugo.paths import address_part, join, normalise
from allocution.content.hugo.permalinks import PatternValues, check_pattern, expand
from allocution.content.hugo.survey import ContentFile
from allocution.content.hugo.values import (
    as_bool,
    as_int,
    as_mapping,
    as_text,
    as_texts,
    as_words,
    lower_keys,
)
from allocution.model.finding import Finding, Severity
from allocution.model.finding import Place as FindingPlace


class Term(NamedTuple):
    """A word that a page is grouped under: its taxonomy (the plural), as written, and the key of its page."""

    taxonomy: str
    word: str
    key: str


class PageFacts(msgspec.Struct, frozen=True):
    """All that can be said of a page without the others.

    `section` is the key of the section it belongs to. `render` is `always`, `never` or `link` (has an
    address, isn't written), `list` is `always`, `never` or `local`. `feed` is the path of its RSS feed in the
    output, empty where it has none. Pages with one `translation_key` in different languages are translations
    of each other. `has_files` says whether the files of its bundle are published.
    """

    file: ContentFile
    kind: str
    title: str
    slug: str
    weight: int
    section: str
    dates: PageDates
    draft: bool
    render: str
    list: str
    target: Target
    feed: str
    aliases: tuple[Alias, ...]
    terms: tuple[Term, ...]
    translation_key: str
    findings: tuple[Finding, ...] = ()
    has_files: bool = True


_YES = ("true", "t", "1", "yes", "y", "on")
_NO = ("false", "f", "0", "no", "n", "off")


@lru_cache(maxsize=8)
def _zone(name: str) -> tzinfo:
    return ZoneInfo(name) if name else UTC


def describe_page(
    configuration: SiteConfiguration,
    branches: Branches,
    file: ContentFile,
    front_matter: Mapping[str, object],
    modified: datetime | None = None,
) -> PageFacts:
    """What a content file says about its page; `modified` is its time of change, for `:fileModTime`."""
    language = configuration.language(file.language) or configuration.languages[0]
    values = lower_keys(front_matter)
    kind = kind_of(language, file)
    cascades = branches.cascades(file.language, file.key)
    bad_glob = None
    if "cascade" in values and file.bundle != "branch":
        # Nothing lies below an ordinary page, but its cascade is for the page itself, too.
        try:
            cascades = read_cascades(values["cascade"]) + cascades
        except ValueError as error:
            bad_glob = str(error)
    if cascades:
        inherit(values, cascades, file.key, kind, file.language)
    description = _Description(configuration, branches, language, file, kind, values)
    if bad_glob is not None:
        description.found.append(description.finding("hugo-bad-setting", key="cascade", value=bad_glob))
    return description.facts(modified) if file.path or values else description.made()


def kind_of(language: Language, file: ContentFile) -> str:
    """The kind of page that a file makes."""
    if file.bundle != "branch":
        return "page"
    if file.key == "/":
        return "home"
    for taxonomy in language.taxonomies:
        if file.key == f"/{taxonomy.plural}":
            return "taxonomy"
        if file.key.startswith(f"/{taxonomy.plural}/"):
            return "term"
    return "section"


class _Description(msgspec.Struct):
    configuration: SiteConfiguration
    branches: Branches
    language: Language
    file: ContentFile
    kind: str
    values: dict[str, object]
    found: list[Finding] = msgspec.field(default_factory=list)

    def facts(self, modified: datetime | None) -> PageFacts:
        get = self.values.get
        orders, zone = self.configuration.date_orders, _zone(self.configuration.time_zone)
        name = self.file.name
        dates = read_dates(orders, self.values, name, modified, zone) if self.file.path else NO_DATES
        slug = as_text(get("slug")).strip("-") if "slug" in self.values else dates.slug
        title = as_text(get("title")) or ("" if self.file.path else self._made_title())
        findings = self.found + [
            self.finding("hugo-bad-date", key=key, value=value) for key, value in dates.unread
        ]
        section = self.branches.section_of(self.file.language, self._section_folder())
        ugly = self._is_ugly()
        target = self._target(title, slug, section, dates, ugly, findings)
        render, listed = self._build()
        return PageFacts(
            file=self.file,
            kind=self.kind,
            title=title,
            slug=slug,
            weight=as_int(get("weight"), 0),
            section=section,
            dates=dates,
            draft=self._draft(findings),
            render=render,
            list=listed,
            target=target,
            feed=self._feed(target),
            aliases=self._aliases(target, ugly, findings),
            terms=self._terms(),
            translation_key=as_text(get("translationkey")) or self.file.translates or self.file.key,
            findings=tuple(findings),
            has_files=self._has_files(),
        )

    def made(self) -> PageFacts:
        """The facts of a page that has no file and inherits nothing."""
        file = self.file
        title = self._made_title()
        section = self.branches.section_of(file.language, file.key)
        target = self._target(title, "", section, NO_DATES, self._is_ugly(), [])
        render, listed = self._build()
        return PageFacts(
            file, self.kind, title, "", 0, section, NO_DATES, False, render, listed, target,
            self._feed(target), (), (), file.key,
        )  # fmt: skip

    def _is_ugly(self) -> bool:
        return self.configuration.is_ugly(self.file.key.split("/", 2)[1])

    def _section_folder(self) -> str:
        return self.file.key if self.file.bundle == "branch" else normalise(self.file.folder)

    def _made_title(self) -> str:
        if self.kind == "home":
            return self.language.title
        name = self.file.name.replace("-", " ") if self.kind == "taxonomy" else self._made_name()
        return name[:1].upper() + name[1:] if self.configuration.capitalize_list_titles else name

    def _made_name(self) -> str:
        """The name of a page's folder; a term's is all of it, since words may have slashes in them."""
        if self.kind != "term":
            return self.file.name
        plurals = [f"/{each.plural}/" for each in self.language.taxonomies]
        around = next(each for each in plurals if self.file.key.startswith(each))
        return f"{self.file.folder}/{self.file.name}"[len(around) :]

    def _draft(self, findings: list[Finding]) -> bool:
        """Whether it is a draft; `yes` was one for Hugo 0.111, so nothing but a clear no publishes a page."""
        if "draft" in self.values:
            value = self.values["draft"]
            if not isinstance(value, str):
                return as_bool(value)
            if value.lower() not in ("", *_YES, *_NO):
                findings.append(self.finding("hugo-doubtful-draft", value=value))
            return value.lower() not in ("", *_NO)
        published = self.values.get("published")
        return published is False or published in ("false", "False", "FALSE")

    def _build(self) -> tuple[str, str]:
        """How the page is rendered and listed."""
        if self.kind in self.configuration.disabled_kinds or as_bool(self.values.get("headless")):
            return "never", "never"
        given = self.values.get("build", self.values.get("_build"))
        if given is None:
            return "always", "always"
        build = lower_keys(as_mapping(given))
        return (
            _option(build.get("render"), ("always", "never", "link")),
            _option(build.get("list"), ("always", "never", "local")),
        )

    def _has_files(self) -> bool:
        build = lower_keys(as_mapping(self.values.get("build", self.values.get("_build"))))
        return as_bool(build.get("publishresources", True))

    def _target(
        self, title: str, slug: str, section: str, dates: PageDates, ugly: bool, findings: list[Finding]
    ) -> Target:
        url = as_text(self.values.get("url"))
        if url.startswith(("http://", "https://")):
            findings.append(self.finding("hugo-bad-address", value=url))
            url = ""
        pattern = self._permalink_pattern()
        permalink = ""
        if pattern or ":" in url:
            filled = self._pattern_values(title, slug, section, dates)
            permalink = expand(pattern, filled, self._part) if pattern and not url else ""
            url = self._expand_url(url, filled, findings) if ":" in url else url
        branch = self.file.bundle == "branch"
        place = addresses.Place(
            kind=self.kind,
            folder=self._folder(f"{self.file.folder}/{self.file.name}" if branch else self.file.folder),
            name="" if branch else slug or self._cased(self.file.name),
            url=url,
            permalink=permalink,
            bundle=bool(self.file.bundle),
            ugly=ugly,
        )
        return addresses.target_of(self.configuration, self.language, place)

    def _expand_url(self, url: str, filled: PatternValues, findings: list[Finding]) -> str:
        try:
            check_pattern(url)
        except ValueError as error:
            findings.append(self.finding("hugo-bad-address", value=str(error)))
            return url
        return expand(url, filled, self._part) + ("/" if url.endswith("/") else "")

    def _folder(self, folder: str) -> str:
        return self._cased(self.branches.folder_address(self.file.language, folder))

    def _cased(self, path: str) -> str:
        return path if self.configuration.disable_path_to_lower else normalise(path)

    def _part(self, text: str) -> str:
        keep, bare = self.configuration.disable_path_to_lower, self.configuration.remove_path_accents
        return address_part(text, keep, bare)

    def _permalink_pattern(self) -> str:
        for rule in self.language.permalinks:
            if rule.target.fits(self.file.key, self.kind, self.file.language):
                return rule.pattern
        return ""

    def _pattern_values(self, title: str, slug: str, section: str, dates: PageDates) -> PatternValues:
        sections = tuple(part for part in section.split("/") if part)
        slugs = []
        for position in range(len(sections)):
            key = "/" + "/".join(sections[: position + 1])
            branch = self.branches.known.get((self.file.language, key))
            if branch is not None or position == 0:
                slugs.append(
                    branch.slug or branch.title.replace("/", "-") if branch else sections[0].capitalize()
                )
        return PatternValues(
            title=title if self.kind == "term" else title.replace("/", "-"),
            slug=slug,
            file_name="" if self.file.bundle == "branch" else self.file.name,
            base_name=self.file.name,
            section=self._root_section(),
            sections=sections,
            section_slugs=tuple(slugs),
            date=dates.date.instant if dates.date else None,
        )

    def _root_section(self) -> str:
        inside = self.file.key if self.file.bundle == "branch" else normalise(self.file.folder)
        return inside.split("/", 2)[1] if inside else ""

    def _feed(self, target: Target) -> str:
        if not self.configuration.has_feed(self.kind) or not self._asks_for_feed():
            return ""
        return addresses.feed_output(self.configuration, target)

    def _asks_for_feed(self) -> bool:
        formats = as_words(self.values.get("outputs"))
        return not formats or "rss" in [name.lower() for name in formats]

    def _aliases(self, target: Target, ugly: bool, findings: list[Finding]) -> tuple[Alias, ...]:
        if "aliases" not in self.values or self.configuration.disable_aliases:
            return ()
        aliases = []
        for written in as_texts(self.values["aliases"]):
            alias = addresses.resolve_alias(self.language, target, ugly, written)
            if alias is None:
                findings.append(self.finding("hugo-bad-alias", value=written))
            else:
                aliases.append(alias)
        return tuple(aliases)

    def _terms(self) -> tuple[Term, ...]:
        values = self.values
        if not values:
            return ()
        params = lower_keys(as_mapping(values.get("params"))) if "params" in values else {}
        terms = []
        for taxonomy in self.language.taxonomies:
            plural = taxonomy.plural
            value = params.get(plural, values.get(plural))
            if value is not None:
                terms += [Term(plural, word, term_key(plural, word)) for word in as_texts(value) if word]
        return tuple(terms)

    def finding(self, code: str, **parameters: str) -> Finding:
        """A warning about the page's file."""
        place = FindingPlace(self.file.path)
        return Finding(code, Severity.WARNING, place, tuple(sorted(parameters.items())))


@lru_cache(maxsize=4_096)
def term_key(plural: str, term: str) -> str:
    """The key of a term's page."""
    return normalise(join(plural, term))


def _option(value: object, options: tuple[str, str, str]) -> str:
    """One of the options (always, never, or the third); truth values stand for the first two."""
    if isinstance(value, bool):
        return options[0] if value else options[1]
    return value if isinstance(value, str) and value in options else options[0]
