from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.hugo.configuration import DateOrders
from allocution.content.hugo.dates import read_dates
from allocution.content.hugo.moments import read_instant

ALMATY = ZoneInfo("Asia/Almaty")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-06-22T13:01:00+06:00", "2020-06-22T13:01:00+06:00"),
        ("2020-06-22 13:01:00 +0600", "2020-06-22T13:01:00+06:00"),
        ("2020-06-22T13:01:00Z", "2020-06-22T13:01:00+00:00"),
        ("2020-06-22T13:01:00.5-05:30", "2020-06-22T13:01:00.500000-05:30"),
        ("2020-06-22 13:01:00 +0600 ALMT", "2020-06-22T13:01:00+06:00"),
        ("2020-06-22", "2020-06-22T00:00:00+06:00"),
        ("2024-06-22", "2024-06-22T00:00:00+05:00"),
        ("2020-6-2", "2020-06-02T00:00:00+06:00"),
        ("22 Jun 2020", "2020-06-22T00:00:00+06:00"),
        ("Mon, 22 Jun 2020 13:01:00 +0600", "2020-06-22T13:01:00+06:00"),
        ("Mon Jun 22 13:01:00 2020", "2020-06-22T13:01:00+06:00"),
    ],
)
def test_dates_that_hugo_reads(written: str, expected: str) -> None:
    found = read_instant(written, ALMATY)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "2020",
        "2020-06",
        "20200622",
        "22.06.2020",
        "2020/06/22",
        "2020-13-01",
        "2020-02-30",
        "2020-06-22T25:00:00Z",
        "June 22, 2020",
        "22 июня 2020",
        "1592809260",
        "2020-06-22T10:00:00+99:00",
        "soon, very",
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert read_instant(written, UTC) is None


@given(st.text())
def test_any_text_is_a_date_or_none(written: str) -> None:
    found = read_instant(written, UTC)
    assert found is None or found.utcoffset() is not None


@given(st.datetimes(timezones=st.timezones()))
def test_instants_survive(moment: datetime) -> None:
    offset = moment.utcoffset()
    if offset is not None and offset.total_seconds() % 60 == 0:
        found = read_instant(moment.isoformat(), UTC)
        assert found is not None
        assert found.isoformat() == moment.isoformat()


def test_a_date_gives_the_next() -> None:
    dates = read_dates(DateOrders(), {"lastmod": "2013-03-03"}, "x", None, UTC)
    assert [each and each.written for each in (dates.date, dates.publish, dates.lastmod, dates.expiry)] == [
        "2013-03-03",
        "2013-03-03",
        "2013-03-03",
        None,
    ]


def test_a_name_gives_date_and_slug() -> None:
    orders = DateOrders(date=(":filename", "date"))
    dates = read_dates(orders, {}, "2020-06-22-последнее-слово", None, UTC)
    assert dates.date is not None
    assert (dates.date.written, dates.slug) == ("2020-06-22", "последнее-слово")
    assert read_dates(orders, {"date": "2011-01-01"}, "short", None, UTC).slug == ""


def test_a_file_gives_its_time_of_change() -> None:
    changed = datetime(2021, 5, 5, tzinfo=UTC)
    dates = read_dates(DateOrders(lastmod=(":filemodtime",)), {}, "x", changed, UTC)
    assert dates.lastmod is not None
    assert dates.lastmod.instant == changed


def test_what_is_no_date_is_named_once_and_holds_the_page_back() -> None:
    dates = read_dates(DateOrders(), {"date": "скоро", "expirydate": 2020}, "x", None, UTC)
    assert dates.unread == (("date", "скоро"), ("expirydate", "2020"))
    assert dates.hold_back
    assert not read_dates(DateOrders(), {"date": "скоро"}, "x", None, UTC).hold_back
