"""The query language: its notation, and that nothing that can be typed breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.messages import LANGUAGES, Catalogue
from allocution.search.query import MOST_WORDS, Near, Node, Phrase, as_read, leaves, notation, parse_query

QUERIES = [
    line.split("\t")
    for line in Path(__file__).with_name("queries.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("typed", "understood", "codes"), QUERIES)
def test_a_query_is_understood_so(typed: str, understood: str, codes: str) -> None:
    query = parse_query(typed)
    assert notation(query.tree) == understood
    assert " ".join(dict.fromkeys(note.code for note in query.notes)) == codes


@given(st.text())
def test_any_text_is_a_query_for_words_of_it(text: str) -> None:
    tree = parse_query(text).tree
    text = as_read(text)
    assert all(word in text for word in words(tree))
    if text == text.lower() and all(letter == " " or letter.isalpha() for letter in text):
        assert set(words(tree)) == set(text.split())


def words(tree: Node | None) -> list[str]:
    """The words that a tree asks for."""
    found = leaves(tree) if tree is not None else ()
    items = [item for leaf in found for item in (leaf.items if isinstance(leaf, Near) else (leaf,))]
    return [word for item in items for word in (item.words if isinstance(item, Phrase) else (item.text,))]


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "слово*",
                '"',
                "«",
                "»",
                "(",
                ")",
                "AND",
                "OR",
                "NOT",
                "-",
                "NEAR/2",
                "year:",
                "=b",
                "lang:kk",
            ]
        )
    )
)
def test_any_mixture_of_operators_is_a_query_and_every_note_has_wording(parts: list[str]) -> None:
    query = parse_query(" ".join(parts))
    if {'"', "«", "»", "NOT", "-"}.isdisjoint(parts):
        assert {"a", "слово", "b"} & set(words(query.tree)) == {
            word for word, part in (("a", "a"), ("слово", "слово*"), ("b", "=b")) if part in parts
        }
    for language in LANGUAGES:
        says = Catalogue("searching", language)
        assert all(says(f"note-{note.code}", text=note.text) for note in query.notes)


def test_a_query_of_hostile_size_is_cut_and_says_so() -> None:
    long = parse_query(" ".join(f"слово{number}" for number in range(10_000)))
    assert long.tree is not None
    assert len(leaves(long.tree)) == MOST_WORDS
    assert [note.code for note in long.notes] == ["too-many-words"]
    deep = parse_query("(" * 10_000 + "a")
    assert "too-deep" in [note.code for note in deep.notes]


def test_what_stands_under_not_is_no_leaf() -> None:
    tree = parse_query('суд -партия ("a b" OR год*) lang:ru').tree
    assert tree is not None
    assert [notation(leaf) for leaf in leaves(tree)] == ["суд", '"a b"', "год*"]
