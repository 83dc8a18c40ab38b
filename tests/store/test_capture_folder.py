"""The folder of captures: interrupted at any step, or used by several at once, its log stays whole."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from allocution.capture.capturing import take
from allocution.errors import CaptureError, PublishError
from allocution.evidence.custody import events, find_break
from allocution.model.captures import Capture, Exchange
from allocution.store.capture_folder import CaptureFolder
from allocution.store.writing import write_atomically

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Answering:
    """Fetches nothing; answers every address with itself."""

    def get(self, address: str) -> Capture:
        data = address.encode()
        return Capture(address, (Exchange(address, "203.0.113.1", NOW, (), 200, "OK", (), data, data),))


def captured(root: Path, *addresses: str) -> None:
    take(root, addresses, Answering(), lambda: NOW)


def sources(root: Path) -> list[str]:
    """What a whole log has captured, each there as it was."""
    folder = CaptureFolder(root)
    log, head = folder.log()
    assert find_break(log, head) is None
    for event in events(log):
        folder.read(event)
    return [event["source"] for event in events(log)]


@pytest.mark.parametrize("step", range(5))
def test_an_interrupted_capture_leaves_a_whole_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Once it is said what will be logged, the next command does it; before, nothing has happened."""
    captured(tmp_path, "https://x/1")
    calls = 0

    def failing(*arguments: Any, **named: Any) -> None:
        nonlocal calls
        calls += 1
        if calls > step:
            raise PublishError("the disk is full")
        write_atomically(*arguments, **named)

    with monkeypatch.context() as patched:
        patched.setattr("allocution.store.capture_folder.write_atomically", failing)
        patched.setattr("allocution.store.capture_staging.write_atomically", failing)
        with pytest.raises(PublishError):
            captured(tmp_path, "https://x/2")
    assert sources(tmp_path) == ["https://x/1", "https://x/2"][: 2 if step == 4 else 1]
    captured(tmp_path, "https://x/3")
    assert sources(tmp_path) == ["https://x/1", *(["https://x/2"] if step >= 2 else []), "https://x/3"]


def test_several_may_capture_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    working = [
        context.Process(target=captured, args=(tmp_path, *(f"https://x/{who}/{n}" for n in range(5))))
        for who in range(3)
    ]
    for each in working:
        each.start()
    for each in working:
        each.join(60)
    assert [each.exitcode for each in working] == [0, 0, 0]
    assert sorted(sources(tmp_path)) == sorted(f"https://x/{who}/{n}" for who in range(3) for n in range(5))


def test_the_same_bytes_again_are_one_file_and_two_lines(tmp_path: Path) -> None:
    captured(tmp_path, "https://x/1")
    captured(tmp_path, "https://x/1")
    assert sources(tmp_path) == ["https://x/1", "https://x/1"]
    assert len(list((tmp_path / "captures").glob("*.warc.gz"))) == 1


def test_an_address_named_twice_is_fetched_once(tmp_path: Path) -> None:
    captured(tmp_path, "https://x/1", "https://x/1")
    assert sources(tmp_path) == ["https://x/1"]


@pytest.mark.parametrize("name", ["", "../../secret", "/etc/passwd", ".hidden"])
def test_the_log_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(CaptureError) as refused:
        CaptureFolder(tmp_path).read({"file": name, "sha256": "0"})
    assert refused.value.code == "capture-name"


def test_a_folder_that_leads_out_of_the_archive_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/captures").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError):
        captured(tmp_path / "archive", "https://x/1")
    assert list((tmp_path / "elsewhere").iterdir()) == []
