"""The edition `jsonld`: each statement as linked data in schema.org and Dublin Core, its contexts in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from allocution.editions.collection import Collected, Collection, Published
from allocution.editions.writing import Piece
from allocution.model.person import PersonRole
from allocution.views.absolute import safe_address
from allocution.views.headings import work_title

_encode = msgspec.json.encode
_PATH = "archive.jsonld"
# Nothing is fetched to understand it.
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "isPartOf": {"@id": "https://schema.org/isPartOf", "@type": "@id"},
    "translationOfWork": {"@id": "https://schema.org/translationOfWork", "@type": "@id"},
    "dcterms:creator": {"@type": "@id"},
}


class JsonLdWriter:
    """Writes one graph."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._by_name = {each.name: each for each in collection.statements}

    def begin(self) -> Iterator[Piece]:
        """The contexts, the archive, the people."""
        nodes = [self._archive(), *self._people()]
        graph = b",\n".join(map(_encode, nodes))
        yield _PATH, b'{"@context":' + _encode(CONTEXT) + b',"@graph":[\n' + graph

    def _identifier(self, fragment: str) -> str:
        base = self._collection.site.base_address
        return f"{base}#{fragment}" if base else f"urn:x-allocution:{fragment}"

    def _node(self, collected: Collected) -> str:
        """What a statement is: its address, or a name where the site's own address isn't known."""
        return self._collection.site.absolute(collected.item.address) or self._identifier(collected.name)

    def _archive(self) -> dict[str, Any]:
        collection = self._collection
        return _known(
            {
                "@id": self._identifier("archive"),
                "@type": "Collection",
                "name": collection.title,
                "url": collection.site.base_address,
                "dcterms:modified": collection.released,
                "collectionSize": len(collection.statements),
            }
        )

    def _people(self) -> Iterator[dict[str, Any]]:
        for person in self._collection.people:
            names = list(dict.fromkeys((name.name, name.language) for name in person.names))
            yield {
                "@id": self._identifier(f"p-{person.identifier}"),
                "@type": "Person",
                "name": [_worded(name, language) for name, language in names],
            }

    def statement(self, published: Published) -> Iterator[Piece]:
        """A statement with its words."""
        yield _PATH, b",\n" + _encode(_known(self._statement(published)))

    def _statement(self, published: Published) -> dict[str, Any]:
        collected = published.collected
        statement, language = collected.statement, collected.item.record.language
        original = self._by_name.get(collected.original)
        date = collected.work.date.edtf if collected.work.date else ""
        sources = [
            safe_address(source.address) or source.title or source.note for source in statement.sources
        ]
        people = [{"@id": self._person(collected, person.name)} for person in statement.speakers]
        text = "\n\n".join(passage.text for passage in published.body.passages if passage.text)
        return {
            "@id": self._node(collected),
            "@type": "CreativeWork",
            "name": _worded(work_title(collected.item), language),
            "url": self._collection.site.absolute(collected.item.address),
            "author": people,
            "dcterms:creator": [person["@id"] for person in people],
            "dcterms:contributor": [
                person.name for person in (*statement.transcribers, *statement.translators)
            ],
            "translator": [
                _known({"@type": "Person", "name": person.name}) for person in statement.translators
            ],
            "inLanguage": language,
            "dcterms:language": language,
            "dateCreated": date,
            "dcterms:created": date,
            "about": [_worded(charge.wording, language) for charge in statement.charges],
            "locationCreated": [_known({"@type": "Courthouse", "name": court}) for court in statement.courts],
            "dcterms:spatial": statement.place,
            "isBasedOn": sources,
            "dcterms:source": sources,
            "dcterms:rights": statement.rights,
            "translationOfWork": self._node(original) if original else "",
            "isPartOf": self._identifier("archive"),
            "text": _worded(text, language) if text else "",
        }

    def _person(self, collected: Collected, name: str) -> str:
        return self._identifier(self._collection.person(collected, PersonRole.SPEAKER, name))

    def end(self) -> Iterator[Piece]:
        """The graph's end."""
        yield _PATH, b"\n]}\n"


def _worded(text: str, language: str) -> Any:
    return {"@value": text, "@language": language.lower()} if language else text


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in ("", [], None)}
