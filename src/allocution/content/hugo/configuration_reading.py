"""From the files of a Hugo configuration to the settings that hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from allocution.content.hugo.cascades import fits_language, matrix_languages, read_cascades
from allocution.content.hugo.configuration import (
    KINDS,
    DateOrders,
    Language,
    Mount,
    SiteConfiguration,
    Taxonomy,
)
from allocution.content.hugo.configuration_files import merge_settings
from allocution.content.hugo.configuration_places import placed
from allocution.content.hugo.mount_filters import MountFilter, read_mount_filter
from allocution.content.hugo.permalinks import read_permalinks
from allocution.content.hugo.values import (
    as_bool,
    as_int,
    as_mapping,
    as_mappings,
    as_text,
    as_texts,
    as_words,
)
from allocution.content.settings import Settings, accepted, read_settings, same_origin
from allocution.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    import regex

# Loaded for configurations with patterns of files to ignore.
_REGEX = "regex"
_Settings = Mapping[str, object]
_Value = TypeVar("_Value")
_MOST_LANGUAGES = 100
_NAMING_LANGUAGES = ("languages", "defaultcontentlanguage", "languagecode", "locale")
_TAXONOMIES = (Taxonomy("category", "categories"), Taxonomy("tag", "tags"))
_OUTPUTS = {kind: ("html",) if kind == "page" else ("html", "rss") for kind in KINDS}
_DATE_ALIASES = {
    "publishdate": ("pubdate", "published"),
    "lastmod": ("modified",),
    "expirydate": ("unpublishdate",),
}


def read_configuration(
    files: Mapping[str, bytes], *, has_content_folder: bool = True
) -> tuple[SiteConfiguration, tuple[Finding, ...]]:
    """The configuration of an archive from its files, keyed by paths from the archive's root.

    An archive without configuration has Hugo's defaults; where it has no folder `content` either, its root is
    the content. What can't be read or contradicts itself is a finding and counts as not said.
    """
    settings, findings = merge_settings(files)
    reader = _Reader(settings.path, settings.values, list(findings))
    configuration, found = reader.read(has_content_folder)
    return configuration, placed(found, files)


class _Reader:
    """Reads one tree of settings and gathers findings on the way."""

    def __init__(self, path: str, settings: _Settings, findings: list[Finding]) -> None:
        self.path = path
        self.settings = settings
        self.findings = findings

    def read(self, has_content_folder: bool) -> tuple[SiteConfiguration, tuple[Finding, ...]]:
        get = self.settings.get
        folder = as_text(get("contentdir")) or ("content" if self.path or has_content_folder else "")
        in_subdirectory = as_bool(get("defaultcontentlanguageinsubdir"))
        default, languages, disabled = self._languages(in_subdirectory)
        pagination = as_mapping(get("pagination"))
        ugly = get("uglyurls")
        configuration = SiteConfiguration(
            path=self.path,
            title=as_text(get("title")),
            base_url=languages[0].base_url
            if len(languages) == 1
            else self._checked("baseurl", _as_address, ""),
            languages=languages,
            default_language=default,
            says_language=any(self.settings.get(key) for key in _NAMING_LANGUAGES),
            disabled_languages=disabled,
            default_language_in_subdirectory=in_subdirectory,
            several_hosts=len(languages) > 1 and any(each.base_url for each in languages),
            mounts=self._mounts(folder, tuple(each.tag for each in languages), default),
            build_drafts=as_bool(get("builddrafts")),
            build_future=as_bool(get("buildfuture")),
            build_expired=as_bool(get("buildexpired")),
            ugly_urls=as_bool(ugly),
            ugly_sections=frozenset(key for key, value in as_mapping(ugly).items() if as_bool(value)),
            disable_path_to_lower=as_bool(get("disablepathtolower")),
            remove_path_accents=as_bool(get("removepathaccents")),
            capitalize_list_titles=as_bool(get("capitalizelisttitles", True)),
            date_orders=self._date_orders(),
            ignore_files=self._ignored_files(),
            disabled_kinds=frozenset(_kind(name) for name in as_words(get("disablekinds"))),
            pager_size=as_int(pagination.get("pagersize", get("paginate")), 10),
            pager_path=as_text(pagination.get("path", get("paginatepath"))) or "page",
            disable_aliases=as_bool(get("disablealiases")),
            disable_default_language_redirect=as_bool(get("disabledefaultlanguageredirect")),
            cascades=self._checked("cascade", read_cascades, ()),
            time_zone=self._time_zone(),
            static_folders=self._static_folders(),
            outputs=self._outputs(),
            feed_name=self._feed_name(),
            params=as_mapping(get("params")),
            settings=self._own_settings(as_mapping(get("params"))),
        )
        return configuration, tuple(self.findings)

    def _languages(self, in_subdirectory: bool) -> tuple[str, tuple[Language, ...], frozenset[str]]:
        tables = list(as_mapping(self.settings.get("languages")).items())
        if len(tables) > _MOST_LANGUAGES:
            self._note("hugo-bad-setting", key="languages", value=str(len(tables)))
        given = {tag: as_mapping(value) for tag, value in tables[:_MOST_LANGUAGES]}
        disabled = {tag.lower() for tag in as_words(self.settings.get("disablelanguages"))}
        disabled |= {tag for tag, settings in given.items() if as_bool(settings.get("disabled"))}
        kept = {tag: settings for tag, settings in given.items() if tag not in disabled}
        default = (as_text(self.settings.get("defaultcontentlanguage")) or "en").lower()
        kept = kept or {default: {}}
        ordered = sorted(kept, key=lambda tag: (as_int(kept[tag].get("weight"), 0) or 1_000_000, tag))
        if default not in kept:
            self._note("hugo-default-language-missing", language=default, used=ordered[0])
            default = ordered[0]
        several_hosts = len(kept) > 1 and any(as_text(kept[tag].get("baseurl")) for tag in kept)
        languages = []
        for tag in ordered:
            bare = tag == default and not in_subdirectory and not several_hosts
            base_url = kept[tag].get("baseurl", self.settings.get("baseurl"))
            base_url = base_url if several_hosts or len(kept) == 1 else None
            languages.append(self._language(tag, kept[tag], "" if bare else tag, base_url))
        return default, tuple(languages), frozenset(disabled)

    def _language(self, tag: str, own: _Settings, prefix: str, base_url: object) -> Language:
        def get(key: str) -> object:
            return own.get(key, self.settings.get(key))

        taxonomies = get("taxonomies")
        codes = (own, self.settings) if len(as_mapping(self.settings.get("languages"))) < 2 else (own,)
        code = next(
            (found for each in codes if (found := as_text(each.get("locale", each.get("languagecode"))))), ""
        )
        return Language(
            tag=tag,
            spoken=code.replace("_", "-").lower().partition("-")[0],
            name=as_text(own.get("languagename", own.get("label"))),
            title=as_text(get("title")),
            weight=as_int(own.get("weight"), 0),
            prefix=prefix,
            direction=as_text(own.get("languagedirection", own.get("direction"))) or "ltr",
            base_url=self._checked("baseurl", _as_address, "", {"baseurl": base_url}),
            taxonomies=_taxonomies(taxonomies) if isinstance(taxonomies, Mapping) else _TAXONOMIES,
            permalinks=self._checked("permalinks", read_permalinks, (), own),
            params={**as_mapping(self.settings.get("params")), **as_mapping(own.get("params"))},
        )

    def _mounts(self, folder: str, tags: tuple[str, ...], default: str) -> tuple[Mount, ...]:
        mounts = []
        module = as_mapping(self.settings.get("module"))
        for mount in as_mappings(module.get("mounts")):
            target = as_text(mount.get("target")).strip("/")
            if target == "content" or target.startswith("content/"):
                source = as_text(mount.get("source")).strip("/")
                language = as_text(mount.get("lang")).lower() or self._mount_language(mount, tags)
                taken = self._mount_filter(mount)
                mounts.append(Mount(source, target.removeprefix("content").strip("/"), language, taken))
        if mounts:
            return tuple(mounts)
        languages = as_mapping(self.settings.get("languages"))
        folders = {tag: as_text(as_mapping(languages.get(tag)).get("contentdir")).strip("/") for tag in tags}
        own = [Mount(folders[tag], "", tag) for tag in tags if folders[tag]]
        return (*own, Mount(folder.strip("/"), "", default)) if not all(folders.values()) else tuple(own)

    def _mount_language(self, mount: _Settings, tags: tuple[str, ...]) -> str:
        """The first of the site's languages that a mount is for; none where it doesn't say."""
        try:
            named = matrix_languages(mount.get("sites"))
        except ValueError as error:
            self._note("hugo-bad-pattern", key="module.mounts", value=str(error))
            return ""
        return next((tag for tag in tags if named and fits_language(named, tag)), "")

    def _mount_filter(self, mount: _Settings) -> MountFilter | None:
        """Which files a mount takes: none where that can't be read, as some were to be left out."""
        if not any(key in mount for key in ("files", "includefiles", "excludefiles")):
            return None
        try:
            return read_mount_filter(mount)
        except ValueError as error:
            self._note("hugo-bad-pattern", key="module.mounts", value=str(error))
            return MountFilter(excluded=("**",))

    def _date_orders(self) -> DateOrders:
        given = as_mapping(self.settings.get("frontmatter"))
        usual = DateOrders()

        def order(key: str, default: tuple[str, ...]) -> tuple[str, ...]:
            if key not in given:
                return default
            keys: list[str] = []
            for name in as_words(given[key]):
                low = name.lower()
                keys += default if low == ":default" else (low, *_DATE_ALIASES.get(low, ()))
            return tuple(dict.fromkeys(keys))

        return DateOrders(
            date=order("date", usual.date),
            publish=order("publishdate", usual.publish),
            expiry=order("expirydate", usual.expiry),
            lastmod=order("lastmod", usual.lastmod),
        )

    def _ignored_files(self) -> tuple[regex.Pattern[str], ...]:
        patterns: list[regex.Pattern[str]] = []
        for written in as_texts(self.settings.get("ignorefiles")):
            library = import_module(_REGEX)
            try:
                patterns.append(library.compile(written))
            except library.error:
                self._note("hugo-bad-pattern", key="ignoreFiles", value=written)
        return tuple(patterns)

    def _outputs(self) -> Mapping[str, tuple[str, ...]]:
        given = as_mapping(self.settings.get("outputs"))
        return {
            kind: tuple(name.lower() for name in as_words(given[kind])) if kind in given else usual
            for kind, usual in _OUTPUTS.items()
        }

    def _feed_name(self) -> str:
        formats = as_mapping(self.settings.get("outputformats"))
        name = as_text(as_mapping(formats.get("rss")).get("basename")).strip("/")
        return f"{name or 'index'}.xml"

    def _static_folders(self) -> tuple[str, ...]:
        keys = sorted(key for key in self.settings if re.fullmatch(r"staticdir\d*", key))
        folders = [folder for key in keys for folder in as_texts(self.settings[key])]
        return tuple(folders) or ("static",)

    def _time_zone(self) -> str:
        name = as_text(self.settings.get("timezone"))
        try:
            return ZoneInfo(name).key if name else ""
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._note("hugo-bad-time-zone", value=name)
            return ""

    def _own_settings(self, params: _Settings) -> Settings:
        settings, findings = read_settings(as_mapping(params.get("allocution")), self.path)
        self.findings.extend(findings)
        if settings.replay and same_origin(settings.replay, as_text(self.settings.get("baseurl"))):
            self._note("setting-unusable", expected=accepted("replay"), key="replay")
            settings = replace(settings, replay="")
        return settings

    def _checked(
        self, key: str, read: Callable[[object], _Value], otherwise: _Value, own: _Settings | None = None
    ) -> _Value:
        value = (own or {}).get(key, self.settings.get(key))
        try:
            return read(value)
        except ValueError as error:
            self._note("hugo-bad-setting", key=key, value=str(error))
            return otherwise

    def _note(self, code: str, **parameters: str) -> None:
        finding = Finding(code, Severity.WARNING, Place(self.path), tuple(sorted(parameters.items())))
        if finding not in self.findings:
            self.findings.append(finding)


def _as_address(value: object) -> str:
    """An address as it is written. Raises ValueError for one that nothing can be told from."""
    try:
        urlsplit(as_text(value))
    except ValueError:
        raise ValueError(as_text(value)) from None
    return as_text(value)


def _taxonomies(given: _Settings) -> tuple[Taxonomy, ...]:
    pairs = [Taxonomy(singular, as_text(plural).lower().strip("/")) for singular, plural in given.items()]
    return tuple(sorted((pair for pair in pairs if pair.plural), key=lambda pair: pair.plural))


def _kind(name: str) -> str:
    low = name.lower()
    return {"taxonomyterm": "taxonomy"}.get(low, low)
