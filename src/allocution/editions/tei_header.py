"""The header of a statement in TEI: who, on what charge, where, when, from what source, with what rights."""

from __future__ import annotations

from collections.abc import Iterator

from allocution.content.fields import field
from allocution.editions.collection import Collected, Collection, Published, court_identifier, word_count
from allocution.editions.tei_dates import date_element
from allocution.editions.xml_markup import address_value, element, language_tag, text
from allocution.model.law import ArticleReference, Charge
from allocution.model.person import PersonRole
from allocution.model.statement import PersonName, Source
from allocution.views.absolute import safe_address
from allocution.views.names import country_name, language_name
from allocution.views.statements import notices


def tei_header(collection: Collection, published: Published) -> str:
    """The element `teiHeader` of a statement."""
    return _Header(collection, published).markup()


def article_identifier(reference: ArticleReference) -> str:
    """What an article is called in the corpus's list of laws."""
    return f"law.{reference.law}.{reference.article}".replace(" ", "_")


def lines(*markup: str) -> str:
    """Markup line by line, empty lines left out."""
    return "".join(f"{each}\n" for each in markup if each)


def block(name: str, *markup: str, **values: str) -> str:
    """An element around lines of markup; nothing around nothing."""
    inside = lines(*markup)
    return element(name, f"\n{inside}", **values) if inside else ""


class _Header:
    def __init__(self, collection: Collection, published: Published) -> None:
        self._collection = collection
        self._published = published
        self._collected: Collected = published.collected
        self._statement = self._collected.statement
        self._language = collection.site.interface_language(self._collected.item.site_language)
        self._wording = collection.site.wording(self._language)

    def markup(self) -> str:
        return block(
            "teiHeader",
            block(
                "fileDesc",
                self._title(),
                self._extent(),
                self._publication(),
                block("notesStmt", *self._notes()),
                block("sourceDesc", *self._sources()),
            ),
            block(
                "profileDesc",
                block("langUsage", *self._languages()),
                block("textClass", *self._classes()),
                block("settingDesc", block("setting", *self._setting())),
            ),
            self._revision(),
        )

    def _title(self) -> str:
        language = language_tag(self._collected.language)
        authors = (
            element("author", self._person(person, PersonRole.SPEAKER)) for person in self._statement.speakers
        )
        helpers = (
            block("respStmt", element("resp", text(field(name).label(self._language))), self._name(person))
            for name, people in (
                ("transcribers", self._statement.transcribers),
                ("translators", self._statement.translators),
            )
            for person in people
        )
        title = element("title", text(self._collected.heading), type="main", xml_lang=language)
        return block("titleStmt", title, *authors, *helpers)

    def _person(self, person: PersonName, role: PersonRole) -> str:
        identifier = self._collection.person(self._collected, role, person.name)
        reference = f"#{identifier}" if identifier else ""
        return element("persName", text(person.name) or "?", ref=reference, role=role.value)

    def _name(self, person: PersonName) -> str:
        return element("name", text(person.name))

    def _extent(self) -> str:
        words = word_count(self._published)
        sentences = sum(len(passage.sentences) for passage in self._published.body.passages)
        return element(
            "extent",
            element("measure", str(sentences), unit="sentences", quantity=str(sentences))
            + element("measure", str(words), unit="words", quantity=str(words)),
        )

    def _publication(self) -> str:
        rights = self._statement.rights
        availability = (
            element("availability", element("licence", text(rights)))
            if rights
            else element("availability", element("p", text(self._wording("unknown"))), status="unknown")
        )
        changed = self._collected.changed
        return block(
            "publicationStmt",
            element("publisher", text(self._collection.title)),
            element("idno", text(self._collection.address(self._collected)), type="URI"),
            availability,
            element("date", changed, when=changed) if changed else "",
        )

    def _notes(self) -> Iterator[str]:
        statement = self._statement
        for notice in notices(statement, self._wording):
            yield element("note", text(notice), type="notice")
        for name, value in (("case", statement.case), ("sentence", statement.punishment)):
            if value:
                yield element("note", text(value), type=name)
        for correction in statement.corrections:
            if correction.note:
                written = f"{correction.written} → {correction.meant}: {correction.note}"
                yield element("note", text(written), type="correction")
        for link in statement.links:
            target = address_value(safe_address(link.address))
            yield element(
                "note", element("ref", text(link.title or link.address), target=target), type="link"
            )

    def _sources(self) -> Iterator[str]:
        if self._collected.original:
            pointer = element("ptr", target=f"#{self._collected.original}")
            yield element("bibl", pointer, type="original")
        for source in self._statement.sources:
            yield _source(source)
        if not self._statement.sources:
            yield element("bibl", element("note", text(self._wording("source-unknown"))), type="unknown")

    def _languages(self) -> Iterator[str]:
        passages = self._published.body.passages
        found = [sentence.language or "und" for passage in passages for sentence in passage.sentences]
        for tag in dict.fromkeys([self._collected.language, *found]):
            yield element("language", text(language_name(tag, self._language)), ident=language_tag(tag))

    def _classes(self) -> Iterator[str]:
        terms = [self._charge(charge) for charge in self._statement.charges]
        if terms:
            named = any(charge.reference or charge.candidates for charge in self._statement.charges)
            yield block("keywords", *terms, scheme="#laws" if named else "")
        for name, value in (("stage", self._statement.stage), ("delivery", self._statement.delivery)):
            if value is not None:
                yield element("catRef", scheme=f"#{name}", target=f"#{name}.{value}")

    def _charge(self, charge: Charge) -> str:
        named = (charge.reference,) if charge.reference else charge.candidates
        pointers = " ".join(f"#{article_identifier(each)}" for each in named)
        part = charge.reference.part if charge.reference else ""
        kind = "charge" if charge.reference or not named else "charge-ambiguous"
        return element("term", text(charge.wording), type=kind, target=pointers, n=part)

    def _setting(self) -> Iterator[str]:
        statement = self._statement
        for court in statement.courts:
            yield element("orgName", text(court), ref=f"#{court_identifier(court)}", role="court")
        for judge in statement.judges:
            yield self._person(judge, PersonRole.JUDGE)
        if statement.place:
            yield element("name", text(statement.place), type="place")
        if statement.jurisdiction:
            name = country_name(statement.jurisdiction, self._language)
            yield element("name", text(name), type="country", key=statement.jurisdiction.upper())
        for stated in statement.dates:
            yield date_element(stated)

    def _revision(self) -> str:
        lastmod = self._collected.item.page.facts.dates.lastmod
        if lastmod is None or lastmod.key == "date":
            return ""
        return block("revisionDesc", element("change", text(lastmod.written), when=self._collected.changed))


def _source(source: Source) -> str:
    """A source: where it says it is, what it calls itself, its copy."""
    date = element("date", text(source.date)) if source.date else ""
    pointers = (
        element("ptr", type=kind, target=address_value(target))
        for kind, address in (("source", source.address), ("archived", source.archived))
        if (target := safe_address(address))
    )
    title = element("title", text(source.title)) if source.title else ""
    note = element("note", text(source.note)) if source.note else ""
    return element("bibl", "".join([title, date, *pointers, note]), type="source")
