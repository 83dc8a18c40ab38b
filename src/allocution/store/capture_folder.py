"""The folder `captures/` of an archive: evidence that is only ever added to, and the log of what was done with it."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from allocution.errors import CaptureError, PublishError
from allocution.store.writing import sync_folder, write_atomically

FOLDER = "captures"
LOG = "custody.jsonl"
HEAD = "custody.head"
LOG_PATH = f"{FOLDER}/{LOG}"
_PIECE = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_MOST_BYTES = 1024 * 1024 * 1024


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
        self._root = root
        self._folder = root / FOLDER

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one who adds to it."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._folder.resolve().is_relative_to(self._root.resolve()):
                raise PublishError(f"{self._folder} leads out of the archive.")
            handle = os.open(self._folder, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        except OSError as error:
            raise PublishError(f"{self._folder} can't be made: {error.strerror}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def log(self) -> tuple[bytes, bytes]:
        """The custody log and its head; both empty where nothing was captured yet."""
        return self._read(LOG), self._read(HEAD)

    def add(self, data: bytes, moment: datetime) -> dict[str, str]:
        """Keep a capture, named by its date and digest; returns what the log says of it."""
        digest = hashlib.sha256(data).hexdigest()
        name = f"{moment.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{digest[:16]}.warc.gz"
        if self._read(name) != data:
            write_atomically(self._folder / name, data, expected=None, root=self._root)
        return {"file": name, "sha256": digest}

    def take_in(self, path: Path, moment: datetime) -> dict[str, str]:
        """Keep a copy of a file from elsewhere, however large, named by its digest; returns what the log says of it.

        Raises PublishError where it can't be read, or changes while it is.
        """
        temporary = self._folder / f".{secrets.token_hex(8)}.allocution-new"
        try:
            with open(path, "rb") as source, open(temporary, "xb") as copy:
                shutil.copyfileobj(source, copy, _PIECE)
                copy.flush()
                os.fsync(copy.fileno())
            digest = digest_of_file(temporary)
            if digest_of_file(path) != digest:
                raise PublishError(f"{path} changed while it was being copied.")
            suffix = path.suffix.lower() if _SUFFIX.fullmatch(path.suffix.lower()) else ".bin"
            name = f"{moment.astimezone(UTC):%Y-%m-%dT%H%M%SZ}-{digest[:16]}{suffix}"
            if not (self._folder / name).exists():
                os.link(temporary, self._folder / name)
            sync_folder(self._folder)
        except OSError as error:
            raise PublishError(f"{path} can't be copied: {error.strerror}") from error
        finally:
            temporary.unlink(missing_ok=True)
        return {"file": name, "sha256": digest}

    def digest(self, name: str) -> str:
        """The SHA-256 of a file in it, however large. Raises CaptureError, PublishError."""
        if not name or "/" in name or "\0" in name or name.startswith("."):
            raise CaptureError("capture-name", file=name)
        try:
            return digest_of_file(self._folder / name)
        except OSError as error:
            raise PublishError(f"{self._folder / name} can't be read: {error.strerror}") from error

    def keep(self, name: str, data: bytes) -> None:
        """Keep a file under a name of its own. Raises CaptureError where there is another one of that name."""
        there = self.read_file(name)
        if there and there != data:
            raise CaptureError("name-taken", file=name)
        if not there:
            write_atomically(self._folder / name, data, expected=None, root=self._root)

    def replace_log(self, before: bytes, after: bytes, heads: Sequence[bytes]) -> None:
        """Have another log than the one before: under a head that fits both, then under its own."""
        during, final = heads
        write_atomically(self._folder / HEAD, during, root=self._root)
        write_atomically(self._folder / LOG, after, expected=before or None, root=self._root)
        write_atomically(self._folder / HEAD, final, root=self._root)

    def read(self, event: Mapping[str, Any]) -> bytes:
        """The capture that an event of the log speaks of. Raises CaptureError for one that isn't as it was."""
        name = str(event.get("file", ""))
        data = self.read_file(name)
        if hashlib.sha256(data).hexdigest() != event.get("sha256"):
            raise CaptureError("capture-changed" if data else "capture-missing", file=name)
        return data

    def read_file(self, name: str) -> bytes:
        """The bytes of a file in it, empty without one. Raises CaptureError for a name that leads elsewhere."""
        if not name or "/" in name or "\0" in name or name.startswith("."):
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
            raise PublishError(f"{self._folder} can't be read: {error.strerror}") from error
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
                data = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise PublishError(f"{self._folder / name} can't be read: {error.strerror}") from error
        if len(data) > _MOST_BYTES:
            raise PublishError(f"{self._folder / name} is too large to be read.")
        return data
