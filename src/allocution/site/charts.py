"""Charts and the map as SVG: without words of their own beside titles, so that they fit any width."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from math import sqrt
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from allocution.site.projection import project
from allocution.views.list_contract import Bar, CourtPlace

HEIGHT = 100
MOST_COLUMNS = 130
_MAP_BOX = "0 0 1000 440"
# States that are no more, and today's countries that lie where they lay; drawn below those.
_FORMER_STATES = {
    "suhh": "am az by ee ge kg kz lt lv md ru tj tm ua uz",
    "cshh": "cz sk",
    "yucs": "ba hr me mk rs si",
}
_DOT = 4
_STEP = re.compile(r"-?\d+")


def bar(count: int, most: int) -> Markup:
    """A bar as long as a count is of the greatest."""
    svg = _svg("0 0 100 10", "bar", stretched=True)
    svg.set("aria-hidden", "true")
    SubElement(svg, "rect", width=f"{max(100 * count / most, 0.75):.2f}", height="10")
    return _markup(svg)


def year_columns(years: Sequence[Bar], href: Callable[[str], str]) -> tuple[Markup, tuple[str, ...]]:
    """Columns for years from the first to the last, or for decades or centuries; and what stands below, evenly spaced.

    A column of one year leads to it.
    """
    step = _step(years)
    first = int(years[0].key) // step
    count = int(years[-1].key) // step - first + 1
    columns: list[list[Bar]] = [[] for _ in range(count)]
    for year in years:
        columns[int(year.key) // step - first].append(year)
    most = max(sum(each.count for each in column) for column in columns)
    svg = _svg(f"0 0 {count} {HEIGHT}", "columns", stretched=True)
    for number, column in enumerate(columns):
        if column:
            _column(svg, number, column, most, href)
    return _markup(svg), _below(years, step)


def _step(years: Sequence[Bar]) -> int:
    span = int(years[-1].key) - int(years[0].key) + 1
    return next((step for step in (1, 10, 100) if span / step <= MOST_COLUMNS), 1000)


def _column(svg: Element, number: int, column: Sequence[Bar], most: int, href: Callable[[str], str]) -> None:
    total = sum(each.count for each in column)
    label = column[0].label if len(column) == 1 else f"{column[0].label}–{column[-1].label}"
    holder = SubElement(svg, "a", href=href(column[0].address)) if len(column) == 1 else SubElement(svg, "g")
    title = f"{label}: {total}"
    holder.set("aria-label", title)
    if len(column) > 1:
        holder.set("role", "img")
    high = HEIGHT * total / most
    rect = SubElement(
        holder, "rect", x=f"{number + 0.1:.1f}", y=f"{HEIGHT - high:.1f}", width="0.8", height=f"{high:.1f}"
    )
    SubElement(rect, "title").text = title


def _below(years: Sequence[Bar], step: int) -> tuple[str, ...]:
    if len(years) == 1:
        return (years[0].label,)
    if step > 1:
        return years[0].label, years[-1].label
    first, last = int(years[0].key), int(years[-1].key)
    parts = min(4, last - first)
    return tuple(str(first + (last - first) * number // parts) for number in range(parts + 1))


def world_map(
    countries: Sequence[Bar], href: Callable[[str], str], courts: Sequence[CourtPlace] = ()
) -> tuple[Markup, tuple[Bar, ...]]:
    """The world with a mark on each country and on each court that has statements; and the countries off the map."""
    outlines = _outlines()
    here = [country for country in countries if country.key in outlines]
    svg = _svg(_MAP_BOX, "world")
    marked = {country.key for country in here if country.key not in _FORMER_STATES}
    rest = "".join(
        path for code, path in outlines.items() if code not in marked and code not in _FORMER_STATES
    )
    SubElement(svg, "path", {"d": rest, "class": "land"})
    for country in sorted(here, key=lambda country: country.key not in _FORMER_STATES):
        holder = SubElement(svg, "a", href=href(country.address))
        title = f"{country.label}: {country.count}"
        holder.set("aria-label", title)
        SubElement(holder, "path", d=outlines[country.key])
        x, y = _middle(outlines[country.key])
        mark = SubElement(
            holder, "circle", cx=str(x), cy=str(y), r=f"{min(5 + 2 * sqrt(country.count), 22):.1f}"
        )
        SubElement(mark, "title").text = title
    _courts(svg, courts, href)
    return _markup(svg), tuple(country for country in countries if country.key not in outlines)


def _courts(svg: Element, courts: Sequence[CourtPlace], href: Callable[[str], str]) -> None:
    """A dot for each court, the northernmost first; courts at one place stand in a row.

    Where a finger finds them lies below all dots, and says nothing to those who don't see it.
    """
    if not courts:
        return
    touched = SubElement(svg, "g", {"class": "touched", "aria-hidden": "true"})
    before: Counter[tuple[float, float]] = Counter()
    for place in sorted(courts, key=lambda each: (-each.latitude, each.longitude, each.court.label)):
        x, y = project(place.longitude, place.latitude)
        x += _DOT * 2 * before[place.latitude, place.longitude]
        before[place.latitude, place.longitude] += 1
        address, at = href(place.court.address), {"cx": f"{x:.1f}", "cy": f"{y:.1f}"}
        around = SubElement(touched, "a", {"href": address, "tabindex": "-1"})
        SubElement(around, "circle", {**at, "r": "15"})
        holder = SubElement(svg, "a", {"href": address, "class": "court"})
        title = f"{place.court.label}: {place.court.count}"
        holder.set("aria-label", title)
        dot = SubElement(holder, "circle", {**at, "r": str(_DOT)})
        SubElement(dot, "title").text = title


@cache
def _outlines() -> dict[str, str]:
    found: dict[str, str] = json.loads(files("allocution.site").joinpath("data/countries.json").read_text())
    former = {
        state: "".join(found[code] for code in codes.split()) for state, codes in _FORMER_STATES.items()
    }
    return found | former


def _middle(path: str) -> tuple[int, int]:
    """The middle of a country's largest part."""
    boxes = []
    for part in path.split("z"):
        if part:
            start, _, steps = part[1:].partition("l")
            x, y = (int(each) for each in start.split(" "))
            xs, ys = [x], [y]
            numbers = [int(each) for each in _STEP.findall(steps)]
            for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + step_x, y + step_y
                xs.append(x)
                ys.append(y)
            boxes.append((min(xs), max(xs), min(ys), max(ys)))
    left, right, top, bottom = max(boxes, key=lambda box: (box[1] - box[0]) * (box[3] - box[2]))
    return (left + right) // 2, (top + bottom) // 2


def _svg(box: str, name: str, *, stretched: bool = False) -> Element:
    svg = Element("svg", {"viewBox": box, "class": name})
    if stretched:
        svg.set("preserveAspectRatio", "none")
    return svg


def _markup(svg: Element) -> Markup:
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704
