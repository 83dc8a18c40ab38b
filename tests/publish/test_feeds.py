"""Feeds and sitemaps of every language hold to their formats: `jing` reads each against a schema in schemas/.

Atom has the grammar of RFC 4287 itself; RSS never had one. Besides there are grammars of our own, after RFC 4287, the
RSS 2.0 specification and the sitemap protocol 0.9, for the parts that our files have: they ask for more where programs
that read feeds do. test_program_files.py has feeds read by such a program.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import missing
from tests.publish.archives import SEED, build_site, needs_seed, sample, write

SCHEMAS = Path(__file__).parent / "schemas"
SEED_CONFIGURATION = """\
title = "Последние слова"
baseURL = "https://example.org/archive/"
defaultContentLanguage = "ru"
[params.allocution]
interfaceLanguages = ["kk", "en", "uk"]
feedText = true
"""
BROKEN = {
    "rfc4287": (
        ("<id>", "<id/><id>"), ("<updated>2", "<updated>"), ("<name>", "<name/><name>"), ("<title>", "<x/><title>"),
        ("</generator>", "</generator><generator/>"), ('+xml" href=', '+xml" lang='), ('xml:lang="', 'xml:lang="?'),
    ),
    "atom": (
        ("<id>", "<id>x"), ("<updated>2", "<updated>"), ("<author>", "<author><b/>"),
        ("</title>", "</title><title>x</title>"),
    ),
    "rss": (("<pubDate>", "<pubDate>x"), ("<link>http", "<link>/"), ('version="2.0"', 'version="2"')),
    "sitemap": (("<loc>https:", "<loc>"), ("</lastmod>", "T</lastmod>")),
}  # fmt: skip


def wrong(schema: str, files: list[Path]) -> str:
    """What is wrong with the files by that schema; nothing where they are valid."""
    program = shutil.which("jing")
    if program is None:
        missing("jing")
        return ""
    command = [program, "-c", str(SCHEMAS / f"{schema}.rnc"), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert bool(done.returncode) == bool(done.stdout), done.stderr
    return done.stdout


def kinds(site: Path) -> dict[str, list[Path]]:
    """The feeds and sitemaps of a site by schema."""
    return {
        "rfc4287": sorted(site.rglob("atom.xml")),
        "atom": sorted(site.rglob("atom.xml")),
        "rss": sorted(site.rglob("index.xml")),
        "sitemap": sorted(site.glob("sitemap*.xml")),
    }


@pytest.fixture
def with_text(tmp_path: Path) -> Path:
    """The sample's site with the words of statements in its feeds."""
    configuration = sample(tmp_path / "archive") / "hugo.toml"
    configuration.write_text(configuration.read_text().rstrip() + "\nfeedText = true\n")
    build_site(tmp_path / "archive", tmp_path / "public")
    return tmp_path / "public"


@pytest.mark.parametrize("site", ["sample_site", "with_text"])
def test_the_sample_in_four_languages(site: str, request: pytest.FixtureRequest) -> None:
    found = kinds(request.getfixturevalue(site))
    assert len(found["atom"]) == 4
    assert len(found["rss"]) > 300
    assert len(found["sitemap"]) == 1
    assert {schema: wrong(schema, files) for schema, files in found.items()} == dict.fromkeys(found, "")


@needs_seed
def test_the_seed_with_its_text_in_added_languages(tmp_path: Path) -> None:
    shutil.copytree(SEED, tmp_path / "archive/content", ignore=shutil.ignore_patterns("addresses"))
    write(tmp_path / "archive", {"hugo.toml": SEED_CONFIGURATION})
    build_site(tmp_path / "archive", tmp_path / "public")
    found = kinds(tmp_path / "public")
    assert len(found["atom"]) == 4
    assert "гражданка Махарадзе" in found["atom"][-1].read_text()
    assert {schema: wrong(schema, files) for schema, files in found.items()} == dict.fromkeys(found, "")


def test_several_sitemaps_and_their_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allocution.site.program_pages.SITEMAP_SIZE", 100)
    build_site(sample(tmp_path / "archive"), tmp_path / "public")
    found = kinds(tmp_path / "public")["sitemap"]
    assert len(found) > 2
    assert wrong("sitemap", found) == ""


def test_the_schemas_find_what_is_wrong(sample_site: Path, tmp_path: Path) -> None:
    for schema, files in kinds(sample_site).items():
        assert wrong(schema, files[:1]) == ""
        for before, after in BROKEN[schema]:
            text = files[0].read_text()
            assert before in text, (schema, before)
            broken = tmp_path / "broken.xml"
            broken.write_text(text.replace(before, after, 1))
            assert wrong(schema, [broken]), (schema, before)
