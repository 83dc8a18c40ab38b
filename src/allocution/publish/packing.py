"""The files of an edition as one: its only file, or a ZIP file that is the same whenever it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from allocution.editions.writing import Piece
from allocution.editions.zipped import ZipAssembler


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
    assembler = ZipAssembler(f"{edition}.zip")
    pieces = [
        piece for name, data in sorted(files.items()) for piece in assembler.take(f"{edition}/{name}", data)
    ]
    return b"".join(data for _, data in (*pieces, *assembler.finish()))
