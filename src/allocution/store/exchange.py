"""Swapping two folders in one step, where the system can do it."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # macOS sys/stdio.h
_SYS_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: str, other: str) -> bool:
    """Give each of two folders the other's name in one atomic step; False if the system or file system can't.

    Linux: renameat2(2) with RENAME_EXCHANGE; macOS: renamex_np(2) with RENAME_SWAP. Raises OSError for any
    other failure.
    """
    status = _call(os.fsencode(one), os.fsencode(other))
    if status == 0:
        return True
    if status in _UNSUPPORTED:
        return False
    raise OSError(status, os.strerror(status), one, None, other)


def _call(one: bytes, other: bytes) -> int:
    """The system's own exchange: 0 or an errno."""
    if sys.platform not in {"linux", "darwin"}:
        return errno.ENOSYS
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        result = library.renamex_np(one, other, _RENAME_SWAP) if hasattr(library, "renamex_np") else None
    elif hasattr(library, "renameat2"):
        result = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    else:  # musl before 1.2.6 has no wrapper
        number = _SYS_RENAMEAT2.get(platform.machine())
        result = number and library.syscall(number, _AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    if result is None:
        return errno.ENOSYS
    return 0 if result == 0 else ctypes.get_errno()


def exchange_in_steps(tree: str, published: str, leaving: str) -> None:
    """The same for systems without an exchange: three renames.

    This can't be atomic: killed after the first one, `published` is missing and `leaving` is the whole old
    folder. Whoever opens it next has to call `recover_steps`.
    """
    os.rename(published, leaving)
    os.rename(tree, published)
    os.rename(leaving, tree)


def recover_steps(tree: str, published: str, leaving: str) -> None:
    """Finish or undo an `exchange_in_steps` that was killed."""
    if not os.path.lexists(leaving):
        return
    if not os.path.lexists(published):
        os.rename(leaving, published)
    elif not os.path.lexists(tree):
        os.rename(leaving, tree)
