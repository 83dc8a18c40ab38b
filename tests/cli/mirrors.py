"""Mirrors of releases: folders over HTTP, or over HTTPS with a certificate."""

from __future__ import annotations

import functools
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from tests.capture.servers import HOST, Server, running


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Mirror(Server):
    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever refused the certificate has gone."""


@contextmanager
def mirror(folder: Path, certificate: Path | None = None, name: str = HOST) -> Iterator[str]:
    """A folder under a host's name; its address. `certificate` is a file that has the key, too."""
    server = _Mirror((HOST, 0), functools.partial(_Quiet, directory=str(folder)))
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with running(server) as port:
        yield f"http{'s' if certificate else ''}://{name}:{port}/"
