"""Statements named as near in words, and builds that remember: the same as a clean one."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.publish.archives import assert_same, build_site, tree, write

CONFIGURATION = """\
title = "Words"
defaultContentLanguage = "en"
[languages.en]
[params.allocution]
nearInWords = true
"""
NAMES = {"a": "Ann", "b": "Ben", "c": "Cora", "d": "Dan"}
ABOUT = {
    "a": "strike refinery workers ",
    "b": "ballots observers elections ",
    "c": "strikes refinery workers ",
    "d": "censorship newspapers editors ",
}


def statement(speaker: str, words: str) -> str:
    return (
        f'---\ntitle: "{speaker} Lee (Charge of {speaker})"\ndate: 2020-01-01\n---\n{(words * 3).strip()}.\n'
    )


def built(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(root / "archive", files)
    build_site(root / "archive", root / "public")
    return tree(root / "public")


def test_near_statements_are_named_and_follow_edits(tmp_path: Path) -> None:
    files = {f"content/{name}.md": statement(NAMES[name], words) for name, words in ABOUT.items()}
    found = built(tmp_path / "one", {"hugo.toml": CONFIGURATION, **files})
    assert b"Near in words" in found["a/index.html"]
    assert b'<a href="../c/index.html"' in found["a/index.html"].partition(b"Near in words")[2]
    assert b"Near in words" not in found["b/index.html"]
    found = built(tmp_path / "one", {"content/d.md": statement(NAMES["d"], ABOUT["b"])})
    assert b"Near in words" in found["b/index.html"]
    shutil.copytree(tmp_path / "one/archive", tmp_path / "two/archive")
    assert_same(found, built(tmp_path / "two", {}))
    plain = built(tmp_path / "one", {"hugo.toml": CONFIGURATION.replace("true", "false")})
    assert b"Near in words" not in plain["a/index.html"]
