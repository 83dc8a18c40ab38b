"""People as an archive knows them: each with the names that its files give them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PersonRole(StrEnum):
    """What a person is in the file that names them."""

    SPEAKER = "speaker"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True, order=True)
class AttestedName:
    """A name as a file writes it. `script` is an ISO 15924 code, `source` the path of the content file."""

    name: str
    script: str
    language: str
    source: str
    role: PersonRole


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `identifier` says nothing of the name, so it can stay when a spelling changes hands."""

    identifier: str
    names: tuple[AttestedName, ...]

    @property
    def name(self) -> str:
        """The name that the register shows: that of the first file that has it, in the original's language."""
        return self.names[0].name
