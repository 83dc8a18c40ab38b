"""What editions are made of: the statements of a collection, each with its words as they may be published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from allocution.content.archive import Archive, Item, Work
from allocution.content.people import register_people
from allocution.editions.workshop import NoWorkshop, Workshop
from allocution.language.tokens import count_words
from allocution.messages import Catalogue
from allocution.model.digests import digest
from allocution.model.passages import Body, Passage, Sentence
from allocution.model.person import Person, PersonRole
from allocution.model.statement import Statement
from allocution.views.headings import work_charge, work_heading
from allocution.views.site_view import SiteView

_LONGEST_NAME = 150
# Letters that were name characters in the first edition of XML 1.0 too, as validators go by any of its editions.
_NOT_IN_NAMES = re.compile("[^A-Za-z0-9_.\u0400-\u0481\u0490-\u04c4\u04d0-\u04eb-]")
_NOT_FIRST = re.compile("[0-9.-]")
MeantOtherwise = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """A statement of a collection without its words.

    `name` is what files and identifiers are called after; it is an XML name. `original` is the name of the statement
    that this one translates, empty where it is no translation or the original isn't in the archive.
    """

    name: str
    item: Item
    work: Work
    original: str = ""

    @property
    def statement(self) -> Statement:
        """What its file says."""
        statement = self.item.record.statement
        assert statement is not None
        return statement

    @property
    def recorded(self) -> Statement:
        """What its file says, with all links: an edition's own statement may lack those that lead out."""
        path = self.item.record.path
        return next(
            (
                each.record.statement
                for each in self.work.items
                if each.record.path == path and each.record.statement
            ),
            self.statement,
        )

    @property
    def language(self) -> str:
        """The language of its text; `und` where it isn't known."""
        return self.item.record.language or "und"

    @property
    def changed(self) -> str:
        """The day on which its file says that it was changed last, empty where it doesn't say."""
        lastmod = self.item.page.facts.dates.lastmod
        return lastmod.instant.date().isoformat() if lastmod else ""

    @property
    def heading(self) -> str:
        """Who speaks and on what charge, in a line."""
        who, charge = self.heading_parts
        return f"{who} ({charge})" if charge else who

    @property
    def heading_parts(self) -> tuple[str, str]:
        """Who speaks, and on what charge; a title that stands for both stands alone."""
        heading, charge = work_heading(self.item), work_charge(self.statement)
        return heading, charge if heading != self.statement.title else ""


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """A statement with its words as they may be published: the only thing that editions see of them.

    `meant` holds for each passage the stretches that the transcript has wrong, and what was meant.
    """

    collected: Collected
    body: Body
    meant: tuple[MeantOtherwise, ...]

    def passages(self) -> Iterator[tuple[Passage, MeantOtherwise]]:
        """The passages in order, each with what was meant otherwise in it."""
        return zip(self.body.passages, self.meant, strict=True)

    def sentences(self) -> Iterator[tuple[Passage, Sentence]]:
        """The sentences in order, each with its passage."""
        return ((passage, sentence) for passage in self.body.passages for sentence in passage.sentences)


@lru_cache(maxsize=1)
def word_count(published: Published) -> int:
    """How many words a statement has; several editions ask for that of one after the other."""
    return count_words("\n".join([passage.text for passage in published.body.passages]))


@dataclass(frozen=True, eq=False)
class Collection:
    """The statements that editions are made of, in order, and what they have in common.

    `selection` is the query that they answer, empty where it is the whole archive. `workshop` lends what some editions
    need of the world.
    """

    site: SiteView
    statements: tuple[Collected, ...]
    selection: str = ""
    workshop: Workshop = field(default_factory=NoWorkshop)

    @property
    def archive(self) -> Archive:
        """The archive that they come from."""
        return self.site.archive

    @property
    def language(self) -> str:
        """The language of what the program itself says in an edition."""
        return self.site.language

    @property
    def title(self) -> str:
        """The archive's title."""
        return self.site.title(self.archive.configuration.default_language)

    @cached_property
    def wording(self) -> Catalogue:
        """The site's messages in the collection's language."""
        return self.site.wording(self.language)

    @cached_property
    def released(self) -> str:
        """The day of the last change to any of its files: editions take no time from the clock."""
        return max((each.changed for each in self.statements), default="")

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The works that it has statements of."""
        return tuple(dict.fromkeys(each.work for each in self.statements))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Those who speak or judge in its statements."""
        paths = {each.item.record.path for each in self.statements}
        return tuple(
            person
            for person in register_people(self.works)
            if any(name.source in paths for name in person.names)
        )

    @cached_property
    def _person_identifiers(self) -> Mapping[tuple[str, PersonRole, str], str]:
        return {
            (name.source, name.role, name.name): f"p-{person.identifier}"
            for person in self.people
            for name in person.names
        }

    def person(self, collected: Collected, role: PersonRole, name: str) -> str:
        """The identifier of a person whom a statement names so."""
        return self._person_identifiers.get((collected.item.record.path, role, name), "")

    def address_of_link(self, written: str) -> str:
        """Where a link of a text leads: whole where the site's own address is known, else from the site's root."""
        resolved = self.site.resolve(written)
        own = resolved.startswith("/") and not resolved.startswith("//")
        return (self.site.absolute(resolved) or resolved) if own else resolved

    def address(self, collected: Collected) -> str:
        """The statement's address: whole where the site's own is known, else from the site's root."""
        return self.site.absolute(collected.item.address) or collected.item.address


def sentence_anchor(sentence: Sentence) -> str:
    """The fragment that a sentence has on its statement's page."""
    return f"s-{sentence.identifier}"


def sentence_identifier(collected: Collected, sentence: Sentence) -> str:
    """What a sentence is called among all: its statement's name, a point, the fragment of its address."""
    return f"{collected.name}.{sentence_anchor(sentence)}"


def court_identifier(court: str) -> str:
    """An identifier of a court, made of its name."""
    return f"court-{digest(b'court', court.encode()).hex()[:12]}"


def collect(works: Iterable[Work]) -> tuple[Collected, ...]:
    """All statements of works, the earliest first, originals before their translations."""
    items = sorted(
        ((work, item) for work in works for item in work.items),
        key=lambda pair: (_order(pair[0]), pair[0].items[0].record.path, pair[1] is not pair[0].items[0]),
    )
    names = _names(item.address for _, item in items)
    originals = {id(item): name for (_, item), name in zip(items, names, strict=True)}
    return tuple(
        Collected(name, item, work, originals[id(work.items[0])] if item is not work.items[0] else "")
        for (work, item), name in zip(items, names, strict=True)
    )


def _order(work: Work) -> tuple[bool, int, str]:
    """Dated works by their day, those before our era too; then the others."""
    day = work.first_day
    return not day, int(day.rsplit("-", 2)[0]) if day else 0, day


def _names(addresses: Iterable[str]) -> list[str]:
    """A name for each address: its parts joined by points; equal ones get a number."""
    taken: dict[str, str] = {}
    for address in addresses:
        parts = address.removesuffix(".html").removesuffix("/index").strip("/").split("/")
        name = base = _short(".".join(_NOT_IN_NAMES.sub("_", part) for part in parts) or "statement")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken[name.casefold()] = name
    return list(taken.values())


def _short(name: str) -> str:
    name = f"_{name}" if _NOT_FIRST.match(name) else name
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    kept = name.encode()[:_LONGEST_NAME].decode("utf-8", "ignore")
    return f"{kept}-{digest(name.encode()).hex()[:8]}"
