"""What a build remembers for the next one. Losing it costs time, never a right result."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from allocution.model.finding import Finding
from allocution.workspace.loading import Remembered

FORMAT = 2


@dataclass(slots=True)
class PublishedPage:
    """A page as it was written: the digest of what its making read, and the files that it wrote.

    `references` are the links by file name in its text and where they led; `findings` what making it found.
    """

    digest: bytes
    outputs: tuple[str, ...]
    references: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


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
