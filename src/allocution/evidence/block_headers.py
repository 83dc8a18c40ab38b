"""Headers of blocks of Bitcoin: their moment, their Merkle root, and the work that went into them."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from datetime import UTC, datetime

from allocution.errors import CaptureError

HEADER_SIZE = 80
# Every block since 2014 took more; who would make one up has to do as much.
LEAST_WORK = 1 << 64


@dataclass(frozen=True, slots=True)
class BlockHeader:
    """What a header says; `work` is how many digests had to be tried for it, on average."""

    merkle_root: bytes
    moment: datetime
    digest: str
    work: int


def read_header(data: bytes) -> BlockHeader:
    """A header of 80 bytes whose digest shows the work that it claims. Raises CaptureError."""
    if len(data) != HEADER_SIZE:
        raise CaptureError("block-damaged", problem="malformed")
    seconds, bits = struct.unpack_from("<II", data, 68)
    exponent, mantissa = bits >> 24, bits & 0x7FFFFF
    target = mantissa << 8 * (exponent - 3) if exponent >= 3 else mantissa >> 8 * (3 - exponent)
    digest = hashlib.sha256(hashlib.sha256(data).digest()).digest()[::-1]
    if not 0 < target < 1 << 256 or int.from_bytes(digest, "big") > target:
        raise CaptureError("block-damaged", problem="too-little-work")
    work = (1 << 256) // (target + 1)
    return BlockHeader(data[36:68], datetime.fromtimestamp(seconds, UTC), digest.hex(), work)
