"""The register of the people in an archive, joined from what its files call them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from allocution.content.archive import Item, Work, person_key
from allocution.model.digests import digest
from allocution.model.person import AttestedName, Person, PersonRole
from allocution.model.statement import PersonName, Statement
from allocution.model.withholding import MARK

_IDENTIFIER_BYTES = 6
# What a letter's Unicode name begins with, and ISO 15924's code of the script.
_SCRIPTS = {"CYRILLIC": "Cyrl", "LATIN": "Latn", "ARABIC": "Arab", "GREEK": "Grek", "HEBREW": "Hebr",
            "ARMENIAN": "Armn", "GEORGIAN": "Geor", "HANGUL": "Hang", "CJK": "Hani"}  # fmt: skip
_UNDETERMINED = "Zyyy"


def register_people(works: Iterable[Work]) -> tuple[Person, ...]:
    """Everybody who speaks or judges in these works, in the order of their identifiers.

    Two files mean the same person by the same `id`, or without one by the same name; so namesakes with an `id` each
    stay two. The speakers of a translation are those of its original, in the same order.
    """
    found: dict[str, dict[AttestedName, None]] = {}
    for work in works:
        for key, attested in _attested(work):
            found.setdefault(key, {})[attested] = None
    people = [Person(person_identifier(key), tuple(names)) for key, names in found.items()]
    return tuple(sorted(people, key=lambda person: person.identifier))


def person_identifier(key: str) -> str:
    """What a person is called in editions, by what tells them apart: their `id`, else their name."""
    return digest(b"person", key.encode())[:_IDENTIFIER_BYTES].hex()


def _attested(work: Work) -> Iterator[tuple[str, AttestedName]]:
    original = work.statement
    for item in work.items:
        statement = item.record.statement
        assert statement is not None
        for role, people, known in _roles(statement, original):
            for place, person in enumerate(people):
                if person.name == MARK:
                    continue
                same = known[place] if len(known) == len(people) else person
                key = person_key(same.name, person.identifier or same.identifier)
                yield key, _name(person, item, role)


def _roles(
    statement: Statement, original: Statement
) -> Iterator[tuple[PersonRole, tuple[PersonName, ...], tuple[PersonName, ...]]]:
    yield PersonRole.SPEAKER, statement.speakers, original.speakers
    yield PersonRole.JUDGE, statement.judges, original.judges


def _name(person: PersonName, item: Item, role: PersonRole) -> AttestedName:
    return AttestedName(person.name, script_of(person.name), item.record.language, item.record.path, role)


def script_of(name: str) -> str:
    """The ISO 15924 code of the script that the first letter is of; Zyyy where there is none or it isn't known."""
    letter = next((character for character in name if character.isalpha()), "")
    return (
        _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], _UNDETERMINED)
        if letter
        else _UNDETERMINED
    )
