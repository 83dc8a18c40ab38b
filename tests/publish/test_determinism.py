"""The same input gives the same bytes, whatever the machine's settings."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.publish.archives import SAMPLE, assert_same, build_site, sample, tree

EPOCH = "1795348800"  # 2026-11-22T12:00:00Z
# Several things differ at once: each build takes seconds, and none of them may change a byte.
SURROUNDINGS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "New York, C, another order of hashes": (
        {"TZ": "America/New_York", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "12345"},
        (),
    ),
    "Almaty, Russian, optimised, two processes": (
        {
            "TZ": "Asia/Almaty",
            "LC_ALL": "ru_RU.UTF-8",
            "LANG": "ru_RU.UTF-8",
            "LANGUAGE": "ru",
            "PYTHONOPTIMIZE": "1",
        },
        ("--jobs", "2"),
    ),
}


def build_in(root: Path, output: Path, environment: Mapping[str, str], *options: str) -> dict[str, bytes]:
    """The site as a new process builds it."""
    command = [sys.executable, "-m", "allocution", "build", str(root), "-o", str(output), "-q", *options]
    settings = {"PYTHONHASHSEED": "0", **os.environ, **environment, "SOURCE_DATE_EPOCH": EPOCH}
    jobs = () if "--jobs" in options else ("--jobs", "1")
    done = subprocess.run([*command, *jobs], env=settings, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return tree(output)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with the address records that a build has given it, and its site."""
    folder = tmp_path_factory.mktemp("expected")
    build_in(sample(folder / "archive"), folder / "public", {"TZ": "UTC"})
    return folder


@pytest.fixture(scope="module")
def expected(once: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The sample's site and its address records, built once."""
    return tree(once / "public"), tree(once / "archive/addresses")


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_the_same_in_any_surroundings(
    surroundings: str, expected: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    environment, options = SURROUNDINGS[surroundings]
    root = sample(tmp_path / "Другая папка" / "архив")
    assert_same(build_in(root, tmp_path / "site", environment, *options), expected[0])
    assert_same(tree(root / "addresses"), expected[1])


def test_the_same_whatever_order_files_were_made_in(
    expected: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """A folder lists its files in an order that depends on how they came to be there."""
    paths = [path for path in SAMPLE.rglob("*") if path.is_file() and "addresses" not in path.parts]
    random.Random(7).shuffle(paths)
    root = tmp_path / "archive"
    for path in paths:
        target = root / path.relative_to(SAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1, 1))
    build_site(root, tmp_path / "public")
    assert_same(tree(tmp_path / "public"), expected[0])


def test_a_second_clean_build_with_the_records_is_the_same(
    once: Path, expected: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    """Records of addresses that were made by the first build change nothing in the second."""
    root = shutil.copytree(once / "archive", tmp_path / "archive")
    summary = build_site(root, tmp_path / "second")
    assert summary.records == 0
    assert_same(tree(tmp_path / "second"), expected[0])


def test_no_path_and_no_moment_of_this_machine_is_in_the_site(
    expected: tuple[dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    home = str(Path.home()).encode()
    for path, data in expected[0].items():
        assert b"/tmp/" not in data, path
        assert home == b"/" or home + b"/" not in data, path
        # The colophon has the day of the build, which is there to be read.
        assert path.endswith("colophon/index.html") or b"2026-11-22" not in data, path
