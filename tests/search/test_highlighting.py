"""NEAR in a sentence: as FTS5 has it, and quick whatever is asked."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from allocution.search.highlighting import Highlighter
from allocution.search.query import Exact, Near
from allocution.search.resolving import Place, ResolvedLeaf


def near(words: list[str], distance: int) -> ResolvedLeaf:
    """A leaf that asks for these exact words near each other."""
    stretches = tuple((Place((word,)),) for word in words)
    return ResolvedLeaf(Near(tuple(map(Exact, words)), distance), stretches, stretches, distance)


@given(
    st.lists(st.sampled_from("абвг"), max_size=12),
    st.lists(st.sampled_from("абв"), min_size=2, max_size=3),
    st.integers(0, 4),
)
def test_words_are_marked_that_stand_in_some_cluster(
    text: list[str], asked: list[str], distance: int
) -> None:
    groups = product(*([at for at, word in enumerate(text) if word == each] for each in asked))
    expected = {at for group in groups if max(group) - min(group) - 1 <= distance for at in group}
    matches = Highlighter([near(asked, distance)]).matches(" ".join(text), "xx", ())
    assert {match.start // 2 for match in matches} == expected


def test_a_word_asked_for_many_times_among_many_of_it_is_answered() -> None:
    text = " ".join(["а"] * 200)
    assert len(Highlighter([near(["а"] * 60, 100)]).matches(text, "xx", ())) == 200
