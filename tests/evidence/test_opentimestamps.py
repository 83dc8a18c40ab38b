"""The codec of OpenTimestamps: what is written is read back, what is read is one whole proof in its one spelling."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from allocution.errors import CaptureError
from allocution.evidence.block_headers import read_header
from allocution.evidence.opentimestamps import (
    MAGIC,
    Attestation,
    Operation,
    Timestamp,
    attestations,
    completed,
    in_block,
    promise,
    promised,
    read_proof,
    submission,
    write_proof,
)

# The block that everybody knows: height 0 of Bitcoin.
GENESIS = bytes.fromhex(
    "01000000"
    + "00" * 32
    + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a"
    + "29ab5f49ffff001d1dac2b7c"
)
# Written by hand from the format's description: sha256 of "hello", one step, a promise.
BY_HAND = (
    MAGIC
    + b"\x01\x08"
    + hashlib.sha256(b"hello").digest()
    + b"\xf0\x02\xab\xcd\x08\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e\x0f\x0ehttps://cal.xy"
)

calendars = some.from_regex(r"https://[a-z0-9.]{1,30}", fullmatch=True)
said = some.one_of(
    some.builds(promise, calendars),
    some.builds(in_block, some.integers(0, 1 << 40)),
    some.builds(Attestation, some.just(b"LITECOIN"), some.binary(max_size=40)),
)
steps = some.one_of(
    some.builds(Operation, some.sampled_from([0xF0, 0xF1]), some.binary(min_size=1, max_size=40)),
    some.sampled_from([Operation(0x08), Operation(0x02), Operation(0xF2)]),
)
timestamps = some.recursive(
    some.builds(lambda each: Timestamp((each,)), said),
    lambda after: some.builds(
        Timestamp,
        some.lists(said, max_size=2).map(tuple),
        some.lists(some.tuples(steps, after), min_size=1, max_size=3).map(tuple),
    ),
    max_leaves=8,
)


@given(some.binary(min_size=32, max_size=32), timestamps)
def test_what_is_written_is_read_back(digest: bytes, timestamp: Timestamp) -> None:
    data = write_proof(digest, timestamp)
    assert read_proof(data) == (digest, timestamp)
    assert write_proof(*read_proof(data)) == data


@given(some.binary(min_size=32, max_size=32), timestamps, some.data())
def test_what_is_cut_short_or_goes_on_is_refused(
    digest: bytes, timestamp: Timestamp, data: some.DataObject
) -> None:
    whole = write_proof(digest, timestamp)
    place = data.draw(some.integers(0, len(whole) - 1))
    for damaged in (whole[:place], whole + b"\x00"):
        with pytest.raises(CaptureError):
            read_proof(damaged)


@given(some.binary(max_size=200))
def test_anything_is_read_or_refused(data: bytes) -> None:
    for given_data in (data, MAGIC + b"\x01\x08" + data):
        try:
            digest, timestamp = read_proof(given_data)
        except CaptureError:
            continue
        assert write_proof(digest, timestamp) == given_data


def test_a_proof_written_by_hand_is_read() -> None:
    data = BY_HAND
    digest, timestamp = read_proof(data)
    [reached] = attestations(digest, timestamp)
    assert digest == hashlib.sha256(b"hello").digest()
    assert reached.message == hashlib.sha256(digest + b"\xab\xcd").digest()
    assert reached.attestation.calendar == "https://cal.xy"


@pytest.mark.parametrize(
    "tail",
    [
        b"",
        b"\xff",
        b"\x67" + b"\x00" * 20,  # a step that isn't known
        b"\xf0\x00\x08",  # puts nothing behind
        b"\xf3" * 300,  # too many steps
        b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e\x04\x03a b",  # no address of a calendar
        b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e\x05\x03abcd",  # more behind the address
        b"\x00\x05\x88\x96\x0d\x73\xd7\x19\x01\x02\x80\x00",  # a height in a longer spelling
        b"\x00\x05\x88\x96\x0d\x73\xd7\x19\x01\x0a" + b"\xff" * 9 + b"\x01",  # a height beyond measure
        b"\x00LITECOIN\xff\xff\xff\xff\x0f",  # longer than there are bytes
    ],
)
def test_what_is_no_proof_is_refused(tail: bytes) -> None:
    with pytest.raises(CaptureError):
        read_proof(MAGIC + b"\x01\x08" + bytes(32) + tail)


def test_many_branches_end() -> None:
    one = b"\xff\x00LITECOIN\x00"
    with pytest.raises(CaptureError):
        read_proof(MAGIC + b"\x01\x08" + bytes(32) + one * 20_000 + one[1:])


def test_a_message_that_grows_beyond_measure_is_refused() -> None:
    timestamp = Timestamp((in_block(1),))
    for _ in range(12):
        timestamp = Timestamp(steps=((Operation(0xF3), timestamp),))
    with pytest.raises(CaptureError):
        list(attestations(bytes(32), timestamp))


def test_completing_takes_promises_away_and_keeps_the_others() -> None:
    digest, nonce = hashlib.sha256(b"x").digest(), b"n" * 16
    first, second = promise("https://a.xyz"), promise("https://b.xyz")
    answers = tuple(
        Timestamp(steps=((Operation(0xF0, bytes([number])), Timestamp((each,))),))
        for number, each in ((1, first), (2, second))
    )
    pending = promised(nonce, answers)
    submitted = submission(digest, nonce)
    reached = {each.attestation: each.message for each in attestations(digest, pending)}
    assert reached == {first: submitted + b"\x01", second: submitted + b"\x02"}
    whole = completed(
        digest, pending, {reached[first]: Timestamp(steps=((Operation(0x08), Timestamp((in_block(7),))),))}
    )
    found = {each.attestation: each.message for each in attestations(digest, whole)}
    assert found == {second: submitted + b"\x02", in_block(7): hashlib.sha256(submitted + b"\x01").digest()}
    assert read_proof(write_proof(digest, whole)) == (digest, whole)


def test_the_first_block_is_read() -> None:
    header = read_header(GENESIS)
    assert header.digest == "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"
    assert header.moment.isoformat() == "2009-01-03T18:15:05+00:00"
    assert header.work == 0x100010001


@given(some.integers(0, 639))
def test_a_header_with_another_bit_shows_no_such_work(bit: int) -> None:
    changed = bytearray(GENESIS)
    changed[bit // 8] ^= 1 << bit % 8
    assert shown_work(bytes(changed)) < 1 << 32


def shown_work(data: bytes) -> int:
    """The work that a header shows; none where its digest doesn't."""
    try:
        return read_header(data).work
    except CaptureError:
        return 0
