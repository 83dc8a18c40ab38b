"""The editions `bibtex`, `ris` and `csl`: how to cite each statement, for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from allocution.editions.collection import Collected, Collection, Published
from allocution.editions.writing import Piece
from allocution.views.references import Reference, bibtex, csl, reference, ris

_encode = msgspec.json.encode


@dataclass(frozen=True, slots=True)
class ReferenceWriter:
    """Writes one file of references; `between` stands between two of them."""

    collection: Collection
    path: str
    written: Callable[[Reference], str]
    opening: bytes = b""
    between: bytes = b"\n"
    closing: bytes = b""

    def begin(self) -> Iterator[Piece]:
        """What the file begins with."""
        yield self.path, self.opening

    def statement(self, published: Published) -> Iterator[Piece]:
        """A reference."""
        collected = published.collected
        first = collected is self.collection.statements[0]
        yield (
            self.path,
            (b"" if first else self.between) + self.written(_cited(self.collection, collected)).encode(),
        )

    def end(self) -> Iterator[Piece]:
        """What the file ends with."""
        yield self.path, self.closing


def bibtex_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.bib`."""
    return ReferenceWriter(collection, "references.bib", bibtex)


def ris_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.ris`."""
    return ReferenceWriter(collection, "references.ris", ris)


def csl_writer(collection: Collection) -> ReferenceWriter:
    """The writer of `references.json`."""
    return ReferenceWriter(collection, "references.json", _csl, b"[\n", b",\n", b"\n]\n")


def _cited(collection: Collection, collected: Collected) -> Reference:
    return reference(
        collected.statement,
        collected.item.record.language,
        collection.title,
        collection.site.absolute(collected.item.address),
        collected.name,
    )


def _csl(cited: Reference) -> str:
    return _encode(csl(cited)).decode()
