"""A stand-in for the servers of Telegram's media: they answer requests for parts of files, and can be made to fail."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from tests.capture.servers import HOST, Server, running


@dataclass
class Media:
    """What is served, by path; `asked` are the requests with what they ask a part from.

    `breaks` are the numbers of bytes after which the next answers break off; `stalls` after which one waits for `go`.
    """

    files: dict[str, bytes]
    kind: str = "image/jpeg"
    kinds: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    stalls: int = 0
    endless: bool = False
    stated: bool = True
    asked: list[tuple[str, str]] = field(default_factory=list)
    stalled: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)
    address: str = ""


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    media: Media

    def do_GET(self) -> None:
        media = self.media
        path, wanted = self.path, self.headers.get("Range", "")
        media.asked.append((path, wanted))
        if path in media.moved:
            self.send_response(302)
            self.send_header("Location", media.moved[path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if path not in media.files:
            self.send_error(404)
            return
        data, tag = media.files[path], media.tags.get(path, '"one"')
        first = 0
        if wanted and self.headers.get("If-Range") == tag:
            first = int(wanted.removeprefix("bytes=").removesuffix("-"))
        self.send_response(206 if first else 200)
        if first:
            self.send_header("Content-Range", f"bytes {first}-{len(data) - 1}/{len(data)}")
        if tag:
            self.send_header("ETag", tag)
        self.send_header("Content-Type", media.kinds.get(path.rpartition(".")[2], media.kind))
        self.send_header("Set-Cookie", "visitor=secret_of_the_visitor")
        if media.stated:
            self.send_header("Content-Length", str(len(data) - first))
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self._send(data[first:])

    def _send(self, data: bytes) -> None:
        media = self.media
        try:
            if media.endless:
                while not media.go.is_set():
                    self.wfile.write(bytes(65536))
            elif media.breaks:
                self.wfile.write(data[: media.breaks.pop(0)])
            elif media.stalls:
                self.wfile.write(data[: media.stalls])
                self.wfile.flush()
                media.stalled.set()
                media.go.wait(60)
            else:
                self.wfile.write(data)
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving(media: Media) -> Iterator[Media]:
    """The same with its address."""
    handler = type("_Given", (_Answers,), {"media": media})
    with running(Server((HOST, 0), handler)) as port:
        media.address = f"http://{HOST}:{port}"
        try:
            yield media
        finally:
            media.go.set()
