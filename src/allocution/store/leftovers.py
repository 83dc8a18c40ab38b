"""Files that killed runs left under names of their own, cleared away by the next run and by nobody's neighbour."""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

_NEW = re.compile(r"\.[0-9a-f]{16}\.allocution-new")


def new_name() -> str:
    """A name for a file that is being written, which no listing of an archive shows."""
    return f".{secrets.token_hex(8)}.allocution-new"


def is_new_name(name: str) -> bool:
    """Whether a file of that name was being written."""
    return _NEW.fullmatch(name) is not None


def hold(handle: int) -> None:
    """Mark an open file as being written, for as long as it is open."""
    _lock(handle, fcntl.LOCK_SH)


class AddingRun:
    """A run that adds files to a folder. The first one, alone there, clears away what killed ones left.

    What it holds is a lock on the folder itself, so a killed run holds nothing.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._handle = -1

    def begin(self) -> None:
        """Hold the folder, if it is there and isn't held."""
        if self._handle >= 0 or not self._root.is_dir():
            return
        self._handle = os.open(self._root, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        if _lock(self._handle, fcntl.LOCK_EX):
            for path in _left_behind(self._root):
                _remove_unless_held(path)
        _lock(self._handle, fcntl.LOCK_SH)

    def end(self) -> None:
        """Let go of the folder."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _lock(handle: int, kind: int) -> bool:
    """Whether the lock was had; some network file systems have none."""
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _left_behind(root: Path) -> Iterator[Path]:
    """Files with such names, but for those in folders that are hidden or linked."""
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (Path(folder, name) for name in files if is_new_name(name))


def _remove_unless_held(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return
    try:
        if stat.S_ISREG(os.fstat(handle).st_mode) and _lock(handle, fcntl.LOCK_EX):
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)
