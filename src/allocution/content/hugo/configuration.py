"""The configuration of a Hugo archive: what of it decides on pages, dates, drafts and addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from allocution.content.hugo.cascades import Cascade
from allocution.content.hugo.mount_filters import MountFilter
from allocution.content.hugo.permalinks import Permalink
from allocution.content.settings import Settings

if TYPE_CHECKING:
    import regex

KINDS = ("home", "section", "taxonomy", "term", "page")
_DATE = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
_LASTMOD = ("lastmod", "modified", "date", "publishdate", "pubdate", "published")
_PUBLISHED = ("publishdate", "pubdate", "published", "date")
_EXPIRES = ("expirydate", "unpublishdate")


class Taxonomy(msgspec.Struct, frozen=True):
    """A way of grouping pages: `plural` is the front matter's key and the folder, both in lower case."""

    singular: str
    plural: str


class Mount(msgspec.Struct, frozen=True):
    """A folder of the archive that holds content; `target` is where it goes in the tree, empty for its root.

    `language` is the tag of the files that name none themselves, empty for the archive's main language; `filter` says
    which of the files are taken, None for all.
    """

    folder: str
    target: str = ""
    language: str = ""
    filter: MountFilter | None = None


class Language(msgspec.Struct, frozen=True):
    """A language of the archive with the settings that hold for it; `prefix` begins its addresses.

    `tag` is what Hugo calls it, `spoken` what it is: `languageCode` says it where the tag doesn't.
    """

    tag: str
    spoken: str = ""
    name: str = ""
    title: str = ""
    weight: int = 0
    prefix: str = ""
    direction: str = "ltr"
    base_url: str = ""
    taxonomies: tuple[Taxonomy, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    params: Mapping[str, object] = msgspec.field(default_factory=dict)


class DateOrders(msgspec.Struct, frozen=True):
    """For each date of a page the front matter keys that can give it, the first that does wins.

    `:filename`, `:filemodtime` and `:git` may stand among them.
    """

    date: tuple[str, ...] = _DATE
    publish: tuple[str, ...] = _PUBLISHED
    expiry: tuple[str, ...] = _EXPIRES
    lastmod: tuple[str, ...] = (":git", *_LASTMOD)


class SiteConfiguration(msgspec.Struct, frozen=True):
    """A Hugo site's settings, and our own among them.

    `path` is the file that findings name, empty where there is no configuration.

    `languages` are in the site's order, the main one is `default_language`; files in the `disabled_languages`
    (tags) are left out. `ugly_sections` have addresses like `/posts/x.html` where not all have (`ugly_urls`).
    `says_language` is set where any setting names a language. `several_hosts` is set when languages have hosts of their
    own: Hugo, and this program, give each a folder of the output then. `feed_name` is what the file of an RSS feed is
    called.
    """

    path: str
    title: str
    base_url: str
    languages: tuple[Language, ...]
    default_language: str
    says_language: bool
    disabled_languages: frozenset[str]
    default_language_in_subdirectory: bool
    several_hosts: bool
    mounts: tuple[Mount, ...]
    build_drafts: bool
    build_future: bool
    build_expired: bool
    ugly_urls: bool
    ugly_sections: frozenset[str]
    disable_path_to_lower: bool
    remove_path_accents: bool
    capitalize_list_titles: bool
    date_orders: DateOrders
    ignore_files: tuple[regex.Pattern[str], ...]
    disabled_kinds: frozenset[str]
    pager_size: int
    pager_path: str
    disable_aliases: bool
    disable_default_language_redirect: bool
    cascades: tuple[Cascade, ...]
    time_zone: str
    static_folders: tuple[str, ...]
    outputs: Mapping[str, tuple[str, ...]]
    feed_name: str
    params: Mapping[str, object]
    settings: Settings

    def language(self, tag: str) -> Language | None:
        """The language with that tag, as far as the site has it."""
        for language in self.languages:
            if language.tag == tag:
                return language
        return None

    def spoken(self, tag: str) -> str:
        """What the language with that tag is."""
        language = self.language(tag)
        return (language.spoken if language is not None else "") or tag

    def is_ugly(self, section: str) -> bool:
        """Whether pages of the section have addresses that end in `.html`."""
        return self.ugly_urls or section in self.ugly_sections

    def has_feed(self, kind: str) -> bool:
        """Whether pages of the kind come with an RSS feed."""
        return "rss" in self.outputs.get(kind, ()) and "rss" not in self.disabled_kinds
