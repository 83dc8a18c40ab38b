"""Files packed into a ZIM by the program zimwriterfs, and what chance and the clock put into it taken out."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec

from allocution.errors import PublishError, UsageError
from allocution.store.zim_file import settle

PROGRAM = "zimwriterfs"
_BLOCK = 1 << 20


class NoZimWriterError(UsageError):
    """The program that makes ZIM files isn't there."""

    def __init__(self) -> None:
        super().__init__("zim-program-missing", program=PROGRAM)


@dataclass(slots=True, weakref_slot=True)
class ZimFolder:
    """A folder that fills with the files of a ZIM. Raises NoZimWriterError."""

    _folder: str = field(init=False)
    _identity: hashlib._Hash = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        if shutil.which(PROGRAM) is None:
            raise NoZimWriterError
        if find_spec("zstandard") is None:
            raise UsageError("edition-package-missing", edition="zim", package="zstandard")
        self._folder = tempfile.mkdtemp(prefix="allocution-zim-")
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        os.mkdir(os.path.join(self._folder, "files"))

    def take(self, path: str, data: bytes) -> None:
        """A file of the ZIM."""
        self._identity.update(f"{len(path.encode())} {path} {len(data)} ".encode() + data)
        place = os.path.join(self._folder, "files", path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "xb") as file:
            file.write(data)

    def packed(self, told: Mapping[str, str], day: str) -> Iterator[bytes]:
        """The ZIM with these options of the program; `day` is its date. Raises PublishError."""
        made = os.path.join(self._folder, "packed.zim")
        self._run(told, made)
        self._identity.update(repr(sorted(told.items())).encode())
        settle(made, self._identity.digest()[:16], day)
        with open(made, "rb") as file:
            while block := file.read(_BLOCK):
                yield block

    def _run(self, told: Mapping[str, str], made: str) -> None:
        # One thread: with more, the order in which pages get into the index is left to chance.
        options = [f"--{name}={value}" for name, value in told.items()]
        command = [PROGRAM, "--threads=1", *options, os.path.join(self._folder, "files"), made]
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode or not os.path.exists(made):
            said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()[-500:]
            raise PublishError("zim-failed", program=PROGRAM, status=done.returncode, problem=said)
