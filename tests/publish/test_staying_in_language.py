"""A reader stays in the language of the interface that the address chose, on every page that can be reached from it."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.publish.archives import SEED, assert_same, build_site, needs_seed, tree, write

LANGUAGES = ("ru", "kk", "en", "uk")
SWITCH = re.compile(r'<nav class="languages".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a [^>]*href="([^"]*)"(?! download)')
LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
ONE_LANGUAGE = """\
title = "Последние слова"
baseURL = "https://example.org/archive/"
defaultContentLanguage = "ru"
[params.allocution]
search = true
editions = ["text"]
interfaceLanguages = ["kk", "en", "uk"]
"""


def reached(site: dict[str, bytes], front: str) -> dict[str, tuple[str, str]]:
    """Every page that links lead to from a front page but for the choice of language: its language, and from where."""
    found = {front: ("", "")}
    waiting = [front]
    while waiting:
        here = waiting.pop()
        html = site[here].decode()
        language = LANGUAGE.search(html)
        assert language is not None, here
        found[here] = (language[1], found[here][1])
        for href in LINK.findall(SWITCH.sub("", html)):
            path = unquote(href.partition("#")[0].replace("&amp;", "&"))
            if not path or ":" in path or not path.endswith(".html"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            assert target in site, f"{here} leads to {target}, which isn't there"
            if target not in found:
                found[target] = ("", here)
                waiting.append(target)
    return found


def assert_stays(site: dict[str, bytes], front: str, language: str) -> set[str]:
    found = reached(site, front)
    left = {path: come for path, (other, come) in found.items() if other != language}
    assert not left, f"{language} is left for {len(left)} pages: {dict(list(left.items())[:5])}"
    return set(found)


def test_no_link_of_the_sample_leaves_the_language_that_was_chosen(sample_site: Path) -> None:
    site = tree(sample_site)
    for language in LANGUAGES:
        front = "index.html" if language == "ru" else f"{language}/index.html"
        seen = assert_stays(site, front, language)
        for kind in ("/mandela-1964/", "/side-by-side/", "/about/", "/search/", "/figures/", "/years/"):
            assert any(kind in f"/{path}" for path in seen), (language, kind)


@needs_seed
@pytest.mark.parametrize("language", ["kk", "en", "uk", "ru"])
def test_no_link_of_the_seed_leaves_an_added_language(language: str, tmp_path: Path) -> None:
    shutil.copytree(SEED, tmp_path / "archive/content", ignore=shutil.ignore_patterns("addresses"))
    files = {
        "content/_index.md": "---\ntitle: Последние слова\n---\nСм. [о нас](about.md).\n",
        "content/about.md": "---\ntitle: Об архиве\ntype: page\n---\nСм. [слово](alnur-ilyashev.md).\n",
    }
    write(tmp_path / "archive", {"hugo.toml": ONE_LANGUAGE, **files})
    build_site(tmp_path / "archive", tmp_path / "public")
    site = tree(tmp_path / "public")
    seen = assert_stays(site, "index.html" if language == "ru" else f"{language}/index.html", language)
    assert any(path.endswith("about/index.html") for path in seen)
    assert any("alnur-ilyashev" in path for path in seen)


def test_no_link_of_an_archives_own_sections_and_words_leaves_an_added_language(tmp_path: Path) -> None:
    statement = '---\ntitle: "Анна Ли (Клевета)"\ndate: 2020-01-01\ntags: [громкое]\n---\nСлово.\n'
    files = {
        "hugo.toml": ONE_LANGUAGE + '[taxonomies]\ntag = "tags"\n',
        "content/_index.md": "---\ntitle: Начало\n---\nНаши [записи](/blog/) и [метки](/tags/).\n",
        "content/statements/a.md": statement,
        "content/blog/_index.md": "---\ntitle: Записи\n---\n[Первая](/blog/one/).\n",
        "content/blog/one.md": "---\ntitle: Первая\ntype: page\n---\nСм. [записи](/blog/).\n",
    }
    build_site(write(tmp_path / "archive", files), tmp_path / "public")
    site = tree(tmp_path / "public")
    for language in ("ru", "kk", "en", "uk"):
        folder = "" if language == "ru" else f"{language}/"
        seen = assert_stays(site, f"{folder}index.html", language)
        assert {
            f"{folder}{path}index.html" for path in ("blog/", "blog/one/", "tags/", "tags/громкое/")
        } <= seen
        page = site[f"{folder}blog/index.html"].decode()
        assert "<h1>Записи</h1>" in page
        for other in {"kk", "en", "uk"} - {language}:
            assert f'hreflang="{other}" href="https://example.org/archive/{other}/blog/"' in page
    write(tmp_path / "archive", {"content/blog/one.md": files["content/blog/one.md"].replace("См.", "Ср.")})
    build_site(tmp_path / "archive", tmp_path / "public")
    build_site(tmp_path / "archive", tmp_path / "clean", from_scratch=True)
    assert_same(tree(tmp_path / "public"), tree(tmp_path / "clean"))


def test_no_link_to_a_section_that_one_of_several_languages_has_leaves_the_other(tmp_path: Path) -> None:
    languages = """defaultContentLanguage = "ru"
title = "Последние слова"
[languages.ru]
contentDir = "content/ru"
[languages.en]
contentDir = "content/en"
[taxonomies]
tag = "tags"
[params.allocution]
interfaceLanguages = ["en", "ru", "kk"]
"""
    files = {
        "hugo.toml": languages,
        "content/ru/statements/a.md": '---\ntitle: "Анна Ли (Клевета)"\ntags: [громкое]\n---\nСлово.\n',
        "content/ru/blog/_index.md": "---\ntitle: Записи\n---\n[Первая](/blog/one/), [метка](/tags/громкое/).\n",
        "content/ru/blog/one.md": (
            "---\ntitle: Первая\ntype: page\n---\n[Это](/blog/), [все](/statements/), [люди](/speakers/), [дом](/).\n"
        ),
        "content/en/_index.md": (
            "---\ntitle: Last words\n---\nOur [notes](/blog/), [figures](/figures/) and [tags](/tags/).\n"
        ),
        "content/en/news/_index.md": "---\ntitle: News\n---\n[This list](/en/news/).\n",
        "content/ru/_index.md": "---\ntitle: Слова\n---\nПо-английски: [новости](/en/news/).\n",
    }
    build_site(write(tmp_path / "archive", files), tmp_path / "public")
    site = tree(tmp_path / "public")
    seen = assert_stays(site, "en/index.html", "en")
    assert {"en/ru/blog/index.html", "en/ru/blog/one/index.html", "en/ru/tags/громкое/index.html"} <= seen
    assert "ru/en/news/index.html" in assert_stays(site, "index.html", "ru")
    assert "kk/en/news/index.html" in assert_stays(site, "kk/index.html", "kk")
    write(
        tmp_path / "archive", {"content/ru/statements/a.md": "---\ntitle: Анна Ли (Клевета)\n---\nСлово.\n"}
    )
    build_site(tmp_path / "archive", tmp_path / "public")
    build_site(tmp_path / "archive", tmp_path / "clean", from_scratch=True)
    assert_same(tree(tmp_path / "public"), tree(tmp_path / "clean"))


def test_the_page_for_missing_addresses_and_former_addresses_belong_to_no_language(sample_site: Path) -> None:
    """These kinds are made once: nothing leads to them, and a server has only one to show."""
    site = tree(sample_site)
    assert [path for path in site if path.endswith("404.html")] == ["404.html"]
    for language in LANGUAGES:
        front = "index.html" if language == "ru" else f"{language}/index.html"
        assert "404.html" not in reached(site, front)
