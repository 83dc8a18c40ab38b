"""Plain text, and how it is cut into messages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allocution.editions.plain_text import PlainText, messages, plain_body
from allocution.model.passages import Body, Passage, PassageKind, Sentence


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(st.text(st.sampled_from("аб .\n🙂"), max_size=60), st.sets(st.integers(0, 60)), st.integers(2, 20))
def test_messages_fit_and_together_are_the_text(text: str, ends: set[int], most: int) -> None:
    plain = PlainText(text, tuple(sorted(end for end in ends if end <= len(text))))
    parts = list(messages(plain, most))
    assert all(0 < units(part) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_message_ends_where_a_sentence_ends() -> None:
    text = "Раз. Два три. Четыре."
    assert list(messages(PlainText(text, (4, 13, 21)), 15)) == ["Раз. Два три.", "Четыре."]


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    assert list(messages(PlainText("один два три четыре", ()), 9)) == ["один два", "три", "четыре"]
    assert list(messages(PlainText("🙂🙂🙂", ()), 3)) == ["🙂", "🙂", "🙂"]


def test_passages_with_who_speaks_and_the_marks_of_items() -> None:
    passages = (
        Passage(PassageKind.SPEECH, "Раз. Два.", 1, (Sentence(0, 4, "ru", "a"), Sentence(5, 9, "ru", "b"))),
        Passage(PassageKind.INTERRUPTION, "Тише!", 2, speaker="Судья"),
        Passage(PassageKind.LIST_ITEM, "пункт", 3, label="3."),
        Passage(PassageKind.RULE, "", 4),
    )
    plain = plain_body(Body(passages), "Имя")
    assert plain.text == "Имя\n\nРаз. Два.\n\nСудья: Тише!\n\n3. пункт\n\n* * *"
    assert [plain.text[:end].rpartition("\n")[2] for end in plain.ends] == [
        "Имя", "Раз.", "Раз. Два.", "Судья: Тише!", "3. пункт", "* * *",
    ]  # fmt: skip
