"""A statement's page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from allocution.content.archive import Dimension, Item, Work, person_key
from allocution.content.fields import field
from allocution.messages import Catalogue
from allocution.model.law import ArticleReference, Certainty, Charge
from allocution.model.passages import Body
from allocution.model.statement import Delivery, PersonName, Source, Statement
from allocution.views.absolute import safe_address
from allocution.views.contract import (
    ChargeLine,
    CorrectionLine,
    Fact,
    Link,
    PlainView,
    StatementView,
    TombstoneView,
)
from allocution.views.dates import date_line, shown_dates
from allocution.views.site_view import SiteView, country_name, own_name, work_heading


def statement_view(
    site: SiteView,
    item: Item,
    work: Work,
    neighbours: tuple[Work | None, Work | None],
    body: Body,
) -> StatementView:
    """The page of one statement."""
    statement = item.record.statement
    assert statement is not None
    language = site.interface_language(item.site_language)
    wording = site.wording(language)
    heading = work_heading(statement)
    frame = site.frame(
        heading,
        item.address,
        item.site_language,
        description=item.record.excerpt,
        alternates=_alternates(work),
    )
    return StatementView(
        frame=frame,
        path=item.record.path,
        title=statement.title,
        language=item.record.language,
        language_stated=item.record.language_stated,
        speakers=tuple(_person(site, person, item.record.language) for person in statement.speakers),
        charges=tuple(_charge(site, charge, item.record.language, language) for charge in statement.charges),
        dates=tuple(date_line(date, wording) for date in shown_dates(statement.dates)),
        facts=tuple(_facts(site, item, statement, language)),
        sources=tuple(_source(source, wording) for source in statement.sources),
        notices=tuple(_notices(statement, wording)),
        translations=_translations(item, work, wording),
        corrections=tuple(
            CorrectionLine(found.written, found.meant, found.note) for found in statement.corrections
        ),
        links=tuple(
            Link(link.title or link.address, safe_address(link.address), link.language)
            for link in statement.links
        ),
        previous=_neighbour(neighbours[0], item.site_language),
        next=_neighbour(neighbours[1], item.site_language),
        body=body,
    )


def linked_terms(statement: Statement) -> Iterator[tuple[str, str]]:
    """The dimension and key of each list that a statement's page links to where there is one."""
    for person in statement.speakers:
        yield Dimension.SPEAKERS, person_key(person.name, person.identifier)
    for charge in statement.charges:
        yield Dimension.CHARGES, charge.wording
        for reference in (charge.reference, *charge.candidates):
            if reference is not None:
                yield Dimension.LAWS, f"{reference.law} {reference.article}"
    for court in statement.courts:
        yield Dimension.COURTS, court
    yield Dimension.COUNTRIES, statement.jurisdiction


def _alternates(work: Work) -> tuple[tuple[str, str], ...]:
    if len(work.items) == 1:
        return ()
    return tuple((other.record.language, other.address) for other in work.items if other.record.language)


def _person(site: SiteView, person: PersonName, language: str) -> Link:
    address = site.archive.address_of(Dimension.SPEAKERS, person_key(person.name, person.identifier))
    return Link(person.name, address, language)


def _charge(site: SiteView, charge: Charge, text_language: str, language: str) -> ChargeLine:
    wording = Link(charge.wording, site.archive.address_of(Dimension.CHARGES, charge.wording), text_language)
    if charge.reference is None:
        return ChargeLine(
            wording, candidates=tuple(_article(site, found, language) for found in charge.candidates)
        )
    return ChargeLine(
        wording,
        _article(site, charge.reference, language),
        article_title(site, charge.reference, text_language),
    )


def _article(site: SiteView, reference: ArticleReference, language: str) -> Link:
    wording = site.wording(language)
    law = site.archive.laws.get(reference.law)
    short = {label.language: label.text for label in law.short_titles} if law else {}
    name = short.get(language) or next(iter(short.values()), reference.law)
    parts = [wording("article", number=reference.article)]
    if reference.part:
        parts.append(wording("charge-part", part=reference.part))
    address = site.archive.address_of(Dimension.LAWS, f"{reference.law} {reference.article}")
    return Link(f"{name}, {', '.join(parts)}", address)


def article_title(site: SiteView, reference: ArticleReference, language: str) -> Link | None:
    """The official title of an article, in that language if there is one; None where it isn't known for certain."""
    law = site.archive.laws.get(reference.law)
    article = law.article(reference.article) if law else None
    if article is None or article.certainty is not Certainty.CERTAIN or not article.titles:
        return None
    label = next((label for label in article.titles if label.language == language), article.titles[0])
    return Link(label.text, language=label.language)


@lru_cache(maxsize=1024)
def _label(name: str, language: str) -> str:
    return field(name).label(language)


@lru_cache(maxsize=4096)
def _single(name: str, text: str, address: str, text_language: str, note: str, language: str) -> Fact:
    """A fact with one value; the same courts, places and languages stand on page after page."""
    return Fact(name, _label(name, language), (Link(text, address, text_language),), note)


def _facts(site: SiteView, item: Item, statement: Statement, language: str) -> list[Fact]:
    text_language = item.record.language
    address_of = site.archive.address_of
    facts: list[Fact] = []
    if country := statement.jurisdiction:
        address = address_of(Dimension.COUNTRIES, country)
        facts.append(_single("jurisdiction", country_name(country, language), address, "", "", language))
    facts.append(_court(site, statement.courts, text_language, language))
    facts.append(_people("judge", statement.judges, text_language, language))
    plain = (("case", statement.case), ("place", statement.place), ("sentence", statement.punishment))
    facts.extend([_single(name, text, "", text_language, "", language) for name, text in plain if text])
    for name, value in (("stage", statement.stage), ("delivery", statement.delivery)):
        if value is not None:
            facts.append(_single(name, field(name).value_label(value, language), "", "", "", language))
    for name, people in (("transcribers", statement.transcribers), ("translators", statement.translators)):
        if people:
            facts.append(_people(name, people, "", language))
    if text_language:
        address = address_of(Dimension.LANGUAGES, text_language)
        note = "" if item.record.language_stated else site.wording(language)("machine-detected")
        facts.append(_single("language", own_name(text_language), address, text_language, note, language))
    if statement.rights:
        facts.append(_single("rights", statement.rights, "", text_language, "", language))
    return facts


def _court(site: SiteView, courts: tuple[str, ...], text_language: str, language: str) -> Fact:
    links = [(court, site.archive.address_of(Dimension.COURTS, court)) for court in courts]
    if len(links) == 1:
        return _single("court", *links[0], text_language, "", language)
    values = tuple([Link(court, address, text_language) for court, address in links])
    return Fact("court", _label("court", language), values)


def _people(name: str, people: tuple[PersonName, ...], text_language: str, language: str) -> Fact:
    values = tuple([Link(person.name, language=text_language) for person in people])
    return Fact(name, _label(name, language), values)


def _source(source: Source, wording: Catalogue) -> Link:
    notes = [source.date, source.note]
    if source.archived:
        notes.append(f"{wording('source-archived')}: {source.archived}")
    text = source.title or source.address or source.note or source.archived
    return Link(
        text, safe_address(source.address), note="; ".join(note for note in notes if note and note != text)
    )


def _notices(statement: Statement, wording: Catalogue) -> list[str]:
    notices = []
    if statement.retelling:
        notices.append(wording("retelling"))
    if statement.translators:
        names = ", ".join(person.name for person in statement.translators)
        notices.append(wording("translated-by", names=names))
    if statement.machine_translated:
        notices.append(wording("translated-by-machine"))
    if statement.delivery in (Delivery.REFUSED, Delivery.NOT_RECORDED):
        notices.append(wording(statement.delivery))
    return notices


def _translations(item: Item, work: Work, wording: Catalogue) -> tuple[Link, ...]:
    return tuple(
        Link(
            own_name(other.record.language) if other.record.language else other.page.facts.title,
            other.address,
            other.record.language,
            wording("original") if index == 0 else "",
        )
        for index, other in enumerate(work.items)
        if other is not item
    )


def in_language(work: Work, page_language: str) -> Item:
    """The item of a work to show among pages of one of the site's languages: that language's, else the original."""
    if len(work.items) == 1:
        return work.items[0]
    return next((item for item in work.items if item.site_language == page_language), work.items[0])


def _neighbour(work: Work | None, page_language: str) -> Link | None:
    if work is None:
        return None
    item = in_language(work, page_language)
    assert item.record.statement is not None
    return Link(work_heading(item.record.statement), item.address, item.record.language)


def tombstone_view(site: SiteView, item: Item) -> TombstoneView:
    """What is left of a withdrawn statement."""
    statement = item.record.statement
    assert statement is not None
    assert statement.withdrawal is not None
    wording = site.wording(site.interface_language(item.site_language))
    frame = site.frame(wording("withdrawn-title"), item.address, item.site_language, indexed=False)
    return TombstoneView(frame, statement.withdrawal.date, statement.withdrawal.reason)


def plain_view(site: SiteView, item: Item, body: Body) -> PlainView:
    """An ordinary page."""
    language = item.record.language or site.interface_language(item.site_language)
    frame = site.frame(
        item.page.facts.title, item.address, item.site_language, description=item.record.excerpt
    )
    return PlainView(frame, item.record.path, language, body)
