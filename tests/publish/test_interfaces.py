"""An archive shown in languages of the interface beyond those of its content."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from allocution.content.settings import InterfaceLanguage
from allocution.messages import LANGUAGES
from allocution.model.finding import Severity
from tests.publish.archives import SEED, assert_same, build_site, needs_seed, tree, write

CONFIGURATION = """\
title = "Последние слова"
baseURL = "https://example.org/archive/"
defaultContentLanguage = "ru"
[params.allocution]
"""
ASKED = CONFIGURATION + 'interfaceLanguages = ["kk", "en", "ru"]\n'
STATEMENTS = {
    "content/_index.md": "---\ntitle: Последние слова\n---\nО чём это собрание.\n",
    "content/a.md": '---\ntitle: "Анна Ли (Клевета)"\ndate: 2020-01-01\ncourts: [Суд]\n---\nПервое слово.\n',
    "content/b.md": '---\ntitle: "Борис Ким (Клевета)"\ndate: 2021-01-01\n---\nВторое слово.\n',
}
HREFLANG = re.compile(rb'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"')
LANGUAGE_LINK = re.compile(rb'<li><a href="([^"]+)" lang="(\w+)" hreflang="\w+"( aria-current="true")?>')


def built(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(root / "archive", files)
    summary = build_site(root / "archive", root / "public")
    assert not [found for found in summary.findings if found.severity is not Severity.NOTE]
    return tree(root / "public")


def test_the_setting_takes_the_languages_that_the_interface_has() -> None:
    assert set(get_args(InterfaceLanguage)) == set(LANGUAGES)


def test_addresses_stay_and_every_page_has_a_version_in_each_language(tmp_path: Path) -> None:
    before = built(tmp_path / "plain", {"hugo.toml": CONFIGURATION, **STATEMENTS})
    after = built(tmp_path / "asked", {"hugo.toml": ASKED, **STATEMENTS})
    assert before.keys() < after.keys()
    added = {path.partition("/")[0] for path in after.keys() - before.keys()}
    assert added == {"kk", "en"}
    own = ("a/", "b/", "speakers/", "charges/", "courts/", "years/", "figures/index.html", "statements/")
    for path in before:
        if path == "index.html" or (path.startswith(own) and path.endswith(".html")):
            assert f"kk/{path}" in after
            assert f"en/{path}" in after


def test_a_statement_keeps_its_language_among_labels_in_another(tmp_path: Path) -> None:
    found = built(tmp_path, {"hugo.toml": ASKED, **STATEMENTS})
    page = found["en/a/index.html"].decode()
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert '<div class="words" lang="ru">' in page
    assert "Court" in page
    assert 'href="../../en/courts/суд/index.html"' in page
    assert 'href="../../en/b/index.html"' in page
    assert 'name="citation_public_url" content="https://example.org/archive/a/"' in page
    assert 'data-address="https://example.org/archive/a/"' in page
    assert 'href="../../a/index.json"' in page
    assert json.loads(found["a/index.json"])["frame"]["language"] == "ru"
    assert "О чём это собрание." in found["en/index.html"].decode()


@pytest.mark.parametrize(
    "path", ["index.html", "a/index.html", "speakers/index.html", "years/2020/index.html"]
)
def test_versions_name_each_other(path: str, tmp_path: Path) -> None:
    found = built(tmp_path, {"hugo.toml": ASKED, **STATEMENTS})
    address = path.removesuffix("index.html")
    expected = [
        (tag.encode(), f"https://example.org/archive/{prefix}{address}".encode())
        for tag, prefix in (("ru", ""), ("kk", "kk/"), ("en", "en/"))
    ]
    for prefix in ("", "kk/", "en/"):
        page = found[prefix + path]
        assert HREFLANG.findall(page) == expected
        assert f'rel="canonical" href="https://example.org/archive/{prefix}{address}"'.encode() in page
        links = LANGUAGE_LINK.findall(page)
        current = [language.decode() for _, language, here in links if here]
        assert current == [prefix.rstrip("/") or "ru"]
        up = "../" * (prefix + path).count("/")
        assert [href.decode() for href, _, _ in links] == [f"{up}{each}{path}" for each in ("", "kk/", "en/")]


def test_what_a_build_remembers_gives_the_same_as_a_clean_one(tmp_path: Path) -> None:
    built(tmp_path / "one", {"hugo.toml": CONFIGURATION, **STATEMENTS})
    built(tmp_path / "one", {"hugo.toml": ASKED})
    edited = {
        "content/a.md": STATEMENTS["content/a.md"].replace("Первое слово.", "Первое слово. И ещё одно.")
    }
    after = built(tmp_path / "one", edited)
    assert "И ещё одно." in after["kk/a/index.html"].decode()
    shutil.copytree(tmp_path / "one/archive", tmp_path / "two/archive")
    assert_same(after, built(tmp_path / "two", {}))
    assert not [
        path for path in built(tmp_path / "one", {"hugo.toml": CONFIGURATION}) if path.startswith("kk/")
    ]


def test_a_withdrawn_statement_is_answered_for_in_every_language(tmp_path: Path) -> None:
    files = {
        **STATEMENTS,
        "content/a.md": "---\ntitle: x\nwithdrawn: {date: 2022-01-01, reason: r}\n---\nСлово.\n",
    }
    found = built(tmp_path, {"hugo.toml": ASKED, **files})
    assert found["kk/a/index.html"] != b""
    assert "Слово." not in found["kk/a/index.html"].decode()


def test_a_language_whose_place_is_taken_is_told_and_left_out(tmp_path: Path) -> None:
    files = {"hugo.toml": ASKED, **STATEMENTS, "content/en/c.md": STATEMENTS["content/a.md"]}
    write(tmp_path / "archive", files)
    summary = build_site(tmp_path / "archive", tmp_path / "public")
    told = [found for found in summary.findings if found.severity is Severity.ERROR]
    assert [(found.code, found.place.path) for found in told] == [("hugo-address-taken", "hugo.toml")]
    found = tree(tmp_path / "public")
    assert "en/c/index.html" in found
    assert "en/a/index.html" not in found
    assert "kk/a/index.html" in found


def test_a_text_is_read_among_labels_of_any_language_that_the_archive_has_texts_in(tmp_path: Path) -> None:
    languages = "[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n[languages.en]\nweight = 3\n"
    asked = CONFIGURATION + 'interfaceLanguages = ["ru", "kk"]\n' + languages
    files = {f"content/_index.{tag}.md": "---\ntitle: x\n---\n" for tag in ("kk", "en")}
    files["content/a.en.md"] = '---\ntitle: "Anna Li (Slander)"\ntranslators: [X]\n---\nThe first word.\n'
    found = built(tmp_path, {"hugo.toml": asked, **STATEMENTS, **files})
    page = found["kk/ru/a/index.html"].decode()
    assert page.startswith('<!doctype html>\n<html lang="kk">')
    assert '<div class="words" lang="ru">' in page
    assert 'href="../../../kk/en/a/index.html"' in page
    assert 'href="../../../kk/en/a/side-by-side/index.html"' in page
    assert 'href="../kk/ru/b/index.html"' in found["kk/index.html"].decode()
    assert '<html lang="ru">' in found["ru/en/a/index.html"].decode()
    assert "ru/a/index.html" not in found, "it is there at its own address"
    assert "en/ru/a/index.html" not in found, "English wasn't asked for"
    expected = [
        (tag.encode(), f"https://example.org/archive/{path}".encode())
        for tag, path in (("ru", "a/"), ("en", "en/a/"), ("kk", "kk/ru/a/"))
    ]
    for path in ("a/index.html", "en/a/index.html", "kk/ru/a/index.html"):
        assert HREFLANG.findall(found[path]) == expected
    assert b'rel="canonical" href="https://example.org/archive/en/a/"' in found["kk/en/a/index.html"]
    again = built(
        tmp_path, {"content/a.md": STATEMENTS["content/a.md"].replace("Первое слово.", "Иное слово.")}
    )
    assert "Иное слово." in again["kk/ru/a/index.html"].decode()
    edited = built(
        tmp_path, {"content/b.md": STATEMENTS["content/b.md"].replace("Второе слово.", "Слово два.")}
    )
    assert "Слово два." in edited["kk/ru/b/index.html"].decode()
    shutil.copytree(tmp_path / "archive", tmp_path / "two/archive")
    assert_same(edited, built(tmp_path / "two", {}))


def test_links_in_a_text_lead_where_they_do_at_its_own_address(tmp_path: Path) -> None:
    links = "[б](/b/#s), [ниже](#s), ![рисунок](p.svg), [вне](https://example.com/x), [б](../b/)"
    head = '---\ntitle: "Анна Ли (Клевета)"\ndate: 2020-01-01\naliases: [/old/deep/]\n---\n'
    files = {
        **STATEMENTS,
        "content/a/index.md": f"{head}Слово {links}.\n",
        "content/a/p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    del files["content/a.md"]
    found = built(tmp_path, {"hugo.toml": ASKED, **files})
    for path, up in (("kk/a", "../../"), ("old/deep", "../../")):
        page = found[f"{path}/index.html"].decode()
        among = "kk/" if path.startswith("kk") else ""
        assert f'src="{up}a/p.svg"' in page
        assert page.count(f'href="{up}{among}b/index.html') >= 2
        assert 'href="#s"' in page
    without = built(
        tmp_path, {"content/b.md": STATEMENTS["content/b.md"].replace("title", "draft: true\ntitle")}
    )
    assert 'href="../../kk/b/' not in without["kk/a/index.html"].decode()


def test_texts_in_other_languages_whose_place_is_taken_are_told_and_left_out(tmp_path: Path) -> None:
    languages = "[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n"
    files = {"content/_index.kk.md": "---\ntitle: x\n---\n", "content/ru/c.kk.md": STATEMENTS["content/b.md"]}
    asked = CONFIGURATION + 'interfaceLanguages = ["kk"]\n' + languages
    write(tmp_path / "archive", {"hugo.toml": asked, **STATEMENTS, **files})
    summary = build_site(tmp_path / "archive", tmp_path / "public")
    told = [found for found in summary.findings if found.severity is Severity.ERROR]
    assert [found.code for found in told] == ["hugo-address-taken"]
    assert "kk/ru/a/index.html" not in tree(tmp_path / "public")


@needs_seed
def test_the_seed_in_russian_only_reads_in_kazakh_and_english(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    shutil.copytree(SEED, tmp_path / "archive/content", ignore=shutil.ignore_patterns("addresses"))
    found = built(tmp_path, {"hugo.toml": ASKED})
    for tag, label in (("kk", "Айыптар"), ("en", "Charges")):
        page = found[f"{tag}/alnur-ilyashev/index.html"].decode()
        assert f'<html lang="{tag}">' in page
        assert label in page
        assert "гражданка Махарадзе" in page
        assert '<span lang="kk"' in page or 'lang="kk"' in page.partition('<div class="words"')[2]
