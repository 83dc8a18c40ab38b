"""The files of an edition, from a folder or out of a ZIP file."""

from __future__ import annotations

import zipfile
from pathlib import Path

from allocution.errors import UsageError

MOST_BYTES = 2_000_000_000


def read_edition_files(path: Path) -> dict[str, bytes]:
    """All files by their path below the folder, or below the ZIP file's only folder. Raises UsageError."""
    try:
        if path.is_dir():
            return _from_folder(path)
        if path.suffix == ".xml":
            return {path.name: path.read_bytes()}
        with zipfile.ZipFile(path) as packed:
            return _from_zip(packed)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UsageError("edition-unreadable", path=path, problem=error) from error


def _from_folder(folder: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            found[file.relative_to(folder).as_posix()] = file.read_bytes()
            _refuse_too_much(sum(map(len, found.values())) if len(found) % 100 == 0 else 0)
    return found


def _from_zip(packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    _refuse_too_much(sum(entry.file_size for entry in entries))
    first = {entry.filename.partition("/")[0] for entry in entries if "/" in entry.filename}
    below = f"{first.pop()}/" if len(first) == 1 and all("/" in each.filename for each in entries) else ""
    return {entry.filename.removeprefix(below): packed.read(entry) for entry in entries}


def _refuse_too_much(size: int) -> None:
    if size > MOST_BYTES:
        raise UsageError("edition-too-large")
