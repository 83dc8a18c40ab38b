"""What gets into an export, what never does, and the folder that it is written to."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.editions.table import EDITIONS
from allocution.errors import AllocutionError, PublishError
from allocution.evidence.minisign import SecretKey
from allocution.publish.exporting import NothingSelectedError
from allocution.workspace.collecting import PublishedWords
from tests.chromium import missing
from tests.editions.archives import exported, tables
from tests.publish.archives import SAMPLE, tree, write
from tests.publish.opened_files import PROGRAMS, opened

SECRET = "Тайнословие"
EVERY = tuple(edition.name for edition in EDITIONS)


def page(title: str, fields: str = "", words: str = "Слова сказаны.") -> str:
    return f"---\ntitle: {title}\n{fields}---\n{words}\n"


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = {
        "hugo.toml": 'baseURL = "https://example.org/"\ndefaultContentLanguage = "ru"\n',
        "content/a.md": page("Анна Ким (клевета)", "date: 2019-05-02\n"),
        "content/b.md": page("Борис Ли (клевета)", "date: 2021-05-02\n"),
        "content/draft.md": page(f"{SECRET} Первое (клевета)", "draft: true\n", SECRET),
        "content/future.md": page(f"{SECRET} Второе (клевета)", "date: 2099-01-01\n", SECRET),
        "content/expired.md": page(f"{SECRET} Третье (клевета)", "expiryDate: 2020-01-01\n", SECRET),
        "content/withdrawn.md": page(f"{SECRET} Четвёртое (клевета)", "withdrawn: true\n", SECRET),
        "content/page.md": page("О нас", "type: page\n", "Обычная страница."),
    }
    return write(tmp_path / "archive", files)


def run(*arguments: object, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments), "--language", language])


LINKED = """date: 2019-05-02
sources: [{address: "https://punished.example/1", title: Пост, archived: "https://punished.example/2"}]
links: [{address: "https://punished.example/3", title: Статья}]
"""
WORDS = "Вот [ссылка](https://punished.example/4), [своя](/a/) и ![снимок](https://punished.example/5.jpg)."


@pytest.mark.parametrize("outside", ["live", "text", "absent"])
def test_links_out_of_the_archive_are_live_text_or_absent(root: Path, tmp_path: Path, outside: str) -> None:
    write(root, {"content/a.md": page("Анна Ким (клевета)", LINKED, WORDS)})
    setting = f'[params.allocution]\noutsideLinks = ["all: {outside}", "jsonl: live"]\n'
    with (root / "hugo.toml").open("a") as configuration:
        configuration.write(setting)
    wanted = ("jsonl", "tei", "html", "epub", "csv", "jsonld", "text")
    named = [word for name in wanted for word in ("-e", name)]
    result = run(root, *named, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    texts = {
        path.relative_to(tmp_path / "out").as_posix(): text
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
        for text in [" ".join(opened(path.read_bytes(), tmp_path))]
    }
    assert any("punished.example/1" in text for path, text in texts.items() if path.startswith("jsonl/"))
    others = " ".join(text for path, text in texts.items() if not path.startswith("jsonl/"))
    assert "ссылка" in others
    assert 'href="https://example.org/a/"' in others
    live = re.findall(r'(?:href|target|src)="https://punished\.example', others)
    assert bool(live) is (outside == "live")
    assert ("punished.example/1" in others) is (outside != "absent")
    assert outside != "absent" or "punished" not in others


def test_links_of_an_edition_that_there_is_not_stop_all(root: Path, tmp_path: Path) -> None:
    with (root / "hugo.toml").open("a") as configuration:
        configuration.write('[params.allocution]\noutsideLinks = ["pfd: absent"]\n')
    result = run(root, "-e", "text", "-o", tmp_path / "out")
    assert (result.exit_code, "no edition pfd" in result.output) == (2, True)


def test_the_key_of_releases_is_printed_in_books(root: Path, tmp_path: Path) -> None:
    key = SecretKey(bytes(range(8)), bytes(32)).public
    with (root / "hugo.toml").open("a") as configuration:
        configuration.write(f'[params.allocution]\npublicKey = "{key.text}"\n')
    for program in PROGRAMS:
        if shutil.which(program) is None:
            missing(program)
    assert run(root, "-e", "epub", "-e", "pdf", "-o", tmp_path / "out").exit_code == 0
    for book in ("epub/book.epub", "pdf/book-a4.pdf"):
        printed = "".join("".join(opened((tmp_path / "out" / book).read_bytes(), tmp_path)).split())
        assert f"({key.fingerprint.lower()})" in printed, book


def names(folder: Path) -> list[str]:
    return [str(row["statement"]) for row in tables(folder, "statements")]


def test_drafts_withdrawn_and_unpublished_statements_are_in_no_edition(root: Path, tmp_path: Path) -> None:
    exported(root, tmp_path / "out", *EVERY)
    assert names(tmp_path / "out") == ["a", "b"]
    for path, data in tree(tmp_path / "out").items():
        assert SECRET.encode() not in data, path
        assert not any(word in path for word in ("draft", "future", "expired", "withdrawn"))


@pytest.mark.parametrize("wanted", ["draft", "content/withdrawn.md", "/future/", "nobody"])
def test_what_is_not_published_cannot_be_asked_for(wanted: str, root: Path, tmp_path: Path) -> None:
    with pytest.raises(AllocutionError, match="statement-unknown"):
        exported(root, tmp_path / "out", "text", statement=wanted)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wanted", ["b", "content/b.md", "./content/b.md", "/b/", "b/"])
def test_one_statement_by_its_name_path_or_address(wanted: str, root: Path, tmp_path: Path) -> None:
    assert exported(root, tmp_path / "out", "jsonl", statement=wanted).statements == 1
    assert names(tmp_path / "out") == ["b"]
    assert [row["name"] for row in tables(tmp_path / "out", "people")] == ["Борис Ли"]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("year:2020..", ["b"]),
        ("speaker:Ким", ["a"]),
        ("слова", ["a", "b"]),
        ("слова -year:2019", ["b"]),
    ],
)
def test_a_selection_by_the_filters_of_search(
    where: str, found: list[str], root: Path, tmp_path: Path
) -> None:
    exported(root, tmp_path / "out", "jsonl", where=where)
    assert names(tmp_path / "out") == found


def test_a_query_that_nothing_answers_writes_nothing(root: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingSelectedError):
        exported(root, tmp_path / "out", "jsonl", where="колодец")
    assert run(root, "-e", "text", "--where", "колодец", "-o", tmp_path / "out").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_an_archive_without_statements_is_no_edition(tmp_path: Path) -> None:
    root = write(tmp_path / "empty", {"content/a.md": page("Анна Ким (клевета)", "draft: true\n")})
    with pytest.raises(NothingSelectedError, match="nothing-published"):
        exported(root, tmp_path / "out", *EVERY)
    assert not (tmp_path / "out").exists()


def test_the_list_of_files_has_their_sizes_and_digests(root: Path, tmp_path: Path) -> None:
    exported(root, tmp_path / "out", "jsonl", "text")
    listed = json.loads((tmp_path / "out" / "editions.json").read_text())["files"]
    assert [each["path"] for each in listed] == sorted(tree(tmp_path / "out").keys() - {"editions.json"})
    for each in listed:
        data = (tmp_path / "out" / each["path"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_an_earlier_export_is_replaced_and_nothing_else(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(root, out, "text", "jsonl")
    exported(root, out, "csv")
    assert sorted(path.name for path in out.iterdir()) == ["csv", "editions.json"]
    (out / "mine.txt").write_text("kept")
    before = tree(out)
    with pytest.raises(PublishError, match="export-folder-foreign"):
        exported(root, out, "text")
    assert tree(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


def test_the_command_reports_and_lists(root: Path, tmp_path: Path) -> None:
    result = run(root, "-e", "csv", "-e", "text", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"2 statements exported to {tmp_path / 'out'}\n")
    assert run(root, "-e", "csv", "-o", tmp_path / "out", "-q").stdout == ""
    listed = run("--list", language="ru").stdout
    assert [line.split()[0] for line in listed.splitlines() if not line.startswith(" ")] == list(EVERY)
    assert "Теряет" in listed


@pytest.mark.parametrize(
    "wrong", [[], ["-e", "papyrus"], ["-e", "csv", "--where", "a", "--statement", "b"]]
)  # fmt: skip
def test_what_cannot_be_asked_is_exit_status_2(wrong: list[str], root: Path, tmp_path: Path) -> None:
    assert run(root, *wrong, "-o", tmp_path / "out").exit_code == 2
    assert not (tmp_path / "out").exists()


def test_all_editions_at_once_are_those_made_one_by_one(tmp_path: Path) -> None:
    exported(SAMPLE, tmp_path / "all", *EVERY, jobs=2)
    for name in EVERY:
        exported(SAMPLE, tmp_path / name, name)
        assert tree(tmp_path / name / name) == tree(tmp_path / "all" / name), name


def test_an_edition_without_words_reads_none(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(PublishedWords, "read")
    assert run(root, "-e", "bibtex", "-e", "csl", "-j", "1", "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out" / "bibtex" / "references.bib").read_text().count("Ким") == 1
