"""Evidence for those who may do without: nothing that reads captures is loaded where an archive has none."""

from __future__ import annotations

import importlib
from typing import Any

from allocution.model.digests import digest
from allocution.store.archive_folder import ArchiveFolder, is_settled
from allocution.store.capture_folder import FOLDER, LOG_PATH

NO_CAPTURES = b"none"
_READER = "allocution.workspace.evidence"


def has_captures(folder: ArchiveFolder) -> bool:
    """Whether anything was ever captured for an archive."""
    return folder.exists(LOG_PATH)


def captures_state(folder: ArchiveFolder, taken: int) -> bytes:
    """What tells whether all captures and their log are as they were: made of the names and states of their files.

    Empty where nothing can: a file may have changed unseen since the moment `taken`, or can't be listed.
    """
    if not has_captures(folder):
        return NO_CAPTURES
    listing = folder.list_files(FOLDER, lambda _: True)
    if listing.findings or not all(is_settled(state, taken) for state in listing.files.values()):
        return b""
    return digest(*(f"{path} {state.hex()}".encode() for path, state in listing.files.items()))


def evidence_of(folder: ArchiveFolder) -> Any:
    """The archive's `ArchiveEvidence`; None where nothing was captured."""
    return importlib.import_module(_READER).read_evidence(folder.root) if has_captures(folder) else None
