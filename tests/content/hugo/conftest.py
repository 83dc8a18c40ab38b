"""The two Hugos that archives are compared with: the one of the PyPI package, Debian's old one."""

from __future__ import annotations

import csv
import os
import subprocess
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

CLOCK = "2026-11-22T12:00:00Z"
_PACKAGED = Path(sysconfig.get_path("platlib")) / "hugo" / "binaries" / "hugo"
_WHERE = {"new": _PACKAGED, "old": Path("/usr/bin/hugo")}


@dataclass(frozen=True)
class Hugo:
    """One Hugo: `generation` is `new` (0.168) or `old` (0.111)."""

    generation: str
    binary: Path

    def run(self, root: Path, *arguments: str) -> str:
        """What Hugo prints when run on the archive, as if at CLOCK."""
        command = [str(self.binary), "--source", str(root), "--clock", CLOCK, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def build(self, root: Path) -> frozenset[str]:
        """The paths of all files in the output."""
        output = root.parent / f"{root.name}-{self.generation}-output"
        self.run(root, "--destination", str(output))
        return frozenset(str(path.relative_to(output)) for path in output.rglob("*") if path.is_file())

    def list_all(self, root: Path) -> Mapping[str, Mapping[str, str]]:
        """The rows of `hugo list all` by the path of the content file."""
        printed = self.run(root, "list", "all")
        lines = printed[printed.index("path,slug,title") :].splitlines()
        return {row["path"]: row for row in csv.DictReader(lines)}


@pytest.fixture(params=["new", "old"])
def hugo(request: pytest.FixtureRequest) -> Hugo:
    """Each Hugo; a missing one skips the test, but fails it where CI is set."""
    return find_hugo(request.param)


@pytest.fixture
def new_hugo() -> Hugo:
    """Hugo 0.168."""
    return find_hugo("new")


@pytest.fixture
def old_hugo() -> Hugo:
    """Hugo 0.111."""
    return find_hugo("old")


def find_hugo(generation: str) -> Hugo:
    """That Hugo, or a skipped test."""
    binary = _WHERE[generation]
    if not binary.exists():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no Hugo at {binary}")
    return Hugo(generation, binary)
