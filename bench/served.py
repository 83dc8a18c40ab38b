"""A program that serves an archive, and how long an edit takes until an answer shows it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from measure import MeasureError, Measurement, process_tree, resident

_PATIENCE = 120.0
_LOOK = 0.005
_BUSY = (urllib.error.URLError, ConnectionError, http.client.HTTPException)
_TICKS = os.sysconf("SC_CLK_TCK")
# Files saved just before a server starts may change unseen: it would trust none of them.
SETTLING = 3.0


class Server:
    """A running server: where it answers, and the process with all that it started."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        self._process, self._address = process, address

    def page(self, path: str) -> str:
        """What it answers for a page (`statements/name/`)."""
        with urllib.request.urlopen(self._address + path, timeout=_PATIENCE) as answer:
            return str(answer.read().decode())

    def until_shown(self, word: str, path: str) -> float:
        """The seconds until a page holds a word, asking again and again; MeasureError where it never does."""
        started = time.perf_counter()
        while time.perf_counter() < started + _PATIENCE:
            try:
                if word in self.page(path):
                    return time.perf_counter() - started
            except _BUSY:  # it hasn't begun, or is busy with the edit
                self._check()
            time.sleep(_LOOK)
        raise MeasureError(f"{path} doesn't show the edit after {_PATIENCE:.0f} s")

    def settle(self) -> None:
        """Wait until it does nothing any more."""
        before, now = -1.0, self.cpu()
        while now - before > 0.05:
            time.sleep(SETTLING)
            before, now = now, self.cpu()

    def cpu(self) -> float:
        """The seconds of processor time it has taken so far."""
        return sum(map(_cpu, process_tree(self._process.pid)))

    def measured(self, save: Path, data: bytes, word: str, path: str) -> Measurement:
        """Save a file and wait for the page; processor time is counted until all that follows is done, too."""
        before = self.cpu()
        save.write_bytes(data)
        wall = self.until_shown(word, path)
        self.settle()
        return Measurement(wall, self.cpu() - before, sum(map(resident, process_tree(self._process.pid))))

    def _check(self) -> None:
        if self._process.poll() is not None:
            raise MeasureError(f"{self._process.args!r} ended with status {self._process.returncode}")


@contextmanager
def served(command: Sequence[str], port: int, log: Path, first: str) -> Iterator[Server]:
    """The server that a command starts, as soon as it answers for the page `first`; it is ended afterwards."""
    time.sleep(SETTLING)
    with log.open("wb") as told:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
        try:
            server = Server(process, f"http://127.0.0.1:{port}/")
            server.until_shown("</html>", first)
            server.settle()
            yield server
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS
