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

from allocution.language.names import spelling_keys
from allocution.search.places import Terms
from allocution.search.rows import Batch, IndexedSentence, IndexedStatement
from allocution.search.terms import LEMMA, TermMaker, tokenised

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
# Those of which a filter may ask for one value as a whole: `speaker:"=Name Surname"`.
WHOLE_VALUES = ("speakers", "charges", "courts")
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
READY, _IS_READY = "\x01", b"\x01"
Places = Sequence[Terms]
_WAITING: WeakKeyDictionary[apsw.Connection, deque[Places]] = WeakKeyDictionary()


def waiting_rows(connection: apsw.Connection) -> deque[Places]:
    """The terms of the next rows whose text is READY."""
    return _WAITING[connection]


def _tokenize(waiting: deque[Places], text: bytes, _flags: int, _locale: str | None) -> Places:
    if text == _IS_READY:
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


def labels_with(languages: Iterable[str], indexed: Indexed) -> list[tuple[str, str, str]]:
    """An archive's labels, with those of languages that are met in sentences alone."""
    known = {value for dimension, value, _ in indexed.labels if dimension == "languages"}
    added = [("languages", each, indexed.label_of(each)) for each in languages if each not in known]
    return [*indexed.labels, *added]


def spellings_of(met: Mapping[str, Mapping[str, None]]) -> Iterator[tuple[str, str]]:
    """(Key of spelling, key of lemma) of forms with the keys of their lemmas.

    Those of the lemmas' own forms, marked, are for words typed in another script alone: in their own, a wrong letter
    is asked about.
    """
    for form, keys in met.items():
        yield from ((spelling, key) for spelling in _spellings(form) for key in keys)
    for key in {key for keys in met.values() for key in keys}:
        yield from ((LEMMA + spelling, key) for spelling in _spellings(key))


def _spellings(word: str) -> Iterator[str]:
    return filter(None, spelling_keys(word) if word.isalpha() else ())
