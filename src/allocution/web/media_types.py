"""What kind of file an output is, as HTTP names it."""

from __future__ import annotations

from mimetypes import MimeTypes

from allocution.site.list_pages import ATOM
from allocution.site.plan import PageKind, PlannedPage

HTML = "text/html; charset=utf-8"
JSON = "application/json"
CSV = "text/csv; charset=utf-8"
_BY_ENDING = {
    ".html": HTML,
    ".json": JSON,
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".opml": "text/x-opml",
}
_MORE = {
    ".avif": "image/avif",
    ".epub": "application/epub+zip",
    ".jsonl": "application/jsonl",
    ".m4a": "audio/mp4",
    ".opml": "text/x-opml",
    ".md": "text/markdown",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wacz": "application/wacz",
    ".warc": "application/warc",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".yaml": "application/yaml",
}


def _table() -> MimeTypes:
    """Python's own table and ours, never the machine's, so that every machine gives the same answer."""
    table = MimeTypes(filenames=())
    for ending, kind in _MORE.items():
        table.add_type(kind, ending)
    return table


_TABLE = _table()


def media_type(page: PlannedPage, output: str) -> str:
    """The Content-Type of one of a page's files."""
    if page.kind in (PageKind.COPY, PageKind.EDITION):
        return download_type(output)
    if page.kind is PageKind.FEED:
        return "application/atom+xml" if output.endswith(ATOM) else "application/rss+xml"
    ending = output[output.rfind(".") :] if "." in output else ""
    return _BY_ENDING.get(ending, HTML)


def download_type(output: str) -> str:
    """The Content-Type of a file that is handed out as it is."""
    kind, encoding = _TABLE.guess_type(f"/{output}")
    if kind is None or encoding is not None:
        return "application/gzip" if encoding == "gzip" else "application/octet-stream"
    # A page that somebody else saved may be in any encoding and says so itself.
    if kind.startswith("text/") and kind != "text/html":
        return f"{kind}; charset=utf-8"
    return kind


def can_run_scripts(kind: str) -> bool:
    """Whether a browser takes the type for a document that may hold scripts."""
    plain = kind.partition(";")[0]
    return plain in ("text/html", "text/xml", "application/xml") or plain.endswith("+xml")
