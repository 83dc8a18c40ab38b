"""Sentences and their translations put side by side by length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.parallel import align

LENGTHS = st.lists(st.integers(0, 400), max_size=40)


@given(LENGTHS, LENGTHS)
def test_every_sentence_is_in_one_pair_and_in_order(left: list[int], right: list[int]) -> None:
    pairs = align(left, right)
    assert [number for here, _ in pairs for number in here] == list(range(len(left)))
    assert [number for _, there in pairs for number in there] == list(range(len(right)))
    assert all(here or there for here, there in pairs)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([40, 90, 25], [44, 85, 30], "0:0 1:1 2:2"),
        ([60, 30, 35, 80], [64, 70, 88], "0:0 1,2:1 3:2"),
        ([120, 45], [58, 66, 47], "0:0,1 1:2"),
        ([70, 120, 165, 50, 190], [72, 166, 48, 195], "0:0 1,2:1 3:2 4:3"),
        ([], [10], ":0"),
        ([], [], ""),
    ],
)
def test_what_a_translator_did_is_found(left: list[int], right: list[int], expected: str) -> None:
    shown = [f"{','.join(map(str, here))}:{','.join(map(str, there))}" for here, there in align(left, right)]
    assert " ".join(shown) == expected


def test_a_note_stands_by_a_note_or_alone() -> None:
    said, note = [120, 30], 60
    pairs = align([*said, note], [115, 26], notes=[2])
    assert [(list(here), list(there)) for here, there in pairs] == [([0], [0]), ([1], [1]), ([2], [])]
    pairs = align([note, *said], [80, 115, 26], notes=[0], translated_notes=[0])
    assert [(list(here), list(there)) for here, there in pairs] == [([0], [0]), ([1], [1]), ([2], [2])]
