"""The catalogue of an archive: one SQLite file with its statements, their sentences and an index of every word.

The connection is handed in; nothing here opens a file.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from weakref import WeakKeyDictionary

import apsw

from allocution.language.folding import folded_key
from allocution.language.names import spelling_keys
from allocution.search.rows import SENTENCE_BITS, Batch, IndexedSentence, IndexedStatement, Row, places_of
from allocution.search.terms import LEMMA, TermMaker, forms_of, tokenised

FORMAT = 4
# What hits are counted by, and the filter that leaves those of one value.
FACETS = {
    "speakers": "speaker",
    "charges": "charge",
    "countries": "country",
    "courts": "court",
    "years": "year",
    "languages": "lang",
}
_PAGE_BYTES = 8192
_HASH_BYTES = 1 << 27
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE analysed (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE lemmas (key TEXT, language TEXT, lemma TEXT, PRIMARY KEY (key, language, lemma)) WITHOUT ROWID;
CREATE TABLE statements (
  id INTEGER PRIMARY KEY, source BLOB UNIQUE, digest BLOB, address TEXT, title TEXT, language TEXT,
  day TEXT, date TEXT, year INTEGER, sentences INTEGER
);
CREATE TABLE facets (statement INTEGER, dimension TEXT, value TEXT, PRIMARY KEY (statement, dimension, value))
  WITHOUT ROWID;
CREATE TABLE labels (dimension TEXT, value TEXT, label TEXT, PRIMARY KEY (dimension, value))
  WITHOUT ROWID;
CREATE TABLE filters (field TEXT, key TEXT, statement INTEGER, PRIMARY KEY (field, key, statement)) WITHOUT ROWID;
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY, anchor TEXT, language TEXT, role TEXT, text TEXT, corrections TEXT
);
CREATE TABLE languages (key TEXT, language TEXT, PRIMARY KEY (key, language)) WITHOUT ROWID;
CREATE TABLE passages (id INTEGER PRIMARY KEY, language TEXT);
CREATE TABLE forms (form TEXT, key TEXT, PRIMARY KEY (form, key)) WITHOUT ROWID;
CREATE INDEX forms_of_keys ON forms (key);
CREATE TABLE spellings (spelling TEXT, key TEXT, PRIMARY KEY (spelling, key)) WITHOUT ROWID;
CREATE TABLE names (form TEXT, name TEXT, PRIMARY KEY (form, name)) WITHOUT ROWID;
CREATE INDEX forms_of_names ON names (name);
CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'terms');
CREATE VIRTUAL TABLE terms USING fts5vocab (words, 'row');
"""


def prepare(connection: apsw.Connection) -> None:
    """Teach a connection the tokenizer, without which the index can be neither read nor written."""
    waiting = _WAITING[connection] = deque()
    connection.register_fts5_tokenizer("terms", lambda _connection, _arguments: partial(_tokenize, waiting))
    # What is withheld from now on doesn't stay in pages of the file that hold nothing any more.
    connection.pragma("secure_delete", True)


# What the tokenizer is handed as a row's text where its terms lie ready, and the terms of the next rows by connection.
_READY = "\x01"
_Terms = Sequence[tuple[str, ...]]
_WAITING: WeakKeyDictionary[apsw.Connection, deque[_Terms]] = WeakKeyDictionary()


def _tokenize(waiting: deque[_Terms], text: bytes, _flags: int, _locale: str | None) -> _Terms:
    if text == b"\x01":
        return waiting.popleft()
    return tokenised(text.decode()) if text else ()


def create(connection: apsw.Connection, program: bytes) -> None:
    """Make an empty catalogue in an empty database. `program` is what tells whether another program made it."""
    connection.pragma("page_size", _PAGE_BYTES)
    with connection:
        connection.execute(_SCHEMA)
        connection.execute("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")
        connection.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_HASH_BYTES,))
        connection.execute("INSERT INTO about VALUES ('format', ?), ('program', ?)", (FORMAT, program))


def is_current(connection: apsw.Connection, program: bytes) -> bool:
    """Whether a database is a catalogue that this program made."""
    try:
        about = dict(connection.execute("SELECT name, value FROM about"))
    except apsw.SQLError:
        return False
    return about.get("format") == FORMAT and about.get("program") == program


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is to be in a catalogue: each statement's `source` with a digest of what the index holds of it, in order.

    `read` gives many in the order asked for, only those that changed, made ready for the catalogue, by a maker that
    remembers words; `read_here` reads them in this process. `labels` are (dimension, value, label), those of languages
    as far as statements are in them; `label_of` and `keys_of` give the label of any language, and the folded words that
    it is asked for by. `names` are the folded forms of each name in the archive's register, asked for where
    `names_digest` is new.
    """

    digests: Mapping[bytes, bytes]
    read: Callable[[Sequence[bytes], TermMaker], Iterator[Batch]]
    read_here: Callable[[Sequence[bytes]], Iterator[tuple[IndexedStatement, Sequence[IndexedSentence]]]]
    labels: Sequence[tuple[str, str, str]]
    label_of: Callable[[str], str]
    keys_of: Callable[[str], Iterable[str]]
    names_digest: bytes
    names: Callable[[], Mapping[str, Iterable[str]]]


def update(connection: apsw.Connection, indexed: Indexed) -> None:
    """Bring the catalogue to what is to be in it, in one transaction: a reader sees the old or the new."""
    _Update(connection).run(indexed)


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

    def run(self, indexed: Indexed) -> None:
        connection = self._connection
        rows = connection.execute("SELECT id, source, digest FROM statements")
        kept = {source: (number, digest) for number, source, digest in rows}
        digests = indexed.digests
        gone = [number for source, (number, _) in kept.items() if source not in digests]
        changed = [source for source, digest in digests.items() if kept.get(source, (0, b""))[1] != digest]
        with connection:
            for number in gone:
                self._forget_facts(number)
                self._change_rows(number, [], [])
            numbers = _numbers(digests, {source: number for source, (number, _) in kept.items()})
            for source, held in zip(changed, self._read(indexed, changed), strict=True):
                if source in kept:
                    self._forget_facts(numbers[source])
                self._add(numbers[source], (source, digests[source]), *held)
            self._learn()
            self._forget()
            self._relabel(indexed)

    def _read(
        self, indexed: Indexed, sources: Sequence[bytes]
    ) -> Iterator[tuple[IndexedStatement, Sequence[Row], _Terms]]:
        for batch in indexed.read(sources, self._terms):
            self._terms.take(batch.analyses)
            yield from ((statement, rows, batch.places) for statement, rows in batch.statements)

    def _relabel(self, indexed: Indexed) -> None:
        met = {language for (language,) in self._connection.execute("SELECT DISTINCT language FROM passages")}
        labels = labels_with(met, indexed)
        self._replace("labels", sorted(labels), 3)
        languages = [value for dimension, value, _ in labels if dimension == "languages"]
        keys = sorted({(key, language) for language in languages for key in indexed.keys_of(language)})
        self._replace("languages", keys, 2)
        known = list(self._connection.execute("SELECT value FROM about WHERE name = 'names'"))
        if known != [(indexed.names_digest,)]:
            names = indexed.names()
            self._replace("names", sorted((form, name) for name, forms in names.items() for form in forms), 2)
            self._connection.execute(
                "INSERT OR REPLACE INTO about VALUES ('names', ?)", (indexed.names_digest,)
            )

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

    def _change_rows(self, number: int, rows: Sequence[Row], places: _Terms) -> None:
        """Bring a statement's rows to these; what stands as it was stays untouched."""
        first, last = number << SENTENCE_BITS, (number + 1) << SENTENCE_BITS
        found = self._connection.execute("SELECT * FROM sentences WHERE id >= ? AND id < ?", (first, last))
        before: dict[int, _Row] = {row[0]: row for row in found}
        after: dict[int, _Row] = {place: (place, *row[:5]) for place, row in enumerate(rows, start=first)}
        if before:
            self._take_out(
                [row for place, row in before.items() if _words_of(row) != _words_of(after.get(place))]
            )
        new = [row for place, row in after.items() if before.get(place) != row]
        self._connection.executemany("INSERT OR REPLACE INTO sentences VALUES (?, ?, ?, ?, ?, ?)", new)
        others = [row for row in new if _words_of(row) != _words_of(before.get(row[0]))] if before else new
        place_of = places.__getitem__
        terms = [list(map(place_of, rows[row[0] - first].places)) for row in others]
        self._write_terms("rowid, text) VALUES (?, ?)", others, terms)
        if before:
            self._connection.execute("DELETE FROM passages WHERE id >= ? AND id < ?", (first, last))
        # A statement's language is that of its title, which is its first row.
        foreign = [(place, row[2]) for place, row in after.items() if row[2] != rows[0].language]
        self._connection.executemany("INSERT INTO passages VALUES (?, ?)", foreign)

    def _take_out(self, rows: Sequence[_Row]) -> None:
        """Take rows out, and keep in mind which terms they held."""
        held = [places_of(self._gone, text, language, meant) for _, _, language, _, text, meant in rows]
        self._removed.update(term for row in held for place in row for term in place)
        self._write_terms("words, rowid, text) VALUES ('delete', ?, ?)", rows, held)
        self._connection.executemany("DELETE FROM sentences WHERE id = ?", [(row[0],) for row in rows])

    def _add(
        self,
        number: int,
        file: tuple[bytes, bytes],
        statement: IndexedStatement,
        rows: Sequence[Row],
        places: _Terms,
    ) -> None:
        self._change_rows(number, rows, places)
        self._connection.execute(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, *file, statement.address, statement.title,
             statement.language, statement.day, statement.date, statement.year, len(rows) - 1),
        )  # fmt: skip
        self._connection.executemany(
            "INSERT OR IGNORE INTO facets VALUES (?, ?, ?)",
            [(number, dimension, value) for dimension, value in statement.facets],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO filters VALUES (?, ?, ?)",
            [(field, key, number) for field, key in statement.filters],
        )

    def _write_terms(self, into: str, rows: Sequence[_Row], terms: Sequence[_Terms]) -> None:
        """Add rows to the index of words, or take them out."""
        _WAITING[self._connection].extend(held for held in terms if held)
        texts = [(row[0], _READY if held else "") for row, held in zip(rows, terms, strict=True)]
        self._connection.executemany(f"INSERT INTO words ({into}", texts)

    def _learn(self) -> None:
        """Write down the forms of all lemmas met, and how words met may be spelt in another script."""
        languages = sorted({(language,) for language, _ in self._terms.lemmas})
        self._connection.executemany("INSERT OR IGNORE INTO analysed VALUES (?)", languages)
        met = self._terms.met
        forms = forms_of(self._new_lemmas())
        for form, keys in met.items():
            forms.setdefault(form, {}).update(keys)
        rows = ((form, key) for form in sorted(forms) for key in sorted(forms[form]))
        self._connection.executemany("INSERT OR IGNORE INTO forms VALUES (?, ?)", rows)
        self._connection.executemany(
            "INSERT OR IGNORE INTO spellings VALUES (?, ?)", sorted(set(spellings_of(met)))
        )

    def _new_lemmas(self) -> list[tuple[str, str]]:
        """The lemmas met whose forms aren't written down yet; they are now taken for written down."""
        new = []
        for language, lemma in sorted(self._terms.lemmas):
            self._connection.execute(
                "INSERT OR IGNORE INTO lemmas VALUES (?, ?, ?)", (folded_key(lemma), language, lemma)
            )
            if self._connection.changes():
                new.append((language, lemma))
        return new

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


def labels_with(languages: Iterable[str], indexed: Indexed) -> list[tuple[str, str, str]]:
    """An archive's labels, with those of languages that are met in sentences alone."""
    known = {value for dimension, value, _ in indexed.labels if dimension == "languages"}
    added = [("languages", each, indexed.label_of(each)) for each in languages if each not in known]
    return [*indexed.labels, *added]


def spellings_of(met: Mapping[str, Mapping[str, None]]) -> Iterator[tuple[str, str]]:
    """(Key of spelling, key of lemma) of forms with the keys of their lemmas."""
    for form, keys in met.items():
        for spelling in spelling_keys(form) if form.isalpha() else ():
            if spelling:
                yield from ((spelling, key) for key in keys)


def _numbers(sources: Iterable[bytes], kept: Mapping[bytes, int]) -> dict[bytes, int]:
    """A number for each statement: kept ones keep theirs, the others follow; the first indexing goes by order."""
    top = max(kept.values(), default=0)
    numbers = {}
    for source in sources:
        number = kept.get(source)
        if number is None:
            top += 1
            number = top
        numbers[source] = number
    return numbers
