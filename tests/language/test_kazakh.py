"""Kazakh: sounds, suffixes, and how often forms written from the grammar meet in their word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.analysis import find_analyser
from allocution.language.kazakh.lexicon import decoded, lexicon
from allocution.language.kazakh.sounds import joined, parted, realised
from docs.kazakh_lexicon import front_coded, words
from tests.language.meetings import groups_of, measure_meetings

FOLDER = Path(__file__).parent
NOUNS = groups_of((FOLDER / "kazakh_nouns.txt").read_text(encoding="utf-8"))
VERBS = groups_of((FOLDER / "kazakh_verbs.txt").read_text(encoding="utf-8"))
KAZAKH = find_analyser("kk")


def test_enough_forms_are_written_down() -> None:
    assert sum(map(len, NOUNS.values())) >= 400
    assert sum(map(len, VERBS.values())) >= 400


@pytest.mark.parametrize(("groups", "bar"), [(NOUNS, 0.9), (VERBS, 0.7)], ids=["nominal", "verbal"])
def test_forms_of_a_word_meet(groups: dict[str, tuple[str, ...]], bar: float) -> None:
    found = measure_meetings(KAZAKH, groups)
    assert found.joined >= bar, found.apart
    assert found.wrongly < 0.08, found.mistaken


def test_forms_of_different_words_rarely_meet() -> None:
    found = measure_meetings(KAZAKH, {**NOUNS, **VERBS})
    assert found.wrongly < 0.08, found.mistaken


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("қазақстандықтар", "қазақстан"),
        ("халқымыздың", "халық"),
        ("айыпталушыларға", "айыпталушы"),
        ("кітабымыздағы", "кітап"),
        ("болғандықтан", "болу"),
        ("сотталғандардың", "соттау"),
        ("жазбаппыз", "жазу"),
        ("келмейсіңдер", "келу"),
        ("қояйын", "қою"),
        ("барамысың", "бару"),
        ("айтқысы", "айту"),
        ("жауып", "жабу"),
        ("маған", "мен"),
        ("боп", "болу"),
        ("журналистер", "журналист"),
        ("Тоқаевтың".lower(), "тоқаев"),
    ],
)
def test_a_form_has_its_lemma(form: str, lemma: str) -> None:
    assert lemma in KAZAKH.lemmas(form)


@pytest.mark.parametrize(
    ("stem", "suffix", "written"),
    [
        ("қала", "LAр", "қалалар"),
        ("қол", "LAр", "қолдар"),
        ("кітап", "LAр", "кітаптар"),
        ("адам", "NYң", "адамның"),
        ("адам", "IY", "адамды"),
        ("қыз", "Pен", "қызбен"),
        ("дос", "GA", "досқа"),
        ("үкім", "BAн", "үкімнен"),
        ("кітап", "(с)Y", "кітабы"),
        ("жүрек", "(Y)м", "жүрегім"),
        ("қазақ", "(с)Y", "қазағы"),
        ("бала", "(с)Y", "баласы"),
        ("оқы", "E", "оқи"),
        ("қой", "E", "қоя"),
        ("оқы", "у", "оқу"),
        ("қой", "у", "қою"),
        ("журналист", "LAр", "журналистер"),
    ],
)
def test_a_suffix_fits_its_stem(stem: str, suffix: str, written: str) -> None:
    assert next(joined(stem, letters) for letters in realised(stem, suffix)) == written
    for letters in realised(stem, suffix):
        assert stem in parted(joined(stem, letters), letters)


@pytest.mark.parametrize(
    "lemma",
    [
        *(word for word in NOUNS if word != "митингі"),
        *VERBS,
        *sorted(lexicon().stems)[::400],
        *sorted(lexicon().words)[::2500],
    ],
)
def test_every_form_made_of_a_word_leads_back_to_it(lemma: str) -> None:
    forms = KAZAKH.forms(lemma)
    assert len(forms) == len(set(forms))
    assert lemma in forms
    assert not [form for form in forms if lemma not in KAZAKH.lemmas(form)]


@given(
    st.lists(st.sampled_from("жаз лар дың ға да дан ым ы сы дағы нікі ыл т дыр ғыз ма ған ар у ып м".split()))
)
def test_any_heap_of_suffixes_is_read(parts: list[str]) -> None:
    assert KAZAKH.lemmas("жаз" + "".join(parts))


def test_the_list_of_words_is_that_of_the_dictionary_coded() -> None:
    dictionary = "4\nабай/Aa\nабайла\nАбайлау/Mm\naс\nжқ\nас/Aa\n"
    assert list(words(dictionary)) == ["абай", "абайла", "абайлау", "ас"]
    assert list(decoded("\n".join(front_coded(words(dictionary))))) == list(words(dictionary))
    assert len(lexicon().words) > 50000
    assert len(lexicon().stems) > 5000


def test_words_that_the_rules_were_not_made_on_meet_as_well() -> None:
    found = measure_meetings(KAZAKH, groups_of((FOLDER / "kazakh_held_out.txt").read_text(encoding="utf-8")))
    assert found.joined >= 0.9, found.apart
    assert found.wrongly < 0.08, found.mistaken
