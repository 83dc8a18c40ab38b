"""A page shown by a browser, all of whose requests are fetched with the care that any other address is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from allocution import __version__
from allocution.errors import CaptureError
from allocution.model.captures import Exchange, Rendered
from allocution.store.browser import Answer, Page, browser_program, launched
from allocution.store.clock import elapsed
from allocution.store.fetching import Fetcher, checked_address

_NOT_PASSED_ON = frozenset(
    """content-encoding content-length transfer-encoding connection set-cookie set-cookie2 alt-svc report-to nel
    strict-transport-security""".split()
)


@dataclass(frozen=True, slots=True)
class RenderLimits:
    """How much a page may ask for: seconds in all, requests, bytes together; pixels of its picture."""

    seconds: float = 90.0
    settled: float = 1.5
    requests: int = 400
    decoded: int = 96 * 1024 * 1024
    height: int = 16_000


@dataclass(frozen=True)
class Renderer:
    """Shows pages. `program` is the browser, found where it is empty."""

    fetcher: Fetcher
    clock: Callable[[], datetime]
    program: str = ""
    sandbox: bool = True
    limits: RenderLimits = field(default_factory=RenderLimits)

    def get(self, address: str) -> Rendered:
        """The page at an address. Raises CaptureError where it can't be fetched or shown."""
        asked = checked_address(address)
        requests = _Requests(self.fetcher, self.limits, elapsed() + self.limits.seconds)
        program = browser_program(self.program)
        with launched(program, self.limits.seconds + 30, sandbox=self.sandbox) as devtools:
            page = Page(devtools, requests.answer)
            called = page.open(f"Allocution/{__version__}")
            page.show(asked, settled=self.limits.settled, most=self.limits.seconds / 2)
            if requests.first_refused is not None:
                raise requests.first_refused
            shown = page.address().partition("#")[0]
            if not requests.has(shown):
                raise CaptureError("browser-failed", problem="ended-elsewhere", where=shown)
            moment = self.clock()
            pictures = page.screenshot(self.limits.height), page.pdf()
            markup = page.markup()
        exchanges = tuple(requests.found.values())
        left_out = tuple(sorted(requests.left_out.items()))
        return Rendered(asked, shown, called, moment, exchanges, markup, *pictures, left_out)


@dataclass
class _Requests:
    """Answers a page's requests, each address fetched once."""

    fetcher: Fetcher
    limits: RenderLimits
    end: float
    found: dict[str, Exchange] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    first_refused: CaptureError | None = None
    _size: int = 0

    def has(self, address: str) -> bool:
        """Whether the address was fetched."""
        return any(each == address for each in self.found)

    def answer(self, address: str, method: str, headers: Mapping[str, str]) -> Answer | None:
        """What a request is answered; None where it is refused."""
        address = address.partition("#")[0]
        if address in self.found:
            return _given(self.found[address])
        try:
            return _given(self._fetched(address, method, headers))
        except CaptureError as refused:
            self.left_out[address] = refused.code
            if not self.found:
                self.first_refused = self.first_refused or refused
            return None

    def _fetched(self, address: str, method: str, headers: Mapping[str, str]) -> Exchange:
        if method != "GET":
            raise CaptureError("fetch-method", address=address, method=method)
        if len(self.found) + len(self.left_out) >= self.limits.requests or self._size > self.limits.decoded:
            raise CaptureError("fetch-too-many", address=address)
        # Scripts of other origins are let read an answer by what it says to the page's origin.
        origin = next((value for name, value in headers.items() if name.lower() == "origin"), "")
        more = (("Origin", origin),) if origin else ()
        exchange = self.fetcher.once(address, max(self.end - elapsed(), 0.1), more)
        if self._size + len(exchange.decoded) > self.limits.decoded:
            raise CaptureError("fetch-large", address=address, most=str(self.limits.decoded))
        self._size += len(exchange.decoded)
        self.found[address] = exchange
        return exchange


def _given(exchange: Exchange) -> Answer:
    """An answer as the page gets it: decoded, without cookies."""
    kept = tuple(each for each in exchange.headers if each[0].lower() not in _NOT_PASSED_ON)
    return Answer(exchange.status, kept, exchange.decoded)
