"""Every address that Hugo gives an archive answers in the site that we build of it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.content.hugo import made_archive
from tests.content.hugo.conftest import Hugo, find_hugo
from tests.content.hugo.test_against_hugo import web_files
from tests.publish.archives import SEED, build_site, needs_seed, sample, tree

HELD_BACK = ("draft", "future", "expired")


@pytest.fixture(params=["new", "old"])
def hugo(request: pytest.FixtureRequest) -> Hugo:
    """Each Hugo."""
    return find_hugo(request.param)


def built_by_both(root: Path, hugo: Hugo) -> tuple[frozenset[str], frozenset[str]]:
    """The paths of Hugo's files and of ours; ours are built last, so that Hugo doesn't read our records."""
    theirs = hugo.build(root)
    build_site(root, root.parent / "public")
    return theirs, frozenset(tree(root.parent / "public"))


def assert_no_page_is_missing(root: Path, hugo: Hugo) -> None:
    theirs, ours = built_by_both(root, hugo)
    # Hugo keeps a file name's letters as the disk has them; our addresses are in NFC, which people type.
    theirs = frozenset(unicodedata.normalize("NFC", path) for path in theirs)
    assert len(theirs) > 5
    assert sorted(web_files(theirs) - ours) == []
    pages = hugo.list_all(root)
    for path, row in pages.items():
        output = _output_of(row["permalink"])
        assert output is None or (output in ours) == (output in theirs), path
    assert any(_output_of(row["permalink"]) in ours for row in pages.values())


def _output_of(permalink: str) -> str | None:
    """The file of an address, relative to the site's folder; None for a page without an address."""
    path = unicodedata.normalize("NFC", unquote(urlsplit(permalink).path))
    path = path.removeprefix("/archive").lstrip("/")
    if not permalink:
        return None
    return f"{path}index.html" if not path or path.endswith("/") else path


@pytest.mark.parametrize("name", ["suffixes", "folders", "plain"])
def test_the_made_archives(name: str, hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / name
    made_archive.write(root, made_archive.archive(name, hugo.generation))
    assert_no_page_is_missing(root, hugo)


def test_the_sample(hugo: Hugo, tmp_path: Path) -> None:
    root = sample(tmp_path / "archive")
    made_archive.write(root, made_archive.LAYOUTS)
    assert_no_page_is_missing(root, hugo)


@needs_seed
def test_the_seed(hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    seed = {f"content/{path.name}": path.read_bytes() for path in SEED.glob("*.md")}
    settings = {"hugo.toml": b'baseURL = "https://example.org/"\n'}
    made_archive.write(root, {**made_archive.LAYOUTS, **settings, **seed})
    assert_no_page_is_missing(root, hugo)


def test_what_hugo_holds_back_we_hold_back(hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    dates = {"draft": "draft: true", "future": "publishDate: 2099-01-01", "expired": "expiryDate: 2001-01-01"}
    content = {
        f"content/s/{name}.md": f"---\ntitle: Иван Первый (Клевета)\n{line}\n---\nСлово.\n".encode()
        for name, line in {**dates, "public": "date: 2020-01-01"}.items()
    }
    made_archive.write(
        root, {**made_archive.LAYOUTS, "hugo.toml": b'baseURL = "https://x.example/"\n', **content}
    )
    for files in built_by_both(root, hugo):
        assert "s/public/index.html" in files
        assert not [path for path in files if any(name in path for name in HELD_BACK)]


def test_files_of_bundles_are_where_hugo_has_them(hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    heads = {
        "s/index.md": "",
        "headless/index.md": "headless: true",
        "unwritten/index.md": ("" if hugo.generation == "new" else "_") + "build: {render: never}",
        "slug/index.md": "slug: other",
        "t/_index.md": "",
        "u/x.md": "",
    }
    content = {
        f"content/{path}": f"---\ntitle: Слово\n{head}\n---\n".encode() for path, head in heads.items()
    }
    folders = ("s", "s/inside", "headless", "unwritten", "slug", "t", "t/below", "u", "u/Below")
    files = {f"content/{folder}/a b.png": folder.encode() for folder in folders}
    settings = {"hugo.toml": b'baseURL = "https://example.org/"\n', "content/loose.png": b"loose"}
    made_archive.write(root, {**made_archive.LAYOUTS, **settings, **content, **files})
    theirs, ours = built_by_both(root, hugo)
    below = {
        f"u/{name}/a b.png" for name in ("Below", "below")
    }  # the old one keeps the case of such a folder
    assert {path for path in theirs - below if path.endswith(".png")} <= ours
    assert {path for path in ours if path.endswith(".png")} <= theirs | below
    assert below & ours


def test_files_that_are_kept_back_are_nowhere(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    heads = {
        "withdrawn": "withdrawn: {date: 2026-11-20, reason: По просьбе семьи}",
        "draft": "draft: true",
        "unpublished": "build: {publishResources: false}",
        "withheld": "withhold: [{statement: true, reason: family}]",
    }
    for name, head in heads.items():
        text = f"---\ntitle: Анна Ким (Клевета)\ndate: 2020-06-22\n{head}\n---\nСлово.\n"
        made_archive.write(
            root, {f"content/{name}/index.md": text.encode(), f"content/{name}/voice.mp3": b"\xff"}
        )
    build_site(root, tmp_path / "site")
    assert not list((tmp_path / "site").rglob("*.mp3"))


def test_a_list_of_ours_in_the_place_of_a_taxonomy_keeps_its_feed(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    settings = 'baseURL = "https://example.org/"\n[taxonomies]\ncourt = "courts"\n'
    speech = "---\ntitle: Анна Ким (Клевета)\ncourt: Суд\ncourts: [Суд]\n---\nСлово.\n"
    made_archive.write(root, {"hugo.toml": settings.encode(), "content/x.md": speech.encode()})
    build_site(root, tmp_path / "site")
    assert "<item>" in (tmp_path / "site" / "courts" / "index.xml").read_text(encoding="utf-8")
