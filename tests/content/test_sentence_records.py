"""The file of addresses: written, read back, merged by git, damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.sentence_records import HEADER, AddressEntry, AddressRecord, parse_record

PLAIN = f"""{HEADER}
7m2k9w4x Яхпсви was 1c0f8z2p 00000000-2
removed 0b4qd9tn Сзэ
0b4qd9tn-2 .
removed 22222222-17 Iлy was 33333333
"""

ENTRIES = (
    AddressEntry("7m2k9w4x", "Яхпсви", ("1c0f8z2p", "00000000-2")),
    AddressEntry("0b4qd9tn", "Сзэ", removed=True),
    AddressEntry("0b4qd9tn-2", ""),
    AddressEntry("22222222-17", "Iлy", ("33333333",), removed=True),
)


def read(text: str) -> tuple[tuple[AddressEntry, ...], list[tuple[str, int]]]:
    record, findings = parse_record(text.encode(), "addresses/x.txt")
    assert all(finding.place.path == "addresses/x.txt" for finding in findings)
    return record.entries, [(finding.code, finding.place.line) for finding in findings]


def test_a_record_is_plain_text() -> None:
    assert AddressRecord(ENTRIES).serialise().decode() == PLAIN
    assert read(PLAIN) == (ENTRIES, [])


def test_what_stands_and_what_is_known() -> None:
    record = AddressRecord(ENTRIES)
    assert record.current == ["7m2k9w4x", "0b4qd9tn-2"]
    assert record.known() == {
        *("7m2k9w4x", "1c0f8z2p", "00000000-2", "0b4qd9tn", "0b4qd9tn-2", "22222222-17", "33333333")
    }


IDENTIFIERS = st.from_regex(r"[0-9a-hjkmnp-tv-z]{8}(-[2-9])?", fullmatch=True)
INITIALS = st.text(st.characters(categories=["L", "N"]), max_size=20).filter(
    lambda text: not text or text.isalnum()
)


@st.composite
def records(draw: st.DrawFn) -> AddressRecord:
    every = draw(st.lists(IDENTIFIERS, unique=True, max_size=15))
    entries = []
    while every:
        size = draw(st.integers(1, 3))
        mine, every = every[:size], every[size:]
        entries.append(AddressEntry(mine[0], draw(INITIALS), tuple(mine[1:]), draw(st.booleans())))
    return AddressRecord(tuple(entries))


@given(records())
def test_what_is_written_is_read(record: AddressRecord) -> None:
    data = record.serialise()
    assert parse_record(data) == (record, [])
    assert parse_record(data)[0].serialise() == data


@given(records(), st.data())
def test_damage_to_a_line_loses_no_other_line(record: AddressRecord, data: st.DataObject) -> None:
    lines = record.serialise().split(b"\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = data.draw(st.binary(max_size=30)).replace(b"\n", b"")
    spoilt = parse_record(b"\n".join(lines))[0].known()
    hurt = record.entries[number - 1].known if 0 < number <= len(record.entries) else ()
    assert record.known() - set(hurt) <= spoilt


@given(st.binary())
def test_any_bytes_give_a_valid_record(data: bytes) -> None:
    record, _ = parse_record(data)
    every = [identifier for entry in record.entries for identifier in entry.known]
    assert len(every) == len(set(every))
    assert parse_record(record.serialise()) == (record, [])


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.rstrip("\n").encode(),
        PLAIN.replace("\n", "\n\n").encode(),
        PLAIN.replace(HEADER, "").encode(),
        PLAIN.replace(HEADER, "# Another remark").encode(),
    ],
)
def test_what_editors_and_git_do_to_line_ends_does_no_harm(data: bytes) -> None:
    assert parse_record(data) == (AddressRecord(ENTRIES), [])


def test_an_empty_file() -> None:
    assert parse_record(b"") == (AddressRecord(), [])


CONFLICT = """11111111 Ая
<<<<<<< HEAD
22222222 Бвг was 33333333
55555555 Её
||||||| merged common ancestors
33333333 Бвд
=======
44444444 Бве was 33333333
removed 55555555 Её
66666666 Жз
>>>>>>> a branch
77777777 Ийк
"""


def test_both_sides_of_a_conflict_are_read() -> None:
    entries, findings = read(CONFLICT)
    assert entries == (
        AddressEntry("11111111", "Ая"),
        AddressEntry("22222222", "Бвг"),
        AddressEntry("55555555", "Её"),
        AddressEntry("33333333", "Бвд"),
        AddressEntry("44444444", "Бве"),
        AddressEntry("66666666", "Жз"),
        AddressEntry("77777777", "Ийк"),
    )
    assert findings == [("addresses-conflict", line) for line in (2, 5, 7, 11)]


def test_repetitions_are_joined() -> None:
    entries, findings = read(
        "11111111 Аб was 22222222\nremoved 33333333 Вг\n33333333 Вг was 44444444 22222222\n"
    )
    assert entries == (
        AddressEntry("11111111", "Аб", ("22222222",)),
        AddressEntry("33333333", "Вг", ("44444444",)),
    )
    assert findings == [("addresses-repeated", 2), ("addresses-repeated", 3)]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("11111111", AddressEntry("11111111", "")),
        ("11111111 Аб was", AddressEntry("11111111", "Аб")),
        ("11111111  Аб", AddressEntry("11111111", "Аб")),
        ("  11111111 Аб", AddressEntry("11111111", "Аб")),
        ("11111111 Аб\twas 22222222", AddressEntry("11111111", "Аб", ("22222222",))),
        ("11111111 Аб 22222222 33333333", AddressEntry("11111111", "Аб", ("22222222", "33333333"))),
        ("11111111 А–б was 22222222", AddressEntry("11111111", "", ("22222222",))),
        ("removed  11111111 Аб", AddressEntry("11111111", "Аб", removed=True)),
        ("+11111111 Аб was 22222222 11111111", AddressEntry("22222222", "", ("11111111",))),
        ("11111111 Аб was 22222222 333", AddressEntry("11111111", "Аб", ("22222222",))),
    ],
)
def test_a_damaged_line_is_read_as_far_as_it_goes(line: str, entry: AddressEntry) -> None:
    assert read(f"{line}\n99999999 Я\n") == (
        (entry, AddressEntry("99999999", "Я")),
        [("addresses-damaged", 1)],
    )


@pytest.mark.parametrize("line", ["nothing of ours", "1111111 Аб", "ILOUilou Аб", "111111111 Аб"])
def test_a_line_without_an_identifier_is_a_finding(line: str) -> None:
    assert read(f"{line}\n99999999 Я\n") == ((AddressEntry("99999999", "Я"),), [("addresses-damaged", 1)])


def test_broken_utf_8_costs_the_initials_only() -> None:
    record, findings = parse_record(b"11111111 \xd0 was 22222222\n")
    assert record.entries == (AddressEntry("11111111", "", ("22222222",)),)
    assert [finding.code for finding in findings] == ["addresses-damaged"]


def test_a_later_format_is_a_finding_and_read_all_the_same() -> None:
    entries, findings = read(PLAIN.replace("format 1", "format 2"))
    assert (entries, findings) == (ENTRIES, [("addresses-format-unknown", 1)])
