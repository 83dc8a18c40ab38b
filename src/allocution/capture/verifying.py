"""An archive's captures and custody log checked, offline: what of each is whole, what is wrong, what can't be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allocution.capture.keeping import interrupted
from allocution.errors import CaptureError
from allocution.evidence.block_headers import LEAST_WORK, read_header
from allocution.evidence.custody import events, find_break
from allocution.evidence.proofs import check_proof, latest
from allocution.evidence.warc import Buffer, check_warc
from allocution.store.capture_folder import FOLDER, HEAD, LOG, CaptureFolder

Event = Mapping[str, Any]
_READ = (".warc.gz", ".header")
_KEPT = (("file", "sha256"), ("token", "token_sha256"), ("root", "root_sha256"), ("header", "header_sha256"))


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


def verify_captures(root: Path, least_work: int = LEAST_WORK) -> Iterator[Object]:
    """Check every file in `captures/`: the log first, then each that it names, then those that it doesn't.

    `least_work` is lower in tests only.
    """
    folder = CaptureFolder(root)
    present = folder.files()
    log_object, known = _log(folder, present)
    yield log_object
    by_file: dict[str, set[str]] = defaultdict(set)
    stamps: dict[str, list[Event]] = defaultdict(list)
    for event in known:
        for key, digest in _KEPT:
            if key in event:
                by_file[str(event[key])].add(str(event.get(digest)))
        if event.get("event") == "timestamped":
            stamps[str(event.get("token"))].append(event)
    reader = _Reader(folder, least_work, frozenset(_proved(folder, known, least_work)))
    for name, digests in sorted(by_file.items()):
        yield reader.named(name, digests, present, stamps.get(name, []))
    cut_off = interrupted(root)
    for name, kind in sorted(present.items()):
        if name not in by_file and name not in (LOG, HEAD):
            code = "no-file" if kind else "interrupted" if name in cut_off else "unlogged"
            yield Object(f"{FOLDER}/{name}", wrong=(Told(code),))


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


def _proved(folder: CaptureFolder, known: Iterable[Event], least_work: int) -> Iterator[str]:
    """The files whose moment somebody else proves."""

    def read(name: str, sha256: str) -> bytes:
        return folder.read({"file": name, "sha256": sha256})

    for event in latest(known):
        try:
            if check_proof(event, read, least_work).proved is not None:
                yield str(event.get("file"))
        except CaptureError:
            continue  # the timestamp's own check says what is wrong with it


@dataclass(frozen=True)
class _Reader:
    """Checks the files that the log names; `stamped` are those that a timestamp proves something of."""

    folder: CaptureFolder
    least_work: int
    stamped: frozenset[str]

    def named(self, name: str, digests: set[str], present: Mapping[str, str], stamps: list[Event]) -> Object:
        """A file that the log names with these digests, and as these timestamps."""
        path = f"{FOLDER}/{name}"
        if name not in present or present[name]:
            return Object(path, wrong=(Told("no-file" if name in present else "missing"),))
        try:
            found = self.folder.digest(name)
        except CaptureError:
            return Object(path, wrong=(Told("name-unusable"),))
        if digests != {found}:
            return Object(path, wrong=(Told("changed"),))
        try:
            data = self.folder.mapped(name) if name.endswith(_READ) else b""
            return self._inside(path, name, data, stamps)
        except CaptureError as error:
            values = tuple({"problem": str(error), **error.parameters}.items())
            code = "warc" if error.code == "warc-damaged" else "stamp-wrong"
            return Object(path, (Told("as-logged"),), (Told(code, values),))

    def _inside(self, path: str, name: str, data: Buffer, stamps: list[Event]) -> Object:
        checked = [Told("as-logged")]
        if name.endswith(".warc.gz"):
            checked.append(Told("records", (("count", check_warc(data)),)))
            return Object(path, tuple(checked), open=() if name in self.stamped else (Told("no-time"),))
        unproved = False
        for event in stamps:
            proved = check_proof(event, self._read, self.least_work).proved
            unproved |= proved is None
            if proved is not None:
                values = (("moment", proved.moment), ("authority", proved.authority))
                checked.append(Told("proved", values))
        if stamps:
            return Object(path, tuple(checked), open=(Told("pending"),) if unproved else ())
        if name.endswith(".root.pem"):
            return Object(path, tuple(checked), open=(Told("root-trust"),))
        if name.endswith(".header"):
            read_header(bytes(data))
            return Object(path, (*checked, Told("block")), open=(Told("block-chain"),))
        untimed = () if name in self.stamped else (Told("no-time"),)
        return Object(path, tuple(checked), open=(Told("content-unread"), *untimed))

    def _read(self, name: str, sha256: str) -> bytes:
        return self.folder.read({"file": name, "sha256": sha256})
