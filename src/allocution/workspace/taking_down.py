"""A statement taken down: its file keeps its words, and everybody else sees a tombstone with a reason."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from allocution.content.editing import append_item
from allocution.content.fields import field
from allocution.content.withholding.asking import KEY
from allocution.errors import UsageError
from allocution.model.finding import Finding
from allocution.store.writing import write_atomically
from allocution.workspace.loading import Remembered, Workspace

# Hugo knows no such shortcode and won't build the file.
_GUARD = b"\n{{< withhold >}}{{< /withhold >}}\n"


def take_down(
    root: Path, path: str, reason: str, now: datetime, *, only_this: bool = False
) -> tuple[str, ...]:
    """Withhold a statement and its translations whole; gives the files that were changed.

    `path` is one of its files, from the archive's root. Raises UsageError, EditRefusedError, PublishError.
    """
    if reason not in field(KEY).values:
        known = ", ".join(sorted(field(KEY).values))
        raise UsageError("reason-unknown", reason=reason, known=known)
    workspace = Workspace(root, now)
    archive = workspace.load(Remembered()).archive
    work = archive.work_of.get(path)
    if work is None:
        gone = any(item.record.path == path for item in archive.withdrawn)
        raise UsageError("taken-down-already" if gone else "not-a-published-statement", path=path)
    paths = (path,) if only_this else tuple(sorted(item.record.path for item in work.items))
    changes = []
    for each in paths:
        data = workspace.folder.read(each)
        if isinstance(data, Finding):
            raise UsageError("file-unreadable", path=each)
        changed = append_item(data, (KEY,), {"statement": True, "reason": reason, "since": f"{now:%Y-%m-%d}"})
        changes.append((each, data, changed.rstrip(b"\r\n") + b"\n" + _GUARD))
    for each, data, changed in changes:
        write_atomically(workspace.folder.real_path(each), changed, expected=data, root=workspace.folder.root)
    return paths
