"""A ZIM that Kiwix serves and searches, with nothing of chance in it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from allocution.errors import PublishError, UsageError
from allocution.evidence.unpacking import texts_in
from allocution.store import zim_folder
from tests.editions.archives import exported
from tests.editions.validators import missing
from tests.publish.archives import SAMPLE, tree, write

PAGE = "---\ntitle: Анна Ким (клевета)\nlanguage: ru\nlastmod: 2021-03-04\n---\nЯ пережила время репрессий.\n"


@pytest.fixture(name="made")
def _made(tmp_path: Path) -> Path:
    if shutil.which("zimwriterfs") is None:
        missing("zimwriterfs")
    exported(write(tmp_path / "archive", {"content/a.md": PAGE}), tmp_path / "out", "zim")
    return tmp_path / "out/zim/archive.zim"


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """kiwix-serve on loopback."""
    program = shutil.which("kiwix-serve")
    if program is None:
        missing("kiwix-serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(program), "--address", "127.0.0.1", "--port", str(port), str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def fetched(address: str) -> str:
    """A page, when the server is up."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} doesn't answer")


@pytest.mark.parametrize(("word", "found"), [("репрессии", True), ("колодец", False)])
def test_kiwix_finds_a_russian_word_in_another_form(word: str, found: bool, made: Path) -> None:
    with serving(made) as server:
        assert ("Анна Ким" in fetched(f"{server}/search?pattern={quote(word)}")) == found
        assert "Я пережила время репрессий." in fetched(f"{server}/archive/A/a.html")


def test_it_says_its_language_and_the_day_of_the_last_change(made: Path) -> None:
    with serving(made) as server:
        told = fetched(f"{server}/catalog/v2/entries")
    assert "<language>rus</language>" in told
    assert "<updated>2021-03-04" in told


def test_its_words_are_seen_by_whoever_looks_for_leaks(made: Path) -> None:
    assert any("Я пережила время репрессий." in text for text in texts_in(made.read_bytes()))


def test_without_the_program_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as refused:
        exported(SAMPLE, tmp_path / "out", "zim")
    assert refused.value.exit_status == 2
    assert "apt-get install zim-tools" in refused.value.hint
    assert tree(tmp_path) == {}


def test_the_programs_failure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "zimwriterfs"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho too bad >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    with pytest.raises(PublishError, match="status 3: too bad"):
        exported(SAMPLE, tmp_path / "out", "zim")
    assert not (tmp_path / "out").exists()
    assert program.name == zim_folder.PROGRAM
