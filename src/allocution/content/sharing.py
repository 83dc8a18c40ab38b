"""Records whose equal parts are one object: of all the words in an archive's records two thirds stand in several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from functools import cache
from typing import Any, cast

from allocution.content.archive import Record
from allocution.content.hugo.dates import PageDate
from allocution.content.hugo.pages import Term
from allocution.model.dates import StatedDate
from allocution.model.law import ArticleReference, Charge
from allocution.model.statement import PersonName

# Those that are often equal; of the others only what they are made of is. Neither numbers nor moments are shared: those
# of two kinds or zones can be equal.
_ALIKE = frozenset({str, tuple, Term, PersonName, Charge, ArticleReference, StatedDate, PageDate})


class Sharing:
    """Takes records in, and gives them back made of parts that earlier ones have already. Forget it when all are in."""

    def __init__(self) -> None:
        self._known: defaultdict[type, dict[Any, Any]] = defaultdict(dict)

    def record(self, record: Record) -> Record:
        """The record, equal to the one given."""
        return cast(Record, self._share(record))

    def _share(self, value: Any) -> Any:
        kind: Any = type(value)
        if kind is str:
            return self._known[str].setdefault(value, value)
        if isinstance(value, tuple):
            if not value:
                return value
            value = kind(map(self._share, value)) if kind is tuple else kind(*map(self._share, value))
        elif names := _parts(kind):
            value = kind(*[self._share(getattr(value, name)) for name in names])
        return self._known[kind].setdefault(value, value) if kind in _ALIKE else value


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, in the order that its constructor takes them; none for another type."""
    known = getattr(kind, "__dataclass_fields__", None)
    return tuple(field.name for field in fields(kind)) if known else ()
