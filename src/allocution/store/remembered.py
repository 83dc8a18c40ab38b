"""What a publication remembers beside the site: small sealed files that are whole or count as absent."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from allocution.store.writing import write_atomically

T = TypeVar("T")

_DIGEST = 16


class TreeIdentity(msgspec.Struct, frozen=True):
    """Which folder a tree is. A swap carries both along; a copy or a change at the top alters them."""

    inode: int
    modified: int

    @classmethod
    def of(cls, folder: str) -> TreeIdentity:
        """The identity of a folder that exists."""
        found = os.lstat(folder)
        return cls(found.st_ino, found.st_mtime_ns)


class Record(msgspec.Struct, frozen=True):
    """What is known of one tree.

    `inventory` names the file that lists the tree's files as its full build wrote them, `since` is the same
    kind of list for all later changes (see `read_inventory`), `memory` is the digest of what the caller
    stored, `bulk` names the file with the part of it that seldom changes.
    """

    tree: TreeIdentity
    inventory: str
    since: bytes
    memory: bytes
    bulk: str = ""


class Differences(msgspec.Struct, frozen=True):
    """The paths in which the standby tree isn't what the published tree is."""

    published: TreeIdentity
    standby: TreeIdentity
    paths: tuple[str, ...]


def digest(data: bytes | memoryview) -> bytes:
    """A checksum against damage."""
    return blake2b(data, digest_size=_DIGEST).digest()


def seal(path: Path, value: Record | Differences, *, durable: bool) -> None:
    """Write a value with its checksum, in one step."""
    body = msgspec.msgpack.encode(value)
    write_atomically(path, digest(body) + body, durable=durable)


def unseal(path: Path, kind: type[T]) -> T | None:
    """The value, or None if the file is missing or damaged."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    body = memoryview(data)[_DIGEST:]
    if digest(body) != data[:_DIGEST]:
        return None
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError:  # whole, but of another version of this program
        return None


def inventory_line(path: str, seen: os.stat_result | None) -> bytes:
    """A line of an inventory: size, modification time in nanoseconds, path; `- - path` for a removed file."""
    return f"{seen.st_size} {seen.st_mtime_ns} {path}\n".encode() if seen else f"- - {path}\n".encode()


def read_inventory(lines: bytes) -> dict[str, tuple[int, int]]:
    """Size and modification time by path; a later line wins."""
    found: dict[str, tuple[int, int]] = {}
    for line in lines.decode().split("\n")[:-1]:
        size, modified, path = line.split(" ", 2)
        if size == "-":
            found.pop(path, None)
        else:
            found[path] = (int(size), int(modified))
    return found


def fold_inventory(lines: bytes) -> bytes | None:
    """The lines that hold: the last one of each path; none of removed files, whose names may be private.

    None if they are damaged.
    """
    found: dict[bytes, bytes] = {}
    for line in lines.split(b"\n")[:-1]:
        parts = line.split(b" ", 2)
        if len(parts) < 3:
            return None
        found.pop(parts[2], None)
        if parts[0] != b"-":
            found[parts[2]] = line
    return b"".join([line + b"\n" for line in found.values()])


def has_removals(lines: bytes) -> bool:
    """Whether the lines name a removed file."""
    return lines.startswith(b"- ") or b"\n- " in lines


def inventory_paths(lines: bytes) -> set[str]:
    """Every path that the lines mention."""
    return {line.split(" ", 2)[2] for line in lines.decode().split("\n")[:-1]}
