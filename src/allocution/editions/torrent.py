"""The edition `torrent`: the bag of an archive as one ZIP file, and a torrent of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from allocution.content.settings import Settings
from allocution.editions.bag import BagAssembler, BagWriter
from allocution.editions.collection import Collection
from allocution.editions.workshop import Database, Sharing
from allocution.editions.writing import Edition, Piece
from allocution.editions.zipped import ZipStream

RELEASE, TORRENT = "release.zip", "release.torrent"
_FOLDER = "release"


@dataclass(slots=True)
class TorrentAssembler:
    """Sets the bag aside until all of it is there, then packs its files in their order and takes their hashes."""

    collection: Collection
    _bag: BagAssembler = field(init=False)
    _aside: Database = field(init=False)
    _sharing: Sharing = field(init=False)
    _sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        workshop = self.collection.workshop
        self._sharing = workshop.sharing()
        self._bag = BagAssembler(self.collection)
        self._aside = workshop.database()
        self._aside.connection.execute("BEGIN; CREATE TABLE held (path TEXT, data BLOB)")

    def take(self, path: str, data: bytes) -> Iterator[Piece]:
        """Nothing yet."""
        self._set_aside(self._bag.take(path, data))
        return iter(())

    def _set_aside(self, pieces: Iterator[Piece]) -> None:
        for path, data in pieces:
            self._sizes[path] = self._sizes.get(path, 0) + len(data)
            self._aside.connection.execute("INSERT INTO held VALUES (?, ?)", (path, data))

    def finish(self) -> Iterator[Piece]:
        """The ZIP file and its torrent."""
        self._set_aside(self._bag.finish())
        self._aside.connection.execute("CREATE INDEX by_path ON held (path); COMMIT")
        # How long a torrent's pieces are has to be known before the first; what isn't packed yet says it well enough.
        shared = self._sharing.begin(RELEASE, sum(self._sizes.values()))
        for block in self._packed():
            shared.take(block)
            yield RELEASE, block
        yield TORRENT, shared.finish(web_seeds(self.collection))

    def _packed(self) -> Iterator[bytes]:
        stream = ZipStream()
        for path, size in sorted(self._sizes.items()):
            yield from filter(None, stream.member(f"{_FOLDER}/{path}", size, self._blocks(path)))
        yield from stream.end()

    def _blocks(self, path: str) -> Iterator[bytes]:
        rows = self._aside.connection.execute("SELECT data FROM held WHERE path = ? ORDER BY rowid", (path,))
        return (bytes(data) for (data,) in rows)


def web_seeds(collection: Collection) -> tuple[str, ...]:
    """Where the site has the ZIP file, if the archive offers this edition of just these statements there."""
    base, settings = collection.site.base_address, collection.archive.configuration.settings
    every = sum(len(work.items) for work in collection.archive.works)
    is_one = len(collection.statements) == 1 < every and not collection.selection
    folders = () if is_one or not base else tuple(_folders(settings, collection.selection))
    return tuple(collection.site.absolute(f"/downloads/{folder}{RELEASE}") for folder in folders)


def _folders(settings: Settings, query: str) -> Iterator[str]:
    if not query and torrent_edition.name in settings.editions:
        yield ""
    for selection in settings.selections:
        editions = selection.editions or settings.editions
        if query == selection.where and torrent_edition.name in editions:
            yield f"selections/{selection.name}/"


torrent_edition = Edition(
    "torrent",
    "application/x-bittorrent",
    (TORRENT, RELEASE),
    "torf",
    BagWriter,
    TorrentAssembler,
    "torrent",
    parts=("bagit", "tei", "jsonl", "text"),
    side_by_side=True,
)
