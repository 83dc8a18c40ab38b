"""What editions are lent of the world: they open nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import apsw

from allocution.errors import UsageError


class Database(Protocol):
    """A database on the disk that nobody else sees, and that is gone with whoever asked for it."""

    @property
    def connection(self) -> apsw.Connection:
        """The connection to it, open until `blocks` are asked for."""

    def blocks(self) -> Iterator[bytes]:
        """The bytes of its file, from the first to the last."""


class Workshop(Protocol):
    """Lends what only the world has."""

    def database(self) -> Database:
        """An empty database."""

    def apart(self, work: Callable[[str], bytes], given: str) -> bytes:
        """What some work makes of what it is given, without leaving anything in memory."""


class NoWorkshop:
    """For whoever makes only what needs nothing of the world."""

    def database(self) -> Database:
        """Refused."""
        raise UsageError("This edition is made on a disk, and there is none here.")

    def apart(self, work: Callable[[str], bytes], given: str) -> bytes:
        """The work done here."""
        return work(given)
