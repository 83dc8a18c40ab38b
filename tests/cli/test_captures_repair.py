"""A command that captures is killed at every change of a file that it makes; what it leaves is finished, and told."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allocution.capture.capturing import take, take_file
from allocution.cli import main
from tests.store.test_capture_folder import Answering, sources

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHANGES = {"os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


def killed_at(moment: int, root: Path, action: Callable[[], object]) -> bool:
    """Do it in a process that kills itself before its so-many-eth change of a file; whether it was killed."""
    child = os.fork()
    if child == 0:
        left = moment

        def audit(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE
            if writes or event in CHANGES:
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(audit)
        try:
            action()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def take_page(root: Path) -> None:
    take(root, ["https://x.example/2"], Answering(), lambda: NOW)


def take_photo(root: Path) -> None:
    take_file(root, root.parent / "photo.jpg", lambda: NOW)


@pytest.mark.parametrize("act", [take_page, take_photo])
@pytest.mark.parametrize("by", ["repair", "next"])
def test_whenever_a_capture_is_killed_it_is_finished_or_never_was(
    tmp_path: Path, act: Callable[[Path], None], by: str
) -> None:
    whole = tmp_path / "whole"
    (tmp_path / "photo.jpg").write_bytes(bytes(5000))
    take(whole, ["https://x.example/1"], Answering(), lambda: NOW)
    moments, seen = 0, set()
    while True:
        root = tmp_path / f"killed-{moments}"
        shutil.copytree(whole, root)
        killed = killed_at(moments, root, lambda root=root: act(root))  # type: ignore[misc]
        told = run("verify", root)
        if told.exit_code:
            assert "allocution captures repair" in told.output
            assert "the log doesn’t name it" not in told.output
        if by == "repair":
            repaired = run("captures", "repair", root)
            assert repaired.exit_code == 0, repaired.output
            seen.add(repaired.output.split(":")[0])
            count = len(sources(root))
            assert count in (1, 2)
            assert "Nothing was left" in run("captures", "repair", root).output
        else:
            take(root, ["https://x.example/3"], Answering(), lambda: NOW)
            assert sources(root)[-1] == "https://x.example/3"
        assert run("verify", root).exit_code == 0
        assert {each.name for each in (root / ".capturing").glob("*")} <= {".gitignore", "ready"}
        if not killed:
            break
        moments += 1
    assert moments > 10
    if by == "repair":
        assert any("finished and logged" in each for each in seen)


def test_a_file_that_no_command_announced_stays_a_finding(tmp_path: Path) -> None:
    take(tmp_path, ["https://x.example/1"], Answering(), lambda: NOW)
    (tmp_path / "captures/put-here.warc.gz").write_bytes(b"x")
    assert "Nothing was left" in run("captures", "repair", tmp_path).output
    told = run("verify", tmp_path)
    assert told.exit_code == 1
    assert "put-here.warc.gz: the log doesn’t name it" in told.output


def test_an_announcement_by_somebody_else_harms_nothing(tmp_path: Path) -> None:
    take(tmp_path, ["https://x.example/1"], Answering(), lambda: NOW)
    for forged in (b"{", b"[]", b'{"file": 1}', b'{"file": "x"}', b"\xff", b"[" * 100_000):
        (tmp_path / ".capturing").mkdir(exist_ok=True)
        (tmp_path / ".capturing/intent.json").write_bytes(forged)
        assert run("captures", "repair", tmp_path).exit_code == 0
    (tmp_path / ".capturing/intent.json").write_bytes(b'{"file": "../../etc/passwd", "sha256": "0"}')
    assert "Nothing was left" in run("captures", "repair", tmp_path).output
    assert run("verify", tmp_path).exit_code == 0
