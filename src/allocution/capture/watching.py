"""Sources looked at again, politely: each time a new capture, and what has become of the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from allocution.capture.attached_changes import (
    AttachedChange,
    Bytes,
    attached_changes,
    captured_bytes,
    compared,
    taken_bytes,
)
from allocution.capture.attaching import Downloads, MediaTaking, TakenMedia
from allocution.capture.capturing import Taken, keep
from allocution.capture.keeping import add_event, alone, checked_log, new_event
from allocution.errors import CaptureError
from allocution.evidence.comparison import difference
from allocution.evidence.custody import events
from allocution.evidence.news_page import looks_like_html
from allocution.evidence.telegram_page import (
    Attached,
    Outcome,
    PostAddress,
    PostPage,
    is_media_host,
    post_address,
    read_post,
)
from allocution.model.captures import Capture, Headers
from allocution.model.evidence import Piece
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import captured_body, captured_text, source_key

Event = Mapping[str, Any]
_GONE = frozenset((404, 410))
_BUSY = frozenset((429, 503))
_READ = frozenset((Outcome.OK, Outcome.PARTIAL))


class Seen(StrEnum):
    """What became of a source since it was looked at last."""

    FIRST = "first"
    SAME = "same"
    EDITED = "edited"
    GONE = "gone"
    WITHHELD = "withheld"
    UNCLEAR = "unclear"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one source: how its words and what it has attached changed, the file kept, why it wasn't had."""

    source: str
    seen: Seen
    change: tuple[Piece, ...] = ()
    file: str = ""
    problem: CaptureError | None = None
    attached: tuple[AttachedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Manners:
    """How politely is asked: seconds between requests to one host, and the most that is waited for one.

    A source that was looked at less than `every` ago is left alone, so a run that was broken off is gone on with.
    """

    pause: float = 5.0
    most_wait: float = 120.0
    every: timedelta = timedelta(hours=20)


class Fetches(Protocol):
    """What fetches addresses, with headers that ask only for what is new."""

    def get(self, address: str, more: Headers = ()) -> Capture:
        """What the address gives. Raises CaptureError."""


@dataclass
class Watching:
    """Looks at sources again. `clock`, `elapsed` and `wait` come in as values.

    With `downloads`, what posts have attached is taken again, and compared with what was captured of it.
    """

    root: Path
    fetcher: Fetches
    clock: Callable[[], datetime]
    elapsed: Callable[[], float]
    wait: Callable[[float], None]
    manners: Manners = field(default_factory=Manners)
    allowed: frozenset[str] = frozenset()
    downloads: Downloads | None = None
    _had: set[str] = field(default_factory=set)
    _next: dict[str, float] = field(default_factory=dict)

    def look(self, sources: Iterable[str]) -> Iterator[Look]:
        """Look at each source that is due, those first that were looked at longest ago.

        Raises CaptureError for a log that isn't whole, PublishError.
        """
        folder = CaptureFolder(self.root)
        last = _last_looks(events(checked_log(self.root)))
        by_key = {source_key(source): source for source in sources}
        for key, source in sorted(by_key.items(), key=lambda each: (last.get(each[0], ""), each[0])):
            if not self._is_due(last.get(key)) or not self._waited_for(source):
                continue
            with alone(folder, self.clock):
                log = events(checked_log(self.root))
                known = [each for each in log if _is_of(each, key)]
                if self._is_due(_last_looks(known).get(key)):
                    yield self._look(folder, source, known, captured_bytes(log, key))

    def _is_due(self, last: str | None) -> bool:
        return not last or datetime.fromisoformat(last) + self.manners.every <= self.clock()

    def _waited_for(self, source: str) -> bool:
        """Wait until the host may be asked again; it isn't asked in this run if that is too long."""
        host = urlsplit(source).netloc.lower()
        left = self._next.get(host, 0.0) - self.elapsed()
        if left > self.manners.most_wait:
            return False
        if left > 0:
            self.wait(left)
        self._next[host] = self.elapsed() + self.manners.pause
        return True

    def _look(self, folder: CaptureFolder, source: str, known: Sequence[Event], had: Bytes) -> Look:
        post = post_address(source, self.allowed)
        captured = [each for each in known if each.get("event") == "captured"]
        before = captured[-1] if captured else None
        try:
            address = post.page if post else source
            capture = self.fetcher.get(address, _only_new(before, address))
        except CaptureError as problem:
            self._log_unreachable(folder, post.source if post else source, problem)
            return Look(source, Seen.UNREACHABLE, problem=problem)
        self._heed(source, capture)
        earlier = _Earlier.of(folder, captured, post)
        taken: Taken | None = None
        seen, change = Seen.SAME, tuple[Piece, ...]()
        if capture.answer.status != 304:
            taken = Taken.of(capture, post, source)
            seen, change = _seen(taken, capture.answer.decoded, earlier, first=before is None)
        kept = keep(folder, capture, taken or Taken(post.source if post else source, 304), self.clock(), seen)
        attached = self._attached(folder, kept, earlier, had)
        if attached:
            seen = Seen.EDITED
            told = "; ".join(f"{each.what}: {', '.join(each.kinds)}" for each in attached)
            about = {"source": kept.source, "seen": seen.value, "changed": told}
            add_event(folder, new_event("looked", self.clock(), **about))
        return Look(source, seen, change, kept.file, attached=attached)

    def _attached(
        self, folder: CaptureFolder, kept: Taken, earlier: _Earlier, had: Bytes
    ) -> tuple[AttachedChange, ...]:
        """How what a post has attached differs from what it had."""
        if kept.page is None or kept.page.outcome not in _READ:
            return ()
        media: list[TakenMedia] = []
        if self.downloads is not None:
            taking = MediaTaking(folder, self.downloads, self.clock, self.allowed)
            due = self._politely(compared(kept.page.attached))
            media = list(taking.take(due, kept.source, frozenset(self._had)))
            self._had |= {each.attached.address for each in media if each.file}
        if earlier.page is None:
            return ()
        return attached_changes(earlier.page.attached, had, kept.page.attached, taken_bytes(media))

    def _politely(self, attached: Iterable[Attached]) -> Iterator[Attached]:
        """Those whose host may be asked in this run, each when it may."""
        for each in attached:
            there = is_media_host(each.address, self.allowed) and each.address not in self._had
            if there and self._waited_for(each.address):
                yield each

    def _heed(self, source: str, capture: Capture) -> None:
        """Leave a host alone for as long as it asks for."""
        answer = capture.answer
        if answer.status in _BUSY:
            seconds = _seconds(answer.header("Retry-After"), self.clock())
            host = urlsplit(source).netloc.lower()
            self._next[host] = self.elapsed() + max(seconds, self.manners.pause)

    def _log_unreachable(self, folder: CaptureFolder, source: str, problem: CaptureError) -> None:
        about = {"source": source, "seen": Seen.UNREACHABLE.value, "problem": problem.code}
        add_event(folder, new_event("looked", self.clock(), **about))


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What was captured of a source before: its latest words, the latest page of a post, the latest bytes."""

    text: str = ""
    page: PostPage | None = None
    body: bytes = b""

    @classmethod
    def of(cls, folder: CaptureFolder, captured: Sequence[Event], post: PostAddress | None) -> _Earlier:
        text, page, latest = "", None, b""
        for event in reversed(captured):
            data = folder.read(event)
            body = captured_body(event, data) if event.get("status") == "200" else b""
            latest = latest or body
            text = text or captured_text(event, data)
            read = read_post(body, post) if post is not None and body and page is None else None
            page = read if read is not None and read.outcome in _READ else page
            if latest and (page is not None if post is not None else not looks_like_html(latest) or text):
                break
        return cls(text, page, latest)


def _seen(taken: Taken, body: bytes, earlier: _Earlier, *, first: bool) -> tuple[Seen, tuple[Piece, ...]]:
    """What became of the words, and how they changed."""
    outcome = taken.page.outcome if taken.page is not None else None
    if taken.status in _GONE or outcome is Outcome.NOT_FOUND:
        return Seen.GONE, ()
    if taken.status != 200:
        return Seen.UNREACHABLE, ()
    if outcome is Outcome.WITHHELD:
        return Seen.WITHHELD, ()
    if taken.post is None and body and not looks_like_html(body):  # a document, a picture, a recording
        return (Seen.FIRST if not earlier.body else Seen.SAME if body == earlier.body else Seen.EDITED), ()
    if outcome is Outcome.UNRECOGNISED or not (taken.text or outcome):
        return Seen.UNCLEAR, ()
    if first or not (earlier.text or earlier.page):
        return Seen.FIRST, ()
    change = difference(earlier.text, taken.text)
    return (Seen.EDITED, change) if change else (Seen.SAME, ())


def _only_new(before: Event | None, address: str) -> Headers:
    """Headers that ask for an answer only where it is another one than that which was captured last."""
    if before is None or before.get("answered") != address or before.get("status") not in ("200", "304"):
        return ()
    names = (("If-None-Match", "etag"), ("If-Modified-Since", "modified"))
    return tuple((name, str(before[key])) for name, key in names if before.get(key))


def _seconds(retry_after: str, now: datetime) -> float:
    """What a Retry-After asks for; an hour where it can't be read."""
    if retry_after.strip().isdigit():
        return float(retry_after.strip()[:9])
    try:
        return max((parsedate_to_datetime(retry_after) - now).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return 3600.0 if retry_after else 0.0


def _is_of(event: Event, key: str) -> bool:
    return event.get("event") in ("captured", "looked") and source_key(str(event.get("source"))) == key


def _last_looks(known: Iterable[Event]) -> dict[str, str]:
    """When each source was looked at last."""
    return {
        source_key(str(event["source"])): str(event["time"])
        for event in known
        if event.get("event") in ("captured", "looked")
    }
