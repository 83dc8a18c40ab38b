"""One careful GET: nothing of the machine is sent, and only public hosts, in bounded time and size, are heard."""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from allocution import __version__
from allocution.errors import CaptureError
from allocution.model.captures import Capture, Exchange, Headers
from allocution.store.clock import elapsed, moment
from allocution.store.guarded_network import GuardedNetwork

REDIRECTS = frozenset((301, 302, 303, 307, 308))
_SAFE = "/?#[]@!$&'()*+,;=%:~"
_FIT = re.compile(r"[^\x00-\x20\x7f]+")
_SENT = (
    ("User-Agent", f"Allocution/{__version__}"),
    ("Accept", "*/*"),
    ("Accept-Encoding", "gzip"),
    ("Connection", "close"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long is listened: bytes as sent, bytes decoded, seconds in all, redirects."""

    sent: int = 32 * 1024 * 1024
    decoded: int = 64 * 1024 * 1024
    seconds: float = 60.0
    redirects: int = 5


class Fetcher:
    """Fetches addresses one by one. `allowed` are hosts that may lie in a private network, for tests."""

    def __init__(
        self,
        allowed: Iterable[str] = (),
        limits: Limits | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._allowed = frozenset(host.lower() for host in allowed)
        self.limits = limits or Limits()
        self._trust = trust or ssl.create_default_context()

    def get(self, address: str, more: Headers = ()) -> Capture:
        """What the address gives, redirects followed. Raises CaptureError for whatever is refused or fails.

        `more` are headers that go with the first request only.
        """
        end = elapsed() + self.limits.seconds
        exchanges: list[Exchange] = []
        following = checked_address(address)
        while True:
            exchange = self._exchange(following, end, ("GET", b"", () if exchanges else more))
            exchanges.append(exchange)
            target = exchange.header("Location")
            if exchange.status not in REDIRECTS or not target:
                return Capture(address, tuple(exchanges))
            if len(exchanges) > self.limits.redirects:
                raise CaptureError("fetch-redirects", address=address, most=str(self.limits.redirects))
            following = led_to(following, target)

    def once(self, address: str, seconds: float, more: Headers = ()) -> Exchange:
        """What the address answers to a GET, redirects not followed, within so many seconds. Raises CaptureError."""
        end = elapsed() + min(seconds, self.limits.seconds)
        return self._exchange(checked_address(address), end, ("GET", b"", more))

    def post(self, address: str, body: bytes, media_type: str) -> Exchange:
        """What the address answers to a POST, redirects not followed. Raises CaptureError."""
        end = elapsed() + self.limits.seconds
        sized = (("Content-Type", media_type), ("Content-Length", str(len(body))))
        return self._exchange(checked_address(address), end, ("POST", body, sized))

    def _exchange(
        self, address: str, end: float, asked: tuple[str, bytes, Headers] = ("GET", b"", ())
    ) -> Exchange:
        with self.opened(address, end, asked) as (head, response):
            payload = self.payload(response, address)
        return replace(head, payload=payload, decoded=self._decoded(payload, head.headers, address))

    @contextmanager
    def opened(
        self, address: str, end: float, asked: tuple[str, bytes, Headers]
    ) -> Iterator[tuple[Exchange, httpcore.Response]]:
        """An exchange of which the head is there, and where its body comes from. Raises CaptureError."""
        network = GuardedNetwork(self._allowed, end, address)
        method, body, more = asked
        own = [each for each in _SENT if each[0] not in dict(more)]
        sent: Headers = (("Host", urlsplit(address).netloc), *own, *more)
        began = moment()
        try:
            with (
                httpcore.ConnectionPool(ssl_context=self._trust, network_backend=network) as pool,
                pool.stream(method, address, headers=list(sent), content=body or None) as response,
            ):
                headers = tuple((_text(name), _text(value)) for name, value in response.headers)
                reason = _text(response.extensions.get("reason_phrase", b""))
                about = (address, network.reached, began, sent, response.status, reason, headers)
                yield Exchange(*about, b"", b""), response
        except httpcore.TimeoutException as error:
            raise CaptureError("fetch-slow", address=address, seconds=f"{self.limits.seconds:g}") from error
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
            ssl.SSLError,
        ) as error:
            raise CaptureError("fetch-failed", address=address, problem=_one_line(error)) from error

    def payload(self, response: httpcore.Response, address: str) -> bytes:
        """The body as sent, as long as it is within the limit."""
        stated = next((value for name, value in response.headers if name.lower() == b"content-length"), b"")
        most = self.limits.sent
        if stated.isdigit() and int(stated) > most:
            raise CaptureError("fetch-large", address=address, most=str(most))
        parts, size = [], 0
        for part in response.iter_stream():
            size += len(part)
            if size > most:
                raise CaptureError("fetch-large", address=address, most=str(most))
            parts.append(part)
        return b"".join(parts)

    def _decoded(self, payload: bytes, headers: Headers, address: str) -> bytes:
        """The body without its compression, as long as it is within the limit."""
        encodings = [value.strip().lower() for name, value in headers if name.lower() == "content-encoding"]
        named = [each for each in encodings if each not in ("", "identity")]
        if not named or not payload:
            return payload
        if named not in (["gzip"], ["x-gzip"], ["deflate"]):
            raise CaptureError("fetch-encoding", address=address, encoding=", ".join(named))
        most = self.limits.decoded
        # 32: gzip's or zlib's own header says which of the two it is.
        expander = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            decoded = expander.decompress(payload, most + 1)
        except zlib.error as error:
            raise CaptureError("fetch-damaged", address=address) from error
        if len(decoded) > most:
            raise CaptureError("fetch-bomb", address=address, most=str(most))
        if not expander.eof or expander.unused_data:
            raise CaptureError("fetch-damaged", address=address)
        return decoded


def led_to(address: str, target: str) -> str:
    """The address that a redirect leads to. Raises CaptureError for what isn't fetched."""
    try:
        joined = urljoin(address, target)
    except ValueError as error:
        raise CaptureError("fetch-address", address=target) from error
    return checked_address(joined)


def checked_address(address: str) -> str:
    """The address as it is sent, in ASCII and without a fragment. Raises CaptureError for what isn't fetched."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise CaptureError("fetch-address", address=address) from error
    if parts.scheme not in ("http", "https"):
        raise CaptureError("fetch-scheme", address=address, scheme=parts.scheme or "?")
    if parts.username is not None or parts.password is not None:
        raise CaptureError("fetch-credentials", address=parts._replace(netloc=host).geturl())
    if not name or not _FIT.fullmatch(address):
        raise CaptureError("fetch-address", address=address)
    place = f"[{name}]" if ":" in name else name
    netloc = place if port is None else f"{place}:{port}"
    path, query = quote(parts.path, _SAFE) or "/", quote(parts.query, _SAFE)
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
