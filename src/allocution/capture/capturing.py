"""Addresses fetched one after another, what they gave kept as evidence, and posts read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from allocution import __version__
from allocution.errors import CaptureError
from allocution.evidence.custody import add_line, events, find_break, head_of
from allocution.evidence.news_page import Article, charset, looks_like_html, read_article
from allocution.evidence.telegram_page import (
    Outcome,
    PostAddress,
    PostPage,
    post_address,
    posts_in,
    read_post,
)
from allocution.evidence.warc import make_warc
from allocution.model.captures import Capture
from allocution.store.capture_folder import CaptureFolder, digest_of_file


class Fetches(Protocol):
    """What fetches addresses."""

    def get(self, address: str) -> Capture:
        """What the address gives. Raises CaptureError."""


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

    @classmethod
    def of(cls, capture: Capture, post: PostAddress | None, address: str) -> Taken:
        """What an answer holds."""
        answer = capture.answer
        page = read_post(answer.decoded, post) if post else None
        if page is not None and answer.status != 200:
            page = PostPage(Outcome.UNRECOGNISED)
        article = None
        if post is None and answer.status == 200 and looks_like_html(answer.decoded):
            article = read_article(answer.decoded, charset(answer.header("Content-Type")))
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
) -> tuple[Taken, ...]:
    """Fetch each address, each once, and keep what it gave before anything is read in it.

    Raises CaptureError for a custody log that isn't whole, PublishError; then nothing is fetched or added.
    """
    folder = CaptureFolder(root)
    wanted = dict.fromkeys(each for address in addresses for each in posts_in(address, allowed))
    taken = []
    with folder.alone():
        _checked_log(folder)
        for address in wanted:
            post = post_address(address, allowed)
            try:
                capture = fetcher.get(post.page if post else address)
            except CaptureError as refused:
                taken.append(Taken(post.source if post else address, post=post, refused=refused))
                continue
            taken.append(keep(folder, capture, Taken.of(capture, post, address), clock()))
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
    with folder.alone():
        digest = digest_of_file(path)
        known = [each for each in events(_checked_log(folder)) if each.get("sha256") == digest]
        if known:
            return TakenFile(path.name, digest, str(known[0]["file"]), True)
        now = clock()
        added = folder.take_in(path, now)
        event = {
            "event": "captured",
            "time": now.astimezone(UTC).isoformat(timespec="seconds"),
            "tool": f"Allocution/{__version__}",
            "source": f"sha256:{added['sha256']}",
            **added,
        }
        add_event(folder, event)
    return TakenFile(path.name, added["sha256"], added["file"], False)


def keep(folder: CaptureFolder, capture: Capture, taken: Taken, now: datetime, seen: str = "") -> Taken:
    """Keep a capture with a line in the log; `seen` is what has become of the source. Raises PublishError."""
    answer = capture.answer
    added = folder.add(make_warc([capture]), answer.moment)
    known = (("etag", answer.header("ETag")), ("modified", answer.header("Last-Modified")), ("seen", seen))
    event = {
        "event": "captured",
        "time": now.astimezone(UTC).isoformat(timespec="seconds"),
        "tool": f"Allocution/{__version__}",
        "source": taken.source,
        "answered": answer.address,
        "status": str(answer.status),
        **({"outcome": taken.page.outcome.value} if taken.page else {}),
        **{name: value for name, value in known if value},
        **added,
    }
    add_event(folder, event)
    return replace(taken, file=added["file"])


def add_event(folder: CaptureFolder, event: Mapping[str, str]) -> None:
    """Add a line to the custody log; only who is alone with the folder may. Raises CaptureError, PublishError."""
    log = _checked_log(folder)
    after = add_line(log, event)
    folder.replace_log(log, after, (head_of(log, after), head_of(after)))


def checked_log(root: Path) -> bytes:
    """The custody log of an archive. Raises CaptureError where it isn't whole."""
    return _checked_log(CaptureFolder(root))


def _checked_log(folder: CaptureFolder) -> bytes:
    log, head = folder.log()
    found = find_break(log, head) if log or head else None
    if found is not None:
        raise CaptureError("custody-broken", line=str(found.line), reason=found.reason)
    return log
