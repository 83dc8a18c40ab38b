"""Captures of an archive, or of some of its sources, as one WACZ file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from allocution.capture.keeping import checked_log
from allocution.content.archive import Record
from allocution.errors import CaptureError, UsageError
from allocution.evidence.custody import events
from allocution.evidence.wacz import WarcFile, write_wacz
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import source_addresses, source_key
from allocution.workspace.loading import Loaded

# What fits into one file without longer fields, which players can't be relied on to read.
MOST_BYTES = 0xF000_0000


def published_sources(loaded: Loaded) -> tuple[str, ...]:
    """The sources whose captures may be shown to everybody: of published statements, and of none that withholds."""
    open_paths = {item.page.facts.file.path for work in loaded.archive.works for item in work.items}
    shown: set[str] = set()
    kept_in: set[str] = set()
    for path, record in loaded.records.items():
        if path in open_paths and not _withholds(record):
            shown.update(_sources(record))
        else:
            kept_in.update(map(source_key, _sources(record)))
    return tuple(sorted(each for each in shown if source_key(each) not in kept_in))


def _withholds(record: Record) -> bool:
    return record.withholds or (record.statement is not None and record.statement.withdrawal is not None)


def _sources(record: Record) -> list[str]:
    return source_addresses(record.statement) if record.statement is not None else []


def pack(root: Path, title: str, out: BinaryIO, sources: Iterable[str] = ()) -> int:
    """Write the captures of these sources, of all without any, as a WACZ file; how many there are.

    What a post has attached goes with it, and what a capture refers to. The file's moment is that of the last
    capture, so the same captures give the same bytes. Raises CaptureError, UsageError.
    """
    folder = CaptureFolder(root)
    known = [each for each in events(checked_log(root)) if _is_warc(each)]
    listed = {str(each["file"]): each for each in _wanted(known, {source_key(source) for source in sources})}
    if not listed:
        raise UsageError("nothing-captured")
    files = []
    for name, event in sorted(listed.items()):
        if folder.digest(name) != event["sha256"]:
            raise CaptureError("capture-changed", file=name)
        page = "" if "of" in event else str(event.get("answered"))
        files.append(WarcFile(name, folder.mapped(name), page, str(event["source"])))
    if sum(len(each.data) for each in files) > MOST_BYTES:
        raise CaptureError("too-much-to-pack", most=str(MOST_BYTES))
    write_wacz(out, files, title, max(str(each["time"]) for each in listed.values()))
    return len(files)


def _is_warc(event: Mapping[str, Any]) -> bool:
    return event.get("event") == "captured" and str(event.get("file", "")).endswith(".warc.gz")


def _wanted(known: list[dict[str, Any]], keys: set[str]) -> list[dict[str, Any]]:
    """The captures of these sources with what they refer to; all without any."""
    if not keys:
        return known
    found = [each for each in known if {source_key(str(each.get(key))) for key in ("source", "of")} & keys]
    referred = {each["same"] for each in found if "same" in each}
    return found + [each for each in known if each["file"] in referred]
