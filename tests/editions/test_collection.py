"""Names of statements in editions, and their order."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from allocution.editions.collection import _names
from tests.editions.archives import exported, tables
from tests.publish.archives import SAMPLE


@given(st.lists(st.text(max_size=40).map(lambda text: f"/{text}/"), max_size=8))
def test_names_are_xml_names_that_fit_a_file_system_and_differ_without_regard_to_case(
    addresses: list[str],
) -> None:
    names = _names(addresses)
    assert len({name.casefold() for name in names}) == len(addresses)
    for name in names:
        assert re.fullmatch(r"[^\W\d][\w.-]*", name)
        assert len(name.encode()) < 200


def test_names_follow_the_addresses() -> None:
    assert _names(["/a/", "/en/a/", "/b.html", "/1984/", "/речь/", "/A/", "/x y/"]) == [
        "a", "en.a", "b", "_1984", "речь", "A-2", "x_y",
    ]  # fmt: skip


def test_statements_stand_in_order_of_time_and_originals_before_translations(tmp_path: Path) -> None:
    exported(SAMPLE, tmp_path / "out", "jsonl")
    rows = tables(tmp_path / "out", "statements")
    assert [row["statement"] for row in rows[:4]] == [
        "en.statements.socrates", "kk.statements.socrates", "statements.socrates",
        "en.statements.more-1535",
    ]  # fmt: skip
    originals = {row["statement"]: row["translates"] for row in rows}
    assert originals["kk.statements.socrates"] == "en.statements.socrates"
    assert originals["en.statements.socrates"] is None
