"""The measuring itself, against commands whose cost is known."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from measure import (
    MeasureError,
    Measurement,
    Memory,
    Pair,
    Spread,
    in_pairs,
    measured,
    process_tree,
)

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from Linux's /proc"
)

BURN = "import time\nend = time.process_time() + .3\nwhile time.process_time() < end: pass"
HOLD = "import time\nheld = bytearray(b'x') * (64 << 20)\ntime.sleep(.5)"
IN_CHILD = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
FORK = "import os, time\nheld = bytearray(b'x') * (64 << 20)\nos.fork()\ntime.sleep(.6)"


def python(*arguments: str) -> list[str]:
    return [sys.executable, "-S", "-c", *arguments]


def test_wall_time_is_the_command_s_and_waiting_costs_no_processor() -> None:
    taken = measured(["sleep", "0.3"])
    assert 0.3 <= taken.wall < 2
    assert taken.cpu < 0.1


@pytest.mark.parametrize("command", [python(BURN), python(IN_CHILD, BURN)], ids=["itself", "a child"])
def test_processor_time_counts_the_whole_tree(command: list[str]) -> None:
    assert 0.3 <= measured(command).cpu < 2


@pytest.mark.parametrize("command", [python(HOLD), python(IN_CHILD, HOLD)], ids=["itself", "a child"])
@pytest.mark.parametrize("memory", Memory)
def test_peak_memory_counts_the_whole_tree(command: list[str], memory: Memory) -> None:
    assert 64 << 20 <= measured(command, memory=memory).memory < 160 << 20


def test_shared_pages_count_twice_in_rss_and_once_in_pss() -> None:
    assert measured(python(FORK), memory=Memory.RSS).memory > 120 << 20
    assert 64 << 20 <= measured(python(FORK), memory=Memory.PSS).memory < 110 << 20


def test_a_failing_command_is_no_measurement() -> None:
    with pytest.raises(MeasureError, match=r"ended with status 3\nwhat went wrong"):
        measured(python("import sys\nprint('what went wrong', file=sys.stderr)\nsys.exit(3)"))


def test_a_killed_command_is_no_measurement() -> None:
    with pytest.raises(MeasureError, match="ended with status -9"):
        measured(python("import os\nos.kill(os.getpid(), 9)"))


def test_a_missing_command_is_no_measurement() -> None:
    with pytest.raises(MeasureError, match="/nowhere/to/be/found: No such file"):
        measured(["/nowhere/to/be/found"])


def test_much_printing_does_not_block() -> None:
    assert measured(python("print('x' * 1_000_000)")).wall < 5


def test_environment_and_folder_reach_the_command(tmp_path: Path) -> None:
    code = "import os, pathlib\npathlib.Path('told').write_text(os.environ['TOLD'])"
    measured(python(code), environment={**os.environ, "TOLD": "yes"}, folder=tmp_path)
    assert (tmp_path / "told").read_text() == "yes"


def test_process_tree_finds_children_and_outlives_the_dead() -> None:
    parent = subprocess.Popen(python(IN_CHILD, "import time; time.sleep(30)"))
    try:
        deadline = time.monotonic() + 10
        while len(found := list(process_tree(parent.pid))) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert found[0] == parent.pid
        assert len(found) == 2
        os.kill(found[1], 9)
    finally:
        parent.kill()
        parent.wait()
    assert list(process_tree(parent.pid)) == [parent.pid]


def test_spread() -> None:
    assert Spread.of([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0)
    assert Spread.of([1.0, 2.0]).median == 1.5
    with pytest.raises(ValueError, match="no figures"):
        Spread.of([])


def test_pairs_take_turns() -> None:
    order: list[str] = []

    def run(name: str, wall: float) -> Measurement:
        order.append(name)
        return Measurement(wall, 0, 0)

    pairs = in_pairs(lambda n: run(f"a{n}", 1.0 + n), lambda n: run(f"b{n}", 4.0), 2)
    assert order == ["a0", "b0", "a1", "b1"]
    assert [pair.ratio for pair in pairs] == [0.25, 0.5]
    assert pairs[0] == Pair(Measurement(1, 0, 0), Measurement(4, 0, 0))
