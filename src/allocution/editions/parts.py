"""The parts of a book: statements by country, then by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from allocution.editions.collection import Collected, Collection
from allocution.messages import Catalogue
from allocution.views.names import country_name, year_label


@dataclass(frozen=True, slots=True)
class Year:
    """The statements of a year."""

    label: str
    statements: tuple[Collected, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The years of a country; its label says so where the archive doesn't say which country it is."""

    label: str
    years: tuple[Year, ...]


def parts(collection: Collection) -> tuple[Part, ...]:
    """The countries by name, those unknown last; in each the years in order."""

    def country(collected: Collected) -> tuple[bool, str]:
        code = collected.work.statement.jurisdiction
        return not code, country_name(code, collection.language) if code else ""

    ordered = sorted(collection.statements, key=country)
    unknown = Catalogue("editions", collection.language)("country-unknown")
    return tuple(
        Part(label or unknown, tuple(_years(collection, tuple(found))))
        for (_, label), found in groupby(ordered, key=country)
    )


def _years(collection: Collection, statements: tuple[Collected, ...]) -> Iterator[Year]:
    def year(collected: Collected) -> str:
        date = collected.work.date
        return "undated" if date is None or date.year is None else f"{date.year:04}"

    found: dict[str, list[Collected]] = {}
    for each in statements:
        found.setdefault(year(each), []).append(each)
    for key, of_year in found.items():
        yield Year(year_label(key, collection.wording), tuple(of_year))
