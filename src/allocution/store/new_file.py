"""A file that isn't there yet, written into an archive."""

from __future__ import annotations

import os
from pathlib import Path

from allocution.errors import PublishError
from allocution.store.writing import write_atomically


def exists(root: Path, path: str) -> bool:
    """Whether anything has that name, a link to nothing too."""
    return os.path.lexists(root / path)


def make_file(root: Path, path: str, data: bytes, *, executable: bool = False) -> Path:
    """Write a new file and the folders it lies in; PublishError where there is one or it can't be."""
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
    write_atomically(target, data, expected=None, root=root)
    if executable:
        target.chmod(target.stat().st_mode | 0o111)
    return target
