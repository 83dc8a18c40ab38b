"""The record of a statement's addresses as a file in git: one line a sentence, made to be read and merged.

    # Addresses of this statement's sentences (format 1); …
    7m2k9w4x Яхпсви was 1c0f8z2p
    removed 0b4qd9tn Сзэ

Identifier, the initials of the sentence's words, the identifiers of its earlier wordings; a removed sentence
stands where it stood. Whatever is legible in a damaged file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from allocution.model.finding import Finding, Place, Severity

HEADER = "# Addresses of this statement's sentences (format 1); kept by allocution."
_REMOVED = "removed "
_FORMERLY = " was "
NO_INITIALS = "."

_IDENTIFIER = r"[0-9a-hjkmnp-tv-z]{8}(?:-[1-9][0-9]{0,6})?"
_LINE = re.compile(rf"(removed )?({_IDENTIFIER}) (\.|[^\W_]+)(?: was ({_IDENTIFIER}(?: {_IDENTIFIER})*))?")
_UNTOUCHED = re.compile(rf"#[^\n]*\(format 1\)[^\n]*\n((?:{_IDENTIFIER} (?:\.|[^\W_]+)\n)*)")
_LEGIBLE = re.compile(rf"(?<![^\s]){_IDENTIFIER}(?![^\s])")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: .*)?")
_FORMAT = re.compile(r"\(format (\d+)\)")


class AddressEntry(msgspec.Struct, frozen=True):
    """A sentence that stands, or stood, in a statement.

    `initials` are the first letters of its words; `former` identifies its earlier wordings, oldest first.
    """

    identifier: str
    initials: str
    former: tuple[str, ...] = ()
    removed: bool = False

    @property
    def known(self) -> tuple[str, ...]:
        """Every identifier that leads here."""
        return (*self.former, self.identifier)


class AddressRecord(msgspec.Struct, frozen=True):
    """Every identifier that a statement's sentences ever had, in the text's order; none stands twice."""

    entries: tuple[AddressEntry, ...] = ()

    @property
    def current(self) -> list[str]:
        """The identifiers of the sentences that stand in the text, in order."""
        return [entry.identifier for entry in self.entries if not entry.removed]

    def known(self) -> set[str]:
        """Every identifier ever given."""
        return {identifier for entry in self.entries for identifier in entry.known}

    def serialise(self) -> bytes:
        """The record as a file for git."""
        lines = [HEADER]
        for entry in self.entries:
            mark = _REMOVED if entry.removed else ""
            former = _FORMERLY + " ".join(entry.former) if entry.former else ""
            lines.append(f"{mark}{entry.identifier} {entry.initials or NO_INITIALS}{former}")
        return ("\n".join(lines) + "\n").encode()


def parse_record(data: bytes, path: str = "") -> tuple[AddressRecord, list[Finding]]:
    """The record in a file, and what is wrong with it; no identifier that can be read is lost."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    untouched = _UNTOUCHED.fullmatch(text)
    if untouched:
        words = untouched[1].split()
        initials = ["" if word == NO_INITIALS else word for word in words[1::2]]
        if len(set(words[::2])) == len(initials):
            return AddressRecord(tuple(map(AddressEntry, words[::2], initials))), []
    return _parse_lines(text.split("\n"), path)


def _parse_lines(lines: Iterable[str], path: str) -> tuple[AddressRecord, list[Finding]]:
    findings: list[Finding] = []
    numbered: list[tuple[int, AddressEntry]] = []
    for number, text in enumerate(lines, 1):
        match = _LINE.fullmatch(text)
        if match:
            removed, identifier, letters, former = match.groups()
            earlier = tuple(former.split(" ")) if former else ()
            letters = "" if letters == NO_INITIALS else letters
            numbered.append((number, AddressEntry(identifier, letters, earlier, removed is not None)))
            continue
        code, entry = _read_odd_line(text)
        if code:
            parameters = (("line", text.strip()[:80]),)
            findings.append(Finding(code, Severity.WARNING, Place(path, number), parameters))
        if entry:
            numbered.append((number, entry))
    entries, repeated = _once_each(numbered)
    if all(finding.code != "addresses-conflict" for finding in findings):
        findings += [
            Finding(
                "addresses-repeated", Severity.WARNING, Place(path, number), (("identifier", identifier),)
            )
            for number, identifier in repeated
        ]
    return AddressRecord(entries), sorted(findings, key=lambda finding: finding.place.line)


def _read_odd_line(text: str) -> tuple[str, AddressEntry | None]:
    """The finding's code for a line that isn't quite an entry, empty for none, and what it still tells."""
    if not text.strip():
        return "", None
    if text.startswith("#"):
        version = _FORMAT.search(text)
        return ("addresses-format-unknown" if version and version[1] != "1" else ""), None
    if _CONFLICT.fullmatch(text):
        return "addresses-conflict", None
    words = text.split()
    removed = words[0] == _REMOVED.strip()
    legible = _LEGIBLE.findall(text)
    if not legible:
        return "addresses-damaged", None
    initials = ""
    at = words.index(legible[0]) + 1
    if at < len(words) and words[at].isalnum() and words[at] not in (_FORMERLY.strip(), *legible):
        initials = words[at]
    former = tuple(dict.fromkeys(identifier for identifier in legible[1:] if identifier != legible[0]))
    return "addresses-damaged", AddressEntry(legible[0], initials, former, removed)


def _once_each(
    numbered: Iterable[tuple[int, AddressEntry]],
) -> tuple[tuple[AddressEntry, ...], list[tuple[int, str]]]:
    """The entries with every identifier once, and the repetitions with their lines.

    Both sides of a conflict tell of one sentence: what stands counts before what was removed,
    that before what was earlier, and earlier identifiers are joined.
    """
    lines = list(numbered)
    every = [identifier for _, entry in lines for identifier in entry.known]
    if len(set(every)) == len(every):
        return tuple([entry for _, entry in lines]), []
    repeated: list[tuple[int, str]] = []
    first: dict[str, int] = {}
    together: dict[int, list[AddressEntry]] = {}
    for number, entry in sorted(lines, key=lambda line: line[1].removed):
        if entry.identifier in first:
            repeated.append((number, entry.identifier))
            together[first[entry.identifier]].append(entry)
        else:
            first[entry.identifier] = number
            together[number] = [entry]
    seen = set(first)
    merged = []
    for number, group in sorted(together.items()):
        former = (identifier for entry in group for identifier in entry.former)
        initials = next((entry.initials for entry in group if entry.initials), "")
        merged.append(
            msgspec.structs.replace(
                group[0], former=tuple(_unseen(former, seen, number, repeated)), initials=initials
            )
        )
    return tuple(merged), repeated


def _unseen(
    former: Iterable[str], seen: set[str], number: int, repeated: list[tuple[int, str]]
) -> Iterator[str]:
    for identifier in former:
        if identifier in seen:
            repeated.append((number, identifier))
        else:
            seen.add(identifier)
            yield identifier
