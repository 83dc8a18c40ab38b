"""An archive opened from Python: typed records, the tables of the editions as frames, nothing that is withheld."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import polars
import pytest

import allocution
from allocution.editions.schema import TABLES
from allocution.errors import AllocutionError, UsageError
from allocution.messages import explain
from allocution.workspace.opening import OpenedArchive
from tests.editions.archives import exported, tables
from tests.publish.archives import NOW, SAMPLE, write
from tests.publish.secrets_archive import PLACES, secrets, statement

TWO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Архив"\n',
    "content/a.md": "---\ntitle: Анна Ким (клевета)\nspeakers: [Анна Ким]\ndelivered: 2020-06-22\n"
    "corrections:\n  - {written: чопротивлением, meant: сопротивлением}\n---\n"
    "Я не признаю вины. Это было чопротивлением!\n\nСудья: Тише.\n",
    "content/b.md": "---\ntitle: Бек\ndraft: true\n---\nНе готово.\n",
}


def opened(root: Path) -> OpenedArchive:
    return allocution.open(root, now=NOW)


def test_records_are_typed(tmp_path: Path) -> None:
    archive = opened(write(tmp_path, TWO))
    assert (archive.title, len(archive)) == ("Архив", 1)
    (said,) = archive
    assert (said.name, said.path, said.address) == ("a", "content/a.md", "https://example.org/a/")
    assert (said.date, said.year, said.language, said.translates) == ("2020-06-22", 2020, "ru", "")
    assert said.heading == "Анна Ким (клевета)"
    assert [speaker.name for speaker in said.facts.speakers] == ["Анна Ким"]
    first, second, third = said.sentences
    assert first.address == f"https://example.org/a/#{first.anchor}"
    assert (second.number, second.text, second.meant) == (
        2,
        "Это было чопротивлением!",
        "Это было сопротивлением!",
    )
    assert (third.role, third.speaker, third.text) == ("judge", "Судья", "Тише.")
    assert [(token.text, token.lemma) for token in first.tokens][-2:] == [("вины", "вина"), (".", ".")]
    assert list(archive.sentences()) == [first, second, third]
    assert len(said.passages) == 2


def test_a_statement_is_found_by_its_file_its_address_and_its_name() -> None:
    archive = opened(SAMPLE)
    wanted = ("content/statements/more-1535.en.md", "/en/statements/more-1535/", "en.statements.more-1535")
    assert {archive.statement(each).name for each in wanted} == {"en.statements.more-1535"}
    with pytest.raises(AllocutionError, match="nobody"):
        archive.statement("nobody")


def test_the_words_are_read_only_when_they_are_asked_for(tmp_path: Path) -> None:
    archive = opened(write(tmp_path, TWO))
    (said,) = archive
    (tmp_path / "content/a.md").write_text("---\ntitle: Другое\n---\nДругое.\n")
    assert said.heading == "Анна Ким (клевета)"
    with pytest.raises(AllocutionError, match="content-changed"):
        _ = said.sentences


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_frames_are_the_tables_of_the_editions(table: str, tmp_path: Path) -> None:
    exported(SAMPLE, tmp_path / "out", "jsonl")
    expected = tables(tmp_path / "out", table)
    archive = opened(SAMPLE)
    assert archive.to_polars(table).to_dicts() == expected
    frame = archive.to_pandas(table)
    assert json.loads(frame.to_json(orient="records")) == expected


def test_tokens_are_those_of_the_sentences() -> None:
    archive = opened(SAMPLE)
    frame = archive.to_polars("tokens")
    tokens = [token for sentence in archive.sentences() for token in sentence.tokens]
    assert frame["text"].to_list() == [token.text for token in tokens]
    assert frame["lemma"].to_list() == [token.lemma or None for token in tokens]
    assert frame.schema["number"] == polars.Int64
    assert dict(archive.to_pandas("tokens").dtypes)["kind"] == "string"


def test_an_empty_table_has_its_columns(tmp_path: Path) -> None:
    archive = opened(write(tmp_path, {"content/a.md": "---\ntitle: Анна Ким\n---\nДа.\n"}))
    assert archive.to_polars("charges").shape == (0, 8)
    assert archive.to_pandas("charges").shape == (0, 8)


def test_a_table_that_there_is_not_is_an_error_that_says_which_there_are() -> None:
    with pytest.raises(UsageError, match=r"table-unknown.*words") as raised:
        opened(SAMPLE).to_polars("words")
    assert "tokens" in explain(raised.value, "en")[1]


@pytest.mark.parametrize(("library", "method"), [("polars", "to_polars"), ("pandas", "to_pandas")])
def test_without_the_library_an_error_says_what_to_install(library: str, method: str) -> None:
    code = f"""
import importlib.util, allocution
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "{library}" else found(name, *rest)
try:
    allocution.open({str(SAMPLE)!r}).{method}()
except allocution.errors.UsageError as error:
    print(allocution.messages.explain(error, "en")[1])
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert f"allocution[{library}]" in said


def test_importing_and_opening_load_no_frames_and_no_analysers() -> None:
    code = f"""
import sys, allocution
assert not {{"msgspec", "starlette", "lxml", "apsw", "polars", "pandas"}} & set(sys.modules), "import"
archive = allocution.open({str(SAMPLE)!r})
assert not {{"starlette", "polars", "pandas", "numpy", "pyarrow"}} & set(sys.modules), "open"
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_that_is_withheld_comes_out(tmp_path: Path) -> None:
    planted = list(zip(PLACES, secrets(), strict=False))
    for number, (place, secret) in enumerate(planted):
        write(tmp_path, {f"content/s{number}.md": statement(place, secret)})
    write(tmp_path, {"content/gone.md": "---\ntitle: Ян Снятойченко\nwithdrawn: true\n---\nСнятойченко!\n"})
    archive = opened(tmp_path)
    assert len(archive) == len(planted)
    everything = told(archive).casefold()
    assert "снятойченко" not in everything
    assert [place for place, secret in planted if secret.stem in everything] == []


def told(archive: OpenedArchive) -> str:
    """All that can be had of an archive, in one text."""
    found: list[Any] = [(each.facts, each.passages, each.sentences, each.heading) for each in archive]
    found += [archive.to_polars(table.name).to_dicts() for table in TABLES]
    found += list(islice(archive.sentences(), 10_000))
    return repr(found)
