"""Servers on loopback that answer as they are told, byte for byte, and a stand-in for Telegram's pages of posts."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from urllib.parse import urlsplit

HOST = "127.0.0.1"
Answer = Callable[[socket.socket, threading.Event], None]


@contextmanager
def raw_server(answer: Answer) -> Iterator[tuple[str, list[bytes]]]:
    """A server that hands each connection to `answer` once a request has come; its address, and the requests."""
    over = threading.Event()
    requests: list[bytes] = []
    listening = socket.create_server((HOST, 0))
    listening.settimeout(0.05)

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(2)
                try:
                    request = b""
                    while b"\r\n\r\n" not in request and (part := connection.recv(65536)):
                        request += part
                    requests.append(request)
                    answer(connection, over)
                except OSError:
                    pass  # whoever asked has gone

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{listening.getsockname()[1]}", requests
    finally:
        over.set()
        thread.join(5)
        listening.close()


def bytes_of(*parts: bytes) -> Answer:
    """Answer with these bytes."""
    return lambda connection, _over: connection.sendall(b"".join(parts))


def dripping(first: bytes, drop: bytes) -> Answer:
    """Answer with the first bytes, then with a drop every twentieth of a second, without end."""

    def answer(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(first)
        while not over.wait(0.05):
            connection.sendall(drop)

    return answer


class _Pages(BaseHTTPRequestHandler):
    pages: Mapping[str, str] = {}

    def do_GET(self) -> None:
        """As t.me does: whatever the post, status 200."""
        parts = urlsplit(self.path)
        page = self.pages.get(parts.path.lower()) if parts.query == "embed=1&mode=tme" else None
        data = (page or error_page("Post not found")).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Set-Cookie", "stel_ssid=secret_of_the_visitor; path=/")
        self.send_header("X-Real-IP", "203.0.113.77")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server that starts at once."""

    def server_bind(self) -> None:
        """Without asking for the host's full name, which takes seconds where nobody answers."""
        TCPServer.server_bind(self)


@contextmanager
def running(server: TCPServer) -> Iterator[int]:
    """Have a server answer from a thread of its own; its port."""
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()


@contextmanager
def telegram(pages: Mapping[str, str]) -> Iterator[str]:
    """A stand-in for Telegram with these pages by path; its address."""
    handler = type("_Given", (_Pages,), {"pages": {path.lower(): page for path, page in pages.items()}})
    with running(Server((HOST, 0), handler)) as port:
        yield f"http://{HOST}:{port}"


def error_page(message: str) -> str:
    """The page for a post that isn't there."""
    return _page(f'<div class="tgme_widget_message_error">{message}</div>')


def post_page(
    post: str,
    text: str | None,
    *,
    moment: str = "2020-06-22T07:01:00+00:00",
    before: str = "",
    after: str = "",
    classes: str = "",
    meta: str = "",
) -> str:
    """The page of a post; `before` and `after` stand around its text."""
    words = (
        f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>'
        if text is not None
        else ""
    )
    return _page(
        f'<div class="tgme_widget_message text_not_supported_wrap_ {classes}" data-post="{post}">'
        '<div class="tgme_widget_message_bubble">'
        '<a class="tgme_widget_message_owner_name" href="x"><span>The channel</span></a>'
        f"{before}{words}{after}"
        f'<div class="tgme_widget_message_info"><span class="tgme_widget_message_meta">{meta}'
        f'<a class="tgme_widget_message_date" href="x"><time datetime="{moment}" class="time">07:01</time></a>'
        "</span></div></div></div>"
    )


def _page(inside: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{inside}</body></html>'
