"""Whatever moment a build is killed at, the published folder is the old site or the new one, whole."""

from __future__ import annotations

import functools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from allocution.store import publication as publication_module
from allocution.store.publication import Publication
from tests.store.sites import Site, generation, read

PROJECT = Path(__file__).parents[2]
STORE = Path(publication_module.__file__).parent
AROUND_THE_SWAP = {
    "swap_in",
    "_swap",
    "exchange",
    "exchange_in_steps",
    "_call",
    "recover_steps",
    "_discard_draft",
}


# Audit events: https://docs.python.org/3/library/audit_events.html
CHANGES = {f"os.{name}" for name in ("rename", "link", "mkdir", "rmdir", "remove", "chmod")} | {"fcntl.flock"}


def build(output: Path, number: int, *, full: bool = False) -> None:
    """Publish a generation as a program would: incrementally if the last one is remembered."""
    with Publication.open(output) as publication:
        before = None if full else publication.memory
        wanted = generation(number)
        with publication.fresh() if before is None else publication.revised() as draft:
            for path in generation(int(before)).keys() - wanted.keys() if before else ():
                draft.remove(path)
            for path, data in wanted.items():
                draft.write(path, data)
            draft.publish(str(number).encode())
        publication.prepare()


def killed_at(moment: int, action: Callable[[], None], *, each_line: bool) -> bool:
    """Run the action in a process that kills itself at one of its moments; False if it ended before."""
    child = os.fork()
    if child == 0:
        try:
            _kill_at(moment, each_line)
            action()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return status != 0


def _kill_at(moment: int, each_line: bool) -> None:
    """Moments are before each system call that changes files and each line around the swap, or in store/."""
    left = moment

    def tick() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(str(STORE)):
            return None
        if event == "line":
            tick()
        return trace if each_line or frame.f_code.co_name in AROUND_THE_SWAP else None

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        if event in CHANGES or (event == "open" and arguments[2] & os.O_ACCMODE):
            tick()

    sys.addaudithook(audit)
    sys.settrace(trace)


@dataclass
class Scene:
    """What is published before, and the build that is killed."""

    output: Path
    before: Callable[[int], Site]
    build: Callable[[int], None]
    may_be_missing: bool = False

    def sweep(self, moments: Iterable[int], *, each_line: bool = False) -> int:
        """Kill the build at these moments in turn; returns the first that lies after its end."""
        for number, moment in enumerate(moments, 1):
            old, new = 2 * number, 2 * number + 1
            whole = {old: self.before(old), new: generation(new)}
            assert read(self.output) == whole[old]
            if not killed_at(moment, functools.partial(self.build, new), each_line=each_line):
                assert read(self.output) == whole[new]
                return moment
            self.check(whole)
        raise AssertionError("the build never ended")

    def check(self, whole: dict[int, Site]) -> None:
        """The old or the new site is there, and what is remembered is of the same one."""
        if not self.may_be_missing or self.output.exists():
            assert read(self.output) in whole.values()
        with Publication.open(self.output) as publication:
            remembered = publication.memory
        found = read(self.output)
        assert found in whole.values()
        assert remembered is None or whole[int(remembered)] == found


@pytest.fixture(params=["first", "full", "incremental", "without exchange"])
def scene(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Each of the ways to publish a site."""
    output = tmp_path / "public"

    def published(number: int) -> Site:
        build(output, number)
        return generation(number)

    def empty(_: int) -> Site:
        for folder in (output, tmp_path / ".public.allocution"):
            shutil.rmtree(folder, ignore_errors=True)
        output.mkdir()
        return {}

    # A killed process loses nothing that it gave to the system: syncing is for power, and slow.
    monkeypatch.setattr(os, "fsync", lambda _: None)
    without = request.param == "without exchange"
    if without:
        monkeypatch.setattr(publication_module, "exchange", lambda *_: False)
    full = request.param == "full"
    return Scene(
        output,
        empty if request.param == "first" else published,
        lambda number: build(output, number, full=full),
        may_be_missing=without,
    )


def test_killed_at_each_system_call_and_around_the_swap(scene: Scene) -> None:
    assert scene.sweep(range(10_000)) > 60


def test_killed_at_lines_all_over_the_store(scene: Scene) -> None:
    assert scene.sweep(range(0, 10_000, 37), each_line=True) > 400


def test_killed_from_outside_while_publishing_without_end(tmp_path: Path) -> None:
    output = tmp_path / "public"
    endless = """
import itertools, pathlib, sys
from tests.store.test_publication_killed import build
for number in itertools.count(int(sys.argv[2])):
    build(pathlib.Path(sys.argv[1]), number, full=number % 5 == 0)
"""
    delays = random.Random(5)
    number = 1
    for _ in range(5):
        build(output, number)
        command = [sys.executable, "-c", endless, str(output), str(number + 1)]
        process = subprocess.Popen(command, cwd=PROJECT)
        while process.poll() is None and output.joinpath("index.html").read_bytes() == str(number).encode():
            time.sleep(0.001)
        time.sleep(delays.uniform(0, 0.1))
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        number = int(output.joinpath("index.html").read_bytes())
        assert read(output) == generation(number)
        with Publication.open(output) as publication:
            assert publication.memory in (str(number).encode(), None)
