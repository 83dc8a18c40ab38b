"""The catalogue brought up to date with an archive: what changed is indexed, what is gone removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, repeat

import apsw

from allocution.language.folding import folded_key
from allocution.model.digests import digest
from allocution.search.catalogue import READY, Indexed, Places, labels_with, spellings_of, waiting_rows
from allocution.search.rows import (
    SENTENCE_BITS,
    Batch,
    Ready,
    Row,
    Things,
    decode_meant,
    places_of,
    unpacked,
)
from allocution.search.terms import LEMMA, TermMaker, forms_of


def update(connection: apsw.Connection, indexed: Indexed) -> None:
    """Bring the catalogue to what is to be in it, in one transaction: a reader sees the old or the new."""
    _Update(connection).run(indexed)


_File = tuple[int, bytes, bytes]
_Row = tuple[int, str, str, str, str, str | None]


def _words_of(row: _Row | None) -> tuple[str, str, str | None] | None:
    """What the index of words depends on."""
    return row and (row[2], row[4], row[5])


class _Update:
    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._terms = TermMaker()
        self._gone = TermMaker()
        self._removed: set[str] = set()
        self._forms: dict[str, dict[str, None]] = {}
        self._learned = 0
        self._things = Things()
        self._waiting = waiting_rows(connection)

    def run(self, indexed: Indexed) -> None:
        connection = self._connection
        stored = {
            source: (number, made_of)
            for number, source, made_of in connection.execute("SELECT id, source, digest FROM statements")
        }
        digests = indexed.digests
        gone = [number for source, (number, _) in stored.items() if source not in digests]
        changed = [
            source
            for source, made_of in digests.items()
            if (known := stored.get(source)) is None or known[1] != made_of
        ]
        kept = {source: stored[source][0] for source in changed if source in stored}
        ((top,),) = connection.execute("SELECT coalesce(max(id), 0) FROM statements")
        numbers = _numbers(changed, kept, top)
        self._waiting.clear()
        with connection:
            for number in gone:
                self._forget_facts(number)
                self._change_rows(number, [], [])
            done = 0
            for batch in indexed.read(changed, self._terms):
                sources = changed[done : done + len(batch.statements)]
                done += len(sources)
                files = [(numbers[source], source, digests[source]) for source in sources]
                self._take(batch, files, {kept[source] for source in sources if source in kept})
                self._learn_lemmas()
            self._learn()
            self._forget()
            self._relabel(indexed)

    def _take(self, batch: Batch, files: Sequence[_File], kept: set[int]) -> None:
        """Take in statements that were made ready; rows of those that are `kept` already change."""
        self._terms.take(batch.analyses)
        things = self._things.take(batch)
        for (number, _, _), ready in zip(files, batch.statements, strict=True):
            places = list(unpacked(ready, things))
            if number in kept:
                self._forget_facts(number)
                self._change_rows(number, ready.rows, places)
            else:
                self._add_rows(number, ready.rows, places)
        self._add_facts(files, batch.statements)

    def _relabel(self, indexed: Indexed) -> None:
        met = {language for (language,) in self._connection.execute("SELECT DISTINCT language FROM passages")}
        labels = labels_with(met, indexed)
        if self._is_new("labels", digest(*map(str.encode, chain.from_iterable(labels)))):
            self._replace("labels", sorted(labels), 3)
        languages = [value for dimension, value, _ in labels if dimension == "languages"]
        keys = sorted({(key, language) for language in languages for key in indexed.keys_of(language)})
        self._replace("languages", keys, 2)
        if self._is_new("names", indexed.names_digest):
            names = indexed.names()
            self._replace("names", sorted((form, name) for name, forms in names.items() for form in forms), 2)

    def _is_new(self, table: str, made_of: bytes) -> bool:
        """Whether a small table was made of something else; notes what it is made of now."""
        known = list(self._connection.execute("SELECT value FROM about WHERE name = ?", (table,)))
        if known == [(made_of,)]:
            return False
        self._connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (table, made_of))
        return True

    def _replace(self, table: str, rows: Sequence[tuple[str, ...]], width: int) -> None:
        """A small table's rows, if they differ."""
        if list(self._connection.execute(f"SELECT * FROM {table}")) != rows:
            self._connection.execute(f"DELETE FROM {table}")
            self._connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * width)})", rows)

    def _forget_facts(self, number: int) -> None:
        """Take out what is known of a statement but its rows."""
        for table in ("facets", "filters"):
            self._connection.execute(f"DELETE FROM {table} WHERE statement = ?", (number,))
        self._connection.execute("DELETE FROM statements WHERE id = ?", (number,))

    def _add_rows(self, number: int, rows: Sequence[Row], places: Sequence[Places]) -> None:
        """Add the rows of a statement that has none yet."""
        first = number << SENTENCE_BITS
        self._connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)",
            [(place, *row) for place, row in enumerate(rows, start=first)],
        )
        self._write_terms("rowid, text) VALUES (?, ?)", range(first, first + len(rows)), places)
        self._add_foreign(first, rows)

    def _change_rows(self, number: int, rows: Sequence[Row], places: Sequence[Places]) -> None:
        """Bring a statement's rows to these; what stands as it was stays untouched."""
        first, last = number << SENTENCE_BITS, (number + 1) << SENTENCE_BITS
        found = self._connection.execute("SELECT * FROM sentences WHERE id >= ? AND id < ?", (first, last))
        before: dict[int, _Row] = {row[0]: row for row in found}
        after: dict[int, _Row] = {place: (place, *row) for place, row in enumerate(rows, start=first)}
        self._take_out(
            [row for place, row in before.items() if _words_of(row) != _words_of(after.get(place))]
        )
        new = [row for place, row in after.items() if before.get(place) != row]
        self._connection.executemany("INSERT OR REPLACE INTO sentences VALUES (?, ?, ?, ?, ?, ?)", new)
        others = [row for row in new if _words_of(row) != _words_of(before.get(row[0]))]
        numbers = [row[0] for row in others]
        self._write_terms("rowid, text) VALUES (?, ?)", numbers, [places[each - first] for each in numbers])
        self._connection.execute("DELETE FROM passages WHERE id >= ? AND id < ?", (first, last))
        self._add_foreign(first, rows)

    def _add_foreign(self, first: int, rows: Sequence[Row]) -> None:
        """Note the rows in another language than their statement's, which is that of its title, the first row."""
        foreign = [(place, row[1]) for place, row in enumerate(rows, start=first) if row[1] != rows[0][1]]
        self._connection.executemany("INSERT INTO passages VALUES (?, ?)", foreign)

    def _take_out(self, rows: Sequence[_Row]) -> None:
        """Take rows out, and keep in mind which terms they held."""
        held = [
            places_of(self._gone, text, language, decode_meant(meant))
            for _, _, language, _, text, meant in rows
        ]
        self._removed.update(term for row in held for place in row for term in place)
        self._write_terms("words, rowid, text) VALUES ('delete', ?, ?)", [row[0] for row in rows], held)
        self._connection.executemany("DELETE FROM sentences WHERE id = ?", [(row[0],) for row in rows])

    def _add_facts(self, files: Sequence[_File], statements: Sequence[Ready]) -> None:
        """Write down what is known of statements but their rows."""
        both = list(zip(files, statements, strict=True))
        self._connection.executemany(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *file,
                    each.address,
                    each.title,
                    each.language,
                    each.day,
                    each.date,
                    each.year,
                    len(rows) - 1,
                )
                for file, (each, rows, *_) in both
            ],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO facets VALUES (?, ?, ?)",
            [(number, *facet) for (number, _, _), ready in both for facet in ready.statement.facets],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO filters VALUES (?, ?, ?)",
            [(*key, number) for (number, _, _), ready in both for key in ready.statement.filters],
        )

    def _write_terms(self, into: str, rows: Iterable[int], places: Iterable[Places]) -> None:
        """Add rows to the index of words, or take them out. Of many in one statement FTS5 would write each at once."""
        self._waiting.extend(places)
        self._connection.executemany(f"INSERT INTO words ({into}", zip(rows, repeat(READY)))

    def _learn(self) -> None:
        """Write down the forms of all lemmas met, and how words met may be spelt in another script."""
        languages = sorted({(language,) for language, _ in self._terms.lemmas})
        self._connection.executemany("INSERT OR IGNORE INTO analysed VALUES (?)", languages)
        forms, met = self._forms, self._terms.met
        for form, keys in met.items():
            forms.setdefault(form, {}).update(keys)
        rows = ((form, key) for form in sorted(forms) for key in sorted(forms[form]))
        self._connection.executemany("INSERT OR IGNORE INTO forms VALUES (?, ?)", rows)
        self._connection.executemany(
            "INSERT OR IGNORE INTO spellings VALUES (?, ?)", sorted(set(spellings_of(met)))
        )

    def _learn_lemmas(self) -> None:
        """Note the forms of lemmas that are new; of those met first while others still read there is time for it."""
        lemmas = list(islice(self._terms.lemmas, self._learned, None))
        self._learned += len(lemmas)
        new = []
        for language, lemma in lemmas:
            row = (folded_key(lemma), language, lemma)
            self._connection.execute("INSERT OR IGNORE INTO lemmas VALUES (?, ?, ?)", row)
            if self._connection.changes():
                new.append((language, lemma))
        for form, keys in forms_of(new).items():
            self._forms.setdefault(form, {}).update(keys)

    def _forget(self) -> None:
        """Forget lemmas that no sentence holds any longer, so that nothing of a removed text stays behind."""
        met = {LEMMA + key for keys in self._terms.met.values() for key in keys}
        gone = [
            (term.removeprefix(LEMMA),)
            for term in sorted(self._removed - met)
            if term.startswith(LEMMA)
            and not list(self._connection.execute("SELECT 1 FROM terms WHERE term = ?", (term,)))
        ]
        for table in ("forms", "spellings", "lemmas") if gone else ():
            self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", gone)


def _numbers(sources: Iterable[bytes], kept: Mapping[bytes, int], top: int) -> dict[bytes, int]:
    """A number for each: kept ones keep theirs, the others follow the topmost; the first indexing goes by order."""
    numbers = {}
    for source in sources:
        number = kept.get(source)
        if number is None:
            top += 1
            number = top
        numbers[source] = number
    return numbers
