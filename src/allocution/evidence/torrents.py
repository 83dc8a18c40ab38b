"""A release as a torrent (BEP 3) that web servers seed (BEP 19): the same bytes for the same files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from allocution.errors import UsageError

_SMALLEST_PIECE, _LARGEST_PIECE = 1 << 14, 1 << 24
# Torrents of more pieces are long themselves, and read slowly.
_PIECES_AIMED_AT = 1500


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file of a torrent: its path, its size, and its bytes when they are asked for."""

    path: str
    size: int
    blocks: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Torrent:
    """A torrent: its file, and the hash by which everybody knows it."""

    data: bytes
    info_hash: str


def make_torrent(
    name: str, files: Sequence[SharedFile], web_seeds: Sequence[str] = (), trackers: Sequence[str] = ()
) -> Torrent:
    """The torrent of a folder. Raises UsageError where what writes it isn't installed.

    Nothing of a clock or of chance is in it. `web_seeds` are addresses below which the folder lies.
    """
    if find_spec("fastbencode") is None:
        raise UsageError("torrent-package-missing")
    encode = import_module("fastbencode").bencode
    ordered = sorted(files, key=lambda file: file.path.encode().split(b"/"))
    piece = piece_length(sum(file.size for file in ordered))
    info = {
        b"files": [
            {b"length": file.size, b"path": [part.encode() for part in file.path.split("/")]}
            for file in ordered
        ],
        b"name": name.encode(),
        b"piece length": piece,
        b"pieces": b"".join(_hashes(ordered, piece)),
    }
    whole: dict[bytes, object] = {b"info": info}
    if trackers:
        whole[b"announce"] = trackers[0].encode()
        whole[b"announce-list"] = [[each.encode()] for each in trackers]
    if web_seeds:
        # A client adds the folder's name and the file's path to an address that ends in a slash.
        whole[b"url-list"] = [f"{each.rstrip('/')}/".encode() for each in web_seeds]
    return Torrent(encode(whole), hashlib.sha1(encode(info)).hexdigest())


def piece_length(size: int) -> int:
    """The power of two by which so many bytes are about 1,500 pieces."""
    piece = _SMALLEST_PIECE
    while piece < _LARGEST_PIECE and piece * _PIECES_AIMED_AT < size:
        piece *= 2
    return piece


def _hashes(files: Iterable[SharedFile], piece: int) -> Iterator[bytes]:
    """The SHA-1 of each piece of all files one after the other."""
    hashed, left = hashlib.sha1(), piece
    for file in files:
        for block in file.blocks:
            at = 0
            while len(block) - at >= left:
                hashed.update(block[at : at + left])
                at += left
                yield hashed.digest()
                hashed, left = hashlib.sha1(), piece
            hashed.update(block[at:])
            left -= len(block) - at
    if left < piece:
        yield hashed.digest()
