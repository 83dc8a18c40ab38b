"""What a site's readers search without a server: the index in small files, and the catalogue to take away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import apsw

from allocution.model.digests import digest
from allocution.publish.memory import Memory, PublishedPage
from allocution.publish.preparing import Prepared
from allocution.search.catalogue import Indexed, create, prepare, update
from allocution.search.shards import make_shards
from allocution.store.catalogue_file import catalogue_bytes
from allocution.store.draft import Draft
from allocution.store.program import program_digest
from allocution.views.search import INDEX
from allocution.views.site_view import SiteView
from allocution.workspace.indexing import Indexing
from allocution.workspace.loading import Progress

CATALOGUE = "search/catalogue.sqlite"
_Files = Callable[[Indexed, str], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class _Part:
    """Files that are written together, all of them anew when anything that they are made of is."""

    key: str
    digest: bytes
    files: _Files


@dataclass(slots=True)
class StaticIndex:
    """The parts that an archive asks for, and which of them stand as they are."""

    indexed: Indexed
    parts: Sequence[_Part]
    standing: dict[str, PublishedPage] = field(default_factory=dict)

    def keeps(self, key: str) -> bool:
        """Whether the part with that key stays as it is."""
        return key in self.standing

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write the parts that aren't there yet; gives what to remember of all of them. Raises ContentChangedError."""
        found = dict(self.standing)
        for part in self.parts:
            if part.key not in found:
                outputs = []
                for path, data in part.files(self.indexed, part.digest.hex()[:12]):
                    draft.write(path, data)
                    outputs.append(path)
                found[part.key] = PublishedPage(part.digest, tuple(outputs))
        return found


def plan(prepared: Prepared, memory: Memory, jobs: int, progress: Progress | None) -> StaticIndex:
    """What of the index an archive asks for, and what of it the last build left."""
    archive = prepared.loaded.archive
    settings = archive.configuration.settings
    wanted: dict[str, _Files] = {}
    if settings.search:
        wanted["search:index"] = _shards
    if settings.catalogue:
        wanted["search:catalogue"] = _catalogue
    indexed = Indexing(prepared.making.folder, SiteView(archive, ""), prepared.making.now).indexed(
        jobs, progress
    )
    parts = [_Part(key, _digest(indexed), files) for key, files in wanted.items()]
    known = {part: memory.pages.get(part.key) for part in parts}
    standing = {part.key: page for part, page in known.items() if page and page.digest == part.digest}
    return StaticIndex(indexed, parts, standing)


def _digest(indexed: Indexed) -> bytes:
    labels = "\0".join("\0".join(label) for label in indexed.labels)
    pairs = (part for pair in indexed.digests.items() for part in pair)
    return digest(program_digest(), indexed.names_digest, labels.encode(), *pairs)


def _shards(indexed: Indexed, name: str) -> Iterator[tuple[str, bytes]]:
    return ((f"{INDEX}/{path}", data) for path, data in make_shards(indexed, name))


def _catalogue(indexed: Indexed, _: str) -> Iterator[tuple[str, bytes]]:
    def fill(connection: apsw.Connection) -> None:
        prepare(connection)
        create(connection, program_digest())
        update(connection, indexed)

    yield CATALOGUE, catalogue_bytes(fill)
