"""What is fuzzed: each reader of bytes that others wrote. A target raises nothing, whatever it is given."""

from __future__ import annotations

from collections.abc import Callable

from allocution.content.body.reading import read_body
from allocution.content.dates import read_date, read_moment
from allocution.content.editing import EditRefusedError, append_item, remove_field, set_field
from allocution.content.front_matter import read_front_matter
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.page_addresses import read_page_addresses
from allocution.content.sentence_records import parse_record
from allocution.content.statements import is_statement, read_statement
from allocution.content.title import parse_title
from allocution.errors import ContentError
from allocution.language.sentences import split_sentences
from allocution.model.dates import DateMeaning

_MATCHER = ChargeMatcher(packaged_laws())


def front_matter(data: bytes) -> None:
    """A content file's front matter, and the statement that it describes."""
    try:
        read = read_front_matter(data)
    except ContentError:
        return
    if is_statement(read.values):
        read_statement("x.md", read, read.values, _MATCHER)


def configuration(data: bytes) -> None:
    """Hugo's configuration in each of its formats."""
    for name in ("hugo.toml", "hugo.yaml", "hugo.json"):
        read_configuration({name: data})


def body(data: bytes) -> None:
    """The words of a statement; whatever they are, its sentences cover them in order."""
    passages, _ = read_body(data.decode("utf-8", "replace"))
    for passage in passages:
        end = 0
        for start, stop in split_sentences(passage.text):
            assert end <= start < stop <= len(passage.text)
            end = stop


def address_record(data: bytes) -> None:
    """Records of addresses of sentences and pages."""
    parse_record(data, "x")
    read_page_addresses(data, "x")


def title(data: bytes) -> None:
    """A title."""
    parse_title(data.decode("utf-8", "replace"))


def date(data: bytes) -> None:
    """A date; what is none is said to be none."""
    text = data.decode("utf-8", "replace")
    for read in (read_moment, lambda written: read_date(written, DateMeaning.DELIVERED)):
        try:
            read(text)
        except ValueError:
            continue


def editing(data: bytes) -> None:
    """One field changed: the file says it afterwards, or the change is refused."""
    changes: tuple[Callable[[], bytes], ...] = (
        lambda: set_field(data, ("title",), "Имя: «Фамилия»"),
        lambda: append_item(data, ("sources",), {"address": "x", "note": "a\nb"}),
        lambda: remove_field(data, ("title",)),
    )
    for change in changes:
        try:
            read_front_matter(change())
        except (ContentError, EditRefusedError):
            continue


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (front_matter, configuration, body, address_record, title, date, editing)
}
