"""Charts and the map."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from allocution.site.charts import bar, world_map, year_columns
from allocution.site.hrefs import hrefs_from
from allocution.site.projection import WIDTH, project
from allocution.views.list_contract import Bar, CourtPlace

HREF = hrefs_from("figures/index.html")


def years(*counts: tuple[int, int]) -> list[Bar]:
    return [Bar(str(year), str(year), f"/years/{year}/", count) for year, count in counts]


def test_a_year_has_a_column_as_high_as_its_count_and_leads_to_its_list() -> None:
    drawn, below = year_columns(years((1964, 1), (1966, 4), (1968, 2)), HREF)
    svg = ElementTree.fromstring(drawn)
    assert svg.get("viewBox") == "0 0 5 100"
    assert [(each.get("href"), each.get("aria-label"), each[0].get("height")) for each in svg] == [
        ("../years/1964/index.html", "1964: 1", "25.0"),
        ("../years/1966/index.html", "1966: 4", "100.0"),
        ("../years/1968/index.html", "1968: 2", "50.0"),
    ]
    assert below == ("1964", "1965", "1966", "1967", "1968")


@pytest.mark.parametrize(
    ("known", "columns", "title"),
    [
        (years((2020, 3)), 1, "2020: 3"),
        (years((1850, 1), (2020, 2), (2024, 2)), 18, "2020–2024: 4"),
        (years((-398, 1), (1964, 2), (1968, 2)), 24, "1964–1968: 4"),
    ],
)
def test_long_times_are_counted_by_decades_or_centuries(known: list[Bar], columns: int, title: str) -> None:
    svg = ElementTree.fromstring(year_columns(known, HREF)[0])
    assert svg.get("viewBox") == f"0 0 {columns} 100"
    assert svg[-1].get("aria-label") == title


def test_a_name_is_a_name_and_no_markup() -> None:
    drawn, _ = world_map([Bar("kz", '<b>"&', "/countries/kz/", 1)], HREF)
    (country,) = ElementTree.fromstring(drawn).findall("a")
    assert country.get("aria-label") == '<b>"&: 1'


def test_countries_are_marked_on_the_map_and_the_others_named() -> None:
    countries = [
        Bar("kz", "Kazakhstan", "/c/kz/", 9),
        Bar("suhh", "USSR", "/c/suhh/", 1),
        Bar("ddde", "GDR", "/c/d/", 1),
    ]
    drawn, off = world_map(countries, HREF)
    svg = ElementTree.fromstring(drawn)
    assert [each.get("aria-label") for each in svg.findall("a")] == ["USSR: 1", "Kazakhstan: 9"]
    assert [country.key for country in off] == ["ddde"]
    mark = svg.findall("a")[1].find("circle")
    assert mark is not None
    assert 640 < int(mark.get("cx") or 0) < 760  # in the middle of Asia
    assert 70 < int(mark.get("cy") or 0) < 130


def test_no_outline_crosses_the_whole_map() -> None:
    drawn, _ = world_map([], HREF)
    (land,) = ElementTree.fromstring(drawn)
    outlines = re.findall("l([^z]*)z", land.get("d") or "")
    assert len(outlines) > 200
    for steps in outlines:
        numbers = [int(each) for each in re.findall(r"-?\d+", steps)]
        assert max(map(abs, numbers[::2])) < 300


def test_a_bar_can_always_be_seen() -> None:
    assert 'width="50.00"' in bar(1, 2)
    assert 'width="0.75"' in bar(1, 100_000)


def test_courts_are_dots_that_lead_to_their_lists_and_stand_in_a_row_where_they_are_at_one_place() -> None:
    almaty = [Bar(name, name, f"/courts/{name}/", 2) for name in ("a", "b")]
    places = [*(CourtPlace(court, 43.24, 76.95) for court in almaty), CourtPlace(almaty[0], 54.99, 73.37)]
    svg = ElementTree.fromstring(world_map([Bar("kz", "Kazakhstan", "/c/kz/", 9)], HREF, places)[0])
    dots = svg.findall("a[@class='court']")
    assert [dot.get("href") for dot in dots] == [f"../courts/{name}/index.html" for name in "aab"]
    assert [dot.get("aria-label") for dot in dots] == ["a: 2", "a: 2", "b: 2"]
    omsk, first, second = [(float(dot[0].get("cx") or 0), float(dot[0].get("cy") or 0)) for dot in dots]
    assert omsk[1] < first[1] == second[1]
    assert first[0] + 8 == pytest.approx(second[0], abs=0.1)
    assert 640 < first[0] < 760, "in the middle of Asia"


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [(0, 0, 500, 253.6), (180, 0, 1000, 253.6), (-180, 90, 233.9, 0), (0, -90, 500, 507.2)],
)
def test_the_sheet_ends_where_the_world_does(longitude: float, latitude: float, x: float, y: float) -> None:
    assert WIDTH == 1000
    assert project(longitude, latitude) == pytest.approx((x, y), abs=0.1)
