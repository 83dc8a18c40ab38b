"""An archive as the catalogue takes it, and the catalogue brought up to date with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path

import apsw
import msgspec

from allocution.content.archive import Archive, Dimension, Item, Work
from allocution.content.corrections import place_corrections
from allocution.content.people import register_people
from allocution.language.folding import folded_key
from allocution.language.name_words import NamePart, name_words
from allocution.language.names import case_forms, spelling_keys
from allocution.language.tokens import word_spans
from allocution.messages import LANGUAGES
from allocution.model.digests import digest
from allocution.model.statement import PersonName, Statement
from allocution.search.catalogue import (
    FACETS,
    Indexed,
    IndexedSentence,
    IndexedStatement,
    create,
    is_current,
    prepare,
    update,
)
from allocution.search.terms import LEMMA, lemma_keys_with_parts
from allocution.store.archive_folder import ArchiveFolder
from allocution.store.catalogue_file import open_catalogue
from allocution.store.program import program_digest
from allocution.store.workers import map_in_order, rare_collection
from allocution.views.site_view import SiteView, country_name, language_name, work_title
from allocution.workspace.loading import Progress
from allocution.workspace.words import read_published_words

_CHUNK = 32
_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_encode_sentences = msgspec.msgpack.Encoder().encode
_decode_sentences = msgspec.msgpack.Decoder(list[list[IndexedSentence]]).decode


def opened_catalogue(path: Path) -> apsw.Connection:
    """The catalogue at that path, taught the tokenizer; made where there is none. Raises CatalogueUnusableError."""
    program = program_digest()

    def current(connection: apsw.Connection) -> bool:
        prepare(connection)
        return is_current(connection, program)

    def new(connection: apsw.Connection) -> None:
        prepare(connection)
        create(connection, program)

    return open_catalogue(path, current, new)


@dataclass(frozen=True, slots=True)
class Indexing:
    """Brings catalogues to one archive."""

    folder: ArchiveFolder
    site: SiteView
    now: datetime

    def update(self, connection: apsw.Connection, jobs: int = 1, progress: Progress | None = None) -> None:
        """Index what changed, remove what is gone. Raises ContentChangedError; the catalogue then stays as it was."""
        with rare_collection():
            update(connection, self.indexed(jobs, progress))

    def indexed(self, jobs: int = 1, progress: Progress | None = None) -> Indexed:
        """What is to be in an index of the archive. Its `read` raises ContentChangedError."""
        archive = self.site.archive
        items = {source_of(item): (item, work) for work in archive.works for item in work.items}
        facets, labels = _facets(self.site)
        shown = {(dimension, value): label for dimension, value, label in labels}
        names = sorted({person.name for person in _people(archive)})
        return Indexed(
            digests={source: _digest(item, work, facets, shown) for source, (item, work) in items.items()},
            describe=lambda source: _described(*items[source], facets),
            read=partial(self._sentences, items=items, jobs=jobs, progress=progress),
            read_here=partial(self._sentences, items=items, jobs=1, progress=None),
            labels=labels,
            names_digest=digest(*(name.encode() for name in names)),
            names=lambda: _names(archive),
        )

    def _sentences(
        self,
        sources: Sequence[bytes],
        items: Mapping[bytes, tuple[Item, Work]],
        jobs: int,
        progress: Progress | None,
    ) -> Iterator[Sequence[IndexedSentence]]:
        """The sentences of each file, read in processes, in the order asked for."""
        chunks = [sources[place : place + _CHUNK] for place in range(0, len(sources), _CHUNK)]

        def read(wanted: Sequence[bytes]) -> bytes:
            return _encode_sentences([self._read(items[source][0]) for source in wanted])

        for done, encoded in enumerate(map_in_order(read, chunks, jobs), start=1):
            yield from _decode_sentences(encoded)
            if progress is not None:
                progress("indexing", min(done * _CHUNK, len(sources)), len(sources))

    def _read(self, item: Item) -> list[IndexedSentence]:
        record = item.record
        statement = record.statement
        assert statement is not None
        passages = read_published_words(self.folder, record, self.now).body.passages
        meant = place_corrections(passages, statement.corrections) if statement.corrections else None
        sentences = []
        for number, passage in enumerate(passages):
            corrected = meant[number] if meant is not None else ()
            for sentence in passage.sentences:
                inside = tuple(
                    (
                        max(start, sentence.start) - sentence.start,
                        min(end, sentence.end) - sentence.start,
                        text,
                    )
                    for start, end, text in corrected
                    if start < sentence.end and end > sentence.start
                )
                text = passage.text[sentence.start : sentence.end]
                sentences.append(
                    IndexedSentence(sentence.identifier, sentence.language, passage.role, text, inside)
                )
        return sentences


def source_of(item: Item) -> bytes:
    """What the catalogue knows a statement's file by."""
    return _source_of(item.record.path)


@lru_cache(maxsize=1 << 16)
def _source_of(path: str) -> bytes:
    return digest(path.encode())


_Facets = Mapping[str, Sequence[tuple[str, str]]]


def _digest(item: Item, work: Work, facets: _Facets, labels: Mapping[tuple[str, str], str]) -> bytes:
    """Of all that the index holds of a statement: its file, its original's, the address and what lists it stands in."""
    record, original = item.record, work.items[0].record
    own = facets.get(record.path, ())
    shown = [labels[facet] for facet in own if facet[0] == "speakers"]
    held = (
        record.digest, record.summary, original.summary,
        item.address, work.items[0].address, len(work.items), own, shown,
    )  # fmt: skip
    return digest(_encode(held))


def _described(item: Item, work: Work, facets: _Facets) -> IndexedStatement:
    record = item.record
    statement = record.statement
    assert statement is not None
    return IndexedStatement(
        address=item.address,
        title=work_title(item),
        language=record.language,
        day=work.first_day,
        date=work.date.edtf if work.date else "",
        year=work.date.year if work.date else None,
        facets=tuple(facets.get(record.path, ())),
        filters=tuple(sorted(set(_filters(work, item, statement)))),
    )


def _facets(site: SiteView) -> tuple[_Facets, list[tuple[str, str, str]]]:
    """The facets of each file by its path, and the labels of all values."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    labels = []
    for dimension in FACETS:
        for term in site.archive.terms.get(dimension, ()):
            labels.append((dimension, term.key, site.term_label(term, site.language)))
            facet = (dimension, term.key)
            items = (item for work in term.works for item in work.items)
            if dimension == Dimension.LANGUAGES:
                # A translation has the facets of its work, but a language of its own.
                items = (item for item in items if item.record.language == term.key)
            for item in items:
                found[item.record.path].append(facet)
    return found, labels


def _filters(work: Work, item: Item, statement: Statement) -> Iterator[tuple[str, str]]:
    """What filters of queries find the statement by: folded words, keys of lemmas, spellings of names."""
    original = work.statement
    for person in (*original.speakers, *statement.speakers):
        for start, end in word_spans(person.name):
            word = person.name[start:end]
            yield "speaker", folded_key(word)
            yield from (("speaker", f"/{spelling}") for spelling in spelling_keys(word) if spelling)
        for forms in _forms_by_word(person.name, item.record.language).values():
            yield from (("speaker", form) for form in forms)
    for charge in (*original.charges, *statement.charges):
        yield from _worded("charge", charge.wording, item.record.language)
        references = (charge.reference,) if charge.reference else charge.candidates
        for reference in references:
            yield "article", folded_key(reference.article)
            yield "charge", folded_key(reference.article)
    for court in (*original.courts, *statement.courts):
        yield from _worded("court", court, item.record.language)
    if original.jurisdiction:
        yield "country", original.jurisdiction.lower()
        yield from _named("country", original.jurisdiction, country_name)
    if item.record.language:
        yield "lang", folded_key(item.record.language)
        yield "lang", folded_key(item.record.language.partition("-")[0])
        yield from _named("lang", item.record.language, language_name)
    if original.stage:
        yield "stage", folded_key(original.stage)
    yield from (("has", each) for each in _has(work, statement))


def _named(field: str, code: str, name_of: Callable[[str, str], str]) -> Iterator[tuple[str, str]]:
    """The words of a name in every language of the interface."""
    for language in LANGUAGES:
        name = name_of(code, language)
        yield from ((field, folded_key(name[start:end])) for start, end in word_spans(name))


def _has(work: Work, statement: Statement) -> Iterator[str]:
    held = {
        "translation": len(work.items) > 1,
        "correction": bool(statement.corrections),
        "source": bool(statement.sources),
        "date": work.date is not None,
        "judge": bool(statement.judges),
        "court": bool(statement.courts),
        "charge": bool(statement.charges),
    }
    return (name for name, has in held.items() if has)


def _worded(field: str, wording: str, language: str) -> Iterator[tuple[str, str]]:
    for start, end in word_spans(wording):
        word = wording[start:end]
        yield field, folded_key(word)
        yield from ((field, LEMMA + key) for key in lemma_keys_with_parts(word, language))


def _people(archive: Archive) -> Iterator[PersonName]:
    """Everybody who is named as a speaker, or as a judge."""
    for work in archive.works:
        for item in work.items:
            statement = item.record.statement
            assert statement is not None
            yield from (*statement.speakers, *statement.judges)


def _names(archive: Archive) -> dict[str, list[str]]:
    """The folded forms in all cases of each word of each name in the register."""
    found: dict[str, list[str]] = {}
    for person in register_people(archive.works):
        for attested in person.names:
            found.update(_forms_by_word(attested.name, attested.language))
    return found


def _forms_by_word(name: str, language: str) -> dict[str, list[str]]:
    """By each word of a name its forms. Kazakh names are declined as in the Russian texts that they stand in."""
    declined = case_forms(name, language if language.partition("-")[0] == "uk" else "ru")
    return {
        folded_key(word.text): sorted({folded_key(form) for form in (word.text, *forms)})
        for word, forms in zip(name_words(name), declined, strict=True)
        if word.part is not NamePart.OTHER
    }
