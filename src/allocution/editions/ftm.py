"""The edition `ftm`: entities of FollowTheMoney (https://followthemoney.tech/), for the tools of investigations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from allocution.editions.collection import Collected, Collection, Published, court_identifier
from allocution.editions.language_names import iso_639_3
from allocution.editions.writing import Edition, Piece
from allocution.model.digests import digest
from allocution.model.person import PersonRole
from allocution.views.absolute import safe_address

_PATH = "entities.ftm.json"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s/]+")
_IDENTIFIER = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
# What FollowTheMoney takes of a value, in characters: of text, of a name, of what is none of these. What is cut
# would lead nowhere in the others, so a longer one is left out.
_LONGEST_TEXT, _LONGEST_NAME, _LONGEST_OTHER = 65_000, 384, 1024
_WHOLE_OR_NOT = {"caseNumber": 64, "sourceUrl": 4096}
_encode = msgspec.json.encode
Values = Iterable[str]


class FtmWriter:
    """Writes an entity a line: people, courts, then a document of each statement, and a case of each work."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._first = {each.work: each for each in reversed(collection.statements)}

    def begin(self) -> Iterator[Piece]:
        """The people and the courts."""
        lines = [
            _entity(
                f"p-{person.identifier}", "Person", name=dict.fromkeys(name.name for name in person.names)
            )
            for person in self._collection.people
        ]
        countries: dict[str, dict[str, None]] = {}
        for each in self._collection.statements:
            for court in each.statement.courts:
                countries.setdefault(court, {})[each.work.statement.jurisdiction.lower()] = None
        lines += [
            _entity(court_identifier(court), "PublicBody", name=[court], country=found)
            for court, found in countries.items()
        ]
        yield _PATH, b"".join(lines)

    def statement(self, published: Published) -> Iterator[Piece]:
        """A document with its words, who spoke it, and the case where this is the first text of a work."""
        collected = published.collected
        name = _identifier(collected)
        lines = [self._document(published), *self._authors(collected)]
        if self._first[collected.work] is collected:
            lines += self._case(collected)
        case = f"case-{_identifier(self._first[collected.work])}"
        lines.append(
            _link(f"{name}-case", "Documentation", document=name, entity=case),
        )
        yield _PATH, b"".join(lines)

    def _document(self, published: Published) -> bytes:
        collected = published.collected
        statement = collected.statement
        return _entity(
            _identifier(collected),
            "PlainText",
            title=[collected.heading],
            fileName=[f"{collected.name}.txt"],
            mimeType=["text/plain"],
            bodyText=_parts("\n\n".join(passage.text for passage in published.body.passages if passage.text)),
            language=[_language(collected.language)],
            author=[person.name for person in statement.speakers],
            date=[_day(collected)],
            country=[collected.work.statement.jurisdiction.lower()],
            sourceUrl=self._addresses(collected),
            publisher=[self._collection.title],
        )

    def _addresses(self, collected: Collected) -> list[str]:
        found = [self._collection.site.absolute(collected.item.address)]
        found += [safe_address(source.address) for source in collected.statement.sources]
        return [address for address in found if _WEB.match(address)]

    def _authors(self, collected: Collected) -> Iterator[bytes]:
        name = _identifier(collected)
        for person in self._people(collected, PersonRole.SPEAKER):
            yield _link(
                f"{name}-{person}",
                "Documentation",
                document=name,
                entity=person,
                role="author",
            )

    def _people(self, collected: Collected, role: PersonRole) -> list[str]:
        statement = collected.statement
        names = statement.speakers if role is PersonRole.SPEAKER else statement.judges
        return list(dict.fromkeys(self._collection.person(collected, role, person.name) for person in names))

    def _case(self, collected: Collected) -> Iterator[bytes]:
        statement, case = collected.statement, f"case-{_identifier(collected)}"
        yield _entity(
            case,
            "CourtCase",
            name=[collected.heading],
            caseNumber=[statement.case],
            court=statement.courts,
            category=[charge.wording for charge in statement.charges],
            country=[collected.work.statement.jurisdiction.lower()],
            sourceUrl=self._addresses(collected)[:1],
        )
        roles = ((PersonRole.SPEAKER, "defendant"), (PersonRole.JUDGE, "judge"))
        for role, called in roles:
            for person in self._people(collected, role):
                yield _link(
                    f"{case}-{person}-{called}", "CourtCaseParty", case=case, party=person, role=called
                )
        for court in dict.fromkeys(statement.courts):
            identifier = court_identifier(court)
            yield _link(f"{case}-{identifier}", "CourtCaseParty", case=case, party=identifier, role="court")

    def end(self) -> Iterator[Piece]:
        """Nothing."""
        return iter(())


def _identifier(collected: Collected) -> str:
    """A statement's name where it may be an identifier, else a digest of it."""
    name = collected.name
    return name if _IDENTIFIER.fullmatch(name) else f"statement-{digest(name.encode()).hex()[:20]}"


def _entity(identifier: str, schema: str, **properties: Values) -> bytes:
    known = {
        name: [taken for value in values if (taken := _taken(name, value))]
        for name, values in properties.items()
    }
    held = {name: values for name, values in known.items() if values}
    return _encode({"id": identifier, "schema": schema, "properties": held}) + b"\n"


def _taken(name: str, value: str) -> str:
    """A value as far as FollowTheMoney takes it."""
    if name in _WHOLE_OR_NOT:
        return value if len(value) <= _WHOLE_OR_NOT[name] else ""
    longest = {"name": _LONGEST_NAME, "bodyText": _LONGEST_TEXT}.get(name, _LONGEST_OTHER)
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def _parts(text: str) -> Iterator[str]:
    """A text in parts that FollowTheMoney takes, parted at spaces."""
    while len(text) > _LONGEST_TEXT:
        cut = max(text.rfind(space, 0, _LONGEST_TEXT) for space in " \n")
        cut = cut if cut > 0 else _LONGEST_TEXT
        yield text[:cut]
        text = text[cut:].lstrip(" \n")
    yield text


def _link(identifier: str, schema: str, **properties: str) -> bytes:
    return _entity(identifier, schema, **{name: [value] for name, value in properties.items()})


def _language(tag: str) -> str:
    name = iso_639_3(tag)
    return "" if name == "und" else name


def _day(collected: Collected) -> str:
    """The day as far as it is known for certain: FollowTheMoney has no other dates."""
    date = collected.work.date
    return date.edtf if date and _DAY.fullmatch(date.edtf) else ""


ftm_edition = Edition("ftm", "application/json+ftm", (_PATH,), "followthemoney", FtmWriter)
