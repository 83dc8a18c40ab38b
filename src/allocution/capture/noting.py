"""Lines of the custody log that no file comes with: evidence checked, copied out of the archive, withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from allocution.capture.keeping import add_event, alone, new_event
from allocution.evidence.custody import events
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import source_key

_MOST_NAMED = 20
Clock = Callable[[], datetime]


def note_check(root: Path, checked: int, wrong: Iterable[str], clock: Clock) -> None:
    """Log that so many files were checked, and which weren't as they were logged.

    Raises CaptureError for a log that isn't whole, PublishError.
    """
    names = list(wrong)
    told = {"wrong": str(len(names)), "files": " ".join(names[:_MOST_NAMED])} if names else {}
    _note(root, [("failed-check" if names else "checked", {"checked": str(checked), **told})], clock)


def note_copy(root: Path, sha256: str, captures: int, clock: Clock) -> None:
    """Log that so many captures were copied into a file with that digest. Raises CaptureError, PublishError."""
    _note(root, [("copied", {"sha256": sha256, "captures": str(captures)})], clock)


def note_withheld(root: Path, sources: Iterable[str], reason: str, clock: Clock) -> int:
    """Log that what was captured of these sources is withheld now; of how many there was anything.

    Raises CaptureError, PublishError.
    """
    captured = {
        source_key(str(each.get("source"))) for each in events(CaptureFolder(root).log()[0]) if "file" in each
    }
    keys = sorted({source_key(each) for each in sources} & captured)
    _note(root, [("withheld", {"source": key, "reason": reason}) for key in keys], clock)
    return len(keys)


def _note(root: Path, lines: list[tuple[str, dict[str, str]]], clock: Clock) -> None:
    folder = CaptureFolder(root)
    if lines:
        with alone(folder, clock):
            for event, about in lines:
                add_event(folder, new_event(event, clock(), **about))
