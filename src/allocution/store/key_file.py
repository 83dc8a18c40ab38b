"""Files of secret keys: written once, for nobody else to read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from allocution.errors import PublishError, UsageError
from allocution.store.writing import sync_folder

_MOST_BYTES = 1 << 16


def random_bytes(count: int) -> bytes:
    """Bytes that nobody can guess."""
    return secrets.token_bytes(count)


def write_new_key(path: Path, secret: bytes, public: bytes) -> Path:
    """Write a secret key, readable by its owner only, and the public one beside it. Raises PublishError."""
    beside = path.with_suffix(".pub")
    for target, data, mode in ((path, secret, 0o600), (beside, public, 0o644)):
        try:
            handle = os.open(
                target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW, mode
            )
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise PublishError("key-unwritable", path=target, problem=error.strerror) from error
    sync_folder(path.absolute().parent)
    return beside


def read_key(path: Path) -> bytes:
    """The bytes of a key's file. Raises UsageError."""
    try:
        with open(path, "rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise UsageError("unreadable", path=path, problem=error.strerror) from error
