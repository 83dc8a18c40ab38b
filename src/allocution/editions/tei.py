"""The edition `tei`: TEI P5 as ParlaMint and Parla-CLARIN have it, a file a statement and a root of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from allocution.editions.collection import Collection, Published
from allocution.editions.tei_corpus import NAMESPACE, corpus_beginning, inclusion
from allocution.editions.tei_header import tei_header
from allocution.editions.tei_text import tei_text
from allocution.editions.writing import Piece
from allocution.editions.xml_markup import DECLARATION, attributes, language_tag
from allocution.views.marked_text import xml_bytes

ROOT = "corpus.xml"


Words = Callable[[Collection, Published], str]


class TeiWriter:
    """Writes the corpus: its root first, then each statement."""

    def __init__(self, collection: Collection, name: str = "tei", words: Words = tei_text) -> None:
        self._collection = collection
        self._name = name
        self._words = words

    def begin(self) -> Iterator[Piece]:
        """The root up to its end: which statements there are is known before their words are."""
        collection = self._collection
        yield ROOT, xml_bytes(DECLARATION + corpus_beginning(collection, self._name))
        for each in collection.statements:
            yield ROOT, inclusion(each.name).encode()
        yield ROOT, b"</teiCorpus>\n"

    def statement(self, published: Published) -> Iterator[Piece]:
        """A statement's file."""
        yield f"{published.collected.name}.xml", _document(self._collection, published, self._words)

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


# A bag asks for it too.
@lru_cache(maxsize=2)
def _document(collection: Collection, published: Published, markup: Words) -> bytes:
    collected = published.collected
    root = attributes(xmlns=NAMESPACE, xml_id=collected.name, xml_lang=language_tag(collected.language))
    header, words = tei_header(collection, published), markup(collection, published)
    return xml_bytes(f"{DECLARATION}<TEI{root}>\n{header}\n{words}</TEI>\n")
