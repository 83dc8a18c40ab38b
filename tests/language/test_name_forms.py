"""A name is found in every form, and nobody else's is."""

from __future__ import annotations

import re

import pytest
from anyascii import anyascii
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.language.name_forms import NameIndex, NameSearch, Strength, find_written
from allocution.language.plain_text import plain_text


def masked(name: str, text: str, *others: str, in_address: bool = False) -> str:
    """The text with a mark for the name."""
    search = NameSearch(name, others)
    for start, end, _ in reversed(find_written(search, text, in_address)):
        text = f"{text[:start]}*{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "Айгуль Серикова", "Серикова Айгуль", "Айгулью Сериковой", "Сериковой", "Айгули", "АЙГУЛЬ СЕРИКОВА", "серикова",
        "Айгульдің", "Сериковаға", "Айгульмен", "Сериковых", "Aigul Serikova", "Aygul", "Serikowa", "Сериковій",
        "А. Серикова", "А.Серикова", "Серикова А.", "Серикова А. К.", "A. Serikova", "А. С.", "А.С.", "С.А.",
        "Серикова, Айгуль", "Айгуль\nСерикова", "Сeриковa", "Се\u00adрикова", "Се&#1088;икова", "Се**рик**ова",
        "<b>Сер</b>икова", "Се\u0301рикова", "Айгу\u200bль",
    ],
)  # fmt: skip
def test_every_form_of_a_name_is_found_whole(text: str) -> None:
    found = masked("Айгуль Серикова", f"Тут {text} и всё.")
    assert set(found.removeprefix("Тут ").removesuffix(" и всё.")) <= set("*<b>/"), found


@pytest.mark.parametrize(
    "text",
    [
        "Сериков",
        "Аскар Сериков",
        "айгуль",
        "Серик",
        "А. Иванова",
        "А. и С.",
        "Серия",
        "Айна",
        "Б. С.",
        "Sergeeva",
        "А",
    ],
)
def test_what_is_no_form_of_it_stays(text: str) -> None:
    assert masked("Айгуль Серикова", f"Тут {text} тут.") == f"Тут {text} тут."


def test_a_word_that_somebody_named_openly_has_too_isn_t_the_name_alone() -> None:
    text = "Я, Аскар Утепов, и мать Утепова, и жена Айгуль Утепова, и А. Утепова."
    assert masked("Айгуль Утепова", text, "Аскар Утепов") == "Я, Аскар Утепов, и мать Утепова, и жена *, и *."


def test_a_name_of_one_word_is_found_in_any_case() -> None:
    assert masked("Айгуль", "Ждёт Айгуль, с Айгулью, Aigul.") == "Ждёт *, с *, *."


def test_either_word_of_a_name_may_come_first() -> None:
    assert masked("Серикова Айгуль", "Ждём с Айгулью Сериковой, с Айгулью.") == "Ждём с *, с *."


def test_short_family_names_are_told_from_other_words() -> None:
    assert masked("Ян Ли", "Ли. Ян Ли? Ли да ли.") == "*. *? * да ли."


@pytest.mark.parametrize(
    "address", ["x.org/aigul-serikova/1", "x.org/serikova_aigul", "x.org/айгуль+серикова", "x.org/serikova"]
)
def test_it_is_found_in_addresses(address: str) -> None:
    assert NameSearch("Айгуль Серикова").find(address, in_address=True)


def test_how_surely_it_was_found() -> None:
    found = NameSearch("Айгуль Серикова").find("Айгуль Серикова; А. Серикова; Серикова")
    assert [place.strength for place in found] == [Strength.FULL, Strength.INITIALS, Strength.WORD]


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    for start, end, _ in find_written(NameSearch("Айгуль Серикова"), text):
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=60))
def test_any_name_can_be_looked_for(name: str) -> None:
    search = NameSearch(name)
    assert isinstance(search.find(f"Тут {name} тут."), list)


@given(st.text("аб<>b&amp;#1088;\\*\u0301\u00ad ", max_size=60))
def test_places_in_plain_text_are_those_in_what_is_written(text: str) -> None:
    plain = plain_text(text)
    assert len(plain.text) == len(plain.starts) == len(plain.ends)
    assert all(start < end for start, end in zip(plain.starts, plain.ends, strict=True))
    assert list(plain.starts) == sorted(plain.starts)


NAMES = (
    "Айгуль Серикова",
    "Aigerim Qojahmetova",
    "Пётр Ким",
    "Ли",
    "Олександр Шевченко",
    "Мария-Анна Ибн Саид",
)


@settings(max_examples=300)
@given(
    st.sampled_from([word for name in NAMES for word in name.replace("-", " ").split()]),
    st.sampled_from(["", "а", "ой", "ым", "дың", "лардан", "ко", "s", "ова"]),
    st.booleans(),
    st.text(max_size=6),
)
def test_many_names_are_found_by_the_words_that_each_is(
    word: str, ending: str, latin: bool, other: str
) -> None:
    searches = [(number, NameSearch(name)) for number, name in enumerate(NAMES)]
    index = NameIndex(searches)
    written = anyascii(word + ending) if latin else word + ending
    for each in (written, written.lower(), written.upper(), other):
        for run in re.findall(r"[^\W\d_]+", each):
            assert set(index.names_with(run)) >= {number for number, search in searches if search.find(run)}
