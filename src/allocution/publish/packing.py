"""The files of an edition as one: its only file, or a ZIP file that is the same whenever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from allocution.editions.writing import Piece

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can say


def joined(pieces: Iterable[Piece]) -> dict[str, bytes]:
    """Whole files by path, each of its pieces."""
    files: dict[str, bytearray] = {}
    for path, data in pieces:
        files.setdefault(path, bytearray()).extend(data)
    return {path: bytes(data) for path, data in files.items()}


def one_file(edition: str, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """The edition's only file, or all of them in one ZIP file."""
    if len(files) == 1:
        ((name, data),) = files.items()
        return name, data
    return f"{edition}.zip", packed(edition, files)


def packed(edition: str, files: Mapping[str, bytes]) -> bytes:
    """A ZIP file of the edition's files, in a folder of its name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{edition}/{name}", _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return held.getvalue()
