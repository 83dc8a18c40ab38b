"""A request's address and wishes into a file of the page plan; nothing else can be asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from allocution.site.json_copies import data_path
from allocution.site.plan import PageKind, Plan, PlannedPage
from allocution.web.media_types import JSON

_WITH_JSON = (PageKind.STATEMENT, PageKind.TOMBSTONE)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the plan. `by_wish`: the page has a JSON copy, and the Accept header chose."""

    page: PlannedPage
    output: str
    by_wish: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same address with the slash at its end that it lacks."""

    address: str


def find(plan: Plan, path: str, accept: str = "") -> Found | Elsewhere | None:
    """What a decoded path (`/x/`) asks for."""
    if not path.startswith("/"):
        return None
    for name in dict.fromkeys((path[1:], unicodedata.normalize("NFC", path[1:]))):
        output = f"{name}index.html" if not name or name.endswith("/") else name
        if page := plan.by_output.get(output):
            return _chosen(page, output, accept)
        if name and plan.has(f"{name}/index.html"):
            return Elsewhere(quote(f"/{name}/"))
    return None


def _chosen(page: PlannedPage, output: str, accept: str) -> Found:
    if page.kind not in _WITH_JSON or not output.endswith(".html"):
        return Found(page, output)
    return Found(page, data_path(page.outputs[0]) if prefers_json(accept) else output, by_wish=True)


def prefers_json(accept: str) -> bool:
    """Whether an Accept header (RFC 9110, 12.5.1) puts JSON before HTML."""
    return _quality(accept, JSON) > _quality(accept, "text/html")


def _quality(accept: str, kind: str) -> float:
    """The weight of a media type: that of the most specific range that takes it in."""
    ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    best, weight = len(ranges), 0.0
    for part in accept.lower().split(","):
        name, *parameters = (each.strip() for each in part.split(";"))
        if name in ranges and ranges.index(name) < best:
            best = ranges.index(name)
            weight = next((_number(each[2:]) for each in parameters if each.startswith("q=")), 1.0)
    return weight


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
