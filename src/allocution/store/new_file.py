"""A file that isn't there yet, written into an archive."""

from __future__ import annotations

import filecmp
import os
import secrets
import shutil
from pathlib import Path

from allocution.errors import PublishError
from allocution.store.writing import write_atomically


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


def copy_file(root: Path, path: str, source: Path) -> Path:
    """Write a new file with the bytes of another, of whatever size; PublishError as for `make_file`."""
    target = _place(root, path)
    temporary = target.with_name(f".{secrets.token_hex(8)}.allocution-new")
    try:
        with open(source, "rb") as old, open(temporary, "xb") as new:
            shutil.copyfileobj(old, new)
            new.flush()
            os.fsync(new.fileno())
        os.link(temporary, target)  # fails if somebody made the file meanwhile
    except OSError as error:
        raise PublishError(f"{target} can't be written: {error.strerror}") from error
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
            raise PublishError(
                f"{path} leads out of the archive.", "A link points elsewhere; name another section."
            )
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(f"{target} can't be written: {error.strerror}") from error
    return target
