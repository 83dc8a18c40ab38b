"""A statement's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import msgspec

from allocution.content.archive import Dimension, Item, Work, person_key
from allocution.content.fields import field
from allocution.content.outside_links import statement_with
from allocution.content.settings import Outside, same_origin
from allocution.messages import Catalogue
from allocution.model.evidence import Evidence
from allocution.model.law import ArticleReference, Charge
from allocution.model.passages import Body
from allocution.model.statement import Delivery, PersonName, Source, Statement
from allocution.model.withholding import Withholding
from allocution.views.absolute import safe_address
from allocution.views.citations import citations
from allocution.views.contract import Fact, Frame, Link, PlainView, TombstoneView
from allocution.views.dates import date_line, shown_dates, written_date_text
from allocution.views.entries import entry, in_language, is_older
from allocution.views.evidence import evidence_view
from allocution.views.headings import work_heading
from allocution.views.laws import article_title, law_name
from allocution.views.names import country_name, own_name
from allocution.views.pictures import has_picture, picture_output
from allocution.views.reading_text import with_corrections
from allocution.views.references import reference
from allocution.views.side_by_side import side_by_side_address
from allocution.views.site_view import SiteView
from allocution.views.statement_contract import (
    ChargeLine,
    Citation,
    CorrectionLine,
    RelatedGroup,
    StatementView,
    WithheldLine,
)

_FACTS = (
    "jurisdiction", "court", "judge", "case", "place", "stage", "delivery", "sentence", "transcribers",
    "translators", "language", "rights",
)  # fmt: skip
# What a reader expects to be told, and is told that it isn't known.
_EXPECTED = ("jurisdiction", "court", "judge", "sentence", "transcribers")


def statement_view(
    site: SiteView,
    item: Item,
    work: Work,
    neighbours: tuple[Work | None, Work | None],
    body: Body,
    related: Sequence[tuple[str, Work]] = (),
    evidence: Evidence | None = None,
    interface: str = "",
) -> StatementView:
    """The page of one statement; `related` are other works with what they have in common with it.

    `interface` is one of the archive's interface languages where the page is the one among those.
    """
    recorded = item.record.statement
    assert recorded is not None
    statement = statement_with(recorded, site.outside)
    page_language = interface or item.site_language
    language = site.interface_language(page_language)
    wording = site.wording(language)
    frame = _frame(site, item, work, page_language)
    return StatementView(
        frame=frame,
        path=item.record.path,
        title=statement.title,
        language=item.record.language,
        language_stated=item.record.language_stated,
        speakers=tuple(_person(site, person, item, page_language) for person in statement.speakers),
        charges=tuple(_charge(site, charge, item, page_language) for charge in statement.charges),
        dates=tuple(date_line(date, wording) for date in shown_dates(statement.dates)),
        facts=tuple(_facts(site, item, statement, page_language)),
        sources=tuple(_source(source, wording) for source in statement.sources),
        notices=(*notices(statement, wording), *_older(work.items[0], item, wording)),
        translations=_translations(site, item, work, page_language),
        corrections=tuple(
            CorrectionLine(found.written, found.meant, found.note) for found in statement.corrections
        ),
        links=_links(statement),
        previous=_neighbour(site, neighbours[0], page_language),
        next=_neighbour(site, neighbours[1], page_language),
        body=with_corrections(body, statement.corrections),
        withheld=tuple(_withheld(each, wording, language) for each in statement.withheld),
        side_by_side=_side_by_side(site, item, work, page_language),
        citations=_citations(site, item, statement, frame.site_title),
        related=_related(site, related, page_language),
        evidence=evidence_view(
            recorded, body, evidence, wording, item.record.language, _replay(site), site.outside
        ),
        address=item.address,
        picture=f"/{picture_output(item.page.facts.target.output)}" if has_picture(site, item) else "",
        files=_files(site, item, statement),
    )


def _links(statement: Statement) -> tuple[Link, ...]:
    return tuple(
        Link(link.title or link.address, safe_address(link.address), link.language)
        for link in statement.links
    )


def _citations(site: SiteView, item: Item, statement: Statement, archive_title: str) -> tuple[Citation, ...]:
    key = item.address.strip("/").rpartition("/")[2]
    language, address = item.record.language, site.absolute(item.address)
    return citations(reference(statement, language, archive_title, address, key))


def _files(site: SiteView, item: Item, statement: Statement) -> tuple[Link, ...]:
    """The editions of this statement alone that the site offers."""
    offered = site.forms.of(item.record.path, statement) if site.forms else ()
    return tuple(Link(form.label, f"/{output}") for form, output in offered)


def _frame(site: SiteView, item: Item, work: Work, page_language: str) -> Frame:
    """The frame of a statement's page; one that is no version of its own is the same text at its first address."""
    address = site.address_of(item, page_language)
    alternates = _alternates(site, work)
    frame = site.frame(
        work_heading(item),
        address,
        page_language,
        description=item.record.excerpt,
        alternates=alternates,
        versions=_versions(site, item, work, page_language),
    )
    if address == item.address or any(address == other for _, other in alternates):
        return frame
    return msgspec.structs.replace(frame, canonical=site.absolute(item.address))


def _replay(site: SiteView) -> str:
    """Where captures are shown; nowhere at the site's own origin, since captured pages run their scripts."""
    replay = site.archive.configuration.settings.replay
    if site.outside is not Outside.LIVE:
        return ""
    return "" if site.base_address and same_origin(replay, site.base_address) else replay


def _side_by_side(site: SiteView, item: Item, work: Work, page_language: str) -> tuple[Link, ...]:
    """Links to this item's text beside that of the work's other items."""
    original = work.items[0]
    pairs = [(item, item)] if item is not original else [(other, other) for other in work.items[1:]]
    others = [(original if item is not original else other, translation) for other, translation in pairs]
    return tuple(
        Link(own_name(other.record.language), side_by_side_address(site, translation, page_language),
             other.record.language)
        for other, translation in others
        if other.record.language
    )  # fmt: skip


def _related(
    site: SiteView, related: Sequence[tuple[str, Work]], page_language: str
) -> tuple[RelatedGroup, ...]:
    wording = site.wording(site.interface_language(page_language))
    return tuple(
        # Without their words: a page holds none but its own statement's.
        RelatedGroup(
            wording(relation),
            tuple(
                msgspec.structs.replace(entry(site, work, page_language, wording), excerpt="")
                for _, work in group
            ),
        )
        for relation, group in groupby(related, key=itemgetter(0))
    )


def _withheld(withheld: Withholding, wording: Catalogue, language: str) -> WithheldLine:
    """What readers are told of it."""
    what = wording(f"withheld-{withheld.kind}")
    if withheld.field:
        what = f"{what} «{_label(withheld.field, language)}»"
    notes = []
    if withheld.reason:
        notes.append(field("withhold").value_label(withheld.reason, language))
    if withheld.until:
        notes.append(wording("withheld-until", until=withheld.until))
    display = f"{what} ({', '.join(notes)})" if notes else what
    return WithheldLine(withheld.kind, withheld.field, withheld.reason, withheld.until, display)


def linked_terms(statement: Statement) -> Iterator[tuple[str, str]]:
    """The dimension and key of each list that a statement's page links to where there is one."""
    for person in statement.speakers:
        yield Dimension.SPEAKERS, person_key(person.name, person.identifier)
    for charge in statement.charges:
        yield Dimension.CHARGES, charge.wording
        for article in (charge.reference, *charge.candidates):
            if article is not None:
                yield Dimension.LAWS, f"{article.law} {article.article}"
    for court in statement.courts:
        yield Dimension.COURTS, court
    yield Dimension.COUNTRIES, statement.jurisdiction


def _alternates(site: SiteView, work: Work) -> tuple[tuple[str, str], ...]:
    """The work's texts by language, and in languages that it has no text in the original among labels in them."""
    original = work.items[0]
    among = site.shown_in(original)
    if len(work.items) == 1 and not among:
        return ()
    texts = {other.record.language: other.address for other in work.items if other.record.language}
    shown = {tag: site.address_of(original, tag) for tag in among if tag not in texts}
    return (*texts.items(), *shown.items())


def _versions(site: SiteView, item: Item, work: Work, page_language: str) -> tuple[tuple[str, str], ...]:
    """Where the reader finds the statement on choosing one of the site's languages."""
    texts = {other.site_language: other.address for other in work.items}
    own = {item.site_language: item.address}
    among = {tag: site.address_of(item, tag) for tag in site.shown_in(item) if tag not in texts}
    here = {page_language: site.address_of(item, page_language)}
    return tuple({**texts, **own, **among, **here}.items())


def _person(site: SiteView, person: PersonName, item: Item, page_language: str) -> Link:
    key = person_key(person.name, person.identifier)
    return Link(person.name, site.term_address(Dimension.SPEAKERS, key, page_language), item.record.language)


def _charge(site: SiteView, charge: Charge, item: Item, page_language: str) -> ChargeLine:
    text_language, language = item.record.language, site.interface_language(page_language)
    address = site.term_address(Dimension.CHARGES, charge.wording, page_language)
    wording = Link(charge.wording, address, text_language)
    if charge.reference is None:
        found = tuple(_article(site, each, language, page_language) for each in charge.candidates)
        return ChargeLine(wording, candidates=found)
    return ChargeLine(
        wording,
        _article(site, charge.reference, language, page_language),
        article_title(site, charge.reference, text_language),
    )


def _article(site: SiteView, reference: ArticleReference, language: str, page_language: str) -> Link:
    wording = site.wording(language)
    name = law_name(site, reference.law, language)
    parts = [wording("article", number=reference.article)]
    if reference.part:
        parts.append(wording("charge-part", part=reference.part))
    address = site.term_address(Dimension.LAWS, f"{reference.law} {reference.article}", page_language)
    return Link(f"{name}, {', '.join(parts)}", address)


@lru_cache(maxsize=1024)
def _label(name: str, language: str) -> str:
    return field(name).label(language)


@lru_cache(maxsize=4096)
def _single(name: str, text: str, address: str, text_language: str, note: str, language: str) -> Fact:
    """A fact with one value; the same courts, places and languages stand on page after page."""
    return Fact(name, _label(name, language), (Link(text, address, text_language),), note)


def _facts(site: SiteView, item: Item, statement: Statement, page_language: str) -> list[Fact]:
    text_language, language = item.record.language, site.interface_language(page_language)
    known: dict[str, Fact] = {}
    if country := statement.jurisdiction:
        address = site.term_address(Dimension.COUNTRIES, country, page_language)
        known["jurisdiction"] = _single(
            "jurisdiction", country_name(country, language), address, "", "", language
        )
    if statement.courts:
        known["court"] = _court(site, statement.courts, item, page_language)
    for name, people, people_language in (
        ("judge", statement.judges, text_language),
        ("transcribers", statement.transcribers, ""),
        ("translators", statement.translators, ""),
    ):
        if people:
            known[name] = _people(name, people, people_language, language)
    plain = (
        ("case", statement.case), ("place", statement.place), ("sentence", statement.punishment),
        ("rights", statement.rights),
    )  # fmt: skip
    known.update({name: _single(name, text, "", text_language, "", language) for name, text in plain if text})
    for name, value in (("stage", statement.stage), ("delivery", statement.delivery)):
        if value is not None:
            known[name] = _single(name, field(name).value_label(value, language), "", "", "", language)
    if text_language:
        address = site.term_address(Dimension.LANGUAGES, text_language, page_language)
        note = "" if item.record.language_stated else site.wording(language)("machine-detected")
        known["language"] = _single(
            "language", own_name(text_language), address, text_language, note, language
        )
    for name in _EXPECTED:
        if name not in known:
            known[name] = Fact(name, _label(name, language), ())
    return [known[name] for name in _FACTS if name in known]


def _court(site: SiteView, courts: tuple[str, ...], item: Item, page_language: str) -> Fact:
    links = [(court, site.term_address(Dimension.COURTS, court, page_language)) for court in courts]
    text_language, language = item.record.language, site.interface_language(page_language)
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


def notices(statement: Statement, wording: Catalogue) -> list[str]:
    """What a reader is told before the text: a retelling, a translation, words that were refused."""
    told = []
    if statement.retelling:
        told.append(wording("retelling"))
    if statement.translators:
        names = ", ".join(person.name for person in statement.translators)
        told.append(wording("translated-by", names=names))
    if statement.machine_translated:
        told.append(wording("translated-by-machine"))
    if statement.delivery in (Delivery.REFUSED, Delivery.NOT_RECORDED):
        told.append(wording(statement.delivery))
    return told


def _older(original: Item, item: Item, wording: Catalogue) -> tuple[str, ...]:
    return (wording("older-than-original"),) if is_older(original, item) else ()


def _translations(site: SiteView, item: Item, work: Work, page_language: str) -> tuple[Link, ...]:
    wording = site.wording(site.interface_language(page_language))
    return tuple(
        Link(
            own_name(other.record.language) if other.record.language else other.page.facts.title,
            site.address_of(other, page_language),
            other.record.language,
            wording("original") if index == 0 else "",
        )
        for index, other in enumerate(work.items)
        if other is not item
    )


def _neighbour(site: SiteView, work: Work | None, page_language: str) -> Link | None:
    if work is None:
        return None
    item = in_language(work, page_language)
    address = site.address_of(item, page_language)
    return Link(work_heading(item), address, item.record.language)


def tombstone_view(site: SiteView, item: Item, page_language: str) -> TombstoneView:
    """What is left of a withdrawn statement, in one of the languages that it can be asked for in."""
    statement = item.record.statement
    assert statement is not None
    assert statement.withdrawal is not None
    wording = site.wording(site.interface_language(page_language))
    address = site.address_of(item, page_language)
    heading, versions = wording("withdrawn-title"), _own_versions(site, item)
    frame = site.frame(heading, address, page_language, versions=versions, indexed=False)
    withdrawal = statement.withdrawal
    display = written_date_text(withdrawal.date, wording)
    if not statement.withheld:
        return TombstoneView(frame, withdrawal.date, withdrawal.reason, display=display)
    # Withheld whole by a code, which has its label in the reader's language.
    reason = field("withhold").value_label(withdrawal.reason, frame.language) if withdrawal.reason else ""
    return TombstoneView(frame, withdrawal.date, reason, withdrawal.reason, display)


def _own_versions(site: SiteView, item: Item) -> tuple[tuple[str, str], ...]:
    """An item's address in each language of the interface, where it is shown in several."""
    among = site.shown_in(item)
    return tuple((tag, site.address_of(item, tag)) for tag in (item.site_language, *among) if among)


def plain_view(site: SiteView, item: Item, body: Body, page_language: str) -> PlainView:
    """An ordinary page, among labels in one of the languages that it is shown in."""
    language = item.record.language or site.interface_language(item.site_language)
    address, versions = site.address_of(item, page_language), _own_versions(site, item)
    title, excerpt = item.page.facts.title, item.record.excerpt
    frame = site.frame(title, address, page_language, description=excerpt, versions=versions)
    return PlainView(frame, item.record.path, language, body)
