"""Large answers, written to the disk as they come; what was broken off is gone on with by the next attempt."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

import httpcore
import msgspec

from allocution.errors import CaptureError, PublishError
from allocution.model.captures import Download, Exchange, Headers
from allocution.store.capture_folder import digest_of_file
from allocution.store.capture_staging import Staging
from allocution.store.clock import elapsed
from allocution.store.fetching import REDIRECTS, Fetcher, checked_address, led_to
from allocution.store.writing import write_atomically

# A loss of power costs as much as this at most.
_SYNCED = 1 << 20
_ATTEMPTS = 3
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")


class _State(msgspec.Struct, frozen=True):
    """What is known of an answer that is being written: its head, the answers so far, and bytes that are safe."""

    head: Exchange
    parts: tuple[tuple[int, str], ...]
    safe: int = 0

    @property
    def validator(self) -> str:
        """What tells whether the rest is of the same body; empty where nothing does."""
        tag = self.head.header("ETag")
        return tag if tag and not tag.startswith("W/") else self.head.header("Last-Modified")


@dataclass(frozen=True)
class Downloader:
    """Downloads into the folder of an archive where unfinished things lie; `fetcher` has the limits."""

    root: Path
    fetcher: Fetcher

    def get(self, address: str) -> Download:
        """What the address gives; `body` reads it. Raises CaptureError, PublishError.

        An answer that breaks off is gone on with at once where that brings more, and by the next call else.
        """
        unfinished = _Unfinished(self._path(address), self.root)
        for attempt in range(_ATTEMPTS):
            before = unfinished.size
            try:
                return self._attempt(address, unfinished)
            except OSError as error:
                raise PublishError("unwritable", path=self.root, problem=error.strerror) from error
            except CaptureError as broken:
                last = attempt == _ATTEMPTS - 1 or unfinished.size <= before
                if broken.code != "fetch-failed" or last:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def body(self, address: str) -> BinaryIO:
        """What was downloaded, to be read and closed."""
        return open(self._path(address), "rb")

    def _path(self, address: str) -> Path:
        name = hashlib.sha256(address.encode()).hexdigest()[:32]
        return Staging(self.root).open() / f"{name}.part"

    def done(self, address: str) -> None:
        """Remove what was downloaded: it is kept elsewhere."""
        _Unfinished(self._path(address), self.root).discard()

    def _attempt(self, address: str, unfinished: _Unfinished) -> Download:
        end = elapsed() + self.fetcher.limits.seconds
        redirects: list[Exchange] = []
        following = checked_address(address)
        while True:
            asked: tuple[str, bytes, Headers] = ("GET", b"", unfinished.asks())
            with self.fetcher.opened(following, end, asked) as (head, response):
                target = head.header("Location")
                if head.status not in REDIRECTS or not target:
                    self._take(head, response, unfinished)
                    return unfinished.whole(address, tuple(redirects))
                payload = self.fetcher.payload(response, following)
                redirects.append(replace(head, payload=payload, decoded=payload))
            if len(redirects) > self.fetcher.limits.redirects:
                most = str(self.fetcher.limits.redirects)
                raise CaptureError("fetch-redirects", address=address, most=most)
            following = led_to(following, target)

    def _take(self, head: Exchange, response: httpcore.Response, unfinished: _Unfinished) -> None:
        """Write what comes behind what there is, or anew. Raises CaptureError."""
        if head.header("Content-Encoding").lower() not in ("", "identity"):
            raise CaptureError(
                "fetch-encoding", address=head.address, encoding=head.header("Content-Encoding")
            )
        if head.status == 206 and unfinished.goes_on(head):
            unfinished.append(head)
        elif head.status == 200:
            unfinished.begin(head)
        else:
            unfinished.discard()
            raise CaptureError("fetch-status", address=head.address, status=str(head.status))
        most = self.fetcher.limits.sent
        stated = head.header("Content-Length")
        if stated.isdigit() and unfinished.size + int(stated[:15]) > most:
            unfinished.discard()
            raise CaptureError("fetch-large", address=head.address, most=str(most))
        if not unfinished.write(response.iter_stream(), most):
            unfinished.discard()
            raise CaptureError("fetch-large", address=head.address, most=str(most))


class _Unfinished:
    """A body that is being written, with what is known of it beside."""

    def __init__(self, path: Path, root: Path) -> None:
        self._path, self._root = path, root
        self._beside = path.with_suffix(".json")
        self._state = self._read()

    @property
    def size(self) -> int:
        """How many bytes are there that are safe."""
        return self._state.safe if self._state else 0

    def asks(self) -> Headers:
        """Headers that ask for the rest, if it is of the same body; for all of it where nothing is there."""
        plain = (("Accept-Encoding", "identity"),)
        if self._state is None or not self.size or not self._state.validator:
            return plain
        return (*plain, ("Range", f"bytes={self.size}-"), ("If-Range", self._state.validator))

    def goes_on(self, head: Exchange) -> bool:
        """Whether an answer begins where what is there ends."""
        match = _RANGE.fullmatch(head.header("Content-Range"))
        return match is not None and self._state is not None and int(match[1]) == self.size

    def begin(self, head: Exchange) -> None:
        """Begin anew."""
        self.discard()
        self._path.write_bytes(b"")
        self._save(_State(head, ((0, _moment(head)),)))

    def append(self, head: Exchange) -> None:
        """Go on behind what is safe."""
        if self._state is not None:
            os.truncate(self._path, self.size)
            self._save(
                msgspec.structs.replace(self._state, parts=(*self._state.parts, (self.size, _moment(head))))
            )

    def write(self, pieces: Iterator[bytes], most: int) -> bool:
        """Write what comes; False where it is more than is taken. What has come stays, however it ends."""
        size = secured = self.size
        with open(self._path, "ab") as file:
            try:
                for piece in pieces:
                    size += len(piece)
                    if size > most:
                        return False
                    file.write(piece)
                    if size - secured >= _SYNCED:
                        secured = self._secure(file)
            finally:
                self._secure(file)
        return True

    def _secure(self, file: BufferedWriter) -> int:
        """Have what was written survive a loss of power; how much that is."""
        file.flush()
        os.fsync(file.fileno())
        size = os.fstat(file.fileno()).st_size
        if self._state is not None:
            self._save(msgspec.structs.replace(self._state, safe=size))
        return size

    def whole(self, address: str, redirects: tuple[Exchange, ...]) -> Download:
        """The download that is done."""
        if self._state is None:
            raise CaptureError("fetch-failed", address=address, problem="connection-lost")
        digest = digest_of_file(self._path)
        return Download(address, redirects, self._state.head, self.size, digest, self._state.parts)

    def discard(self) -> None:
        """Forget all of it."""
        self._path.unlink(missing_ok=True)
        self._beside.unlink(missing_ok=True)
        self._state = None

    def _read(self) -> _State | None:
        try:
            state = msgspec.json.decode(self._beside.read_bytes(), type=_State)
            there = self._path.stat().st_size
        except (OSError, msgspec.DecodeError):
            return None
        return state if there >= state.safe else None

    def _save(self, state: _State) -> None:
        write_atomically(self._beside, msgspec.json.encode(state), root=self._root)
        self._state = state


def _moment(head: Exchange) -> str:
    return head.moment.astimezone(UTC).isoformat(timespec="seconds")
