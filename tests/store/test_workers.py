"""Work shared out among processes: every task once, none lost with its process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

from allocution.errors import UsageError
from allocution.store import workers
from allocution.store.workers import WorkerLostError, map_in_order, map_in_processes

TASKS = range(150)  # more than a process takes before another replaces it


def test_each_task_is_done_once() -> None:
    done = list(map_in_processes(lambda task: (task, os.getpid()), TASKS, 2))

    assert sorted(task for task, _ in done) == list(TASKS)
    assert os.getpid() not in {process for _, process in done}


def test_a_process_is_replaced_after_some_tasks() -> None:
    done = list(map_in_processes(lambda _: os.getpid(), TASKS, 2))

    assert len(set(done)) > 4
    assert max(done.count(process) for process in set(done)) < len(TASKS) / 4


def test_lasting_processes_stay_as_long_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def processes() -> set[int]:
        return set(map_in_processes(lambda _: os.getpid(), TASKS, 2, lasting=True))

    monkeypatch.setattr(workers, "_memory", lambda: 1)
    assert len(processes()) <= 2
    monkeypatch.setattr(workers, "_memory", lambda: 1_000_000_000)
    assert len(processes()) > 4


def test_results_come_in_the_order_of_their_tasks() -> None:
    def late(task: int) -> int:
        time.sleep(0.002 * (task % 3))
        return task * task

    assert list(map_in_order(late, TASKS, 2)) == [task * task for task in TASKS]


def test_one_job_runs_here() -> None:
    assert set(map_in_processes(lambda _: os.getpid(), TASKS, 1)) == {os.getpid()}


def test_an_error_ends_the_work() -> None:
    def refuse(task: int) -> int:
        if task == 100:
            raise UsageError("edition-unknown", names="tee")
        return task

    with pytest.raises(UsageError, match="edition-unknown") as refused:
        list(map_in_processes(refuse, TASKS, 2))
    assert refused.value.parameters == {"names": "tee"}


def test_a_killed_process_is_told_of() -> None:
    def fall(task: int) -> int:
        if task == 100:
            os.kill(os.getpid(), signal.SIGKILL)
        return task

    with pytest.raises(WorkerLostError):
        list(map_in_processes(fall, TASKS, 2))


def test_work_may_be_left_before_its_end() -> None:
    results = map_in_processes(lambda task: task, TASKS, 2)

    assert next(results) in TASKS
    del results
    assert not multiprocessing.active_children()


_KILLED = """
import os, signal
from allocution.store.workers import map_in_processes
for _ in map_in_processes(lambda task: bytes(1_000_000), range(150), 2):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_when_the_program_is_killed() -> None:
    # Its output is closed only when they, too, have ended.
    killed = subprocess.run([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
