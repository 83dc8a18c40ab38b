from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allocution.content.body.reading import read_body
from allocution.content.front_matter import read_front_matter
from allocution.content.importing.statements import (
    ImportedStatement,
    content_file,
    file_name,
    plain_as_markdown,
    repairs,
)

TEXTS = st.text(alphabet="аб1 .#*_`>~-+=[]()<>&;\\|{}:!\n\t\u00a0", max_size=40)


@given(TEXTS)
@example("- а")
@example("1. а\n2) б")
@example("а\n===")
@example("&amp; &#38; <b>х</b> {{< ref >}}")
@example("| а | б |\n| - | - |")
@example("    код")
def test_plain_text_reads_as_itself(text: str) -> None:
    """Whatever is written: the same words come back, and nothing of it is taken for markup."""
    passages, _ = read_body(plain_as_markdown(f"Слово {text}"))
    read = " ".join(part for passage in passages for part in (passage.speaker, passage.text))
    assert "".join(read.split()) in (
        "".join(f"Слово {text}".split()),
        "".join(f"Слово {text}".split()).replace(":", ""),
    )


@given(st.text(max_size=30), st.text(max_size=30), TEXTS)
def test_a_file_says_what_it_was_made_of(key: str, title: str, body: str) -> None:
    statement = ImportedStatement(
        key, "0", "x", {"title": title, "draft": False, "list": [title, {"a": key}]}, body
    )
    try:
        data = content_file(statement, "origin")
    except UnicodeEncodeError:
        return
    if "\0" in title + key + body:
        return
    values = read_front_matter(data).values
    assert values["title"] == title.replace("\r\n", "\n")
    assert values["list"] == [title, {"a": key}]
    assert values["imported"] == {"from": "origin", "key": key, "digest": "0"}


@given(st.text(max_size=60))
def test_any_name_is_one_of_a_file(name: str) -> None:
    made = file_name(name)
    assert made
    assert "/" not in made
    assert not made.startswith((".", "-"))
    assert len(made.encode()) < 255


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Раз\x0bдва.", "Раз\x0bдва.", "Раз два."),
        ("И \x0b\x07 слово моё.", "И \x0b\x07 слово", "И слово"),
        ("Сло\x07во моё.", "Сло\x07во", "Слово"),
        ("\x01 Слово моё.", "\x01 Слово", "Слово"),
        ("I\x92m ready.", "I\x92m", "I’m"),
    ],
)
def test_a_stray_control_character_is_a_correction_on_record(text: str, written: str, meant: str) -> None:
    assert repairs(text) == [{"written": written, "meant": meant}]


@given(st.text(alphabet="аб. \n\u00a0\x92\x85\u202f\x0b\x07\x1c\x7f", max_size=30))
def test_repairs_can_be_found_in_the_text(text: str) -> None:
    for repair in repairs(text):
        assert repair["written"] in text
        assert repair["written"] == repair["written"].strip() != ""
        assert repair["meant"] == repair["meant"].strip() != ""
