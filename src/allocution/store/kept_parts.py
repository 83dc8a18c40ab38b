"""What was worked out for a published folder and may be of use again: a folder of sealed parts beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from allocution.store.remembered import digest
from allocution.store.writing import write_atomically


class KeptParts(msgspec.Struct, frozen=True):
    """Parts by name. Losing one costs time; a damaged one counts as absent. Can be used in worker processes, too."""

    folder: Path

    def read(self, name: str) -> bytes | None:
        """A part as it was written, None where there is none."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        seal = digest(b"")
        held = data[len(seal) :]
        return held if digest(held) == data[: len(seal)] else None

    def write(self, name: str, data: bytes) -> None:
        """Keep a part. Raises PublishError."""
        self.folder.mkdir(exist_ok=True)
        write_atomically(self.folder / name, digest(data) + data, durable=False)

    def keep_only(self, names: Iterable[str]) -> None:
        """Delete all other parts."""
        wanted = set(names)
        if not wanted:
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        with suppress(FileNotFoundError):
            for name in os.listdir(self.folder):
                if name not in wanted:
                    (self.folder / name).unlink(missing_ok=True)
