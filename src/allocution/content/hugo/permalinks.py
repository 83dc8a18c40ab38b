"""Permalink patterns: `/:year/:slug/` and what each token stands for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

import msgspec

from allocution.content.hugo.cascades import Target, read_target
from allocution.content.hugo.paths import query_unescape
from allocution.content.hugo.values import as_mapping, as_mappings, as_text

_TOKEN = re.compile(r":\w+(?:\[.+?\])?")
_CUT = re.compile(r"\[([^:\]]*)(:)?([^:\]]*)\]")
_KINDS = ("page", "section", "taxonomy", "term")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NO_DATE = datetime(1, 1, 1)


class Permalink(msgspec.Struct, frozen=True):
    """The pattern of the addresses of the pages that fit."""

    target: Target
    pattern: str


class PatternValues(NamedTuple):
    """What the tokens of a pattern are filled with; names are those of files, not yet fit for an address.

    `sections` are the parts of the path of the page's section, `section_slugs` the slug or title of each.
    """

    title: str
    slug: str
    file_name: str
    base_name: str
    section: str
    sections: tuple[str, ...]
    section_slugs: tuple[str, ...]
    date: datetime | None


def read_permalinks(value: object) -> tuple[Permalink, ...]:
    """The rules of a `permalinks` key in any of its three forms; raises ValueError for an unknown token."""
    if isinstance(value, list | tuple):
        rules = [
            Permalink(read_target(rule.get("target")), as_text(rule.get("pattern")))
            for rule in as_mappings(value)
        ]
    else:
        rules = _from_mapping(as_mapping(value))
    for rule in rules:
        check_pattern(rule.pattern)
    return tuple(rules)


def _from_mapping(mapping: Mapping[str, object]) -> list[Permalink]:
    rules = []
    for key, value in mapping.items():
        if isinstance(value, Mapping):
            if key not in _KINDS:
                raise ValueError(key)
            rules += [_of_section(key, section, as_text(pattern)) for section, pattern in value.items()]
        else:
            rules += [_of_section(kind, key, as_text(value)) for kind in ("page", "term")]
    return sorted(rules, key=lambda rule: -len(rule.target.path))


def _of_section(kind: str, section: str, pattern: str) -> Permalink:
    name = section.strip(" /").lower()
    return Permalink(Target(path=f"/{{{name},{name}/**}}" if name else "/*", kind=kind), pattern)


def check_pattern(pattern: str) -> None:
    """Raise ValueError with the token that Hugo doesn't know."""
    for token in _TOKEN.findall(pattern.replace("\\:", "")):
        name = token[1:]
        known = name in _OF_DATE or name in _OF_NAMES or name in _OF_SECTIONS
        if not known and not name.startswith(("sections[", "sectionslugs[")):
            raise ValueError(token)


def expand(pattern: str, values: PatternValues, part: Callable[[str], str]) -> str:
    """The pattern with its tokens filled in; `part` makes text fit for an address."""
    escaped = pattern.replace("\\:", "\0")
    expanded = _TOKEN.sub(lambda found: _fill(found[0][1:], values, part), escaped)
    path = posixpath.normpath(query_unescape(expanded.replace("\0", ":")))
    return path[1:] if path.startswith("//") else path


def _fill(token: str, values: PatternValues, part: Callable[[str], str]) -> str:
    name, bracket, cut = token.partition("[")
    if name in _OF_DATE:
        return _OF_DATE[name](values.date or _NO_DATE)
    if name in _OF_NAMES:
        return part(_OF_NAMES[name](values))
    names = tuple(map(part, values.section_slugs)) if name.startswith("sectionslug") else values.sections
    if bracket:
        return "/".join(_cut(names, bracket + cut))
    if name == "section":
        return values.section
    return "/".join(names[:1] if name == "sectionslug" else names)


def _cut(names: tuple[str, ...], cut: str) -> tuple[str, ...]:
    """`[1:]`, `[0]`, `[:2]`, `[last]`; nothing where the cut lies outside."""
    found = _CUT.fullmatch(cut.lower())
    if found is None or not names:
        return ()
    low = _bound(found[1], len(names), 0)
    if not found[2]:
        return names[low : low + 1]
    return names[low : max(_bound(found[3], len(names), len(names)), low)]


def _bound(written: str, length: int, otherwise: int) -> int:
    if not written:
        return otherwise
    if written == "last":
        return length - 1
    return min(int(written), length) if written.isdecimal() else 0


_OF_DATE: Mapping[str, Callable[[datetime], str]] = {
    "year": lambda date: str(date.year),
    "month": lambda date: f"{date.month:02}",
    "monthname": lambda date: _MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "weekday": lambda date: str(date.isoweekday() % 7),
    "weekdayname": lambda date: _DAYS[date.weekday()],
    "yearday": lambda date: str(date.timetuple().tm_yday),
}
_OF_NAMES: Mapping[str, Callable[[PatternValues], str]] = {
    "title": lambda values: values.title,
    "slug": lambda values: values.slug or values.title,
    "slugorfilename": lambda values: values.slug or values.file_name,
    "filename": lambda values: values.file_name,
    "contentbasename": lambda values: values.base_name,
    "slugorcontentbasename": lambda values: values.slug or values.base_name,
}
_OF_SECTIONS = ("section", "sectionslug", "sections", "sectionslugs")
