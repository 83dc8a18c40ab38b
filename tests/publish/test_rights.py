"""What rights keep out of editions: one statement's, or a collection of one author's speeches."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.publish.refusals import RightsRefuseExportError
from tests.editions.archives import exported, tables
from tests.publish.archives import build_site, write


def statement(speaker: str, more: str = "") -> str:
    return f"---\ntitle: {speaker} (клевета)\nspeakers: [{speaker}]\n{more}---\nСлово {speaker}.\n"


TWO = {"content/a.md": statement("Анна Ким"), "content/b.md": statement("Бек Сериков")}
ONE_AUTHOR = {"content/a.md": statement("Анна Ким"), "content/b.md": statement("Анна Ким")}
FORBIDDEN = TWO | {"content/c.md": statement("Вера Ли", "notInEditions: [epub, TEI]\n")}


def names(folder: Path) -> list[object]:
    return [row["statement"] for row in tables(folder, "statements")]


def test_a_statement_is_left_out_of_an_edition_that_it_forbids(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", FORBIDDEN)
    summary = exported(root, tmp_path / "out", "jsonl", "tei", "epub", "bagit", "bibtex")
    assert names(tmp_path / "out") == ["a", "b", "c"]
    assert not (tmp_path / "out/tei/c.xml").exists()
    assert not (tmp_path / "out/bagit/data/tei/c.xml").exists()
    assert (tmp_path / "out/tei/b.xml").exists()
    assert [(found.code, found.place.path, found.parameters) for found in summary.left_out] == [
        ("edition-forbidden", "content/c.md", (("edition", name),)) for name in ("tei", "epub", "bagit")
    ]
    exported(root, tmp_path / "all", "tei", anyway=True)
    assert (tmp_path / "all/tei/c.xml").exists()


def test_all_means_every_edition(tmp_path: Path) -> None:
    files = TWO | {"content/c.md": statement("Вера Ли", "notInEditions: all\n")}
    exported(write(tmp_path / "archive", files), tmp_path / "out", "jsonl", "bibtex")
    assert names(tmp_path / "out") == ["a", "b"]
    assert "Вера" not in (tmp_path / "out/bibtex/references.bib").read_text()


def test_one_authors_speeches_are_gathered_only_when_that_is_explicit(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", ONE_AUTHOR)
    with pytest.raises(RightsRefuseExportError) as refused:
        exported(root, tmp_path / "out", "epub", "jsonl")
    assert [found.code for found in refused.value.findings] == ["edition-one-author"] * 2
    assert not (tmp_path / "out").exists()
    summary = exported(root, tmp_path / "out", "epub", "bibtex")
    assert {file.path for file in summary.files} == {"bibtex/references.bib"}
    exported(root, tmp_path / "out", "epub", "jsonl", anyway=True)
    assert names(tmp_path / "out") == ["a", "b"]
    exported(root, tmp_path / "one", "jsonl", statement="a")


def test_a_selection_of_one_authors_speeches_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = ONE_AUTHOR | {"content/c.md": statement("Вера Ли")}
    root = write(tmp_path / "archive", files)
    exported(root, tmp_path / "out", "text")
    with pytest.raises(RightsRefuseExportError):
        exported(root, tmp_path / "some", "text", where='speaker:"Анна Ким"')


def test_a_speech_and_its_translation_are_no_collection(tmp_path: Path) -> None:
    files = {
        "content/a.ru.md": statement("Анна Ким"),
        "content/a.en.md": statement("Анна Ким", "translators: [X]\n"),
        "hugo.toml": "[languages.ru]\n[languages.en]\n",
    }
    assert exported(write(tmp_path / "archive", files), tmp_path / "out", "text").statements == 2


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "одного автора"), ("kk", "бір автордың"), ("en", "one author")]
)
def test_the_command_says_so(language: str, said: str, tmp_path: Path) -> None:
    root = write(tmp_path / "archive", ONE_AUTHOR)
    arguments = ["export", str(root), "--edition", "text", "--output", str(tmp_path / "out")]
    refused = CliRunner().invoke(main, [*arguments, "--language", language])
    assert refused.exit_code == 1
    assert said in refused.output
    assert CliRunner().invoke(main, [*arguments, "--anyway"]).exit_code == 0


def test_a_site_offers_no_edition_that_rights_forbid(tmp_path: Path) -> None:
    settings = '[params.allocution]\neditions = ["text", "bibtex"]\n'
    root = write(tmp_path / "archive", ONE_AUTHOR | {"hugo.toml": settings})
    summary = build_site(root, tmp_path / "public")
    assert [each.code for each in summary.findings if each.code.startswith("edition")] == [
        "edition-one-author"
    ]
    offered = {path.name for path in (tmp_path / "public/downloads").iterdir()}
    assert offered == {"bibtex.zip", "references.bib", "SHA256SUMS", "index.html"} - {"bibtex.zip"}
    write(root, {"hugo.toml": f"{settings}editionsAnyway = true\n"})
    summary = build_site(root, tmp_path / "public")
    assert "text.zip" in {path.name for path in (tmp_path / "public/downloads").iterdir()}
    assert [each.code for each in summary.findings if each.code.startswith("edition")] == []
