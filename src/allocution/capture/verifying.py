"""An archive's captures and custody log checked, offline: what of each is whole, what is wrong, what can't be told."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allocution.errors import CaptureError
from allocution.evidence.custody import events, find_break
from allocution.evidence.warc import check_warc
from allocution.store.capture_folder import FOLDER, HEAD, LOG, CaptureFolder

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the catalogue `verifying` with its values."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Object:
    """One file: what was checked of it, what is wrong with it, and what nothing in the archive can tell."""

    path: str
    checked: tuple[Told, ...] = ()
    wrong: tuple[Told, ...] = ()
    open: tuple[Told, ...] = ()


def verify_captures(root: Path) -> Iterator[Object]:
    """Check every file in `captures/`: the log first, then each that it names, then those that it doesn't."""
    folder = CaptureFolder(root)
    present = folder.files()
    log_object, known = _log(folder, present)
    yield log_object
    by_file: dict[str, list[Event]] = defaultdict(list)
    for event in known:
        for name in ("file", "token"):
            if name in event:
                by_file[str(event[name])].append(event)
    for name, about in sorted(by_file.items()):
        yield _named(folder, name, about, present)
    for name, kind in sorted(present.items()):
        if name not in by_file and name not in (LOG, HEAD):
            yield Object(f"{FOLDER}/{name}", wrong=(Told("unlogged" if not kind else "no-file"),))


def _log(folder: CaptureFolder, present: Mapping[str, str]) -> tuple[Object, list[Event]]:
    """The log and its head, and what the log says where it is whole."""
    path = f"{FOLDER}/{LOG}"
    for name in (LOG, HEAD):
        if name not in present:
            return Object(f"{FOLDER}/{name}", wrong=(Told("missing"),)), []
        if present[name]:
            return Object(f"{FOLDER}/{name}", wrong=(Told("no-file"),)), []
    log, head = folder.log()
    found = find_break(log, head)
    if found is not None:
        broken = Told("log-broken", (("line", str(found.line)), ("reason", found.reason)))
        return Object(path, wrong=(broken,)), []
    known: list[Event] = list(events(log))
    return Object(
        path, checked=(Told("log-whole", (("lines", len(known)),)),), open=(Told("log-alone"),)
    ), known


def _named(folder: CaptureFolder, name: str, about: list[Event], present: Mapping[str, str]) -> Object:
    """A file that the log names."""
    path = f"{FOLDER}/{name}"
    if name not in present or present[name]:
        return Object(path, wrong=(Told("no-file" if name in present else "missing"),))
    try:
        data = folder.read_file(name)
    except CaptureError:
        return Object(path, wrong=(Told("name-unusable"),))
    wanted = {str(event["token_sha256" if event.get("token") == name else "sha256"]) for event in about}
    if wanted != {hashlib.sha256(data).hexdigest()}:
        return Object(path, wrong=(Told("changed"),))
    return _inside(path, name, data)


def _inside(path: str, name: str, data: bytes) -> Object:
    checked = [Told("as-logged")]
    if not name.endswith(".warc.gz"):
        return Object(path, tuple(checked), open=(Told("content-unread"),))
    try:
        records = check_warc(data)
    except CaptureError as error:
        return Object(path, tuple(checked), (Told("warc", tuple(error.parameters.items())),))
    checked.append(Told("records", (("count", records),)))
    return Object(path, tuple(checked), open=(Told("no-time"),))
