"""What `import allocution` offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import allocution
from allocution.search.query import parse_query
from tests.publish.archives import SAMPLE


def test_an_archive_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    results = allocution.search(SAMPLE, "court", limit=2)
    assert results.total > 2
    assert len(results.hits) == 2
    assert allocution.search(str(SAMPLE), "court", limit=2) == results


def test_the_name_stays_the_functions_whatever_is_imported() -> None:
    assert parse_query("x").tree is not None
    code = "import allocution, allocution.search.searching; assert allocution.search.__doc__.startswith('Sentences')"
    subprocess.run([sys.executable, "-c", code], check=True)
    code = "import allocution, sys; assert 'pymorphy3' not in sys.modules and 'apsw' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
