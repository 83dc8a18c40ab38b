"""What was captured: requests with their answers, as they went over the network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer. `payload` is the answer's body as sent, `decoded` without its compression.

    `network_address` is the server's, `moment` when the request was sent.
    """

    address: str
    network_address: str
    moment: datetime
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    payload: bytes
    decoded: bytes

    def header(self, name: str) -> str:
        """The first value of a header of the answer; empty without one."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Capture:
    """What one address gave: its exchanges, redirects first, the answer last."""

    asked: str
    exchanges: tuple[Exchange, ...]

    @property
    def answer(self) -> Exchange:
        """The exchange that redirects, if any, led to."""
        return self.exchanges[-1]


@dataclass(frozen=True, slots=True)
class Download:
    """An answer whose body lies in a file: the redirects before it, its head, and what the body is.

    `parts` are the bytes at which each answer began that the body was put together of, and the moments; one where it
    came in one piece.
    """

    asked: str
    redirects: tuple[Exchange, ...]
    head: Exchange
    size: int
    sha256: str
    parts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where the same body was captured before: its address and moment as the record has it."""

    address: str
    moment: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as a browser showed it: all that it asked for, what scripts made of it, and what it looked like.

    `address` is where it ended, `moment` when it was looked at; `left_out` are addresses that weren't fetched, with the
    code of the reason.
    """

    asked: str
    address: str
    program: str
    moment: datetime
    exchanges: tuple[Exchange, ...]
    markup: bytes
    screenshot: bytes
    pdf: bytes
    left_out: tuple[tuple[str, str], ...] = ()
