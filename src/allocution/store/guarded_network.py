"""Connections to public hosts only, each to the very address that was looked at, and none beyond a deadline."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from allocution.errors import CaptureError
from allocution.store.clock import elapsed

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(written: str) -> bool:
    """Whether a network address is one of the open Internet, whatever way it is wrapped in IPv6."""
    address: _Address = ipaddress.ip_address(written.partition("%")[0])
    inner = [address]
    if isinstance(address, ipaddress.IPv6Address):
        teredo = address.teredo or ()
        inner += [each for each in (address.ipv4_mapped, address.sixtofour, *teredo) if each is not None]
        if address in _TRANSLATED:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped is not None:
            inner.remove(address)
    return all(each.is_global and not each.is_multicast and not each.is_reserved for each in inner)


class GuardedNetwork(httpcore.NetworkBackend):
    """The network for one request; `reached` is the network address that it went to."""

    def __init__(self, allowed: frozenset[str], end: float, address: str) -> None:
        self._allowed = allowed
        self._end = end
        self._address = address
        self._plain = httpcore.SyncBackend()
        self.reached = ""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the host under an address that was looked at. Raises CaptureError for a private one."""
        found = self._resolved(host, port)
        failure: httpcore.ConnectError | None = None
        for each in found:
            try:
                left = _left(self._end, timeout)
                stream = self._plain.connect_tcp(each, port, left, local_address, socket_options)
            except httpcore.ConnectError as error:
                failure = error
                continue
            self.reached = each
            return _GuardedStream(stream, self._end)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def _resolved(self, host: str, port: int) -> list[str]:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
        if host.lower().strip("[]") not in self._allowed:
            for each in found:
                if not is_public(each):
                    raise CaptureError("fetch-private", address=self._address, host=host, network=each)
        return found


class _GuardedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, end: float) -> None:
        self._stream = stream
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._end, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(self._end, timeout)
        return _GuardedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(end: float, timeout: float | None) -> float:
    """The seconds until the deadline. Raises ReadTimeout where there are none."""
    left = end - elapsed()
    if left <= 0:
        raise httpcore.ReadTimeout("the deadline is over")
    return left if timeout is None else min(left, timeout)
