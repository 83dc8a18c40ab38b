"""The index cut into small files that a browser fetches as it needs them; docs/static-search.md has the format.

Values in, files out: nothing here opens one. site/assets/search/ reads them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import msgspec
from anyascii import anyascii

from allocution.language.folding import folded_key
from allocution.model.digests import digest
from allocution.search.catalogue import FACETS, Indexed, labels_with, spellings_of
from allocution.search.chunks import PART, Chunk, packed
from allocution.search.facets import filter_text
from allocution.search.heads import MANY, SHOWN
from allocution.search.keyboards import LAYOUTS
from allocution.search.merging import Merged
from allocution.search.postings import deltas, in_order, planes
from allocution.search.terms import LEMMA

FORMAT = 4
META = "meta.json"
# What a shard holds at most before it is deflated, unless a single entry is larger.
_DICTIONARY_BYTES = 24_000
_HEADS_BYTES = 6_000
# How many values of a facet have their labels in one file.
_LABELS = 32
_LETTERS = (range(0x80, 0x250), range(0x400, 0x530))
_NO_YEAR, _YEAR_NOUGHT = 0, 20_000
_encode = msgspec.json.Encoder().encode

File = tuple[str, bytes]


@dataclass(slots=True)
class _Statements:
    """What is known of the statements, in the archive's order, which is the chunks' turned round."""

    sizes: array[int] = field(default_factory=lambda: array("H"))
    years: array[int] = field(default_factory=lambda: array("H"))
    days: list[str] = field(default_factory=list)
    facets: dict[str, list[list[str]]] = field(default_factory=lambda: {name: [] for name in FACETS})
    filters: dict[str, list[int]] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)
    passages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, chunks: Sequence[Chunk]) -> _Statements:
        whole = cls()
        passed = sum(len(chunk.sizes) for chunk in chunks)
        for chunk in chunks:
            passed -= len(chunk.sizes)
            last = passed + len(chunk.sizes) - 1
            for name, held in chunk.filters.items():
                whole.filters.setdefault(name, []).extend(last - number for number in held)
            for language, rows in chunk.passages.items():
                places = whole.passages.setdefault(language, [])
                places += [(last - number, place) for number, place in rows]
        for chunk in reversed(chunks):
            whole.sizes.extend(reversed(chunk.sizes))
            whole.years.extend(_year(year) for year in reversed(chunk.years))
            whole.days.extend(reversed(chunk.days))
            whole.languages.extend(reversed(chunk.languages))
            for name, lists in whole.facets.items():
                lists.extend(reversed(chunk.facets[name]))
        for held in whole.filters.values():
            held.reverse()
        return whole


def _year(year: int | None) -> int:
    return _NO_YEAR if year is None else max(1, min(year + _YEAR_NOUGHT, 0xFFFF))


@dataclass(slots=True)
class Vocabulary:
    """The words of an index: keys by folded form (`forms`), and keys by folded form that was met (`met`).

    `by_lemma` are the folded forms of (language, lemma).
    """

    forms: dict[str, dict[str, None]]
    met: dict[str, dict[str, None]]
    by_lemma: Mapping[tuple[str, str], Iterable[str]]


def vocabulary_of(
    chunks: Iterable[Chunk],
    forms_by_lemma: Mapping[tuple[str, str], Iterable[str]],
    declined: Iterable[Iterable[str]],
) -> Vocabulary:
    """The vocabulary of chunks, given the folded forms of all their lemmas, and those of each name in the archive."""
    met: dict[str, dict[str, None]] = {}
    lemmas: dict[tuple[str, str], None] = {}
    for chunk in chunks:
        lemmas.update(dict.fromkeys(chunk.lemmas))
        for form, keys in chunk.met.items():
            met.setdefault(form, {}).update(dict.fromkeys(keys))
    forms: dict[str, dict[str, None]] = {}
    for lemma in lemmas:
        key = folded_key(lemma[1])
        for form in forms_by_lemma[lemma]:
            forms.setdefault(form, {})[key] = None
    for form, found in met.items():
        forms.setdefault(form, {}).update(found)
    _add_names(forms, declined)
    return Vocabulary(forms, met, forms_by_lemma)


_WORDED = ("charge", "court")


def _languages_of(chunks: Iterable[Chunk]) -> list[str]:
    """The languages that are counted by: statements' and sentences'."""
    return sorted({each for chunk in chunks for held in chunk.facets["languages"] for each in held})


def filter_lemmas(chunks: Sequence[Chunk]) -> set[tuple[str, str]]:
    """(language, lemma) of the words of charges and courts, in each language of the archive."""
    languages = _languages_of(chunks)
    begins = tuple(f"{name}:{LEMMA}" for name in _WORDED)
    lemmas = {key.partition(LEMMA)[2] for chunk in chunks for key in chunk.filters if key.startswith(begins)}
    return {(language, lemma) for language in languages for lemma in lemmas}


def _add_names(forms: dict[str, dict[str, None]], declined: Iterable[Iterable[str]]) -> None:
    """Have each form of a name stand for all keys that any form of it stands for."""
    by_form: dict[str, dict[str, None]] = {}
    for names in declined:
        known = {key: None for form in names for key in forms.get(form, ())}
        for form in names:
            by_form.setdefault(form, {}).update(known)
    for form, found in by_form.items():
        if found:
            forms[form] = {**forms.get(form, {}), **found}


class Sharding:
    """The files of an index but for those of its chunks and of the words' places, which are made on their own."""

    def __init__(
        self, indexed: Indexed, chunks: Sequence[Chunk], merged: Merged, vocabulary: Vocabulary
    ) -> None:
        self._chunks = chunks
        self._merged = merged
        self._vocabulary = vocabulary
        self._statements = _Statements.of(chunks)
        self._languages = _languages_of(chunks)
        labels = labels_with(self._languages, indexed)
        self._labels = {(dimension, value): label for dimension, value, label in labels}
        self._keys_of_language = indexed.keys_of
        self._numbers = {key: number for number, key in enumerate(sorted(merged.keys, key=in_order))}
        self._keys_of = {form: self._sorted(keys) for form, keys in vocabulary.forms.items()}
        self._table: dict[str, Any] = {}

    def _sorted(self, keys: Iterable[str]) -> tuple[str, ...]:
        numbers = self._numbers
        return tuple(sorted((key for key in keys if key in numbers), key=numbers.__getitem__))

    def heads(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The heads that the index is to have: what they are found by, and the numbers of their units."""
        merged = self._merged
        for form, units in merged.exact.items():
            if merged.count(units) > MANY:
                yield f"={form}", tuple(units)
        for keys in dict.fromkeys(self._keys_of.values()):
            if keys and sum(merged.count(merged.keys[key]) for key in keys) > MANY:
                units = sorted({unit for key in keys for unit in merged.keys[key]})
                yield f"{LEMMA}{' '.join(keys)}", tuple(units)

    def files(self, heads: Mapping[str, msgspec.Raw]) -> Iterator[File]:
        """The files, by their paths below the index; `meta.json`, which leads to all others, is the last."""
        yield from self._lexicon()
        yield from self._dictionary("spellings", self._spellings())
        yield from self._dictionary("filters", self._filters())
        yield from self._dictionary("heads", heads, _HEADS_BYTES)
        yield from self._facets()
        yield from self._passages()
        letters = {chr(code): anyascii(chr(code)) for each in _LETTERS for code in each}
        yield self._named("letters", letters)
        columns = planes(self._statements.sizes) + planes(self._statements.years)
        yield self._named("statements", columns)
        yield self._named("table", self._whole_table())
        yield META, _encode(self._meta())

    def _named(self, name: str, value: Any) -> File:
        """A file of which there is one, its name noted in the table."""
        path, self._table[name], data = _file(name, value)
        return path, data

    def _whole_table(self) -> dict[str, Any]:
        days = self._statements.days
        newest = sorted(range(len(days)), key=lambda number: days[number], reverse=True)
        return {
            **self._table,
            "units": deltas(array("I", [shard.start for shard in self._merged.shards])).tolist(),
            "chunks": [[len(chunk.sizes), chunk.name] for chunk in self._chunks],
            "newest": [] if newest == sorted(newest) else newest,
            "layouts": [[dict(table), letters] for table, letters in LAYOUTS],
        }

    def _meta(self) -> dict[str, Any]:
        sizes = self._merged
        return {
            "format": FORMAT,
            "table": self._table["table"],
            "statementsFile": self._table["statements"],
            "rows": sum(self._statements.sizes),
            "words": sum(unit.count for unit in sizes.units),
            "statements": len(self._statements.sizes),
            "part": PART,
            "many": MANY,
            "shown": SHOWN,
        }

    # Words

    def _lexicon(self) -> Iterator[File]:
        merged, keys_of = self._merged, self._keys_of
        exact_of: dict[str, list[str]] = {}
        for form in merged.exact:
            exact_of.setdefault(folded_key(form), []).append(form)
        starts: list[str] = []
        names: list[str] = []
        first_keys: list[int] = []
        passed = 0
        words = sorted(keys_of.keys() | merged.keys.keys() | exact_of.keys(), key=in_order)
        for group in _cut(((word, 8 + 2 * len(word)) for word in words), _DICTIONARY_BYTES):
            held = [key for key in group if key in merged.keys]
            starts.append(group[0])
            first_keys.append(passed)
            passed += len(held)
            exact = {form: merged.exact[form] for word in group for form in exact_of.get(word, ())}
            entries = {
                form: [self._numbers[key] for key in keys_of[form]] for form in group if form in keys_of
            }
            units = [merged.keys[key] for key in held]
            shard = [
                entries,
                [[key, merged.count(each), *_stepped(each)] for key, each in zip(held, units, strict=True)],
                {form: [merged.count(each), *each] for form, each in exact.items()},
                self._shards_of(unit for each in (*units, *exact.values()) for unit in each),
            ]
            path, name, data = _file("lexicon", shard)
            names.append(name)
            yield path, data
        self._table["lexicon"] = {"starts": starts, "names": names, "keys": first_keys}

    def _shards_of(self, units: Iterable[int]) -> dict[str, str]:
        """The files that hold some units, by their numbers."""
        found = sorted({self._merged.shard_of(unit) for unit in units})
        return {str(number): self._merged.shards[number].name for number in found}

    def _spellings(self) -> Mapping[str, list[str]]:
        found: dict[str, set[str]] = {}
        for spelling, key in spellings_of(self._vocabulary.met):
            if key in self._numbers:
                found.setdefault(spelling, set()).add(key)
        return {spelling: sorted(held) for spelling, held in found.items()}

    # Statements

    def _filters(self) -> Mapping[str, Any]:
        """Statements by field and key; for the words of charges and courts, forms with the keys of their lemmas."""
        filters = self._statements.filters
        found: dict[str, Any] = {key: _stepped(held) for key, held in filters.items()}
        for language in self._languages:
            for key in self._keys_of_language(language):
                found.setdefault(f"lang={key}", []).append(language)
        for name in _WORDED:
            begin = f"{name}:{LEMMA}"
            lemmas = [key.removeprefix(begin) for key in filters if key.startswith(begin)]
            forms: dict[str, set[str]] = {}
            for lemma in lemmas:
                for language in self._languages:
                    for form in self._vocabulary.by_lemma[language, lemma]:
                        forms.setdefault(form, set()).add(lemma)
            found |= {f"{name}={form}": sorted(keys) for form, keys in forms.items()}
        return found

    def _passages(self) -> Iterator[File]:
        """Where sentences are in another language than their statement: the rows of each, and these statements' own."""
        whole = self._statements
        firsts = [0, *accumulate(whole.sizes)]
        rows: dict[str, list[int]] = {}
        own: dict[str, list[int]] = {}
        for language, places in sorted(whole.passages.items()):
            rows[language] = _stepped(sorted(firsts[number] + place for number, place in places))
        for number in sorted({number for places in whole.passages.values() for number, _ in places}):
            own.setdefault(whole.languages[number], []).append(number)
        self._table["passages"] = ""
        if rows:
            yield self._named(
                "passages", [rows, {language: _stepped(held) for language, held in own.items()}]
            )

    def _facets(self) -> Iterator[File]:
        names: dict[str, list[str | int]] = {}
        for name, lists in self._statements.facets.items():
            values = {value for held in lists for value in held}
            if not values:
                continue
            labelled = sorted((self._labels.get((name, value), value), value) for value in values)
            numbers = {value: number for number, (_, value) in enumerate(labelled)}
            shown = [[value, label, filter_text(name, value)] for label, value in labelled]
            groups = [shown[start : start + _LABELS] for start in range(0, len(shown), _LABELS)]
            files = [_file("labels", group) for group in groups]
            yield from ((path, data) for path, _, data in files)
            counts = array("H", [len(held) for held in lists])
            flat = array("I", [numbers[value] for held in lists for value in held])
            path, held_in, data = _file("facets", planes(counts) + planes(flat))
            yield path, data
            names[name] = [held_in, len(shown), *(label for _, label, _ in files)]
        self._table["facets"] = names

    def _dictionary(
        self, name: str, entries: Mapping[str, Any], most: int = _DICTIONARY_BYTES
    ) -> Iterator[File]:
        starts: list[str] = []
        names: list[str] = []
        ordered = sorted(entries, key=in_order)
        for group in _cut(((key, len(key) + len(_encode(entries[key]))) for key in ordered), most):
            path, found, data = _file(name, {key: entries[key] for key in group})
            starts.append(group[0])
            names.append(found)
            yield path, data
        self._table[name] = {"starts": starts, "names": names}


def _file(folder: str, value: Any) -> tuple[str, str, bytes]:
    """A file's path, its name, which is made from what it holds, and its bytes."""
    raw = value if isinstance(value, bytes) else _encode(value)
    name = digest(raw).hex()[:10]
    return f"{folder}/{name}.bin", name, packed(raw)


def _stepped(numbers: Sequence[int]) -> list[int]:
    return deltas(array("I", numbers)).tolist()


def _cut(sized: Iterable[tuple[str, int]], most: int) -> Iterator[list[str]]:
    """Strings in groups of about one shard's size."""
    group: list[str] = []
    held = 0
    for text, size in sized:
        if group and held + size > most:
            yield group
            group, held = [], 0
        group.append(text)
        held += size
    if group:
        yield group
