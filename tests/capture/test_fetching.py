"""The careful GET, through the real transport, against servers that do whatever they shouldn't."""

from __future__ import annotations

import gzip
import socket
import time
import zlib

import httpcore
import pytest

from allocution.errors import CaptureError
from allocution.messages import explain
from allocution.store.fetching import Fetcher, Limits, checked_address
from allocution.store.guarded_network import is_public
from tests.capture.servers import HOST, Answer, bytes_of, dripping, raw_server

SMALL = Limits(sent=100_000, decoded=200_000, seconds=0.6, redirects=3)
OK = b"HTTP/1.1 200 OK\r\n"


def refusal(answer: Answer, path: str = "/x") -> str:
    """The code with which the answer is refused."""
    with raw_server(answer) as (server, _), pytest.raises(CaptureError) as refused:
        Fetcher((HOST,), SMALL).get(server + path)
    return refused.value.code


def test_what_is_sent_says_nothing_of_the_machine() -> None:
    with raw_server(bytes_of(OK, b"Content-Length: 2\r\nSet-Cookie: a=b\r\n\r\nok")) as (server, requests):
        fetcher = Fetcher((HOST,), SMALL)
        captures = [fetcher.get(f"{server}/x?y=1#z") for _ in range(2)]
    assert [capture.answer.payload for capture in captures] == [b"ok", b"ok"]
    lines = requests[1].decode().split("\r\n")
    assert lines[0] == "GET /x?y=1 HTTP/1.1"
    names = [line.partition(":")[0] for line in lines[1:] if line]
    assert names == ["Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"]
    assert lines[2].startswith("User-Agent: Allocution/")
    assert captures[0].answer.network_address == HOST


@pytest.mark.parametrize("body", [b"words " * 1000, b""])
@pytest.mark.parametrize(("coding", "encode"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_answers_are_kept_as_sent_and_read_decoded(
    body: bytes, coding: str, encode: object
) -> None:
    data = encode(body)  # type: ignore[operator]
    head = f"Content-Encoding: {coding}\r\nContent-Length: {len(data)}\r\n\r\n".encode()
    with raw_server(bytes_of(OK, head, data)) as (server, _):
        answer = Fetcher((HOST,), SMALL).get(server).answer
    assert (answer.payload, answer.decoded) == (data, body)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("fetch-large", bytes_of(OK, b"Content-Length: 100001\r\n\r\n")),
        ("fetch-large", bytes_of(OK, b"\r\n", b"x" * 100_001)),
        ("fetch-bomb", bytes_of(OK, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(bytes(5_000_000)))),
        ("fetch-damaged", bytes_of(OK, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"words")[:-3])),
        ("fetch-damaged", bytes_of(OK, b"Content-Encoding: gzip\r\n\r\nwords")),
        ("fetch-encoding", bytes_of(OK, b"Content-Encoding: br\r\n\r\nwords")),
        ("fetch-encoding", bytes_of(OK, b"Content-Encoding: gzip, gzip\r\n\r\nwords")),
        ("fetch-failed", bytes_of(OK, b"Content-Length: 10\r\n\r\nshort")),
        ("fetch-failed", bytes_of(b"nonsense\r\n\r\n")),
        ("fetch-failed", bytes_of()),
        ("fetch-slow", dripping(b"", b"")),
        ("fetch-slow", dripping(OK + b"X-Slow: ", b"x")),
        ("fetch-slow", dripping(OK + b"Content-Length: 90000\r\n\r\n", b"x")),
        ("fetch-slow", dripping(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n")),
        ("fetch-redirects", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")),
        ("fetch-scheme", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")),
        ("fetch-address", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: http://[nonsense/\r\n\r\n")),
        ("fetch-credentials", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: http://a.example@127.0.0.2/\r\n\r\n")),
        ("fetch-private", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: //0177.0.0.2/\r\n\r\n")),
        ("fetch-private", bytes_of(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\n\r\n")),
        ("fetch-private", bytes_of(b"HTTP/1.1 301 Moved\r\nLocation: http://[::1]/\r\n\r\n")),
        ("fetch-private", bytes_of(b"HTTP/1.1 307 Moved\r\nLocation: http://169.254.169.254/meta\r\n\r\n")),
    ],
)  # fmt: skip
def test_bad_answers_are_refused(code: str, answer: Answer) -> None:
    began = time.monotonic()
    assert refusal(answer) == code
    assert time.monotonic() - began < 3


def test_redirects_are_followed_and_all_kept() -> None:
    answers = iter([b"HTTP/1.1 302 Found\r\nLocation: two\r\nContent-Length: 0\r\n\r\n", OK + b"\r\nhere"])
    with raw_server(lambda connection, _: connection.sendall(next(answers))) as (server, _):
        capture = Fetcher((HOST,), SMALL).get(f"{server}/one")
    assert [(each.address, each.status) for each in capture.exchanges] == [
        (f"{server}/one", 302),
        (f"{server}/two", 200),
    ]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0x7f.1", "0177.1", "2130706433", "①②⑦.1", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_a_private_host_is_not_asked_however_it_is_written(host: str) -> None:
    with raw_server(bytes_of(OK)) as (server, requests), pytest.raises(CaptureError) as refused:
        Fetcher(limits=SMALL).get(f"http://{host}:{server.rpartition(':')[2]}/")
    assert refused.value.code == "fetch-private"
    assert requests == []


def test_a_name_is_looked_up_once_and_that_address_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever answers for a name can't give a public address to be looked at, and a private one to be asked."""
    asked: list[str] = []

    def answers(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        return [(2, 1, 6, "", ("203.0.113.0" if len(asked) > 1 else "149.154.167.99", port))]

    reached: list[str] = []

    def connect(_: object, host: str, *rest: object) -> object:
        reached.append(host)
        raise httpcore.ConnectError("nobody")

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with pytest.raises(CaptureError) as refused:
        Fetcher(limits=SMALL).get("http://rebinding.example/")
    assert (refused.value.code, asked, reached) == ("fetch-failed", ["rebinding.example"], ["149.154.167.99"])


def test_a_host_is_allowed_by_its_name_alone() -> None:
    with raw_server(bytes_of(OK)) as (server, requests), pytest.raises(CaptureError) as refused:
        Fetcher(("localhost",), SMALL).get(server)
    assert (refused.value.code, requests) == ("fetch-private", [])


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("fetch-scheme", "ftp://example.org/"),
        ("fetch-scheme", "file:///etc/passwd"),
        ("fetch-scheme", "javascript:alert(1)"),
        ("fetch-scheme", "example.org"),
        ("fetch-credentials", "https://name:word@example.org/"),
        ("fetch-address", "https:///path"),
        ("fetch-address", "https://example.org:99999/"),
        ("fetch-address", "https://exam ple.org/"),
        ("fetch-address", "https://example.org/a\r\nX-Header: b"),
    ],
)
def test_addresses_that_are_not_fetched(code: str, address: str) -> None:
    with pytest.raises(CaptureError) as refused:
        checked_address(address)
    assert refused.value.code == code
    assert "name:word" not in str(refused.value) + " ".join(explain(refused.value, "en"))


def test_an_address_is_sent_in_ascii() -> None:
    assert checked_address("https://пример.рф/слово?а=б#в") == (
        "https://xn--e1afmkfd.xn--p1ai/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE?%D0%B0=%D0%B1"
    )
    assert checked_address("https://example.org/a%20b") == "https://example.org/a%20b"


@pytest.mark.parametrize(
    "address",
    """0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 198.18.0.1 224.0.0.1 240.0.0.1
    255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 64:ff9b::7f00:1
    64:ff9b::10.0.0.1 2002:7f00:1:: 2001:db8::1""".split(),
)
def test_networks_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["149.154.167.99", "2001:67c:4e8:f004::9", "::ffff:149.154.167.99"])
def test_networks_that_are_public(address: str) -> None:
    assert is_public(address)
