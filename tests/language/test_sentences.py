"""Where sentences end. A bar in an example marks each boundary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.language.sentences import Decision, split_sentences

RUSSIAN = """
Я не виновен.| Отпустите меня.
Виновен ли я?| Нет!| Никогда…| Суд знает это.
Меня обвиняют по ст. 274 УК РК.| Вины не признаю.
Обвинение по ч. 4 ст. 274 УК РК я не признаю.
Согласно п. 3 ч. 2 ст. 205.2 УК РФ это не преступление.| Это мнение.
Ст. 20.3.3 КоАП РФ придумана недавно.| Раньше её не было.
См. ст.ст. 29 и 31 Конституции.| Они обо всём сказали.
Дело слушал суд г. Алматы.| Я там жил.
Я родился в г. Алматы на ул. Абая, д. 5, кв. 12.| Потом переехал.
Это было в 2020 г.| Потом меня арестовали, и я полтора года провёл в СИЗО.
Меня задержали в августе того страшного 2020 г.| Потом меня арестовали.
22 июня 2020 г. Медеуский районный суд вынес приговор.| Он несправедлив.
В 30-х гг. Сталин расстреливал.| Сегодня сажают.
В 1937–1938 гг. расстреляли моего прадеда.| Его реабилитировали.
Это случилось ещё в далёком от нас XX в.| Люди забыли.
Там были журналисты, правозащитники и т. д.| Все молчали.
Там были журналисты, правозащитники и т.д.| Все молчали.
Митинги, пикеты и т.п. не преступление.| Это право.
Книги, листовки и др. изъяли.| Верните их!
Книги, листовки и др.| Верните их!
Книги, журналы и пр.| Верните их!
Мы жили на пр. Абая.| Там хорошо.
Судья И. И. Иванов молчал.| Прокурор тоже.
Судья И.И. Иванов молчал.| Прокурор тоже.
Судья И.И.Иванов молчал.| Прокурор тоже.
Приговор вынес Иванов И. И.| Я с ним не согласен.
Приговор вынес Иванов И.И.| Это незаконно.
А. С. Пушкин сказал об этом лучше.| Читайте Пушкина.
Я учился в школе им. Горького.| Там меня научили думать.
Театр им. М. О. Ауэзова закрыт.| Люди мёрзнут.
КазНУ им. Аль-Фараби отчислил меня.| Обидно.
Я всё сказал им.| Горькая правда никому не нужна.
Это сделал я.| И не жалею.
– Да! – сказал он.| Потом замолчал.
– Вы лжёте! – крикнула мать.| – Не кричите, – сказал судья.
– Виновен?| – Нет.
«Вы лжёте!» – сказал я.| Он молчал.
«Вы лжёте!» и дальше в том же духе.| Так говорил прокурор.
Я сказал: «Вы лжёте!»| Судья промолчал.
Он спросил: «Кто вы?».| Я ответил.
Он сказал: «Я не виновен.| Отпустите меня».| Его не отпустили.
Называя их «эксперты», я смеюсь.| «Эксперты» читали не то.
Я думал… я надеялся… и вот я здесь.| Всё.
Я думал…| Но ошибся.
...и вот я здесь.| Простите.
…И вот я здесь.| Простите.
Что это?!| Это суд?..| Нет!..
Это (?) ваша «справедливость».| Спасибо.
Он ушёл.| (Шум в зале.)| Потом вернулся.
Я закончил. [аплодисменты]| Спасибо всем.
Я закончил. (аплодисменты) и ещё раз спасибо.
Здесь […] ничего не слышно.| Жаль.
Я не согласен.|Суд ошибся.
Я получил 3.5 года.| Это много.
Суд назначил мне ни много ни мало 10.| Прокурор просил 12.
1. Отменить приговор.| 2. Освободить меня.
II. О деле.| III. О суде.
Заседание 30. Июня назначено.| Приходите.
Заседание 22. 06. 2020 отложили.| Жаль.
Мой сайт example.com закрыт.| Пишите письма.
Мне дали 5 тыс. тенге, т.е. ничего.| Смешно.
Штраф 200 тыс.| Платить нечем.
Проф. Сахаров, акад. Лихачёв и тов. Иванов молчали.| Я не молчу.
Проживаю в мкр. Самал.| Там тихо.
Том 5, стр. 12, абз. 3.| Читайте.
Прошло 5 ч.| Никто не пришёл.
Это записано в приговоре (л. д. 15).| Прочтите.
Слава Богу.|Я жив.
"""

KAZAKH = """
Халық үшін, алға, Қазақстан!
Мен кінәлі емеспін.| Мені босатыңыздар.
Маған ҚК 274-б. 4-б. бойынша айып тағылды.| Мен мойындамаймын.
ҚР ҚК 274-б. 2-т. бойынша сотталдым.| Бұл әділетсіз.
Алматы қ. Медеу аудандық соты үкім шығарды.| Сот әділ емес.
Мен 1980 ж. Алматы қ. туғанмын.| Қазір түрмедемін.
2020 ж. 22 маусымда үкім шықты.| Біз келіспейміз.
Жазушылар, ақындар, журналистер т.б. келді.| Рахмет!
Жазушылар, ақындар, журналистер т.б.| Рахмет оларға!
Абай к. 5-үйде тұрамын.| Келіңіздер.
Ә. Бөкейханов не деді?| Алаш деді.
Мыс. Конституцияны оқыңыз.| Бәрі сонда.
«Сот әділ ме?» – деп сұрадым.| Жауап жоқ.
"""

UKRAINIAN = """
Я не винен.| Відпустіть мене.
Мене судять за ст. 110 КК України.| Я не визнаю.
Це було 24 серпня 2014 р. у Криму.| Пам'ятайте.
Я жив у м. Сімферополь на вул. Франка, буд. 7.| Там мій дім.
Там були Кольченко, Афанасьєв та ін.| Усі мовчали.
О. Г. Сенцов не просив помилування.| І не проситиме.
Суддя сказав: «Тихо!»| Ніхто не замовк.
– Так! – сказав він.| І сів.
П. Порошенко підписав указ.| Добре.
"""

BELARUSIAN = """
Я не вінаваты.| Адпусціце мяне.
Мяне судзяць паводле арт. 342 КК.| Гэта хлусня.
У г. Мінску 9 жніўня 2020 г. было людна.| Мы памятаем.
Людзі спявалі, смяяліся і г.д.| Потым прыйшоў АМАП.
Жыве Беларусь!| Жыве!
А. В. Бяляцкі сказаў праўду.| Ён у турме.
"""

ENGLISH = """
I love you.| I love you.| I love you.
Mr. Smith lied.| Mrs. Jones knew it.
Thank you, Warden.| I'm ready.
I was charged under art. 274.| I deny it.
See No. 5 and fig. 3.| That is all.
No.| I did not do it.
They came at 5 p.m. and left.| I slept.
They came at 5 p.m.| I slept.
The U.S. Constitution protects me.| Does it?
I was born in the U.S.| They know that.
J. Edgar Hoover said no.| He lied.
It was you and I.| Nobody else.
Smith, Jones, etc.| Nobody spoke.
I appreciate  her.|  There is a drawing.|  Send it.
"Are you sure?" he asked.| I was.
He said, “I am innocent.”| Nobody listened.
Roe v. Wade is gone.| What now?
Dr. King had a dream.| So do I.
T.T., I love you.| Stay strong.
Well... maybe.| Well...| Maybe not.
"""

# A line break is written ¶ here.
LINES = """
…фабриковались уголовные дела|¶Я готов сидеть дальше.
Я не Назарбаев, а потому готов.|¶Я оставляю семью.
Это первая строка¶и она продолжается здесь.| Всё.
Передо мной явилась ты,¶Как мимолётное виденье.
Меня судят по ст.¶274 УК РК.| Вот так.
Требую следующее:|¶1) отпустить меня|¶2) извиниться.
Я прошу суд:|¶– освободить меня|¶– извиниться
Спасибо.|¶и вам спасибо.
Первый абзац|¶¶второй абзац
"""


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
