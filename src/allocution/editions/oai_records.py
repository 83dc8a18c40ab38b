"""What the repository of OAI-PMH 2.0 holds: records with identifiers, datestamps and sets; also of what is gone.

No clock is asked. A record is dated by the last change that its file states (`lastmod`), to the day. Where a file
states none, it is dated by the latest day that anything in the archive states: rather harvested once too often than
missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlsplit

from allocution.content.archive import Item
from allocution.editions.collection import Collected, Collection
from allocution.editions.xml_markup import element, language_tag, text
from allocution.model.digests import digest
from allocution.views.marked_text import xml_characters
from allocution.views.names import country_name, own_name

EARLIEST = "1970-01-01"
_STATES_CHANGE = ("lastmod", "modified")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_IN_SETS = re.compile(r"[^A-Za-z0-9._!~*'()-]")
_LOCAL = "-_.!~*'();/?:@&=+$,"
_DC = (
    'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="'
    'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"'
)


@dataclass(frozen=True, slots=True)
class OaiRecord:
    """A record; one without a statement is deleted: that it was there is all that is said."""

    identifier: str
    day: str
    sets: tuple[str, ...]
    collected: Collected | None = None

    @property
    def place(self) -> tuple[str, str]:
        """What records are ordered by."""
        return self.day, self.identifier

    def header(self) -> str:
        """The header."""
        inside = element("identifier", text(self.identifier)) + element("datestamp", self.day)
        inside += "".join(element("setSpec", each) for each in self.sets)
        return element("header", inside, status="" if self.collected else "deleted")


class OaiRecords:
    """All records of an archive, the earliest datestamp first, and the sets that they are in."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._namespace = urlsplit(collection.site.base_address).hostname or "archive.invalid"

    @cached_property
    def day(self) -> str:
        """The latest day that anything in the archive states."""
        changed = [each.changed for each in self._collection.statements]
        gone = [_withdrawn_on(item) for item in self._collection.archive.withdrawn]
        return max((day for day in (*changed, *gone) if _DAY.fullmatch(day)), default=EARLIEST)

    @cached_property
    def every(self) -> tuple[OaiRecord, ...]:
        """The records in their order."""
        found = [*map(self._living, self._collection.statements)]
        found += map(self._deleted, self._collection.archive.withdrawn)
        return tuple(sorted(found, key=lambda record: record.place))

    @cached_property
    def by_identifier(self) -> dict[str, OaiRecord]:
        """The records by identifier."""
        return {record.identifier: record for record in self.every}

    @cached_property
    def sets(self) -> dict[str, str]:
        """Names of the sets that there are, by what they are called in requests; those above come first."""
        wording = self._collection.wording
        found: dict[str, str] = {}
        for collected in self._collection.statements:
            found.update(self._sets(collected))
        above = {"country": "countries", "language": "languages", "charge": "charges"}
        kinds = {
            name: wording(message)
            for name, message in above.items()
            if any(each.startswith(f"{name}:") for each in found)
        }
        return dict(sorted((kinds | found).items()))

    def _living(self, collected: Collected) -> OaiRecord:
        lastmod = collected.item.page.facts.dates.lastmod
        states = lastmod is not None and lastmod.key in _STATES_CHANGE
        day = collected.changed if states and _DAY.fullmatch(collected.changed) else self.day
        return OaiRecord(self._identifier(collected.item), day, tuple(self._sets(collected)), collected)

    def _deleted(self, item: Item) -> OaiRecord:
        language = _set("language", item.record.language)
        sets = (language,) if item.record.language else ()
        return OaiRecord(self._identifier(item), _withdrawn_on(item) or self.day, sets)

    def _identifier(self, item: Item) -> str:
        return f"oai:{self._namespace}:{quote(item.address.strip('/'), safe=_LOCAL)}"

    def _sets(self, collected: Collected) -> dict[str, str]:
        statement, language = collected.statement, collected.item.record.language
        found: dict[str, str] = {}
        if statement.jurisdiction:
            name = country_name(statement.jurisdiction, self._collection.language)
            found[_set("country", statement.jurisdiction)] = name
        if language:
            found[_set("language", language)] = own_name(language)
        for charge in statement.charges:
            found[f"charge:{digest(b'charge', charge.wording.encode()).hex()[:12]}"] = charge.wording
        return found

    def dublin_core(self, collected: Collected) -> str:
        """A statement in the fifteen elements of Dublin Core."""
        inside = "".join(
            element(f"dc:{name}", text(value)) for name, value in self._elements(collected) if value
        )
        return xml_characters(f"<oai_dc:dc {_DC}>{inside}</oai_dc:dc>")

    def _elements(self, collected: Collected) -> Iterator[tuple[str, str]]:
        statement, collection = collected.statement, self._collection
        date = collected.work.date
        yield "title", collected.heading
        yield from (("creator", person.name) for person in statement.speakers)
        yield from (("subject", charge.wording) for charge in statement.charges)
        yield "publisher", collection.title
        yield from (
            ("contributor", person.name) for person in (*statement.transcribers, *statement.translators)
        )
        yield "date", date.edtf if date else ""
        yield "type", "Text"
        yield "format", "text/html"
        yield "identifier", collection.address(collected)
        yield from (("source", source.address or source.title) for source in statement.sources)
        yield "language", language_tag(collected.language)
        if collected.original:
            yield "relation", collection.address(self._by_name[collected.original])
        yield from (("coverage", place) for place in (*statement.courts, statement.place))
        if statement.jurisdiction:
            yield "coverage", country_name(statement.jurisdiction, collection.language)
        yield "rights", statement.rights

    @cached_property
    def _by_name(self) -> dict[str, Collected]:
        return {each.name: each for each in self._collection.statements}


def _set(kind: str, value: str) -> str:
    """What a set is called in requests; what can't stand there is an underscore."""
    return f"{kind}:{_NOT_IN_SETS.sub('_', value)}"


def _withdrawn_on(item: Item) -> str:
    """The day on which a statement was withdrawn, empty where no day is stated."""
    statement = item.record.statement
    withdrawal = statement.withdrawal if statement else None
    return withdrawal.date if withdrawal and _DAY.fullmatch(withdrawal.date) else ""
