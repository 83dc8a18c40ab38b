"""Makes src/allocution/site/data/countries.json out of world-atlas's countries-110m.json, which is Natural Earth's map.

Countries become paths in Robinson's projection on a sheet 1,000 wide, each named by its ISO 3166 code. Natural Earth is
in the public domain; world-atlas (ISC licence) cut it into arcs: `npm pack world-atlas`, then
`python docs/world_map.py package/countries-110m.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

from allocution.site.projection import project

TARGET = Path(__file__).parent.parent / "src/allocution/site/data/countries.json"
_SOUTH = -58.0  # without Antarctica
Point = tuple[float, float]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The topology's arcs in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        found.append(points)
    return found


def rings(geometry: dict[str, Any], known: Sequence[list[Point]]) -> Iterator[list[Point]]:
    """The outlines of a country."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points: list[Point] = []
            for number in ring:
                arc = known[number] if number >= 0 else known[~number][::-1]
                points.extend(arc[1:] if points else arc)
            yield points


def unwrapped(outline: list[Point]) -> list[list[Point]]:
    """An outline that crosses the 180th meridian as two, one at each edge of the sheet."""
    turned = [outline[0]]
    for longitude, latitude in outline[1:]:
        turns = round((turned[-1][0] - longitude) / 360)
        turned.append((longitude + 360 * turns, latitude))
    parts = []
    for turns in (-360, 0, 360):
        part = [(min(max(longitude + turns, -180.0), 180.0), latitude) for longitude, latitude in turned]
        if len({longitude for longitude, _ in part}) > 1:
            parts.append([point for number, point in enumerate(part) if not _lies_on_edge(part, number)])
    return parts


def _lies_on_edge(part: list[Point], number: int) -> bool:
    """Whether a point lies on the sheet's edge between two others that do."""
    return all(abs(part[each % len(part)][0]) == 180 for each in (number - 1, number, number + 1))


def path(outlines: Iterator[list[Point]]) -> str:
    """The outlines as path data, in whole units; specks and repeated points are left out."""
    parts = []
    for outline in outlines:
        if max(latitude for _, latitude in outline) < _SOUTH:
            continue
        for part in unwrapped(outline):
            points: list[tuple[int, int]] = []
            for longitude, latitude in part:
                x, y = project(longitude, latitude)
                point = (round(x), round(y))
                if not points or points[-1] != point:
                    points.append(point)
            if len(points) > 3:
                parts.append(_drawn(points[:-1]))
    return "".join(parts)


def _drawn(points: list[tuple[int, int]]) -> str:
    steps = [f"{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def main() -> None:
    """Write the map."""
    topology = json.loads(Path(sys.argv[1]).read_text())
    codes = get_global("territory_aliases")
    known = arcs(topology)
    found: dict[str, str] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        drawn = path(rings(geometry, known))
        if drawn:
            code = (codes.get(geometry.get("id", ""), [""]) or [""])[0].lower()
            found[code or "-"] = found.get(code or "-", "") + drawn
    TARGET.write_text(json.dumps(dict(sorted(found.items())), indent=0) + "\n")


if __name__ == "__main__":
    main()
