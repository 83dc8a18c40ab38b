"""Links that lead out of an archive, as an edition has them: live, as text, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allocution.content.archive import Record
from allocution.content.settings import Outside
from allocution.editions.collection import Collected, Collection, Published
from allocution.model.passages import Body, Span, SpanKind
from allocution.model.statement import ExternalLink, Source

ALL = "all"
_UNNAMED = "…"


def outside_of(edition: str, asked: Iterable[str]) -> Outside:
    """What an edition does with them, by the archive's settings."""
    given = {name.strip(): Outside(what.strip()) for name, _, what in (each.partition(":") for each in asked)}
    return given.get(edition, given.get(ALL, Outside.LIVE))


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
    collected = _collected(published.collected, outside)
    return Published(collected, unlinked(published.body, collection), published.meant)


def record_with(record: Record, outside: Outside) -> Record:
    """A record as such an edition is told of it."""
    statement = record.statement
    if outside is Outside.LIVE or statement is None:
        return record
    changed = replace(
        statement,
        sources=tuple(_source(each, outside) for each in statement.sources),
        links=tuple(_link(each) for each in statement.links) if outside is Outside.TEXT else (),
    )
    return replace(record, statement=changed)


def _collected(collected: Collected, outside: Outside) -> Collected:
    item = collected.item
    return replace(collected, item=replace(item, record=record_with(item.record, outside)))


def _source(source: Source, outside: Outside) -> Source:
    if outside is Outside.ABSENT:
        return replace(source, address="", archived="", title=source.title or _UNNAMED)
    title = ", ".join(each for each in (source.title, source.address, source.archived) if each)
    return replace(source, address="", archived="", title=title)


def _link(link: ExternalLink) -> ExternalLink:
    return replace(link, address="", title=", ".join(each for each in (link.title, link.address) if each))


def unlinked(body: Body, collection: Collection) -> Body:
    """The words without links that lead out."""
    passages = tuple(
        replace(each, spans=tuple(span for span in each.spans if not _leads_out(span, collection)))
        if each.spans
        else each
        for each in body.passages
    )
    return replace(body, passages=passages)


def _leads_out(span: Span, collection: Collection) -> bool:
    if span.kind not in (SpanKind.LINK, SpanKind.IMAGE):
        return False
    address, base = collection.address_of_link(span.value), collection.site.base_address
    return "//" in address.partition("?")[0] and not (base and address.startswith(base))
