from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from tests.publish.archives import write

TEXTS = {
    "content/a.md": "---\ntitle: Анна Ким (клевета)\ndate: 2019-05-02\n---\nСуд судит. Суда нет.\n",
    "content/b.md": "---\ntitle: Борис Ли (клевета)\ndate: 2021-05-02\n---\nГде этот суд?\n",
}


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write(tmp_path / "archive", {**TEXTS, "hugo.toml": 'defaultContentLanguage = "ru"\n'})


def search(*arguments: object, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["search", *map(str, arguments), "--language", language])


def test_hits_facets_and_a_summary_are_printed(root: Path) -> None:
    result = search(root, "суда", "--why")
    assert result.exit_code == 0
    assert "1. Анна Ким (клевета) · 2 May 2019\n   Суда нет.\n   /a/#" in result.stdout
    assert "Суда ← суда (just so)" in result.stdout
    assert "суд ← суда (another form of the word)" in result.stdout
    assert "Year: 2019 (1); 2021 (1)" in result.stdout
    assert result.stdout.endswith("3 sentences found in 2 statements.\n")


def test_json_has_total_hits_and_facets(root: Path) -> None:
    found = json.loads(search(root, "суд", "--json", "--limit", 1, "--page", 2).stdout)
    assert (found["total"], found["statements"], len(found["hits"])) == (3, 2, 1)
    (match,) = found["hits"][0]["matches"]
    assert found["hits"][0]["text"][match["start"] : match["end"]].lower() == "суд"
    assert [value["count"] for value in found["facets"]["years"]] == [1, 1]


def test_a_concordance_as_text_and_as_a_table(root: Path) -> None:
    lines = search(root, "суд", "--concordance", "right").stdout.splitlines()
    assert [line.split("  ")[-1].strip() for line in lines] == ["?", "нет.", "судит. Суда нет."]
    table = search(root, "суд", "--csv").stdout.splitlines()
    assert table[0].startswith("left,keyword,right")
    assert len(table) == 4


def test_frequencies_by_year_and_speaker(root: Path) -> None:
    years = search(root, "суд", "--frequency", "year").stdout.splitlines()
    assert years == ["2019\t2\t2\t1000.0‰", "2021\t1\t1\t1000.0‰"]
    speakers = json.loads(search(root, "суд", "--frequency", "speaker", "--json").stdout)
    assert {each["label"]: each["hits"] for each in speakers} == {"Анна Ким": 2, "Борис Ли": 1}


@pytest.mark.parametrize("more", [[], ["--json"], ["--csv"], ["--frequency", "year"]])
def test_nothing_found_is_exit_status_1(root: Path, more: list[str]) -> None:
    assert search(root, "колодец", *more).exit_code == 1


@pytest.mark.parametrize(
    ("language", "note"),
    [("en", "isn't closed"), ("ru", "Кавычка не закрыта"), ("kk", "Тырнақша жабылмаған")],
)
def test_what_was_not_understood_is_said_in_the_persons_language(
    root: Path, language: str, note: str
) -> None:
    result = search(root, '"суд', "--concordance", "left", language=language)
    assert result.exit_code == 0
    assert note in result.stderr


def test_a_cache_that_cannot_be_written_is_explained(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "file"))
    result = search(root, "суд")
    assert result.exit_code == 2
    assert "XDG_CACHE_HOME" in result.stderr


def test_an_empty_query_is_an_error(root: Path) -> None:
    result = search(root, " ", language="uk")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, "Помилка: Запит порожній.")
