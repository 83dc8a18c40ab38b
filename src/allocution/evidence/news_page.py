"""A page that isn't a post: its main text, its title, and the moment that it states itself."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml import etree, html

from allocution.content.importing.statements import plain_as_markdown

_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta)\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
_PUBLISHED = (
    '//meta[@property="article:published_time"]/@content',
    '//meta[@itemprop="datePublished"]/@content',
    '//time[@itemprop="datePublished"]/@datetime',
)
_SNIFFED = 4096
MOST_READ = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says: `date` as it states it itself, empty where it doesn't; paragraphs as Markdown and plain."""

    title: str
    date: str
    markdown: str
    plain: str


def looks_like_html(data: bytes) -> bool:
    """Whether it begins as a page does."""
    return bool(_MARKUP.search(data[:_SNIFFED]))


def charset(media_type: str) -> str:
    """The encoding that a media type names; empty where it names none."""
    match = _CHARSET.search(media_type)
    return match[1] if match else ""


def is_readable() -> bool:
    """Whether the package that finds a page's main text is installed."""
    return _reader() is not None


def read_article(data: bytes, encoding: str = "") -> Article | None:
    """The main text of a page; None where none is found, or the package that finds it isn't installed."""
    reader = _reader()
    if reader is None or len(data) > MOST_READ:
        return None
    given = _decoded(data, encoding)
    try:
        found = reader.bare_extraction(
            given,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            include_links=False,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        return None  # a page that the package can't read has no words for us
    text = (found.text or "") if found is not None else ""
    paragraphs = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    if not paragraphs:
        return None
    title = " ".join((found.title or "").split())
    return Article(
        title, _stated_date(given), "\n\n".join(map(plain_as_markdown, paragraphs)), "\n\n".join(paragraphs)
    )


def _reader() -> Any:
    try:
        return importlib.import_module("trafilatura")
    except ModuleNotFoundError:
        return None


def _decoded(data: bytes, encoding: str) -> bytes | str:
    """The page as text where its encoding was said; the package finds it out else."""
    try:
        return data.decode(encoding) if encoding else data
    except (LookupError, UnicodeDecodeError):
        return data


def _stated_date(page: bytes | str) -> str:
    """When the page says that it was published. What programs guess from addresses and texts isn't taken."""
    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for path in _PUBLISHED:
        for written in tree.xpath(path):
            if found := _date(str(written).strip()):
                return found
    return ""


def _date(written: str) -> str:
    """A moment with its offset, or the day where it states none."""
    try:
        if len(written) == 10:
            return date.fromisoformat(written).isoformat()
        moment = datetime.fromisoformat(written).replace(microsecond=0)
    except ValueError:
        return ""
    return moment.isoformat() if moment.tzinfo is not None else moment.date().isoformat()
