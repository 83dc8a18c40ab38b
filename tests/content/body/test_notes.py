"""Stage notes, gaps and masked words inside a text."""

from __future__ import annotations

import pytest

from allocution.content.body import read_body
from allocution.content.body.vocabulary import GAPS_BY_LANGUAGE, phrases
from allocution.model.passages import GapReason, PassageKind, SpanKind
from tests.content.body.notation import spans

STAGE_NOTES = [
    "[аплодисменты]",
    "(смеётся)",
    "[шум в зале]",
    "[judge interrupts]",
    "(плачет)",
    "(долгая пауза)",
    "(Смех в зале.)",
    "(плачет, пьёт воду)",
    "(laughs)",
    "(long pause)",
    "[күлкі]",
    "(сміється)",
    "(смяецца)",
    "[Судья перебивает]",
    "[applause from the gallery]",
    "[Судья: Короче.]",
]
SPEECH = [
    "(я плачу)",
    "(плачу)",
    "(статья 274)",
    "[Ильяшев]",
    "(он смеётся над нами)",
    "(да)",
    "(см. выше)",
    "<вот так>",
    "(шум, поднятый партией)",
]
GAPS = [
    ("[неразборчиво]", GapReason.INAUDIBLE),
    ("[нрзб]", GapReason.INAUDIBLE),
    ("(нрзб.)", GapReason.INAUDIBLE),
    ("[inaudible]", GapReason.INAUDIBLE),
    ("[түсініксіз]", GapReason.INAUDIBLE),
    ("<inaudible>", GapReason.INAUDIBLE),
    ("[нерозбірливо]", GapReason.INAUDIBLE),
    ("[неразборчиво, 00:12:30]", GapReason.INAUDIBLE),
    ("[запись прерывается]", GapReason.INAUDIBLE),
    ("[цензура]", GapReason.MASKED),
    ("[…]", GapReason.CUT),
    ("[...]", GapReason.CUT),
    ("<…>", GapReason.CUT),
    ("<...>", GapReason.CUT),
    ("(…)", GapReason.CUT),
    ("[имя скрыто]", GapReason.MASKED),
    ("[redacted]", GapReason.MASKED),
]


@pytest.mark.parametrize("note", STAGE_NOTES)
def test_stage_note_inside_a_text(note: str) -> None:
    ((kind, text, _value),) = spans(f"Я не признаю {note} вину.")
    assert (kind, text) == ("stage-note", note)


@pytest.mark.parametrize("note", STAGE_NOTES)
def test_stage_note_alone(note: str) -> None:
    (passage,), _ = read_body(f"*{note}*")
    assert (passage.kind, passage.text) == (PassageKind.STAGE_NOTE, note)


@pytest.mark.parametrize("words", SPEECH)
def test_other_words_in_brackets_are_speech(words: str) -> None:
    (passage,), _ = read_body(f"Я не признаю {words} вину.")
    assert (passage.kind, passage.spans) == (PassageKind.SPEECH, ())
    assert passage.text == f"Я не признаю {words} вину."


@pytest.mark.parametrize(("note", "reason"), GAPS)
def test_gap(note: str, reason: GapReason) -> None:
    assert spans(f"Я не признаю {note} вину.") == [("gap", note, reason.value)]
    (passage,), findings = read_body(note)
    assert (passage.kind, passage.text, findings) == (PassageKind.GAP, note, ())


@pytest.mark.parametrize("language", GAPS_BY_LANGUAGE)
def test_every_gap_of_the_table(language: str) -> None:
    for reason, text in GAPS_BY_LANGUAGE[language].items():
        for phrase in phrases(text):
            assert spans(f"и [{phrase}] вот") == [("gap", f"[{phrase}]", reason.value)], phrase


def test_a_paragraph_in_square_brackets_is_the_transcribers() -> None:
    (passage,), _ = read_body("[Вызвали скорую помощь]")
    assert passage.kind is PassageKind.STAGE_NOTE


def test_stage_notes_and_gaps_together() -> None:
    passages, _ = read_body("[смех] [нрзб]\n\n[нрзб]. […]\n\n[нрзб] да")
    assert [passage.kind for passage in passages] == [
        PassageKind.STAGE_NOTE,
        PassageKind.GAP,
        PassageKind.SPEECH,
    ]


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("судья В****", ["****"]),
        ("М****ва и К****ов", ["****", "****"]),
        ("К***ов и М***ва", ["***", "***"]),
        ("К**ов и М**ва", ["**", "**"]),
        ("К*ов и М*ва", ["*", "*"]),
        ("К*** и М***", ["***", "***"]),
        ("называл «***» и «****»", ["***", "****"]),
        ("****ов пришёл", ["****"]),
        ('звали "***", да', ["***"]),
        ("телефон 8-9**-***-**-12, паспорт 45-**-123", ["**", "***", "**", "**"]),
        ("███ и В██ва", ["███", "██"]),
        ("гражданин ххх и Иxxxов", ["ххх", "xxx"]),
        ("XXX съезд в XXI веке, на xxx.com", []),
        ("слово* сказано", []),
    ],
)
def test_masked_words_survive_markdown(text: str, masks: list[str]) -> None:
    (passage,), _ = read_body(text)
    assert passage.text == text
    assert [text[span.start : span.end] for span in passage.spans] == masks
    assert all((span.kind, span.value) == (SpanKind.GAP, "masked") for span in passage.spans)


@pytest.mark.parametrize(
    ("text", "expected", "marked"),
    [
        ("**жирно** и К***ов", "жирно и К***ов", ["жирно", "***"]),
        ("**Судья М****в пришёл** да", "Судья М****в пришёл да", ["Судья М****в пришёл", "****"]),
        ("**Сло**во", "Слово", ["Сло"]),
        ("сло**во**", "слово", ["во"]),
        ("**длинная фраза до сере**дины слова", "длинная фраза до середины слова", ["длинная фраза до сере"]),
        ("сере**дина фразы** да", "середина фразы да", ["дина фразы"]),
        ("*а* и **б** и ***в***", "а и б и в", ["а", "б", "в", "в"]),
        ("**2020**-**2021** годы", "2020-2021 годы", ["2020", "2021"]),
        ("**М**ва пришла** да", "М**ва пришла да", ["М**ва пришла", "**"]),
        ("**«Цитата»** *(да)*", "«Цитата» (да)", ["«Цитата»", "(да)"]),
    ],
)
def test_emphasis_beside_masks(text: str, expected: str, marked: list[str]) -> None:
    (passage,), _ = read_body(text)
    assert passage.text == expected
    assert [expected[span.start : span.end] for span in passage.spans] == marked


def test_asterisks_alone_on_a_line_are_a_rule() -> None:
    passages, _ = read_body("Раз.\n\n***\n\n****\n\nДва.")
    kinds = [passage.kind for passage in passages]
    assert kinds == [PassageKind.SPEECH, PassageKind.RULE, PassageKind.RULE, PassageKind.SPEECH]


def test_bare_addresses_are_links_without_the_stop_after_them() -> None:
    assert spans("см. https://t.me/daniksm/14. И (http://a.kz/б).") == [
        ("link", "https://t.me/daniksm/14", "https://t.me/daniksm/14"),
        ("link", "http://a.kz/б", "http://a.kz/б"),
    ]
    assert spans("[см. https://a.kz](https://b.kz)") == [("link", "см. https://a.kz", "https://b.kz")]
