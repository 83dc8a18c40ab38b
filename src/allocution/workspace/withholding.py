"""A content file's bytes without what it withholds: the first thing done with them, before anything is read in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec

from allocution.content.fields import FIELD_BY_KEY
from allocution.content.front_matter import FrontMatter, read_front_matter
from allocution.content.statements import is_statement
from allocution.content.title import parse_title
from allocution.content.withholding.asking import KEY, Asking, Entry, Passage, may_withhold, read_asking
from allocution.content.withholding.masking import (
    Hiding,
    has_field,
    masked_body,
    masked_values,
    readable_address,
    tombstone,
    with_source_mark,
    without_field,
    without_passages,
    without_source,
    written_again,
)
from allocution.errors import ContentError
from allocution.evidence.secrets import SecretName, Secrets
from allocution.language.name_forms import NameSearch, find_written
from allocution.language.plain_text import plain_text
from allocution.model.finding import Finding
from allocution.model.withholding import Withholding, WithholdingKind
from allocution.store.archive_folder import ArchiveFolder

_JOINTS = re.compile("[-_+./]")
_TELLING_LENGTH = 12  # a shorter value of a field («Алматы», «kz») stands on any page
_PEOPLE = ("speakers", "judge", "transcribers", "translators")


class Safe(msgspec.Struct, frozen=True):
    """A content file as everybody may see it.

    `rewritten` says that these aren't the bytes on disk. `withheld` says what isn't there, `secrets` what that is,
    `changes` when there will be more of it. `refused` says that what is to be withheld couldn't be told: such a file
    has no page.
    """

    data: bytes
    withheld: tuple[Withholding, ...] = ()
    secrets: Secrets | None = None
    findings: tuple[Finding, ...] = ()
    refused: bool = False
    changes: datetime | None = None
    rewritten: bool = False


def read_safely(folder: ArchiveFolder, path: str, now: datetime, most: int | None = None) -> Safe | Finding:
    """A content file as everybody may see it, or why it can't be read."""
    data = folder.read(path) if most is None else folder.read(path, most)
    return data if isinstance(data, Finding) else withhold(path, data, now)


def withhold(path: str, data: bytes, now: datetime) -> Safe:
    """A content file without what it withholds at that moment."""
    if not may_withhold(data):
        return Safe(data)
    try:
        front_matter = read_front_matter(data)
    except ContentError:
        return Safe(data)  # who reads its record reports it, and nobody reads further
    asking = read_asking(path, front_matter)
    if not asking.entries and not asking.passages and not asking.refused:
        return Safe(data)
    return _Withholding(path, front_matter, asking, now).run()


class _Withholding:
    def __init__(self, path: str, front_matter: FrontMatter, asking: Asking, now: datetime) -> None:
        self._path = path
        self._front_matter = front_matter
        self._asking = asking
        self._now = now
        self._values = {key: value for key, value in front_matter.values.items() if key.lower() != KEY}
        self._entries = [entry for entry in asking.entries if self._holds(entry)]
        self._passages = [each for each in asking.passages if each.inner.strip() and self._holds(each)]
        self._names: dict[int, NameSearch] = {}
        self._texts: dict[int, re.Pattern[str]] = {}
        self._secret_names: list[SecretName] = []
        self._missing: list[Entry] = []
        title = str(_value(self._values, "title") or "")
        self._title = parse_title(title) if title else None

    def _holds(self, asked: Entry | Passage) -> bool:
        return asked.until is None or self._now < asked.until

    def run(self) -> Safe:
        body = without_passages(self._front_matter.body, self._asking.passages, self._holds)
        self._search(self._everything(self._values, body))
        hiding = Hiding(self._find, self._hides)
        values = self._without_title(self._values)
        for entry in self._entries:
            values = self._without(entry, values)
        body, values = masked_body(body, hiding), masked_values(values, hiding)
        self._refuse_unmatched()
        self._refuse_path()
        whole = next((entry for entry in self._entries if entry.kind is WithholdingKind.STATEMENT), None)
        if whole is not None:
            values, body = tombstone(values, whole.reason, whole.since), ""
        return Safe(
            written_again(self._front_matter, values, body),
            tuple(self._public()),
            self._secrets(values, body, whole is not None),
            tuple(self._asking.findings),
            self._asking.refused,
            self._changes(),
            rewritten=True,
        )

    def _without_title(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values with what a title that won't be whole says of the statement, apart from the title."""
        made = dict(values)
        if self._title is None or not self._find(str(_value(values, "title"))) or not is_statement(values):
            return made
        told = {"speakers": self._title.speakers, "charges": self._title.charges}
        made.update((key, list(said)) for key, said in told.items() if said and not has_field(values, key))
        return made if has_field(values, "type") else {**made, "type": "statement"}

    @staticmethod
    def _everything(values: Mapping[str, Any], body: str) -> str:
        return "\n".join((*_texts_in(values), body))

    def _search(self, everything: str) -> None:
        """Prepare looking for every name and text, and note what isn't there."""
        plain = plain_text(everything).text
        named = [entry for entry in self._entries if entry.kind is WithholdingKind.NAME]
        withheld = {entry.value.casefold() for entry in named}
        people = [name for name in self._people() if name.casefold() not in withheld]
        for entry in named:
            self._look_for_name(entry.number, entry.value, people, everything, entry)
        for entry in self._entries:
            if entry.kind is WithholdingKind.TEXT:
                pattern = text_pattern(entry.value)
                self._texts[entry.number] = pattern
                if pattern.search(plain) is None and not _in_address(pattern, readable_address(everything)):
                    self._missing.append(entry)
            elif entry.kind is WithholdingKind.SOURCE:
                self._texts[entry.number] = text_pattern(entry.value)
            elif entry.value == "speakers" and entry.kind is WithholdingKind.FIELD:
                for place, name in enumerate(self._named_in("speakers")):
                    self._look_for_name(-1 - place, name, (), everything, None)

    def _look_for_name(
        self, number: int, name: str, people: Iterable[str], everything: str, entry: Entry | None
    ) -> None:
        search = NameSearch(name, people)
        stands = search and (
            find_written(search, everything) or search.find(readable_address(everything), in_address=True)
        )
        if not stands:
            if entry is not None:
                self._missing.append(entry)
            return
        self._names[number] = search
        self._secret_names.append(SecretName(name, tuple(people)))

    def _people(self) -> list[str]:
        return [name for key in _PEOPLE for name in self._named_in(key)]

    def _named_in(self, key: str) -> list[str]:
        value = _value(self._values, key)
        listed = value if isinstance(value, list) else [] if value is None else [value]
        names = [str(item.get("name", "")) if isinstance(item, dict) else str(item) for item in listed]
        if key == "speakers" and self._title is not None:
            names += self._title.speakers
        return [name for name in dict.fromkeys(names) if name.strip()]

    def _find(self, written: str) -> list[tuple[int, int]]:
        places = [
            (start, end) for search in self._names.values() for start, end, _ in find_written(search, written)
        ]
        if self._texts:
            plain = plain_text(written)
            places += [
                plain.written(match.start(), match.end())
                for pattern in self._texts.values()
                for match in pattern.finditer(plain.text)
            ]
        return places

    def _hides(self, address: str) -> bool:
        readable = unicodedata.normalize("NFC", plain_text(readable_address(address)).text)
        if any(search.find(readable, in_address=True) for search in self._names.values()):
            return True
        return any(_in_address(pattern, readable) for pattern in self._texts.values())

    def _without(self, entry: Entry, values: dict[str, Any]) -> dict[str, Any]:
        """The values without the field or the source of an entry."""
        if entry.kind is WithholdingKind.SOURCE:
            values, found = without_source(values, _is_source(entry.value))
            if not found:
                self._missing.append(entry)
        elif entry.kind is WithholdingKind.FIELD:
            values = self._without_field(entry, values)
        return values

    def _without_field(self, entry: Entry, values: dict[str, Any]) -> dict[str, Any]:
        told = (
            (self._title.speakers if entry.value == "speakers" else self._title.charges)
            if self._title
            else ()
        )
        in_title = bool(told) and entry.value in ("speakers", "charges")
        had_source = entry.value == "sources" and _value(values, "sourcelink") is not None
        if not has_field(values, entry.value) and not in_title and not had_source:
            self._missing.append(entry)
            return values
        values = without_field(values, entry.value)
        if entry.value == "charges" and in_title:
            for number, charge in enumerate(told):
                self._texts[-100 - number] = text_pattern(charge)
        return with_source_mark(values) if entry.value == "sources" else values

    def _refuse_unmatched(self) -> None:
        for entry in self._missing:
            self._asking.refuse("withhold-unmatched", entry=str(entry.number))

    def _refuse_path(self) -> None:
        """A file's name is part of addresses and can't be masked there."""
        plain = unicodedata.normalize("NFC", self._path)
        for number, search in self._names.items():
            if search.find(plain, in_address=True):
                self._asking.refuse("withhold-in-path", entry=str(max(number, 1)))
        for number, pattern in self._texts.items():
            if number > 0 and pattern.search(plain):
                self._asking.refuse("withhold-in-path", entry=str(number))

    def _public(self) -> Iterator[Withholding]:
        """What readers may know, each once: the order and the number of things say nothing."""
        told = {
            Withholding(
                entry.kind, entry.reason, entry.until_written, entry.value if entry.kind == "field" else ""
            )
            for entry in self._entries
        } | {Withholding(WithholdingKind.PASSAGE, each.reason, each.until_written) for each in self._passages}
        yield from sorted(told, key=lambda each: (each.kind, each.field, each.reason, each.until))

    def _secrets(self, values: Mapping[str, Any], body: str, whole: bool) -> Secrets:
        entries = [(entry.kind, entry.value) for entry in self._entries]
        texts = [value for kind, value in entries if kind is WithholdingKind.TEXT]
        texts += [plain_text(passage.inner).text for passage in self._passages]
        for kind, value in entries:
            if kind is WithholdingKind.FIELD and value not in _PEOPLE:
                texts += [
                    text for text in _texts_in(_value(self._values, value)) if len(text) >= _TELLING_LENGTH
                ]
        if whole:
            texts.append(plain_text(self._front_matter.body).text)
        sources = [value for kind, value in entries if kind is WithholdingKind.SOURCE]
        return Secrets(
            self._path,
            tuple(self._secret_names),
            tuple(texts),
            tuple(value for value in sources if "://" in value),
            self._everything(values, body),
        )

    def _changes(self) -> datetime | None:
        moments = [each.until for each in self._entries] + [each.until for each in self._passages]
        return min((moment for moment in moments if moment is not None), default=None)


def _value(values: Mapping[str, Any], name: str) -> Any:
    named = FIELD_BY_KEY[name]
    keys = (named.name.lower(), *named.aliases)
    return next((value for key, value in values.items() if key.lower() in keys), None)


def _texts_in(value: object) -> list[str]:
    """Every text in a value, however deep, keys too."""
    if isinstance(value, Mapping):
        return [text for pair in value.items() for part in pair for text in _texts_in(part)]
    if isinstance(value, list):
        return [text for item in value for text in _texts_in(item)]
    return [str(value)] if value is not None else []


def _in_address(pattern: re.Pattern[str], address: str) -> bool:
    """Whether a text stands in an address, as it is or with what addresses have for blanks."""
    return pattern.search(address) is not None or pattern.search(_JOINTS.sub(" ", address)) is not None


def text_pattern(text: str) -> re.Pattern[str]:
    """Finds a text however its blanks and capitals are."""
    words = unicodedata.normalize("NFC", plain_text(text).text).split()
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)


def _is_source(wanted: str) -> Callable[[str], bool]:
    bare = _bare(wanted)
    return lambda text: _bare(text) == bare


def _bare(address: str) -> str:
    return (
        readable_address(" ".join(address.split()))
        .removeprefix("https://")
        .removeprefix("http://")
        .rstrip("/")
        .casefold()
    )
