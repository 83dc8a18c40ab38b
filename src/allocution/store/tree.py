"""Files and folders of a tree that nobody else sees yet. A file is created or linked, never written through.

Paths are as in the site's addresses: relative to the tree's root, with `/`.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from allocution.errors import PublishError

T = TypeVar("T")

_REFUSED = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
_ATTEMPTS = 20  # one process can prune a folder between another's mkdir and open
_CHUNK = 1 << 20
_NO_HARD_LINK = {errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def checked(path: str) -> str:
    """The path itself, if it is relative, has no empty, `.` or `..` part and no control character."""
    if _REFUSED.search(path):
        raise PublishError("path-outside-site", path=repr(path))
    return path


def create(root: str, path: str, data: bytes) -> os.stat_result:
    """Make root/path a new file with these bytes, in place of any file that is there."""

    def make(target: str) -> os.stat_result:
        handle = os.open(target, _NEW_FILE, 0o666)
        try:
            written = os.write(handle, data)
            while written < len(data):
                written += os.write(handle, memoryview(data)[written:])
            return os.fstat(handle)
        finally:
            os.close(handle)

    return _put(root, path, make)


def create_from(root: str, path: str, source: Path) -> os.stat_result:
    """Make root/path a new file with the bytes of another file, in place of any file that is there."""

    def make(target: str) -> os.stat_result:
        with open_regular(source) as old, open(os.open(target, _NEW_FILE, 0o666), "wb", buffering=0) as new:
            shutil.copyfileobj(old, new, _CHUNK)
            return os.fstat(new.fileno())

    return _put(root, path, make)


def link(root: str, path: str, existing: str) -> None:
    """Make root/path another name of an existing file, in place of any file that is there."""
    _put(root, path, lambda target: _link_or_copy(existing, target))


def remove(root: str, path: str) -> None:
    """Remove the file root/path, if it is there, and the folders that become empty; never the root."""
    try:
        os.unlink(f"{root}/{path}")
    except (FileNotFoundError, NotADirectoryError):
        return
    folder = path
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        try:
            os.rmdir(f"{root}/{folder}")
        except OSError:  # not empty: each system has its own errno for it
            return


def bring_over(source: str, target: str, paths: set[str]) -> None:
    """Make these paths of the target what they are in the source, by hard links."""
    present = {path for path in paths if _is_file(f"{source}/{path}")}
    for path in sorted(paths - present):
        if _is_file(f"{target}/{path}"):
            remove(target, path)
    for path in sorted(present):
        link(target, path, f"{source}/{path}")


def mirror(source: str, target: str) -> None:
    """Make the target the same tree as the source, by hard links, whatever it holds now.

    Where there are no hard links (exFAT), files are copied. What is one file (the same inode) in both is
    left alone; both must be on one file system.
    """
    pending = [("", True)]
    while pending:
        folder, exists = pending.pop()
        present = _entries(target + folder) if exists else {}
        wanted = _entries(source + folder)
        for name, entry in present.items():
            if not _same(entry, wanted.get(name)):
                delete(entry.path) if entry.is_dir(follow_symlinks=False) else os.unlink(entry.path)
        for name, entry in wanted.items():
            place = f"{target}{folder}/{name}"
            stays = _same(present.get(name), entry)
            if entry.is_dir(follow_symlinks=False):
                if not stays:
                    os.mkdir(place)
                pending.append((f"{folder}/{name}", stays))
            elif not stays:
                _link_or_copy(entry.path, place)


def delete(folder: str) -> None:
    """Delete a folder with all in it; nothing is followed out of it."""
    shutil.rmtree(folder)


def same_bytes(place: str, data: bytes, mode: int) -> bool:
    """Whether the place is an ordinary file with these bytes and permissions."""
    try:
        found = os.lstat(place)
        if found.st_size != len(data) or found.st_mode != mode | stat.S_IFREG:
            return False
        handle = os.open(place, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return os.read(handle, len(data) + 1) == data
    finally:
        os.close(handle)


def same_file_bytes(place: str, source: Path, mode: int) -> bool:
    """Whether the place is an ordinary file with the source's bytes and these permissions."""
    try:
        found = os.lstat(place)
    except OSError:
        return False
    if found.st_mode != mode | stat.S_IFREG:
        return False
    with open_regular(source) as one, open(place, "rb", buffering=0) as other:
        if os.fstat(one.fileno()).st_size != found.st_size:
            return False
        while data := one.read(_CHUNK):
            if other.read(_CHUNK) != data:
                return False
        return not other.read(1)


def open_regular(source: Path) -> BinaryIO:
    """The source opened for reading, if it is an ordinary file (a pipe would wait for ever)."""
    handle = os.open(source, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise PublishError("not-an-ordinary-file", path=source)
    return open(handle, "rb")


def files(root: str) -> dict[str, tuple[int, int]]:
    """Size and modification time (nanoseconds) of everything in the tree that isn't a folder."""
    found: dict[str, tuple[int, int]] = {}
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(root + folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(f"{folder}/{entry.name}")
                else:
                    seen = entry.stat(follow_symlinks=False)
                    found[f"{folder[1:]}/{entry.name}" if folder else entry.name] = (
                        seen.st_size,
                        seen.st_mtime_ns,
                    )
    return found


def _put(root: str, path: str, make: Callable[[str], T]) -> T:
    """Make the file, with the folders that it needs, after removing a file of that name.

    The root itself is never made: it is missing only if somebody deleted it while we build.
    """
    target = f"{root}/{path}"
    for _ in range(_ATTEMPTS):
        try:
            return make(target)
        except FileNotFoundError:
            _make_folders(root, path)
        except FileExistsError:
            if stat.S_ISDIR(os.lstat(target).st_mode):
                break
            os.unlink(target)
        except NotADirectoryError:
            break
    raise PublishError("file-and-folder", path=path)


def _make_folders(root: str, path: str) -> None:
    folder = path.rpartition("/")[0]
    if folder:
        try:
            os.mkdir(f"{root}/{folder}")
            return
        except FileExistsError:
            return
        except FileNotFoundError:
            pass  # folders above it are missing too
    position = path.find("/")
    if position < 0:
        os.lstat(root)
    while position >= 0:
        with suppress(FileExistsError):
            os.mkdir(f"{root}/{path[:position]}")
        position = path.find("/", position + 1)


def _link_or_copy(existing: str, target: str) -> None:
    try:
        os.link(existing, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_HARD_LINK:
            raise
        shutil.copy2(existing, target, follow_symlinks=False)


def _entries(folder: str) -> dict[str, os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return {entry.name: entry for entry in entries}


def _same(one: os.DirEntry[str] | None, other: os.DirEntry[str] | None) -> bool:
    """Whether two names stand for the same file, or both for a folder."""
    if one is None or other is None:
        return False
    folder = one.is_dir(follow_symlinks=False)
    if folder != other.is_dir(follow_symlinks=False):
        return False
    return folder or one.inode() == other.inode()


def _is_file(place: str) -> bool:
    try:
        return not stat.S_ISDIR(os.lstat(place).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
