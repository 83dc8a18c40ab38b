"""Work shared out among processes."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from allocution.errors import AllocutionError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext
    from multiprocessing.process import BaseProcess
    from multiprocessing.sharedctypes import Synchronized

# Loaded only where there are processes: most rebuilds need none.
_PROCESSES = "multiprocessing"
_CONNECTIONS = "multiprocessing.connection"
# A task makes many short-lived records and hardly a circle; the usual 700 would look for circles all the time.
_COLLECT_AFTER = 100_000
# What a process only reads it copies, as reading counts references: after that many tasks a fresh one takes its place,
# unless there is room for as many copies of all that there is.
_MOST_TASKS = 24
_ROOM = 400_000_000
_RESOURCES = "resource"
_RENEW = "renew"
T = TypeVar("T")
R = TypeVar("R")


class WorkerLostError(AllocutionError):
    """A process of the program ended without a word: killed, or out of memory."""


@contextmanager
def rare_collection() -> Iterator[None]:
    """Have Python look for circles of garbage rarely: for work that makes much, keeps it and then ends."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def default_jobs() -> int:
    """As many processes as there are processors for this one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def map_in_processes(
    function: Callable[[T], R], tasks: Sequence[T], jobs: int, *, lasting: bool = False
) -> Iterator[R]:
    """The results of `function` for all tasks, as they come.

    `lasting` processes, which keep nothing of their tasks, are replaced only where there is no room for copies.

    Processes are forked, so the function may be a closure over anything; what it changes stays in its process. With
    one job, one task or no fork on this system it runs here. Raises what the function raises, or WorkerLostError.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 or not _forks():
        yield from map(function, tasks)
        return
    yield from _forked(function, tasks, jobs, lasting)


def apart(function: Callable[[T], R], task: T) -> R:
    """One result from a process of its own, with which all the memory goes that the work took.

    Work that is shared out among processes already is done where it is.
    """
    if not _forks() or import_module(_PROCESSES).current_process().daemon:
        return function(task)
    (result,) = _forked(function, [task], 1)
    return result


def _forks() -> bool:
    return hasattr(os, "fork")


def _forked(function: Callable[[T], R], tasks: Sequence[T], jobs: int, lasting: bool = False) -> Iterator[R]:
    context: ForkContext = import_module(_PROCESSES).get_context("fork")
    most = len(tasks) + 1 if lasting and jobs * _memory() < _ROOM else _MOST_TASKS
    position = context.Value("L", 0)
    # What exists now is needed to the end; sparing the collector keeps its pages shared with the workers.
    gc.collect()
    gc.freeze()
    workers: dict[Connection, BaseProcess] = {}

    def start() -> None:
        process, receiver = _start(context, function, tasks, position, most)
        workers[receiver] = process

    try:
        for _ in range(jobs):
            start()
        yield from _results(workers, start)
    finally:
        for receiver in list(workers):
            _end(workers, receiver)
        gc.unfreeze()


def map_in_order(function: Callable[[T], R], tasks: Sequence[T], jobs: int) -> Iterator[R]:
    """The same, in the order of the tasks; results that come before their turn wait."""

    def numbered(task: tuple[int, T]) -> tuple[int, R]:
        return task[0], function(task[1])

    waiting: dict[int, R] = {}
    due = 0
    for number, result in map_in_processes(numbered, list(enumerate(tasks)), jobs):
        waiting[number] = result
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def _memory() -> int:
    """The most bytes that this process has had in memory; where the system counts in them it is taken for far more."""
    resources = import_module(_RESOURCES)
    return int(resources.getrusage(resources.RUSAGE_SELF).ru_maxrss) * 1024


def _start(
    context: ForkContext,
    function: Callable[[T], R],
    tasks: Sequence[T],
    position: Synchronized[int],
    most: int,
) -> tuple[BaseProcess, Connection]:
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(
        target=_work, args=(function, tasks, position, receiver, sender, most), daemon=True
    )
    process.start()
    sender.close()
    return process, receiver


def _work(
    function: Callable[[T], R],
    tasks: Sequence[T],
    position: Synchronized[int],
    receiver: Connection,
    sender: Connection,
    most: int,
) -> None:
    receiver.close()  # else what is sent waits for ever once the program was killed
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_COLLECT_AFTER, 50, 100)
    try:
        for _ in range(most):
            with position.get_lock():
                index = position.value
                position.value = index + 1
            if index >= len(tasks):
                sender.send(None)
                return
            try:
                result: tuple[R | None, BaseException | None] = (function(tasks[index]), None)
            except (AllocutionError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
                result = (None, error)
            sender.send(result)
        sender.send(_RENEW)
    except BrokenPipeError:
        return


def _end(workers: dict[Connection, BaseProcess], receiver: Connection) -> None:
    process = workers.pop(receiver)
    receiver.close()
    process.terminate()
    process.join()


def _results(workers: dict[Connection, BaseProcess], start: Callable[[], None]) -> Iterator[R]:
    wait: Callable[[list[Connection]], list[Connection]] = import_module(_CONNECTIONS).wait
    while workers:
        for receiver in wait(list(workers)):
            try:
                message = receiver.recv()
            except EOFError as error:
                raise WorkerLostError("worker-lost") from error
            if message is None or message == _RENEW:
                _end(workers, receiver)
                if message is not None:
                    gc.freeze()
                    start()
                continue
            result, failure = message
            if failure is not None:
                raise failure
            yield result
