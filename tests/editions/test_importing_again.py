"""An edition that is imported again comes back as it went out, but for what it says it loses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from allocution.cli import main
from allocution.content.importing.exported import read_tables
from allocution.editions.schema import TABLES
from allocution.workspace.edition_import import passages_that_differ, read_table_files
from tests.editions.archives import ODD_FILES, exported
from tests.publish.archives import tree, write

BASE = "https://example.org/"


def run(*arguments: str | Path, fails: bool = False) -> str:
    result = CliRunner().invoke(main, ["import", *map(str, arguments)])
    assert (result.exit_code != 0) is fails, result.output
    return result.output


def rows(folder: Path) -> dict[str, list[Any]]:
    """The rows of all tables: where a file lay is left out, and people go by what they are called where."""
    found: dict[str, list[Any]] = {}
    for table in TABLES:
        path = folder / "jsonl" / f"{table.name}.jsonl"
        found[table.name] = (
            [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
        )
    called: dict[str, list[Any]] = {}
    for row in found["names"]:
        called.setdefault(row["person"], []).append([row["statement"], row["role"], row["name"]])
    for row in (*found["people"], *found["names"]):
        row["person"] = sorted(called[row["person"]])
        row.pop("name" if row in found["people"] else "", None)
        row.pop("script", None)
    for row in found["statements"]:
        del row["path"]
    return {
        name: sorted(each, key=lambda row: json.dumps(row, sort_keys=True)) for name, each in found.items()
    }


# What `tei` says it loses.
LOST = {"statements": ("title", "time_zone", "language_stated"), "passages": ("level", "depth", "label")}


def without_lost(found: dict[str, list[Any]]) -> dict[str, list[Any]]:
    for table, columns in LOST.items():
        for row in found[table]:
            for column in columns:
                row.pop(column, None)
    return found


@pytest.mark.parametrize("archive", ["sample", "seed"])
def test_tei_comes_back_but_for_what_it_loses(
    archive: str, archives: dict[str, Path], tmp_path: Path
) -> None:
    if archive not in archives:
        pytest.skip(f"no {archive} beside the repository")
    exported(archives[archive], tmp_path / "first", "jsonl", "tei", base_address=BASE)
    run("tei", tmp_path / "first" / "tei", "--into", tmp_path / "archive")
    exported(tmp_path / "archive", tmp_path / "second", "jsonl", "tei", base_address=BASE)
    assert without_lost(rows(tmp_path / "second")) == without_lost(rows(tmp_path / "first"))
    run("tei", tmp_path / "second" / "tei", "--into", tmp_path / "again")
    exported(tmp_path / "again", tmp_path / "third", "jsonl", base_address=BASE)
    assert rows(tmp_path / "third") == rows(tmp_path / "second")
    before = tree(tmp_path / "again")
    said = run("tei", tmp_path / "second" / "tei", "--into", tmp_path / "again", "--language", "en")
    assert "there already" in said
    assert tree(tmp_path / "again") == before


def test_the_oddest_tei_is_read(archives: dict[str, Path], tmp_path: Path) -> None:
    exported(archives["odd"], tmp_path / "out", "tei")
    run("tei", tmp_path / "out" / "tei", "--into", tmp_path / "archive")
    assert len(list((tmp_path / "archive").rglob("*.md"))) == len(ODD_FILES) - 1


@pytest.mark.parametrize("text", ["<TEI", "<x/>", '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', ""])
def test_what_is_no_tei_is_refused(text: str, tmp_path: Path) -> None:
    said = run("tei", write(tmp_path, {"a.xml": text}) / "a.xml", "--into", tmp_path / "archive", fails=True)
    assert said.startswith("Error: ")


def comes_back(root: Path, folder: Path, edition: str = "jsonl") -> None:
    """Export, import, export: the same rows; and once more: the same bytes."""
    exported(root, folder / "first", "jsonl", edition, base_address=BASE)
    run(edition, folder / "first" / edition, "--into", folder / "archive")
    exported(folder / "archive", folder / "second", "jsonl", base_address=BASE)
    assert rows(folder / "second") == rows(folder / "first")
    before = tree(folder / "archive")
    assert "there already" in run(
        edition, folder / "first" / edition, "--into", folder / "archive", "--language", "en"
    )
    assert tree(folder / "archive") == before


@pytest.mark.parametrize("edition", ["jsonl", "bagit"])
@pytest.mark.parametrize("archive", ["sample", "seed"])
def test_an_archive_comes_back(archive: str, edition: str, archives: dict[str, Path], tmp_path: Path) -> None:
    if archive not in archives:
        pytest.skip(f"no {archive} beside the repository")
    comes_back(archives[archive], tmp_path, edition)


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["bagit", "tei"])
def test_what_texas_keeps_comes_back(edition: str, archives: dict[str, Path], tmp_path: Path) -> None:
    """The bag has the tables, so jsonl is imported with it."""
    if "texas" not in archives:
        pytest.skip("no texas beside the repository")
    exported(archives["texas"], tmp_path / "first", "jsonl", edition, base_address=BASE)
    run(edition, tmp_path / "first" / edition, "--into", tmp_path / "archive")
    exported(tmp_path / "archive", tmp_path / "second", "jsonl", base_address=BASE)
    before, after = rows(tmp_path / "first"), rows(tmp_path / "second")
    if edition == "tei":
        before, after = without_lost(before), without_lost(after)
    assert after == before


def test_what_does_not_come_back_is_told(archives: dict[str, Path], tmp_path: Path) -> None:
    exported(archives["odd"], tmp_path / "out", "jsonl")
    said = run("jsonl", tmp_path / "out" / "jsonl", "--into", tmp_path / "archive", "--language", "en")
    differing = {
        each.name: passages_that_differ(each, each.imported())
        for each in read_tables(read_table_files(tmp_path / "out" / "jsonl"))
    }
    for name, passages in differing.items():
        told = (
            f"{name}: these passages came back otherwise than they went out: {', '.join(map(str, passages))}."
        )
        assert (told in said) is bool(passages)


WORDS = (
    "суд", "Слово", "сөз", "not", "guilty", "5", "*", "_x_", "<b>", "&amp;", "#", "- x", "1. y", "[…]", "(смеётся)",
    "{{< x >}}", "`c`", "В****", "https://example.org/a_b", "~~", "|", "\\", "[^1]", "«да»", "Судья: Тише!",
)  # fmt: skip
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
block = st.one_of(
    line,
    st.lists(line, min_size=2, max_size=3).map("\n".join),
    line.map("Судья: {}".format),
    line.map("> {}".format),
    st.lists(line, min_size=1, max_size=3).map(lambda each: "\n".join(f"- {text}" for text in each)),
    line.map("## {}".format),
    st.just("***"),
)
bodies = st.lists(block, min_size=1, max_size=6).map("\n\n".join)
names = st.sampled_from(("Анна Ким", "Ann Lee", "Серік Ахметов", "A; B", "O'Brien: C"))
SUD = {"written": "суд", "meant": "суда", "note": "n"}
SLOVO = {"written": "Слово", "meant": "Словом"}
facts = st.fixed_dictionaries(
    {
        "type": st.just("statement"),
        "language": st.sampled_from(("ru", "en")),
        "title": st.sampled_from(("Слово", "Анна Ким (клевета)", '"x": [y]')),
    },
    optional={
        "speakers": st.lists(names, min_size=1, max_size=2, unique=True),
        "charges": st.lists(st.sampled_from(("клевета", "ст. 174 УК РК", "a: b")), min_size=1, max_size=2, unique=True),
        "jurisdiction": st.sampled_from(("kz", "ru")),
        "court": st.sampled_from(("Суд «А»", ["Суд 1", "Суд 2"])),
        "judge": names,
        "delivered": st.sampled_from(("2020-06-22", "2020-06~", "-0398~", "1980-09-29/1980-10-02")),
        "date": st.sampled_from(("2020-06-22T13:01:00+06:00", "2021-01-02")),
        "lastmod": st.just("2024-05-06"),
        "stage": st.just("appeal"),
        "delivery": st.just("written"),
        "sentence": st.just("5 лет: строгого"),
        "rights": st.just("CC BY 4.0"),
        "sources": st.just([{"address": "https://example.org/1", "title": "a", "note": "b"}, "архив"]),
        "translation": st.just("machine"),
        "retelling": st.just(True),
        "corrections": st.lists(
            st.sampled_from((SUD, SLOVO)),
            min_size=1, max_size=2, unique_by=lambda each: each["written"],
        ),
    },
)  # fmt: skip


@given(made=st.lists(st.tuples(facts, bodies), min_size=1, max_size=3))
@settings(
    max_examples=15,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_whatever_an_archive_says_comes_back(made: list[tuple[dict[str, Any], str]], tmp_path: Path) -> None:
    """Facts always; passages, too, unless it is told of them."""
    shutil.rmtree(tmp_path, ignore_errors=True)
    files = {
        f"content/s{number}.md": f"{json.dumps(said, ensure_ascii=False)}\n\n{body}\n"
        for number, (said, body) in enumerate(made)
    }
    exported(write(tmp_path / "root", files), tmp_path / "first", "jsonl", base_address=BASE, anyway=True)
    run("jsonl", tmp_path / "first" / "jsonl", "--into", tmp_path / "archive")
    exported(tmp_path / "archive", tmp_path / "second", "jsonl", base_address=BASE, anyway=True)
    before, after = rows(tmp_path / "first"), rows(tmp_path / "second")
    told = {
        each.name
        for each in read_tables(read_table_files(tmp_path / "first" / "jsonl"))
        if passages_that_differ(each, each.imported())
    }

    def whole(found: dict[str, list[Any]], table: str) -> list[Any]:
        return [row for row in found[table] if row["statement"] not in told]

    for table in ("statements", "charges", "sources", "passages", "sentences", "corrections"):
        assert whole(after, table) == whole(before, table), table
    assert after["names"] == before["names"]


BODY = """Первый *абзац* с пометой (смеётся) и [неразборчиво]. 5 * 5 = 25, a_b_c, &amp;amp; #1

Судья: Тише!

[аплодисменты]

## Глава {2}

> Цитата в одну
> и вторую строку

- первый
- второй
  - вложенный

3. третий
4. четвёртый

| а | б |
|---|---|
| в | г |

```
код <x> *y*
```

***

Слово В**** здесь.[^1] Конец.

[^1]: Примечание.
"""


def test_every_kind_of_passage_comes_back(tmp_path: Path) -> None:
    root = write(
        tmp_path / "root", {"content/a.md": f"---\ntype: statement\ntitle: Слово\nlanguage: ru\n---\n{BODY}"}
    )
    comes_back(root, tmp_path)


def test_a_zip_file_is_read_as_its_folder(archives: dict[str, Path], tmp_path: Path) -> None:
    exported(archives["sample"], tmp_path / "out", "jsonl")
    packed = shutil.make_archive(str(tmp_path / "jsonl"), "zip", tmp_path / "out", "jsonl")
    assert read_table_files(Path(packed)) == read_table_files(tmp_path / "out" / "jsonl")


def test_a_damaged_bag_is_refused(archives: dict[str, Path], tmp_path: Path) -> None:
    exported(archives["sample"], tmp_path / "out", "bagit")
    bag = tmp_path / "out" / "bagit"
    for name in ("data/jsonl/statements.jsonl", "data/jsonl/extra.jsonl"):
        copy = Path(shutil.copytree(bag, tmp_path / name.replace("/", "-")))
        (copy / name).write_bytes(b"{}\n")
        assert "damaged" in run("bagit", copy, "--into", tmp_path / "archive", fails=True)
    (bag / "data/jsonl/passages.jsonl").unlink()
    assert "damaged" in run("bagit", bag, "--into", tmp_path / "archive", fails=True)
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("files", [{"x.txt": ""}, {"statements.jsonl": "[]\n"}, {"statements.jsonl": "{}\n"}])
def test_what_is_no_edition_is_refused(files: dict[str, str], tmp_path: Path) -> None:
    said = run("jsonl", write(tmp_path / "edition", files), "--into", tmp_path / "archive", fails=True)
    assert "Traceback" not in said
    assert not (tmp_path / "archive").exists()
