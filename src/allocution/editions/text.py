"""The edition `text`: plain UTF-8 with a header, and the same in parts that fit a message of Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from allocution.editions.collection import Collected, Collection, Published
from allocution.editions.facts import facts
from allocution.editions.plain_text import messages, plain_body
from allocution.editions.writing import Piece


class TextWriter:
    """A file for each statement, and one for each message that it takes."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def begin(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())

    def statement(self, published: Published) -> Iterator[Piece]:
        """The whole text, then its parts."""
        return iter(text_files(self._collection, published))

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


# Other editions ask for them too.
@lru_cache(maxsize=1)
def text_files(collection: Collection, published: Published) -> tuple[Piece, ...]:
    """A statement's file, then those of its parts."""
    return tuple(_pieces(collection, published))


def _pieces(collection: Collection, published: Published) -> Iterator[Piece]:
    name = published.collected.name
    plain = plain_body(published.body, _header(collection, published.collected))
    yield f"{name}.txt", f"{plain.text}\n".encode()
    parts = list(messages(plain))
    width = len(str(len(parts)))
    for number, part in enumerate(parts, start=1):
        yield f"telegram/{name}-{number:0{width}}.txt", f"{part}\n".encode()


def _header(collection: Collection, collected: Collected) -> str:
    lines = [f"{label}: {value}" if label else value for label, value in facts(collection, collected)]
    return "\n".join([collected.heading, *lines, collection.address(collected)])
