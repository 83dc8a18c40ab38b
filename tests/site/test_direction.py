from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.site.direction import (
    direction,
    isolated,
    lang_attributes,
    runs_against,
    sentence_attributes,
    text_attributes,
)

QUOTED = "Он сказал: «שלום עולם!» и ушёл."


@pytest.mark.parametrize(
    ("tag", "found"),
    [("ru", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("kk", "ltr"), ("kk-Arab", "rtl"), ("az-Latn-IR", "ltr"),
     ("ug-Cyrl", "ltr"), ("", "ltr")],
)  # fmt: skip
def test_direction_follows_the_script(tag: str, found: str) -> None:
    assert direction(tag) == found


def test_a_language_says_its_direction_where_that_turns() -> None:
    assert lang_attributes("ar", "ru") == ' lang="ar" dir="rtl"'
    assert lang_attributes("ru", "ar") == ' lang="ru" dir="ltr"'
    assert lang_attributes("he", "ar") == ' lang="he"'
    assert lang_attributes("en", "ru") == ' lang="en"'
    assert lang_attributes("ru", "ru") == lang_attributes("", "ru") == ""
    assert text_attributes("") == ' lang=""'


def test_a_quotation_is_set_apart_with_its_own_marks() -> None:
    assert isolated(QUOTED) == 'Он сказал: «<bdi lang="und" dir="rtl">שלום עולם!</bdi>» и ушёл.'
    assert isolated("слово שלום.") == 'слово <bdi lang="und" dir="rtl">שלום</bdi>.'
    assert isolated("א и ב") == '<bdi lang="und" dir="rtl">א</bdi> и <bdi lang="und" dir="rtl">ב</bdi>'


def test_a_sentence_in_another_script_isnt_in_the_language_around() -> None:
    assert sentence_attributes("בראשית ברא אלהים.", "ru", "ru") == ' lang="und" dir="rtl"'
    assert sentence_attributes(QUOTED, "ru", "ru") == ""
    assert sentence_attributes("مرحبا", "ar", "ru") == ' lang="ar" dir="rtl"'
    assert not runs_against("مرحبا", "ar")


@given(st.text('абв אבג ابج 12 .,!?«»"“” ', max_size=60))
def test_isolating_changes_no_letter(text: str) -> None:
    marked = isolated(text)
    assert marked.replace('<bdi lang="und" dir="rtl">', "").replace("</bdi>", "") == text
    assert ("<bdi" in marked) == runs_against(text, "ru")


@given(st.text("аa 1\u052f\u0590\u08ff\u0900\ufb1d\ufdff\ufe70\ufefc\ud800\U00010590\U0001f600", max_size=9))
def test_letters_that_run_against_are_found_wherever_they_stand(text: str) -> None:
    against = any("\u0590" <= letter <= "\u08ff" or letter in "\ufb1d\ufdff\ufe70\ufefc" for letter in text)
    assert runs_against(text, "ru") == against
