"""Parts kept beside a site: what was written, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from allocution.store.kept_parts import KeptParts


@pytest.fixture
def kept(tmp_path: Path) -> KeptParts:
    return KeptParts(tmp_path / "kept")


def test_a_part_is_read_as_it_was_written(kept: KeptParts) -> None:
    assert kept.read("a") is None
    kept.write("a", b"one")
    kept.write("a", b"two")
    assert kept.read("a") == b"two"


@pytest.mark.parametrize("damaged", [b"", b"x", b"x" * 40])
def test_a_damaged_part_counts_as_absent(kept: KeptParts, damaged: bytes) -> None:
    kept.write("a", b"one")
    (kept.folder / "a").write_bytes(damaged)
    assert kept.read("a") is None


def test_what_isnt_wanted_any_more_goes(kept: KeptParts) -> None:
    kept.keep_only(["a"])
    for name in "abc":
        kept.write(name, name.encode())
    kept.keep_only(["b"])
    assert [kept.read(name) for name in "abc"] == [None, b"b", None]
    kept.keep_only(())
    assert not kept.folder.exists()
