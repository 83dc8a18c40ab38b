"""Trees as they are typed: read again they are the same, and filters come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.search.query import parse_query
from allocution.search.typed import Narrowing, typed

QUERIES = [
    line.split("\t")[0]
    for line in (Path(__file__).parent / "queries.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
PIECES = st.sampled_from(
    'слово "два слова" «три слова тут» =точно нач* В**** AND OR NOT -нет ( ) NEAR/3 NEAR year:2019.. -has:date '
    'speaker:"Анна Ким" court:«Суд "1"» " » « AND* что.где =a.b'.split(" ")
)


def same_again(query: str) -> None:
    tree = parse_query(query).tree
    again = parse_query(typed(tree))
    assert again.tree == tree
    assert again.notes == ()


@pytest.mark.parametrize("query", QUERIES)
def test_a_tree_that_is_typed_is_the_same_tree(query: str) -> None:
    same_again(query)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12))
def test_whatever_was_typed(pieces: list[str]) -> None:
    same_again(" ".join(pieces))


@pytest.mark.parametrize(
    ("query", "added", "narrowed"),
    [
        ("суд", "year:2019", "суд year:2019"),
        ("суд OR закон", "year:2019", "(суд OR закон) year:2019"),
        ('"суд', 'speaker:"Анна Ким"', '=суд speaker:"Анна Ким"'),
        ("суд year:2019", "year:2019", "суд year:2019"),
        ("суд", "-has:date", "суд NOT has:date"),
    ],
)
def test_a_filter_more(query: str, added: str, narrowed: str) -> None:
    assert Narrowing(parse_query(query).tree).narrowed(added) == narrowed


def test_a_filter_less() -> None:
    narrowing = Narrowing(parse_query("(суд OR закон) year:2019 lang:ru").tree)
    year, lang = narrowing.filters
    assert narrowing.without(year) == "(суд OR закон) lang:ru"
    assert Narrowing(parse_query(narrowing.without(year)).tree).without(lang) == "суд OR закон"
