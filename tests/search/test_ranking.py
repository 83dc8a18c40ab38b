"""The best rows of a term, found by marks, are those that FTS5 ranks first, in its order."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocution.search import catalogue, ranking
from allocution.search.ranking import Ranking, Within, with_marks

Row = tuple[int, int]
OTHERS = 4_000


@pytest.fixture(name="few")
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "_MANY", 1)


def filled(rows: list[Row]) -> apsw.Connection:
    """An index whose rows hold "word" so many times, and so many other words; most rows don't hold it."""
    connection = apsw.Connection(":memory:")
    catalogue.prepare(connection)
    catalogue.create(connection, b"")
    texts = [["word"] * times + ["other"] * more for times, more in rows] + [["else"] * 12] * OTHERS
    held = [with_marks([(word, f"~{word}") for word in text]) for text in texts]
    catalogue._WAITING[connection].extend(row for row in held if row)
    connection.executemany(
        "INSERT INTO words (rowid, text) VALUES (?, ?)",
        [(number, "\x01" if row else "") for number, row in enumerate(held)],
    )
    return connection


def by_fts5(connection: apsw.Connection, expression: str, within: Within, count: int) -> list[int]:
    sql = f"SELECT rowid FROM words WHERE words MATCH ?{within.sql} ORDER BY round(rank, 6), rowid LIMIT ?"
    return [row for (row,) in connection.execute(sql, (expression, *within.values, count))]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 40)), min_size=20, max_size=300),
    st.integers(1, 40),
    st.integers(0, 150),
)
def test_the_best_are_those_of_fts5(few: None, rows: list[Row], count: int, first: int) -> None:
    connection = filled(rows)
    for within in (Within(), Within(" AND rowid >= ?", (first,))):
        best = Ranking(connection).best("word", within, count)
        if best is not None:
            assert best == by_fts5(connection, '"word"', within, count)


def test_it_is_answered_for_words_as_they_stand_in_texts(few: None) -> None:
    connection = filled([(1 + (number % 9 == 0), number % 37) for number in range(2_500)])
    found = Ranking(connection).best("word", Within(), 20)
    assert found is not None
    assert found == by_fts5(connection, '"word"', Within(), 20)


def test_what_stands_in_few_rows_or_in_most_is_left_to_fts5() -> None:
    connection = filled([(1, number % 37) for number in range(1_500)])
    assert Ranking(connection).best("word", Within(), 20) is None
    assert Ranking(connection).best("else", Within(), 20) is None
    assert Ranking(connection).best("never", Within(), 20) is None


def test_rows_are_marked_by_what_stands_in_them_again() -> None:
    assert with_marks([]) == []
    assert with_marks([("a", "~a"), ("b",), ("a", "~a"), ("a",)]) == [
        ("a", "~a", "\x034", "\x038", "\x0316", "\x02a", "\x02\x02a"),
        ("b",),
        ("a", "~a"),
        ("a",),
    ]
    corrected = with_marks([("a", "~a", "c", "~c"), ("c", "~c")], corrected=True)
    assert corrected[0] == ("a", "~a", "c", "~c", "\x034", "\x038", "\x0316", "\x02c")
