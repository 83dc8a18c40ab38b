"""Addresses fetched one after another, what they gave kept as evidence, and posts read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from allocution import __version__
from allocution.errors import CaptureError
from allocution.evidence.custody import add_line, find_break, head_of
from allocution.evidence.telegram_page import Outcome, PostAddress, PostPage, post_address, read_post
from allocution.evidence.warc import make_warc
from allocution.model.captures import Capture
from allocution.store.capture_folder import CaptureFolder


class Fetches(Protocol):
    """What fetches addresses."""

    def get(self, address: str) -> Capture:
        """What the address gives. Raises CaptureError."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one address: the post and its page where it is one, or why it couldn't be fetched.

    `source` is the address that readers are given, `file` the capture, empty without one.
    """

    source: str
    status: int = 0
    post: PostAddress | None = None
    page: PostPage | None = None
    file: str = ""
    refused: CaptureError | None = None

    @classmethod
    def of(cls, capture: Capture, post: PostAddress | None, address: str) -> Taken:
        """What an answer holds."""
        answer = capture.answer
        page = read_post(answer.decoded, post) if post else None
        if page is not None and answer.status != 200:
            page = PostPage(Outcome.UNRECOGNISED)
        return cls(post.source if post else address, answer.status, post, page)

    @property
    def text(self) -> str:
        """Its words; empty without any that can be read."""
        return self.page.plain if self.page is not None else ""

    @property
    def has_words(self) -> bool:
        """Whether a draft can be made of it."""
        return self.page is not None and bool(self.page.plain)


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
    taken = []
    with folder.alone():
        _checked_log(folder)
        for address in dict.fromkeys(addresses):
            post = post_address(address, allowed)
            try:
                capture = fetcher.get(post.page if post else address)
            except CaptureError as refused:
                taken.append(Taken(post.source if post else address, post=post, refused=refused))
                continue
            taken.append(keep(folder, capture, Taken.of(capture, post, address), clock()))
    return tuple(taken)


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
