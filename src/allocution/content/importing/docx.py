"""Word documents as statements, by mammoth: headings, emphasis, lists, quotations, notes and accepted changes stay.

Comments, properties and the names of those who worked on the document are left behind.
"""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from types import ModuleType
from typing import Any

from allocution.content.importing.statements import ImportedStatement, file_name, repairs
from allocution.content.title import parse_title
from allocution.errors import AllocutionError, UsageError

_MOST_BYTES = 64 * 1024 * 1024
_ESCAPED = re.compile(r"\\([.()!+=-])")
_ANCHOR = re.compile(r"<a id=\"[^\"]*\"></a>")
_NOTE_MARK = re.compile(r"\[\\\[(\d+)\\\]\]\([^)]*\)")
_NOTE = re.compile(r"^(\d+)\. +(.*?) *\[↑\]\([^)]*\)$", re.MULTILINE)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


class DocxMissingError(AllocutionError):
    """The extra that reads Word documents isn't installed."""

    def __init__(self) -> None:
        super().__init__(
            "Reading Word documents needs a package that isn't installed.",
            "Install it: pip install 'allocution[docx]'",
        )


def _mammoth() -> ModuleType:
    try:
        return importlib.import_module("mammoth")
    except ModuleNotFoundError as error:
        raise DocxMissingError from error


def read_docx(data: bytes, name: str, digest: str) -> ImportedStatement:
    """A document as a draft. Raises UsageError, DocxMissingError."""
    _refuse_bombs(data, name)
    mammoth = _mammoth()
    try:
        result = mammoth.convert_to_markdown(
            io.BytesIO(data), style_map=_STYLES, ignore_empty_paragraphs=True
        )
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UsageError(f"{name} is no Word document.", "Save it as .docx.") from error
    text = _tidied(result.value)
    title, body = _title(text, name)
    fields: dict[str, Any] = {"title": title, "draft": True, "sources": [{"title": name}]}
    if found := repairs(body):
        fields["corrections"] = found
    notes = tuple(sorted({message.message for message in result.messages}))
    return ImportedStatement(name, digest, file_name(title.partition("(")[0]), fields, body, details=notes)


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UsageError(f"{name} is no Word document.", "Save it as .docx.") from error
    if size > _MOST_BYTES:
        raise UsageError(f"{name} unpacks to {size:,} bytes; more than {_MOST_BYTES:,} aren't read.")


def _tidied(markdown: str) -> str:
    """mammoth's Markdown without the escapes that nothing needs, its notes as Markdown's footnotes."""
    text = _ANCHOR.sub("", markdown)
    text = _NOTE.sub(r"[^\1]: \2", text)
    text = _NOTE_MARK.sub(r"[^\1]", text)
    return _ESCAPED.sub(r"\1", text).strip()


def _title(text: str, name: str) -> tuple[str, str]:
    """A title and the body: the first line, if it is a heading or reads as a title; else the file's name."""
    first, _, rest = text.partition("\n")
    plain = re.sub(r"^#+ *|[*_]{1,3}", "", first).strip()
    parts = parse_title(plain)
    if first.startswith("#") or parts.charges or (parts.speakers and len(plain) < 80):
        return plain, rest.strip()
    return name.removesuffix(".docx").replace("_", " "), text
