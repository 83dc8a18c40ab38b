from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.laws import read_law
from allocution.content.laws.reading import first_day, last_day
from allocution.errors import ContentError
from allocution.model.law import Certainty, FormerNumber, Label

HEAD = """
identifier = "xx-law-2000"
jurisdiction = "xx"
certainty = "certain"
valid_from = "2000-02"

[titles]
ru = "Кодекс Иксии"
en = "Code of Xia"

[short_titles]
ru = ["КИ", "К Иксии"]
"""
ARTICLE = """
[[articles]]
number = "12-1"
subject = "speech"
certainty = "probable"
titles = { ru = "Шёпот" }
wordings = ["Шептание"]
valid_from = "2001"
valid_to = "2001-12-31"
former_numbers = [{ law = "xx-law-1990", number = "7", certainty = "unverified" }]
note = "A note."
"""


def read(text: str) -> str:
    """The code of the error that a law file gives."""
    with pytest.raises(ContentError) as caught:
        read_law(text.encode())
    return caught.value.code


def test_a_law_file_is_read_whole() -> None:
    law = read_law((HEAD + ARTICLE).encode())
    assert (law.identifier, law.jurisdiction, law.certainty) == ("xx-law-2000", "xx", Certainty.CERTAIN)
    assert law.titles == (Label("ru", "Кодекс Иксии"), Label("en", "Code of Xia"))
    assert law.short_titles == (Label("ru", "КИ"), Label("ru", "К Иксии"))
    assert (law.valid_from, law.valid_to) == ("2000-02", "")
    article = law.article("12-1")
    assert article is not None
    assert article.titles == (Label("ru", "Шёпот"),)
    assert article.certainty is Certainty.PROBABLE
    assert article.wordings == ("Шептание",)
    assert (article.valid_from, article.valid_to) == ("2001", "2001-12-31")
    assert article.former_numbers == (FormerNumber("xx-law-1990", "7", Certainty.UNVERIFIED),)
    assert article.note == "A note."
    assert law.article("13") is None


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("not toml at all", "law-unreadable"),
        (HEAD + ARTICLE.replace('subject = "speech"', ""), "law-unreadable"),
        (HEAD + ARTICLE.replace("note", "notes"), "law-unreadable"),
        (HEAD + ARTICLE.replace('"probable"', '"sure"'), "law-unreadable"),
        (HEAD + ARTICLE.replace('number = "12-1"', "number = 12"), "law-unreadable"),
        (HEAD + ARTICLE + ARTICLE, "law-number-repeated"),
        (HEAD + ARTICLE.replace('"12-1"', '"12 bis"'), "law-number-invalid"),
        (HEAD + ARTICLE.replace('"7"', '"007"'), "law-number-invalid"),
        (HEAD + ARTICLE.replace('"speech"', '"weather"'), "law-subject-unknown"),
        (
            HEAD + ARTICLE.replace("{ ru =", "{ Russian_ =").replace("Russian_", '"in Russian"'),
            "law-language-unknown",
        ),
        (HEAD.replace('en = "Code', '"e" = "Code') + ARTICLE, "law-language-unknown"),
        (HEAD + ARTICLE.replace('"2001"', '"2001-13"'), "law-date-invalid"),
        (HEAD + ARTICLE.replace('"2001-12-31"', '"2001-02-29"'), "law-date-invalid"),
        (HEAD + ARTICLE.replace('"2001-12-31"', '"1999"'), "law-date-invalid"),
        (HEAD.replace('"2000-02"', '"February 2000"') + ARTICLE, "law-date-invalid"),
    ],
)
def test_what_is_wrong_is_named(broken: str, code: str) -> None:
    assert read(broken) == code


def test_broken_toml_is_placed() -> None:
    with pytest.raises(ContentError) as caught:
        read_law(b'identifier = "x"\njurisdiction = = "y"\n')
    assert (caught.value.line, caught.value.column) == (2, 16)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ContentError) as caught:
        read_law(b'identifier = "\xff\xfe"')
    assert caught.value.code == "law-unreadable"


@given(st.binary(max_size=200))
def test_any_bytes_give_an_error_that_can_be_told(data: bytes) -> None:
    with pytest.raises(ContentError):
        read_law(data)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-06", "2020-06-01", "2020-06-31"),
        ("2020-06-22", "2020-06-22", "2020-06-22"),
    ],
)
def test_the_days_that_a_date_covers(written: str, first: str, last: str) -> None:
    assert (first_day(written), last_day(written)) == (first, last)
