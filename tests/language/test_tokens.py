"""Tokens: what is one, and that together they are the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.folding import exact_key, folded_key, unfolded
from allocution.language.tokens import Token, TokenKind, count_words, tokens, word_spans

PIECES = [
    "Халық",
    "үшін",
    "в'язнів",
    "В****",
    "274-б",
    "1,5",
    "22.06.2020",
    "13:01",
    "...",
    "?!",
    ".",
    ",",
    "«",
    "»",
]
TEXTS = st.text() | st.lists(
    st.sampled_from([*PIECES, " ", "\n", "-", "–", "_", "\u0301", "5", "\u00a0"])
).map("".join)


def shown(text: str) -> str:
    """A text with a bar at each boundary, white space left out."""
    return "|".join(
        text[token.start : token.end] for token in tokens(text) if token.kind is not TokenKind.SPACE
    )


@pytest.mark.parametrize(
    "expected",
    [
        "Халық|үшін|,|алға|,|Қазақстан|!",
        "в'язнів|і|комп’ютер|,|пʼять",
        "что-нибудь|,|кое-что|–|нет",
        "Судью|В****|я|прощаю|.",
        "ҚК|274-б|.|4-б|.",
        "13:01|22.06.2020|,|1,5|и|2/3|года",
        "2-й|,|30-х|гг|.",
        "Что|?!|Нет|...|Да|…",
        "«|Нур|Отан|»|(|[|партия|]|)",
        "3.5|.",
        "№|5|и|§|7",
        "http|:|/|/|example|.|com",
        "Ре\u0301прессии|и|реп\u00adрессии|,|Сухои\u0306|.",
    ],
)
def test_tokens(expected: str) -> None:
    text = expected.replace("|", " ")
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Я знаю.", "Я|знаю|."),
        ("ст.274", "ст|.|274"),
        ("10,5%", "10,5|%"),
        ("5.", "5|."),
        ("1.2.", "1.2|."),
        ("", ""),
    ],
)
def test_tokens_that_touch(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_kinds() -> None:
    assert tokens("Ст. 5") == [
        Token(0, 2, TokenKind.WORD),
        Token(2, 3, TokenKind.PUNCTUATION),
        Token(3, 4, TokenKind.SPACE),
        Token(4, 5, TokenKind.NUMBER),
    ]


@given(TEXTS)
def test_offsets_partition_the_text(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert token.start == position < token.end
        position = token.end
    assert position == len(text)


@given(TEXTS)
def test_a_word_of_the_index_is_a_token_or_part_of_a_number(text: str) -> None:
    found = tokens(text)
    spans = {(token.start, token.end) for token in found}
    numbers = [(token.start, token.end) for token in found if token.kind is TokenKind.NUMBER]
    for start, end in word_spans(text):
        assert (start, end) in spans or any(first <= start and end <= last for first, last in numbers)


@given(TEXTS)
def test_words_are_counted_as_they_are_found(text: str) -> None:
    assert count_words(text) == len(word_spans(text))


@given(st.text(alphabet="аәкқгғнңөіїєґһўұ", max_size=5))
def test_a_folded_word_can_be_unfolded(word: str) -> None:
    assert exact_key(word) in set(unfolded(folded_key(word)))
