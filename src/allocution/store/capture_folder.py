"""The folder `captures/` of an archive: evidence that is only ever added to, and the log of what was done with it."""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from allocution.errors import CaptureError, PublishError
from allocution.store.writing import write_atomically

FOLDER = "captures"
LOG = "custody.jsonl"
HEAD = "custody.head"
LOG_PATH = f"{FOLDER}/{LOG}"
_PIECE = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_MOST_BYTES = 1024 * 1024 * 1024


def dated_name(moment: datetime, digest: str, suffix: str) -> str:
    """The name of a capture: its moment, and what tells it from all others."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{digest[:16]}{suffix}"


def copied(path: Path, target: Path) -> str:
    """Copy a file, however large; its digest. Raises PublishError, also where it changes meanwhile."""
    try:
        with open(path, "rb") as source, open(target, "wb") as copy:
            shutil.copyfileobj(source, copy, _PIECE)
            copy.flush()
            os.fsync(copy.fileno())
        digest = digest_of_file(target)
        if digest_of_file(path) != digest:
            raise PublishError("copied-file-changed", path=path)
    except OSError as error:
        raise PublishError("copy-failed", path=path, problem=error.strerror) from error
    return digest


def plain_suffix(path: Path) -> str:
    """The ending of a file's name where it is a plain one, else `.bin`."""
    return path.suffix.lower() if _SUFFIX.fullmatch(path.suffix.lower()) else ".bin"


def mapped(path: Path) -> memoryview:
    """The bytes of a file, however large, read as they are looked at."""
    with open(path, "rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def is_name(name: str) -> bool:
    """Whether a file in it may have that name."""
    return bool(name) and "/" not in name and "\0" not in name and not name.startswith(".")


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    state = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            state.update(piece)
    return state.hexdigest()


class CaptureFolder:
    """The captures of one archive. All methods raise PublishError where the folder can't be used."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / FOLDER

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one who adds to it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._folder.resolve().is_relative_to(self.root.resolve()):
                raise PublishError("folder-leads-out", path=self._folder)
            handle = os.open(self._folder, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        except OSError as error:
            raise PublishError("unmakeable", path=self._folder, problem=error.strerror) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def log(self) -> tuple[bytes, bytes]:
        """The custody log and its head; both empty where nothing was captured yet."""
        return self._read(LOG), self._read(HEAD)

    def mapped(self, name: str) -> memoryview:
        """The bytes of a file in it, read as they are looked at; empty without one. Raises CaptureError."""
        if not is_name(name):
            raise CaptureError("capture-name", file=name)
        try:
            return mapped(self._folder / name)
        except FileNotFoundError:
            return memoryview(b"")
        except (OSError, ValueError) as error:
            raise PublishError("unreadable", path=self._folder / name, problem=error) from error

    def digest(self, name: str) -> str:
        """The SHA-256 of a file in it, however large. Raises CaptureError, PublishError."""
        if not is_name(name):
            raise CaptureError("capture-name", file=name)
        try:
            return digest_of_file(self._folder / name)
        except OSError as error:
            raise PublishError("unreadable", path=self._folder / name, problem=error.strerror) from error

    def replace_log(self, before: bytes, after: bytes, heads: Sequence[bytes]) -> None:
        """Have another log than the one before: under a head that fits both, then under its own."""
        during, final = heads
        write_atomically(self._folder / HEAD, during, root=self.root)
        write_atomically(self._folder / LOG, after, expected=before or None, root=self.root)
        write_atomically(self._folder / HEAD, final, root=self.root)

    def read(self, event: Mapping[str, Any]) -> bytes:
        """The capture that an event of the log speaks of. Raises CaptureError for one that isn't as it was."""
        name = str(event.get("file", ""))
        data = self.read_file(name)
        if hashlib.sha256(data).hexdigest() != event.get("sha256"):
            raise CaptureError("capture-changed" if data else "capture-missing", file=name)
        return data

    def read_file(self, name: str) -> bytes:
        """The bytes of a file in it, empty without one. Raises CaptureError for a name that leads elsewhere."""
        if not is_name(name):
            raise CaptureError("capture-name", file=name)
        return self._read(name)

    def files(self) -> dict[str, str]:
        """Everything in it by name: empty for an ordinary file, else what kind of thing it is."""
        found = {}
        try:
            with os.scandir(self._folder) as entries:
                for entry in entries:
                    ordinary = entry.is_file(follow_symlinks=False)
                    found[entry.name] = "" if ordinary else "other"
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise PublishError("unreadable", path=self._folder, problem=error.strerror) from error
        return found

    def state(self, name: str) -> tuple[int, int] | None:
        """Size and time of change of a file in it; None where there is none."""
        try:
            found = os.lstat(self._folder / name)
        except (OSError, ValueError):
            return None
        return found.st_size, found.st_ctime_ns

    def _read(self, name: str) -> bytes:
        try:
            with open(self._folder / name, "rb") as file:
                # As much as there is: a larger buffer would be made for it first.
                data = file.read(min(os.fstat(file.fileno()).st_size, _MOST_BYTES) + 1)
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise PublishError("unreadable", path=self._folder / name, problem=error.strerror) from error
        if len(data) > _MOST_BYTES:
            raise PublishError("capture-too-large", path=self._folder / name)
        return data
