"""The edition `bagit`: a release for an archive institution (RFC 8493), with its history in PREMIS 3."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from allocution.editions.collection import Collection, Published
from allocution.editions.tables import JSON_LINES, DataPackage, TablesWriter
from allocution.editions.tei import TeiWriter
from allocution.editions.text import TextWriter
from allocution.editions.writing import Assembler, AsWritten, Piece, Writer
from allocution.editions.xml_markup import DECLARATION, element, text
from allocution.messages import Catalogue

_PREMIS = "http://www.loc.gov/premis/v3"
_FIRST_DAY = "1970-01-01"
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class BagWriter:
    """Writes the editions that the bag holds."""

    def __init__(self, collection: Collection) -> None:
        self._writers: dict[str, Writer] = {
            "tei": TeiWriter(collection),
            "jsonl": TablesWriter(collection, JSON_LINES),
            "text": TextWriter(collection),
        }

    def begin(self) -> Iterator[Piece]:
        """What each of them begins with."""
        for folder, writer in self._writers.items():
            yield from _within(folder, writer.begin())

    def statement(self, published: Published) -> Iterator[Piece]:
        """What each of them makes of a statement."""
        for folder, writer in self._writers.items():
            yield from _within(folder, writer.statement(published))

    def end(self) -> Iterator[Piece]:
        """What each of them ends with."""
        for folder, writer in self._writers.items():
            yield from _within(folder, writer.end())


def _within(folder: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    return ((f"{folder}/{path}", data) for path, data in pieces)


@dataclass(slots=True)
class BagAssembler:
    """Puts the parts into the bag's payload, and adds the manifests of it."""

    collection: Collection
    _sums: dict[str, tuple[int, hashlib._Hash]] = field(default_factory=dict)
    _inner: dict[str, Assembler] = field(init=False)

    def __post_init__(self) -> None:
        self._inner = {
            "tei": AsWritten(self.collection),
            "jsonl": DataPackage(self.collection, JSON_LINES),
            "text": AsWritten(self.collection),
        }

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """The part, in the payload."""
        folder, _, inner = path.partition("/")
        yield from self._payload(folder, self._inner[folder].take(inner, data))

    def _payload(self, folder: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
        for path, data in pieces:
            place = f"data/{folder}/{path}"
            size, digest = self._sums.setdefault(place, (0, hashlib.sha256()))
            digest.update(data)
            self._sums[place] = (size + len(data), digest)
            yield place, data

    def finish(self) -> Iterator[Piece]:
        """The declaration, the manifests, what the bag is and how it came to be."""
        for folder, assembler in self._inner.items():
            yield from self._payload(folder, assembler.finish())
        manifest: list[str] = []
        for path, pieces in self._tags():
            digest = hashlib.sha256()
            for data in pieces:
                digest.update(data)
                yield path, data
            manifest.append(f"{digest.hexdigest()}  {path}\n")
        yield "tagmanifest-sha256.txt", "".join(manifest).encode()

    def _tags(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        yield "bagit.txt", (_DECLARATION,)
        yield "bag-info.txt", (self._information(),)
        yield "manifest-sha256.txt", self._manifest()
        yield "metadata/premis.xml", self._premis()

    def _manifest(self) -> Iterator[bytes]:
        for path, (_, digest) in sorted(self._sums.items()):
            yield f"{digest.hexdigest()}  {path}\n".encode()

    def _information(self) -> bytes:
        collection = self.collection
        octets = sum(size for size, _ in self._sums.values())
        lines = {
            "Source-Organization": collection.title,
            "External-Identifier": collection.site.base_address,
            "External-Description": Catalogue("editions", collection.language)("bagit-holds"),
            "Bagging-Date": collection.released,
            "Bag-Software-Agent": "Allocution",
            "Payload-Oxum": f"{octets}.{len(self._sums)}",
        }
        return "".join(
            f"{name}: {' '.join(value.split())}\n" for name, value in lines.items() if value
        ).encode()

    def _premis(self) -> Iterator[bytes]:
        """Each file with its digest, that they were made and their digests taken, by which program."""
        moment = f"{self.collection.released or _FIRST_DAY}T00:00:00Z"
        yield f'{DECLARATION}<premis xmlns="{_PREMIS}" version="3.0">\n'.encode()
        for path, (size, digest) in sorted(self._sums.items()):
            yield f"{_object(path, size, digest.hexdigest())}\n".encode()
        for number, kind in enumerate(_EVENTS, start=1):
            yield f"{_event(number, kind, moment)}\n".encode()
        yield f"{_AGENT}\n</premis>\n".encode()


_EVENTS = ("creation", "message digest calculation")
_AGENT = element(
    "agent",
    element(
        "agentIdentifier",
        element("agentIdentifierType", "local") + element("agentIdentifierValue", "allocution"),
    )
    + element("agentName", "Allocution")
    + element("agentType", "software"),
)


def _object(path: str, size: int, sha256: str) -> str:
    identifier = element("objectIdentifierType", "local") + element("objectIdentifierValue", text(path))
    fixity = element("messageDigestAlgorithm", "SHA-256") + element("messageDigest", sha256)
    designation = element("formatDesignation", element("formatName", _format(path)))
    return (
        '<object xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="file">'
        + element("objectIdentifier", identifier)
        + element(
            "objectCharacteristics",
            element("fixity", fixity) + element("size", str(size)) + element("format", designation),
        )
        + "</object>"
    )


def _format(path: str) -> str:
    formats = {"xml": "application/tei+xml", "jsonl": "application/x-ndjson", "json": "application/json"}
    return formats.get(path.rpartition(".")[2], "text/plain")


def _event(number: int, kind: str, moment: str) -> str:
    identifier = element("eventIdentifierType", "local") + element("eventIdentifierValue", f"event-{number}")
    agent = element("linkingAgentIdentifierType", "local") + element(
        "linkingAgentIdentifierValue", "allocution"
    )
    return element(
        "event",
        element("eventIdentifier", identifier)
        + element("eventType", kind)
        + element("eventDateTime", moment)
        + element("linkingAgentIdentifier", agent),
    )
