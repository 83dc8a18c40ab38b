"""Records whose equal parts are one object: of all the words in an archive's records two thirds stand in several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, cast

import msgspec

from allocution.content.archive import Record
from allocution.content.hugo.dates import PageDate
from allocution.content.hugo.pages import Term
from allocution.model.dates import StatedDate
from allocution.model.law import ArticleReference, Charge
from allocution.model.statement import PersonName

# Those that are often equal; of the others only what they are made of is. Neither numbers nor moments are shared: those
# of two kinds or zones can be equal.
_ATOMS = frozenset({bool, bytes, int, datetime, type(None)})
_ALIKE = frozenset({Term, PersonName, Charge, ArticleReference, StatedDate, PageDate})


class Sharing:
    """Takes records in, and gives them back made of parts that earlier ones have already. Forget it when all are in."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._known: defaultdict[type, dict[Any, Any]] = defaultdict(dict)
        self._tuples: defaultdict[type, dict[Any, Any]] = defaultdict(dict)

    def record(self, record: Record) -> Record:
        """The record, equal to the one given."""
        return cast(Record, self._share(record))

    def _share(self, value: Any) -> Any:
        kind: Any = type(value)
        if kind in _ATOMS:
            return value
        if kind is tuple:
            # Of what kind its members are matters: a name and a member of an enumeration can be equal.
            return self._shared(value, self._tuples[type(value[0])], tuple) if value else value
        if kind in _ALIKE:
            return self._shared(value, self._known[kind], kind)
        return kind(*self._parts_of(value, kind)) if _parts(kind) else value

    def _shared(self, value: Any, known: dict[Any, Any], kind: type) -> Any:
        found = known.get(value)
        if found is None:
            found = tuple(self._each(value)) if kind is tuple else kind(*self._parts_of(value, kind))
            known[found] = found
        return found

    def _parts_of(self, value: Any, kind: type) -> list[Any]:
        return self._each([getattr(value, name) for name in _parts(kind)])

    def _each(self, values: Iterable[Any]) -> list[Any]:
        texts, share = self._texts, self._share
        return [texts.setdefault(each, each) if type(each) is str else share(each) for each in values]


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """The names of a record's fields, in the order that its constructor takes them; none for another type."""
    if issubclass(kind, tuple):
        named: tuple[str, ...] = getattr(kind, "_fields", ())
        return named
    if issubclass(kind, msgspec.Struct):
        return kind.__struct_fields__
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
