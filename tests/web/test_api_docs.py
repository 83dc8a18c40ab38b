"""The examples of docs/api.md do what they say, against a running server."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.editions.validators import missing
from tests.web.conftest import ROOT
from tests.web.processes import serving

PLACE = "http://127.0.0.1:8000"


def example(kind: str) -> str:
    """The block of that kind on the page."""
    tokens = MarkdownIt("commonmark").parse((ROOT / "docs" / "api.md").read_text())
    (found,) = [token.content for token in tokens if token.type == "fence" and token.info == kind]
    assert PLACE in found
    return found


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        with serving(ROOT / "examples" / "archive", "--no-watch") as served:
            yield served.address.rstrip("/")


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_python(address: str) -> None:
    said = run(sys.executable, "-c", example("python served").replace(PLACE, address))
    assert said.count("Nelson Mandela") == 2


def test_the_command_line(address: str) -> None:
    if shutil.which("curl") is None:
        missing("curl")
    lines = example("sh").replace(PLACE, address).splitlines()
    answers = [json.loads(run("sh", "-c", line)) for line in lines]
    assert [each["name"].partition(".")[0] for each in answers[0]["items"]] == ["uk", "uk"]
    assert answers[1]["total"] >= 0
    assert answers[2]["title"] == "Мұнда ештеңе жоқ"


def test_r(address: str, tmp_path: Path) -> None:
    if shutil.which("Rscript") is None:
        missing("R")
    script = tmp_path / "example.R"
    script.write_text(example("r").replace(PLACE, address))
    tags, counts, sentences = run("Rscript", script).strip().splitlines()
    assert "kk" in tags.split()
    assert sum(map(int, counts.split())) == 23
    assert int(sentences.removeprefix("[1] ")) > 0
