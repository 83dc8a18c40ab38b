from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.proofreading import find_typing_errors, suggest, words_of
from allocution.language.spelling import NoDictionaryError, SpellingDictionary, spelling_dictionary


@pytest.fixture(scope="module", name="russian")
def _russian() -> SpellingDictionary:
    return spelling_dictionary("ru")


def errors(text: str, language: str, *known: str) -> dict[str, tuple[str, ...]]:
    words = words_of(text, 0, len(text))
    found = find_typing_errors(words, spelling_dictionary(language), frozenset(known))
    return {error.word.text: error.suggestions for error in found}


@pytest.mark.parametrize(
    ("language", "text", "word", "meant"),
    [
        ("ru", "Мы знаем это из гортького опыта.", "гортького", "горького"),
        ("ru", "Их чопротивление бесполезно.", "чопротивление", "сопротивление"),
        ("ru", "Я незнаю, что сказать.", "незнаю", "не знаю"),
        ("ru", "Это свбодная страна.", "свбодная", "свободная"),
        ("ru", "Справдливость победит.", "Справдливость", "Справедливость"),
        ("uk", "Я не визнаю своєї провини перед цим сдуом.", "сдуом", "судом"),
        ("be", "Я не прызнаю сваёй віны перад судомм.", "судомм", "судом"),
        ("en", "I did not break any jsut law.", "jsut", "just"),
    ],
)
def test_an_error_is_found_and_what_was_meant_is_suggested(
    language: str, text: str, word: str, meant: str
) -> None:
    found = errors(text, language)
    assert list(found) == [word]
    assert meant in found[word]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Уважаемый суд! Пётр Ильясович Нурботов из КУИС не пришёл."),
        ("ru", "Залина Ильясовна, я поясню по-русски, кто-нибудь да услышит из-за двери."),
        ("ru", "Человек В**** сказал это 17 раз и в 5-м ряду."),
        ("ru", "Ваша честь, казахстанцев судили неправосудно: это ёлка и елка."),
        ("ru", "Обвинения репре\u0301ссий, репрес\u00adсий и сухои\u0306 воды, проф. и доц. знали."),
        ("ru", "Его слова повторяют: Қайраттың аты ел жадында қалды."),
        ("uk", "Проф. Іваненко свідчив."),
        ("uk", "Я люблю свою країну і її людей, в'язнів сумління."),
        ("en", "The defence and the defense honoured the court's colour."),
    ],
)
def test_nothing_is_found_where_nothing_is_wrong(language: str, text: str) -> None:
    assert errors(text, language) == {}


def test_words_of_the_archive_are_no_errors_and_can_be_suggested() -> None:
    assert list(errors("Это сказал шаңырақшы и гособвинение.", "ru")) == ["гособвинение"]
    assert errors("Так решило гособвинение.", "ru", "гособвинение") == {}
    assert errors("Так решило гообвинение.", "ru", "гособвинение") == {"гообвинение": ("гособвинение",)}


def test_a_real_word_is_never_an_error() -> None:
    assert errors("Они знаю об этом.", "ru") == {}


def test_the_likelier_slip_comes_first(russian: SpellingDictionary) -> None:
    assert suggest("првда", russian)[0] == "правда"
    assert suggest("судд", russian)[0] == "суд"


def test_a_language_without_a_dictionary_is_named() -> None:
    with pytest.raises(NoDictionaryError, match="kk"):
        spelling_dictionary("kk")


@given(st.text(alphabet="абвГД ееё-'’«»—.,!*5_\n", max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in words_of(text, 0, len(text)):
        assert word.start >= end
        assert text[word.start : word.end].replace("’", "'") == word.text
        end = word.end
