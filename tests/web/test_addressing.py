from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.web.addressing import Elsewhere, Found, find, prefers_json
from allocution.web.preview import Preview


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", False),
        ("*/*", False),
        ("application/json", True),
        ("application/*", True),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", False),
        ("application/json, text/html", False),
        ("application/json;q=0.9, text/html;q=0.8", True),
        ("application/json;q=0, */*", False),
        ("text/html;q=0, */*", True),
        ("application/json;q=much", False),
        ("APPLICATION/JSON", True),
        ("application/ld+json", False),
    ],
)
def test_wish_for_json(accept: str, expected: bool) -> None:
    assert prefers_json(accept) is expected


@given(st.text())
def test_any_accept_header_is_read(accept: str) -> None:
    assert prefers_json(accept) in (True, False)


def test_addresses(small: Path, preview_of: Callable[[Path], Preview]) -> None:
    plan = preview_of(small).snapshot.prepared.plan

    def output(path: str, accept: str = "") -> str:
        found = find(plan, path, accept)
        assert isinstance(found, Found)
        return found.output

    assert output("/") == "index.html"
    assert output("/statements/one/") == "statements/one/index.html"
    assert output("/statements/one/index.html") == "statements/one/index.html"
    assert output("/statements/one/", "application/json") == "statements/one/index.json"
    assert output("/statements/", "application/json") == "statements/index.html"
    assert output("/notes.txt") == "notes.txt"
    assert find(plan, "/statements/one") == Elsewhere("/statements/one/")
    for path in ("", "notes.txt", "//", "//statements/one", "/statements/one//", "/Notes.txt", "/notes.txt/"):
        assert find(plan, path) is None, path


@pytest.mark.parametrize("written", ["static/й.txt", "static/\u0438\u0306.txt"])
def test_letters_in_one_or_two_parts(
    written: str, small: Path, preview_of: Callable[[Path], Preview]
) -> None:
    (small / written).write_text("x", "utf-8")
    plan = preview_of(small).snapshot.prepared.plan
    for asked in ("/й.txt", "/\u0438\u0306.txt"):
        assert isinstance(find(plan, asked), Found)
