"""What is known of a statement, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator

from allocution.content.fields import field
from allocution.editions.collection import Collected, Collection
from allocution.messages import Catalogue
from allocution.model.statement import Source, Statement
from allocution.views.dates import date_line, shown_dates
from allocution.views.names import country_name, language_name
from allocution.views.statements import notices


def facts(collection: Collection, collected: Collected) -> Iterator[tuple[str, str]]:
    """(label, value) of all that its file says, in the language of its page; several values in one line."""
    site = collection.site
    language = site.interface_language(collected.item.site_language)
    wording = site.wording(language)
    statement = collected.statement
    for label, values in _lines(statement, wording):
        if text := "; ".join(value for value in values if value):
            yield label, text
    if collected.item.record.language:
        yield field("language").label(language), language_name(collected.item.record.language, language)
    for source in statement.sources:
        yield wording("sources"), source_line(source, wording)
    if statement.rights:
        yield field("rights").label(language), statement.rights
    for notice in notices(statement, wording):
        yield "", notice


def _lines(statement: Statement, wording: Catalogue) -> Iterator[tuple[str, list[str]]]:
    language = wording.language

    def label(name: str) -> str:
        return field(name).label(language)

    says = Catalogue("editions", language)
    speakers, charges = len(statement.speakers), len(statement.charges)
    yield says("fact-speakers", count=speakers), [person.name for person in statement.speakers]
    yield says("fact-charges", count=charges), [charge.wording for charge in statement.charges]
    for stated in shown_dates(statement.dates):
        line = date_line(stated, wording)
        yield line.label, [line.display]
    if statement.jurisdiction:
        yield label("jurisdiction"), [country_name(statement.jurisdiction, language)]
    yield label("court"), list(statement.courts)
    yield label("judge"), [person.name for person in statement.judges]
    yield label("case"), [statement.case]
    yield label("place"), [statement.place]
    yield label("sentence"), [statement.punishment]
    for name, value in (("stage", statement.stage), ("delivery", statement.delivery)):
        if value is not None:
            yield label(name), [field(name).value_label(value, language)]
    yield label("transcribers"), [person.name for person in statement.transcribers]
    yield label("translators"), [person.name for person in statement.translators]


def source_line(source: Source, wording: Catalogue) -> str:
    """A source in a line: title, address, date, archived copy, note."""
    archived = f"{wording('source-archived')}: {source.archived}" if source.archived else ""
    parts = (source.title, source.address, source.date, archived, source.note)
    return ", ".join(part for part in parts if part)
