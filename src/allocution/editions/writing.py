"""How an edition is written: a few bytes at a time, a statement at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from allocution.editions.collection import Collection, Published

# The path of a file inside the edition, and the bytes that come next in it.
Piece = tuple[str, bytes]


class Writer(Protocol):
    """Writes the parts of an edition. What it writes of a statement depends on the statement alone."""

    def begin(self) -> Iterator[Piece]:
        """What comes before all statements."""

    def statement(self, published: Published) -> Iterator[Piece]:
        """What comes of one statement; may be called in another process."""

    def end(self) -> Iterator[Piece]:
        """What comes after all statements."""


class Assembler(Protocol):
    """Makes an edition's files of its parts, in their order."""

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """What comes of one part."""

    def finish(self) -> Iterator[Piece]:
        """What comes when there are no more parts."""


class AsWritten:
    """The parts are the files."""

    def __init__(self, collection: Collection) -> None:
        pass

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """The part itself."""
        yield path, data

    def finish(self) -> Iterator[Piece]:
        """Nothing more."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Edition:
    """One form of an archive: a row of the table of editions.

    `files` are the paths of its files, with `NAME` for that of each statement. `validated_by` names what others'
    program holds it to be valid. `extra` is the optional part of the program that it needs. What it holds and what
    it loses is said in the messages `NAME-holds` and `NAME-loses` of the catalogue `editions`.
    `holds_words` says that it has the words of statements, `analysed` that it says what analysers know of them,
    `parts` which other editions are in it, `in_volumes` that its first file is all, and what comes after it are the
    volumes of what is too long for that, `side_by_side` that a site offers its files as they are and not in a ZIP file.
    """

    name: str
    media_type: str
    files: tuple[str, ...]
    validated_by: str
    writer: Callable[[Collection], Writer]
    assembler: Callable[[Collection], Assembler] = AsWritten
    extra: str = ""
    holds_words: bool = True
    analysed: bool = False
    parts: tuple[str, ...] = ()
    in_volumes: bool = False
    side_by_side: bool = False

    @property
    def ending(self) -> str:
        """What the file of one statement ends in: its own where it is one file, else that of a ZIP file."""
        files = self.files[:1] if self.in_volumes else self.files
        return f".{files[0].rpartition('.')[2]}" if len(files) == 1 else ".zip"


def whole(edition: Edition, collection: Collection, statements: Iterator[Published]) -> Iterator[Piece]:
    """An edition from its beginning to its end."""
    writer, assembler = edition.writer(collection), edition.assembler(collection)
    for path, data in _parts(writer, statements):
        yield from assembler.take(path, data)
    yield from assembler.finish()


def _parts(writer: Writer, statements: Iterator[Published]) -> Iterator[Piece]:
    yield from writer.begin()
    for published in statements:
        yield from writer.statement(published)
    yield from writer.end()
