"""Timestamps as the custody log has them, checked with nothing but the files beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from allocution.errors import CaptureError
from allocution.evidence.block_headers import LEAST_WORK, read_header
from allocution.evidence.opentimestamps import attestations, read_proof
from allocution.evidence.time_authority import check_reply, read_roots
from allocution.model.evidence import ProvedTime

AUTHORITY, CALENDARS = "rfc3161", "opentimestamps"
Event = Mapping[str, Any]
# Hands out a file of captures/ as the log has it. Raises CaptureError.
Reads = Callable[[str, str], bytes]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a timestamp in the log proves; `proved` is None as long as it proves nothing."""

    proved: ProvedTime | None


def check_proof(event: Event, read: Reads, least_work: int = LEAST_WORK) -> Proof:
    """Check the timestamp that an event speaks of. Raises CaptureError for one that doesn't hold."""
    token = read(str(event.get("token")), str(event.get("token_sha256")))
    try:
        sha256 = bytes.fromhex(str(event.get("sha256")))
    except ValueError as error:
        raise CaptureError("tsr-damaged", problem="for-another-file") from error
    if event.get("method") == AUTHORITY:
        roots = read_roots(read(str(event.get("root")), str(event.get("root_sha256"))))
        stamped = check_reply(token, sha256, roots)
        return Proof(ProvedTime(AUTHORITY, stamped.authority, _written(stamped.moment)))
    if event.get("method") != CALENDARS:
        raise CaptureError("tsr-damaged", problem="too-new")
    digest, timestamp = read_proof(token)
    if digest != sha256:
        raise CaptureError("ots-damaged", problem="for-another-file")
    header = event.get("header")
    if not header:
        list(attestations(digest, timestamp))
        return Proof(None)
    block = read_header(read(str(header), str(event.get("header_sha256"))))
    height = int(str(event.get("height", "0")))
    reached = attestations(digest, timestamp)
    if not any(each.message == block.merkle_root and each.attestation.height == height for each in reached):
        raise CaptureError("ots-damaged", problem="not-in-block")
    if block.work < least_work:
        raise CaptureError("block-damaged", problem="too-little-work")
    return Proof(ProvedTime(CALENDARS, f"Bitcoin, {height}", _written(block.moment)))


def latest(events: Iterable[Event]) -> list[Event]:
    """Of each file's timestamps the last of each authority, and the last of calendars, which completes those before."""
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        if event.get("event") == "timestamped":
            method = str(event.get("method"))
            who = str(event.get("authority")) if method == AUTHORITY else ""
            found[str(event.get("file")), f"{method} {who}"] = event
    return list(found.values())


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
