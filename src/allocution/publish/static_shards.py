"""The static index written: chunks of statements and files of postings in processes, only those that are new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TypeVar

import msgspec

from allocution.language.analysis import find_analyser
from allocution.language.folding import folded_key
from allocution.model.digests import digest
from allocution.search.catalogue import Indexed
from allocution.search.chunks import Chunk, File, make_chunk, runs_of
from allocution.search.heads import head_of
from allocution.search.merging import Merged, Shard, places_path, postings_path
from allocution.search.shards import META, Sharding, Vocabulary, filter_lemmas, vocabulary_of
from allocution.search.terms import Analysed, Analyses
from allocution.store.draft import Draft
from allocution.store.kept_parts import KeptParts
from allocution.store.program import program_digest
from allocution.store.workers import map_in_order
from allocution.views.search import INDEX
from allocution.workspace.loading import Progress

_WORDS = "words"
_AT_ONCE = 24
_LEMMAS_AT_ONCE = 500
_encode = msgspec.msgpack.Encoder().encode
_json = msgspec.json.Encoder().encode
_chunk = msgspec.msgpack.Decoder(Chunk).decode
_made = msgspec.msgpack.Decoder(tuple[bytes, list[tuple[tuple[str, str], Analysed]]]).decode

Lemma = tuple[str, str]
T = TypeVar("T")


@dataclass(slots=True)
class _Words:
    """What is known of words from the last build: forms of lemmas, names declined, heads with what they rest on.

    `analyses` are those of words that stand in the index, and of no others: nothing of a removed text stays.
    """

    forms: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    names_digest: bytes = b""
    names: list[list[str]] = field(default_factory=list)
    heads: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    analyses: Analyses = field(default_factory=dict)


_decode_words = msgspec.msgpack.Decoder(_Words).decode


def write_shards(
    draft: Draft,
    indexed: Indexed,
    before: frozenset[str],
    kept: KeptParts,
    jobs: int,
    progress: Progress | None,
) -> tuple[str, ...]:
    """Write the index; what stands among the files `before` stays. Gives the paths of all its files."""
    return _Writing(draft, indexed, before, kept, jobs, progress).run()


class _Writing:
    def __init__(
        self,
        draft: Draft,
        indexed: Indexed,
        before: frozenset[str],
        kept: KeptParts,
        jobs: int,
        progress: Progress | None,
    ) -> None:
        self._draft = draft
        self._indexed = indexed
        self._before = before
        self._kept = kept
        self._jobs = jobs
        self._progress = progress
        self._labels = {(dimension, value): label for dimension, value, label in indexed.labels}
        self._outputs: dict[str, None] = {}
        # Grows in a process as long as it makes chunks, so that a word is analysed once in each.
        self._analyses: Analyses = {}

    def run(self) -> tuple[str, ...]:
        known = self._known_words()
        self._analyses.update(known.analyses)
        chunks = self._chunks()
        merged = Merged(chunks)
        self._write_postings(merged)
        words = _Words(names_digest=self._indexed.names_digest)
        units = {unit.name for unit in merged.units}
        words.analyses = {word: each for word, each in self._analyses.items() if each.terms in units}
        vocabulary = self._vocabulary(chunks, known, words)
        sharding = Sharding(self._indexed, chunks, merged, vocabulary)
        heads = self._heads(sharding, merged, known, words)
        self._kept.write(_WORDS, _encode(words))
        for path, data in sharding.files(heads):
            self._take(path, data)
        for gone in sorted(self._before - self._outputs.keys()):
            self._draft.remove(gone)
        return tuple(self._outputs)

    def _take(self, path: str, data: bytes) -> None:
        """Have a file of the index. Its name says what it holds, so one that is there stays; but not `meta.json`."""
        output = f"{INDEX}/{path}"
        if output not in self._outputs and (output not in self._before or path == META):
            self._draft.write(output, data)
        self._outputs[output] = None

    def _is_there(self, path: str) -> bool:
        return f"{INDEX}/{path}" in self._before

    # Chunks

    def _chunks(self) -> list[Chunk]:
        """The chunks, the earliest statements first, so that new ones leave the others as they are."""
        program, digests = program_digest(), self._indexed.digests
        runs = list(runs_of(list(reversed(list(digests)))))
        names = [
            digest(program, *(part for source in run for part in (source, digests[source]))).hex()
            for run in runs
        ]
        found = [self._known_chunk(name) for name in names]
        missing = [number for number, chunk in enumerate(found) if chunk is None]
        made = map_in_order(
            self._make_chunk, [(runs[number], names[number]) for number in missing], self._jobs
        )
        statements = 0
        for number, encoded in zip(missing, made, strict=True):
            chunk, analyses = _made(encoded)
            found[number] = _chunk(chunk)
            self._analyses.update(analyses)
            statements += len(runs[number])
            if self._progress is not None:
                self._progress("indexing", statements, sum(len(runs[each]) for each in missing))
        self._kept.keep_only([*names, _WORDS])
        chunks = [chunk for chunk in found if chunk is not None]
        self._outputs.update((f"{INDEX}/{path}", None) for chunk in chunks for path in chunk.texts())
        return chunks

    def _known_chunk(self, name: str) -> Chunk | None:
        """A chunk that is known from the last build, with all its files."""
        encoded = self._kept.read(name) if self._before else None
        chunk = _chunk(encoded) if encoded is not None else None
        return chunk if chunk is not None and all(map(self._is_there, chunk.texts())) else None

    def _make_chunk(self, task: tuple[Sequence[bytes], str]) -> bytes:
        sources, name = task
        known = len(self._analyses)
        chunk, files = make_chunk(sources, self._indexed, self._labels, self._analyses)
        self._write_new(files)
        encoded = _encode(chunk)
        self._kept.write(name, encoded)
        return _encode((encoded, list(islice(self._analyses.items(), known, None))))

    def _write_new(self, files: Iterable[File]) -> None:
        for path, data in files:
            if not self._is_there(path):
                self._draft.write(f"{INDEX}/{path}", data)

    # Words

    def _known_words(self) -> _Words:
        encoded = self._kept.read(_WORDS) if self._before else None
        return _decode_words(encoded) if encoded is not None else _Words()

    def _write_postings(self, merged: Merged) -> None:
        new = [shard for shard in merged.shards if not self._is_there(postings_path(shard.name))]

        def write(shards: Sequence[Shard]) -> None:
            for shard in shards:
                self._write_new(merged.files(shard))

        for _ in map_in_order(write, _groups(new, _AT_ONCE), self._jobs):
            pass
        for shard in merged.shards:
            for path in (postings_path(shard.name), places_path(shard.name)):
                self._outputs[f"{INDEX}/{path}"] = None

    def _vocabulary(self, chunks: Sequence[Chunk], known: _Words, words: _Words) -> Vocabulary:
        of_filters = filter_lemmas(chunks)
        lemmas = sorted({*of_filters, *chain.from_iterable(chunk.lemmas for chunk in chunks)})
        missing = [lemma for lemma in lemmas if lemma[1] not in known.forms.get(lemma[0], ())]
        found: dict[Lemma, list[str]] = {}
        for group in map_in_order(_forms, _groups(missing, _LEMMAS_AT_ONCE), self._jobs):
            found.update(group)
        by_lemma = {
            lemma: found[lemma] if lemma in found else known.forms[lemma[0]][lemma[1]] for lemma in lemmas
        }
        for (language, lemma), forms in by_lemma.items():
            words.forms.setdefault(language, {})[lemma] = forms
        same = known.names_digest == words.names_digest
        words.names = known.names if same else [list(forms) for forms in self._indexed.names().values()]
        return vocabulary_of(chunks, by_lemma, words.names)

    def _heads(
        self, sharding: Sharding, merged: Merged, known: _Words, words: _Words
    ) -> Mapping[str, msgspec.Raw]:
        wanted = dict(sharding.heads())
        marks = {
            key: digest(*(bytes(merged.units[number].mark) for number in units))
            for key, units in wanted.items()
        }
        missing = [key for key, mark in marks.items() if known.heads.get(key, (b"", b""))[0] != mark]

        def make(keys: Sequence[str]) -> list[bytes]:
            return [_json(head_of(merged, wanted[key])) for key in keys]

        groups = _groups(missing, _AT_ONCE)
        made: dict[str, bytes] = {}
        for group, heads in zip(groups, map_in_order(make, groups, self._jobs), strict=True):
            made.update(zip(group, heads, strict=True))
        for key, mark in marks.items():
            words.heads[key] = (mark, made[key] if key in made else known.heads[key][1])
        return {key: msgspec.Raw(head) for key, (_, head) in words.heads.items()}


def _forms(lemmas: Sequence[Lemma]) -> list[tuple[Lemma, list[str]]]:
    """The folded forms of lemmas."""
    return [
        ((language, lemma), list(dict.fromkeys(map(folded_key, find_analyser(language).forms(lemma)))))
        for language, lemma in lemmas
    ]


def _groups(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
