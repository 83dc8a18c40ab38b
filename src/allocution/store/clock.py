"""The machine's clock, for what must be told apart on this machine only."""

from __future__ import annotations

import time


def file_moment() -> int:
    """Now, in nanoseconds on the clock by which the file system stamps files."""
    return time.time_ns()


def elapsed(since: float = 0.0) -> float:
    """Seconds on a clock that never goes back, since another reading of it."""
    return time.monotonic() - since
