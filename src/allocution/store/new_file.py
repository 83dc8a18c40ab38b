"""A file that isn't there yet, written into an archive."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from allocution.errors import PublishError
from allocution.store.leftovers import AddingRun, hold, new_name
from allocution.store.writing import sync_folder, write_atomically

_TOGETHER = 200
_FEW = 8


def exists(root: Path, path: str) -> bool:
    """Whether anything has that name, a link to nothing too."""
    return os.path.lexists(root / path)


def make_file(root: Path, path: str, data: bytes, *, executable: bool = False) -> Path:
    """Write a new file and the folders it lies in; PublishError where there is one or it can't be."""
    target = _place(root, path)
    write_atomically(target, data, expected=None, root=root)
    if executable:
        target.chmod(target.stat().st_mode | 0o111)
    return target


class NewFiles:
    """Many new files under one root, brought to the disk together before they get their names.

    A killed process or a loss of power leaves each of them whole or not at all; what has no name yet is cleared away by
    the next run. Raises PublishError where there is such a file already or it can't be written.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, Path] = {}
        self._waiting: list[tuple[Path, Path]] = []
        self._entered = False
        self._run = AddingRun(root)

    def __enter__(self) -> Self:
        self._entered = True
        self._run.begin()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            for temporary, _target in self._waiting:
                temporary.unlink(missing_ok=True)
            self._run.end()

    def add(self, path: str, data: bytes) -> None:
        """Write one file; it has its name when some more are written, or at the end."""
        assert self._entered, "nothing would give the last files their names"
        parent, _, name = path.rpartition("/")
        folder = self._folders.get(parent)
        if folder is None:
            folder = self._folders[parent] = _place(self._root, path).parent
            self._run.begin()
        target = folder / name
        temporary = folder / new_name()
        self._waiting.append((temporary, target))
        try:
            temporary.write_bytes(data)
        except OSError as error:
            raise PublishError("unwritable", path=target, problem=error.strerror) from error
        if len(self._waiting) >= _TOGETHER:
            self._finish()

    def _finish(self) -> None:
        """Bring what is written to the disk, then give it its names."""
        waiting, self._waiting = self._waiting, []
        try:
            _bring_to_disk([temporary for temporary, _ in waiting])
            for temporary, target in waiting:
                os.link(temporary, target)  # fails if somebody made the file meanwhile
            for folder in {target.parent for _, target in waiting}:
                sync_folder(folder)
        except OSError as error:
            raise PublishError(
                "unwritable", path=error.filename2 or error.filename, problem=error.strerror
            ) from error
        finally:
            for temporary, _ in waiting:
                temporary.unlink(missing_ok=True)


def _bring_to_disk(files: Sequence[Path]) -> None:
    if len(files) > _FEW:
        os.sync()  # all at once takes a fraction of one after another
        return
    for file in files:
        with open(file, "rb+") as written:
            os.fsync(written.fileno())


def copy_file(root: Path, path: str, source: Path) -> Path:
    """Write a new file with the bytes of another, of whatever size; PublishError as for `make_file`."""
    target = _place(root, path)
    temporary = target.with_name(new_name())
    try:
        with open(source, "rb") as old, open(temporary, "xb") as new:
            hold(new.fileno())
            shutil.copyfileobj(old, new)
            new.flush()
            os.fsync(new.fileno())
        os.link(temporary, target)  # fails if somebody made the file meanwhile
    except OSError as error:
        raise PublishError("unwritable", path=target, problem=error.strerror) from error
    finally:
        temporary.unlink(missing_ok=True)
    return target


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files hold the same bytes."""
    return filecmp.cmp(one, other, shallow=False)


def _place(root: Path, path: str) -> Path:
    """Where a new file goes, its folders made; PublishError where that isn't inside the root or can't be."""
    target = root / path
    try:
        root.mkdir(parents=True, exist_ok=True)
        if not target.resolve().is_relative_to(root.resolve()):
            raise PublishError("section-leads-out", path=path)
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError("unwritable", path=target, problem=error.strerror) from error
    return target
