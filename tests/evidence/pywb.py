"""pywb, a program of its own that shows captures: started on loopback for as long as it is needed."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.capture.servers import HOST
from tests.chromium import missing

ROOT = Path(__file__).parents[2]
OWN = ROOT / ".venv-replay/bin"
_PATIENCE = 90


@dataclass(frozen=True)
class Replay:
    """A running pywb with one collection."""

    port: int

    def page(self, address: str) -> str:
        """Where a browser finds a captured page, with its links leading to captures."""
        return f"http://{HOST}:{self.port}/test/{address}"

    def raw(self, address: str, moment: str = "") -> tuple[int, dict[str, str], bytes]:
        """Status, headers and bytes of a captured answer, as they were."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            connection.request("GET", f"/test/{moment}id_/{address}")
            answer = connection.getresponse()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, headers, answer.read()
        finally:
            connection.close()


@contextmanager
def replaying(wacz: Path, folder: Path, *, own_index: bool = False) -> Iterator[Replay]:
    """pywb with what a WACZ file holds; with `own_index` by the index in that file, else by one that pywb makes."""
    manager, server = (_program(name) for name in ("wb-manager", "pywb"))
    folder.mkdir()
    (folder / "config.yaml").write_text("framed_replay: false\n")
    subprocess.run([manager, "init", "test"], cwd=folder, check=True, capture_output=True, timeout=_PATIENCE)
    if own_index:
        _lay_out(wacz, folder / "collections/test")
    else:
        added = [manager, "add", "--unpack-wacz", "test", str(wacz.resolve())]
        subprocess.run(added, cwd=folder, check=True, capture_output=True, timeout=_PATIENCE)
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    with open(folder / "log", "wb") as log:
        running = subprocess.Popen(
            [server, "--bind", HOST, "--port", str(port)], cwd=folder, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(port, running, folder / "log")
        yield Replay(port)
    finally:
        running.terminate()
        running.wait(30)


def _program(name: str) -> str:
    found = shutil.which(name, path=str(OWN)) or shutil.which(name)
    if found is None:
        missing(f"{name}: `make replay` installs it into an environment of its own")
    return str(found)


def _lay_out(wacz: Path, collection: Path) -> None:
    with zipfile.ZipFile(wacz) as packed:
        for entry in packed.namelist():
            if entry.startswith("archive/"):
                (collection / entry).write_bytes(packed.read(entry))
        index = packed.read("indexes/index.cdx").decode()
    (collection / "indexes/index.cdxj").write_text(index)


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"pywb doesn't answer: {log.read_text()[-2000:]}")


def index_of(wacz: Path) -> list[dict[str, object]]:
    """What the index of a WACZ file says of each answer, with its moment."""
    with zipfile.ZipFile(wacz) as packed:
        lines = packed.read("indexes/index.cdx").decode().splitlines()
    return [{"moment": line.split(" ", 2)[1], **json.loads(line.split(" ", 2)[2])} for line in lines]
