"""Titles as people write them; a reading is told as «speakers | charges | notes | remainder»."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allocution.content.laws import packaged_laws
from allocution.content.title import TitleParts, parse_title
from allocution.content.title_names import is_name
from allocution.model.law import Law


def told(parts: TitleParts) -> str:
    """The reading in one line; empty ends are left out."""
    columns = (
        " + ".join(parts.speakers),
        " + ".join(parts.charges),
        " + ".join(parts.notes),
        parts.remainder,
    )
    return " ".join(" | ".join(columns).split()).rstrip(" |")


WRITTEN = {
    # name and charge
    "Альнур Ильяшев (Распространение заведомо ложной информации)": (
        "Альнур Ильяшев | Распространение заведомо ложной информации"
    ),
    "Альнур Ильяшев(Распространение заведомо ложной информации)": (
        "Альнур Ильяшев | Распространение заведомо ложной информации"
    ),
    "  Альнур Ильяшев  ( клевета )  ": "Альнур Ильяшев | клевета",
    "Nelson Mandela (sabotage)": "Nelson Mandela | sabotage",
    "В'ячеслав Чорновіл (антирадянська агітація і пропаганда)": (
        "В'ячеслав Чорновіл | антирадянська агітація і пропаганда"
    ),
    "Максім Знак (змова з мэтай захопу ўлады)": "Максім Знак | змова з мэтай захопу ўлады",
    "Мұхтар Джакишев (жымқыру)": "Мұхтар Джакишев | жымқыру",
    "Иван Петров (неуважение к суду)": "Иван Петров | неуважение к суду",
    "ИВАН ПЕТРОВ (клевета)": "ИВАН ПЕТРОВ | клевета",
    # names
    "И. И. Иванов (клевета)": "И. И. Иванов | клевета",
    "И.И. Иванов (клевета)": "И.И. Иванов | клевета",
    "И.И.Иванов (клевета)": "И.И.Иванов | клевета",
    "Иванов И.И. (клевета)": "Иванов И.И. | клевета",
    "Иванов И. И. (клевета)": "Иванов И. И. | клевета",
    "J. R. R. Tolkien (libel)": "J. R. R. Tolkien | libel",
    "Отто фон Бисмарк": "Отто фон Бисмарк",
    "Гейдар Али оглы Алиев (клевета)": "Гейдар Али оглы Алиев | клевета",
    "Айша Нұрлан қызы (бұзақылық)": "Айша Нұрлан қызы | бұзақылық",
    "Мұхтар Омарханұлы Әуезов": "Мұхтар Омарханұлы Әуезов",
    "Hassan al-Turabi (treason)": "Hassan al-Turabi | treason",
    "Vincent van der Berg (contempt of court)": "Vincent van der Berg | contempt of court",
    "Sinéad O'Connor (libel)": "Sinéad O'Connor | libel",
    "Мар’яна Ґалаґан-Яковенко (хуліганство)": "Мар’яна Ґалаґан-Яковенко | хуліганство",
    "Николай Римский-Корсаков": "Николай Римский-Корсаков",
    "Malcolm X": "Malcolm X",
    "Martin Luther King Jr.": "Martin Luther King Jr.",
    "Иван «Батя» Петров (хулиганство)": "Иван «Батя» Петров | хулиганство",
    "Иванов (ст. 174)": "Иванов | ст. 174",
    # several speakers
    "А. Иванов, Б. Петров и Айгуль Смагулова (хулиганство)": (
        "А. Иванов + Б. Петров + Айгуль Смагулова | хулиганство"
    ),
    "John Brown and Nat Turner (treason)": "John Brown + Nat Turner | treason",
    "John Brown, Nat Turner, and Denmark Vesey (treason)": (
        "John Brown + Nat Turner + Denmark Vesey | treason"
    ),
    "Болат Атабаев және Жанболат Мамай (әлеуметтік араздықты қоздыру)": (
        "Болат Атабаев + Жанболат Мамай | әлеуметтік араздықты қоздыру"
    ),
    "Іван Дзюба та Василь Стус": "Іван Дзюба + Василь Стус",
    "Іван Дзюба і Василь Стус (ст. 62 КК УРСР)": "Іван Дзюба + Василь Стус | ст. 62 КК УРСР",
    "Айгерим Тлеужанова & Калас Нурпеисов (массовые беспорядки)": (
        "Айгерим Тлеужанова + Калас Нурпеисов | массовые беспорядки"
    ),
    "Жанна д’Арк (ересь)": "Жанна д’Арк | ересь",
    "Бобомурод Абдулло ўғли, Jeanne d'Arc (клевета)": "Бобомурод Абдулло ўғли + Jeanne d'Arc | клевета",
    "О д'арке (клевета)": "| | | О д'арке клевета",
    "Римма Иванова; Пётр О'Браен (клевета)": "Римма Иванова + Пётр О'Браен | клевета",
    "Александр Подрабинек и др. (ст. 190-1 УК РСФСР)": "Александр Подрабинек | ст. 190-1 УК РСФСР | и др.",
    "Иванов, Петров и Сидоров (ст. 212 УК РФ)": "Иванов + Петров + Сидоров | ст. 212 УК РФ",
    "Иван Петров (ст. 174) и Анна Сидорова (ст. 405)": "Иван Петров + Анна Сидорова | ст. 174 + ст. 405",
    "Иван и Пётр Ивановы (ст. 174)": "| ст. 174 | | Иван и Пётр Ивановы",
    # numbers in place of a charge's name
    "Иван Петров (ст. 207.3 УК РФ)": "Иван Петров | ст. 207.3 УК РФ",
    "Иван Петров (280.3 УК РФ)": "Иван Петров | 280.3 УК РФ",
    "Иван Петров (УК РФ, 280.3)": "Иван Петров | УК РФ, 280.3",
    "Иван Петров (207.3)": "Иван Петров | 207.3",
    "Иван Петров (274)": "Иван Петров | 274",
    "Альнур Ильяшев (274-бап)": "Альнур Ильяшев | 274-бап",
    "Альнур Ильяшев (274-баптың 4-бөлігі)": "Альнур Ильяшев | 274-баптың 4-бөлігі",
    "John Smith (Article 274(4))": "John Smith | Article 274(4)",
    "Иван Петров, ст. 207.3 УК РФ": "Иван Петров | ст. 207.3 УК РФ",
    "Иван Петров — ст. 207.3 УК РФ": "Иван Петров | ст. 207.3 УК РФ",
    # several charges
    "Иван Петров (клевета; оскорбление)": "Иван Петров | клевета + оскорбление",
    "Иван Петров (клевета, оскорбление)": "Иван Петров | клевета, оскорбление",
    "Иван Петров (ст. 174, 405 УК РК)": "Иван Петров | ст. 174 + 405 УК РК",
    "Иван Петров (ст. 174 и 405 УК РК)": "Иван Петров | ст. 174 + 405 УК РК",
    "Иван Петров (ст. 174; ст. 405)": "Иван Петров | ст. 174 + ст. 405",
    "Иван Петров (ч. 2 ст. 174, ч. 1 ст. 405 УК РК)": "Иван Петров | ч. 2 ст. 174 + ч. 1 ст. 405 УК РК",
    "Иван Петров (ч. 1, 2 ст. 174 УК РК)": "Иван Петров | ч. 1, 2 ст. 174 УК РК",
    "Иван Петров (ст. 174 ч. 1, 2)": "Иван Петров | ст. 174 ч. 1, 2",
    "Иван Петров (ст. 274, ч. 4)": "Иван Петров | ст. 274, ч. 4",
    "Иван Петров (призывы, ст. 280 УК РФ)": "Иван Петров | призывы, ст. 280 УК РФ",
    # brackets
    "Имя Фамилия (участие (ч. 2 ст. 405))": "Имя Фамилия | участие (ч. 2 ст. 405)",
    "Имя Фамилия (участие (ч. 2 ст. 405); клевета)": "Имя Фамилия | участие (ч. 2 ст. 405) + клевета",
    "Имя Фамилия (псевдоним) (обвинение)": "Имя Фамилия | обвинение | псевдоним",
    "Имя Фамилия (Хасан) (ст. 174)": "Имя Фамилия | ст. 174 | Хасан",
    "Имя Фамилия («Хасан»)": "Имя Фамилия | | «Хасан»",
    "Имя Фамилия (клевета) (2020)": "Имя Фамилия | клевета | 2020",
    "Имя Фамилия (2020) (клевета)": "Имя Фамилия | клевета | 2020",
    "Имя Фамилия (клевета": "Имя Фамилия | клевета",
    "Имя Фамилия клевета)": "| | | Имя Фамилия клевета)",
    "Имя Фамилия ()": "Имя Фамилия",
    # brackets that hold no charge
    "Иван Петров (2020)": "Иван Петров | | 2020",
    "Иван Петров (2020 г.)": "Иван Петров | | 2020 г.",
    "Иван Петров (1937–1938)": "Иван Петров | | 1937–1938",
    "Иван Петров (22.06.2020)": "Иван Петров | | 22.06.2020",
    "Иван Петров (22 июня 2020)": "Иван Петров | | 22 июня 2020",
    "Иван Петров (апелляция)": "Иван Петров | | апелляция",
    "Иван Петров (кассация)": "Иван Петров | | кассация",
    "Іван Петренко (апеляція)": "Іван Петренко | | апеляція",
    "Абай Құнанбаев (соңғы сөз)": "Абай Құнанбаев | | соңғы сөз",
    "John Brown (last words)": "John Brown | | last words",
    "Иван Петров (часть 2)": "Иван Петров | | часть 2",
    "Иван Петров (2)": "Иван Петров | | 2",
    "Иван Петров (II)": "Иван Петров | | II",
    "Иван Петров (Алматинский городской суд)": "Иван Петров | | Алматинский городской суд",
    "Иван Петров (перевод)": "Иван Петров | | перевод",
    "Иван Петров (ст. 174; апелляция)": "Иван Петров | ст. 174 | апелляция",
    "Иван Петров (перевод денег экстремистской организации)": (
        "Иван Петров | перевод денег экстремистской организации"
    ),
    "Ivan Petrov (appeals for sanctions)": "Ivan Petrov | appeals for sanctions",
    "Иван Петров (перевод с казахского)": "Иван Петров | | перевод с казахского",
    "Иван Петров (апелляционный суд)": "Иван Петров | | апелляционный суд",
    "Репрессии (обзор)": "| | | Репрессии обзор",
    # what surrounds a name
    "Иван Петров — последнее слово": "Иван Петров | | последнее слово",
    "Иван Петров: последнее слово в суде": "Иван Петров | | последнее слово в суде",
    "Последнее слово: Иван Петров (клевета)": "Иван Петров | клевета | Последнее слово",
    "Соңғы сөз – Альнур Ильяшев": "Альнур Ильяшев | | Соңғы сөз",
    "Иван Петров, журналист (клевета)": "Иван Петров | клевета | | журналист",
    "Последнее слово Ивана Петрова": "| | | Последнее слово Ивана Петрова",
    "Последнее слово Ивана Петрова (клевета)": "| клевета | | Последнее слово Ивана Петрова",
    "Останнє слово Василя Стуса": "| | | Останнє слово Василя Стуса",
    "The Last Words of John Brown": "| | | The Last Words of John Brown",
    "Иван Петров — о свободе": "| | | Иван Петров — о свободе",
    # no brackets
    "Нельсон Мандела": "Нельсон Мандела",
    "Об архиве": "| | | Об архиве",
    "О Проекте": "| | | О Проекте",
    "Last Words": "| | | Last Words",
    "About Us": "| | | About Us",
    "Дело Ивана Петрова": "| | | Дело Ивана Петрова",
    "Иван": "| | | Иван",
    "СССР США": "| | | СССР США",
    "Один Два Три Четыре Пять": "| | | Один Два Три Четыре Пять",
    "Петров 2020": "| | | Петров 2020",
    "": "",
    "()": "",
}


@pytest.mark.parametrize(("title", "reading"), WRITTEN.items())
def test_titles(title: str, reading: str) -> None:
    assert told(parse_title(title)) == reading


def test_the_trace_says_which_rule_decided() -> None:
    assert parse_title("Иван Петров и др. (Хасан) (ст. 174; апелляция)").trace == (
        ("name", "Иван Петров"),
        ("others", "и др."),
        ("before-the-charge", "Хасан"),
        ("article-number", "ст. 174"),
        ("stage-or-kind", "апелляция"),
    )
    assert parse_title("Об архиве").trace == (("not-understood", "Об архиве"),)


@pytest.mark.parametrize("law", packaged_laws(), ids=lambda law: law.identifier)
def test_whatever_laws_call_an_offence_is_a_charge(law: Law) -> None:
    for article in law.articles:
        for wording in (*article.wordings, *(title.text for title in article.titles)):
            parts = parse_title(f"Иван Петров ({wording})")
            assert (parts.speakers, parts.charges) == (("Иван Петров",), (wording,))
            assert parse_title(f"Иван Петров ({wording.lower()})").charges == (wording.lower(),)


@pytest.mark.parametrize("law", packaged_laws(), ids=lambda law: law.identifier)
def test_every_number_with_every_abbreviation_is_a_charge(law: Law) -> None:
    for label in law.short_titles:
        for written in ("{0} {1}", "ст. {0} {1}", "ч. 2 ст. {0} {1}", "{1}, ст. {0}"):
            charge = written.format(law.articles[-1].number, label.text)
            assert parse_title(f"Иван Петров ({charge})").charges == (charge,)


PIECES = st.sampled_from(
    [
        "Иван",
        "Петров",
        "И.",
        "и",
        ", ",
        "(",
        ")",
        "ст. ",
        "174",
        "207.3",
        " УК РК",
        "; ",
        " — ",
        "клевета",
        "және",
        "2020",
    ]
)


@given(
    st.text(max_size=80)
    | st.lists(PIECES, max_size=14).map(" ".join)
    | st.lists(PIECES, max_size=14).map("".join)
)
@example("))((")
@example("(;)")
@example("—")
@example(" , ")
@example("И. (ст. 1")
@example("İ (ст. 174)")
def test_any_title_is_read_into_stretches_of_itself(title: str) -> None:
    parts = parse_title(title)
    for piece in (*parts.speakers, *parts.charges, *parts.notes):
        assert piece
        assert piece in title
        assert piece == piece.strip()
    assert len(parts.trace) >= len(parts.speakers) + len(parts.charges)


@given(st.text(max_size=80))
def test_every_letter_is_understood_or_kept(title: str) -> None:
    parts = parse_title(title)
    kept = "".join((*parts.speakers, *parts.charges, *parts.notes, parts.remainder))
    missing = [letter for letter in normalize("NFC", title) if letter.isalnum() and letter not in kept]
    # Only the words between the names of a list go: «и», «and».
    assert not missing or len(parts.speakers) > 1 or len(parts.charges) > 1


@pytest.mark.parametrize(
    ("text", "trusted", "single", "answer"),
    [
        ("Иван Петров", False, False, True),
        ("иван петров", False, False, False),
        ("ИВАН ПЕТРОВ", False, False, False),
        ("ИВАН ПЕТРОВ", True, False, True),
        ("И. О.", False, False, False),
        ("Петров", False, True, True),
        ("Петров", False, False, False),
        ("фон", True, True, False),
        ("О'Нил Шакил", False, False, True),
        ("Жан-Поль Сартр", False, False, True),
        ("Жан-поль Сартр", False, False, False),
        ("эль-Барадеи Мохамед", False, False, True),
        ("Ivan Petrov 3", False, False, False),
        ("", True, True, False),
    ],
)
def test_names(text: str, trusted: bool, single: bool, answer: bool) -> None:
    assert is_name(text, trusted, single) is answer
