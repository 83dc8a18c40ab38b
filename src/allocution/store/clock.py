"""The machine's clock, for what must be told apart on this machine only."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


@contextmanager
def in_utc() -> Iterator[None]:
    """Have this program's libraries take UTC for the machine's time zone.

    Where nothing made depends on it they needn't look for it: for Babel, as it is loaded, that is most of the work.
    """
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    try:
        yield
    finally:
        del os.environ["TZ"]
        if before is not None:
            os.environ["TZ"] = before


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
