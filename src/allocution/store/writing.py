"""Writing one file so that it is the old one or the new one, whole, whatever happens."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import EllipsisType
from typing import BinaryIO

from allocution.errors import PublishError
from allocution.store.leftovers import hold, new_name


def write_atomically(
    path: Path,
    data: bytes,
    expected: bytes | EllipsisType | None = ...,
    *,
    root: Path | None = None,
    durable: bool = True,
) -> None:
    """Replace a file in one step, or make it.

    `expected` is what the file must hold now (None: there must be no file; `...`: anything), so that nobody
    else's change is overwritten; the look at it comes right before the step, not in it. A symbolic link
    stays, its target is replaced; with `root`, a target outside of that folder is refused. Permissions of
    the old file are kept. With `durable` the file survives a loss of power; without it, bulk work is faster
    and a killed process still harms nothing. Raises PublishError; what was there before is then untouched.
    """
    try:
        _write(_resolved(path, root), data, expected, durable)
    except OSError as error:
        raise PublishError("unwritable", path=path, problem=error.strerror) from error


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file written piece by piece that takes the path's place in one step. Raises PublishError."""
    target = Path(os.path.realpath(path))
    temporary = target.with_name(new_name())
    try:
        with open(temporary, "xb") as new:
            hold(new.fileno())
            yield new
            new.flush()
            os.fsync(new.fileno())
        os.replace(temporary, target)
        sync_folder(target.parent)
    except OSError as error:
        raise PublishError("unwritable", path=path, problem=error.strerror) from error
    finally:
        temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _resolved(path: Path, root: Path | None) -> Path:
    """The file that the path stands for, after symbolic links."""
    target = Path(os.path.realpath(path))
    if root is not None and not target.is_relative_to(root.resolve()):
        raise PublishError("link-leads-out", path=path, root=root)
    return target


def _write(target: Path, data: bytes, expected: bytes | EllipsisType | None, durable: bool) -> None:
    mode = _checked_mode(target, expected)
    temporary = target.with_name(new_name())
    try:
        with open(temporary, "xb") as new:
            hold(new.fileno())
            new.write(data)
            new.flush()
            if mode is not None:
                os.fchmod(new.fileno(), mode)
            if durable:
                os.fsync(new.fileno())
        _checked_mode(target, expected)
        if expected is None:
            os.link(temporary, target)  # fails if somebody made the file meanwhile
        else:
            os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    if durable:
        sync_folder(target.parent)


def _checked_mode(target: Path, expected: bytes | EllipsisType | None) -> int | None:
    """The old file's permissions, None without one; raises PublishError if it isn't the expected one."""
    try:
        found = target.lstat()
    except FileNotFoundError:
        if isinstance(expected, bytes):
            raise PublishError("file-gone", path=target) from None
        return None
    if not stat.S_ISREG(found.st_mode):
        raise PublishError("not-an-ordinary-file", path=target)
    if expected is None:
        raise PublishError("file-exists", path=target)
    if isinstance(expected, bytes) and target.read_bytes() != expected:
        raise PublishError("file-changed", path=target)
    return stat.S_IMODE(found.st_mode)
