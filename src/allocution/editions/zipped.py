"""A ZIP file written as its members come: the same bytes for the same members, with no time in them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from allocution.editions.writing import Piece

_STORED, _DEFLATED = 0, 8
_UTF8_NAMES = 0x800
# 1 January 1980, the first day that the format knows.
_TIME, _DATE = 0, 0x21
_VERSION = 20
_MOST_MEMBERS = 0xFFFF


@dataclass(slots=True)
class ZipAssembler:
    """Puts each part into a ZIP file as a member of its own; `stored` are members that aren't compressed."""

    path: str
    stored: frozenset[str] = frozenset()
    _directory: list[bytes] = field(default_factory=list)
    _offset: int = 0

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """A member."""
        name = path.encode()
        method = _STORED if path in self.stored else _DEFLATED
        packed = data if method == _STORED else _deflated(data)
        common = struct.pack(
            "<HHHHHIIIHH", _VERSION, _UTF8_NAMES if not path.isascii() else 0, method, _TIME, _DATE,
            zlib.crc32(data), len(packed), len(data), len(name), 0,
        )  # fmt: skip
        place = struct.pack("<HHHII", 0, 0, 0, 0, self._offset)
        self._directory.append(b"PK\x01\x02" + struct.pack("<H", _VERSION) + common + place + name)
        member = b"PK\x03\x04" + common + name + packed
        self._offset += len(member)
        yield self.path, member

    def finish(self) -> Iterator[Piece]:
        """The directory of all members."""
        directory = b"".join(self._directory)
        count = len(self._directory)
        if count > _MOST_MEMBERS:
            raise ValueError("more members than a ZIP file of this kind holds")
        end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), self._offset, 0)
        yield self.path, directory + b"PK\x05\x06" + end


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()
