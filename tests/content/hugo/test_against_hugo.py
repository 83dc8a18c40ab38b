"""Our list of pages, dates, drafts and addresses is that of `hugo list all` and of Hugo's output."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from allocution.content.hugo.dates import PageDate
from allocution.content.hugo.listing import Page
from allocution.content.hugo.paths import escape
from tests.content.hugo import made_archive
from tests.content.hugo.conftest import Hugo
from tests.content.hugo.reading import ReadArchive, read_archive
from tests.publish.archives import sample

SEED = Path(__file__).parents[3].parent / "shared" / "data" / "seed"
_NO_DATE = "0001-01-01T00:00:00Z"
_OTHER_FILES = (".jpg", ".svg", "sitemap.xml", "robots.txt", "notes.txt")
_PAGER = re.compile(r"(?:^|/)(?:page|seite)/\d+(?:/index)?\.html$")


def web_files(paths: Iterable[str]) -> frozenset[str]:
    """Pages and feeds among the files of an output, without the lists' further pages."""
    kept = {path for path in paths if not path.endswith(_OTHER_FILES)}
    return frozenset(path for path in kept if not _PAGER.search(path))


def instant(date: PageDate | None) -> datetime | None:
    return date.instant.astimezone(UTC) if date else None


def listed_instant(written: str) -> datetime | None:
    return None if written == _NO_DATE else datetime.fromisoformat(written).astimezone(UTC)


def ours(page: Page, base: str) -> dict[str, object]:
    """A page in the columns of `hugo list all`."""
    facts = page.facts
    address = "" if facts.render == "never" else base + escape(facts.target.address)
    return {
        "slug": facts.slug,
        "title": facts.title,
        "date": instant(facts.dates.date),
        "expiryDate": instant(facts.dates.expiry),
        "publishDate": instant(facts.dates.publish),
        "draft": facts.draft,
        "permalink": address,
        "kind": facts.kind,
        "section": facts.section.split("/")[1],
    }


def theirs(row: dict[str, str]) -> dict[str, object]:
    """A row of `hugo list all` with its values read."""
    dates = {key: listed_instant(row[key]) for key in ("date", "expiryDate", "publishDate")}
    return {**row, **dates, "draft": row["draft"] == "true"}


def assert_same_list(hugo: Hugo, root: Path, archive: ReadArchive) -> None:
    rows = {path: theirs(dict(row)) for path, row in hugo.list_all(root).items()}
    kinds = ("page",) if hugo.generation == "old" else ("home", "section", "taxonomy", "term", "page")
    base = archive.configuration.base_url.rstrip("/")
    mine = {
        page.facts.file.path: ours(page, base)
        for page in archive.listing.pages
        if page.facts.file.path and page.facts.kind in kinds and page.facts.list == "always"
    }
    assert sorted(mine) == sorted(rows)
    for path, row in rows.items():
        row.pop("path")
        if hugo.generation == "old" and has_derived_publish_date(archive.page(path)):
            assert row.pop("publishDate") is None
        assert {key: mine[path][key] for key in row} == row, path


def has_derived_publish_date(page: Page) -> bool:
    """Whether the date of publication is one that only the new Hugo infers: from another date's source."""
    publish = page.facts.dates.publish
    return publish is not None and publish.key not in ("publishdate", "pubdate", "published", "date")


@pytest.mark.parametrize("name", ["suffixes", "folders", "plain"])
def test_a_made_archive_is_what_hugo_makes_of_it(name: str, hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / name
    made_archive.write(root, made_archive.archive(name, hugo.generation))
    archive = read_archive(root)
    built = hugo.build(root)
    assert archive.outputs() == web_files(built)
    assert {path for path in built if _PAGER.search(path)} <= archive.pager_outputs(99)
    assert_same_list(hugo, root, archive)


def test_the_made_archives_have_a_thousand_content_files() -> None:
    names = made_archive.COUNTS
    paths = [
        path for name in names for path in made_archive.archive(name, "new") if path.startswith("content")
    ]
    assert sum(not path.endswith((".jpg", ".txt")) for path in paths) == sum(names.values()) == 1000


def test_ugly_addresses(hugo: Hugo, tmp_path: Path) -> None:
    """The old Hugo has `/posts.html` for a section; the new one, as we have it, `/posts/index.html`."""
    root = tmp_path / "ugly"
    made_archive.write(root, made_archive.archive("ugly", hugo.generation))
    archive = read_archive(root)
    built = hugo.build(root)
    expected = archive.outputs()
    if hugo.generation == "new":
        # Its redirect to the main language is written to a folder with a broken name.
        expected = expected - {"ru/index.html"} | {"index.htmlru/index.html"}
        assert {path for path in built if _PAGER.search(path)} <= archive.pager_outputs(99)
    else:
        lists = {
            page.facts.target.output
            for page in archive.published
            if page.facts.kind in ("section", "taxonomy")
        }
        expected = expected - lists | {path.removesuffix("/index.html") + ".html" for path in lists}
    assert expected == web_files(built)
    assert_same_list(hugo, root, archive)


DRAFT = b"---\ntitle: x\ndraft: true\n---\n"
CONFIGURATION = b'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "home"]\n'
TWO_LANGUAGES = b"""
defaultContentLanguage = "ru"
[languages.ru]
weight = 1
[languages.kk]
weight = 2
"""
PLAIN = b"---\ntitle: x\n---\n"

# What differs: settings, content, files that only the new Hugo writes, files that only the old one writes.
DIFFERENCES: dict[str, tuple[bytes, dict[str, bytes], set[str], set[str]]] = {
    "a section's slug is part of the addresses below it": (
        b"",
        {"p/_index.md": b"---\nslug: q\n---\n", "p/x.md": PLAIN},
        {"q/index.html", "q/x/index.html"},
        {"p/index.html", "p/x/index.html"},
    ),
    "a draft section's pages are published": (
        b"",
        {"p/_index.md": DRAFT, "p/x.md": PLAIN},
        {"p/x/index.html"},
        set(),
    ),
    "an absolute alias begins with the language; no home page, no redirect to it": (
        TWO_LANGUAGES,
        {"x.kk.md": b"---\naliases: [/old]\n---\n"},
        {"kk/old/index.html"},
        {"old/index.html", "ru/index.html"},
    ),
    "signs between spaces leave two hyphens": (
        b"",
        {"a & b.md": PLAIN},
        {"a--b/index.html"},
        {"a-b/index.html"},
    ),
    "a single file can be headless": (b"", {"x.md": b"---\nheadless: true\n---\n"}, set(), {"x/index.html"}),
    "tokens are expanded in url": (
        b"",
        {"x.md": b"---\ntitle: y\nurl: /:title/\n---\n"},
        {"y/index.html"},
        {":title/index.html"},
    ),
    "permalinks of nested sections and of pages by kind": (
        b'[permalinks.page]\n"p/q" = "/z/:contentbasename/"\n',
        {"p/q/x.md": PLAIN},
        {"z/x/index.html"},
        {"p/q/x/index.html"},
    ),
    "one language can have a subdirectory": (
        b"defaultContentLanguageInSubdir = true\n",
        {"x.md": PLAIN},
        {"en/x/index.html"},
        {"x/index.html"},
    ),
    "a section's url is taken as it is": (
        b"",
        {"p/_index.md": "---\nurl: /Мой Раздел/\n---\n".encode()},
        {"Мой Раздел/index.html"},
        {"мой-раздел/index.html"},
    ),
    "upper case stays in made sections too": (
        b"disablePathToLower = true\n",
        {"Upper/X.md": PLAIN},
        {"Upper/index.html"},
        {"upper/index.html"},
    ),
}


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_where_the_two_differ_we_follow_the_new_one(
    difference: str, new_hugo: Hugo, old_hugo: Hugo, tmp_path: Path
) -> None:
    settings, content, only_new, only_old = DIFFERENCES[difference]
    root = tmp_path / "site"
    files = {"hugo.toml": CONFIGURATION + settings, **made_archive.LAYOUTS}
    made_archive.write(root, {**files, **{f"content/{path}": data for path, data in content.items()}})
    new = web_files(new_hugo.build(root))
    assert read_archive(root).outputs() == new
    if "[permalinks.page]" in settings.decode():
        made_archive.write(root, {"hugo.toml": CONFIGURATION})
    old = web_files(old_hugo.build(root))
    assert set(new - old) == only_new
    assert set(old - new) == only_old


def test_a_folder_of_drafts_makes_no_section(new_hugo: Hugo, old_hugo: Hugo, tmp_path: Path) -> None:
    """Here we follow the old one: not even a draft's folder shows."""
    root = tmp_path / "site"
    made_archive.write(
        root,
        {
            "hugo.toml": CONFIGURATION,
            **made_archive.LAYOUTS,
            "content/secret/x.md": DRAFT,
            "content/y.md": PLAIN,
        },
    )
    outputs = read_archive(root).outputs()
    assert outputs == web_files(old_hugo.build(root)) == {"y/index.html"}
    assert web_files(new_hugo.build(root)) - outputs == {"secret/index.html"}


def test_the_sample(hugo: Hugo, tmp_path: Path) -> None:
    root = sample(tmp_path / "archive")
    made_archive.write(root, made_archive.LAYOUTS)
    archive = read_archive(root)
    assert web_files(hugo.build(root)) == archive.outputs()
    assert_same_list(hugo, root, archive)
    assert archive.findings == ()


@pytest.mark.skipif(not SEED.is_dir(), reason="no seed beside the repository")
def test_the_seed(hugo: Hugo, tmp_path: Path) -> None:
    root = tmp_path / "seed"
    seed = {f"content/{path.name}": path.read_bytes() for path in SEED.glob("*.md")}
    made_archive.write(
        root, {**made_archive.LAYOUTS, "hugo.toml": b'baseURL = "https://example.org/"\n', **seed}
    )
    archive = read_archive(root)
    assert archive.outputs() == web_files(hugo.build(root))
    assert_same_list(hugo, root, archive)
    speech = archive.page("content/alnur-ilyashev.md")
    assert speech.facts.target.address == "/alnur-ilyashev/"
    assert speech.facts.dates.date is not None
    assert speech.facts.dates.date.written == "2020-06-22T13:01:00+06:00"
    assert archive.findings == ()
