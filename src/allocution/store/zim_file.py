"""A ZIM file made the same for the same content: its identifiers follow from it, its date is the one that is given.

The format: https://wiki.openzim.org/wiki/ZIM_file_format
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_HEADER = struct.Struct("<IHH16sIIQQQQIIQ")
_IDENTITY_AT, _CHECKSUM_AT = 8, 72
_REDIRECT, _METADATA = 0xFFFF, b"M"
_COMPRESSION, _EXTENDED, _ZSTANDARD = 0x0F, 0x10, 5
# The beginning of an index of Xapian; sixteen bytes of chance come after its version.
_XAPIAN, _XAPIAN_IDENTITY = b"\x0f\rXapian Glass", 16


@dataclass(frozen=True, slots=True)
class _Layout:
    entries: int
    clusters: int
    entries_at: int
    clusters_at: int
    checksum_at: int


def settle(path: str, identity: bytes, day: str) -> None:
    """Give a file what follows from its content in place of what came by chance or from the clock."""
    with open(path, "r+b") as file:
        with mmap.mmap(file.fileno(), 0) as held:
            header = _HEADER.unpack(held[: _HEADER.size])
            layout = _Layout(header[4], header[5], header[6], header[8], header[12])
            held[_IDENTITY_AT : _IDENTITY_AT + 16] = identity
            _settle_indexes(held, identity)
            cluster, blob = _place_of(held, layout, b"Date")
            dated = _dated(held, layout, cluster, blob, day)
            # The new cluster comes last; where the old one was are zeros.
            struct.pack_into("<Q", held, layout.clusters_at + 8 * cluster, layout.checksum_at)
            end = layout.checksum_at + len(dated)
            struct.pack_into("<Q", held, _CHECKSUM_AT, end)
        file.seek(layout.checksum_at)
        file.write(dated)
        file.truncate()
        file.seek(0)
        summed = hashlib.file_digest(file, "md5").digest()
        file.write(summed)


def _settle_indexes(held: mmap.mmap, identity: bytes) -> None:
    at = held.find(_XAPIAN)
    while at >= 0:
        start = at + _XAPIAN_IDENTITY
        held[start : start + 16] = identity
        at = held.find(_XAPIAN, start)


def _place_of(held: mmap.mmap, layout: _Layout, name: bytes) -> tuple[int, int]:
    """The cluster and the blob of an entry of metadata."""
    for (at,) in struct.iter_unpack("<Q", held[layout.entries_at : layout.entries_at + 8 * layout.entries]):
        kind, _, namespace = struct.unpack_from("<HBc", held, at)
        if kind == _REDIRECT or namespace != _METADATA:
            continue
        cluster, blob = struct.unpack_from("<II", held, at + 8)
        if held[at + 16 : at + 17 + len(name)] == name + b"\0":
            return cluster, blob
    raise ValueError("the ZIM file has no date")


def _dated(held: mmap.mmap, layout: _Layout, cluster: int, blob: int, day: str) -> bytes:
    """The cluster with another day in that blob; the old one is overwritten by zeros."""
    starts = struct.unpack(
        f"<{layout.clusters}Q", held[layout.clusters_at : layout.clusters_at + 8 * layout.clusters]
    )
    start = starts[cluster]
    others = (*starts, layout.entries_at, layout.clusters_at, layout.checksum_at)
    end = min(each for each in others if each > start)
    told = held[start]
    found, length = _unpacked(told, held[start + 1 : end])
    content = bytearray(found)
    width, form = (8, "<Q") if told & _EXTENDED else (4, "<I")
    (first,) = struct.unpack_from(form, content, blob * width)
    (after,) = struct.unpack_from(form, content, (blob + 1) * width)
    if after - first != len(day.encode()):
        raise ValueError("the ZIM file's date isn't a day")
    content[first:after] = day.encode()
    held[start : start + 1 + length] = bytes(1 + length)
    packed = (
        bytes(content) if told & _COMPRESSION != _ZSTANDARD else _zstandard().compress(bytes(content), 19)
    )
    return bytes([told]) + packed


def _unpacked(told: int, data: bytes) -> tuple[bytes, int]:
    """The content of a cluster, and how many bytes it takes in the file; `told` is its first byte."""
    if told & _COMPRESSION != _ZSTANDARD:
        return data, len(data)
    unpacking = _zstandard().ZstdDecompressor().decompressobj()
    content = unpacking.decompress(data)
    return content, len(data) - len(unpacking.unused_data)


def _zstandard() -> Any:
    return import_module("zstandard")
