"""Timestamps asked for what was captured, kept as they were sent, and completed later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from urllib.parse import urlsplit

from allocution.capture.keeping import digest_name, new_event, record
from allocution.errors import CaptureError
from allocution.evidence.block_headers import LEAST_WORK, read_header
from allocution.evidence.opentimestamps import (
    Reached,
    Timestamp,
    attestations,
    completed,
    promised,
    read_proof,
    read_timestamp,
    submission,
    write_proof,
)
from allocution.evidence.proofs import AUTHORITY, CALENDARS, latest
from allocution.evidence.time_authority import QUERY, check_reply, make_request, read_roots
from allocution.model.captures import Capture, Exchange
from allocution.store.capture_folder import CaptureFolder

Event = Mapping[str, Any]
_BINARY = "application/octet-stream"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Asks(Protocol):
    """What reaches authorities, calendars and block headers."""

    def get(self, address: str) -> Capture:
        """What the address gives. Raises CaptureError."""

    def post(self, address: str, body: bytes, media_type: str) -> Exchange:
        """What the address answers. Raises CaptureError."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Who is asked for timestamps, and the root's certificates by which it is trusted, in PEM."""

    address: str
    root: bytes


@dataclass(frozen=True, slots=True)
class Stamp:
    """What came of one request: for which file, of whom, when it says; no moment where it is only promised."""

    file: str
    authority: str
    moment: datetime | None = None
    refused: CaptureError | None = None


@dataclass(frozen=True)
class Stamping:
    """Asks for timestamps. `clock` and `randomness` come in as values; `least_work` is lower in tests only."""

    folder: CaptureFolder
    asks: Asks
    clock: Callable[[], datetime]
    randomness: Callable[[int], bytes]
    least_work: int = LEAST_WORK

    def stamp(
        self, events: Sequence[Event], authorities: Iterable[Authority], calendars: Sequence[str]
    ) -> Iterator[Stamp]:
        """Ask every authority, and all calendars at once, for each capture that they haven't stamped yet."""
        known = {(event["file"], event["method"], event["authority"]) for event in latest(events)}
        by_calendars = {file for file, method, _ in known if method == CALENDARS}
        listed = tuple(authorities)
        for event in events:
            if event.get("event") != "captured":
                continue
            file, sha256 = str(event["file"]), str(event["sha256"])
            if self.folder.digest(file) != sha256:  # nothing is stamped that isn't what was logged
                raise CaptureError("capture-changed", file=file)
            for authority in listed:
                if (file, AUTHORITY, authority.address) not in known:
                    yield self._tried(file, authority.address, partial(self._ask, file, sha256, authority))
            if calendars and file not in by_calendars:
                told = " ".join(calendars)
                yield self._tried(file, told, partial(self._submit, file, sha256, calendars))

    def upgrade(self, events: Sequence[Event], calendars: Sequence[str], headers: str) -> Iterator[Stamp]:
        """Ask calendars for what they promised; complete proofs are kept beside the pending ones."""
        for event in latest(events):
            if event["method"] == CALENDARS and not event.get("header"):
                upgrade = partial(self._complete, event, calendars, headers)
                yield self._tried(str(event["file"]), str(event["authority"]), upgrade)

    @staticmethod
    def _tried(file: str, authority: str, act: Callable[[], datetime | None]) -> Stamp:
        try:
            return Stamp(file, authority, act())
        except CaptureError as refused:
            return Stamp(file, authority, refused=refused)

    def _ask(self, file: str, sha256: str, authority: Authority) -> datetime:
        nonce = int.from_bytes(self.randomness(8), "big") >> 1
        digest = bytes.fromhex(sha256)
        answer = self.asks.post(authority.address, make_request(digest, nonce), QUERY)
        _refuse_status(answer)
        name = f"{_stem(file)}.{_short(authority.address)}"
        try:
            stamped = check_reply(answer.decoded, digest, read_roots(authority.root), nonce)
        except CaptureError as refused:
            # Somebody may yet read what we can't: it is kept, and proves nothing.
            kept = [("token", name, ".refused.tsr", answer.decoded)]
            about = {"event": "timestamp-refused", "problem": refused.code}
            self._log(file, sha256, AUTHORITY, authority.address, kept, about)
            raise
        kept = [("token", name, ".tsr", answer.decoded), ("root", "authority", ".root.pem", authority.root)]
        self._log(file, sha256, AUTHORITY, authority.address, kept)
        return stamped.moment

    def _submit(self, file: str, sha256: str, calendars: Sequence[str]) -> None:
        """Have at least one calendar promise; what others fail in is told where none does."""
        digest, nonce = bytes.fromhex(sha256), self.randomness(16)
        submitted = submission(digest, nonce)
        answers: list[Timestamp] = []
        given: list[str] = []
        failure: CaptureError | None = None
        for calendar in calendars:
            try:
                answer = self.asks.post(f"{calendar.rstrip('/')}/digest", submitted, _BINARY)
                _refuse_status(answer)
                timestamp = read_timestamp(answer.decoded)
                list(attestations(submitted, timestamp))
            except CaptureError as refused:
                failure = refused
                continue
            answers.append(timestamp)
            given.append(calendar)
        if failure is not None and not answers:
            raise failure
        proof = write_proof(digest, promised(nonce, tuple(answers)))
        self._log(file, sha256, CALENDARS, " ".join(given), [("token", _stem(file), ".ots", proof)])

    def _complete(self, event: Event, calendars: Sequence[str], headers: str) -> datetime | None:
        token = self.folder.read({"file": event["token"], "sha256": event["token_sha256"]})
        digest, timestamp = read_proof(token)
        found: dict[bytes, Timestamp] = {}
        # Only calendars that the archive names are asked, whatever a proof says.
        known = {calendar.rstrip("/") for calendar in calendars}
        for reached in attestations(digest, timestamp):
            if reached.attestation.calendar.rstrip("/") in known:
                found.update(self._asked_for(reached))
        whole = completed(digest, timestamp, found)
        for reached in attestations(digest, whole):
            height = reached.attestation.height
            if height is not None:
                return self._in_block(event, write_proof(digest, whole), reached, headers)
        return None

    def _asked_for(self, reached: Reached) -> dict[bytes, Timestamp]:
        """What a calendar has to say of a message by now; nothing while its block isn't there."""
        calendar = reached.attestation.calendar.rstrip("/")
        answer = self.asks.get(f"{calendar}/timestamp/{reached.message.hex()}").answer
        if answer.status == 404:
            return {}
        _refuse_status(answer)
        timestamp = read_timestamp(answer.decoded)
        list(attestations(reached.message, timestamp))
        return {reached.message: timestamp}

    def _in_block(self, event: Event, proof: bytes, reached: Reached, headers: str) -> datetime:
        height = reached.attestation.height or 0
        data = self._header(headers, height)
        header = read_header(data)
        if header.merkle_root != reached.message:
            raise CaptureError("ots-damaged", problem="not-in-block")
        if header.work < self.least_work:
            raise CaptureError("block-damaged", problem="too-little-work")
        file, sha256 = str(event["file"]), str(event["sha256"])
        kept = [
            ("token", _stem(file), ".complete.ots", proof),
            ("header", f"bitcoin-{height}", ".header", data),
        ]
        self._log(file, sha256, CALENDARS, str(event["authority"]), kept, {"height": str(height)})
        return header.moment

    def _header(self, headers: str, height: int) -> bytes:
        if not headers:
            raise CaptureError("no-headers")
        base = headers.rstrip("/")
        named = self.asks.get(f"{base}/block-height/{height}").answer
        _refuse_status(named)
        digest = named.decoded.decode("ascii", "replace").strip()
        if not _DIGEST.fullmatch(digest):
            raise CaptureError("block-damaged", problem="illegible")
        answer = self.asks.get(f"{base}/block/{digest}/header").answer
        _refuse_status(answer)
        try:
            return bytes.fromhex(answer.decoded.decode("ascii").strip())
        except ValueError as error:
            raise CaptureError("block-damaged", problem="illegible") from error

    def _log(
        self,
        file: str,
        sha256: str,
        method: str,
        authority: str,
        kept: Iterable[tuple[str, str, str, bytes]],
        about: Mapping[str, str] | None = None,
    ) -> None:
        """Keep bytes, each with what it is, a stem and an ending for its name, and log them."""
        named: dict[str, str] = {}
        files: dict[str, bytes] = {}
        for what, stem, suffix, data in kept:
            named[what], named[f"{what}_sha256"] = digest_name(stem, suffix, data)
            files[named[what]] = data
        told = {"file": file, "sha256": sha256, "method": method, "authority": authority}
        record(
            self.folder, {**new_event("timestamped", self.clock()), **told, **named, **(about or {})}, files
        )


def _refuse_status(answer: Exchange) -> None:
    if answer.status != 200:
        raise CaptureError("answer-status", address=answer.address, status=str(answer.status))


def _stem(file: str) -> str:
    return file.partition(".")[0]


def _short(address: str) -> str:
    """A name for files of an authority: its host, and what tells its addresses apart."""
    host = re.sub(r"[^a-z0-9]+", "-", (urlsplit(address).hostname or "").lower()).strip("-")
    return f"{host[:40]}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
