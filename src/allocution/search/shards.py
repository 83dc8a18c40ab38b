"""The index cut into small files that a browser fetches as it needs them; docs/static-search.md has the format.

Values in, files out: nothing here opens one. site/assets/search/ reads them.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from anyascii import anyascii

from allocution.language.folding import folded_key
from allocution.search.catalogue import (
    FACETS,
    Indexed,
    IndexedSentence,
    IndexedStatement,
    rows_of,
    spellings_of,
)
from allocution.search.keyboards import LAYOUTS
from allocution.search.postings import Postings, deltas, in_order, joined, planes, terms_of, unit_order
from allocution.search.searching import filter_text
from allocution.search.terms import LEMMA, TermMaker, forms_of

FORMAT = 1
_LEVEL = 6
# What a shard holds at most before it is deflated, unless a single entry is larger.
_DICTIONARY_BYTES = 24_000
_POSTINGS = 4_000
_PART = 16
_IN_FOLDER = 500
_LETTERS = (range(0x80, 0x250), range(0x400, 0x530))
_encode = msgspec.json.Encoder().encode

File = tuple[str, bytes]


def make_shards(indexed: Indexed, folder: str) -> Iterator[File]:
    """Every file of the static index by its path; `folder` is where they lie but for `meta.json`, which names it."""
    yield from _Sharding(indexed, folder).files()


def _packed(value: Any) -> bytes:
    return zlib.compress(value if isinstance(value, bytes) else _encode(value), _LEVEL)


@dataclass(slots=True)
class _Statements:
    """What is known of the statements, in order."""

    sizes: array[int] = field(default_factory=lambda: array("H"))
    years: array[int] = field(default_factory=lambda: array("H"))
    days: list[str] = field(default_factory=list)
    facets: dict[str, list[list[str]]] = field(default_factory=lambda: {name: [] for name in FACETS})
    filters: dict[str, list[int]] = field(default_factory=dict)

    def add(self, number: int, rows: int, statement: IndexedStatement) -> None:
        self.sizes.append(rows)
        self.years.append(_year(statement.year))
        self.days.append(statement.day)
        for name, lists in self.facets.items():
            lists.append([value for dimension, value in statement.facets if dimension == name])
        for name, key in dict.fromkeys(statement.filters):
            self.filters.setdefault(f"{name}:{key}", []).append(number)


_NO_YEAR, _YEAR_NOUGHT = 0, 20_000


def _year(year: int | None) -> int:
    return _NO_YEAR if year is None else max(1, min(year + _YEAR_NOUGHT, 0xFFFF))


class _Sharding:
    def __init__(self, indexed: Indexed, folder: str) -> None:
        self._indexed = indexed
        self._folder = folder
        self._maker = TermMaker()
        self._postings = Postings()
        self._statements = _Statements()
        self._labels = {(dimension, value): label for dimension, value, label in indexed.labels}

    def files(self) -> Iterator[File]:
        yield from self._texts()
        units = sorted(self._postings.units, key=unit_order)
        exact, keys = terms_of(units)
        firsts: list[int] = []
        yield from self._posting_files(units, firsts)
        dictionaries: dict[str, Any] = {}
        yield from self._lexicon(exact, keys, dictionaries)
        yield from self._dictionary("spellings", self._spellings(keys), dictionaries)
        yield from self._dictionary("filters", self._filters(), dictionaries)
        yield from self._facets()
        yield self._file("statements", self._statement_columns())
        yield self._file("letters", {chr(code): anyascii(chr(code)) for each in _LETTERS for code in each})
        yield "meta.json", _encode(self._meta(firsts, dictionaries))

    def _file(self, name: str, value: Any) -> File:
        return f"{self._folder}/{name}.bin", _packed(value)

    def _meta(self, firsts: list[int], dictionaries: Mapping[str, Any]) -> dict[str, Any]:
        days = self._statements.days
        newest = sorted(range(len(days)), key=lambda number: days[number], reverse=True)
        return {
            "format": FORMAT,
            "folder": self._folder,
            "rows": len(self._postings.lengths),
            "words": sum(self._postings.lengths),
            "statements": len(days),
            "part": _PART,
            "inFolder": _IN_FOLDER,
            "units": firsts,
            "newest": [] if newest == sorted(newest) else newest,
            "layouts": [[dict(table), letters] for table, letters in LAYOUTS],
            "facets": [name for name in FACETS if any(self._statements.facets[name])],
            **dictionaries,
        }

    # Sentences, and what they hold

    def _texts(self) -> Iterator[File]:
        sources = list(self._indexed.digests)
        for number, sentences in enumerate(self._indexed.read(sources)):
            statement = self._indexed.describe(sources[number])
            rows = rows_of(statement, sentences)
            for row in rows:
                self._postings.add(self._maker.encoded(row.text, row.language, row.meant))
            self._statements.add(number, len(rows), statement)
            yield from self._parts(number, statement, rows)

    def _parts(
        self, number: int, statement: IndexedStatement, rows: Sequence[IndexedSentence]
    ) -> Iterator[File]:
        speakers = [self._labels.get(facet, facet[1]) for facet in statement.facets if facet[0] == "speakers"]
        about = [statement.address, statement.title, statement.date, speakers]
        for part, start in enumerate(range(0, len(rows), _PART)):
            own = [
                [row.anchor, row.language, row.role, row.text, *([row.meant] if row.meant else [])]
                for row in rows[start : start + _PART]
            ]
            before = rows[start - 1].text if start > 1 else ""
            after = rows[start + _PART].text if start + _PART < len(rows) else ""
            name = f"texts/{number // _IN_FOLDER}/{number % _IN_FOLDER}-{part}"
            yield self._file(name, [about, own, before, after])

    def _posting_files(self, units: Sequence[str], firsts: list[int]) -> Iterator[File]:
        for start, end in self._groups(units):
            group = units[start:end]
            found = [self._postings.units[unit] for unit in group]
            lengths = self._postings.lengths
            rows = joined((deltas(each.rows) for each in found), "I")
            sizes = array("H", [lengths[row] for each in found for row in each.rows])
            header = _encode([[unit.partition("|")[0] for unit in group], [len(each.rows) for each in found]])
            data = len(header).to_bytes(4, "little") + header + planes(rows) + planes(sizes)
            yield self._file(f"postings/{len(firsts)}", data)
            yield self._file(f"places/{len(firsts)}", planes(joined((each.places for each in found), "H")))
            firsts.append(start)

    def _groups(self, units: Sequence[str]) -> Iterator[tuple[int, int]]:
        start = held = 0
        for number, unit in enumerate(units):
            count = len(self._postings.units[unit].rows)
            if held and held + count > _POSTINGS:
                yield start, number
                start, held = number, 0
            held += count
        if units:
            yield start, len(units)

    # Words

    def _lexicon(
        self,
        exact: Mapping[str, list[int]],
        keys: Mapping[str, list[int]],
        dictionaries: dict[str, Any],
    ) -> Iterator[File]:
        numbers = {key: number for number, key in enumerate(sorted(keys, key=in_order))}
        forms = self._forms()
        exact_of: dict[str, list[str]] = {}
        for form in exact:
            exact_of.setdefault(folded_key(form), []).append(form)
        starts: list[str] = []
        first_keys: list[int] = []
        passed = 0
        for group in _cut(
            (word, 8 + 2 * len(word))
            for word in sorted(forms.keys() | keys.keys() | exact_of.keys(), key=in_order)
        ):
            held = [key for key in group if key in keys]
            starts.append(group[0])
            first_keys.append(passed)
            passed += len(held)
            known = [form for form in group if form in forms]
            shard = [
                {form: sorted(numbers[key] for key in forms[form] if key in numbers) for form in known},
                [[key, *_stepped(keys[key])] for key in held],
                {form: exact[form] for word in group for form in exact_of.get(word, ())},
            ]  # fmt: skip
            yield self._file(f"lexicon/{len(starts) - 1}", shard)
        dictionaries["lexicon"] = starts
        dictionaries["keys"] = first_keys

    def _forms(self) -> dict[str, dict[str, None]]:
        """Keys by folded form: of all forms of all lemmas met, and of all names of which a form is one."""
        forms = forms_of(self._maker.lemmas)
        for form, found in self._maker.met.items():
            forms.setdefault(form, {}).update(found)
        by_form: dict[str, dict[str, None]] = {}
        for declined in self._indexed.names().values():
            known = {key: None for form in declined for key in forms.get(form, ())}
            for form in declined:
                by_form.setdefault(form, {}).update(known)
        for form, found in by_form.items():
            if found:
                forms[form] = {**forms.get(form, {}), **found}
        return forms

    def _spellings(self, keys: Mapping[str, list[int]]) -> Mapping[str, list[str]]:
        found: dict[str, set[str]] = {}
        for spelling, key in spellings_of(self._maker.met):
            if key in keys:
                found.setdefault(spelling, set()).add(key)
        return {spelling: sorted(held) for spelling, held in found.items()}

    # Statements

    def _filters(self) -> Mapping[str, Any]:
        """Statements by field and key; for the words of charges and courts, forms with the keys of their lemmas."""
        found: dict[str, Any] = {key: _stepped(held) for key, held in self._statements.filters.items()}
        languages = [value for dimension, value in self._labels if dimension == "languages"]
        for name in ("charge", "court"):
            begin = f"{name}:{LEMMA}"
            lemmas = [key.removeprefix(begin) for key in self._statements.filters if key.startswith(begin)]
            for form, keys in forms_of((each, lemma) for lemma in lemmas for each in languages).items():
                found[f"{name}={form}"] = sorted(keys)
        return found

    def _facets(self) -> Iterator[File]:
        for name, lists in self._statements.facets.items():
            values = {value for held in lists for value in held}
            if not values:
                continue
            labelled = sorted((self._labels.get((name, value), value), value) for value in values)
            numbers = {value: number for number, (_, value) in enumerate(labelled)}
            shown = [[value, label, filter_text(name, value, label)] for label, value in labelled]
            of = [[numbers[value] for value in held] for held in lists]
            yield self._file(f"facets/{name}", [shown, of])

    def _statement_columns(self) -> bytes:
        return planes(self._statements.sizes) + planes(self._statements.years)

    def _dictionary(
        self, name: str, entries: Mapping[str, Any], dictionaries: dict[str, Any]
    ) -> Iterator[File]:
        starts: list[str] = []
        ordered = sorted(entries, key=in_order)
        for group in _cut((key, len(key) + len(_encode(entries[key]))) for key in ordered):
            yield self._file(f"{name}/{len(starts)}", {key: entries[key] for key in group})
            starts.append(group[0])
        dictionaries[name] = starts


def _stepped(numbers: Sequence[int]) -> list[int]:
    return deltas(array("I", numbers)).tolist()


def _cut(sized: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Strings in groups of about one shard's size."""
    group: list[str] = []
    held = 0
    for text, size in sized:
        if group and held + size > _DICTIONARY_BYTES:
            yield group
            group, held = [], 0
        group.append(text)
        held += size
    if group:
        yield group
