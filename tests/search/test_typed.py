"""Trees as they are typed: read again they are the same, and filters come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.search.query import Query, parse_query
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


def again(query: str) -> Query:
    """What is understood of what a query's tree is typed as."""
    return parse_query(typed(parse_query(query).tree))


@pytest.mark.parametrize("query", QUERIES)
def test_a_tree_that_is_typed_is_the_same_tree(query: str) -> None:
    assert again(query) == Query(parse_query(query).tree, ())


@given(st.lists(PIECES | st.text(max_size=5), max_size=12))
def test_whatever_was_typed(pieces: list[str]) -> None:
    query = " ".join(pieces)
    assert again(query) == Query(parse_query(query).tree, ())


def test_only_what_asks_nothing_is_typed_as_nothing() -> None:
    trees = [parse_query(query).tree for query in QUERIES]
    assert [bool(typed(tree)) for tree in trees] == [tree is not None for tree in trees]
    assert None in trees


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
