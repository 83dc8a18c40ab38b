"""Who speaks in a transcript."""

from __future__ import annotations

import pytest

from allocution.content.body import read_body
from allocution.content.body.vocabulary import ROLES_BY_LANGUAGE, phrases
from allocution.model.passages import PassageKind, Role, SpanKind
from tests.content.body.notation import described

TRANSCRIPTS = {
    "ru": (
        "Я продолжу.\n\nСудья: Короче.\n\nЯ скажу: вину не признаю.\n\nГолос из зала: Правильно!\n\nСпасибо.",
        [Role.DEFENDANT, Role.JUDGE, Role.DEFENDANT, Role.AUDIENCE, Role.DEFENDANT],
    ),
    "kk": (
        (
            "Мен айтамын.\n\nСот: Қысқа айтыңыз.\n\nЖақсы.\n\nҚорғаушы: Қарсымын.\n\n"
            "Залдан: Алға!\n\nПрокурор: Жоқ."
        ),
        [Role.DEFENDANT, Role.JUDGE, Role.DEFENDANT, Role.DEFENCE, Role.AUDIENCE, Role.PROSECUTOR],
    ),
    "en": (
        (
            "I am guilty of nothing.\n\nThe Court: Be brief.\n\nI will.\n\nProsecutor: Objection.\n\n"
            "Counsel: None."
        ),
        [Role.DEFENDANT, Role.JUDGE, Role.DEFENDANT, Role.PROSECUTOR, Role.DEFENCE],
    ),
    "uk": (
        "Я кажу.\n\nСуддя: Коротше.\n\nДобре.\n\nЗахисник: Прошу.\n\nПрокурор: Ні.\n\nГолос із зали: Ганьба!",
        [Role.DEFENDANT, Role.JUDGE, Role.DEFENDANT, Role.DEFENCE, Role.PROSECUTOR, Role.AUDIENCE],
    ),
    "be": (
        "Я кажу.\n\nСуддзя: Карацей.\n\nДобра.\n\nПракурор: Не.\n\nАбаронца: Прашу.\n\nЖыве Беларусь!",
        [Role.DEFENDANT, Role.JUDGE, Role.DEFENDANT, Role.PROSECUTOR, Role.DEFENCE, Role.DEFENDANT],
    ),
}


@pytest.mark.parametrize("language", TRANSCRIPTS)
def test_offices_interrupt_and_the_next_paragraph_is_the_defendants(language: str) -> None:
    text, roles = TRANSCRIPTS[language]
    passages, findings = read_body(text)
    assert [passage.role for passage in passages] == roles
    for passage in passages:
        interrupts = passage.role is not Role.DEFENDANT
        assert (passage.kind is PassageKind.INTERRUPTION) == interrupts == bool(passage.speaker)
    assert findings == ()


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        (phrase, role)
        for table in ROLES_BY_LANGUAGE.values()
        for role in table
        for phrase in phrases(table[role])
    ],
)
def test_every_office_of_the_table_is_heard(phrase: str, role: Role) -> None:
    label = phrase[0].upper() + phrase[1:]
    (passage,), _ = read_body(f"{label}: Тише.")
    assert (passage.speaker, passage.text) == (label, "Тише.")
    assert passage.role is role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Судья Махарадзе: Тише.", "interruption judge «Судья Махарадзе»: Тише."),
        ("Судья М. И. Махарадзе: Тише.", "interruption judge «Судья М. И. Махарадзе»: Тише."),
        ("Прокурор (С. Иванова): Тише.", "interruption prosecutor «Прокурор (С. Иванова)»: Тише."),
        ("Судья (перебивает): Тише.", "interruption judge «Судья (перебивает)»: Тише."),
        ("Иванова (прокурор): Тише.", "interruption prosecutor «Иванова (прокурор)»: Тише."),
        ("[Судья]: Тише.", "interruption judge «[Судья]»: Тише."),
        ("[Судья]: Тише", "interruption judge «[Судья]»: Тише"),
        ("— Прокурор: Протестую!", "interruption prosecutor «— Прокурор»: Протестую!"),
        ("[00:12:34] Судья: Тише.", "interruption judge «[00:12:34] Судья»: Тише."),
        ("12:30 — Сот: Тыныштық!", "interruption judge «12:30 — Сот»: Тыныштық!"),
        ("[00:12:34] Я продолжу.", "speech: [00:12:34] Я продолжу."),
        ("СУДЬЯ: Тише.", "interruption judge «СУДЬЯ»: Тише."),
        ("Судья:Тише.", "interruption judge «Судья»: Тише."),
        ("**Судья:** Тише.", "interruption judge «Судья»: Тише."),
        ("**Судья**: Тише.", "interruption judge «Судья»: Тише."),
        ("*Судья:* Тише.", "interruption judge «Судья»: Тише."),
        ("__Судья:__ Тише.", "interruption judge «Судья»: Тише."),
        ("<b>Судья:</b> Тише.", "interruption judge «Судья»: Тише."),
        ("**Судья: Тише.**", "interruption judge «Судья»: Тише.\n  strong «Тише.»"),
        ("Судья М****в: Тише.", "interruption judge «Судья М****в»: Тише."),
        ("Judge Smith: Quiet.", "interruption judge «Judge Smith»: Quiet."),
        (
            "Секретарь судебного заседания: Встать!",
            "interruption clerk «Секретарь судебного заседания»: Встать!",
        ),
        ("Подсудимый: Нет.", "speech «Подсудимый»: Нет."),
        ("The defendant: No.", "speech «The defendant»: No."),
        ("Ильяшев: Нет.", "speech «Ильяшев»: Нет."),
        ("А. Ильяшев: Нет.", "speech «А. Ильяшев»: Нет."),
        ("Альнур Серикович Ильяшев: Нет.", "speech «Альнур Серикович Ильяшев»: Нет."),
        ("Подсудимый Ильяшев: Нет.", "speech «Подсудимый Ильяшев»: Нет."),
    ],
)
def test_label(line: str, expected: str) -> None:
    assert described(line, speakers=["Альнур Ильяшев"]) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Иванов: этот человек меня бил.",
        "Я скажу: вину не признаю.",
        "Судья сказал: два года.",
        "Судья Иванов сказал: два года.",
        "И судья: он молчал.",
        "Время 12:30.",
        "Ещё раз: нет.",
        "Прокурор, который меня обвиняет: он лжёт.",
        "Другой Ильяшев Иванов Петров: нет.",
        ": нет",
        "Судья — человек. Итог: срок.",
    ],
)
def test_unknown_words_before_a_colon_are_speech(line: str) -> None:
    assert described(line, speakers=["Альнур Ильяшев"]) == f"speech: {line}"


def test_labels_at_the_starts_of_lines_part_a_paragraph() -> None:
    text = "Я говорю.\nИ ещё.\nСудья: Всё?\nТочно?\nПодсудимый: Нет.\n**Прокурор:** *Хватит.*"
    passages, _ = read_body(text, first_line=10)
    assert [(passage.text, passage.role, passage.line) for passage in passages] == [
        ("Я говорю.\nИ ещё.", Role.DEFENDANT, 10),
        ("Всё?\nТочно?", Role.JUDGE, 12),
        ("Нет.", Role.DEFENDANT, 14),
        ("Хватит.", Role.PROSECUTOR, 15),
    ]
    assert [(span.start, span.end, span.kind) for span in passages[3].spans] == [(0, 7, SpanKind.EMPHASIS)]


def test_a_label_alone_speaks_in_the_next_paragraph() -> None:
    assert described("**Судья:**\n\n[шум]\n\nТише.\n\nДа.") == (
        "stage-note: [шум]\n  stage-note «[шум]»\ninterruption judge «Судья»: Тише.\nspeech: Да."
    )


def test_a_label_that_nothing_follows_is_kept() -> None:
    assert described("Да.\n\nСудья:\n\nПрокурор: Нет.\n\nСудья:") == (
        "speech: Да.\ninterruption judge «Судья»:\n"
        "interruption prosecutor «Прокурор»: Нет.\ninterruption judge «Судья»:"
    )


def test_a_label_alone_speaks_in_the_quotations_and_items_that_come_next() -> None:
    passages, _ = read_body(
        "Судья:\n\n> Тише.\n>\n> Совсем.\n\n- да\n\nЯ.\n\n> моё\n\nСудья:\n\n# Конец\n\n> моё"
    )
    assert [(passage.kind.value, passage.role.value) for passage in passages] == [
        ("quotation", "judge"),
        ("quotation", "judge"),
        ("list-item", "judge"),
        ("speech", "defendant"),
        ("quotation", "defendant"),
        ("interruption", "judge"),
        ("heading", "defendant"),
        ("quotation", "defendant"),
    ]


def test_what_a_defendant_quotes_or_lists_is_no_interruption() -> None:
    passages, _ = read_body("> Судья: Тише.\n\n- Прокурор: лжёт")
    assert {passage.role for passage in passages} == {Role.DEFENDANT}
    assert [passage.text for passage in passages] == ["Судья: Тише.", "Прокурор: лжёт"]


def test_names_come_from_the_caller_alone() -> None:
    assert described("Ильяшев: Нет.") == "speech: Ильяшев: Нет."
    assert described("Навальная: Нет.", speakers=["Навальный"]) == "speech: Навальная: Нет."
