"""The place on the disk where editions are put together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

import apsw

_CACHED_KIBIBYTES = 16_000
_BLOCK = 1 << 20


@dataclass(slots=True)
class ScratchDatabase:
    """A database without a name in any folder: it is gone when it is closed, even by force."""

    connection: apsw.Connection = field(init=False)
    _file: IO[bytes] = field(init=False)

    def __post_init__(self) -> None:
        descriptor, path = tempfile.mkstemp(prefix="allocution-")
        self._file = os.fdopen(descriptor, "rb")
        try:
            self.connection = _opened(path)
        finally:
            os.unlink(path)

    def blocks(self) -> Iterator[bytes]:
        """The bytes of its file."""
        self.connection.close()
        with self._file:
            while block := self._file.read(_BLOCK):
                yield block


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
    """Lends databases on the disk."""

    def database(self) -> ScratchDatabase:
        """An empty database."""
        return ScratchDatabase()
