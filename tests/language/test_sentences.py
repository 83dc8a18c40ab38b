"""Where sentences end. A bar in an example marks each boundary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.language.sentences import Decision, split_sentences
from tests.language.sentence_examples import BELARUSIAN, ENGLISH, KAZAKH, LINES, RUSSIAN, UKRAINIAN


def examples(*blocks: str) -> list[str]:
    return [line for block in blocks for line in block.strip().splitlines()]


def marked(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and the sentences that the marks make."""
    text = text.replace("¶", "\n")
    return text.replace("|", ""), [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("example", examples(RUSSIAN, KAZAKH, UKRAINIAN, BELARUSIAN, ENGLISH, LINES))
def test_example(example: str) -> None:
    text, expected = marked(example)
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_enough_boundaries_are_marked_in_each_language() -> None:
    languages = (RUSSIAN, KAZAKH, UKRAINIAN, BELARUSIAN, ENGLISH)
    assert min(block.count("|") for block in languages) >= 40
    assert sum(block.count("|") for block in languages) >= 320


def test_nothing_has_no_sentences() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n\t ") == []


def test_lines_broken_to_a_width_mean_nothing() -> None:
    text = (
        "Я хочу сказать суду, что меня арестовали после того, как в город приехал\n"
        "Нурсултан Назарбаев, и вместе со мной арестовали моего близкого товарища\n"
        "Азамата Байкенова. Мы ни в чём не виноваты."
    )
    assert len(split_sentences(text)) == 2
    assert len(split_sentences(text.replace("что меня арестовали после того, как в город", "что"))) == 4


def test_the_trace_names_the_rule() -> None:
    trace: list[Decision] = []
    split_sentences("По ст. 274 УК. Всё.", trace=trace)
    assert trace == [Decision(5, "leading_abbreviation", False), Decision(13, "plain_end", True)]


PIECES = (
    *("Слово", "слово", "мы", "Я", "ст", "г", "И", "т.д", "2020", "«", "»", "(", ")", "[1]", "_", "Ⅰ", "Ⓐ"),
    *(
        ".",
        ".",
        "!",
        "?",
        "…",
        "...",
        ".»",
        "».",
        ". ",
        ". ",
        "! ",
        "… ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n ",
        "–",
    ),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_quick_looks_find_what_the_rules_find(text: str) -> None:
    assert split_sentences(text) == split_sentences(text, trace=[])


def test_the_seed_has_57_sentences() -> None:
    seed = Path(__file__).parents[3] / "shared/data/seed/alnur-ilyashev.md"
    if not seed.exists():
        pytest.skip("the seed lies beside the checkout, not in it")
    body = seed.read_text(encoding="utf-8").split("---\n", 2)[2]
    paragraphs = [paragraph for paragraph in body.split("\n\n") if paragraph.strip()]
    assert sum(len(split_sentences(paragraph)) for paragraph in paragraphs) == 57
    assert split_sentences(paragraphs[-1]) == [
        (1 if paragraphs[-1][0] == "\n" else 0, len(paragraphs[-1].rstrip()))
    ]


TEXTS = (
    st.lists(
        st.sampled_from(
            [*'яЯІa1 \n\t.!?…»«")([]–-№', "ст.", " г. ", "Mr. ", "\u00a0", ".\n", "Иванов", " и "]
        ),
        max_size=40,
    ).map("".join)
    | st.text()
)


@given(TEXTS)
def test_sentences_cover_everything_in_order(text: str) -> None:
    position = 0
    for start, end in split_sentences(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


@given(TEXTS)
def test_every_sentence_holds_a_word_unless_the_passage_has_none(text: str) -> None:
    sentences = split_sentences(text)
    if re.search(r"[^\W_]", text) and "\n" not in text:
        assert all(re.search(r"[^\W_]", text[start:end]) for start, end in sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Ваша честь! Я не признаю вины. Меня судят по ст. 274 УК РК. «Так решили». Я знаю. И всё… Прощайте!",
        "ЗАПОВЕДИ ПРОГРАММИСТА\n Если у тебя украли файл, не плачь.\n Это жизнь.",
        "Мен кінәлі емеспін. 274-б. 4-б. бойынша сотталдым. Алматы қ. Рақмет!",
    ],
)
def test_the_trace_names_a_rule_for_every_end_and_changes_none(text: str) -> None:
    trace: list[Decision] = []
    traced = split_sentences(text, trace=trace)
    assert traced == split_sentences(text)
    assert sum(decision.ends for decision in trace) == len(traced) - 1
    assert all(text[start:end] == text[start:end].strip() for start, end in traced)
