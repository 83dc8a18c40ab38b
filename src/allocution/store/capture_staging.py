"""The folder `.capturing/` of an archive: downloads that go on later, and evidence that is about to be put in place.

What is put in place is whole here first, with the line that the log will have of it. So a command that is killed leaves
either nothing or something that the next one finishes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from allocution.errors import PublishError
from allocution.store.capture_folder import FOLDER
from allocution.store.leftovers import is_new_name
from allocution.store.writing import sync_folder, write_atomically

STAGING = ".capturing"
_INTENT = "intent.json"
_READY = "ready"


class Staging:
    """What stands beside the captures of one archive until it is among them. All methods raise PublishError."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._captures = root / FOLDER
        self._folder = root / STAGING
        self._ready = self._folder / _READY

    def open(self) -> Path:
        """The folder, made where it isn't there; git is told to leave it alone."""
        try:
            self._ready.mkdir(parents=True, exist_ok=True)
            if not self._folder.resolve().is_relative_to(self._root.resolve()):
                raise PublishError("folder-leads-out", path=self._folder)
            if not (self._folder / ".gitignore").exists():
                (self._folder / ".gitignore").write_text("*\n", encoding="ascii")
        except OSError as error:
            raise PublishError("unmakeable", path=self._folder, problem=error.strerror) from error
        return self._folder

    def path(self, name: str) -> Path:
        """Where a file is made that will be put in place under that name."""
        self.open()
        return self._ready / name

    def write(self, name: str, data: bytes) -> None:
        """Have a file ready to be put in place."""
        write_atomically(self.path(name), data, root=self._root)

    @contextmanager
    def making(self, name: str) -> Iterator[BinaryIO]:
        """A file that is written piece by piece, to be put in place later."""
        try:
            with open(self.path(name), "wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise PublishError("unwritable", path=self.path(name), problem=error.strerror) from error

    def intend(self, event: bytes) -> None:
        """Say what is about to be put in place and logged: from here on it will be, whatever happens."""
        self.open()
        sync_folder(self._ready)
        write_atomically(self._folder / _INTENT, event, root=self._root)

    def intended(self) -> bytes:
        """What was about to be logged; empty where nothing was."""
        try:
            return (self._folder / _INTENT).read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise PublishError("unreadable", path=self._folder / _INTENT, problem=error.strerror) from error

    def place(self, names: Iterable[str]) -> None:
        """Put files among the captures that are ready and not there yet."""
        try:
            for name in names:
                if (self._ready / name).exists() and not (self._captures / name).exists():
                    os.link(self._ready / name, self._captures / name)
            sync_folder(self._captures)
        except OSError as error:
            raise PublishError("unwritable", path=self._captures, problem=error.strerror) from error

    def settle(self) -> None:
        """Forget what was about to be put in place, since it is or won't be."""
        try:
            (self._folder / _INTENT).unlink(missing_ok=True)
            if self._ready.exists():
                shutil.rmtree(self._ready)
        except OSError as error:
            raise PublishError("unclearable", path=self._folder, problem=error.strerror) from error

    def left_behind(self) -> list[str]:
        """Names of unfinished files among the captures that a killed command left."""
        return _unfinished(self._captures)

    def clear(self) -> None:
        """Remove unfinished files; nobody else may be adding to the captures."""
        for folder in (self._captures, self._folder):
            for name in _unfinished(folder):
                (folder / name).unlink(missing_ok=True)


def _unfinished(folder: Path) -> list[str]:
    try:
        return sorted(each.name for each in os.scandir(folder) if is_new_name(each.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise PublishError("unreadable", path=folder, problem=error.strerror) from error
