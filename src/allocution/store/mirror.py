"""A mirror of a release, checked over the network: its statement and list first, then each file, once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from allocution.errors import CaptureError
from allocution.model.captures import Exchange
from allocution.store.verify import (
    CHAIN,
    LIST,
    RELEASE,
    SIGNATURE,
    SIGNERS,
    SSH_SIGNATURE,
    Problem,
    RefusedError,
    Release,
    Report,
    chain_problems,
    check_signature,
    check_ssh_signature,
    read_list,
    read_release,
)

_MOST_HEADER = 1 << 16
_MOST_LIST = 1 << 28


# Fetches an address, of no more than so many bytes. Raises CaptureError.
Gets = Callable[[str, int], Exchange]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Mirror:
    """A mirror's report, and the statement of its release with those before it, by number."""

    report: Report
    statements: tuple[bytes, ...]


def verify_mirror(address: str, key: str, get: Gets, progress: Progress | None = None) -> Mirror:
    """Check a mirror against its own signed list. `key` is the public key that is known beforehand, or empty."""
    checking = _Checking(f"{address.rstrip('/')}/", get)
    checking.run(progress)
    known = {release.key for release, _ in checking.chain}
    if key and key not in known:
        what = "it isn't signed with the key that was asked for, nor is any release before it"
        checking.problems.append(Problem(RELEASE, what))
    pinned = bool(key) and key in known and not checking.problems
    release = checking.chain[-1][0] if checking.chain else None
    report = Report(release, checking.count, checking.problems, pinned)
    return Mirror(report, tuple(data for _, data in checking.chain))


class _Checking:
    def __init__(self, address: str, get: Gets) -> None:
        self._address = address
        self._get = get
        self.problems: list[Problem] = []
        self.chain: list[tuple[Release, bytes]] = []
        self.count = 0

    def run(self, progress: Progress | None) -> None:
        current = self._signed(RELEASE, SIGNATURE)
        if current is None:
            return
        listed = self._list(current[0])
        if listed is None:
            return
        for done, (path, digest, size) in enumerate(listed):
            if progress is not None:
                progress(done, len(listed))
            data = self._fetched(path, size)
            if data is not None and hashlib.sha256(data).hexdigest() != digest:
                self.problems.append(Problem(path, "its content is another"))
            self.count += 1
        if any(path == SIGNERS for path, _, _ in listed):
            self._ssh(current[1])
        chain = []
        for number in range(1, current[0].number):
            name = f"{CHAIN}/{number:04d}.txt"
            found = self._signed(name, f"{name}.minisig")
            if found is None:
                return
            chain.append(found)
        self.problems += chain_problems([*chain, current])
        self.chain = [*chain, current]

    def _fetched(self, path: str, most: int) -> bytes | None:
        """A file's bytes; None where it isn't as long as it may be or isn't there, which is noted."""
        try:
            answer = self._get(self._address + quote(path), most)
        except CaptureError as error:
            what = "it has another length" if error.code in ("fetch-large", "fetch-bomb") else str(error)
            self.problems.append(Problem(path, what))
            return None
        if answer.status != 200:
            missing = answer.status in (404, 410)
            what = "it is missing" if missing else f"the server answers with {answer.status}"
            self.problems.append(Problem(path, what))
            return None
        return answer.decoded

    def _signed(self, name: str, signature: str) -> tuple[Release, bytes] | None:
        data, signed = self._fetched(name, _MOST_HEADER), self._fetched(signature, _MOST_HEADER)
        if data is None or signed is None:
            return None
        try:
            release = read_release(data)
            check_signature(data, signed, release)
        except RefusedError as error:
            self.problems.append(Problem(name, str(error)))
            return None
        return release, data

    def _ssh(self, data: bytes) -> None:
        signers, signature = self._fetched(SIGNERS, _MOST_HEADER), self._fetched(SSH_SIGNATURE, _MOST_HEADER)
        try:
            check_ssh_signature(data, signature or b"", signers or b"")
        except RefusedError as error:
            self.problems.append(Problem(SSH_SIGNATURE, str(error)))

    def _list(self, release: Release) -> list[tuple[str, str, int]] | None:
        data = self._fetched(LIST, _MOST_LIST)
        if data is None:
            return None
        try:
            if hashlib.sha256(data).hexdigest() != release.list_digest:
                raise RefusedError("it isn't the list that was signed")
            listed = list(read_list(data))
        except RefusedError as error:
            self.problems.append(Problem(LIST, str(error)))
            return None
        if len(listed) != release.files:
            self.problems.append(Problem(LIST, "it has another number of files than was signed"))
        return listed
