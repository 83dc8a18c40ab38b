from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from allocution.content.lexicon import add_to_lexicon, read_lexicon

ENTRIES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="#"), max_size=12), max_size=6)


def test_comments_and_empty_lines_are_no_entries() -> None:
    data = "\ufeff# parties\nНур Отан  # the ruling one\n\nКУИС\n".encode()
    assert read_lexicon(data) == ("Нур Отан", "КУИС")


def test_what_is_added_stands_at_the_end_and_nothing_else_moves() -> None:
    data = "# parties\r\nНур Отан".encode()
    assert add_to_lexicon(data, ["КУИС", "Нур Отан", "КУИС"]) == "# parties\r\nНур Отан\r\nКУИС\r\n".encode()


def test_what_is_known_changes_nothing() -> None:
    data = "Нур Отан\n".encode()
    assert add_to_lexicon(data, ["Нур  Отан", " "]) is data


@given(ENTRIES, ENTRIES)
@example(["\ufeff"], ["\ufeffслово"])
def test_added_entries_are_read_back(first: list[str], second: list[str]) -> None:
    once = add_to_lexicon(b"", first)
    twice = add_to_lexicon(once, second)
    assert twice.startswith(once)
    assert read_lexicon(twice)[: len(read_lexicon(once))] == read_lexicon(once)
    assert len(set(read_lexicon(twice))) == len(read_lexicon(twice))
    assert add_to_lexicon(twice, first + second) == twice
