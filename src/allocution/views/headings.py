"""What a work is called: its speakers, its title, its charges."""

from __future__ import annotations

from urllib.parse import unquote

from allocution.content.archive import Item
from allocution.model.statement import Statement


def work_heading(item: Item) -> str:
    """The speakers' names; the title where none is known; where that isn't either, the name of its address."""
    statement = item.record.statement
    assert statement is not None
    if len(statement.speakers) == 1 and statement.speakers[0].name:
        return statement.speakers[0].name
    speakers = ", ".join([person.name for person in statement.speakers])
    return speakers or statement.title or own_part(item.address)


def work_title(item: Item) -> str:
    """The title that its file gives it, or the heading where it gives none."""
    statement = item.record.statement
    return (statement.title if statement is not None else "") or work_heading(item)


def own_part(address: str) -> str:
    """The last part of an address, as it is read; the whole of the root's."""
    return unquote(address.strip("/").rpartition("/")[2]) or "/"


def work_charge(statement: Statement) -> str:
    """The charges as worded."""
    if len(statement.charges) == 1:
        return statement.charges[0].wording
    return "; ".join([charge.wording for charge in statement.charges])
