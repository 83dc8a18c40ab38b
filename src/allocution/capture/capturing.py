"""Addresses fetched one after another, what they gave kept as evidence, and posts read from it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from allocution.capture.attaching import Downloads, MediaTaking, TakenMedia
from allocution.capture.keeping import alone, new_event, record, whole_log
from allocution.errors import CaptureError, PublishError
from allocution.evidence.custody import events
from allocution.evidence.news_page import Article, charset, looks_like_html, read_article
from allocution.evidence.telegram_page import (
    Outcome,
    PostAddress,
    PostPage,
    post_address,
    posts_in,
    read_post,
)
from allocution.evidence.warc import make_warc, rendered_warc
from allocution.model.captures import Capture, Exchange, Rendered
from allocution.store.capture_folder import CaptureFolder, copied, dated_name, digest_of_file, plain_suffix
from allocution.store.capture_staging import Staging

# What is wrong with the folder of captures, or with the machine, ends all of it.
_OURS = frozenset(("custody-broken", "name-taken", "capture-changed", "capture-name", "no-browser"))


class Fetches(Protocol):
    """What fetches addresses."""

    def get(self, address: str) -> Capture:
        """What the address gives. Raises CaptureError."""


class Renders(Protocol):
    """What shows pages."""

    def get(self, address: str) -> Rendered:
        """The page at an address. Raises CaptureError."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one address: the post and its page where it is one, the article of another page, or why not.

    `source` is the address that readers are given, `file` the capture, empty without one.
    """

    source: str
    status: int = 0
    post: PostAddress | None = None
    page: PostPage | None = None
    article: Article | None = None
    file: str = ""
    refused: CaptureError | None = None
    media: tuple[TakenMedia, ...] = ()
    shown: Rendered | None = None

    @classmethod
    def of(cls, capture: Capture, post: PostAddress | None, address: str) -> Taken:
        """What an answer holds."""
        return cls._read(capture.answer, capture.answer.decoded, post, address)

    @classmethod
    def of_page(cls, page: Rendered, post: PostAddress | None, address: str) -> Taken:
        """What a page holds that a browser showed."""
        answer = next(each for each in page.exchanges if each.address == page.address)
        return cls._read(answer, page.markup, post, address)

    @classmethod
    def _read(cls, answer: Exchange, body: bytes, post: PostAddress | None, address: str) -> Taken:
        page = read_post(body, post) if post else None
        if page is not None and answer.status != 200:
            page = PostPage(Outcome.UNRECOGNISED)
        article = None
        if post is None and answer.status == 200 and looks_like_html(body):
            sent = "utf-8" if body is not answer.decoded else charset(answer.header("Content-Type"))
            article = read_article(body, sent)
        return cls(post.source if post else address, answer.status, post, page, article)

    @property
    def text(self) -> str:
        """Its words; empty without any that can be read."""
        if self.article is not None:
            return self.article.plain
        return self.page.plain if self.page is not None else ""

    @property
    def has_words(self) -> bool:
        """Whether a draft can be made of it."""
        return bool(self.text)

    @property
    def is_silent(self) -> bool:
        """Whether it is a post, read to its end, that has no words of its own."""
        if self.page is None or self.text:
            return False
        return self.page.outcome in (Outcome.OK, Outcome.SERVICE)


def take(
    root: Path,
    addresses: Iterable[str],
    fetcher: Fetches,
    clock: Callable[[], datetime],
    allowed: frozenset[str] = frozenset(),
    downloads: Downloads | None = None,
    renderer: Renders | None = None,
) -> tuple[Taken, ...]:
    """Fetch each address, each once, and keep what it gave before anything is read in it.

    With `downloads`, what posts have attached is taken as well; with a `renderer`, pages as a browser shows them.

    Raises CaptureError for a custody log that isn't whole, PublishError; then nothing is fetched or added.
    """
    folder = CaptureFolder(root)
    wanted: dict[str, str] = {}
    for each in (each for address in addresses for each in posts_in(address, allowed)):
        post = post_address(each, allowed)
        wanted.setdefault(post.source.casefold() if post else each, each)
    taken: list[Taken] = []
    had: set[str] = set()
    with alone(folder, clock):
        for address in wanted.values():
            post = post_address(address, allowed)
            try:
                if renderer is not None:
                    page = renderer.get(post.page if post else address)
                    kept = keep_page(folder, page, Taken.of_page(page, post, address), clock())
                else:
                    capture = fetcher.get(post.page if post else address)
                    kept = keep(folder, capture, Taken.of(capture, post, address), clock())
            except CaptureError as refused:
                if refused.code in _OURS:
                    raise
                taken.append(Taken(post.source if post else address, post=post, refused=refused))
                continue
            if downloads is not None and kept.page is not None:
                media = MediaTaking(folder, downloads, clock, allowed)
                found = media.take(kept.page.attached, kept.source, frozenset(had))
                kept = replace(kept, media=tuple(found))
                had |= {each.attached.address for each in kept.media if each.file}
            taken.append(kept)
    return tuple(taken)


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file from disk that is a source of its own: its name, digest and copy; `again` if it was there already."""

    name: str
    sha256: str
    file: str
    again: bool

    @property
    def source(self) -> str:
        """What a content file's `sources` say of it: by the digest its page finds the copy."""
        return f"{self.name}, SHA-256 {self.sha256}"


def take_file(root: Path, path: Path, clock: Callable[[], datetime]) -> TakenFile:
    """Keep a copy of a file from disk, once. Its name isn't logged. Raises CaptureError, PublishError."""
    folder = CaptureFolder(root)
    with alone(folder, clock):
        digest = digest_of_file(path)
        known = [each for each in events(whole_log(folder)) if each.get("sha256") == digest]
        if known:
            return TakenFile(path.name, digest, str(known[0]["file"]), True)
        now = clock()
        name = dated_name(now, digest, plain_suffix(path))
        if copied(path, Staging(root).path(name)) != digest:
            raise PublishError("copied-file-changed", path=path)
        record(folder, new_event("captured", now, source=f"sha256:{digest}", file=name, sha256=digest))
    return TakenFile(path.name, digest, name, False)


def keep(folder: CaptureFolder, capture: Capture, taken: Taken, now: datetime, seen: str = "") -> Taken:
    """Keep a capture with a line in the log; `seen` is what has become of the source. Raises PublishError."""
    answer = capture.answer
    known = (("etag", answer.header("ETag")), ("modified", answer.header("Last-Modified")), ("seen", seen))
    about = {**_about(taken, answer.address), **{name: value for name, value in known if value}}
    name = _put(folder, answer.moment, now, make_warc([capture]), ".warc.gz", about)
    return replace(taken, file=name)


def keep_page(folder: CaptureFolder, page: Rendered, taken: Taken, now: datetime) -> Taken:
    """Keep a page that a browser showed: what it asked for, and as files of their own what it looked like."""
    about = {**_about(taken, page.address), "browser": page.program}
    name = _put(folder, page.moment, now, rendered_warc(page), ".warc.gz", about)
    for kind, suffix, data in (("screenshot", ".png", page.screenshot), ("print", ".pdf", page.pdf)):
        told = {"source": f"urn:{kind}:{page.address}", "of": taken.source, "kind": kind, "shows": name}
        _put(folder, page.moment, now, data, suffix, told)
    return replace(taken, file=name, shown=page)


def _about(taken: Taken, answered: str) -> dict[str, str]:
    outcome = {"outcome": taken.page.outcome.value} if taken.page else {}
    return {"source": taken.source, "answered": answered, "status": str(taken.status), **outcome}


def _put(
    folder: CaptureFolder, moment: datetime, now: datetime, data: bytes, suffix: str, about: Mapping[str, str]
) -> str:
    """Put a file in place under its own name, with a line in the log."""
    digest = hashlib.sha256(data).hexdigest()
    name = dated_name(moment, digest, suffix)
    record(folder, new_event("captured", now, **about, file=name, sha256=digest), {name: data})
    return name
