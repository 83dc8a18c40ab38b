"""Analysers: what lemmas forms have, and that lemmas and forms agree."""

from __future__ import annotations

import pytest

from allocution.language.analysis import find_analyser


@pytest.mark.parametrize(
    ("language", "forms", "lemma"),
    [
        ("ru", "репрессия репрессий репрессиями", "репрессия"),
        ("ru", "человек людей людьми", "человек"),
        ("ru", "осуждён осуждённый осуждённых осудили", "осудить"),
        ("ru-RU", "судью судьёй судей", "судья"),
    ],
)
def test_every_form_of_a_word_has_its_lemma(language: str, forms: str, lemma: str) -> None:
    analyser = find_analyser(language)
    for form in forms.split():
        assert lemma in analyser.lemmas(form)


@pytest.mark.parametrize(("language", "form", "lemmas"), [("ru", "стали", {"стать", "сталь"})])
def test_all_lemmas_of_an_ambiguous_form_are_kept(language: str, form: str, lemmas: set[str]) -> None:
    assert set(find_analyser(language).lemmas(form)) == lemmas


@pytest.mark.parametrize(
    ("language", "lemma"), [("ru", "знать"), ("ru", "страна"), ("ru", "махарадзе"), ("ka", "ხალხი")]
)
def test_forms_and_lemmas_agree(language: str, lemma: str) -> None:
    analyser = find_analyser(language)
    forms = analyser.forms(lemma)
    assert lemma in forms
    assert all(lemma in analyser.lemmas(form) for form in forms)


def test_an_unknown_language_leaves_each_form_as_it_is() -> None:
    assert find_analyser("ka").lemmas("ხალხი") == ("ხალხი",)
