"""The API's objects and lists as values, made of a collection; which of them are files of a site without a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar
from urllib.parse import quote, unquote

import msgspec

from allocution.content.archive import Dimension, Work, person_key
from allocution.content.archive import Term as ArchiveTerm
from allocution.editions import api_contract as contract
from allocution.editions.collection import Collected, Collection, Published, sentence_anchor
from allocution.editions.open_api import open_api_json
from allocution.editions.outside_links import WordReader
from allocution.editions.rows import reading_text
from allocution.model.dates import StatedDate
from allocution.model.evidence import Evidences
from allocution.model.law import Charge
from allocution.model.passages import Sentence

ROOT = "/api/v1"
DESCRIPTION = f"{ROOT}/openapi.json"
PAGE_SIZE = 100
_SAFE = "!$&'()*+,;=:@~-._"
DIMENSIONS = (Dimension.SPEAKERS, Dimension.CHARGES, Dimension.COURTS, Dimension.COUNTRIES)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part of a list: how many it has in all, the items, where the next and the previous part are, below the root."""

    total: int
    next: str
    previous: str
    items: Sequence[T]


def json_bytes(value: object) -> bytes:
    """An answer as it is sent and written."""
    return msgspec.json.encode(value) + b"\n"


def list_path(name: str, page: int = 1) -> str:
    """The path of a page of a list, below the API's root."""
    return f"{name}.json" if page == 1 else f"{name}/pages/{page}.json"


def object_path(name: str, identifier: str) -> str:
    """The path of an object of a list, below the API's root; escaped as in an address."""
    return f"{name}/{quote(identifier, safe=_SAFE)}.json"


def page_of(items: Sequence[T], name: str, page: int) -> Part[T] | None:
    """A page (from 1) of a whole list; None where it has no such page."""
    pages = max(1, -(-len(items) // PAGE_SIZE))
    if not 1 <= page <= pages:
        return None
    following = list_path(name, page + 1) if page < pages else ""
    previous = list_path(name, page - 1) if page > 1 else ""
    return Part(len(items), following, previous, items[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])


class ApiObjects:
    """The objects and lists of one collection; `evidence` is what was captured of the sources, None for nothing."""

    def __init__(self, collection: Collection, evidence: Evidences | None = None) -> None:
        self.collection = collection
        self._evidence = evidence
        self._site = collection.site
        self._archive = collection.archive

    def address(self, path: str) -> str:
        """A path from the site's root as an address; a fragment stays one."""
        page, mark, fragment = path.partition("#")
        return f"{self._site.absolute(page) or page}{mark}{fragment}"

    @cached_property
    def entry(self) -> contract.Entry:
        """Where everything begins."""
        lists = {name.value: list_path(name) for name in DIMENSIONS}
        return contract.Entry(
            title=self.collection.title,
            description="openapi.json",
            statements=list_path("statements"),
            **lists,
        )

    @cached_property
    def description(self) -> bytes:
        """The description in OpenAPI, with the archive's own title and address."""
        return open_api_json(self.collection.title, self._site.base_address)

    # Statements

    @cached_property
    def by_name(self) -> dict[str, Collected]:
        """The statements by name, in order."""
        return {each.name: each for each in self.collection.statements}

    @cached_property
    def summaries(self) -> dict[str, contract.StatementSummary]:
        """All statements without their words, by name, in order."""
        return {each.name: self._summary(each) for each in self.collection.statements}

    def _summary(self, collected: Collected) -> contract.StatementSummary:
        statement, date = collected.statement, collected.work.date
        return contract.StatementSummary(
            name=collected.name,
            address=self.collection.address(collected),
            data=object_path("statements", collected.name),
            heading=collected.heading,
            title=statement.title,
            speakers=tuple(
                self._named(Dimension.SPEAKERS, person_key(each.name, each.identifier), each.name)
                for each in statement.speakers
            ),
            charges=tuple(map(self._charge, statement.charges)),
            date=_date(date) if date else None,
            language=collected.item.record.language,
            translates=collected.original,
            country=statement.jurisdiction,
            courts=tuple(self._named(Dimension.COURTS, court, court) for court in statement.courts),
            stage=statement.stage or "",
            delivery=statement.delivery or "",
            place=statement.place,
            retelling=statement.retelling,
            rights=statement.rights,
            changed=collected.changed,
        )

    def _named(self, dimension: Dimension, key: str, name: str) -> contract.Named:
        found = term_identifier(self._archive.address_of(dimension, key))
        return contract.Named(name, found, object_path(dimension, found) if found else "")

    def _charge(self, charge: Charge) -> contract.Charge:
        named = self._named(Dimension.CHARGES, charge.wording, charge.wording)
        reference = charge.reference
        article = (reference.law, reference.article, reference.part) if reference else ("", "", "")
        return contract.Charge(charge.wording, named.id, named.data, *article)

    def statement(self, published: Published) -> contract.Statement:
        """A statement with its words."""
        collected = published.collected
        statement = collected.statement
        summary = self.summaries[collected.name]
        return contract.Statement(
            **{name: getattr(summary, name) for name in contract.StatementSummary.__dataclass_fields__},
            dates=tuple(map(_date, statement.dates)),
            judges=tuple(person.name for person in statement.judges),
            case=statement.case,
            punishment=statement.punishment,
            transcribers=tuple(person.name for person in statement.transcribers),
            translators=tuple(person.name for person in statement.translators),
            machine_translated=statement.machine_translated,
            sources=tuple(
                contract.Source(each.address, each.title, each.date, each.archived, each.note)
                for each in statement.sources
            ),
            passages=tuple(
                contract.Passage(
                    number, passage.kind, passage.role, passage.speaker, passage.language, passage.text
                )
                for number, passage in enumerate(published.body.passages, start=1)
            ),
            sentences=tuple(self._sentences(published)),
            coverage=self._coverage(published),
        )

    def _coverage(self, published: Published) -> contract.Coverage | None:
        if self._evidence is None:
            return None
        withholds = published.collected.item.record.withholds
        recorded = published.collected.recorded
        found = self._evidence.of(recorded, published.body, withholds=withholds)
        captures = sum(len(each.captures) for each in found.sources)
        if not captures:
            return None
        differing, nowhere = (
            tuple(f"s-{each.identifier}" for each in some) for some in (found.differing, found.nowhere)
        )
        return contract.Coverage(captures, found.found, differing, nowhere)

    def _sentences(self, published: Published) -> Iterator[contract.Sentence]:
        number, page = 0, self.collection.address(published.collected)
        for place, (passage, meant) in enumerate(published.passages(), start=1):
            for each in passage.sentences:
                number += 1
                anchor, text = sentence_anchor(each), _text(passage.text, each)
                read = reading_text(passage.text, each.start, each.end, meant)
                yield contract.Sentence(
                    anchor, f"{page}#{anchor}", number, place, passage.role, each.language, text, read
                )

    # Speakers, charges, courts, countries

    @cached_property
    def terms(self) -> dict[str, dict[str, ArchiveTerm]]:
        """The terms of each list, by their identifiers, in the order of the site's lists."""
        return {
            name: {term_identifier(term.address): term for term in self._archive.terms.get(name, ())}
            for name in DIMENSIONS
        }

    def term_summaries(self, dimension: str) -> list[contract.TermSummary]:
        """The items of a list."""
        return [
            contract.TermSummary(
                identifier,
                self._site.term_label(term, self._site.language),
                term.language,
                self.address(term.address),
                object_path(dimension, identifier),
                len(self._names_of(term)),
            )
            for identifier, term in self.terms[dimension].items()
        ]

    def term(self, dimension: str, identifier: str) -> contract.Term | None:
        """A speaker, charge, court or country."""
        term = self.terms[dimension].get(identifier)
        if term is None:
            return None
        label = self._site.term_label(term, self._site.language)
        address = self.address(term.address)
        return contract.Term(identifier, label, term.language, address, self._names_of(term))

    def _names_of(self, term: ArchiveTerm) -> tuple[str, ...]:
        return tuple(name for work in term.works for name in self._names[work])

    @cached_property
    def _names(self) -> dict[Work, list[str]]:
        found: dict[Work, list[str]] = {work: [] for work in self._archive.works}
        for each in self.collection.statements:
            found[each.work].append(each.name)
        return found

    # Files

    def files(self, words: WordReader) -> Iterator[tuple[str, bytes]]:
        """Every answer that doesn't depend on a query, by its path in the output."""
        yield from self._file("index.json", json_bytes(self.entry))
        yield from self._file("openapi.json", self.description)
        yield from self._pages("statements", list(self.summaries.values()))
        for name in DIMENSIONS:
            yield from self._pages(name, self.term_summaries(name))
            for identifier in self.terms[name]:
                found = self.term(name, identifier)
                yield from self._file(object_path(name, identifier), json_bytes(found))
        for collected in self.collection.statements:
            data = json_bytes(self.statement(words.read(collected)))
            yield from self._file(object_path("statements", collected.name), data)

    def _pages(self, name: str, items: Sequence[object]) -> Iterator[tuple[str, bytes]]:
        for number in range(1, max(1, -(-len(items) // PAGE_SIZE)) + 1):
            part = page_of(items, name, number)
            yield from self._file(list_path(name, number), json_bytes(part))

    @staticmethod
    def _file(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
        yield f"{ROOT[1:]}/{unquote(path)}", data


def term_identifier(address: str) -> str:
    """The identifier of a term: the last part of its list's address; empty where it has none."""
    return address.rstrip("/").rpartition("/")[2]


def _date(date: StatedDate) -> contract.Date:
    return contract.Date(date.edtf, date.earliest, date.latest, date.meaning)


def _text(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end]
