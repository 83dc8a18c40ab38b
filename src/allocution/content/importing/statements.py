"""A statement that comes from elsewhere, and the content file made of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from allocution.content.editing.yaml_values import DOUBLE, block, scalar
from allocution.content.hugo.paths import address_part

_LONGEST_NAME = 80
# Control characters that are blanks, among them the line break of some programs; no-break spaces.
_BLANKS = "\x0b\x0c\x1c-\x1f\x85\u00a0\u202f"
_UNSAID = f"\x01-\x08\x0e-\x1b\x7f{_BLANKS}"
_STRAY_LETTERS = f"\x80-\x9f{_UNSAID}"
# What is meant by others: C1 by what they are in Windows-1252, from which they were copied, C0 nothing at all.
_MEANT = {
    **{chr(code): "" for code in (*range(0x01, 0x09), *range(0x0E, 0x1C), 0x7F)},
    **{chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)},
}
# Words with a stray character, and their neighbours where nothing or a blank would begin or end a field's value.
_WORD_WITH_STRAY = rf"[^ \n\t]*[{_STRAY_LETTERS}][^ \n\t]*"
_STRAY = re.compile(
    rf"(?:[^ \n\t]+ +(?=[{_UNSAID}]))?{_WORD_WITH_STRAY}(?: +{_WORD_WITH_STRAY})*(?:(?<=[{_UNSAID}]) *[^ \n\t]+)?"
)
_STRAY_LETTER = re.compile(f"[{_STRAY_LETTERS}]")
_MARKUP = re.compile(r"[\\*_`~<>\[\]|^$]|&(?=#?\w+;)")
_LINE_BEGINS = re.compile(
    r"^([ \t]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$|\d{1,9}(?=[.)](?:\s|$))|~~~)", re.MULTILINE
)
_BEGIN_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ImportedStatement:
    """One statement from a foreign source. `key` tells it from the others there, `digest` one state of it from another.

    `fields` are front matter by key, in order; `body` is Markdown. `name` is that of the file, without its ending.
    """

    key: str
    digest: str
    name: str
    fields: Mapping[str, Any]
    body: str
    kind: str = "statement"
    details: tuple[str, ...] = field(default_factory=tuple)


def digest_of(parts: Iterable[str]) -> str:
    """A digest of what the source says, by which a later change of it is noticed."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def content_file(statement: ImportedStatement, origin: str) -> bytes:
    """The content file: YAML front matter, among it where the statement comes from, then the words."""
    imported = {"from": origin, "key": statement.key, "digest": statement.digest}
    extra = statement.fields.get("imported", {})
    fields = {**statement.fields, "imported": {**imported, **extra}}
    lines = [f"{scalar(key, None)}:{block(value, 2, DOUBLE)}" for key, value in fields.items()]
    body = f"\n{statement.body.strip()}\n" if statement.body.strip() else ""
    return ("\n".join(["---", *lines, "---", ""]) + body).encode("utf-8")


def file_name(*parts: str) -> str:
    """A file's name, without ending, of words in any script."""
    joined = unicodedata.normalize("NFC", " ".join(part for part in parts if part))
    name = address_part(re.sub(r"[^\w\s-]+", " ", joined), False, False)
    return re.sub(r"-{2,}", "-", name)[:_LONGEST_NAME].strip("-") or "statement"


def plain_as_markdown(text: str) -> str:
    """Plain text that Markdown reads as just that: what would be markup is escaped, line breaks are shown."""
    return with_line_breaks(escaped_markdown(text))


def with_line_breaks(markdown: str) -> str:
    """Markdown of paragraphs in which each line break is one that is shown."""
    return re.sub(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)", "\\\\\n", markdown)


def escaped_markdown(text: str) -> str:
    """Plain text with what would be markup escaped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    escaped = _MARKUP.sub(lambda match: "\\" + match[0], _BEGIN_INDENT.sub("", lines))
    return _LINE_BEGINS.sub(_escaped_begin, escaped).replace("{{", "{\\{")


def _escaped_begin(match: re.Match[str]) -> str:
    mark = match[2]
    return f"{match[1]}{mark}\\" if mark[0].isdigit() else f"{match[1]}\\{mark}"


def repairs(text: str) -> list[dict[str, str]]:
    """Corrections for what no writer meant: stray control characters and no-break spaces. The text keeps them."""
    if _STRAY_LETTER.search(text) is None:
        return []
    found: dict[str, str] = {}
    for match in _STRAY.finditer(text):
        written = match[0]
        meant = "".join(
            _MEANT.get(letter, letter) for letter in written.replace("\u00a0", " ").replace("\u202f", " ")
        )
        found[written] = " ".join(meant.split())
    return [
        {"written": written, "meant": meant}
        for written, meant in found.items()
        if meant and "\ufffd" not in meant and written == written.strip()
    ]
