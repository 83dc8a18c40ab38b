"""A ZIP file written as its members come: the same bytes for the same members, with no time in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from allocution.editions.writing import Piece

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_LARGE = 1 << 31
_UNIX, _ORDINARY_FILE = 3, 0o100644 << 16


class ZipAssembler:
    """Puts each part into a ZIP file as a member of its own; `stored` are members that aren't compressed."""

    def __init__(self, path: str, stored: frozenset[str] = frozenset()) -> None:
        self._path = path
        self._stored = stored
        self._written = _Written()
        self._file = zipfile.ZipFile(self._written, "w")

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """A member."""
        member = zipfile.ZipInfo(path, _FIRST_DAY)
        member.create_system, member.external_attr = _UNIX, _ORDINARY_FILE
        member.compress_type = zipfile.ZIP_STORED if path in self._stored else zipfile.ZIP_DEFLATED
        self._file.writestr(member, data)
        yield self._path, self._written.drained()

    def finish(self) -> Iterator[Piece]:
        """The directory of all members."""
        self._file.close()
        yield self._path, self._written.drained()


class ZipStream:
    """The same for members that are too large for memory: each is written a block at a time, and named beforehand."""

    def __init__(self) -> None:
        self._written = _Unseekable()
        self._file = zipfile.ZipFile(self._written, "w")

    def member(self, path: str, size: int, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """A member of that size; gives what comes next in the file."""
        member = zipfile.ZipInfo(path, _FIRST_DAY)
        member.create_system, member.external_attr = _UNIX, _ORDINARY_FILE
        member.compress_type = zipfile.ZIP_DEFLATED
        with self._file.open(member, "w", force_zip64=size >= _LARGE) as opened:
            for block in blocks:
                opened.write(block)
                yield self._written.drained()
        yield self._written.drained()

    def end(self) -> Iterator[bytes]:
        """The directory of all members."""
        self._file.close()
        yield self._written.drained()


class _Unseekable(io.RawIOBase):
    """Keeps what was written until it is taken. Nothing can be written into what was before."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        return len(data)

    def drained(self) -> bytes:
        """What came since this was asked last."""
        data = bytes(self._held)
        self._held.clear()
        return data


class _Written(io.BytesIO):
    """Keeps what was written until it is taken; places are counted from the file's beginning.

    A member's sizes are written into its head once they are known, so it is taken when it is whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before = 0

    def tell(self) -> int:
        return self._before + super().tell()

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        within = place - self._before if whence == io.SEEK_SET else place
        return self._before + super().seek(within, whence)

    def drained(self) -> bytes:
        """What came since this was asked last."""
        data = self.getvalue()
        self._before += len(data)
        super().seek(0)
        self.truncate()
        return data
