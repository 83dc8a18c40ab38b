"""The place on the disk where editions are put together."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Callable, Iterator

import apsw

from allocution.store.workers import apart
from allocution.store.zim_folder import ZimFolder

_CACHED_KIBIBYTES = 16_000
_BLOCK = 1 << 20


class ScratchDatabase:
    """A database without a name in any folder: it is gone when nobody holds it any more, even by force."""

    def __init__(self) -> None:
        self._file, path = tempfile.mkstemp(prefix="allocution-")
        self._closing = weakref.finalize(self, os.close, self._file)
        try:
            self.connection = _opened(path)
        finally:
            os.unlink(path)

    def blocks(self) -> Iterator[bytes]:
        """The bytes of its file."""
        self.connection.close()
        while block := os.read(self._file, _BLOCK):
            yield block
        self._closing()


def _opened(path: str) -> apsw.Connection:
    connection = apsw.Connection(path)
    # Nobody needs what a broken export left, so nothing is kept to go back to.
    connection.pragma("journal_mode", "OFF")
    connection.pragma("synchronous", "OFF")
    connection.pragma("cache_size", -_CACHED_KIBIBYTES)
    connection.pragma("temp_store", "FILE")
    connection.execute(
        "SELECT 1 FROM sqlite_master"
    ).fetchall()  # the file is opened before it loses its name
    return connection


class DiskWorkshop:
    """Lends databases on the disk, and processes."""

    def database(self) -> ScratchDatabase:
        """An empty database."""
        return ScratchDatabase()

    def zim(self) -> ZimFolder:
        """A folder that zimwriterfs packs."""
        return ZimFolder()

    def apart(self, work: Callable[[str], bytes], given: str) -> bytes:
        """What some work makes of what it is given, in a process of its own."""
        return apart(work, given)
