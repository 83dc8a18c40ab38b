from __future__ import annotations

import pytest

from allocution.site.plan import PageKind, PlannedPage
from allocution.web.media_types import can_run_scripts, media_type


@pytest.mark.parametrize(
    ("kind", "output", "expected"),
    [
        (PageKind.STATEMENT, "a/index.html", "text/html; charset=utf-8"),
        (PageKind.STATEMENT, "a/index.json", "application/json"),
        (PageKind.FEED, "index.xml", "application/rss+xml"),
        (PageKind.FEED, "kk/atom.xml", "application/atom+xml"),
        (PageKind.SITEMAP, "sitemap.xml", "application/xml"),
        (PageKind.ROBOTS, "robots.txt", "text/plain; charset=utf-8"),
        (PageKind.ASSET, "assets/site.css", "text/css; charset=utf-8"),
        (PageKind.MOVED, "old-address", "text/html; charset=utf-8"),
        (PageKind.COPY, "a/photo.webp", "image/webp"),
        (PageKind.COPY, "a/voice.opus", "audio/ogg"),
        (PageKind.COPY, "a/verdict.pdf", "application/pdf"),
        (PageKind.COPY, "a/drawing.svg", "image/svg+xml"),
        (PageKind.COPY, "notes.txt", "text/plain; charset=utf-8"),
        (PageKind.COPY, "saved.html", "text/html"),
        (PageKind.COPY, "posts.tar.gz", "application/gzip"),
        (PageKind.COPY, "CNAME", "application/octet-stream"),
    ],
)
def test_type(kind: PageKind, output: str, expected: str) -> None:
    assert media_type(PlannedPage("key", kind, (output,), b""), output) == expected


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/xml", "application/atom+xml"])
def test_documents_that_may_hold_scripts(kind: str) -> None:
    assert can_run_scripts(kind)
    assert not can_run_scripts("application/pdf")
