"""Archives of hostile size or shape end in findings within two seconds and 200 MB, and nothing outside is read.

A run that goes on for ever is ended by the system's limit on processor time.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "allocution"
PROCESSOR_SECONDS = 15
RESIDENT = 200 * 1024 * 1024
MEMORY = 1_500_000_000  # of address space, of which a Python program with its libraries takes a third
HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: https://example.org/1\n---\n\n'
MEGABYTE = 1_000_000


MARKS = 30_000  # bytes of text, not all of them marks: as many as a file may have


def filled(piece: str, size: int = MEGABYTE - 2000) -> str:
    return piece * (size // len(piece.encode()))


# A small process between: the peak that the system counts for a program includes that of whoever forked it.
BETWEEN = f"""
import json, resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_CPU, ({PROCESSOR_SECONDS}, {PROCESSOR_SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
json.dump([done.returncode, used.ru_maxrss, seconds, done.stdout, done.stderr], sys.stdout)
"""


def measured(*arguments: str) -> tuple[float, int, subprocess.CompletedProcess[str]]:
    """Seconds of the processor and bytes of memory that a run takes, and what it says."""
    command = [sys.executable, "-c", BETWEEN, str(PROGRAM), *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    status, kilobytes, seconds, output, errors = json.loads(told.stdout)
    return seconds, kilobytes * 1024, subprocess.CompletedProcess(arguments, status, output, errors)


@functools.cache
def seconds_to_spare() -> float:
    """Two seconds, in those of a machine that needs half a one for the smallest archive."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.md").write_text(HEAD + "Слово.\n", encoding="utf-8")
        ordinary, _, _ = measured("check", folder, "--jobs", "1")
    return max(2.0, 4 * ordinary)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What the program says; it must not have needed more time or memory than an archive's owner has to spare."""
    spare = seconds_to_spare()
    seconds, resident, said = measured(*arguments)
    assert resident <= RESIDENT, f"{resident} bytes"
    assert seconds <= spare, f"{seconds} of {spare} seconds"
    return said


def codes(archive: Path) -> set[str]:
    """What a check finds; a build of the same ends by itself too."""
    built = run("build", str(archive), "--output", str(archive.parent / "site"), "--jobs", "1")
    assert built.returncode in (0, 2), built.stderr[-2000:]
    assert "Traceback" not in built.stderr
    checked = run("check", str(archive), "--format", "json", "--jobs", "1")
    assert checked.returncode in (0, 1, 2), checked.stderr[-2000:]
    assert "Traceback" not in checked.stderr
    return (
        {finding["code"] for finding in json.loads(checked.stdout)["findings"]} if checked.stdout else set()
    )


EXPLOSION = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"---\n{EXPLOSION}---\n", "front-matter-too-large"),
        (f"---\nx: {'[' * 50000}\n---\n", "front-matter-too-large"),
        (f"---\nx: {'{a: ' * 9000}\n---\n", "front-matter-too-large"),
        (f"---\nx:\n {'- ' * 20000}\n---\n", "front-matter-too-large"),
        ('{"x": ' + "[" * 50000 + "}\n", "front-matter-too-large"),
        (f"+++\nx = {'[' * 50000}\n+++\n", "front-matter-too-large"),
        (f"+++\n{'a.' * 20000}a = 1\n+++\n", "front-matter-too-large"),
        (f"+++\n[{'a.' * 20000}a]\n+++\n", "front-matter-too-large"),
        ('{"weight": ' + "9" * 60000 + "}\n", "front-matter-broken"),
        (f"+++\nweight = {'9' * 60000}\n+++\n", "front-matter-broken"),
        (f"---\ncharges: [{', '.join(f'a{n}' for n in range(4000))}]\n---\n", "list-too-long"),
        (f"---\nslug: {'а/' * 20000}\n---\n", "name-too-long"),
        (f"---\ndelivered: '{'2' * 50000}'\n---\n", "date-impossible"),
        ("---\ndelivered: Y1E999999999\n---\n", "date-impossible"),
        (f"---\ndelivered: '{{{'1999,' * 9000}2000}}'\n---\n", "date-impossible"),
        ("---\n" + "a: b\n" * 150000, "front-matter-unclosed"),
        ("\0" * MEGABYTE, "control-character"),
        (HEAD + filled("слово "), ""),
        (HEAD + filled("а! "), "too-much-markup"),
        (HEAD + filled("… "), "too-much-markup"),
        (HEAD + filled("... "), "too-much-markup"),
        (HEAD + filled("а! ", 3 * MARKS), ""),
        (HEAD + "!" * MARKS, ""),
        (HEAD + filled("(аплодисменты) "), ""),
        (HEAD + filled("а**** "), "too-much-markup"),
        (HEAD + filled("**а"), "too-much-markup"),
        (HEAD + filled("*а* "), "too-much-markup"),
        (HEAD + filled("_а"), "too-much-markup"),
        (HEAD + filled("["), "too-much-markup"),
        (HEAD + filled("`а"), "too-much-markup"),
        (HEAD + filled("[а](б)"), "too-much-markup"),
        (HEAD + filled("> а\n"), "too-much-markup"),
        (HEAD + filled("{{< a >}}"), "too-much-markup"),
        (HEAD + filled("\r"), "too-much-markup"),
        (HEAD + filled("[а](б)", MARKS), "link-broken"),
        (HEAD + filled("> ", MARKS) + "Слово", "nesting-too-deep"),
        (HEAD + filled("{{< a >}}", MARKS), "shortcode-unknown"),
        (HEAD + filled("{{< a", MARKS), "shortcode-malformed"),
        (HEAD + filled("**а** ", MARKS), ""),
        (HEAD + filled("_а_ ", MARKS), ""),
        (HEAD + filled("~~а", MARKS), ""),
        (HEAD + filled("<b>", MARKS), "nesting-too-deep"),
        (HEAD + filled("> а\n", MARKS), ""),
        (HEAD + filled("сло\u200bво  "), "invisible-character"),
        (HEAD + filled("аa"), "mixed-alphabets"),
    ],
    ids=lambda value: repr(value[:24]) if isinstance(value, str) else "",
)
def test_a_file_of_hostile_shape_ends_in_a_finding(tmp_path: Path, text: str, code: str) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "statement.md").write_text(text, encoding="utf-8")
    found = codes(archive)
    assert not code or code in found


def _large_line(archive: Path) -> None:
    with (archive / "large.md").open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(100 * MEGABYTE)


def _loop(archive: Path) -> None:
    (archive / "again").symlink_to(archive)
    (archive / "self.md").symlink_to("self.md")


def _outside(archive: Path) -> None:
    secret = archive.parent / "secret.md"
    secret.write_text(HEAD + "Тайна.\n", encoding="utf-8")
    (archive / "link.md").symlink_to(secret)
    (archive / "folder").symlink_to(archive.parent)


def _device(archive: Path) -> None:
    (archive / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(archive / "pipe.md")


def _pattern(archive: Path) -> None:
    (archive / "content").mkdir()
    (archive / "hugo.toml").write_text("ignoreFiles = ['(a|aa)+$', '(a+)+$']\n")
    (archive / "content" / f"{'a' * 60}b.md").write_text(HEAD, encoding="utf-8")


def _addresses(archive: Path) -> None:
    (archive / "statement.md").write_text(HEAD + "Слово.\n", encoding="utf-8")
    (archive / "addresses").mkdir()
    (archive / "addresses/statement.md.txt").write_text(
        filled("11111111 Аб was 22222222\n"), encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_large_line, "file-too-large"),
        (_loop, "folder-too-deep"),
        (_outside, "link-out-of-archive"),
        (_device, "link-out-of-archive"),
        (_pattern, ""),
        (_addresses, ""),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_folder_of_hostile_shape_ends_in_a_finding(
    tmp_path: Path, make: Callable[[Path], None], code: str
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    make(archive)
    found = codes(archive)
    assert not code or code in found
    for page in (tmp_path / "site").rglob("*.html"):
        assert "Тайна" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["hugo.toml", "hugo.yaml", "hugo.json"])
def test_a_configuration_of_hostile_shape_is_refused(tmp_path: Path, name: str) -> None:
    archive = tmp_path / "archive"
    (archive / "content").mkdir(parents=True)
    (archive / name).write_text(('{"x":' if name.endswith("json") else "x: ") + "[" * 50000)
    checked = run("check", str(archive))
    assert checked.returncode == 2
    assert "configuration-front-matter" in checked.stderr
