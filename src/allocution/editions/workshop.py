"""What editions are lent of the world: they open nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Protocol

import apsw

from allocution.content.settings import Outside
from allocution.errors import UsageError


class Database(Protocol):
    """A database on the disk that nobody else sees, and that is gone with whoever asked for it."""

    @property
    def connection(self) -> apsw.Connection:
        """The connection to it, open until `blocks` are asked for."""

    def blocks(self) -> Iterator[bytes]:
        """The bytes of its file, from the first to the last."""


class Packing(Protocol):
    """Files that another program packs into one."""

    def take(self, path: str, data: bytes) -> None:
        """A file."""

    def packed(self, told: Mapping[str, str], day: str) -> Iterator[bytes]:
        """The bytes of the packed file, with what the program is told of it and its day."""


class SharedBytes(Protocol):
    """A file that a torrent is made of while it is written."""

    def take(self, data: bytes) -> None:
        """What comes next in it."""

    def finish(self, web_seeds: Sequence[str]) -> bytes:
        """The torrent, with the addresses where the file is."""


class Sharing(Protocol):
    """What makes torrents."""

    def begin(self, name: str, size: int) -> SharedBytes:
        """A file of about that size."""


class Workshop(Protocol):
    """Lends what only the world has."""

    def database(self) -> Database:
        """An empty database."""

    def zim(self) -> Packing:
        """What makes a ZIM file. Raises UsageError where the program for it isn't there."""

    def site_files(self, statements: Set[str], outside: Outside, /) -> Iterator[tuple[str, bytes]]:
        """Every file of the site, by path, as far as it shows the statements of these files of the archive."""

    def sharing(self) -> Sharing:
        """What makes torrents. Raises UsageError where the library for them isn't there."""

    def apart(self, work: Callable[[str], bytes], given: str) -> bytes:
        """What some work makes of what it is given, without leaving anything in memory."""


class NoWorkshop:
    """For whoever makes only what needs nothing of the world."""

    def database(self) -> Database:
        """Refused."""
        raise UsageError("edition-without-disk")

    def zim(self) -> Packing:
        """Refused."""
        raise UsageError("edition-without-disk")

    def site_files(self, _statements: Set[str], _outside: Outside, /) -> Iterator[tuple[str, bytes]]:
        """Refused."""
        raise UsageError("edition-without-site")

    def sharing(self) -> Sharing:
        """Refused."""
        raise UsageError("edition-without-disk")

    def apart(self, work: Callable[[str], bytes], given: str) -> bytes:
        """The work done here."""
        return work(given)
