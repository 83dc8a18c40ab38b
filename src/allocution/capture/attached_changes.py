"""What became of the things that a post has attached, by their bytes as far as those were captured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from allocution.capture.attaching import TakenMedia
from allocution.evidence.telegram_page import Attached
from allocution.workspace.evidence import source_key

Event = Mapping[str, Any]
_STILL = "preview"  # made by Telegram itself, of a video
GONE, NEW, CHANGED = "gone", "new", "changed"


@dataclass(frozen=True, slots=True)
class AttachedChange:
    """The kinds of things that are gone, new, or have other bytes or another name."""

    what: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Bytes:
    """How often each digest of bytes occurs among the things of a kind."""

    by_kind: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, kind: str, digest: str) -> None:
        """Count one more."""
        self.by_kind.setdefault(kind, Counter())[digest] += 1


def compared(attached: Iterable[Attached]) -> tuple[Attached, ...]:
    """What of the things that a post has attached is looked at again."""
    return tuple(each for each in attached if each.kind != _STILL)


def captured_bytes(log: Iterable[Event], key: str) -> Bytes:
    """What was captured last of the things that a post has attached; of a kind that wasn't then, what was before."""
    found, looks, last = Bytes(), 0, dict[str, int]()
    for event in log:
        if event.get("event") == "captured" and source_key(str(event.get("source"))) == key:
            looks += 1
        elif "payload" in event and source_key(str(event.get("of", ""))) == key:
            kind = str(event.get("kind"))
            if last.get(kind) != looks:
                last[kind] = looks
                found.by_kind.pop(kind, None)
            found.add(kind, str(event["payload"]))
    return found


def taken_bytes(taken: Iterable[TakenMedia]) -> Bytes:
    """What came of taking them now."""
    found = Bytes()
    for each in taken:
        if each.payload:
            found.add(each.attached.kind, each.payload)
    return found


def attached_changes(
    before: Iterable[Attached], known: Bytes, after: Iterable[Attached], taken: Bytes
) -> tuple[AttachedChange, ...]:
    """How what is attached differs. Things whose bytes weren't had are taken for those that are missing."""
    earlier, later = compared(before), compared(after)
    found: dict[str, list[str]] = {CHANGED: [], GONE: [], NEW: []}
    for kind in sorted({each.kind for each in (*earlier, *later)}):
        gone, new = _counts(_Things.of(kind, earlier, known), _Things.of(kind, later, taken))
        replaced = min(gone, new)
        for what, count in ((CHANGED, replaced), (GONE, gone - replaced), (NEW, new - replaced)):
            found[what] += [kind] * count
    return tuple(AttachedChange(what, tuple(kinds)) for what, kinds in found.items() if kinds)


@dataclass(frozen=True, slots=True)
class _Things:
    """Of one kind: how many there are, and what is known of them. What has no address goes by its name."""

    count: int
    known: Counter[str]

    @classmethod
    def of(cls, kind: str, attached: Iterable[Attached], digests: Bytes) -> _Things:
        things = [each for each in attached if each.kind == kind]
        named = Counter(f"name {each.name}" for each in things if not each.address)
        payloads = digests.by_kind.get(kind, Counter())
        if payloads.total() + named.total() > len(things):
            payloads = Counter()
        return cls(len(things), named + payloads)

    @property
    def unknown(self) -> int:
        return self.count - self.known.total()


def _counts(before: _Things, after: _Things) -> tuple[int, int]:
    """How many are gone, and how many new."""
    gone = (before.known - after.known).total() - after.unknown
    new = (after.known - before.known).total() - before.unknown
    return max(gone, before.count - after.count, 0), max(new, after.count - before.count, 0)
