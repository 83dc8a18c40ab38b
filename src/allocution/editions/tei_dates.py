"""Dates in TEI: as exact as known, for machines in the attributes, in EDTF as the content."""

from __future__ import annotations

from allocution.editions.xml_markup import element, text
from allocution.model.dates import Precision, StatedDate

_EXACT = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY})


def date_element(stated: StatedDate) -> str:
    """A date with what it is the date of. Days before our era stand in EDTF only, where there is a year 0."""
    certainty = "low" if stated.uncertain else "medium" if stated.approximate else ""
    return element("date", text(stated.edtf), type=stated.meaning, cert=certainty, **_range(stated))


def _range(stated: StatedDate) -> dict[str, str]:
    if not (
        stated.earliest[:4] >= "0001" and len(stated.earliest) == len(stated.latest) == len("0001-01-01")
    ):
        return {}
    plain = stated.edtf.rstrip("~?%")
    if stated.precision in _EXACT and stated.earliest.startswith(plain):
        return {"when": plain}
    if stated.earliest == stated.latest:
        return {"when": stated.earliest}
    return {"notBefore": stated.earliest, "notAfter": stated.latest}
