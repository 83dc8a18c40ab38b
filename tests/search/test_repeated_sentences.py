"""A sentence that stands twice has the same address in a page, in the search and in editions, whatever was edited."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import allocution
from allocution.publish.exporting import ExportOptions, export
from tests.publish.archives import NOW, build_site, write

TEXT = "Прошу записать это. Я не виноват. Свидетели молчали. Прошу записать это. Больше нечего сказать."


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize(
    "edited",
    [
        TEXT,
        TEXT.removeprefix("Прошу записать это. "),
        TEXT.replace("Прошу записать это. Больше", "Больше"),
        f"Прошу записать это. {TEXT}",
        TEXT.replace("виноват. ", "виноват. Прошу записать это. "),
    ],
)
def test_one_address_everywhere(edited: str, tmp_path: Path) -> None:
    for text in (TEXT, edited):
        write(
            tmp_path / "archive",
            {
                "content/a.md": f'---\ntitle: "Анна Ким (Клевета)"\ndate: 2020-01-01\nlanguage: ru\n---\n{text}\n'
            },
        )
        build_site(tmp_path / "archive", tmp_path / "public")
    page = (tmp_path / "public/a/index.html").read_text()
    shown = re.findall(
        '<span class="s" id="([^"]+)"[^>]*><a class="n"[^>]*>[^<]*</a>Прошу записать это', page
    )
    assert len(shown) == edited.count("Прошу записать это")
    found = allocution.search(tmp_path / "archive", '"прошу записать это"')
    assert sorted(hit.address.rpartition("#")[2] for hit in found.hits) == sorted(shown)
    export(tmp_path / "archive", tmp_path / "editions", ExportOptions(NOW, ("jsonl",)))
    rows = [json.loads(row) for row in (tmp_path / "editions/jsonl/sentences.jsonl").read_text().splitlines()]
    exported = [json.dumps(row) for row in rows if row["text"].startswith("Прошу записать")]
    assert all(any(anchor in row for row in exported) for anchor in shown)
