"""Proofs of OpenTimestamps (https://opentimestamps.org): read, written, followed to what they commit to.

A proof is a digest, and trees of operations that lead from it to attestations: to a calendar's promise, which proves
nothing yet, or to the Merkle root of a block.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from allocution.errors import CaptureError

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
_VERSION, _SHA256_TAG, _FORK = 1, 0x08, 0xFF
_APPEND, _PREPEND = 0xF0, 0xF1
_BITCOIN, _PENDING = bytes.fromhex("0588960d73d71901"), bytes.fromhex("83dfe30d2ef90c8e")
_MOST_MESSAGE = 4096
_MOST_DEPTH = 256
_MOST_NODES = 10_000
_MOST_PAYLOAD = 8192
_MOST_ADDRESS = 1000
_URI = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/:")
_UNARY: dict[int, Callable[[bytes], bytes]] = {
    0x02: lambda message: hashlib.sha1(message, usedforsecurity=False).digest(),
    0x08: lambda message: hashlib.sha256(message).digest(),
    0xF2: lambda message: message[::-1],
    0xF3: lambda message: message.hex().encode(),
}


@dataclass(frozen=True, slots=True)
class Attestation:
    """What somebody says of a message: an eight-byte kind, and what belongs to it."""

    kind: bytes
    payload: bytes

    @property
    def calendar(self) -> str:
        """The calendar that promised to have it attested; empty for other kinds."""
        if self.kind != _PENDING:
            return ""
        reader = _Reader(self.payload)
        address = reader.bytes_of_stated_length(_MOST_ADDRESS)
        reader.end()
        if not address or not _URI.issuperset(address):
            raise CaptureError("ots-damaged", problem="malformed")
        return address.decode("ascii")

    @property
    def height(self) -> int | None:
        """The height of the block of Bitcoin whose Merkle root the message is; None for other kinds."""
        if self.kind != _BITCOIN:
            return None
        reader = _Reader(self.payload)
        height = reader.number()
        reader.end()
        return height


@dataclass(frozen=True, slots=True)
class Operation:
    """One step from a message to the next; `argument` is what is put behind or before it."""

    tag: int
    argument: bytes = b""

    def __call__(self, message: bytes) -> bytes:
        """The next message. Raises CaptureError for one that no proof may have."""
        if self.tag == _APPEND:
            made = message + self.argument
        elif self.tag == _PREPEND:
            made = self.argument + message
        else:
            made = _UNARY[self.tag](message)
        if not 0 < len(made) <= _MOST_MESSAGE:
            raise CaptureError("ots-damaged", problem="malformed")
        return made


@dataclass(frozen=True, slots=True)
class Timestamp:
    """What is said of a message, and the steps that go on from it."""

    attestations: tuple[Attestation, ...] = ()
    steps: tuple[tuple[Operation, Timestamp], ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """An attestation and the message that it is about."""

    message: bytes
    attestation: Attestation


def read_proof(data: bytes) -> tuple[bytes, Timestamp]:
    """The SHA-256 that a proof is about, and its timestamp. Raises CaptureError for anything but a whole proof."""
    if not data.startswith(MAGIC):
        raise CaptureError("ots-damaged", problem="no-such-proof")
    reader = _Reader(data[len(MAGIC) :])
    if reader.number() != _VERSION or reader.byte() != _SHA256_TAG:
        raise CaptureError("ots-damaged", problem="too-new")
    digest = reader.take(32)
    timestamp = reader.timestamp()
    reader.end()
    return digest, timestamp


def write_proof(digest: bytes, timestamp: Timestamp) -> bytes:
    """A proof as a file."""
    return MAGIC + _number(_VERSION) + bytes([_SHA256_TAG]) + digest + write_timestamp(timestamp)


def read_timestamp(data: bytes) -> Timestamp:
    """A timestamp as calendars send it. Raises CaptureError."""
    reader = _Reader(data)
    timestamp = reader.timestamp()
    reader.end()
    return timestamp


def write_timestamp(timestamp: Timestamp) -> bytes:
    """A timestamp as calendars send it. Raises CaptureError for one that says nothing."""
    branches = [b"\x00" + each.kind + _with_length(each.payload) for each in timestamp.attestations]
    for operation, after in timestamp.steps:
        argument = _with_length(operation.argument) if operation.tag in (_APPEND, _PREPEND) else b""
        branches.append(bytes([operation.tag]) + argument + write_timestamp(after))
    if not branches:
        raise CaptureError("ots-damaged", problem="malformed")
    # All but the last are said to be followed by another.
    return b"".join([bytes([_FORK]) + each for each in branches[:-1]]) + branches[-1]


def attestations(digest: bytes, timestamp: Timestamp) -> Iterator[Reached]:
    """Every attestation with the message that it is about."""
    for each in timestamp.attestations:
        yield Reached(digest, each)
    for operation, after in timestamp.steps:
        yield from attestations(operation(digest), after)


def submission(digest: bytes, nonce: bytes) -> bytes:
    """What calendars are given, by which they can't tell the digest."""
    return hashlib.sha256(digest + nonce).digest()


def promised(nonce: bytes, answers: tuple[Timestamp, ...]) -> Timestamp:
    """The timestamp of a digest made of what calendars answered to its submission."""
    together = Timestamp(
        tuple(each for answer in answers for each in answer.attestations),
        tuple(each for answer in answers for each in answer.steps),
    )
    return Timestamp(steps=((Operation(_APPEND, nonce), Timestamp(steps=((Operation(0x08), together),))),))


def completed(message: bytes, timestamp: Timestamp, found: dict[bytes, Timestamp]) -> Timestamp:
    """The timestamp with what calendars have since said of its messages, in place of their promises."""
    more = found.get(message, Timestamp())
    kept = tuple(each for each in timestamp.attestations if message not in found or each.kind != _PENDING)
    steps = tuple(
        (operation, completed(operation(message), after, found)) for operation, after in timestamp.steps
    )
    return replace(timestamp, attestations=(*kept, *more.attestations), steps=(*steps, *more.steps))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._nodes = 0

    def take(self, count: int) -> bytes:
        part = self._data[self._at : self._at + count]
        if len(part) != count:
            raise CaptureError("ots-damaged", problem="cut-short")
        self._at += count
        return part

    def byte(self) -> int:
        return self.take(1)[0]

    def end(self) -> None:
        if self._at != len(self._data):
            raise CaptureError("ots-damaged", problem="more-than-records")

    def number(self) -> int:
        """A number, seven bits a byte, the least first, in its shortest spelling."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                if shift and not byte:
                    raise CaptureError("ots-damaged", problem="malformed")
                return value
            shift += 7
            if shift > 56:
                raise CaptureError("ots-damaged", problem="malformed")

    def bytes_of_stated_length(self, most: int) -> bytes:
        length = self.number()
        if length > most:
            raise CaptureError("ots-damaged", problem="malformed")
        return self.take(length)

    def timestamp(self, depth: int = 0) -> Timestamp:
        if depth > _MOST_DEPTH:
            raise CaptureError("ots-damaged", problem="malformed")
        said: list[Attestation] = []
        steps: list[tuple[Operation, Timestamp]] = []
        while True:
            self._nodes += 1
            if self._nodes > _MOST_NODES:
                raise CaptureError("ots-damaged", problem="malformed")
            tag = self.byte()
            forked = tag == _FORK
            if forked:
                tag = self.byte()
            if tag == 0x00:
                attestation = Attestation(self.take(8), self.bytes_of_stated_length(_MOST_PAYLOAD))
                _ = attestation.calendar, attestation.height
                said.append(attestation)
            else:
                steps.append((self._operation(tag), self.timestamp(depth + 1)))
            if not forked:
                return Timestamp(tuple(said), tuple(steps))

    def _operation(self, tag: int) -> Operation:
        if tag in (_APPEND, _PREPEND):
            argument = self.bytes_of_stated_length(_MOST_MESSAGE)
            if not argument:
                raise CaptureError("ots-damaged", problem="malformed")
            return Operation(tag, argument)
        if tag not in _UNARY:
            raise CaptureError("ots-damaged", problem="too-new")
        return Operation(tag)


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _with_length(data: bytes) -> bytes:
    return _number(len(data)) + data


def promise(calendar: str) -> Attestation:
    """A calendar's promise."""
    return Attestation(_PENDING, _with_length(calendar.encode("ascii")))


def in_block(height: int) -> Attestation:
    """That a message is the Merkle root of the block at that height."""
    return Attestation(_BITCOIN, _number(height))
