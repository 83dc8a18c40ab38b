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
    configuration = ARCHIVE["hugo.toml"].replace('["jsonl", "bibtex"]', json.dumps(names))
    found = built(tmp_path, {"hugo.toml": configuration, "content/a.md": page})
    files = {path: data for path, data in found.items() if path.startswith("downloads/")}
    assert len(files) == len(names) + 2
    for path, data in files.items():
        for text in texts_in(data):
            assert "Zebulon" not in text, path
            assert "Quux" not in text, path
    said = [
        path for path, data in files.items() if any("Words that were said" in text for text in texts_in(data))
    ]
    assert {"downloads/archive.sqlite", "downloads/archive.zim", "downloads/book-a4.pdf"} <= set(said)
