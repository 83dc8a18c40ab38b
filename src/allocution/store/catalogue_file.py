"""The catalogue's file: where it lies, opened for use, set aside when it is damaged."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from allocution.errors import AllocutionError
from allocution.model.digests import digest

# What reading a damaged catalogue raises.
DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.SQLError, UnicodeDecodeError)
_PATIENCE = 60_000
_CACHED_KIBIBYTES = 64_000


class CatalogueUnusableError(AllocutionError):
    """The catalogue can't be opened or written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__("catalogue-unusable", path=path, problem=problem)


def catalogue_path(root: Path) -> Path:
    """Where the catalogue of an archive is kept: beside other programs' caches, never in the archive."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    name = digest(os.path.realpath(root).encode()).hex()[:16]
    return Path(cache) / "allocution" / f"{name}.sqlite"


def open_catalogue(
    path: Path, is_current: Callable[[apsw.Connection], bool], create: Callable[[apsw.Connection], None]
) -> apsw.Connection:
    """Open a catalogue; one that is damaged or another program's is made anew. Raises CatalogueUnusableError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(path):
            return _opened(path, is_current, create)
    except (OSError, apsw.Error) as error:
        raise CatalogueUnusableError(path, str(error)) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody else sets the file aside or begins it meanwhile: what one has just begun isn't taken from it."""
    with open(path.with_name(f"{path.name}.lock"), "a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _opened(
    path: Path, is_current: Callable[[apsw.Connection], bool], create: Callable[[apsw.Connection], None]
) -> apsw.Connection:
    try:
        connection = _connect(path)
        if is_current(connection):
            return connection
        connection.close()
    except DAMAGED:
        pass
    remove_catalogue(path)
    connection = _connect(path)
    create(connection)
    return connection


def _connect(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.set_busy_timeout(_PATIENCE)
    connection.transaction_mode = "IMMEDIATE"  # two that read first and then write would lock each other out
    connection.pragma("synchronous", "NORMAL")
    connection.pragma("secure_delete", True)
    connection.pragma("cache_size", -_CACHED_KIBIBYTES)
    return connection


def catalogue_bytes(fill: Callable[[apsw.Connection], None]) -> bytes:
    """The bytes of a catalogue that is made for others to take away; the same content gives the same bytes."""
    connection = apsw.Connection(":memory:")
    try:
        fill(connection)
        return connection.serialize("main")
    finally:
        connection.close()


def remove_catalogue(path: Path) -> None:
    """Remove a catalogue with what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
