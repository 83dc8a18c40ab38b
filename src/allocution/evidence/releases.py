"""The parts of a release that are signed: the list of its files and the statement about it, as text and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from allocution.evidence.minisign import PublicKey, SecretKey

COMMENT = "signature of a release of an archive"


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of a release."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ReleaseStatement:
    """What is said of a release and signed. `previous` is the SHA-256 of the statement before, empty for the first.

    `next_key` is the key that the next release will be signed with.
    """

    number: int
    moment: datetime
    files: int
    list_sha256: str
    previous: str
    key: PublicKey
    next_key: PublicKey

    def text(self) -> bytes:
        """The statement as a file."""
        lines = (
            "allocution release 1",
            f"number: {self.number}",
            f"moment: {self.moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            f"files: {self.files}",
            f"list: {self.list_sha256}",
            f"previous: {self.previous or 'none'}",
            f"key: {self.key.text}",
            f"next-key: {self.next_key.text}",
            "",
        )
        return "\n".join(lines).encode()


def file_list(files: Iterable[ListedFile], secret: SecretKey) -> bytes:
    """The list of a release's files as `sha256sum --check` reads it.

    Its salt keeps a later reader, who has the signed digest of the list and no list, from trying what may have stood in
    a file that has been taken down. It comes from the secret key, so the same files give the same list.
    """
    lines = [
        line
        for file in sorted(files, key=lambda each: each.path.encode())
        for line in (f"# size {file.size}", f"{file.sha256}  {file.path}")
    ]
    plain = "\n".join([*lines, ""]).encode()
    salt = hashlib.blake2b(plain, key=secret.seed, digest_size=16, person=b"allocution list").hexdigest()
    return f"# allocution files 1\n# salt {salt}\n".encode() + plain


def signed(statement: ReleaseStatement, secret: SecretKey, name: str) -> bytes:
    """The signature of a statement."""
    trusted = f"timestamp:{int(statement.moment.timestamp())}\tfile:{name}\thashed"
    return secret.sign(statement.text(), trusted, COMMENT)
