from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.archive import Record
from allocution.content.sharing import Sharing
from allocution.model.law import ArticleReference, Charge
from allocution.model.statement import PersonName, Source, Statement

_words = st.text("абв", max_size=2)
_statements = st.builds(
    Statement,
    title=_words,
    speakers=st.lists(st.builds(PersonName, _words, _words), max_size=2).map(tuple),
    charges=st.lists(
        st.builds(Charge, _words, st.builds(ArticleReference, _words, _words, _words)), max_size=2
    ).map(tuple),
    sources=st.lists(st.builds(Source, _words), max_size=2).map(tuple),
    machine_translated=st.booleans(),
)


def _record(statement: Statement) -> Record:
    return Record("x.md", b"1", b"2", None, statement, "ru", language_stated=True, excerpt="")


def _as_read(record: Record) -> Record:
    """As it comes out of another process: equal, and none of its parts the same object."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(record), type=Record)


@given(st.lists(_statements, max_size=4))
def test_records_stay_what_they_are(statements: list[Statement]) -> None:
    sharing = Sharing()
    for statement in statements:
        shared = sharing.record(_as_read(_record(statement)))
        assert repr(shared) == repr(_record(statement))


def test_what_two_records_have_in_common_is_one_object() -> None:
    statement = Statement("абв", speakers=(PersonName("Имя Фамилия"),), charges=(Charge("абв"),))
    sharing = Sharing()
    first, second = (sharing.record(_as_read(_record(statement))) for _ in range(2))
    assert first.statement is not None
    assert second.statement is not None
    assert first.path is second.path
    assert first.statement.speakers is second.statement.speakers
    assert first.statement.charges[0].wording is second.statement.title
