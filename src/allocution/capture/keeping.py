"""Evidence put in place together with the line of the log that names it, however often a command is killed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from allocution import __version__
from allocution.errors import CaptureError
from allocution.evidence.custody import add_line, events, find_break, head_of
from allocution.store.capture_folder import CaptureFolder, is_name
from allocution.store.capture_staging import Staging

Clock = Callable[[], datetime]
_NAMED = (("file", "sha256"), ("token", "token_sha256"), ("root", "root_sha256"), ("header", "header_sha256"))


def checked_log(root: Path) -> bytes:
    """The custody log of an archive. Raises CaptureError where it isn't whole."""
    return whole_log(CaptureFolder(root))


def whole_log(folder: CaptureFolder) -> bytes:
    """The custody log of a folder. Raises CaptureError where it isn't whole."""
    log, head = folder.log()
    found = find_break(log, head) if log or head else None
    if found is not None:
        raise CaptureError("custody-broken", line=str(found.line), reason=found.reason)
    return log


def new_event(event: str, now: datetime, /, **about: str) -> dict[str, str]:
    """An event as the log has it."""
    moment = now.astimezone(UTC).isoformat(timespec="seconds")
    return {"event": event, "time": moment, "tool": f"Allocution/{__version__}", **about}


@contextmanager
def alone(folder: CaptureFolder, clock: Clock) -> Iterator[None]:
    """Be the only one who adds to the captures; what a killed command left is finished first.

    Raises CaptureError for a log that isn't whole, PublishError.
    """
    with folder.alone():
        recover(folder, clock)
        yield


def record(folder: CaptureFolder, event: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> None:
    """Put files in place, and add the line that names them; files that are ready already needn't be given.

    Only who is alone with the folder may. Raises CaptureError, PublishError.
    """
    staging = Staging(folder.root)
    for name, data in (files or {}).items():
        there = folder.read_file(name)
        if there and there != data:
            raise CaptureError("name-taken", file=name)
        if not there:
            staging.write(name, data)
    staging.intend(json.dumps(event, ensure_ascii=False).encode())
    _finish(folder, staging, event)


def recover(folder: CaptureFolder, clock: Clock) -> str:
    """Finish what a killed command left: the name of the file that is now in the log, empty where nothing was left.

    Only who is alone with the folder may. Raises CaptureError, PublishError.
    """
    staging = Staging(folder.root)
    left = staging.intended()
    log = whole_log(folder)
    staging.clear()
    event = _read(left)
    if not event:
        staging.settle()
        return ""
    last = events(log)[-1:] if log else []
    if last and event.items() <= last[0].items():
        staging.settle()
        return ""
    moment = clock().astimezone(UTC).isoformat(timespec="seconds")
    _finish(folder, staging, {**event, "recovered": moment})
    return str(event.get("token") or event.get("file"))


def interrupted(root: Path) -> frozenset[str]:
    """The files that a killed command was about to put in place and log."""
    staging = Staging(root)
    event = _read(staging.intended())
    return frozenset(event[name] for name, _ in _NAMED if name in event) | frozenset(staging.left_behind())


def add_event(folder: CaptureFolder, event: Mapping[str, str]) -> None:
    """Add a line to the custody log; only who is alone with the folder may. Raises CaptureError, PublishError."""
    log = whole_log(folder)
    after = add_line(log, event)
    folder.replace_log(log, after, (head_of(log, after), head_of(after)))


def _finish(folder: CaptureFolder, staging: Staging, event: Mapping[str, str]) -> None:
    named = [(event[name], event[digest]) for name, digest in _NAMED if name in event]
    staging.place(name for name, _ in named)
    if any(folder.digest(name) != digest for name, digest in named):
        staging.settle()
        raise CaptureError("capture-changed", file=named[0][0])
    add_event(folder, event)
    staging.settle()


def _read(intent: bytes) -> dict[str, str]:
    """What an intent says; nothing where it isn't one that a command of ours wrote."""
    try:
        event = json.loads(intent) if intent else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(event, dict) or not all(isinstance(value, str) for value in event.values()):
        return {}
    named = [(event[name], digest in event) for name, digest in _NAMED if name in event]
    return event if named and all(is_name(name) and known for name, known in named) else {}


def digest_name(stem: str, suffix: str, data: bytes) -> tuple[str, str]:
    """A name for bytes which nothing else has, and their digest."""
    digest = hashlib.sha256(data).hexdigest()
    return f"{stem}.{digest[:16]}{suffix}", digest
