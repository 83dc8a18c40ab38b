"""The public key that an archive's releases are signed with, as its settings name it."""

from __future__ import annotations

import base64

# One line in minisign's format: two letters, the key's identifier, the key.
WRITTEN = r"RW[A-Za-z0-9+/]{54}"


def with_fingerprint(key: str) -> str:
    """A key with its fingerprint, as it is printed."""
    return f"{key} ({fingerprint(key)})"


def fingerprint(key: str) -> str:
    """The identifier of a key as minisign prints it."""
    return base64.b64decode(key)[2:10][::-1].hex().upper()
