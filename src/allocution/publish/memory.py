"""What a build remembers for the next one. Losing it costs time, never a right result."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from allocution.workspace.loading import Remembered

FORMAT = 1


@dataclass(slots=True)
class PublishedPage:
    """A page as it was written: the digest of all that its making read, and its files."""

    digest: bytes
    outputs: tuple[str, ...]


@dataclass(slots=True)
class Memory:
    """The last build: what it ran on, what it read and what it wrote."""

    format: int = FORMAT
    site: bytes = b""
    remembered: Remembered = field(default_factory=Remembered)
    pages: dict[str, PublishedPage] = field(default_factory=dict)


def encode_memory(memory: Memory) -> bytes:
    """The memory as bytes (MessagePack)."""
    return msgspec.msgpack.encode(memory)


def decode_memory(data: bytes | None) -> Memory | None:
    """The memory, or None where there is none that this version of the program can use."""
    if data is None:
        return None
    try:
        memory = msgspec.msgpack.decode(data, type=Memory)
    except msgspec.MsgspecError:
        return None
    return memory if memory.format == FORMAT else None
