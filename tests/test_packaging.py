"""What is shipped and how it is installed: the wheel, the locks, the files around the code."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

import allocution
from allocution.site.templating import template_environment

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock", "requirements-replay.lock")
PINNED = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?(?= \\|$)"
)
MACHINE_PATH = re.compile(rb"(?<![\w.)*-])/(?:work|root|home|Users)/[\w.]")


def committed_files() -> list[Path]:
    """The files under version control that are there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def pins(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Each locked package's version and hashes."""
    found: dict[str, tuple[str, list[str]]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip()):
        match = PINNED.match(entry)
        assert match, f"{lock}: not pinned to one version: {entry.splitlines()[0]}"
        found[match["name"]] = (
            match["version"],
            re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry),
        )
    return found


def normalised(requirement: str) -> str:
    """The name in a requirement as lock files write it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


@pytest.fixture(scope="module")
def wheel() -> Distribution:
    """The installed package; an editable install will do while writing code, but not for CI."""
    installed = distribution("allocution")
    origin = json.loads(installed.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable") and not os.environ.get("CI"):
        pytest.skip("an editable install: `make test` builds the wheel and installs it")
    return installed


@pytest.mark.usefixtures("wheel")
def test_the_tests_run_against_the_installed_wheel() -> None:
    package = Path(allocution.__file__).resolve()
    assert package.is_relative_to(Path(sysconfig.get_path("purelib")).resolve())
    assert not package.is_relative_to(ROOT / "src")


def test_the_wheel_holds_the_package_byte_for_byte(wheel: Distribution) -> None:
    in_wheel = {
        str(file): file.hash.value
        for file in wheel.files or ()
        if file.hash
        and file.parts[0] == "allocution"
        and not {"__pycache__", "compiled"}.intersection(file.parts)
    }
    package = ROOT / "src" / "allocution"
    in_source = {
        path.relative_to(package.parent).as_posix(): record_hash(path.read_bytes())
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert in_wheel == in_source
    assert "allocution/py.typed" in in_wheel


@pytest.mark.usefixtures("wheel")
def test_the_wheel_has_every_template_compiled() -> None:
    templates = template_environment({})
    names = templates.list_templates()
    assert names
    assert {Path(templates.get_template(name).filename or "").suffix for name in names} == {".py"}


def record_hash(content: bytes) -> str:
    """The hash as a wheel's RECORD writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def test_the_wheel_carries_its_licence_and_says_who_it_is(wheel: Distribution) -> None:
    assert wheel.read_text("licenses/LICENSE") == (ROOT / "LICENSE").read_text()
    assert wheel.metadata["License-Expression"] == "Apache-2.0 AND MPL-1.1 AND OFL-1.1"
    assert "MOZILLA PUBLIC LICENSE" in (
        wheel.read_text("licenses/src/allocution/language/kazakh/data/LICENSE.MPL-1.1") or ""
    )
    assert wheel.version == allocution.__version__


def test_the_command_says_its_version() -> None:
    command = Path(sys.executable).with_name("allocution")
    said = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=30, check=True)
    assert allocution.__version__ in said.stdout.split()[-1]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_every_package_and_no_address(lock: str) -> None:
    assert [name for name, (_, hashes) in pins(lock).items() if not hashes] == []
    text = (ROOT / lock).read_text()
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host|@ ", text)


def test_the_locks_agree_with_each_other_and_with_the_project() -> None:
    everything, runtime, build = (
        pins("requirements-dev.lock"),
        pins("requirements.lock"),
        pins("requirements-build.lock"),
    )
    assert everything.items() >= runtime.items()
    assert everything.items() >= build.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert {normalised(each) for each in project["project"]["dependencies"]} <= runtime.keys()
    groups = project["dependency-groups"]
    named = {normalised(each) for group in groups.values() for each in group if isinstance(each, str)}
    assert named <= everything.keys()
    assert set(project["build-system"]["requires"]) <= {
        f"{name}=={version}" for name, (version, _) in build.items()
    }


def test_installing_and_checking_name_no_address() -> None:
    for name in ("Makefile", ".ci/run", "pyproject.toml"):
        assert "://" not in (ROOT / name).read_text(), name


def test_no_committed_file_holds_a_path_of_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in committed_files()
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_the_readme_can_be_read_in_three_minutes() -> None:
    prose = re.sub(
        r"^```.*?^```|<!--.*?-->|!\[.*?\]\(.*?\)",
        "",
        (ROOT / "README.md").read_text(),
        flags=re.S | re.M,
    )
    assert 350 <= len(re.findall(r"\w[\w'’./-]*", prose)) <= 650


def test_the_changelog_names_the_version() -> None:
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), flags=re.M)
    assert headings[0] == "Unreleased"
    assert allocution.__version__ in headings


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs make in the checkout, free of the make that may have started the tests."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    return subprocess.run(
        ["make", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_make_alone_lists_the_targets_and_each_can_be_planned(tmp_path: Path) -> None:
    targets = re.findall(r"^  make (\w+) +\w", make().stdout, flags=re.M)
    assert {"setup", "demo", "test", "lint", "bench", "lock", "docs", "clean"} <= set(targets)
    for target in targets:
        plan = make("--dry-run", target, f"VENV={tmp_path / 'venv'}")
        assert plan.returncode == 0, plan.stderr
        assert target in ("help", "clean") or "--require-hashes" in plan.stdout, target


@pytest.mark.parametrize(
    ("lacking", "advice"),
    [
        ("*version_info*", "needs Python 3.11 or newer"),
        ("*ensurepip*|*'-m pip'*", "apt-get install python3-venv"),
    ],
)
def test_a_python_that_will_not_do_is_named_with_advice(tmp_path: Path, lacking: str, advice: str) -> None:
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$*" in {lacking}) exit 1;; esac\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    result = make("setup", f"PYTHON={python}", f"VENV={tmp_path / 'venv'}")
    assert result.returncode != 0
    assert advice in result.stderr
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize("name", ["audit", "in-memory", "run"])
def test_a_script_for_ci_can_be_run_and_is_valid(name: str) -> None:
    script = ROOT / ".ci" / name
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], capture_output=True, check=False).returncode == 0


def test_what_tests_wrote_into_memory_is_gone_after_them(tmp_path: Path) -> None:
    """Also where there was no room for it: then it is in the folder that is always used."""
    says = 'folder=$(mktemp -d) && touch "$folder/file" && echo "$folder" && exit 3'
    done = subprocess.run(
        [ROOT / ".ci/in-memory", "sh", "-c", says],
        env={**os.environ, "TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    written = Path(done.stdout.strip())
    assert written.is_absolute()
    assert not written.exists() or written.parent == tmp_path
