"""An archive's files looked at in a process of its own, while the program's other modules are still being loaded.

What it sees is what the builder itself would see at that moment; where it can't tell, the builder looks for itself.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from allocution.errors import AllocutionError
from allocution.store.archive_folder import (
    ADDRESS_RECORDS,
    STATE,
    ArchiveFolder,
    FileState,
    Listing,
    Wanted,
    anything,
    is_content,
    is_record,
    write_all,
)
from allocution.store.clock import file_moment
from allocution.store.program import program_digest

# Where nearly all files of nearly all archives are; an archive may have others.
_FOLDERS = {"content": is_content, ADDRESS_RECORDS: is_record, "static": anything}


class Seen(msgspec.Struct, frozen=True):
    """What was seen: the files by folder (names a line each, states), since which moment; the program's digest."""

    taken: int
    program: bytes
    folders: dict[str, tuple[str, bytes]]

    def listing(self, folder: str, wanted: Wanted) -> Listing | None:
        """What `ArchiveFolder.list_files` gives; None where it has to be asked itself."""
        if folder not in self.folders or _FOLDERS[folder] is not wanted:
            return None
        names, states = self.folders[folder]
        rows = [FileState(states[start : start + STATE.size]) for start in range(0, len(states), STATE.size)]
        return Listing(dict(zip(names.split("\n"), rows, strict=True)) if rows else {})


class Ahead:
    """A look that has begun. What it gives can be asked for once: later on it would be old."""

    def __init__(self, process: int = 0, answer: int = -1) -> None:
        self._process, self._answer = process, answer

    def seen(self) -> Seen | None:
        """What was seen; None where nothing was, or nothing is left."""
        if not self._process:
            return None
        with open(self._answer, "rb", closefd=False) as file:
            data = file.read()
        self.close()
        try:
            return msgspec.msgpack.decode(data, type=Seen)
        except msgspec.MsgspecError:  # the process ended before it had said everything
            return None

    def close(self) -> None:
        """Have no process left."""
        if self._process:
            os.close(self._answer)
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            self._process = 0


@contextmanager
def looking_ahead(root: Path, *, worthwhile: bool) -> Iterator[Ahead]:
    """A look at the archive in `root` that goes on while other work is done; none where that isn't worthwhile."""
    ahead = _begin(root) if worthwhile and hasattr(os, "fork") else Ahead()
    try:
        yield ahead
    finally:
        ahead.close()


def _begin(root: Path) -> Ahead:
    answer, told = os.pipe()
    process = os.fork()
    if process:
        os.close(told)
        return Ahead(process, answer)
    try:
        os.close(answer)
        write_all(told, msgspec.msgpack.encode(_look(root)))
    except (OSError, AllocutionError):
        os._exit(1)
    finally:
        os._exit(0)  # nothing of what the other process has open or would do at its end is this one's


def _look(root: Path) -> Seen:
    folder = ArchiveFolder(root)
    taken = file_moment()
    found = {}
    for name, wanted in _FOLDERS.items():
        listing = folder.list_files(name, wanted)
        if not listing.findings and not folder.has_other_names:
            found[name] = ("\n".join(listing.files), b"".join(listing.files.values()))
    return Seen(taken, program_digest(), found)
