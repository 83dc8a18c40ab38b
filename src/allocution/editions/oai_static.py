"""A static repository (http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm): one file for gateways."""

from __future__ import annotations

from collections.abc import Iterator

from allocution.editions.collection import Collection
from allocution.editions.oai import FORMATS, UNKNOWN_CONTACT
from allocution.editions.oai_records import EARLIEST, OaiRecords
from allocution.editions.xml_markup import DECLARATION, element, text
from allocution.views.marked_text import xml_characters

PATH = "oai/repository.xml"
_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_BEGIN = (
    f'<Repository xmlns="{_STATIC}" xmlns:oai="http://www.openarchives.org/OAI/2.0/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_STATIC} http://www.openarchives.org/OAI/2.0/static-repository.xsd">'
)


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
