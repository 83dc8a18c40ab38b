"""A path and its parameters into the value that the API answers with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from allocution.editions import api_contract as contract
from allocution.editions import api_parameters as parameters
from allocution.editions.api import (
    DESCRIPTION,
    DIMENSIONS,
    ROOT,
    ApiObjects,
    Part,
    json_bytes,
    list_path,
    page_of,
)
from allocution.editions.api_parameters import Parameter, UnusableParameterError, read_parameters
from allocution.editions.outside_links import WordReader
from allocution.search.results import Hit, Results
from allocution.web.problems import ProblemError

_SEARCH = f"{ROOT}/search.json"
# A query's text, its order, how many hits at most, how many to leave out.
Search = Callable[[str, str, int, int], Results]
Given = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ApiAnswers:
    """Answers about one collection. Raises ProblemError."""

    objects: ApiObjects
    words: WordReader
    search: Search

    def answer(self, path: str, given: Given) -> bytes:
        """The bytes at a path (from the site's root, `.json` at its end) with these parameters."""
        if path == DESCRIPTION:
            _read(given, ())
            return self.objects.description
        return json_bytes(self._value(path, given))

    def _value(self, path: str, given: Given) -> Any:
        if path == f"{ROOT}/index.json":
            _read(given, ())
            return self.objects.entry
        if path == _SEARCH:
            return self._search(_read(given, parameters.SEARCH))
        match path.removeprefix(f"{ROOT}/").removesuffix(".json").split("/"):
            case ["statements"]:
                return self._statements(given)
            case ["statements", name] if name in self.objects.by_name:
                asked = _read(given, parameters.STATEMENT)
                published = self.words.read(self.objects.by_name[name])
                return _selected(self.objects.statement(published), asked.get("fields"))
            case [name] if name in DIMENSIONS:
                return self._terms(name, given)
            case [name, identifier] if name in DIMENSIONS:
                _read(given, ())
                return _found(self.objects.term(name, identifier))
            case [name, "pages", number] if name == "statements" or name in DIMENSIONS:
                _read(given, ())
                return self._page(name, number)
        raise ProblemError(404, "not-found")

    def _page(self, name: str, number: str) -> Any:
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 0
        if page < 2 or str(page) != number:  # the first has the list's own address
            raise ProblemError(404, "not-found")
        return _found(page_of(self._items(name), name, page))

    def _items(self, name: str) -> Sequence[Any]:
        return (
            list(self.objects.summaries.values())
            if name == "statements"
            else self.objects.term_summaries(name)
        )

    def _statements(self, given: Given) -> Any:
        asked = _read(given, parameters.STATEMENTS)
        return self._part("statements", _chosen(self.objects, asked), asked, given)

    def _terms(self, name: str, given: Given) -> Any:
        asked = _read(given, parameters.TERMS)
        return self._part(name, self.objects.term_summaries(name), asked, given)

    def _part(self, name: str, items: Sequence[Any], asked: Mapping[str, Any], given: Given) -> Any:
        if not given:  # as it is written where there is no server
            return page_of(items, name, 1)
        shown = items[asked["offset"] : asked["offset"] + asked["limit"]]
        following, previous = self._around(list_path(name), len(items), asked, given)
        return _selected_items(Part(len(items), following, previous, shown), asked.get("fields"))

    def _around(self, path: str, total: int, asked: Mapping[str, Any], given: Given) -> tuple[str, str]:
        """Where the next and the previous part are, below the root."""
        offset, limit = asked["offset"], asked["limit"]
        kept = [(name, value) for name, value in given if name != "offset"]

        def at(place: int) -> str:
            return f"{path}?{urlencode([*kept, ('offset', str(place))])}"

        return (
            at(offset + limit) if offset + limit < total else "",
            at(max(0, offset - limit)) if offset else "",
        )

    def _search(self, asked: Mapping[str, Any]) -> Any:
        found = self.search(asked["q"], asked["sort"], asked["limit"], asked["offset"])
        given = [(name, str(asked[name])) for name in ("q", "sort", "limit")]
        given += [("fields", ",".join(asked["fields"]))] if "fields" in asked else []
        following, previous = self._around("search.json", found.total, asked, given)
        answer = contract.SearchAnswer(
            query=found.query,
            total=found.total,
            statements=found.statements,
            next=following,
            previous=previous,
            items=tuple(map(self._hit, found.hits)),
            facets={
                name: tuple(
                    contract.FacetValue(each.value, each.label, each.count, each.filter) for each in values
                )
                for name, values in found.facets.items()
            },
        )
        return _selected_items(answer, asked.get("fields"))

    def _hit(self, hit: Hit) -> contract.Hit:
        return contract.Hit(
            self.objects.address(hit.address), self.objects.address(hit.page), hit.title, hit.speakers, hit.date,
            hit.language, hit.role, hit.text, hit.before, hit.after,
            tuple(contract.Match(each.start, each.end, each.how) for each in hit.matches),
        )  # fmt: skip


def _read(given: Given, known: Sequence[Parameter]) -> dict[str, Any]:
    try:
        return read_parameters(given, known)
    except UnusableParameterError as error:
        raise ProblemError(400, error.code, **error.arguments) from error


def _found(value: Any) -> Any:
    if value is None:
        raise ProblemError(404, "not-found")
    return value


def _chosen(objects: ApiObjects, asked: Mapping[str, Any]) -> list[contract.StatementSummary]:
    """The statements that the filters leave, in the order that is asked for."""
    allowed = [
        set(term.works) if (term := objects.terms[dimension].get(asked[name])) else set()
        for name, dimension in zip(("speaker", "charge", "court", "country"), DIMENSIONS, strict=True)
        if name in asked
    ]
    found = [
        objects.summaries[name]
        for name, collected in objects.by_name.items()
        if all(collected.work in works for works in allowed)
    ]
    if "language" in asked:
        found = [each for each in found if each.language.lower() == asked["language"].lower()]
    if "since" in asked:
        first = _days(asked["since"])[0]
        found = [each for each in found if each.date and _days(each.date.latest)[1] >= first]
    if "until" in asked:
        last = _days(asked["until"])[1]
        found = [each for each in found if each.date and _days(each.date.earliest)[0] <= last]
    return _newest_first(found) if asked.get("sort") == "-date" else found


def _newest_first(found: list[contract.StatementSummary]) -> list[contract.StatementSummary]:
    """The latest first; those without a date stay last."""
    dated = [each for each in found if each.date]
    return [*reversed(dated), *(each for each in found if not each.date)]


def _days(text: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day of a day, month or year, years before our era too."""
    sign = -1 if text.startswith("-") else 1
    year, *rest = (int(part) for part in text.lstrip("-").split("-"))
    month, day = [*rest, 0, 0][:2]
    return (sign * year, month or 1, day or 1), (sign * year, month or 12, day or 31)


def _selected(value: Any, chosen: Sequence[str] | None) -> Any:
    """Only the chosen fields of an object."""
    return {name: getattr(value, name) for name in chosen} if chosen else value


def _selected_items(part: Any, chosen: Sequence[str] | None) -> Any:
    """A part of a list with only the chosen fields of its items."""
    if not chosen:
        return part
    found = {name: getattr(part, name) for name in type(part).__dataclass_fields__}
    return found | {"items": [_selected(each, chosen) for each in part.items]}
