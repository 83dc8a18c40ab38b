"""The custody log: whatever is changed, removed, moved or put in is found, and where."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.evidence.custody import Break, add_line, events, find_break, head_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EVENTS = st.lists(
    st.dictionaries(st.sampled_from(["event", "file", "sha256", "source"]), TEXTS, max_size=3),
    min_size=1,
    max_size=6,
)


def log_of(given_events: list[dict[str, str]]) -> bytes:
    log = b""
    for event in given_events:
        log = add_line(log, event)
    return log


def lines_of(log: bytes) -> list[bytes]:
    return [line + b"\n" for line in log.split(b"\n")[:-1]]


@given(EVENTS)
def test_a_log_is_whole_and_says_what_was_put_in(given_events: list[dict[str, str]]) -> None:
    log = log_of(given_events)
    assert find_break(log, head_of(log)) is None
    read = [{k: v for k, v in each.items() if k not in ("line", "before")} for each in events(log)]
    assert read == given_events


@given(EVENTS, st.data())
def test_a_changed_byte_is_found(given_events: list[dict[str, str]], data: st.DataObject) -> None:
    log = log_of(given_events)
    place = data.draw(st.integers(0, len(log) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda value: value != log[place]))
    changed = log[:place] + bytes([other]) + log[place + 1 :]
    found = find_break(changed, head_of(log))
    assert found is not None
    number = log[:place].count(b"\n") + 1
    # A line that is still well formed is shown to be another by the next one, and the last one by the head.
    assert found.line in (number, number + 1)


@given(EVENTS, st.data())
def test_a_line_removed_repeated_moved_or_cut_is_found(
    given_events: list[dict[str, str]], data: st.DataObject
) -> None:
    log = log_of(given_events)
    lines = lines_of(log)
    at = data.draw(st.integers(0, len(lines) - 1))
    to = data.draw(st.integers(0, len(lines)))
    removed = [*lines[:at], *lines[at + 1 :]]
    repeated = [*lines[:to], lines[at], *lines[to:]]
    moved = [*removed[:to], lines[at], *removed[to:]]
    for changed in (
        b"".join(removed),
        b"".join(repeated),
        b"".join(moved),
        log[: -len(lines[-1])],
        log[:-1],
        b"",
    ):
        assert changed == log or find_break(changed, head_of(log)) is not None


@given(EVENTS, TEXTS)
def test_a_line_put_in_is_found_even_where_it_is_chained(
    given_events: list[dict[str, str]], text: str
) -> None:
    log = log_of(given_events)
    longer = add_line(log, {"event": text})
    assert find_break(longer, head_of(log)) == Break(len(given_events) + 1, "end")
    assert find_break(longer, b"") is not None


@pytest.mark.parametrize("interrupted", [False, True])
def test_a_log_that_was_being_added_to_is_whole_before_and_after(interrupted: bool) -> None:
    before = log_of([{"event": "one"}, {"event": "two"}])
    after = add_line(before, {"event": "three"})
    head = head_of(before, after)
    assert find_break(before if interrupted else after, head) is None
    assert find_break(log_of([{"event": "one"}]), head) == Break(2, "end")


def test_the_broken_line_is_named() -> None:
    log = log_of([{"event": name} for name in ("one", "two", "three", "four")])
    lines = lines_of(log)
    head = head_of(log)
    assert find_break(log.replace(b"two", b"TWO"), head) == Break(3, "chain")
    assert find_break(log.replace(b"four", b"FOUR"), head) == Break(4, "end")
    assert find_break(b"".join([lines[0], *lines[2:]]), head) == Break(2, "number")
    assert find_break(b"".join(lines[:3]), head) == Break(4, "end")
    assert find_break(log[:-5], head) == Break(4, "unfinished")
    assert find_break(b"[" * 100_000 + b"\n", head) == Break(1, "unreadable")
    assert find_break(b'{"line": 1, "before": "\\ud800"}\n', head) == Break(1, "unreadable")
    spaced = json.dumps(json.loads(lines[0]), indent=None, separators=(",", ":")).encode() + b"\n"
    assert find_break(spaced, head_of(spaced)) == Break(1, "unreadable")
