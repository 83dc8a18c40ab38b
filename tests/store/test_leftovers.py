"""What killed runs leave is cleared away; what others are at work on isn't."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from allocution.store.leftovers import AddingRun, hold, new_name
from allocution.store.new_file import NewFiles

ADD_AND_WAIT = """
import sys
from pathlib import Path
from allocution.store.new_file import NewFiles
with NewFiles(Path(sys.argv[1])) as files:
    for number in range(150):
        files.add(f"statements/{number}.md", b"new")
    print("waiting", flush=True)
    sys.stdin.read()
"""


def adding(root: Path) -> subprocess.Popen[str]:
    """Another process that has begun to add files, and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", ADD_AND_WAIT, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    return process


def end(process: subprocess.Popen[str], *, kill: bool = False) -> None:
    if kill:
        process.kill()
    process.communicate()


def hidden(root: Path) -> list[Path]:
    return [path for path in root.rglob(".*") if path.is_file()]


def test_the_next_run_clears_away_what_a_killed_one_left(tmp_path: Path) -> None:
    end(adding(tmp_path), kill=True)
    assert len(hidden(tmp_path)) == 150
    with NewFiles(tmp_path) as files:
        assert not hidden(tmp_path)
        files.add("statements/1.md", b"again")
    assert [path.name for path in (tmp_path / "statements").iterdir()] == ["1.md"]


def test_files_of_a_run_at_work_stay(tmp_path: Path) -> None:
    other = adding(tmp_path)
    with NewFiles(tmp_path) as files:
        assert len(hidden(tmp_path)) == 150
        files.add("statements/own.md", b"new")
    end(other)
    assert len(list((tmp_path / "statements").iterdir())) == 151
    assert not hidden(tmp_path)


def test_a_file_that_is_being_written_stays(tmp_path: Path) -> None:
    with open(tmp_path / new_name(), "xb") as new:
        hold(new.fileno())
        clear(tmp_path)
        assert len(hidden(tmp_path)) == 1
    clear(tmp_path)
    assert not hidden(tmp_path)


def test_only_files_of_such_names_go(tmp_path: Path) -> None:
    kept = [".allocution-new", ".notes.allocution-new", "a.allocution-new", ".git/" + new_name()]
    (tmp_path / ".git").mkdir()
    for name in kept:
        (tmp_path / name).write_text("kept")
    (tmp_path / new_name()).mkdir()
    (tmp_path / new_name()).symlink_to(tmp_path / "a.allocution-new")
    clear(tmp_path)
    assert all((tmp_path / name).is_file() for name in kept)
    assert len(os.listdir(tmp_path)) == 6


def clear(root: Path) -> None:
    run = AddingRun(root)
    run.begin()
    run.end()
