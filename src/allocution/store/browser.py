"""Chromium without a window and without a network: spoken to by the DevTools protocol over pipes that nobody else has.

Whatever a page asks for is handed to whoever started it, and comes from there or not at all: what slips past meets a
proxy that isn't there.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from allocution.errors import CaptureError
from allocution.store.clock import elapsed

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
_NOWHERE = "http://127.0.0.1:9"
_FLAGS = (
    "--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-quic", "--disable-breakpad", "--disable-domain-reliability", "--no-pings", "--mute-audio",
    "--hide-scrollbars", "--disable-dev-shm-usage", "--disable-site-isolation-trials", "--lang=en-US",
    "--disable-features=IsolateOrigins,site-per-process,OptimizationHints,MediaRouter,Translate",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", f"--proxy-server={_NOWHERE}",
    "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
_MOST_MESSAGE = 256 * 1024 * 1024

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page is given for a request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def browser_program(named: str = "") -> str:
    """The browser that is used. Raises CaptureError where there is none."""
    for each in (named,) if named else PROGRAMS:
        found = shutil.which(each)
        if found is not None:
            return found
    raise CaptureError("no-browser", program=named or PROGRAMS[1])


@contextmanager
def launched(program: str, seconds: float, *, sandbox: bool = True) -> Iterator[Devtools]:
    """The browser for as long as it is needed, with a fresh profile that is thrown away. Raises CaptureError."""
    end = elapsed() + seconds
    to_browser, commands = os.pipe()
    events, from_browser = os.pipe()
    with tempfile.TemporaryDirectory(prefix="allocution-", ignore_cleanup_errors=True) as profile:
        flags = [*_FLAGS, f"--user-data-dir={profile}", *([] if sandbox else ["--no-sandbox"]), "about:blank"]
        actions = [
            (os.POSIX_SPAWN_DUP2, to_browser, 3),
            (os.POSIX_SPAWN_DUP2, from_browser, 4),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        # Nothing of the machine's settings is for a page to see.
        surroundings = {"HOME": profile, "TZ": "UTC", "LANG": "C.UTF-8", "PATH": os.defpath}
        child = os.posix_spawn(program, [program, *flags], surroundings, file_actions=actions, setsid=True)
        os.close(to_browser)
        os.close(from_browser)
        try:
            yield Devtools(commands, events, end)
        finally:
            os.close(commands)
            os.close(events)
            _end(child)


def _end(child: int) -> None:
    """End the browser with all its processes."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it has ended by itself
    os.waitpid(child, 0)


@dataclass
class Devtools:
    """A conversation with the browser. Raises CaptureError when the deadline is over or it is gone."""

    commands: int
    events: int
    end: float
    _number: int = 0
    _left: bytes = b""
    _waiting: deque[Event] = field(default_factory=deque)

    def send(self, method: str, parameters: Mapping[str, Any] | None = None, session: str = "") -> Any:
        """Have a command done; what it gives."""
        number = self._write(method, parameters or {}, session)
        while True:
            message = self._read(self.end - elapsed())
            if message is None:
                raise CaptureError("browser-failed", problem="no-answer", what=method)
            if message.get("id") == number:
                if "error" in message:
                    raise CaptureError(
                        "browser-failed", problem=f"{method}: {message['error'].get('message', '')}"
                    )
                return message.get("result", {})
            if "method" in message:
                self._waiting.append(message)

    def post(self, method: str, parameters: Mapping[str, Any] | None = None, session: str = "") -> None:
        """Have a command done, and don't wait for what it gives."""
        self._write(method, parameters or {}, session)

    def event(self, seconds: float) -> Event | None:
        """The next event; None where none comes within so many seconds."""
        until = min(elapsed() + seconds, self.end)
        while not self._waiting:
            message = self._read(until - elapsed())
            if message is None:
                return None
            if "method" in message:
                self._waiting.append(message)
        return self._waiting.popleft()

    def _write(self, method: str, parameters: Mapping[str, Any], session: str) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        data = json.dumps({**message, **({"sessionId": session} if session else {})}).encode() + b"\0"
        try:
            while data:
                data = data[os.write(self.commands, data[: 1 << 16]) :]
        except OSError as error:
            raise CaptureError("browser-failed", problem="has-ended") from error
        return self._number

    def _read(self, seconds: float) -> dict[str, Any] | None:
        parts = [self._left]
        until = elapsed() + max(seconds, 0.0)
        while b"\0" not in parts[-1]:
            if not select.select([self.events], [], [], max(until - elapsed(), 0.0))[0]:
                self._left = b"".join(parts)
                return None
            parts.append(os.read(self.events, 1 << 20))
            if not parts[-1] or sum(map(len, parts[-2:])) > _MOST_MESSAGE:
                raise CaptureError("browser-failed", problem="has-ended")
        text, _, self._left = b"".join(parts).partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


@dataclass
class Page:
    """One page in a context of its own. `answer` gives what it asks for; None refuses."""

    devtools: Devtools
    answer: Callable[[str, str, Mapping[str, str]], Answer | None]
    session: str = ""

    def open(self, user_agent: str) -> str:
        """Make the page; what the browser calls itself."""
        context = self.devtools.send("Target.createBrowserContext", {"disposeOnDetach": True})
        self.devtools.send("Browser.setDownloadBehavior", {"behavior": "deny", **context})
        target = self.devtools.send("Target.createTarget", {"url": "about:blank", **context})
        attached = self.devtools.send("Target.attachToTarget", {**target, "flatten": True})
        self.session = str(attached["sessionId"])
        self._prepare(self.session)
        for method, parameters in (
            ("Page.enable", {}),
            ("Emulation.setUserAgentOverride", {"userAgent": user_agent, "platform": ""}),
            ("Emulation.setTimezoneOverride", {"timezoneId": "UTC"}),
            (
                "Emulation.setDeviceMetricsOverride",
                {"width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": False},
            ),
        ):
            self.devtools.send(method, parameters, self.session)
        return str(self.devtools.send("Browser.getVersion")["product"])

    def show(self, address: str, *, settled: float, most: float) -> None:
        """Go to the address, and wait until the page has asked for nothing for `settled` seconds, `most` in all."""
        self.devtools.post("Page.navigate", {"url": address}, self.session)
        self._serve(settled, most, loaded=False)
        # What is loaded only when it comes into sight is asked for now.
        for top in ("1e7", "0"):
            scroll = {"expression": f"window.scrollTo(0, {top})"}
            self.devtools.post("Runtime.evaluate", scroll, self.session)
            self._serve(settled, most / 4, loaded=True)

    def _serve(self, settled: float, most: float, *, loaded: bool) -> None:
        until = elapsed() + most
        while elapsed() < until:
            event = self.devtools.event(settled if loaded else max(until - elapsed(), 0.0))
            if event is None:
                return
            if event["method"] == "Page.loadEventFired":
                loaded = True
            self.heed(event)

    def heed(self, event: Event) -> None:
        """Do what an event asks for."""
        parameters, session = event["params"], str(event.get("sessionId", ""))
        if event["method"] == "Target.attachedToTarget":
            self._prepare(str(parameters["sessionId"]))
        elif event["method"] == "Fetch.requestPaused":
            self._answer(parameters, session)
        elif event["method"] == "Page.javascriptDialogOpening":
            self.devtools.post("Page.handleJavaScriptDialog", {"accept": False}, session)

    def _prepare(self, session: str) -> None:
        """Have all requests of a page, frame or worker handed here, before it asks for anything."""
        everything = {"patterns": [{"urlPattern": "*"}]}
        attach = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
        self.devtools.post("Network.enable", {}, session)
        self.devtools.post("Network.setBypassServiceWorker", {"bypass": True}, session)
        self.devtools.post("Fetch.enable", everything, session)
        self.devtools.post("Target.setAutoAttach", attach, session)
        self.devtools.post("Runtime.runIfWaitingForDebugger", {}, session)

    def _answer(self, paused: Mapping[str, Any], session: str) -> None:
        request = paused["request"]
        found = self.answer(request["url"], request["method"], request["headers"])
        identifier = {"requestId": paused["requestId"]}
        if found is None:
            refuse = {**identifier, "errorReason": "BlockedByClient"}
            self.devtools.post("Fetch.failRequest", refuse, session)
            return
        fulfil = {
            **identifier,
            "responseCode": found.status,
            "responseHeaders": [{"name": name, "value": value} for name, value in found.headers],
            "body": base64.b64encode(found.body).decode(),
        }
        self.devtools.post("Fetch.fulfillRequest", fulfil, session)

    def address(self) -> str:
        """Where the page ended."""
        tree = self.devtools.send("Page.getFrameTree", {}, self.session)
        return str(tree["frameTree"]["frame"]["url"])

    def markup(self) -> bytes:
        """The page as scripts have left it."""
        root = self.devtools.send("DOM.getDocument", {"depth": 0}, self.session)["root"]
        found = self.devtools.send("DOM.getOuterHTML", {"nodeId": root["nodeId"]}, self.session)
        return str(found["outerHTML"]).encode("utf-8", "replace")

    def screenshot(self, most_height: int) -> bytes:
        """All of the page as PNG, down to a height."""
        size = self.devtools.send("Page.getLayoutMetrics", {}, self.session)["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": max(min(size["width"], 4096), 1), "scale": 1}
        clip["height"] = max(min(size["height"], most_height), 1)
        asked = {"format": "png", "captureBeyondViewport": True, "clip": clip}
        return base64.b64decode(self.devtools.send("Page.captureScreenshot", asked, self.session)["data"])

    def pdf(self) -> bytes:
        """The page as it would be printed."""
        made = self.devtools.send("Page.printToPDF", {"printBackground": True}, self.session)
        return base64.b64decode(made["data"])
