"""Dates in words, in four languages, never more exact than the record."""

from __future__ import annotations

import pytest

from allocution.content.dates import read_date
from allocution.messages import LANGUAGES, Catalogue
from allocution.model.dates import DateMeaning
from allocution.views.dates import date_line, date_text, shown_dates

WORDS = {
    ("2020-06-22T13:01:00+06:00", "ru"): "22 июня 2020 г., 13:01 (+06:00)",
    ("2020-06-22T13:01:00+06:00", "kk"): "2020 ж. 22 маусым, 13:01 (+06:00)",
    ("2020-06-22T13:01:00+06:00", "en"): "22 June 2020, 13:01 (+06:00)",
    ("2020-06-22T13:01:00+06:00", "uk"): "22 червня 2020 р., 13:01 (+06:00)",
    ("2020-06-22T13:01:30Z", "en"): "22 June 2020, 13:01:30 (UTC)",
    ("1964-03-13", "ru"): "13 марта 1964 г.",
    ("1964-03", "ru"): "март 1964 г.",
    ("1964-03", "en"): "March 1964",
    ("1964", "ru"): "1964",
    ("1964~", "ru"): "1964, приблизительно",
    ("1964-03?", "uk"): "березень 1964 р., під питанням",
    ("1976-04-14/1976-04-15", "en"): "14–15 April 1976",
    ("1966-02-12/1966-02-14", "ru"): "12–14 февраля 1966 г.",
    ("1966-02-12/1966-02-14", "kk"): "1966 ж. 12–14 ақпан",
    ("1966-02-12/1966-02-14", "uk"): "12–14 лютого 1966 р.",
    ("1912-12-02/1912-12-12", "kk"): "1912 ж. 2–12 желтоқсан",
    ("1976-04-30/1976-05-02", "en"): "30 April 1976 – 2 May 1976",
    ("1976-04-14/1976-04-14", "en"): "14 April 1976 – 14 April 1976",
    ("1976/..", "en"): "1976 – …",
}


def words(written: str, language: str) -> str:
    stated = read_date(written, DateMeaning.DELIVERED)
    return date_text(stated, Catalogue("site", language)).replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(("written", "language"), WORDS)
def test_a_date_in_words(written: str, language: str) -> None:
    assert words(written, language) == WORDS[written, language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "written", ["1964", "1964-03", "196X", "1964~", "-0398", "1964/1966", "19XX", "1964-XX-12"]
)
def test_no_day_is_made_up(written: str, language: str) -> None:
    text = words(written, language)
    assert text
    assert "1 " not in f" {text}".replace("1 –", "")
    assert "01-01" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_keeps_what_is_written(language: str) -> None:
    line = date_line(
        read_date("2020-06-22T13:01:00+06:00", DateMeaning.UNSTATED), Catalogue("site", language)
    )
    assert line.written == line.edtf == "2020-06-22T13:01:00+06:00"
    assert line.note
    assert date_line(read_date("2020-06-22", DateMeaning.VERDICT), Catalogue("site", language)).note == ""


def test_a_date_without_a_meaning_is_left_out_where_another_says_the_same_day() -> None:
    delivered = read_date("2003-02-06", DateMeaning.DELIVERED)
    same, other = (read_date(written, DateMeaning.UNSTATED) for written in ("2003-02-06", "2003-02-07"))
    assert shown_dates((delivered, same)) == (delivered,)
    assert shown_dates((delivered, other)) == (delivered, other)
    assert shown_dates((same,)) == (same,)
