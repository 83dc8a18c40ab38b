"""An edition's collection and words, with links that lead out live, as text, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import msgspec

from allocution.content.outside_links import body_with, leads_out, outside_of, statement_with
from allocution.content.settings import Outside
from allocution.editions.collection import Collected, Collection, Published


def collection_with(collection: Collection, outside: Outside) -> Collection:
    """The collection as such an edition is told of it."""
    if outside is Outside.LIVE:
        return collection
    statements = tuple(_collected(each, outside) for each in collection.statements)
    return replace(collection, statements=statements)


def published_with(published: Published, collection: Collection, outside: Outside) -> Published:
    """A statement with its words as such an edition is given it: the words stay, the links in them don't."""
    if outside is Outside.LIVE:
        return published

    def leads(written: str) -> str:
        address = collection.address_of_link(written)
        return address if leads_out(address, collection.site.base_address) else ""

    collected = _collected(published.collected, outside)
    return Published(collected, body_with(published.body, outside, leads), published.meant)


class WordReader(Protocol):
    """Where a statement's words come from."""

    def read(self, collected: Collected) -> Published:
        """A statement with its words."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words as one output is given them."""

    whole: WordReader
    collection: Collection
    outside: Outside

    def read(self, collected: Collected) -> Published:
        """A statement with its words."""
        return published_with(self.whole.read(collected), self.collection, self.outside)


def as_given_to(output: str, collection: Collection, words: WordReader) -> tuple[Collection, WordReader]:
    """A collection and its words with the links out of the archive that the API or OAI-PMH is to have."""
    outside = outside_of(output, collection.archive.configuration.settings.outside_links)
    return collection_with(collection, outside), _Words(words, collection, outside)


def _collected(collected: Collected, outside: Outside) -> Collected:
    item = collected.item
    statement = statement_with(collected.statement, outside)
    record = msgspec.structs.replace(item.record, statement=statement)
    return replace(collected, item=msgspec.structs.replace(item, record=record))
