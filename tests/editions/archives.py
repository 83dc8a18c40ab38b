"""The archives that editions are made of, and editions made of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.publish.exporting import ExportOptions, ExportSummary, export
from tests.publish.archives import NOW, PROJECT, SAMPLE, SEED

SHARED = PROJECT.parent / "shared" / "data"
SCHEMAS = SHARED / "schemas"
TEXAS = SHARED / "texas" / "last-statements.csv"
ARCHIVES = ("sample", "seed", "texas")


def texas(folder: Path) -> Path:
    """The last statements from Texas, imported."""

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["import", "csv", str(TEXAS), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    mapping = folder / "mapping.toml"
    mapping.write_text(run("--guess"), encoding="utf-8")
    run("--mapping", str(mapping), "--into", str(folder / "archive"), "--language", "en")
    return folder / "archive"


@pytest.fixture(name="archives", scope="session")
def archives_fixture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Archives by name; those whose content isn't beside the repository are missing."""
    found = {"sample": SAMPLE}
    if SEED.is_dir():
        found["seed"] = SEED
    if TEXAS.is_file():
        found["texas"] = texas(tmp_path_factory.mktemp("texas"))
    return found


def exported(root: Path, output: Path, *editions: str, **options: str | int) -> ExportSummary:
    """Export at NOW, in one process if not told otherwise."""
    chosen = ExportOptions(NOW, editions)
    return export(root, output, replace(chosen, **options))  # type: ignore[arg-type]


def tables(folder: Path, name: str) -> list[dict[str, object]]:
    """The rows of a table of the edition `jsonl`."""
    return [json.loads(line) for line in (folder / "jsonl" / f"{name}.jsonl").read_text().splitlines()]
