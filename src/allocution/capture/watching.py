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

from allocution.capture.capturing import Taken, keep
from allocution.capture.keeping import add_event, alone, checked_log, new_event
from allocution.errors import CaptureError
from allocution.evidence.comparison import difference
from allocution.evidence.custody import events
from allocution.evidence.telegram_page import Outcome, post_address
from allocution.model.captures import Capture, Headers
from allocution.model.evidence import Piece
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import captured_text, source_key

Event = Mapping[str, Any]
_GONE = frozenset((404, 410))
_BUSY = frozenset((429, 503))


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
    """What came of one source: how its words changed, the file kept, why it couldn't be had."""

    source: str
    seen: Seen
    change: tuple[Piece, ...] = ()
    file: str = ""
    problem: CaptureError | None = None


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
    """Looks at sources again. `clock`, `elapsed` and `wait` come in as values."""

    root: Path
    fetcher: Fetches
    clock: Callable[[], datetime]
    elapsed: Callable[[], float]
    wait: Callable[[float], None]
    manners: Manners = field(default_factory=Manners)
    allowed: frozenset[str] = frozenset()
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
                known = [each for each in events(checked_log(self.root)) if _is_of(each, key)]
                if self._is_due(_last_looks(known).get(key)):
                    yield self._look(folder, source, known)

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

    def _look(self, folder: CaptureFolder, source: str, known: Sequence[Event]) -> Look:
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
        text = next((found for each in reversed(captured) if (found := _text(folder, each))), "")
        taken: Taken | None = None
        seen, change = Seen.SAME, tuple[Piece, ...]()
        if capture.answer.status != 304:
            taken = Taken.of(capture, post, source)
            seen, change = _seen(taken, text, first=before is None)
        kept = keep(folder, capture, taken or Taken(post.source if post else source, 304), self.clock(), seen)
        return Look(source, seen, change, kept.file)

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


def _seen(taken: Taken, before: str, *, first: bool) -> tuple[Seen, tuple[Piece, ...]]:
    """What became of the words, and how they changed."""
    outcome = taken.page.outcome if taken.page is not None else None
    if taken.status in _GONE or outcome is Outcome.NOT_FOUND:
        return Seen.GONE, ()
    if taken.status != 200:
        return Seen.UNREACHABLE, ()
    if outcome is Outcome.WITHHELD:
        return Seen.WITHHELD, ()
    if outcome is Outcome.UNRECOGNISED or not (taken.text or outcome):
        return Seen.UNCLEAR, ()
    if first or not before:
        return Seen.FIRST, ()
    change = difference(before, taken.text)
    return (Seen.EDITED, change) if change else (Seen.SAME, ())


def _text(folder: CaptureFolder, event: Event) -> str:
    return captured_text(event, folder.read(event))


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
