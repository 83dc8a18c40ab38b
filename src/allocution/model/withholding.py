"""What an archive withholds from all but its editors: of what kind, why and until when; never the thing itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Stands wherever something is withheld; always as long, so that it says nothing about what stood there.
MARK = "▇▇▇▇▇"


class WithholdingKind(StrEnum):
    """What is withheld."""

    NAME = "name"
    TEXT = "text"
    FIELD = "field"
    SOURCE = "source"
    STATEMENT = "statement"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Withholding:
    """That something is withheld, as readers may know it. `field` is the key of a field that is left out.

    `reason` is a code of the vocabulary, empty where the file gives none; `until` the day or moment as written.
    """

    kind: WithholdingKind
    reason: str = ""
    until: str = ""
    field: str = ""
