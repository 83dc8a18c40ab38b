"""What a content file asks to withhold: entries of its front matter, and passages between tags in its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from allocution.content.fields import FIELD_BY_KEY
from allocution.content.front_matter import FrontMatter, key_place
from allocution.model.finding import Finding, Place, Severity
from allocution.model.withholding import WithholdingKind

KEY = "withhold"
REASONS = FIELD_BY_KEY[KEY].values
_MAY_WITHHOLD = re.compile(rb"with[-_]?h?(?:old|eld)")
_MISSPELT = re.compile(r"with[-_]?h?(?:old|eld)(?:s|ing)?", re.IGNORECASE)
_TAG = re.compile(r"\{\{[<%]\s*(/?)\s*([\w-]+)((?:[^{}]|\{(?!\{)|\}(?!\}))*?)\s*[>%]\}\}")
_ARGUMENT = re.compile(r"""(reason|until)\s*=\s*(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))""")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_THINGS = ("name", "text", "field", "source", "statement")
_KNOWN_KEYS = frozenset((*_THINGS, "reason", "until", "since"))
# Fields that decide on whether and where there is a page; without them something would come out that mustn't.
_DECIDING = frozenset(
    ("draft", "publishDate", "expiryDate", "type", "slug", "url", "aliases", "weight", KEY, "withdrawn")
)


class Entry(msgspec.Struct, frozen=True):
    """One thing to withhold, as the file asks for it; `number` counts from 1, `until` None means for ever.

    `since` is the day on which a whole statement was taken down, empty where it isn't stated.
    """

    number: int
    kind: WithholdingKind
    value: str
    reason: str
    until: datetime | None = None
    until_written: str = ""
    since: str = ""


class Passage(msgspec.Struct, frozen=True):
    """A passage between the shortcode's tags: from its first tag to behind its last, and what is inside.

    One with nothing inside withholds nothing; it keeps Hugo from building the file.
    """

    start: int
    end: int
    inner: str
    reason: str
    until: datetime | None
    until_written: str


class Asking(msgspec.Struct):
    """What a file asks to withhold, and what is wrong in its asking; `refused` says that it mustn't be published so."""

    path: str
    front_matter: FrontMatter
    entries: list[Entry] = msgspec.field(default_factory=list)
    passages: list[Passage] = msgspec.field(default_factory=list)
    findings: list[Finding] = msgspec.field(default_factory=list)
    refused: bool = False

    def refuse(self, code: str, at: int = -1, **parameters: str) -> None:
        """Report what makes it unclear what is to be withheld, at an offset of the body or in the front matter."""
        self.refused = True
        place = self._place(at, parameters.get("key", KEY))
        self.findings.append(Finding(code, Severity.ERROR, place, tuple(sorted(parameters.items()))))

    def tell(self, code: str, at: int = -1, **parameters: str) -> None:
        """Report what is wrong without making unclear what is to be withheld."""
        place = self._place(at, KEY)
        self.findings.append(Finding(code, Severity.ERROR, place, tuple(sorted(parameters.items()))))

    def _place(self, at: int, key: str) -> Place:
        if at < 0:
            return Place(self.path, *key_place(self.front_matter, key))
        before = self.front_matter.body[:at]
        line = self.front_matter.body_line + before.count("\n")
        return Place(self.path, line, at - (before.rfind("\n") + 1) + 1)


def may_withhold(data: bytes) -> bool:
    """A quick answer, wrong only towards yes."""
    lowered = data.lower()
    return b"with" in lowered and _MAY_WITHHOLD.search(lowered) is not None


def read_asking(path: str, front_matter: FrontMatter) -> Asking:
    """What a file asks to withhold."""
    asking = Asking(path, front_matter)
    for key, value in front_matter.values.items():
        if key.lower() == KEY:
            listed = value if isinstance(value, list) else [value]
            for number, item in enumerate(listed, 1):
                _read_entry(asking, number, item)
        elif _MISSPELT.fullmatch(key):
            asking.refuse("withhold-misplaced", key=key)
    if asking.entries or KEY in map(str.lower, front_matter.repeated):
        for key in front_matter.repeated:
            if key.lower() in (KEY, *_KNOWN_KEYS):
                asking.refuse("key-repeated", key=key)
    if any(key.lower() == KEY for branch in _cascades(front_matter.values) for key in map(str, branch)):
        asking.refuse("withhold-misplaced", key=f"cascade.{KEY}")
    _read_passages(asking)
    return asking


def _cascades(values: Mapping[str, Any]) -> Iterator[Mapping[object, object]]:
    cascade = next((value for key, value in values.items() if key.lower() == "cascade"), None)
    for item in cascade if isinstance(cascade, list) else [cascade]:
        if isinstance(item, Mapping):
            yield item
            yield from (inner for inner in item.values() if isinstance(inner, Mapping))


def _read_entry(asking: Asking, number: int, item: object) -> None:
    keys = {str(key).lower(): value for key, value in item.items()} if isinstance(item, Mapping) else {}
    things = [key for key in _THINGS if key in keys]
    value = _thing(things[0], keys[things[0]]) if len(things) == 1 else ""
    stated = str(keys.get("until") or "")
    until = read_until(stated) if stated else None
    since = str(keys.get("since") or "")
    is_day = not since or (things == ["statement"] and _DAY.fullmatch(since) and read_until(since))
    repeated = isinstance(item, Mapping) and len(keys) != len(item)
    understood = not repeated and keys.keys() <= _KNOWN_KEYS and is_day and not (stated and until is None)
    if not value or not understood:
        asking.refuse("withhold-malformed", entry=str(number))
        return
    reason = _reason(asking, str(number), str(keys.get("reason") or ""))
    asking.entries.append(Entry(number, WithholdingKind(things[0]), value, reason, until, stated, since))


def _thing(kind: str, value: object) -> str:
    """What is to be withheld; empty where it can't be told or mustn't be."""
    if kind == "statement":
        return kind if value is True else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    written = " ".join(str(value).split())
    if kind != "field":
        return written if any(map(str.isalnum, written)) else ""
    named = FIELD_BY_KEY.get(written.lower())
    return "" if named is None or named.name in _DECIDING else named.name


def _reason(asking: Asking, entry: str, written: str, at: int = -1) -> str:
    if written in REASONS:
        return written
    asking.tell("withhold-reason", at, entry=entry, known=", ".join(sorted(REASONS)), value=written or "—")
    return ""


def read_until(written: str) -> datetime | None:
    """The moment from which it isn't withheld any more: a day's beginning in UTC, or the moment stated."""
    try:
        if len(written) <= len("2030-01-01"):
            day = date.fromisoformat(written)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _read_passages(asking: Asking) -> None:
    """The passages between `{{< withhold >}}` and `{{< /withhold >}}`, inner ones as part of the outer."""
    opened: list[re.Match[str]] = []
    for tag in _TAG.finditer(asking.front_matter.body):
        if tag[2] != KEY:
            if _MISSPELT.fullmatch(tag[2]):
                asking.refuse("withhold-misplaced", tag.start(), key=tag[2])
        elif not tag[1]:
            opened.append(tag)
        elif not opened:
            asking.refuse("withhold-unclosed", tag.start())
        else:
            first = opened.pop()
            if not opened:
                _read_passage(asking, first, tag)
    for tag in opened:
        asking.refuse("withhold-unclosed", tag.start())


def _read_passage(asking: Asking, first: re.Match[str], last: re.Match[str]) -> None:
    arguments = {match[1]: match[2] or match[3] or match[4] or "" for match in _ARGUMENT.finditer(first[3])}
    inner = asking.front_matter.body[first.end() : last.start()]
    stated = arguments.get("until", "")
    until = read_until(stated) if stated else None
    if stated and until is None:
        asking.refuse("withhold-malformed", first.start(), entry="withhold")
    reason = arguments.get("reason", "")
    if inner.strip():
        reason = _reason(asking, KEY, reason, first.start())
    asking.passages.append(Passage(first.start(), last.end(), inner, reason, until, stated))
