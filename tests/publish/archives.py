"""Small archives on disk, built and read back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allocution.publish.building import BuildOptions, BuildSummary, build

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "examples" / "archive"
SEED = PROJECT.parent / "shared" / "data" / "seed"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="no seed beside the repository")


def build_site(
    root: Path,
    output: Path,
    *,
    jobs: int = 1,
    base_address: str = "",
    strict: bool = False,
    from_scratch: bool = False,
) -> BuildSummary:
    """Build at NOW."""
    return build(root, output, BuildOptions(NOW, jobs, base_address, strict, from_scratch))


def write(root: Path, files: dict[str, str]) -> Path:
    """Write the files below the root."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """What a folder holds: bytes by path; an empty folder counts, to be noticed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{path.relative_to(folder).as_posix()}/"] = b""
    return found


def assert_same(found: dict[str, bytes], expected: dict[str, bytes], about: object = "") -> None:
    """Two trees are equal; says in which files they aren't."""
    if found != expected:
        missing, extra = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
        unlike = sorted(path for path in found.keys() & expected.keys() if found[path] != expected[path])
        shown = "".join(f"\n--- {path}\n{found[path]!r}\n{expected[path]!r}" for path in unlike[:1])
        raise AssertionError(f"{about}\nmissing {missing}\nextra {extra}\nunlike {unlike}{shown}")


def sample(folder: Path) -> Path:
    """A copy of the sample archive without address records."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("addresses"))
    return folder
