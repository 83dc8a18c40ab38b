"""All of an archive joined: works with their translations, and the lists that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

import msgspec

from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.listing import Page
from allocution.content.hugo.pages import PageFacts
from allocution.content.hugo.paths import address_part
from allocution.model.dates import DateMeaning, StatedDate
from allocution.model.finding import Finding, Place, Severity
from allocution.model.law import Law
from allocution.model.statement import Statement
from allocution.model.withholding import MARK

_SLUG_BYTES = 240
_SORTING_ORDER = (DateMeaning.DELIVERED, DateMeaning.VERDICT, DateMeaning.UNSTATED, DateMeaning.POSTED)


class Dimension(StrEnum):
    """What statements are listed by; the values are the folders of the lists."""

    SPEAKERS = "speakers"
    CHARGES = "charges"
    LAWS = "laws"
    COURTS = "courts"
    COUNTRIES = "countries"
    YEARS = "years"
    LANGUAGES = "languages"


class Record(msgspec.Struct, frozen=True):
    """One content file as read: what Hugo makes of it and what it says of a statement, without its words.

    `facts` are None where the file can't be read; a finding says why. `summary` is a digest of everything that
    other pages show of it, `digest` one of the file's bytes. `withholds` says that the file holds more than everybody
    may see; the rest of the record is of what everybody may. `words` are its keywords, where the archive asks for them.
    """

    path: str
    digest: bytes
    summary: bytes
    facts: PageFacts | None
    statement: Statement | None
    language: str
    language_stated: bool
    excerpt: str
    findings: tuple[Finding, ...] = ()
    withholds: bool = False
    words: bytes = b""


class Item(msgspec.Struct, frozen=True, eq=False):
    """A record that has a page."""

    record: Record
    page: Page

    @property
    def address(self) -> str:
        """Path from the site's root."""
        return self.page.facts.target.address

    @property
    def site_language(self) -> str:
        """Which of the site's languages the page belongs to."""
        return self.page.facts.file.language


class Work(msgspec.Struct, frozen=True, eq=False):
    """A statement and its translations; `items` begins with the original, or what stands for it."""

    items: tuple[Item, ...]
    date: StatedDate | None

    @property
    def statement(self) -> Statement:
        """What the original's file says."""
        statement = self.items[0].record.statement
        assert statement is not None
        return statement

    @property
    def first_day(self) -> str:
        """The day that the work is sorted by, empty where no date is known."""
        return self.date.earliest if self.date else ""


class Term(msgspec.Struct, frozen=True, eq=False):
    """A value that works are listed under. `parts` are the terms below it: the articles of a law."""

    dimension: str
    key: str
    label: str
    address: str
    works: tuple[Work, ...]
    language: str = ""
    parts: tuple[Term, ...] = ()


class Archive(msgspec.Struct, frozen=True, eq=False):
    """Everything that pages are made of, apart from the words of the statements.

    `branches` holds the files of sections, taxonomies and terms by the output path of their page.
    """

    configuration: SiteConfiguration
    pages: tuple[Page, ...]
    works: tuple[Work, ...]
    withdrawn: tuple[Item, ...]
    ordinary: tuple[Item, ...]
    branches: dict[str, Item]
    terms: dict[str, tuple[Term, ...]]
    addresses: dict[tuple[str, str], str]
    laws: dict[str, Law]
    work_of: dict[str, Work]
    findings: tuple[Finding, ...]

    def address_of(self, dimension: str, key: str) -> str:
        """The address of a term's list; empty where there is none."""
        return self.addresses.get((dimension, key), "")


def sorting_date(statement: Statement) -> StatedDate | None:
    """The date that lists go by: delivered, else verdict, else the one without a meaning, else posted."""
    if len(statement.dates) == 1:
        return statement.dates[0]
    by_meaning = {date.meaning: date for date in statement.dates}
    return next((by_meaning[meaning] for meaning in _SORTING_ORDER if meaning in by_meaning), None)


def join(
    configuration: SiteConfiguration,
    pages: tuple[Page, ...],
    records: Mapping[str, Record],
    laws: Iterable[Law],
) -> Archive:
    """Join pages and records into an archive; only what is published takes part."""
    works, withdrawn, ordinary = _works(pages, records)
    branches = {
        page.facts.target.output: Item(records[path], page)
        for page in pages
        if page.facts.kind != "page" and (path := page.facts.file.path) in records
    }
    taken = {
        page.facts.target.address
        for page in pages
        if page.is_published and page.facts.kind in ("page", "section")
    }
    terms, findings = _Lists(configuration, taken).terms(works)
    addresses = {
        (term.dimension, term.key): term.address
        for group in terms.values()
        for parent in group
        for term in (parent, *parent.parts)
    }
    work_of = {item.record.path: work for work in works for item in work.items}
    return Archive(
        configuration=configuration,
        pages=pages,
        works=works,
        withdrawn=withdrawn,
        ordinary=ordinary,
        branches=branches,
        terms=terms,
        addresses=addresses,
        laws={law.identifier: law for law in laws},
        work_of=work_of,
        findings=findings,
    )


def _works(
    pages: tuple[Page, ...], records: Mapping[str, Record]
) -> tuple[tuple[Work, ...], tuple[Item, ...], tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {}
    withdrawn, ordinary = [], []
    for page in pages:
        facts = page.facts
        if facts.kind != "page" or not page.is_published or facts.file.path not in records:
            continue
        item = Item(records[facts.file.path], page)
        if item.record.statement is None:
            ordinary.append(item)
        elif item.record.statement.withdrawal is not None:
            withdrawn.append(item)
        else:
            groups.setdefault(facts.translation_key, []).append(item)
    works = [_work(items) for items in groups.values()]
    works.sort(key=lambda work: work.items[0].record.path)
    works.sort(key=lambda work: work.first_day, reverse=True)
    return tuple(works), tuple(withdrawn), tuple(ordinary)


def _work(items: list[Item]) -> Work:
    if len(items) > 1:
        items.sort(key=lambda item: (_is_translation(item), _is_named_as_one(item), item.record.path))
    statement = items[0].record.statement
    assert statement is not None
    return Work(tuple(items), sorting_date(statement))


def _is_named_as_one(item: Item) -> bool:
    """Whether nothing but its file's name makes it a translation."""
    return bool(item.page.facts.file.translates)


def _is_translation(item: Item) -> bool:
    statement = item.record.statement
    assert statement is not None
    if statement.translators or statement.machine_translated:
        return True
    return statement.original_language not in ("", item.record.language)


class _Lists:
    """Gathers works under terms and gives each term an address."""

    def __init__(self, configuration: SiteConfiguration, taken: set[str]) -> None:
        self._configuration = configuration
        self._taken = taken
        self._findings: list[Finding] = []

    def terms(self, works: tuple[Work, ...]) -> tuple[dict[str, tuple[Term, ...]], tuple[Finding, ...]]:
        found: dict[str, tuple[Term, ...]] = {
            Dimension.SPEAKERS: self._simple(Dimension.SPEAKERS, works, _speakers),
            Dimension.CHARGES: self._simple(Dimension.CHARGES, works, _charges),
            Dimension.LAWS: self._laws(works),
            Dimension.COURTS: self._simple(Dimension.COURTS, works, _courts),
            Dimension.COUNTRIES: self._simple(Dimension.COUNTRIES, works, _countries),
            Dimension.YEARS: self._simple(Dimension.YEARS, works, _years),
            Dimension.LANGUAGES: self._simple(Dimension.LANGUAGES, works, _languages),
        }
        return {name: terms for name, terms in found.items() if terms}, tuple(self._findings)

    def _simple(
        self,
        dimension: Dimension,
        works: tuple[Work, ...],
        values: Callable[[Work], list[tuple[str, str, str]]],
    ) -> tuple[Term, ...]:
        gathered: dict[str, list[Work]] = {}
        labels: dict[str, tuple[str, str]] = {}
        for work in works:
            for key, label, language in values(work):
                if label == MARK:  # those of whom or what nothing may be known have nothing in common
                    continue
                found = gathered.get(key)
                if found is None:
                    gathered[key] = [work]
                    labels[key] = (label, language)
                elif found[-1] is not work:
                    found.append(work)
        root = self._root(dimension)
        slugs = self._slugs(dimension, gathered)
        terms = [
            Term(
                dimension,
                key,
                labels[key][0],
                f"{root}{slugs[key]}/",
                tuple(found),
                labels[key][1],
            )
            for key, found in gathered.items()
        ]
        return tuple(sorted(terms, key=lambda term: (term.label.casefold(), term.key)))

    def _root(self, dimension: str) -> str:
        prefixes = [language.prefix.strip("/") for language in self._configuration.languages]
        roots = [f"/{prefix}/{dimension}/".replace("//", "/") for prefix in dict.fromkeys(("", *prefixes))]
        return f"/browse/{dimension}/" if any(root in self._taken for root in roots) else f"/{dimension}/"

    def _slugs(self, dimension: str, keys: Iterable[str]) -> dict[str, str]:
        """The last part of each term's address; later keys (in order) that would share one get a number."""
        slugs: dict[str, str] = {}
        used: dict[str, str] = {}
        for key in sorted(keys):
            slug = base = self._slug(key)
            number = 1
            while slug in used:
                number += 1
                slug = f"{base}-{number}"
            if number > 1:
                parameters = (("first", used[base]), ("second", key), ("slug", slug))
                self._findings.append(
                    Finding("terms-alike", Severity.NOTE, Place(f"{dimension}/"), parameters)
                )
            used[slug] = key
            slugs[key] = slug
        return slugs

    def _slug(self, key: str) -> str:
        configuration = self._configuration
        part = address_part(
            key.replace("/", "-").strip(),
            configuration.disable_path_to_lower,
            configuration.remove_path_accents,
        )
        return _short(part.replace("/", "-").replace("#", "")).strip(".") or "-"

    def _laws(self, works: tuple[Work, ...]) -> tuple[Term, ...]:
        gathered: dict[str, dict[str, list[Work]]] = {}
        for work in works:
            for charge in work.statement.charges:
                if charge.reference is not None:
                    articles = gathered.setdefault(charge.reference.law, {})
                    articles.setdefault(charge.reference.article, []).append(work)
        root = self._root(Dimension.LAWS)
        laws = []
        for law, articles in sorted(gathered.items()):
            base = f"{root}{law}/"
            slugs = self._slugs(f"laws/{law}", articles)
            parts = tuple(
                Term(Dimension.LAWS, f"{law} {number}", number, f"{base}{slugs[number]}/", _distinct(found))
                for number, found in sorted(articles.items(), key=lambda pair: _number_order(pair[0]))
            )
            every = _distinct(work for found in articles.values() for work in found)
            ordered = tuple(sorted(every, key=lambda work: work.first_day, reverse=True))
            laws.append(Term(Dimension.LAWS, law, law, base, ordered, parts=parts))
        return tuple(laws)


def _short(slug: str) -> str:
    """The slug as far as it fits into a file name of 255 bytes, with room for a number."""
    return slug if len(slug) <= 60 else slug.encode()[:_SLUG_BYTES].decode("utf-8", "ignore").rstrip("-")


def _distinct(works: Iterable[Work]) -> tuple[Work, ...]:
    return tuple(dict.fromkeys(works))


def _number_order(number: str) -> tuple[tuple[int, str], ...]:
    """Article numbers in the order of the code: 205.2 before 205.10, both before 206."""
    parts = number.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


def person_key(name: str, identifier: str) -> str:
    """What tells people apart: the identifier where there is one, else the name."""
    return identifier or name


def _speakers(work: Work) -> list[tuple[str, str, str]]:
    language = work.items[0].record.language
    return [
        (person_key(person.name, person.identifier), person.name, language)
        for person in work.statement.speakers
    ]


def _charges(work: Work) -> list[tuple[str, str, str]]:
    language = work.items[0].record.language
    return [(charge.wording, charge.wording, language) for charge in work.statement.charges]


def _courts(work: Work) -> list[tuple[str, str, str]]:
    language = work.items[0].record.language
    return [(court, court, language) for court in work.statement.courts]


def _countries(work: Work) -> list[tuple[str, str, str]]:
    code = work.statement.jurisdiction
    return [(code, code, "")] if code else []


def _years(work: Work) -> list[tuple[str, str, str]]:
    year = work.date.year if work.date else None
    key = "undated" if year is None else f"{year:04}"
    return [(key, key, "")]


def _languages(work: Work) -> list[tuple[str, str, str]]:
    return [(item.record.language, item.record.language, "") for item in work.items if item.record.language]
