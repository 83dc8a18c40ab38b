"""Swapping folders, with the system's exchange and in steps."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from allocution.store.exchange import exchange, exchange_in_steps, recover_steps


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str, str]:
    """A tree, what is published, and a name for the folder on its way out."""
    for name in ("tree", "published"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("")
    return str(tmp_path / "tree"), str(tmp_path / "published"), str(tmp_path / "leaving")


def holds(folder: str) -> list[str]:
    return [path.name for path in Path(folder).iterdir()]


def test_the_systems_exchange(folders: tuple[str, str, str]) -> None:
    tree, published, _ = folders
    if not exchange(tree, published):
        pytest.skip("this file system can't exchange folders")
    assert (holds(tree), holds(published)) == (["published"], ["tree"])


def test_by_number_where_the_library_lacks_the_call(
    folders: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, published, _ = folders
    real = ctypes.CDLL(None, use_errno=True)

    class Older:
        syscall = real.syscall

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Older())
    if not exchange(tree, published):
        pytest.skip("not Linux, or a processor whose number we don't know")
    assert (holds(tree), holds(published)) == (["published"], ["tree"])


def test_an_unknown_system_says_that_it_cannot(
    folders: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")
    assert not exchange(folders[0], folders[1])
    assert holds(folders[1]) == ["published"]


def test_other_failures_are_raised(folders: tuple[str, str, str]) -> None:
    with pytest.raises(FileNotFoundError):
        exchange(folders[0], folders[2])


def test_in_steps(folders: tuple[str, str, str]) -> None:
    tree, published, leaving = folders
    exchange_in_steps(tree, published, leaving)
    assert (holds(tree), holds(published), Path(leaving).exists()) == (["published"], ["tree"], False)


def test_recovery_after_each_step(folders: tuple[str, str, str]) -> None:
    tree, published, leaving = folders
    recover_steps(tree, published, leaving)
    assert (holds(tree), holds(published)) == (["tree"], ["published"])
    Path(published).rename(leaving)
    recover_steps(tree, published, leaving)
    assert (holds(tree), holds(published)) == (["tree"], ["published"])
    Path(published).rename(leaving)
    Path(tree).rename(published)
    recover_steps(tree, published, leaving)
    assert (holds(tree), holds(published)) == (["published"], ["tree"])
