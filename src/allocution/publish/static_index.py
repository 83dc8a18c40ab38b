"""What a site's readers search without a server: the index in small files, and the catalogue to take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import apsw

from allocution.model.digests import digest
from allocution.publish.beside import BuildContext
from allocution.publish.memory import PublishedPage
from allocution.publish.static_shards import write_shards
from allocution.search.catalogue import Indexed, create, prepare
from allocution.search.updating import update
from allocution.store.catalogue_file import catalogue_bytes
from allocution.store.draft import Draft
from allocution.store.program import program_digest
from allocution.views.site_view import SiteView
from allocution.workspace.indexing import Indexing

CATALOGUE = "search/catalogue.sqlite"
_INDEX, _CATALOGUE = "search:index", "search:catalogue"


@dataclass(slots=True)
class StaticIndex:
    """The parts that an archive asks for, and which of them stand as they are."""

    context: BuildContext
    indexed: Indexed
    digest: bytes
    wanted: Sequence[str]
    before: dict[str, PublishedPage]
    standing: dict[str, PublishedPage] = field(default_factory=dict)

    def keeps(self, key: str) -> bool:
        """Whether what a part wrote isn't to be removed before it is written; of the index some files may stay."""
        return key in self.standing or (key == _INDEX and key in self.wanted)

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write the parts that aren't there yet; gives what to remember of all of them. Raises ContentChangedError."""
        found = dict(self.standing)
        for key in self.wanted:
            if key not in found:
                found[key] = PublishedPage(self.digest, self._write(key, draft))
        return found

    def _write(self, key: str, draft: Draft) -> tuple[str, ...]:
        if key == _CATALOGUE:
            draft.write(CATALOGUE, _catalogue(self.indexed))
            return (CATALOGUE,)
        before = frozenset(self.before[key].outputs if key in self.before else ())
        context = self.context
        return write_shards(draft, self.indexed, before, context.kept, context.jobs, context.progress)


def plan(context: BuildContext) -> StaticIndex:
    """What of the index an archive asks for, and what of it the last build left."""
    archive = context.prepared.loaded.archive
    settings = archive.configuration.settings
    asked = {_INDEX: settings.search, _CATALOGUE: settings.catalogue}
    wanted = [key for key, is_asked in asked.items() if is_asked]
    making = context.prepared.making
    indexed = Indexing(making.folder, SiteView(archive, ""), making.now).indexed(
        context.jobs, context.progress
    )
    before = {key: context.memory.pages[key] for key in wanted if key in context.memory.pages}
    now = _digest(indexed)
    standing = {key: page for key, page in before.items() if page.digest == now}
    return StaticIndex(context, indexed, now, wanted, before, standing)


def _digest(indexed: Indexed) -> bytes:
    labels = "\0".join("\0".join(label) for label in indexed.labels)
    pairs = (part for pair in indexed.digests.items() for part in pair)
    return digest(program_digest(), indexed.names_digest, labels.encode(), *pairs)


def _catalogue(indexed: Indexed) -> bytes:
    def fill(connection: apsw.Connection) -> None:
        prepare(connection)
        create(connection, program_digest())
        update(connection, indexed)

    return catalogue_bytes(fill)
