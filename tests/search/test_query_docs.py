"""The page on the query language is the same in each of its languages, and every example on it is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from allocution.search.query import FIELDS, parse_query

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "searching.md", DOCS / "ru" / "searching.md", DOCS / "kk" / "searching.md"]


def examples(page: Path) -> list[str]:
    """What the table says can be typed."""
    rows = re.findall(r"^\| (`.*?) \| ", page.read_text("utf-8"), re.MULTILINE)
    return [example for row in rows for example in re.findall("`(.*?)`", row)]


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.parent.name)
def test_the_page_has_the_same_examples_in_each_language(page: Path) -> None:
    assert examples(page) == examples(PAGES[0])
    blocks = [len(re.findall("^```console", each.read_text("utf-8"), re.MULTILINE)) for each in PAGES]
    assert len(set(blocks)) == 1


@pytest.mark.parametrize("example", examples(PAGES[0]))
def test_an_example_is_understood(example: str) -> None:
    query = parse_query(example)
    assert query.tree is not None
    assert query.notes == ()


def test_every_field_has_an_example() -> None:
    listed = " ".join(examples(PAGES[0]))
    assert [field for field in FIELDS if f"{field}:" not in listed] == []
