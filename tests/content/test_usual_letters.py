"""What lets a text be looked through as bytes: usual letters are printed, stand alone and come back."""

from itertools import product
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.usual_letters import byte_a_letter, letters_of

USUAL = [letter for letter in map(chr, range(0x3000)) if byte_a_letter(letter) is not None]


def test_come_back() -> None:
    text = "Менің соңғы сөзім: «Я – не винен», сказаў ён… I don’t."
    data = byte_a_letter(text)
    assert data is not None
    assert len(data) == len(text)
    assert letters_of(data) == text


def test_are_printed_and_in_normal_form_beside_each_other() -> None:
    assert len(USUAL) > 190
    assert all(letter.isprintable() for letter in USUAL)
    assert all(is_normalized("NFC", first + second) for first, second in product(USUAL, USUAL))


@given(st.text("абqқ «.1", max_size=20))
def test_keep_ascii_in_its_places(text: str) -> None:
    data = byte_a_letter(text)
    assert data is not None
    assert data.count(b" ") == text.count(" ")
    assert letters_of(data) == text


@pytest.mark.parametrize("letter", ["\0", "\n", "\x7f", "\xa0", "\u0308", "é", "\ufffe", "א", "\U0001f600"])
def test_others_are_left_to_slower_ways(letter: str) -> None:
    assert byte_a_letter(f"Да{letter}") is None
