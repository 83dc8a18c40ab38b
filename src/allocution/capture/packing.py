"""Captures of an archive, or of some of its sources, as one WACZ file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from allocution.capture.keeping import checked_log
from allocution.errors import CaptureError
from allocution.evidence.custody import events
from allocution.evidence.wacz import WarcFile, make_wacz
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import source_key


def pack(root: Path, title: str, sources: Iterable[str] = ()) -> tuple[bytes, int]:
    """The captures of these sources, of all without any, as a WACZ file, and how many there are.

    Its moment is that of the last capture, so the same captures give the same bytes. Raises CaptureError.
    """
    folder = CaptureFolder(root)
    wanted = {source_key(source) for source in sources}
    files: dict[str, WarcFile] = {}
    created = ""
    for event in events(checked_log(root)):
        name, source = str(event.get("file", "")), str(event.get("source"))
        if event.get("event") != "captured" or not name.endswith(".warc.gz"):
            continue
        if wanted and source_key(source) not in wanted:
            continue
        files[name] = WarcFile(name, folder.read(event), str(event.get("answered")), source)
        created = str(event["time"])
    if not files:
        raise CaptureError("nothing-captured")
    return make_wacz(files.values(), title, created), len(files)
