"""What holds for every import, whatever it reads: dry runs, reports, second runs, runs that were killed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import allocution
from allocution.cli import main
from allocution.cli.importing import command
from tests.importing.test_csv import TABLE
from tests.importing.test_docx import SPEECH, document, paragraph, run_of
from tests.importing.test_hugo import OTHER, OURS
from tests.importing.test_telegram import LONG, export, message
from tests.publish.archives import SAMPLE, tree, write


@dataclass(frozen=True)
class Source:
    """Something to import: what the command is told, how many items it has, how many of them are written."""

    arguments: tuple[str, ...]
    items: int
    written: int


def _csv(folder: Path) -> Source:
    table, mapping = folder / "words.csv", folder / "mapping.toml"
    table.write_text(TABLE + '7,"Again.","Doe","John","100",2001-02-09,"Harris"\n', encoding="utf-8")
    guessed = CliRunner().invoke(main, ["import", "csv", str(table), "--guess"])
    mapping.write_text(guessed.stdout, encoding="utf-8")
    return Source(("csv", str(table), "--mapping", str(mapping)), items=7, written=6)


def _telegram(folder: Path) -> Source:
    file = folder / "result.json"
    file.write_bytes(
        export(
            message(1, "Анна Ким (клевета)\nВаша честь!"),
            message(2, LONG),
            message(3, "Я закончил."),
            {**message(4), "type": "service"},
            message(5, "", photo="(File not included. Change data exporting settings to download.)"),
            message(30, "Другое слово."),
        )
    )
    return Source(("telegram", str(file), "--channel", "court"), items=6, written=3)


def _docx(folder: Path) -> Source:
    names = ("first", "second", "third")
    for name in names:
        other = document(paragraph(run_of(f"Слово {name}. ")))
        (folder / f"{name}.docx").write_bytes(SPEECH if name == "first" else other)
    return Source(("docx", *(str(folder / f"{name}.docx") for name in names)), items=3, written=3)


def _hugo(folder: Path) -> Source:
    write(folder / "other", OTHER)
    return Source(("hugo", str(folder / "other")), items=7, written=6)


def _edition(name: str) -> Callable[[Path], Source]:
    def make(folder: Path) -> Source:
        arguments = ["export", str(SAMPLE), "--edition", name, "--output", str(folder / "editions")]
        assert CliRunner().invoke(main, arguments).exit_code == 0
        count = len(list(allocution.open(SAMPLE)))
        return Source((name, str(folder / "editions" / name)), items=count, written=count)

    return make


IMPORTERS: dict[str, Callable[[Path], Source]] = {
    "csv": _csv,
    "telegram": _telegram,
    "docx": _docx,
    "hugo": _hugo,
    "jsonl": _edition("jsonl"),
    "bagit": _edition("bagit"),
    "tei": _edition("tei"),
}
each_importer = pytest.mark.parametrize("name", sorted(IMPORTERS))


@dataclass(frozen=True)
class Import:
    """One import into one archive, run as often as a test likes."""

    source: Source
    archive: Path
    report: Path

    def arguments(self, *options: str) -> list[str]:
        """What the command is called with."""
        told = ("--into", str(self.archive), "--report", str(self.report), "--language", "en")
        return ["import", *self.source.arguments, *told, *options]

    def run(self, *options: str) -> Result:
        """One run that works."""
        result = CliRunner().invoke(main, self.arguments(*options))
        assert result.exit_code == 0, result.output
        return result

    def fates(self) -> Counter[str]:
        """How many items had which fate, by the report."""
        told: dict[str, Any] = json.loads(self.report.read_text(encoding="utf-8"))
        assert told["items"] == len(told["outcomes"])
        assert all(each["path"] or each["reason"] for each in told["outcomes"])
        return Counter(each["fate"] for each in told["outcomes"])


def prepared(name: str, folder: Path, archive: str = "archive") -> Import:
    folder.mkdir(exist_ok=True)
    write(folder / archive, OURS)
    return Import(IMPORTERS[name](folder), folder / archive, folder / f"{archive}.json")


def test_every_importer_is_among_them() -> None:
    assert set(command.commands) == set(IMPORTERS)


@each_importer
def test_every_importer_takes_the_same_options(name: str) -> None:
    taken = {option for parameter in command.commands[name].params for option in parameter.opts}
    assert {"--into", "--dry-run", "--report", "--language"} <= taken


@each_importer
def test_a_dry_run_writes_nothing_and_tells_what_would_be(name: str, tmp_path: Path) -> None:
    importing = prepared(name, tmp_path)
    before = tree(importing.archive)
    told = importing.run("--dry-run").stdout
    foretold = importing.fates()
    assert "nothing was written" in told
    assert tree(importing.archive) == before
    importing.run()
    assert importing.fates() == foretold


@each_importer
def test_the_report_says_what_became_of_every_item(name: str, tmp_path: Path) -> None:
    importing = prepared(name, tmp_path)
    told = importing.run().stdout
    fates = importing.fates()
    assert fates.total() == importing.source.items
    assert fates["written"] == importing.source.written
    assert fates["written"] + fates["left-out"] == fates.total()
    assert sum(int(line.split()[0]) for line in told.splitlines() if line.startswith("  ")) == fates.total()


@each_importer
def test_a_second_run_changes_nothing(name: str, tmp_path: Path) -> None:
    importing = prepared(name, tmp_path)
    importing.run()
    before = tree(importing.archive)
    importing.run()
    assert tree(importing.archive) == before
    assert importing.fates()["written"] == 0
    assert importing.fates()["unchanged"] == importing.source.written


# The program, ended by itself when it is about to give its n-th file a name.
KILLED = """
import os, signal, sys
left, link, replace = int(sys.argv[1]), os.link, os.replace
def counting(name):
    def count(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return name(*arguments, **options)
    return count
os.link, os.replace = counting(link), counting(replace)
from allocution.cli import main
main(sys.argv[2:])
"""


def kill(importing: Import, at: int) -> None:
    """Run it as far as its n-th file."""
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(at), *importing.arguments()], capture_output=True, check=False
    )
    assert ended.returncode == -9, ended.stderr.decode()


@each_importer
@pytest.mark.parametrize("at", ["first", "middle", "last"])
def test_a_killed_run_is_completed_by_the_next(name: str, at: str, tmp_path: Path) -> None:
    importing = prepared(name, tmp_path)
    written = importing.source.written
    kill(importing, {"first": 1, "middle": 1 + written // 2, "last": written}[at])
    importing.run()
    whole = Import(importing.source, tmp_path / "whole", tmp_path / "whole.json")
    write(whole.archive, OURS)
    whole.run()
    assert tree(importing.archive) == tree(whole.archive)


def test_a_run_killed_while_it_keeps_addresses_is_completed_by_the_next(tmp_path: Path) -> None:
    importing = prepared("hugo", tmp_path)
    kill(importing, importing.source.written + 1)
    importing.run()
    whole = Import(importing.source, tmp_path / "whole", tmp_path / "whole.json")
    write(whole.archive, OURS)
    whole.run()
    assert tree(importing.archive) == tree(whole.archive)
