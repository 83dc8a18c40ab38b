"""The rows of an archive's tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from allocution.editions import schema
from allocution.editions.collection import Collected, Collection, Published, sentence_anchor, word_count
from allocution.editions.schema import Row, Table
from allocution.model.dates import DateMeaning
from allocution.model.law import ArticleReference
from allocution.model.statement import PersonName, Statement
from allocution.views.laws import article_title

Rows = Iterator[tuple[Table, Row]]


def rows_of_collection(collection: Collection) -> Rows:
    """What isn't of one statement: the people and their names."""
    by_path = {each.item.record.path: each.name for each in collection.statements}
    for person in collection.people:
        first = person.names[0]
        yield schema.PEOPLE, (f"p-{person.identifier}", first.name, first.script)
    for person in collection.people:
        for name in dict.fromkeys(person.names):
            if name.source in by_path:
                row = (
                    f"p-{person.identifier}",
                    by_path[name.source],
                    name.role,
                    name.name,
                    name.script,
                    name.language,
                )
                yield schema.NAMES, row


# Several editions ask for the rows of a statement one after the other.
@lru_cache(maxsize=1)
def rows_of_statement(collection: Collection, published: Published) -> tuple[tuple[Table, Row], ...]:
    """A statement's own row, then those of what belongs to it."""
    return tuple(_rows(collection, published))


def _rows(collection: Collection, published: Published) -> Rows:
    collected = published.collected
    yield schema.STATEMENTS, _statement(collection, published)
    yield from _charges(collection, collected)
    for number, source in enumerate(collected.statement.sources, start=1):
        row = (
            collected.name,
            number,
            source.address,
            source.title,
            source.date,
            source.archived,
            source.note,
        )
        yield schema.SOURCES, _known(row)
    yield from _words(collection, published)


def _known(row: Row) -> Row:
    """A row in which what isn't known is null."""
    return tuple(None if cell == "" else cell for cell in row)


def _statement(collection: Collection, published: Published) -> Row:
    collected = published.collected
    statement = collected.statement
    record, date = collected.item.record, collected.work.date
    return _known(
        (
            collected.name, collection.address(collected), record.path, statement.title, _people(statement.speakers),
            _joined(charge.wording for charge in statement.charges), record.language, record.language_stated,
            collected.original, date.edtf if date else "", date.earliest if date else "", date.latest if date else "",
            _dates(statement, DateMeaning.DELIVERED), _dates(statement, DateMeaning.POSTED),
            _dates(statement, DateMeaning.VERDICT), _dates(statement, DateMeaning.UNSTATED), collected.changed,
            statement.jurisdiction, _joined(statement.courts), _people(statement.judges), statement.case,
            statement.stage, statement.delivery, statement.place, statement.time_zone, statement.punishment,
            _people(statement.transcribers), _people(statement.translators), statement.machine_translated,
            statement.retelling, statement.rights, sum(1 for _ in published.sentences()),
            word_count(published),
        )
    )  # fmt: skip


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def _people(people: Iterable[PersonName]) -> str:
    return _joined(person.name for person in people)


def _dates(statement: Statement, meaning: DateMeaning) -> str:
    return _joined(date.edtf for date in statement.dates if date.meaning is meaning)


def _charges(collection: Collection, collected: Collected) -> Rows:
    for number, charge in enumerate(collected.statement.charges, start=1):
        reference = charge.reference
        title = article_title(collection.site, reference, collected.language) if reference else None
        named = (reference.law, reference.article, reference.part) if reference else ("", "", "")
        candidates = _joined(map(_reference, charge.candidates))
        row = (collected.name, number, charge.wording, *named, title.text if title else "", candidates)
        yield schema.CHARGES, _known(row)


def _reference(reference: ArticleReference) -> str:
    return " ".join(part for part in (reference.law, reference.article, reference.part) if part)


def _words(collection: Collection, published: Published) -> Rows:
    name, address = published.collected.name, collection.address(published.collected)
    notes = {(each.written, each.meant): each.note for each in published.collected.statement.corrections}
    count = 0
    for number, (passage, meant) in enumerate(published.passages(), start=1):
        row: Row = (
            name, number, passage.kind, passage.role, passage.speaker, passage.language, passage.level, passage.depth,
            passage.label, passage.text,
        )  # fmt: skip
        yield schema.PASSAGES, _known(row)
        for start, end, text in meant:
            written = passage.text[start:end]
            yield (
                schema.CORRECTIONS,
                (name, number, start, end, written, text, notes.get((written, text)) or None),
            )
        for sentence in passage.sentences:
            count += 1
            anchor = sentence_anchor(sentence)
            read = reading_text(passage.text, sentence.start, sentence.end, meant)
            told = (
                name, anchor, f"{address}#{anchor}", number, count, sentence.start, sentence.end, passage.role,
                sentence.language, passage.text[sentence.start : sentence.end], read,
            )  # fmt: skip
            yield schema.SENTENCES, _known(told)


def reading_text(text: str, start: int, end: int, meant: Iterable[tuple[int, int, str]]) -> str:
    """What was meant between two offsets of a text; empty where that is what is written."""
    parts, at = [], start
    for first, last, instead in meant:
        if first >= at and last <= end:
            parts += [text[at:first], instead]
            at = last
    return "".join([*parts, text[at:end]]) if parts else ""
