"""Which sentences captures hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.evidence.coverage import Coverage, cover

WORDS = st.lists(st.sampled_from(["я", "не", "«виновен»", "Суд", "—", "нет"]), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("sentence", "captured", "found"),
    [
        ("Я не виновен.", "Суд! Я не\n\nвиновен. Да.", True),
        ("Он сказал: «нет».", 'Он сказал: "нет".', True),
        ("Он сказал: «нет».", "Он сказал: „нет“.", True),
        ("Я\u00a0не виновен.", "Я  не виновен.", True),
        ("Я не виновен.", "я не виновен.", False),
        ("Я не виновен.", "Я невиновен.", False),
        ("ответ", "безответный", False),
        ("Й", "И\u0306", True),
        ("Я не виновен.", "", False),
        ("1", "12", False),
    ],
)
def test_a_sentence_is_looked_for_whole(sentence: str, captured: str, found: bool) -> None:
    expected = Coverage((sentence,), ()) if found else Coverage((), (sentence,))
    assert cover([sentence], [captured]) == expected


def test_a_sentence_may_go_on_in_the_next_capture() -> None:
    assert cover(["Я не виновен."], ["Суд. Я не", "виновен. Да."]).missing == ()


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_what_was_captured_whole_is_covered_whole(written: list[list[str]]) -> None:
    sentences = [" ".join(words) for words in written]
    assert cover(sentences, ["\n".join(sentences)]) == Coverage(tuple(sentences), ())
    assert cover(sentences, []) == Coverage((), tuple(sentences))


@pytest.mark.parametrize(
    ("sentence", "captured", "found"),
    [
        ("Мой друг В**** молчал.", "Мой друг Виктор молчал.", True),
        ("Мой друг В**** молчал.", "Мой друг Олег молчал.", False),
        ("Мой друг В**** молчал.", "Мой друг В**** молчал.", True),
        ("Мой друг В**** молчал.", "Мой друг Виктор Иванович молчал.", False),
        ("*** пришёл домой.", "Виктор пришёл домой.", True),
        ("▇▇▇▇▇ пришёл домой.", "Виктор Иванович Ким пришёл домой.", True),
        ("Сын ▇▇▇▇▇, и он ждёт.", "Сын учится в школе на нашей улице, и он ждёт.", True),
        ("Сын ▇▇▇▇▇, и она ждёт.", "Сын учится в школе на нашей улице, и он ждёт.", False),
        ("Он сказал 2**3.", "Он сказал 2**3.", True),
        ("Слово*", "Слово", False),
    ],
)
def test_a_masked_word_is_not_a_different_wording(sentence: str, captured: str, found: bool) -> None:
    assert bool(cover([sentence], [captured]).found) is found
