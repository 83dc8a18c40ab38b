"""The machine's clock, for what must be told apart on this machine only."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime


def file_moment() -> int:
    """Now, in nanoseconds on the clock by which the file system stamps files."""
    return time.time_ns()


def elapsed(since: float = 0.0) -> float:
    """Seconds on a clock that never goes back, since another reading of it."""
    return time.monotonic() - since


def wait(seconds: float) -> None:
    """Do nothing for so long."""
    time.sleep(seconds)


def moment() -> datetime:
    """What counts as now: SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)
