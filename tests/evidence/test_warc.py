"""Captures as WARC files: what stands in them, what doesn't, and damage."""

from __future__ import annotations

import gzip
import hashlib
import io
import subprocess
import sys
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from allocution.errors import CaptureError
from allocution.evidence.warc import check_warc, make_warc, read_bodies
from allocution.model.captures import Capture, Exchange

NOW = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
ADDRESS = "https://t.me/channel/1?embed=1&mode=tme"


def exchange(payload: bytes, decoded: bytes | None = None, **headers: str) -> Exchange:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    sent = (("Host", "t.me"), ("User-Agent", "Allocution/0"))
    return Exchange(
        ADDRESS,
        "149.154.167.99",
        NOW,
        sent,
        200,
        "OK",
        named,
        payload,
        payload if decoded is None else decoded,
    )


def records(data: bytes) -> list[tuple[dict[str, str], bytes]]:
    """Headers and raw block of each record, as warcio reads them."""
    found = []
    for record in ArchiveIterator(io.BytesIO(data), no_record_parse=True):
        headers: list[Any] = record.rec_headers.headers
        found.append((dict(headers), record.raw_stream.read()))
    return found


def test_every_record_has_its_digests_and_the_file_says_how_it_was_made() -> None:
    data = make_warc([Capture(ADDRESS, (exchange(b"words", Content_Type="text/html"),))])
    (info, about), (response, block), (request, asked) = records(data)
    assert [each["WARC-Type"] for each in (info, response, request)] == ["warcinfo", "response", "request"]
    assert gzip.decompress(data).startswith(b"WARC/1.1\r\n")
    for headers, content in ((info, about), (response, block), (request, asked)):
        assert headers["WARC-Block-Digest"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert headers["WARC-Date"] == "2026-11-22T12:00:00.123456Z"
    assert response["WARC-Payload-Digest"] == f"sha256:{hashlib.sha256(b'words').hexdigest()}"
    assert request["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert b"sha1:" not in gzip.decompress(data)
    assert b"software: Allocution/" in about
    assert b"HTTP-level capture" in about
    assert block == b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nwords"
    assert (
        asked == b"GET /channel/1?embed=1&mode=tme HTTP/1.1\r\nHost: t.me\r\nUser-Agent: Allocution/0\r\n\r\n"
    )


def test_what_names_a_visitor_is_not_kept() -> None:
    data = make_warc([
        Capture(
            ADDRESS,
            (exchange(b"x", Set_Cookie="secret", X_Real_IP="203.0.113.7", cf_ray="8a-ALA", Server="nginx"),),
        )
    ])  # fmt: skip
    plain = gzip.decompress(data)
    assert b"nginx" in plain
    for secret in (b"secret", b"203.0.113.7", b"ALA"):
        assert secret not in plain


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=4), st.booleans())
def test_bodies_come_back(bodies: list[bytes], compressed: bool) -> None:
    made = []
    for number, body in enumerate(bodies):
        headers = {"Content_Encoding": "gzip"} if compressed else {}
        one = exchange(gzip.compress(body) if compressed else body, body, **headers)
        made.append(Capture(ADDRESS, (Exchange(f"https://x/{number}", *_rest(one)),)))
    data = make_warc(made)
    assert data == make_warc(made)
    assert read_bodies(data) == {f"https://x/{number}": body for number, body in enumerate(bodies)}


def _rest(one: Exchange) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in Exchange.__slots__[1:])


@pytest.mark.parametrize("damage", ["words", "HTTP/1.1 200", "nothing"])
def test_a_damaged_file_is_refused(damage: str) -> None:
    plain = gzip.decompress(make_warc([Capture(ADDRESS, (exchange(b"the words as they were"),))]))
    changed = b"" if damage == "nothing" else plain.replace(damage.encode(), damage.upper()[::-1].encode())
    with pytest.raises(CaptureError) as refused:
        read_bodies(changed)
    assert refused.value.code == "warc-damaged"


def test_warcios_own_program_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "x.warc.gz"
    packed = exchange(gzip.compress(b"words"), b"words", Content_Encoding="gzip")
    file.write_bytes(make_warc([Capture(ADDRESS, (exchange(b"words"), packed))]))
    program = Path(sys.executable).parent / "warcio"
    checked = subprocess.run([program, "check", "-v", file], capture_output=True, text=True, check=False)
    # It ends with 0 even on a corrupt file, so nothing on standard error is part of the answer.
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.count("digest pass") == 5


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    """Two hundred megabytes in a fifth of one, as somebody might send in an archive."""
    payload = bytes(200 * 1024 * 1024)
    head = (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.org/\r\nWARC-Record-ID: <urn:x>\r\n"
    )
    head += b"WARC-Date: 2026-11-22T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    block = b"HTTP/1.1 200 OK\r\n\r\n"
    length = f"Content-Length: {len(block) + len(payload)}\r\n\r\n".encode()
    data = gzip.compress(head + length + block + payload + b"\r\n\r\n", 1)
    del payload
    for read in (read_bodies, check_warc):
        tracemalloc.start()
        with pytest.raises(CaptureError, match="too-large-unpacked"):
            read(data)
        assert tracemalloc.get_traced_memory()[1] < 160 * 1024 * 1024
        tracemalloc.stop()
