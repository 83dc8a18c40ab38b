"""What others' programs say of an edition: each validator raises or asserts where something isn't valid."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest

from allocution.editions.plain_text import MESSAGE_UNITS


def missing(what: str) -> None:
    """Skip a test for want of a program; where everything has been set up, that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"no {what} here")


def validate_text(folder: Path) -> None:
    """UTF-8 in NFC order untouched; messages that fit; together they are the text."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parts = sorted(folder.joinpath("telegram").glob(f"{path.stem}-*.txt"), key=_part_number)
        parts = [each for each in parts if each.stem.rpartition("-")[0] == path.stem]
        messages = [each.read_text(encoding="utf-8").removesuffix("\n") for each in parts]
        assert max(len(each.encode("utf-16-le")) // 2 for each in messages) <= MESSAGE_UNITS
        assert "".join("".join(messages).split()) == "".join(text.split())


def _part_number(path: Path) -> int:
    number = path.stem.rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def validate_tables(folder: Path) -> None:
    """Every table has the columns, types, keys and references that the descriptor says."""
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert {task.place for task in report.tasks} == {
        path.name for path in folder.iterdir() if path.name != "datapackage.json"
    }


VALIDATORS: dict[str, Callable[[Path], None]] = {
    "text": validate_text,
    "jsonl": validate_tables,
    "csv": validate_tables,
}
