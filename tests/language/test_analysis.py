"""Analysers: what lemmas forms have, and that lemmas and forms agree."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.analysis import Analyser, find_analyser
from tests.editions.validators import PARTS_OF_SPEECH
from tests.language.meetings import groups_of, measure_meetings

LANGUAGES = ("ru", "uk", "be", "en", "ka")

UKRAINIAN = groups_of("""
суд: суду судом суді суди судів судам судами судах
людина: людини людині людину людиною люди людей людям людьми людях
свобода: свободи свободі свободу свободою свобод свободам
вирок: вироку вироком вироки вироків вирокам
в'язень: в'язня в’язнем вʼязні в'язнів в'язням
політичний: політичного політичному політичним політична політичної політичну політичні політичних
судити: суджу судиш судить судимо судять судив судила судили
казати: кажу кажеш каже кажуть казав казала кажіть
дитина: дитини дитиною діти дітей дітям
україна: україни україні україну україною
""")
BELARUSIAN = groups_of("""
закон: закона закону законам законе законы законаў законамі законах
народ: народа народу народам народзе народы народаў народамі
палітвязень: палітвязня палітвязню палітвязнем палітвязні палітвязняў палітвязнямі
турма: турмы турме турму турмой турмаў турмах
свабода: свабоды свабодзе свабоду свабодай
праўда: праўды праўдзе праўду праўдай
краіна: краіны краіне краіну краінай краін краінам
дапамога: дапамогі дапамозе дапамогу дапамогай
справа: справы справе справу справай спраў справамі
слова: словы слову словам словамі словах слоў
беларусь: беларусі беларуссю
годнасць: годнасці годнасцю
незалежны: незалежнага незалежнаму незалежным незалежная незалежнай незалежную незалежныя незалежных
палітычны: палітычнага палітычная палітычныя палітычных палітычнымі
беларускі: беларускага беларускаму беларускім беларуская беларускай беларускую беларускія беларускіх
чытаць: чытаю чытаеш чытае чытаем чытаюць чытаў чытала чыталі чытай
галасаваць: галасую галасуеш галасуе галасуюць галасаваў галасавала галасавалі
змагацца: змагаюся змагаешся змагаецца змагаемся змагаюцца змагаўся змагалася змагаліся
рабіць: раблю робіш робіць робяць рабіў рабіла рабілі
судзіць: суджу судзіш судзіць судзяць судзіў судзіла судзілі
чалавек: людзі людзей людзям людзьмі
быць: быў была былі будзе будуць
вінаваты: вінаватага вінаватая вінаватыя вінаватых
голас: голасу голасам галасы галасоў галасамі
""")
ENGLISH = groups_of("""
judge: judges judged judging judge's
leave: leaves left leaving
leaf: leaves
find: finds found finding
found: founds founded founding
court: courts court’s
person: persons people
man: men man's
speak: speaks spoke spoken speaking
be: am is are was were been being
""")


@pytest.mark.parametrize(
    ("language", "forms", "lemma"),
    [
        ("ru", "репрессия репрессий репрессиями", "репрессия"),
        ("ru", "человек людей людьми", "человек"),
        ("ru", "осуждён осуждённый осуждённых осудили", "осудить"),
        ("ru-RU", "судью судьёй судей", "судья"),
        ("uk", "в'язня в’язня вʼязнів", "в'язень"),
        ("uk-UA", "києва києвом", "київ"),
        ("en-GB", "prisoner prisoners prisoner's", "prisoner"),
        ("be", "турмы турме турму", "турма"),
    ],
)
def test_every_form_of_a_word_has_its_lemma(language: str, forms: str, lemma: str) -> None:
    analyser = find_analyser(language)
    for form in forms.split():
        assert lemma in analyser.lemmas(form)


@pytest.mark.parametrize(
    ("language", "form", "lemmas"),
    [
        ("ru", "стали", {"стать", "сталь"}),
        ("en", "leaves", {"leave", "leaf"}),
        ("en", "saw", {"saw", "see"}),
        ("uk", "мати", {"мати"}),
        ("be", "новага", {"новы", "новага"}),
    ],
)
def test_all_lemmas_of_an_ambiguous_form_are_kept(language: str, form: str, lemmas: set[str]) -> None:
    assert set(find_analyser(language).lemmas(form)) == lemmas


@pytest.mark.parametrize(
    ("language", "lemma"),
    [
        *(("ru", "знать"), ("ru", "страна"), ("ru", "махарадзе"), ("ka", "ხალხი")),
        *(("uk", "людина"), ("uk", "в'язень"), ("uk", "казати"), ("uk", "ніщота")),
        *(("en", "judge"), ("en", "leaf"), ("en", "person"), ("en", "qazaq")),
        *(("be", lemma) for lemma in BELARUSIAN),
    ],
)
def test_forms_and_lemmas_agree(language: str, lemma: str) -> None:
    analyser = find_analyser(language)
    forms = analyser.forms(lemma)
    assert lemma in forms
    assert len(forms) == len(set(forms))
    assert all(lemma in analyser.lemmas(form) for form in forms)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            "суд:NOUN казахстан:PROPN этот:DET виновным:ADJ сказано:VERB двух:NUM и:CCONJ что:SCONJ не:PART нас:PRON",
        ),
        ("kk", "күресемін:VERB жазған:VERB адамдар:NOUN алматыда:PROPN бұған:PRON жақсы: жазуға: берді:VERB"),
        ("en", "the:DET us:PRON spoken:VERB judged:VERB prisoners:NOUN judge's:NOUN leaves: court: was:AUX"),
        ("uk", "визнаю:VERB політичних:ADJ суд: мати: який:DET"),
        ("be", "але: судамі:"),
        ("ka", "ხალხი:"),
    ],
)
def test_parts_of_speech_are_told_where_the_form_tells_them(language: str, told: str) -> None:
    analyser = find_analyser(language)
    for word, _, part in (each.partition(":") for each in told.split()):
        assert (word, analyser.part_of_speech(word, analyser.lemmas(word)[0])) == (word, part)


@given(
    st.sampled_from(("ru", "kk", "uk", "be", "en")),
    st.text("абвгдеиклнорстуыіңaedgins'’-5", min_size=1, max_size=12),
)
def test_every_part_of_speech_has_a_name_of_universal_dependencies(language: str, word: str) -> None:
    analyser = find_analyser(language)
    parts = {analyser.part_of_speech(word, lemma) for lemma in analyser.lemmas(word)}
    assert parts <= (PARTS_OF_SPEECH - {"_"}) | {""}


@pytest.mark.parametrize(
    ("language", "groups", "joined", "wrongly"),
    [("uk", UKRAINIAN, 0.95, 0.02), ("be", BELARUSIAN, 0.9, 0.05), ("en", ENGLISH, 1.0, 0.08)],
    ids=["uk", "be", "en"],
)
def test_forms_of_a_word_meet_and_others_dont(
    language: str, groups: dict[str, tuple[str, ...]], joined: float, wrongly: float
) -> None:
    found = measure_meetings(find_analyser(language), groups)
    assert found.joined >= joined, found.apart
    assert found.wrongly <= wrongly, found.mistaken


@given(
    st.sampled_from(LANGUAGES),
    st.text(st.characters(categories=("L", "N", "M", "P")), min_size=1, max_size=24),
)
def test_every_word_has_a_lemma(language: str, word: str) -> None:
    lemmas = find_analyser(language).lemmas(word.lower())
    assert lemmas
    assert all(lemmas)


def test_an_unknown_language_leaves_each_form_as_it_is() -> None:
    assert find_analyser("ka").lemmas("ხალხი") == ("ხალხი",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_threads_may_share_an_analyser(language: str) -> None:
    analyser = find_analyser(language)
    words = ["слово", "мова", "турмы", "leaves", "сот"] * 20
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(analyser.lemmas, words))
    assert found == [analyser.lemmas(word) for word in words]


@pytest.mark.parametrize("language", ["be", "ka"])
def test_an_analyser_can_be_handed_to_a_process(language: str) -> None:
    analyser = find_analyser(language)
    again = pickle.loads(pickle.dumps(analyser))
    assert again.lemmas("турмы") == analyser.lemmas("турмы")


def test_the_page_on_adding_a_language_names_every_method() -> None:
    page = Path("docs/languages.md").read_text("utf-8").partition("## Adding a language")[2]
    methods = [name for name in vars(Analyser) if not name.startswith("_")]
    assert len(methods) == 3
    assert all(f"`{name}(" in page for name in methods)
