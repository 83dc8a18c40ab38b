"""A content file without what it withholds: the same file for everybody who reads on, and nobody sees the other.

What is withheld becomes a mark; a field is left out; a whole statement leaves a tombstone. Lines keep their numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import msgspec

from allocution.content.fields import FIELD_BY_KEY
from allocution.content.front_matter import FrontMatter, FrontMatterFormat, key_place
from allocution.content.withholding.asking import Passage
from allocution.model.withholding import MARK

# What a tombstone is made of: where it stands, and whether it does.
_OF_TOMBSTONE = frozenset(
    ("draft", "publishdate", "pubdate", "published", "expirydate", "unpublishdate", "slug", "url", "aliases",
     "date", "weight", "lang", "language", "headless", "build", "_build")
)  # fmt: skip
_DROPPED_IN_ADDRESSES = (
    "slug",
    "url",
    "translationkey",
    "sourcelink",
    "linktitle",
    "layout",
    "markup",
    "outputs",
)
_ADDRESSES_OF_ENTRIES = ("address", "archived", "url", "src", "id")
_ADDRESS = re.compile(
    r"(?P<destination>\]\(\s*<?)(?P<in>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)"
    r"|(?P<definition>^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(?P<of>[^\s>]+)"
    r"|(?P<attribute>\b(?:href|src|cite|data|poster|srcset|action|link|ref|relref)\s*=\s*[\"'])(?P<value>[^\"'\n]*)"
    r"|(?P<bare>\b(?:https?|ftp|mailto|tg|tel):[^\s<>\"'«»“”)\]]+)",
    re.MULTILINE | re.IGNORECASE,
)

_ENCODED = re.compile("%[0-9A-Fa-f]{2}")

Places = list[tuple[int, int]]


class Hiding(msgspec.Struct, frozen=True):
    """What finds what is withheld: its places in marked-up text, and whether an address gives any of it away."""

    find: Callable[[str], Places]
    hides: Callable[[str], bool]


def masked_text(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with a mark at each place; places that touch have one."""
    pieces, at = [], 0
    for start, end in sorted(places):
        if start < at:
            if end > at:
                at = end
            continue
        pieces += [text[at:start], *_marked(text, start, end)]
        at = end
    return "".join((*pieces, text[at:]))


def _marked(text: str, start: int, end: int) -> tuple[str, str]:
    """A mark for a stretch of text, and its line ends, so that what follows keeps the number of its line."""
    line_ends = "\n" * text.count("\n", start, end)
    return (line_ends, MARK) if text[max(start - 1, 0) : start].isspace() else (MARK, line_ends)


def without_passages(body: str, passages: Iterable[Passage], is_withheld: Callable[[Passage], bool]) -> str:
    """A body with a mark for each passage that is withheld, and the words alone of those that are so no longer."""
    pieces, at = [], 0
    for passage in passages:
        pieces.append(body[at : passage.start])
        if not passage.inner.strip() or not is_withheld(passage):
            pieces.append(passage.inner)
        else:
            pieces += _marked(body, passage.start, passage.end)
        at = passage.end
    return "".join((*pieces, body[at:]))


def masked_body(body: str, hiding: Hiding) -> str:
    """A body without what is found in it; addresses that give any of it away lead nowhere."""
    pieces, at = [], 0
    for match in _ADDRESS.finditer(body):
        group = next(name for name in ("in", "of", "value", "bare") if match[name] is not None)
        if hiding.hides(match[group]):
            pieces += [body[at : match.start(group)], MARK if group == "bare" else "#"]
            at = match.end(group)
    without = "".join((*pieces, body[at:]))
    return masked_text(without, hiding.find(without))


def masked_values(values: Mapping[str, Any], hiding: Hiding) -> dict[str, Any]:
    """Front matter without what is found in any of its texts, however deep."""
    made: dict[str, Any] = {}
    sources = False
    for key, value in values.items():
        low = key.lower()
        masked = _masked(value, hiding)
        is_told = masked != value or (isinstance(value, str) and hiding.hides(value))
        if is_told and low in _DROPPED_IN_ADDRESSES:
            sources = sources or low == "sourcelink"
            continue
        if masked != value and isinstance(value, list) and _is_gathered(low):
            masked = [new for new, old in zip(masked, value, strict=True) if new == old]
        made[_masked_key(key, hiding)] = masked
    return with_source_mark(made) if sources else made


def _is_gathered(key: str) -> bool:
    """Whether a list's words are addresses, or have lists of statements of their own (tags and taxonomies)."""
    named = FIELD_BY_KEY.get(key)
    return named is None or named.name in ("tags", "aliases")


def _masked_key(key: str, hiding: Hiding) -> str:
    return masked_text(key, hiding.find(key))


def _masked(value: object, hiding: Hiding) -> Any:
    if isinstance(value, str):
        if hiding.hides(value) and is_address(value):
            return MARK
        return masked_text(value, hiding.find(value))
    if isinstance(value, list):
        return [_masked(item, hiding) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    without_address = False
    for key, item in value.items():
        masked = _masked(item, hiding)
        if masked != item and str(key).lower() in _ADDRESSES_OF_ENTRIES:
            masked, without_address = "", True
        made[_masked_key(str(key), hiding)] = masked
    if without_address and not {"title", "name", "wording"} & made.keys():
        made["title"] = MARK
    return made


def is_address(text: str) -> bool:
    """Whether a text is an address rather than words."""
    has_mark = "/" in text or text.lower().startswith("mailto:") or _ENCODED.search(text) is not None
    return has_mark and not any(map(str.isspace, text.strip()))


def readable_address(address: str) -> str:
    """An address with its letters instead of %D0%90 and the like."""
    return unquote(address)


def with_source_mark(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with a mark among the sources."""
    key, listed = _sources(values)
    return {**values, key: [*listed, {"title": MARK}]}


def without_source(
    values: Mapping[str, Any], is_withheld: Callable[[str], bool]
) -> tuple[dict[str, Any], bool]:
    """The values without the sources that are called so, with a mark in their place; and whether there was one."""
    key, listed = _sources(values)
    kept = [item for item in listed if not any(map(is_withheld, _texts(item)))]
    made = {
        name: value
        for name, value in values.items()
        if name.lower() != "sourcelink" or not is_withheld(str(value))
    }
    if len(kept) == len(listed) and len(made) == len(values):
        return made, False
    return with_source_mark({**made, key: kept}), True


def _sources(values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """The key of the sources as the file has it, and their list."""
    key = next((each for each in values if each.lower() in ("sources", "source")), "sources")
    known = values.get(key)
    return key, known if isinstance(known, list) else [] if known is None else [known]


def _texts(item: object) -> list[str]:
    return [str(value) for value in (item.values() if isinstance(item, dict) else [item])]


def without_field(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The values without a field under any of its keys; a page keeps a title, which says nothing."""
    named = FIELD_BY_KEY[name.lower()]
    keys = {named.name.lower(), *named.aliases}
    if named.name == "sources":
        keys.add("sourcelink")
    made = {key: value for key, value in values.items() if key.lower() not in keys}
    return {**made, "title": MARK} if named.name == "title" else made


def has_field(values: Mapping[str, Any], name: str) -> bool:
    """Whether a field stands in front matter under any of its keys."""
    named = FIELD_BY_KEY[name.lower()]
    return any(key.lower() in (named.name.lower(), *named.aliases) for key in values)


def tombstone(values: Mapping[str, Any], reason: str, since: str = "") -> dict[str, Any]:
    """What is left of a statement that is withheld whole: where it stood, why it is gone, and since which day."""
    kept = {key: value for key, value in values.items() if key.lower() in _OF_TOMBSTONE}
    told = {name: value for name, value in (("date", since), ("reason", reason)) if value}
    return {**kept, "title": MARK, "type": "statement", "withdrawn": told or True}


def written_again(original: FrontMatter, values: Mapping[str, Any], body: str) -> bytes:
    """The file with other values and another body; keys and body begin on the lines that they had."""
    if original.format is FrontMatterFormat.NONE:
        return body.encode("utf-8")
    pieces, line = ["{"], 1
    for place, (key, value) in enumerate(values.items()):
        wanted = min(key_place(original, key)[0], original.body_line - 1)
        down = max(wanted - line, 0)
        line += down
        comma = "," if place else ""
        written = json.dumps(value, ensure_ascii=False, default=str)
        pieces.append(f"{comma}{chr(10) * down}{json.dumps(key, ensure_ascii=False)}: {written}")
    pieces.append("\n" * max(original.body_line - 1 - line, 0))
    return "".join((*pieces, "}\n", body)).encode("utf-8", "surrogatepass")
