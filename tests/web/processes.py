"""The command `allocution serve` as a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread


@dataclass
class Served:
    """A running server, where it answers, and what it says."""

    process: subprocess.Popen[str]
    address: str = ""
    said: list[str] = field(default_factory=list)

    def hears(self, text: str, seconds: float = 10) -> bool:
        """Whether the server says that within some seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if any(text in line for line in list(self.said)):
                return True
            time.sleep(0.02)
        return False

    def interrupt(self, seconds: float = 5) -> int:
        """Press Ctrl+C; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(seconds)


@contextmanager
def serving(root: Path, *options: str) -> Iterator[Served]:
    """Serve an archive on a free port of the loopback address."""
    command = [sys.executable, "-m", "allocution", "serve", str(root), "--port", "0", *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "LANG": "C.UTF-8"}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    )
    served = Served(process)
    output = process.stdout
    assert output is not None
    reader = Thread(target=lambda: served.said.extend(iter(output.readline, "")), daemon=True)
    reader.start()
    try:
        assert served.hears("http://", 20), served.said
        served.address = next(found[0] for line in served.said if (found := re.search(r"http://\S+", line)))
        yield served
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        reader.join(5)
        output.close()
