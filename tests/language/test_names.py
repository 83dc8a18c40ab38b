from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.language.name_words import NamePart, name_words
from allocution.language.names import case_forms, spelling_keys

GIVEN, PATRONYMIC, FAMILY, OTHER = NamePart


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Альнур Ильяшев", [GIVEN, FAMILY]),
        ("Юлий Маркович Даниэль", [GIVEN, PATRONYMIC, FAMILY]),
        ("Ильяшев Альнур Серикович", [FAMILY, GIVEN, PATRONYMIC]),
        ("Қайрат Ноғайбайұлы Рысқұлбеков", [GIVEN, PATRONYMIC, FAMILY]),
        ("А. Д. Синявский", [OTHER, OTHER, FAMILY]),
        ("Стус", [FAMILY]),
        ("Людвиг ван Бетховен", [GIVEN, OTHER, FAMILY]),
        ("Susan B. Anthony", [GIVEN, OTHER, FAMILY]),
    ],
)
def test_what_the_words_of_a_name_are(name: str, parts: list[NamePart]) -> None:
    assert [word.part for word in name_words(name)] == parts
    assert [word.text for word in name_words(name)] == name.split()


@pytest.mark.parametrize(
    ("name", "language", "forms"),
    [
        ("Альнур Ильяшев", "ru", "Ильяшев Ильяшева Ильяшеву Ильяшевым Ильяшеве"),
        ("Айгуль Токаева", "ru", "Токаева Токаевой Токаеву"),
        ("Андрей Синявский", "ru", "Синявский Синявского Синявскому Синявским Синявском"),
        ("Нана Махарадзе", "ru", "Махарадзе"),
        ("Василь Стус", "uk", "Стус Стуса Стусові Стусом Стусу Стусе"),
        ("Лариса Богораз", "ru", "Богораз"),
    ],
)
def test_all_cases_of_the_family_name(name: str, language: str, forms: str) -> None:
    assert set(forms.split()) <= case_forms(name, language)[-1]


def test_a_name_that_shows_its_gender_is_declined_one_way() -> None:
    assert case_forms("Юлий Маркович Даниэль", "ru")[0] == {"Юлий", "Юлия", "Юлию", "Юлием", "Юлие"}
    assert "Токаевым" not in case_forms("Айгуль Токаева", "ru")[-1]


def test_a_name_that_is_written_unchanged_in_every_case_has_that_form() -> None:
    assert "Айгуль" in case_forms("Айгуль Токаева", "ru")[0]


@pytest.mark.parametrize(
    ("name", "language"), [("Alnur Ilyashev", "ru"), ("Альнур Ильяшев", "xx"), ("А. Б.", "ru")]
)
def test_what_has_no_rules_here_stays_as_written(name: str, language: str) -> None:
    assert case_forms(name, language) == tuple(frozenset({word}) for word in name.split())


@given(st.text(alphabet="АБВабвгдежзиклмнопрстуфхцчшщъыьэюяіїєґ'’-. «»ABabc", max_size=40))
def test_any_text_has_the_forms_of_its_words(name: str) -> None:
    for language in ("ru", "uk", "kk", "en"):
        forms = case_forms(name, language)
        assert [word in found for word, found in zip(name.split(), forms, strict=True)] == [True] * len(forms)


@pytest.mark.parametrize(
    "spellings",
    [
        "Ильяшев Ilyashev Iliashev Il'yashev Iljašev Ilyashew",
        "Қожахметов Кожахметов Kozhakhmetov Qojahmetov Kozhahmetov",
        "Солженицын Solzhenitsyn Solzenicyn Soljenitsyn",
        "Щукин Shchukin Schukin",
        "Рысқұлбеков Рыскулбеков Ryskulbekov Rysqulbekov",
        "Бөкейхан Bokeikhan Bökeihan",
        "Юрий Юрій Yuri Iurii Yury Yuriy",
        "Евгений Evgeny Yevgeniy Evgenii",
        "Пётр Петр Pyotr Petr Piotr",
        "Гумилёв Gumilev Gumilyov",
        "Хоменко Khomenko Homenko",
        "Шевченко Shevchenko Ševčenko",
        "Қайрат Кайрат Kairat Qairat Kayrat",
        "Жаңабай Zhanabay Janabai Zhangabay",
        "Ғабит Габит Gabit Ghabit",
        "Зеленський Zelenskyi Zelensky Зеленский",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: str) -> None:
    first, *others = spellings.split()
    assert [other for other in others if set(spelling_keys(first)).isdisjoint(spelling_keys(other))] == []


def test_names_that_differ_have_no_key_in_common() -> None:
    names = "Ильяшев Стус Богораз Марченко Синявский Даниэль Джемилев Рыскулбеков Бокейхан Бродский Гинзбург".split()
    keys = [key for name in names for key in spelling_keys(name)]
    assert len(keys) == len(set(keys))
