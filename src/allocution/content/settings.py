"""What an archive asks of this program: the keys of `[params.allocution]` in its configuration, defined once.

A setting is a field of `Settings`: its type says what values it takes, its metadata what it is for. In the
configuration its name is written in Hugo's way (`a_b` is `aB`), blind to case.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import msgspec

from allocution.content.public_key import WRITTEN
from allocution.model.finding import Finding, Place, Severity

InterfaceLanguage = Literal["ru", "kk", "en", "uk"]


COURT_PLACE = r"(.+): *(-?(?:90|[0-8]?\d(?:\.\d+)?)), *(-?(?:180|(?:1[0-7]\d|\d?\d)(?:\.\d+)?))"


class Outside(StrEnum):
    """What becomes of links that lead out of the archive."""

    LIVE = "live"
    TEXT = "text"
    ABSENT = "absent"


class ArchiveSelection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the archive to take along: its name in addresses, the query that it answers, its title."""

    name: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    where: Annotated[str, msgspec.Meta(min_length=1)]
    title: str | dict[str, str] = ""
    editions: tuple[str, ...] = ()

    def title_in(self, *languages: str) -> str:
        """Its title in the first of the languages that it has one in; else another, or the query."""
        if isinstance(self.title, str):
            return self.title or self.where
        found = (self.title[tag] for tag in (*map(str.lower, languages), *self.title) if tag in self.title)
        return next(found, "") or self.where


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold; each has a default that suits an archive which says nothing."""

    search: bool = field(
        default=False,
        metadata={"help": "Publish a search page that needs no server, with its index in small files."},
    )
    catalogue: bool = field(
        default=False,
        metadata={
            "help": "Publish the catalogue: one SQLite file with every sentence and an index of its words."
        },
    )
    editions: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Offer these editions of the archive on a page of downloads, with their digests."},
    )
    statement_editions: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "Offer each statement in these editions, as files that its page links to: only those of statements"
            " that changed are made anew."
        },
    )
    selections: tuple[ArchiveSelection, ...] = field(
        default=(),
        metadata={
            "help": "Offer selections of the archive on the page of downloads: what answers a query of the search, in"
            " `editions` of its own or in the archive's. `title` may be one for all languages.",
            "written": '[{name = "…", where = "…", title = {ru = "…", en = "…"}, editions = ["…", …]}, …]',
        },
    )
    pictures: bool = field(
        default=False,
        metadata={
            "help": "Give each statement a picture for social networks: who, on what charge, one sentence. Needs "
            "the site's own address."
        },
    )
    offline: bool = field(
        default=False,
        metadata={
            "help": "Let readers keep the pages that they open on their device, to read them without a network; "
            "nothing is kept before they ask for it."
        },
    )
    near_in_words: bool = field(
        default=False,
        metadata={
            "help": "Name statements that share rare words with a statement among those related to it."
        },
    )
    interface_languages: tuple[InterfaceLanguage, ...] = field(
        default=(),
        metadata={
            "help": "Show the archive in these languages, too, below `/kk/` and so on: lists, and each statement as it "
            "stands among labels in that language, whichever languages it has texts in."
        },
    )
    court_places: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "Where courts are, to mark them on the map of the figures: a court as statements name it, a colon,"
            " its latitude and longitude in degrees.",
            "pattern": COURT_PLACE,
            "written": '["…: 43.24, 76.95", …]',
        },
    )
    editions_anyway: bool = field(
        default=False,
        metadata={
            "help": "Offer also what rights keep out of editions: the authors have agreed to that, or it is lawful."
        },
    )
    outside_links: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "What becomes of links that lead out of the archive, in each edition, on the `site`, in its `api` "
            "and `oai`, or in `all`: `live`, `text` (the address as words), `absent`.",
            "pattern": rf"[a-z0-9-]+: *(?:{'|'.join(Outside)})",
            "written": '["all: text", "pdf: absent", …]',
        },
    )
    api: bool = field(
        default=False,
        metadata={"help": "Publish the API's answers that depend on no query, as JSON files under /api/v1/."},
    )
    oai: bool = field(
        default=False,
        metadata={
            "help": "Publish the answers to harvesters (OAI-PMH) as files below oai/, and a static repository."
        },
    )
    feed_text: bool = field(
        default=False,
        metadata={"help": "Have the whole text of each statement in the feeds, not only how it begins."},
    )
    opml: bool = field(
        default=False,
        metadata={"help": "Publish a list of all feeds, feeds.opml, which readers of feeds can import."},
    )
    llms: bool = field(
        default=False,
        metadata={"help": "Publish llms.txt: what the site is and where its texts are, for language models."},
    )
    security_expires: date | None = field(
        default=None,
        metadata={
            "help": "The day until which .well-known/security.txt holds; it is published with a contact."
        },
    )
    contact: str = field(
        default="",
        metadata={"help": "The mail address under which those who keep the archive are reached."},
    )
    timestamp_authorities: tuple[str, ...] = field(
        default=(),
        metadata={
            "help": "Who is asked for timestamps of captures (RFC 3161): an address, a blank, and the path of the"
            " root certificate that it is trusted by. At least two."
        },
    )
    timestamp_calendars: tuple[str, ...] = field(
        default=(), metadata={"help": "Calendars of OpenTimestamps that captures are timestamped with."}
    )
    block_headers: str = field(
        default="",
        metadata={
            "help": "Where headers of blocks are fetched from, to complete what calendars promised: the address of an"
            " interface as Esplora has it."
        },
    )
    replay: str = field(
        default="",
        metadata={
            "help": "Where readers see captures as the pages were: the address of a program such as pywb, of another "
            "origin than the site's. `{timestamp}` and `{address}` are filled in, or put at its end.",
            "pattern": r"https?://[^\s\"<>]+",
            "written": '"https://…" ≠ baseURL',
        },
    )
    public_key: str = field(
        default="",
        metadata={
            "help": "The public key of the archive's releases, one line: its fingerprint and how to check a release are"
            " told on the site.",
            "pattern": WRITTEN,
            "written": '"RW…"',
        },
    )

    @property
    def has_downloads(self) -> bool:
        """Whether there is anything on the page of downloads."""
        return bool(self.editions or self.statement_editions or self.selections)


_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=16)
def same_origin(one: str, other: str) -> bool:
    """Whether the pages of two addresses could reach into each other, or that can't be told."""
    try:
        return _origin(one) == _origin(other)
    except ValueError:
        return True


def _origin(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port. Raises ValueError."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


_FIELDS = {each.name: each for each in dataclasses.fields(Settings)}
_WRITTEN = {
    bool: "true, false",
    int: "1, 2, 3 …",
    str: '"…"',
    date | None: "2027-01-01",
    tuple[str, ...]: '["…", "…"]',
    tuple[InterfaceLanguage, ...]: ", ".join(f'["{tag}"]' for tag in get_args(InterfaceLanguage)),
}


def written_name(name: str) -> str:
    """A setting's name as configurations write it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


SETTING_NAMES = {written_name(each.name).lower(): each.name for each in dataclasses.fields(Settings)}


def read_settings(given: Mapping[str, object], path: str) -> tuple[Settings, tuple[Finding, ...]]:
    """Settings from `params.allocution` (keys in lower case); what can't be used is a finding."""
    types = get_type_hints(Settings)
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, value in given.items():
        name = SETTING_NAMES.get(key)
        if name is None:
            findings.append(_unknown(key, path))
            continue
        try:
            found = msgspec.convert(value, types[name])
            pattern = _FIELDS[name].metadata.get("pattern")
            if pattern and not all(re.fullmatch(pattern, each) for each in _each(found)):
                raise msgspec.ValidationError
            if name == "selections" and len({each.name for each in found}) < len(found):
                raise msgspec.ValidationError
            values[name] = found
        except msgspec.ValidationError:
            parameters = (("expected", accepted(name)), ("key", written_name(name)))
            findings.append(Finding("setting-unusable", Severity.WARNING, Place(path), parameters))
    return Settings(**values), tuple(findings)


def _each(found: str | tuple[str, ...]) -> tuple[str, ...]:
    return found if isinstance(found, tuple) else (found,) if found else ()


def accepted(name: str) -> str:
    """What values the setting of that field takes, as they are written in TOML."""
    if written := _FIELDS[name].metadata.get("written"):
        return str(written)
    kind = get_type_hints(Settings)[name]
    if get_origin(kind) is Literal:
        return ", ".join(f'"{choice}"' for choice in get_args(kind))
    return _WRITTEN[kind]


def _unknown(key: str, path: str) -> Finding:
    likely = difflib.get_close_matches(key, SETTING_NAMES, n=1)
    known = written_name(SETTING_NAMES[likely[0]]) if likely else "none"
    return Finding("setting-unknown", Severity.WARNING, Place(path), (("key", key), ("known", known)))
