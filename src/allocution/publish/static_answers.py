"""What the server answers to programs, as files of a site that has no server; made anew when any statement is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from allocution.content.archive import Item
from allocution.content.outside_links import API, OAI
from allocution.content.settings import Settings
from allocution.editions.collection import Collection, collect
from allocution.editions.outside_links import WordReader, as_given_to
from allocution.model.digests import digest
from allocution.model.evidence import Evidences
from allocution.publish.beside import BuildContext
from allocution.publish.memory import PublishedPage
from allocution.publish.preparing import Prepared
from allocution.store.draft import Draft
from allocution.store.program import program_digest
from allocution.workspace.collecting import PublishedWords

_Files = Callable[[Collection, WordReader, Evidences | None], Iterator[tuple[str, bytes]]]


def _api(
    collection: Collection, words: WordReader, evidence: Evidences | None
) -> Iterator[tuple[str, bytes]]:
    given, words = as_given_to(API, collection, words)
    files: Iterator[tuple[str, bytes]] = (
        import_module("allocution.editions.api").ApiObjects(given, evidence).files(words)
    )
    return files


def _oai(collection: Collection, words: WordReader, _: Evidences | None) -> Iterator[tuple[str, bytes]]:
    contact = collection.archive.configuration.settings.contact
    given, words = as_given_to(OAI, collection, words)
    files: Iterator[tuple[str, bytes]] = import_module("allocution.editions.oai_static").static_answers(
        given, words, contact
    )
    return files


_PARTS: Mapping[str, tuple[Callable[[Settings], bool], _Files]] = {
    "answers:api": (lambda settings: settings.api, _api),
    "answers:oai": (lambda settings: settings.oai, _oai),
}


@dataclass(slots=True)
class StaticAnswers:
    """The parts that an archive asks for; `standing` are those that the last build left and that still hold."""

    prepared: Prepared
    digest: bytes
    wanted: Mapping[str, _Files]
    standing: dict[str, PublishedPage] = field(default_factory=dict)

    def keeps(self, key: str) -> bool:
        """Whether the files with that key stay as they are."""
        return key in self.standing

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write the parts that don't stand; gives what to remember of all. Raises ContentChangedError."""
        found = dict(self.standing)
        archive = self.prepared.loaded.archive
        words = PublishedWords(self.prepared.making.folder, self.prepared.making.now)
        for key, files in self.wanted.items():
            if key not in found:
                collection = Collection(self.prepared.site, collect(archive.works))
                outputs = []
                for path, data in files(collection, words, self.prepared.making.evidence):
                    draft.write(path, data)
                    outputs.append(path)
                found[key] = PublishedPage(self.digest, tuple(outputs))
        return found


def _captured(prepared: Prepared, item: Item) -> bytes:
    """What tells whether the evidence for a statement has changed."""
    evidence, statement = prepared.making.evidence, item.record.statement
    return evidence.digest(statement) if evidence is not None and statement is not None else b""


def plan(context: BuildContext) -> StaticAnswers:
    """What an archive asks for, and what of it is there already."""
    archive = context.prepared.loaded.archive
    wanted = {key: files for key, (asks, files) in _PARTS.items() if asks(archive.configuration.settings)}
    parts = [
        item.record.digest + item.record.summary + item.address.encode() + _captured(context.prepared, item)
        for work in archive.works
        for item in work.items
    ]
    gone = [item.record.digest + item.address.encode() for item in archive.withdrawn]
    outside = "\0".join(archive.configuration.settings.outside_links).encode()
    now = digest(program_digest(), outside, *parts, b"", *gone)
    known = {key: context.memory.pages.get(key) for key in wanted}
    standing = {key: page for key, page in known.items() if page and page.digest == now}
    return StaticAnswers(context.prepared, now, wanted, standing)
