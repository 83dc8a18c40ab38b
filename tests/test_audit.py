"""`.ci/audit`, with programs that stand in for pip-audit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"]}


def audit(folder: Path, program: str | None) -> subprocess.CompletedProcess[str]:
    """Run it with nothing on the path but the system's programs and that one."""
    if program is not None:
        (folder / "pip-audit").write_text(f"#!/bin/sh\n{program}\n")
        (folder / "pip-audit").chmod(0o755)
    for name in ("bash", "sed", "mktemp", "rm", "timeout", "dirname", "cat", "sh", "env"):
        found = next(Path(part, name) for part in os.environ["PATH"].split(":") if Path(part, name).exists())
        (folder / name).symlink_to(found)
    (folder / "python3").symlink_to(Path(sys.executable).resolve())
    environment = {**os.environ, "PATH": str(folder)}
    return subprocess.run(
        [str(PROJECT / ".ci/audit")], capture_output=True, text=True, check=False, env=environment
    )


@pytest.mark.parametrize("program", [None, "echo cannot connect >&2; exit 1"])
def test_what_was_not_audited_is_stated(tmp_path: Path, program: str | None) -> None:
    ran = audit(tmp_path, program)
    assert ran.returncode == 0, ran.stderr
    assert "NOT audited" in ran.stdout
    locked = [line for line in (PROJECT / "requirements.lock").read_text().splitlines() if "==" in line]
    assert len(ran.stdout.splitlines()) == len(locked) + 1
    assert "  cryptography==" in ran.stdout


def test_nothing_found_is_said(tmp_path: Path) -> None:
    ran = audit(tmp_path, "exit 0")
    assert (ran.returncode, ran.stdout.startswith("audited: no known holes")) == (0, True)


def test_a_known_hole_fails(tmp_path: Path) -> None:
    told = {"dependencies": [{"name": "x", "version": "1.0", "vulns": [HOLE]}, {"name": "y", "version": "1"}]}
    (tmp_path / "told.json").write_text(json.dumps(told))
    ran = audit(tmp_path, f"cat {tmp_path}/told.json; exit 1")
    assert ran.returncode == 1
    assert "x 1.0: PYSEC-2026-1, repaired in ['2.0']" in ran.stdout
