"""Feeds and the small files that programs look for, read by others' programs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest
from lxml import etree

from tests.editions.archives import ODD_FILES
from tests.publish.archives import build_site, sample, tree, write

BASE = "https://example.org/"
SETTINGS = """
feedText = true
opml = true
llms = true
contact = "keeper@example.org"
securityExpires = 2027-01-01
"""
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programs")
    root = sample(folder / "archive")
    configuration = root / "hugo.toml"
    configuration.write_text(configuration.read_text() + SETTINGS)
    build_site(root, folder / "public")
    return folder / "public"


def feeds(site: Path) -> list[Path]:
    return [*site.rglob("atom.xml"), *site.rglob("index.xml")]


def test_feeds_are_read_without_a_complaint_and_have_the_whole_text(site: Path) -> None:
    found = feeds(site)
    assert len(found) > 20
    for path in found:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert all(entry.title and entry.id and entry.link for entry in feed.entries)
        assert all(len(entry.content[0].value) > 400 for entry in feed.entries)
    (home,) = [feedparser.parse(path.read_bytes()) for path in found if path == site / "atom.xml"]
    assert any("Судья" in entry.content[0].value for entry in home.entries)


def test_the_oddest_texts_stand_in_feeds(tmp_path: Path) -> None:
    settings = f"{ODD_FILES['hugo.toml']}[params.allocution]\nfeedText = true\n"
    root = write(tmp_path / "archive", ODD_FILES | {"hugo.toml": settings})
    build_site(root, tmp_path / "public", base_address=BASE)
    for path in feeds(tmp_path / "public"):
        assert not feedparser.parse(path.read_bytes()).bozo, path
    text = feedparser.parse((tmp_path / "public/atom.xml").read_bytes()).entries
    assert any("Слово &amp; &lt; &gt;" in entry.content[0].value for entry in text)


def test_a_feed_follows_the_words_that_it_holds(tmp_path: Path) -> None:
    page = "---\ntitle: Анна Ким (клевета)\n---\n" + "Начало остаётся. " * 40
    settings = "[params.allocution]\nfeedText = true\n"
    root = write(tmp_path / "archive", {"hugo.toml": settings, "content/a.md": f"{page}Первый конец."})
    build_site(root, tmp_path / "public")
    write(root, {"content/a.md": f"{page}Второй конец."})
    build_site(root, tmp_path / "public")
    assert "Второй конец." in (tmp_path / "public/atom.xml").read_text()
    build_site(root, tmp_path / "fresh")
    assert tree(tmp_path / "public") == tree(tmp_path / "fresh")


def test_opml_lists_every_feed(site: Path) -> None:
    outlines = etree.parse(site / "feeds.opml").findall("body/outline")
    listed = {unquote(urlsplit(each.get("xmlUrl")).path): each.get("type") for each in outlines}
    assert set(listed) == {f"/{path.relative_to(site).as_posix()}" for path in feeds(site)}
    assert all(kind == ("atom" if path.endswith("atom.xml") else "rss") for path, kind in listed.items())
    assert all(each.get("text") for each in outlines)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_pages_lead_to_the_description_of_the_search(folder: str, site: Path) -> None:
    page = (site / folder / "index.html").read_text()
    assert '<link rel="search" type="application/opensearchdescription+xml"' in page
    description = etree.parse(site / folder / "opensearch.xml").getroot()
    assert description.tag == f"{OPEN_SEARCH}OpenSearchDescription"
    assert 0 < len(description.findtext(f"{OPEN_SEARCH}ShortName")) <= 16
    template = description.find(f"{OPEN_SEARCH}Url").get("template")
    assert template == f"{BASE}{folder}search/?q={{searchTerms}}"
    assert (site / folder / "search" / "index.html").is_file()


def test_security_txt_has_what_it_must(site: Path) -> None:
    lines = (site / ".well-known" / "security.txt").read_text().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)
    assert fields == {
        "Contact": "mailto:keeper@example.org",
        "Expires": "2027-01-01T00:00:00Z",
        "Preferred-Languages": "ru, kk, en, uk",
        "Canonical": f"{BASE}.well-known/security.txt",
    }


def test_llms_txt_says_what_the_site_is(site: Path) -> None:
    text = (site / "llms.txt").read_text()
    assert text.startswith("# Образцовый архив последних слов\n\n> ")
    assert f"]({BASE}sitemap.xml)" in text


def test_nothing_of_it_is_there_unasked(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", {"content/a.md": "---\ntitle: Анна Ким (клевета)\n---\nСлово.\n"})
    build_site(root, tmp_path / "public", base_address=BASE)
    names = {path.name for path in (tmp_path / "public").rglob("*")}
    assert not names & {"feeds.opml", "llms.txt", "security.txt", "opensearch.xml"}
    assert 'rel="search"' not in (tmp_path / "public/index.html").read_text()
    assert "<content" not in (tmp_path / "public/atom.xml").read_text()
