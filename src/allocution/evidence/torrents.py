"""A release as a torrent (BEP 3) that web servers seed (BEP 19): the same bytes for the same files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
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
    encode = _encoder()
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


def _encoder() -> Callable[[object], bytes]:
    if find_spec("fastbencode") is None:
        raise UsageError("torrent-package-missing")
    encode: Callable[[object], bytes] = import_module("fastbencode").bencode
    return encode


@dataclass(slots=True)
class FileTorrent:
    """Makes the torrent of one file while that is written; `size` says about how large it will be."""

    name: str
    size: int
    _encode: Callable[[object], bytes] = field(default_factory=_encoder)
    _written: int = 0
    _pieces: Pieces = field(init=False)

    def __post_init__(self) -> None:
        self._pieces = Pieces(piece_length(self.size))

    def take(self, data: bytes) -> None:
        """What comes next in the file."""
        self._written += len(data)
        self._pieces.take(data)

    def finish(self, web_seeds: Sequence[str]) -> bytes:
        """The torrent; `web_seeds` are addresses of the file."""
        info = {
            b"length": self._written,
            b"name": self.name.encode(),
            b"piece length": self._pieces.length,
            b"pieces": b"".join(self._pieces.finish()),
        }
        whole: dict[bytes, object] = {b"info": info}
        if web_seeds:
            whole[b"url-list"] = [each.encode() for each in web_seeds]
        return self._encode(whole)


class FileTorrents:
    """Makes torrents of single files. Raises UsageError where what writes them isn't installed."""

    def __init__(self) -> None:
        _encoder()

    def begin(self, name: str, size: int) -> FileTorrent:
        """A file of about that size."""
        return FileTorrent(name, size)


def piece_length(size: int) -> int:
    """The power of two by which so many bytes are about 1,500 pieces."""
    piece = _SMALLEST_PIECE
    while piece < _LARGEST_PIECE and piece * _PIECES_AIMED_AT < size:
        piece *= 2
    return piece


class Pieces:
    """The SHA-1 of each piece of what is taken."""

    def __init__(self, length: int) -> None:
        self.length = length
        self._found: list[bytes] = []
        self._hashed, self._left = hashlib.sha1(), length

    def take(self, block: bytes) -> None:
        """What comes next."""
        at = 0
        while len(block) - at >= self._left:
            self._hashed.update(block[at : at + self._left])
            at += self._left
            self._end()
        self._hashed.update(block[at:])
        self._left -= len(block) - at

    def _end(self) -> None:
        self._found.append(self._hashed.digest())
        self._hashed, self._left = hashlib.sha1(), self.length

    def finish(self) -> list[bytes]:
        """All of them, when nothing more comes."""
        if self._left < self.length:
            self._end()
        return self._found


def _hashes(files: Iterable[SharedFile], piece: int) -> list[bytes]:
    """The SHA-1 of each piece of all files one after the other."""
    pieces = Pieces(piece)
    for file in files:
        for block in file.blocks:
            pieces.take(block)
    return pieces.finish()
