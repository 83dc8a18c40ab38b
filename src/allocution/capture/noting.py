"""Lines of the custody log that no file comes with: evidence checked, copied out of the archive, withheld."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allocution.capture.keeping import add_event, alone, checked_log, new_event
from allocution.evidence.custody import events
from allocution.store.archive_folder import ArchiveFolder
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.loading import Loaded
from allocution.workspace.withheld_captures import WITHHELD, unlogged, withheld_captures

_MOST_NAMED = 20
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Noted:
    """Of how many sources it was logged that something of them is withheld, and that nothing is any more."""

    withheld: int
    shown: int


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


def note_withheld(folder: ArchiveFolder, loaded: Loaded, clock: Clock) -> Noted:
    """Log what is withheld of captured sources, as far as the log doesn't tell of it yet.

    Raises CaptureError for a log that isn't whole, PublishError.
    """
    log = events(checked_log(folder.root))
    lines = unlogged(withheld_captures(folder, loaded), log)
    _note(folder.root, [(each.event, dict(each.about)) for each in lines], clock)
    withheld = sum(each.event == WITHHELD for each in lines)
    return Noted(withheld, len(lines) - withheld)


def _note(root: Path, lines: list[tuple[str, dict[str, str]]], clock: Clock) -> None:
    folder = CaptureFolder(root)
    if lines:
        with alone(folder, clock):
            for event, about in lines:
                add_event(folder, new_event(event, clock(), **about))
