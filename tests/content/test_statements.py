"""Front matter into a statement: its dates, and which of them says what law the court applied."""

from __future__ import annotations

import pytest

from allocution.content.front_matter import read_front_matter
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.statements import read_statement
from allocution.model.dates import Precision
from allocution.model.law import ArticleReference
from allocution.model.statement import Statement

MATCHER = ChargeMatcher(packaged_laws())


def read(*lines: str) -> Statement:
    """The statement of a file with that front matter, in which nothing is wrong."""
    front_matter = read_front_matter("\n".join(("---", *lines, "---", "")).encode())
    statement, findings = read_statement("x.md", front_matter, front_matter.values, MATCHER)
    assert findings == ()
    return statement


def article(*lines: str) -> str:
    """The article of the only charge, or nothing."""
    (charge,) = read(*lines).charges
    reference: ArticleReference | None = charge.reference
    return f"{reference.law} {reference.article}" if reference else ""


DEFAMATION = ("title: Анна Ким (клевета)", "jurisdiction: ru")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("date: 2020-06-22",), "ru-uk-1996 128.1"),
        (("delivered: 1976-04-14",), "ru-uk-1960 130"),
        (("delivered: 1976-04-14", "date: 2020-06-22"), "ru-uk-1960 130"),
        # None of these days is known, yet none is after 1996, as that of the file is.
        (("delivered: '1976'", "date: 2020-06-22"), "ru-uk-1960 130"),
        (("delivered: 1976-04~", "date: 2020-06-22"), "ru-uk-1960 130"),
        (("delivered: 1976-04-14/1976-04-15", "date: 2020-06-22"), "ru-uk-1960 130"),
        (("verdict: 1976-04", "posted: 2015-01-01", "date: 2020-06-22"), "ru-uk-1960 130"),
        (("delivered: 197X", "verdict: 1976-04-15"), "ru-uk-1960 130"),
        # Either code may have been in force.
        (("delivered: 1990/2000", "date: 2020-06-22"), ""),
        ((), ""),
    ],
)
def test_the_law_is_that_of_the_time_in_court(dates: tuple[str, ...], expected: str) -> None:
    assert article(*DEFAMATION, *dates) == expected


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2020-06-22", "2020-06-22"),
        ("2020-6-2", "2020-06-02"),
        ("22 Jun 2020", "2020-06-22"),
        ("2020-06-22 13:01", "2020-06-22T13:01:00"),
        ("2020-06-22 13:01:00 +0600", "2020-06-22T13:01:00+06:00"),
        ("2020-06-22 13:01:00 +0600 ALMT", "2020-06-22T13:01:00+06:00"),
        ("Mon, 22 Jun 2020 13:01:00 +0600", "2020-06-22T13:01:00+06:00"),
        ("Mon, 22 Jun 2020 13:01:00 GMT", "2020-06-22T13:01:00+00:00"),
        ("Mon Jun 22 13:01:00 2020", "2020-06-22T13:01:00"),
    ],
)
def test_a_date_in_any_form_that_hugo_reads_is_one_and_is_kept_as_written(written: str, edtf: str) -> None:
    (date,) = read("title: Анна Ким (клевета)", f"date: '{written}'").dates
    assert (date.written, date.edtf) == (written, edtf)
    assert date.precision is (Precision.TIME if ":" in written else Precision.DAY)
    assert date.earliest == date.latest == edtf[:10]
