"""OAI-PMH without a server: the answers to every verb as files, and a static repository for gateways.

The latter is one file of a form of its own, http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from allocution.editions.collection import Collected, Collection
from allocution.editions.oai import FORMATS, RECORDS_AT_ONCE, UNKNOWN_CONTACT, Given, OaiRepository, has
from allocution.editions.oai_records import EARLIEST, OaiRecord, OaiRecords
from allocution.editions.outside_links import WordReader
from allocution.editions.writing import Piece
from allocution.editions.xml_markup import DECLARATION, element, text
from allocution.views.marked_text import xml_characters

FOLDER = "oai"
PATH = f"{FOLDER}/repository.xml"
_TOKEN = re.compile(rb"<resumptionToken[^>]*>([^<]+)</resumptionToken>")
_LISTS = ("ListIdentifiers", "ListRecords")
_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_BEGIN = (
    f'<Repository xmlns="{_STATIC}" xmlns:oai="http://www.openarchives.org/OAI/2.0/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_STATIC} http://www.openarchives.org/OAI/2.0/static-repository.xsd">'
)


def static_answers(collection: Collection, words: WordReader, contact: str) -> Iterator[Piece]:
    """All files: of each verb its answers, with the path of the next part as the token to go on with."""
    yield PATH, static_repository(collection, contact)
    yield from _Answers(collection, words, contact).files()


class _Answers:
    def __init__(self, collection: Collection, words: WordReader, contact: str) -> None:
        address = collection.site.absolute(f"/{FOLDER}/") or f"/{FOLDER}/"
        self._repository = _EachOnce(collection, words, contact, address)
        self._records = self._repository.records
        # No clock is asked: an answer is as old as the latest change that it knows of.
        self._moment = f"{self._records.day}T00:00:00Z"

    def files(self) -> Iterator[Piece]:
        for verb in ("Identify", "ListMetadataFormats", "ListSets"):
            yield f"{FOLDER}/{verb}.xml", self._answer((("verb", verb),))
        for prefix in FORMATS:
            left = iter(self._records.every)
            for path, data in self._list("ListRecords", prefix, ""):
                yield path, data
                yield from self._each(prefix, left, data.count(b"</record>"))
            yield from self._list("ListIdentifiers", prefix, "")
            for chosen in self._records.sets:
                # The words of a statement stand once in a list and once by themselves, not again in each set.
                for verb in _LISTS if prefix == "oai_dc" else _LISTS[:1]:
                    yield from self._list(verb, prefix, chosen)

    def _list(self, verb: str, prefix: str, chosen: str) -> Iterator[Piece]:
        """The parts of a list."""
        folder = "/".join((verb, prefix, *chosen.split(":"))) if chosen else f"{verb}/{prefix}"
        given: Given = (("verb", verb), ("metadataPrefix", prefix), *([("set", chosen)] if chosen else []))
        number, token = 1, b""
        while True:
            data = self._answer(given)
            found = _TOKEN.search(data)
            if token:
                data = data.replace(token, f"{folder}/{number}.xml".encode())
            number += 1
            if found is None:
                yield f"{FOLDER}/{folder}/{number - 1}.xml", data
                return
            token = found[1]
            yield (
                f"{FOLDER}/{folder}/{number - 1}.xml",
                data.replace(token, f"{folder}/{number}.xml".encode()),
            )
            given = (("verb", verb), ("resumptionToken", token.decode()))

    def _each(self, prefix: str, records: Iterator[OaiRecord], count: int) -> Iterator[Piece]:
        """The answers about the next records that can be had in this form, while their metadata is at hand."""
        while count:
            record = next(records)
            given = (("verb", "GetRecord"), ("metadataPrefix", prefix), ("identifier", record.identifier))
            count -= has(record, prefix)
            place = unquote(record.identifier.split(":", 2)[2])
            yield f"{FOLDER}/GetRecord/{prefix}/{place or 'index'}.xml", self._answer(given)

    def _answer(self, given: Given) -> bytes:
        return self._repository.answer(given, self._moment)


class _EachOnce(OaiRepository):
    """Makes each statement's TEI once for a list and for the record itself."""

    @cached_property
    def _kept(self) -> dict[str, str]:
        return {}

    def in_tei(self, collected: Collected) -> str:
        """A statement in TEI; those of the last list are kept for the records that follow."""
        found = self._kept.get(collected.name)
        if found is None:
            if len(self._kept) >= RECORDS_AT_ONCE:
                self._kept.clear()
            found = self._kept[collected.name] = super().in_tei(collected)
        return found


def static_repository(collection: Collection, contact: str) -> bytes:
    """The records of an archive in Dublin Core; the form has neither sets nor deleted records."""
    written = "".join([DECLARATION, _BEGIN, *_parts(collection, contact), "</Repository>\n"])
    return xml_characters(written).encode()


def _parts(collection: Collection, contact: str) -> Iterator[str]:
    records = OaiRecords(collection)
    living = [record for record in records.every if record.collected is not None]
    address = collection.site.absolute(f"/{PATH}") or f"/{PATH}"
    yield element(
        "Identify",
        element("oai:repositoryName", text(collection.title))
        + element("oai:baseURL", text(address))
        + element("oai:protocolVersion", "2.0")
        + element("oai:adminEmail", text(contact or UNKNOWN_CONTACT))
        + element("oai:earliestDatestamp", min((each.day for each in living), default=EARLIEST))
        + element("oai:deletedRecord", "no")
        + element("oai:granularity", "YYYY-MM-DD"),
    )
    schema, namespace = FORMATS["oai_dc"]
    described = element("oai:metadataPrefix", "oai_dc") + element("oai:schema", schema)
    described += element("oai:metadataNamespace", namespace)
    yield element("ListMetadataFormats", element("oai:metadataFormat", described))
    yield '<ListRecords metadataPrefix="oai_dc">\n'
    for record in living:
        assert record.collected is not None
        header = element("oai:identifier", text(record.identifier)) + element("oai:datestamp", record.day)
        metadata = element("oai:metadata", records.dublin_core(record.collected))
        yield element("oai:record", element("oai:header", header) + metadata) + "\n"
    yield "</ListRecords>"
