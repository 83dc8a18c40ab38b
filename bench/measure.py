"""Measure a command and all that it starts: wall time, processor time, peak memory.

Linux only: memory is read from /proc. Processor time is what the kernel accounts to the process and to every
descendant that was waited for. Memory is the sum over the process tree, sampled; see `Memory`.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event, Thread

_PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


class MeasureError(Exception):
    """A command couldn't be run or failed; its figures would mean nothing."""


class Memory(StrEnum):
    """How a process's memory is counted.

    RSS counts a page once for each process that maps it, so it overstates programs that fork. PSS divides a
    shared page among them, but reading it walks the page tables, which slows a process of gigabytes: it is
    sampled less often.
    """

    RSS = "rss"
    PSS = "pss"

    @property
    def interval(self) -> float:
        """Seconds between two samples."""
        return 0.02 if self is Memory.RSS else 0.2


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run: seconds of wall time and of processor time (user and system), peak memory in bytes."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some figures and how far they spread."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Raises ValueError for none."""
        if not figures:
            raise ValueError("no figures")
        return cls(statistics.median(figures), min(figures), max(figures))


@dataclass(frozen=True, slots=True)
class Pair:
    """A run of ours and the peer's run right after it, on the same input."""

    ours: Measurement
    peer: Measurement

    @property
    def ratio(self) -> float:
        """Our wall time as a part of the peer's."""
        return self.ours.wall / self.peer.wall


def in_pairs(ours: Callable[[int], Measurement], peer: Callable[[int], Measurement], runs: int) -> list[Pair]:
    """Run A B A B …, so that a slow minute strikes both; each is given the number of its run."""
    return [Pair(ours(number), peer(number)) for number in range(runs)]


def measured(
    command: Sequence[str],
    *,
    memory: Memory = Memory.RSS,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Measurement:
    """Run `command` to its end, what it prints put aside; MeasureError if it can't be started or fails.

    Everything written before is first brought to the disk, so that this command doesn't pay for it.
    """
    os.sync()
    with tempfile.TemporaryFile() as printed:
        started = time.perf_counter()
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=folder,
                start_new_session=True,
            )
        except OSError as error:
            raise MeasureError(f"{command[0]}: {error.strerror}") from error
        with _Sampler(process.pid, memory) as sampler:
            try:
                _, status, usage = os.wait4(process.pid, 0)
            except BaseException:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise
            wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(0)
            tail = printed.read()[-2000:].decode(errors="replace").strip()
            raise MeasureError(f"{' '.join(command)}\nended with status {process.returncode}\n{tail}")
    return Measurement(wall, usage.ru_utime + usage.ru_stime, sampler.peak)


class _Sampler:
    """Adds up the memory of a process tree in a thread of its own until the `with` block ends."""

    def __init__(self, pid: int, memory: Memory) -> None:
        self.peak = 0
        self._pid = pid
        self._memory = memory
        self._ended = Event()
        self._thread = Thread(target=self._sample, daemon=True)

    def __enter__(self) -> _Sampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _sample(self) -> None:
        read = resident if self._memory is Memory.RSS else _proportional
        while True:
            self.peak = max(self.peak, sum(map(read, process_tree(self._pid))))
            if self._ended.wait(self._memory.interval):
                return


def process_tree(pid: int) -> Iterator[int]:
    """`pid` and its living descendants, as far as they weren't orphaned."""
    yield pid
    try:
        tasks = os.listdir(f"/proc/{pid}/task")
    except OSError:  # it has ended
        return
    for task in tasks:
        for child in _read(f"/proc/{pid}/task/{task}/children").split():
            yield from process_tree(int(child))


def resident(pid: int) -> int:
    """The bytes of a process that are in memory."""
    fields = _read(f"/proc/{pid}/statm").split()
    return int(fields[1]) * _PAGE_SIZE if fields else 0


def _proportional(pid: int) -> int:
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith(b"Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: str) -> bytes:
    """The file's bytes, none if the process it tells of has ended."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
