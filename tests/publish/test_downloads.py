"""What an archive offers to take along."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from allocution.editions.table import EDITIONS
from allocution.errors import UsageError
from allocution.evidence.unpacking import texts_in
from tests.editions.validators import missing
from tests.publish.archives import assert_same, build_site, tree, write

ARCHIVE = {
    "hugo.toml": 'title = "Archive"\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.ru]\n'
    '[params.allocution]\neditions = ["jsonl", "bibtex"]\n',
    "content/a.md": '---\ntitle: "Ann Lee (Libel)"\ndate: 2020-01-01\n---\nWords that were said.\n',
    "content/draft.md": '---\ntitle: "Secret Person (Libel)"\ndate: 2020-01-01\ndraft: true\n---\nHush.\n',
}


def built(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(root / "archive", files)
    build_site(root / "archive", root / "public")
    return tree(root / "public")


def test_files_lie_there_with_their_digests(tmp_path: Path) -> None:
    found = built(tmp_path, ARCHIVE)
    lines = [line.split("  ") for line in found["downloads/SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sorted(sums) == ["jsonl.zip", "references.bib"]
    page = found["downloads/index.html"].decode()
    for name, digest in sums.items():
        assert hashlib.sha256(found[f"downloads/{name}"]).hexdigest() == digest
        assert f"SHA-256 {digest}" in page
        assert re.search(rf'href="(\.\./downloads/)?{re.escape(name)}" download', page)
    assert ">Скачать</h1>" in found["ru/downloads/index.html"].decode()
    assert 'href="../downloads/index.html"' in found["a/index.html"].decode()
    with zipfile.ZipFile(io.BytesIO(found["downloads/jsonl.zip"])) as packed:
        assert packed.testzip() is None
        assert b"Words that were said." in packed.read("jsonl/sentences.jsonl")
        assert all(b"Secret" not in packed.read(name) for name in packed.namelist())


def test_an_edit_makes_them_anew_and_nothing_else_does(tmp_path: Path) -> None:
    first = built(tmp_path, ARCHIVE)
    assert_same(built(tmp_path, {}), first)
    edited = built(tmp_path, {"content/a.md": ARCHIVE["content/a.md"].replace("said", "written")})
    assert edited["downloads/SHA256SUMS"] != first["downloads/SHA256SUMS"]
    again = built(tmp_path, ARCHIVE)
    for path in ("downloads/SHA256SUMS", "downloads/jsonl.zip", "downloads/index.html"):
        assert again[path] == first[path]


def test_what_isnt_asked_for_any_more_goes(tmp_path: Path) -> None:
    built(tmp_path, ARCHIVE)
    without = built(tmp_path, {"hugo.toml": ARCHIVE["hugo.toml"].partition("[params")[0]})
    assert not [path for path in without if path.startswith("downloads/")]


def test_an_edition_that_isnt_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="pdff"):
        built(tmp_path, ARCHIVE | {"hugo.toml": ARCHIVE["hugo.toml"].replace("bibtex", "pdff")})
    assert not (tmp_path / "public").exists()


def test_what_is_withheld_is_in_no_edition_on_the_site(tmp_path: Path) -> None:
    if shutil.which("zimwriterfs") is None:
        missing("zimwriterfs")
    names = [edition.name for edition in EDITIONS]
    page = (
        '---\ntitle: "Ann Lee (Libel)"\ndate: 2020-01-01\nlanguage: en\n'
        "withhold:\n  - {name: Zebulon Quux, reason: safety}\n---\n"
        "Words that were said. I thank Zebulon Quux for that.\n"
    )
    listed = json.dumps(names)
    configuration = ARCHIVE["hugo.toml"].replace(
        '["jsonl", "bibtex"]', f"{listed}\nstatementEditions = {listed}"
    )
    found = built(tmp_path, {"hugo.toml": configuration, "content/a.md": page})
    files = {path: data for path, data in found.items() if path.startswith("downloads/")}
    assert len(files) == 2 * len(names) + 4  # the lists of digests, the page, and what the torrent is of
    for path, data in files.items():
        for text in texts_in(data):
            assert "Zebulon" not in text, path
            assert "Quux" not in text, path
    said = [
        path for path, data in files.items() if any("Words that were said" in text for text in texts_in(data))
    ]
    alone = {f"downloads/statements/{name}" for name in ("sqlite/a.sqlite", "zim/a.zim", "pdf/a.pdf")}
    assert {"downloads/archive.sqlite", "downloads/archive.zim", "downloads/book-a4.pdf", *alone} <= set(said)


TWO = ARCHIVE | {
    "hugo.toml": 'baseURL = "https://archive.example/"\n'
    + ARCHIVE["hugo.toml"].replace('editions = ["jsonl", "bibtex"]', 'statementEditions = ["text", "epub"]')
    + """
[[params.allocution.selections]]
name = "early"
where = "year:..2010"
title = {en = "Early ones", ru = "Ранние"}
editions = ["html", "torrent"]
""",
    "content/b.md": '---\ntitle: "Bo Day (Theft)"\ndate: 2001-01-01\n---\nNothing of the kind.\n'
    'See [a]({{< ref "a.md" >}}).\n',
}


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive that offers statements and a selection, built in `public`."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    built(tmp_path, TWO)
    return tmp_path


def test_each_statement_is_offered_by_itself(two: Path) -> None:
    found = tree(two / "public")
    folder = "downloads/statements/"
    names = [name.removeprefix(folder) for name in sorted(found) if name.startswith(folder)]
    assert names == ["SHA256SUMS", "epub/a.epub", "epub/b.epub", "text/a.zip", "text/b.zip"]
    sums = found[f"{folder}SHA256SUMS"].decode()
    for name in names[1:]:
        assert f"{hashlib.sha256(found[folder + name]).hexdigest()}  {name}\n" in sums
    assert 'href="../downloads/statements/epub/a.epub">EPUB</a>' in found["a/index.html"].decode()
    page = found["downloads/index.html"].decode()
    assert "<dt>EPUB <span" in page
    assert f"SHA-256 {hashlib.sha256(sums.encode()).hexdigest()}" in page
    assert not any(b"Hush" in data for data in found.values())


def test_only_what_changed_is_made_again(two: Path) -> None:
    first = tree(two / "public")
    write(two / "archive", {"content/b.md": TWO["content/b.md"].replace("kind", "sort")})
    summary = build_site(two / "archive", two / "public")
    edited = tree(two / "public")
    changed = {path for path in edited if path.startswith("downloads/") and edited[path] != first.get(path)}
    assert summary.kept > summary.made
    assert {path for path in changed if "statements/" in path} == {
        "downloads/statements/SHA256SUMS",
        "downloads/statements/epub/b.epub",
        "downloads/statements/text/b.zip",
    }
    write(
        two / "archive",
        {"content/c.md": TWO["content/b.md"].replace("Bo Day", "Cy Fox").replace("2001", "2022")},
    )
    build_site(two / "archive", two / "public")
    build_site(two / "archive", two / "other")
    assert_same(tree(two / "public"), tree(two / "other"))


def test_a_selection_is_offered(two: Path) -> None:
    found = tree(two / "public")
    names = sorted(path for path in found if path.startswith("downloads/selections/"))
    files = ("archive.html", "release.torrent", "release.zip")
    assert names == [f"downloads/selections/early/{name}" for name in files]
    assert b"https://archive.example/downloads/selections/early/release.zip" in found[names[1]]
    html = found[names[0]]
    assert b"Nothing of the kind" in html
    assert b"Words that were said" not in html
    sums = found["downloads/SHA256SUMS"].decode()
    assert f"{hashlib.sha256(html).hexdigest()}  selections/early/archive.html\n" in sums
    page = found["ru/downloads/index.html"].decode()
    assert "<h2>Ранние</h2>" in page
    assert "<code>year:..2010</code>" in page
    assert hashlib.sha256(html).hexdigest() in page


def test_what_is_withdrawn_goes_from_all_of_them(two: Path) -> None:
    withdrawn = TWO["content/b.md"].replace("---\nNothing", "withdrawn: true\n---\nNothing")
    write(two / "archive", {"content/b.md": withdrawn})
    summary = build_site(two / "archive", two / "public")
    found = tree(two / "public")
    assert [path for path in found if "/b." in path or "/selections/" in path] == []
    assert "downloads/statements/epub/a.epub" in found
    assert [each.code for each in summary.findings if each.code.startswith("selection")] == [
        "selection-empty"
    ]


def test_what_a_statement_forbids_isnt_offered(two: Path) -> None:
    forbidding = TWO["content/b.md"].replace("---\nNothing", "notInEditions: [epub]\n---\nNothing")
    write(two / "archive", {"content/b.md": forbidding})
    build_site(two / "archive", two / "public")
    found = tree(two / "public")
    assert "downloads/statements/epub/b.epub" not in found
    assert "b.epub" not in found["b/index.html"].decode()
    assert "text/b.zip" in found["b/index.html"].decode()
