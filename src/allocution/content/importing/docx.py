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
from xml.parsers.expat import ExpatError

from allocution.content.importing.docx_boxes import unboxed
from allocution.content.importing.docx_markdown import markdown_of
from allocution.content.importing.statements import ImportedStatement, file_name, repairs
from allocution.content.title import parse_title
from allocution.errors import AllocutionError, UsageError

_MOST_BYTES = 64 * 1024 * 1024
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


class DocxMissingError(AllocutionError):
    """The extra that reads Word documents isn't installed."""

    def __init__(self) -> None:
        super().__init__("docx-package-missing")


def _mammoth() -> ModuleType:
    try:
        return importlib.import_module("mammoth")
    except ModuleNotFoundError as error:
        raise DocxMissingError from error


def _of_formula(match: re.Match[bytes]) -> bytes:
    """A formula's letters in a line."""
    letters = b"".join(re.findall(rb"<m:t\b[^>]*>([^<]*)</m:t>", match[1]))
    return b'<w:r><w:t xml:space="preserve">' + letters + b"</w:t></w:r>"


def _of_ruby(match: re.Match[bytes]) -> bytes:
    """Words without the small letters that say how they are read; a run that holds others is closed around them."""
    return b"</w:r>" + match[1] + b"<w:r>"


_WITH_WORDS = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
_IGNORED = re.compile(r"An unrecognised element was ignored: (?:\{.*\})?(.+)")
# Elements around words that mammoth doesn't know, and what it can be told instead.
_REWRITTEN = (
    (re.compile(rb"</?w:fldSimple\b[^>]*>"), rb""),
    (re.compile(rb"<w:br\b[^>]*w:type=\"(?:page|column)\"[^>]*/>"), rb"<w:br/>"),
    (re.compile(rb"<w:ruby>.*?<w:rubyBase>(.*?)</w:rubyBase>.*?</w:ruby>", re.DOTALL), _of_ruby),
    (re.compile(rb"<m:oMath\b[^>]*>(.*?)</m:oMath>", re.DOTALL), _of_formula),
)
_PICTURE = re.compile(rb"<(/?)(a:blip|v:imagedata)\b")


def read_docx(data: bytes, name: str, digest: str) -> ImportedStatement:
    """A document as a draft. Raises UsageError, DocxMissingError."""
    _refuse_bombs(data, name)
    mammoth = _mammoth()
    plainer, pictures = _rewritten(data)
    try:
        result = mammoth.convert_to_html(io.BytesIO(plainer), style_map=_STYLES, ignore_empty_paragraphs=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, ExpatError, AttributeError) as error:
        raise UsageError("docx-unreadable", name=name) from error
    text = markdown_of(result.value)
    title, body = _title(text, name)
    fields: dict[str, Any] = {"title": title, "draft": True, "sources": [{"title": name}]}
    if found := repairs(body):
        fields["corrections"] = found
    ignored = {match[1] for each in result.messages if (match := _IGNORED.fullmatch(each.message))}
    details = (*sorted(ignored - {"w:noPicture"}), *["picture"] * pictures)
    return ImportedStatement(name, digest, file_name(title.partition("(")[0]), fields, body, details=details)


def _rewritten(data: bytes) -> tuple[bytes, int]:
    """The document with its words in elements that are understood, without its pictures; how many those were."""
    packed, pictures = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if _WITH_WORDS.fullmatch(entry.filename):
                content = unboxed(content)
                for pattern, instead in _REWRITTEN:
                    content = pattern.sub(instead, content)
                pictures += sum(1 for match in _PICTURE.finditer(content) if not match[1])
                content = _PICTURE.sub(rb"<\1w:noPicture", content)
            after.writestr(entry.filename, content)
    return packed.getvalue(), pictures


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UsageError("docx-not-a-package", name=name) from error
    if size > _MOST_BYTES:
        raise UsageError("docx-too-large", name=name, size=f"{size:,}", most=f"{_MOST_BYTES:,}")


def _title(text: str, name: str) -> tuple[str, str]:
    """A title and the body: the first line, if it is a heading or reads as a title; else the file's name."""
    first, _, rest = text.partition("\n")
    plain = re.sub(r"\\(.)|^#+ *|[*_~]+", r"\1", first).strip()
    parts = parse_title(plain)
    if re.match("#{1,6} ", first) or parts.charges or (parts.speakers and len(plain) < 80):
        return plain, rest.strip()
    return name.removesuffix(".docx").replace("_", " "), text
