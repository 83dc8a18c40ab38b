"""A body without markup is read the same with and without the Markdown parser."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.body import reading
from allocution.content.body.plain import plain_paragraphs
from allocution.content.body.reading import read_body

LETTERS = "абвЯ эқі'’ʼab.,!?…—–-:;()«»\"30=+#/@%$№\n\n "
PIECES = (
    "Судья: ",
    "(смеётся)",
    "ххх",
    "xxx",
    "\n\n",
    "\n",
    "https://t.me/x/1",
    "И. И. Иванов",
    "1. ",
    "--- ",
    "Ильяшев: ",
    "www.x.kz",
    "a@b.kz",
)


@given(st.lists(st.one_of(st.text(LETTERS, max_size=30), st.sampled_from(PIECES)), max_size=12).map("".join))
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    short = read_body(text, 7, "x.md", speakers=["Альнур Ильяшев"])
    with patch.object(reading, "plain_paragraphs", lambda text, first_line: None):
        assert short == read_body(text, 7, "x.md", speakers=["Альнур Ильяшев"])


@given(st.text(max_size=60))
def test_whatever_the_text(text: str) -> None:
    short = read_body(text)
    with patch.object(reading, "plain_paragraphs", lambda text, first_line: None):
        assert short == read_body(text)


def test_a_speech_takes_the_short_way() -> None:
    assert plain_paragraphs("Ваша честь!\nЯ сказал всё.\n\nСпасибо.\n", 5) == [
        ("Ваша честь!\nЯ сказал всё.", 5),
        ("Спасибо.", 8),
    ]


@pytest.mark.parametrize(
    "text", ["*да*", "> да", "- да", "1. да", "да  \nнет", " да", "[да]", "# да", "да\n===", "да\u00a0\nнет"]
)
def test_markup_goes_to_the_parser(text: str) -> None:
    assert plain_paragraphs(text, 1) is None
