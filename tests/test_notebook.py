"""The notebook of the documentation runs from its first cell to its last, and draws what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def test_the_notebook_is_valid_and_kept_without_what_it_printed() -> None:
    notebook: Any = nbformat.reads(NOTEBOOK.read_text(), as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)
    assert [cell.outputs for cell in notebook.cells if cell.cell_type == "code" and cell.outputs] == []


def test_the_notebook_runs_and_draws_three_figures(tmp_path: Path) -> None:
    ran = tmp_path / "ran.ipynb"
    code = (
        "import sys, nbformat; from nbclient import NotebookClient\n"
        "notebook = nbformat.read(sys.argv[1], as_version=4)\n"
        "client = NotebookClient(notebook, timeout=120, resources={'metadata': {'path': sys.argv[2]}})\n"
        "client.execute(); nbformat.write(notebook, sys.argv[3])"
    )
    command = [sys.executable, "-c", code, str(NOTEBOOK), str(ROOT), str(ran)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    outputs = [output for cell in json.loads(ran.read_text())["cells"] for output in cell.get("outputs", ())]
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 3
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
