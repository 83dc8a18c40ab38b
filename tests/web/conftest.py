from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allocution.web.preview import Preview, Settings

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample archive, without a history."""
    return shutil.copytree(
        ROOT / "examples" / "archive", tmp_path / "archive", ignore=shutil.ignore_patterns("addresses")
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two statements and a file that is published as it is."""
    root = tmp_path / "small"
    for path, text in {
        "hugo.toml": 'title = "Archive"\n',
        "content/statements/one.md": '---\ntitle: "Ann Lee (sedition)"\ndate: 2020-01-02\n---\n\nWords.\n',
        "content/statements/two.md": '---\ntitle: "Bob Roe (libel)"\ndate: 2021-01-02\n---\n\nOther words.\n',
        "content/statements/gone.md": '---\ntitle: "Cy Day (libel)"\nwithdrawn: true\n---\n\nSecret.\n',
        "static/notes.txt": "заметки\n",
    }.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def preview_of() -> Callable[[Path], Preview]:
    return lambda root: Preview(Settings(root, lambda: NOW, "en"))
