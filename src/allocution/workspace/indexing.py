"""An archive as the catalogue takes it, and the catalogue brought up to date with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache, partial
from itertools import chain
from os import getpid
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
from allocution.model.digests import content_digest, digest
from allocution.model.statement import Statement
from allocution.search.catalogue import FACETS, WHOLE_VALUES, Indexed, create, is_current, prepare
from allocution.search.rows import Batch, BatchMaker, IndexedSentence, IndexedStatement
from allocution.search.terms import LEMMA, TermMaker, lemma_keys, lemma_keys_with_parts
from allocution.search.updating import update
from allocution.store.archive_folder import ArchiveFolder
from allocution.store.catalogue_file import open_catalogue
from allocution.store.program import program_digest
from allocution.store.workers import map_in_order, rare_collection
from allocution.views.headings import work_title
from allocution.views.names import country_name, language_name
from allocution.views.site_view import SiteView
from allocution.workspace.loading import Progress
from allocution.workspace.words import read_published_words

_CHUNK = 32
# A translation has the facets of its work, but a language of its own.
_LISTS = tuple(dimension for dimension in FACETS if dimension != Dimension.LANGUAGES)
_Facet = tuple[str, str]
_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_encode_batch = msgspec.msgpack.Encoder().encode
_decode_batch = msgspec.msgpack.Decoder(Batch).decode


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
        items, digests, named = _sources(archive)

        def read(sources: Iterable[bytes]) -> Iterator[tuple[IndexedStatement, Sequence[IndexedSentence]]]:
            asked = [items[source] for source in sources]
            facets = _facets(archive, [work for _, work in asked])
            return (self._read(item, work, facets[id(work)]) for item, work in asked)

        return Indexed(
            digests=digests,
            read=partial(self._batches, items=items, read=read, jobs=jobs, progress=progress),
            read_here=read,
            labels=_labels(self.site),
            label_of=lambda language: language_name(language, self.site.language),
            keys_of=_language_keys,
            names_digest=digest(*(name.encode() for name in sorted(named))),
            names=lambda: _names(archive),
        )

    def _batches(
        self,
        sources: Sequence[bytes],
        maker: TermMaker,
        items: Mapping[bytes, tuple[Item, Work]],
        read: Callable[[Iterable[bytes]], Iterator[tuple[IndexedStatement, Sequence[IndexedSentence]]]],
        jobs: int,
        progress: Progress | None,
    ) -> Iterator[Batch]:
        """The statements made ready in processes, in the order asked for."""
        chunks = [sources[place : place + _CHUNK] for place in range(0, len(sources), _CHUNK)]

        batches = BatchMaker(maker)

        def made(wanted: Sequence[bytes]) -> bytes:
            return _encode_batch(batches.make(getpid(), read(wanted)))

        if len(chunks) > 1 and jobs > 1:
            _load_dictionaries(items[source][0] for source in sources)
        for done, encoded in enumerate(map_in_order(made, chunks, jobs), start=1):
            yield _decode_batch(encoded)
            if progress is not None:
                progress("indexing", min(done * _CHUNK, len(sources)), len(sources))

    def _read(
        self, item: Item, work: Work, facets: Sequence[_Facet]
    ) -> tuple[IndexedStatement, Sequence[IndexedSentence]]:
        sentences = self._sentences(item)
        languages = dict.fromkeys((item.record.language, *(each.language for each in sentences)))
        return _described(item, work, facets, list(filter(None, languages))), sentences

    def _sentences(self, item: Item) -> list[IndexedSentence]:
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


def _load_dictionaries(items: Iterable[Item]) -> None:
    """Have what words are analysed by before there are processes: each would load it for itself."""
    for language in sorted({item.record.language for item in items}):
        lemma_keys("а", language)


def source_of(item: Item) -> bytes:
    """What the catalogue knows a statement's file by."""
    return _source_of(item.record.path)


@lru_cache(maxsize=1 << 16)
def _source_of(path: str) -> bytes:
    return digest(path.encode())


def _sources(archive: Archive) -> tuple[dict[bytes, tuple[Item, Work]], dict[bytes, bytes], set[str]]:
    """What is to be indexed, by source; by source a digest of all that the index holds of it; who is named.

    Which lists a statement stands in follows from its file and its original's; how people are named there doesn't.
    They are gone through once: of many statements most of the time is for fetching their records into the processor.
    """
    items, digests = {}, {}
    named: set[str] = set()
    elsewhere = _named_elsewhere(archive)
    for work in archive.works:
        shared = elsewhere.get(id(work), ()), *(_original(work) if len(work.items) > 1 else ())
        for item in work.items:
            record = item.record
            source = _source_of(record.path)
            items[source] = item, work
            held = record.digest, record.summary, record.language, item.address, *shared
            digests[source] = content_digest(_encode(held))
            if record.statement is not None:
                named.update([person.name for person in record.statement.speakers])
                named.update([person.name for person in record.statement.judges])
    return items, digests, named


def _original(work: Work) -> tuple[bytes, str, int]:
    """What the index holds of a work of several texts beside what each file says."""
    original = work.items[0]
    return original.record.summary, original.address, len(work.items)


def _named_elsewhere(archive: Archive) -> dict[int, list[str]]:
    """What the speakers of a work are called in lists, by its `id`, where another work may have given the name."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for term in archive.terms.get(Dimension.SPEAKERS, ()):
        if term.key != term.label:
            for work in term.works:
                found[id(work)].append(term.label)
    return found


def _described(
    item: Item, work: Work, facets: Sequence[_Facet], languages: Sequence[str]
) -> IndexedStatement:
    """A statement with the languages that it is in: its own, then those of sentences."""
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
        facets=(*facets, *(("languages", language) for language in languages)),
        filters=tuple(sorted({*_filters(work, item, statement, languages), *_whole(facets)})),
    )


def _facets(archive: Archive, works: Iterable[Work]) -> dict[int, list[_Facet]]:
    """The facets of these works but for languages, by their `id`."""
    found: dict[int, list[_Facet]] = {id(work): [] for work in works}
    for dimension in _LISTS:
        for term in archive.terms.get(dimension, ()):
            for work in term.works:
                if id(work) in found:
                    found[id(work)].append((dimension, term.key))
    return found


def _labels(site: SiteView) -> list[tuple[str, str, str]]:
    """The labels of all values of facets."""
    return [
        (dimension, term.key, site.term_label(term, site.language))
        for dimension in FACETS
        for term in site.archive.terms.get(dimension, ())
    ]


def _whole(facets: Iterable[_Facet]) -> Iterator[tuple[str, str]]:
    """What filters ask for one value of a facet by."""
    return ((FACETS[name], f"={folded_key(value)}") for name, value in facets if name in WHOLE_VALUES)


def _filters(
    work: Work, item: Item, statement: Statement, languages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What filters of queries find the statement by: folded words, keys of lemmas, spellings of names."""
    original = work.statement
    for name in {person.name: None for person in (*original.speakers, *statement.speakers)}:
        yield from (("speaker", key) for key in _name_keys(name, item.record.language))
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
        yield from (("country", word) for word in _country_words(original.jurisdiction))
    yield from (("lang", key) for language in languages for key in _language_keys(language))
    if original.stage:
        yield "stage", folded_key(original.stage)
    yield from (("has", each) for each in _has(work, statement))


@lru_cache(maxsize=1 << 14)
def _name_keys(name: str, language: str) -> tuple[str, ...]:
    """What a person's name is found by: its words in all cases, and their spellings in any script."""
    words = list(_with_parts(name[start:end] for start, end in word_spans(name)))
    spellings = [f"/{spelling}" for word in words for spelling in spelling_keys(word) if spelling]
    forms = _with_parts(chain.from_iterable(_forms_by_word(name, language).values()))
    return tuple(dict.fromkeys((*map(folded_key, words), *spellings, *forms)))


def _with_parts(words: Iterable[str]) -> Iterator[str]:
    """Words, and of hyphenated ones each part: people are asked for by half of a double surname, too."""
    for word in words:
        yield word
        yield from filter(None, word.split("-") if "-" in word else ())


@cache
def _country_words(code: str) -> tuple[str, ...]:
    return tuple(_words_of(country_name(code, language) for language in LANGUAGES))


@cache
def _language_keys(tag: str) -> tuple[str, ...]:
    """What a language is asked for by: its tag, and the words of its name in every language of the interface."""
    names = _words_of(language_name(tag, language) for language in LANGUAGES)
    return tuple(dict.fromkeys((folded_key(tag), folded_key(tag.partition("-")[0]), *names)))


def _words_of(names: Iterable[str]) -> Iterator[str]:
    """The folded words of names."""
    return (folded_key(name[start:end]) for name in names for start, end in word_spans(name))


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
    return ((field, key) for key in _wording_keys(wording, language))


@lru_cache(maxsize=1 << 14)
def _wording_keys(wording: str, language: str) -> tuple[str, ...]:
    """What the wording of a charge or the name of a court is found by."""
    words = [wording[start:end] for start, end in word_spans(wording)]
    lemmas = (LEMMA + key for word in words for key in lemma_keys_with_parts(word, language))
    return tuple(dict.fromkeys((*map(folded_key, words), *lemmas)))


def _names(archive: Archive) -> dict[str, tuple[str, ...]]:
    """The folded forms in all cases of each word of each name in the register."""
    found: dict[str, tuple[str, ...]] = {}
    for person in register_people(archive.works):
        for attested in person.names:
            found.update(_forms_by_word(attested.name, attested.language))
    return found


def _forms_by_word(name: str, language: str) -> dict[str, tuple[str, ...]]:
    """By each word of a name its forms. Kazakh names are declined as in the Russian texts that they stand in."""
    declined = case_forms(name, language if language.partition("-")[0] == "uk" else "ru")
    return {
        folded_key(word.text): _folded(forms)
        for word, forms in zip(name_words(name), declined, strict=True)
        if word.part is not NamePart.OTHER
    }


@lru_cache(maxsize=1 << 14)
def _folded(forms: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(set(map(folded_key, forms))))
