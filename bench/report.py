"""Figures as rows of Markdown, and the machine they were taken on."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from statistics import median

from measure import MeasureError, Measurement, Memory, Pair, Spread
from programs import Programs, say

HEADER = ("work", "allocution", "Hugo", "ratio, pair by pair", "processors", "peak memory", "bar")


def row(*cells: str) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A whole table."""
    return "\n".join([row(*header), row(*["---"] * len(header)), *(row(*cells) for cells in rows)])


def paired(work: str, pairs: Sequence[Pair], bar: str, met: bool) -> tuple[str, ...]:
    """The cells under HEADER for a work done by both."""
    ours, peer = [pair.ours for pair in pairs], [pair.peer for pair in pairs]
    ratio = Spread.of([pair.ratio for pair in pairs])
    return (
        work,
        seconds(Spread.of([run.wall for run in ours])),
        seconds(Spread.of([run.wall for run in peer])),
        f"{ratio.median:.3g} ({ratio.low:.3g}–{ratio.high:.3g})",
        f"{cpu(ours):.1f} s, {cpu(peer):.1f} s",
        f"{size(peak(ours))}, {size(peak(peer))}",
        f"{bar}: {'met' if met else 'missed'}",
    )


def seconds(spread: Spread) -> str:
    """Median and extremes."""
    return f"{spread.median:.2f} s ({spread.low:.2f}–{spread.high:.2f})"


def cpu(runs: Sequence[Measurement]) -> float:
    """Median seconds of processor time."""
    return median(run.cpu for run in runs)


def peak(runs: Sequence[Measurement]) -> float:
    """Median peak memory in bytes."""
    return median(run.memory for run in runs)


def size(count: float) -> str:
    """Bytes for people, in powers of ten."""
    for unit, worth in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= worth:
            return f"{count / worth:.3g} {unit}"
    return f"{count:.0f} B"


def machine(programs: Programs) -> str:
    """One line on what the figures were taken with, and how busy the machine was besides."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    counted = "RSS, a shared page counted once a process" if programs.memory is Memory.RSS else "PSS"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}: {cores} cores, {size(memory)}, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}, {programs.versions()}; load before the "
        f"runs {programs.load:.1f}; memory of all processes together, sampled ({counted})."
    )


def run(command: Callable[[], str]) -> int:
    """Print what a command found; exit status 2 where it couldn't measure."""
    try:
        print(command())
    except (MeasureError, OSError) as error:
        say(str(error))
        return 2
    return 0


def exit_with(command: Callable[[], str]) -> None:
    """Run a command and leave with its status."""
    sys.exit(run(command))
