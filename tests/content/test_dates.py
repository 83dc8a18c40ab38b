"""Dates of front matter: what isn't known isn't made up, and what can't be isn't a date."""

from __future__ import annotations

import pytest

from allocution.content.dates import read_date
from allocution.model.dates import DateMeaning


@pytest.mark.parametrize(
    "written",
    ["2020/2019", "2020-06-22/2020-06-21", "2020-21/2019-23", "-0100/-0200", "{2020..2019}", "1984~/1983?"],
)
def test_what_ends_before_it_begins_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        read_date(written, DateMeaning.DELIVERED)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2020-06/2020", "2020-06-01", "2020-12-31"),
        ("-0200/-0100", "-0200-01-01", "-0100-12-31"),
        ("/2020", "0000-01-01", "2020-12-31"),
        ("2020/", "2020-01-01", "9999-12-31"),
        ("2020/..", "2020-01-01", "9999-12-31"),
    ],
)
def test_an_end_that_is_not_known_is_no_day(written: str, earliest: str, latest: str) -> None:
    stated = read_date(written, DateMeaning.DELIVERED)
    assert (stated.earliest, stated.latest) == (earliest, latest)
