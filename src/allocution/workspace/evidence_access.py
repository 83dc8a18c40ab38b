"""Evidence for those who may do without: nothing that reads captures is loaded where an archive has none."""

from __future__ import annotations

import importlib
from typing import Any

from allocution.store.archive_folder import ArchiveFolder
from allocution.store.capture_folder import LOG_PATH

_READER = "allocution.workspace.evidence"


def has_captures(folder: ArchiveFolder) -> bool:
    """Whether anything was ever captured for an archive."""
    return folder.exists(LOG_PATH)


def evidence_of(folder: ArchiveFolder) -> Any:
    """The archive's `ArchiveEvidence`; None where nothing was captured."""
    return importlib.import_module(_READER).read_evidence(folder.root) if has_captures(folder) else None
