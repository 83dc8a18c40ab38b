"""Whatever moment a build is killed at: the old site or the new one, whole, and the next build is right."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allocution.errors import PublishError
from allocution.publish.building import BuildSummary
from tests.publish.archives import NOW, assert_same, build_site, tree, write

# Audit events: https://docs.python.org/3/library/audit_events.html
CHANGES = {f"os.{name}" for name in ("rename", "link", "mkdir", "rmdir", "remove", "chmod")}
POINTS = 14
TEXTS = ("Я не признаю вины", "Свидетели молчали", "Прошу занести в протокол", "Меня судят за слово")


def start(root: Path) -> None:
    """Four statements and a picture."""
    files = {f"content/{number}.md": statement(number, "Начало") for number in range(4)}
    write(root, {**files, "content/b/index.md": statement(9, "Папка"), "content/b/x.svg": "<svg/>"})


def statement(number: int, word: str) -> str:
    sentences = " ".join(f"{text}, {word} {number}." for text in TEXTS)
    return f"---\ntitle: Имя{number} Фамилия (Клевета)\ndate: {2000 + number}-01-02\n---\n{sentences}\n"


def change(root: Path, number: int) -> None:
    """The number-th edit: a statement reworded, another renamed, one added, one withdrawn or removed."""
    write(root, {"content/0.md": statement(0, f"слово{number}"), "content/b/x.svg": f"<svg>{number}</svg>"})
    renamed = next(root.glob("content/1*.md"))
    renamed.rename(renamed.with_name(f"1-{number}.md"))
    if number % 2:
        write(root, {"content/new.md": statement(5, "новое")})
    else:
        (root / "content/new.md").unlink(missing_ok=True)


def counted(action: Callable[[], object], limit: int) -> int:
    """Run the action in a process that kills itself before that change to files; how many it made."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _count(limit, sender)
            action()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(sender)
    made = 0
    while data := os.read(receiver, 65536):
        made += len(data)
    os.close(receiver)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    assert (status == 0) == (made < limit)
    return made


def _count(limit: int, sender: int) -> None:
    made = 0

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal made
        if event in CHANGES or (event == "open" and arguments[2] & os.O_ACCMODE):
            made += 1
            os.write(sender, b".")
            if made >= limit:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(audit)


@pytest.mark.parametrize("scene", ["first", "full", "incremental"])
def test_killed_at_points_all_over_a_build(scene: str, tmp_path: Path) -> None:
    root, output = tmp_path / "archive", tmp_path / "public"

    def build() -> BuildSummary:
        return build_site(root, output, from_scratch=scene == "full")

    start(root)
    build()
    change(root, 0)
    _forget_if_first(scene, root, output)
    total = counted(build, 10**9)
    assert total > 20
    points = [round((number + 0.5) * total / POINTS) for number in range(POINTS - 2)]
    for number, point in enumerate([*points, total - 1, total], 1):
        change(root, number)
        _forget_if_first(scene, root, output)
        before, content = tree(output), tree(root / "content")
        records = tree(root / "addresses")
        twin = tmp_path / f"twin-{number}"
        shutil.copytree(root, twin)
        build_site(twin, tmp_path / f"clean-{number}")
        expected, expected_records = tree(tmp_path / f"clean-{number}"), tree(twin / "addresses")
        counted(build, max(point, 1))
        found = tree(output)
        if found != before:
            assert_same(found, expected, (scene, point))
        assert_same(tree(root / "content"), content)
        _check_records(tree(root / "addresses"), records, expected_records, finished=False)
        build()
        assert_same(tree(output), expected, (scene, point))
        _check_records(tree(root / "addresses"), records, expected_records, finished=True)


def _forget_if_first(scene: str, root: Path, output: Path) -> None:
    if scene == "first":
        for folder in (output, output.with_name(f".{output.name}.allocution"), root / "addresses"):
            shutil.rmtree(folder, ignore_errors=True)


def _check_records(
    found: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes], *, finished: bool
) -> None:
    """Each record is whole, as before or as after; that of a renamed file's old name may stay."""
    for path, data in found.items():
        if path.endswith(".txt"):
            assert data in (before.get(path), after.get(path)), path
            assert not finished or path not in after or data == after[path], path
    assert not finished or after.keys() <= found.keys()


def test_processes_killed_from_outside(tmp_path: Path) -> None:
    """With worker processes: they end with their parent and leave the folder to the next build."""
    root, output = tmp_path / "archive", tmp_path / "public"
    write(root, {f"content/s/{number}.md": statement(number, "много" * 60) for number in range(150)})
    delays = random.Random(3)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
    for number in range(5):
        write(root, {"content/s/0.md": statement(0, f"раз{number}")})
        twin = tmp_path / f"twin-{number}"
        shutil.copytree(root, twin)
        build_site(twin, tmp_path / f"clean-{number}")
        before = tree(output)
        command = [sys.executable, "-m", "allocution", "build", str(root), "-o", str(output), "-q", "-j", "2"]
        if number % 2:
            command.append("--from-scratch")
        process = subprocess.Popen(command, env=environment)
        hidden = tmp_path / ".public.allocution"
        while process.poll() is None and not (hidden / "draft").exists():
            time.sleep(0.002)
        time.sleep(delays.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found, expected = tree(output), tree(tmp_path / f"clean-{number}")
        assert found in (before, expected)
        _build_when_free(root, output)
        assert_same(tree(output), expected)


def _build_when_free(root: Path, output: Path) -> None:
    """Workers of the killed build may live for another moment, and hold the folder."""
    deadline = time.monotonic() + 20
    while True:
        try:
            build_site(root, output)
            return
        except PublishError as error:
            if error.code != "build-running" or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
