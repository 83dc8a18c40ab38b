"""The files of a folder that is to be shared, read when their turn comes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from allocution.errors import PublishError
from allocution.store.verify import files_below

_BLOCK = 1 << 20


class FileBlocks:
    """The bytes of a file, a block at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[bytes]:
        try:
            with open(self._path, "rb") as file:
                while block := file.read(_BLOCK):
                    yield block
        except OSError as error:
            raise PublishError("unreadable", path=self._path, problem=error.strerror) from error


def shared_files(folder: Path) -> Iterator[tuple[str, int, FileBlocks]]:
    """(path, size, bytes) of each file in a folder. Raises PublishError for what is no ordinary file."""
    for path, wrong in files_below(str(folder)):
        if wrong:
            raise PublishError("file-not-shareable", path=path, problem=wrong)
        yield path, os.path.getsize(folder / path), FileBlocks(folder / path)


def write_beside(path: Path, data: bytes) -> None:
    """Write a file in one step, over one of its name. Raises PublishError."""
    draft = path.with_name(f".{path.name}.allocution-new")
    try:
        draft.write_bytes(data)
        os.replace(draft, path)
    except OSError as error:
        raise PublishError("unwritable", path=path, problem=error.strerror) from error
