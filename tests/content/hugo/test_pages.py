"""Survey, branches, pages and listing on values, without a disk."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from allocution.content.hugo.branches import read_branches
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.listing import Listing, Page, Status, list_pages, main_language_redirect
from allocution.content.hugo.pages import describe_page
from allocution.content.hugo.permalinks import PatternValues, expand
from allocution.content.hugo.survey import Survey, survey

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TWO = "defaultContentLanguage = 'ru'\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n"


def configure(text: str = "", has_content_folder: bool = True) -> SiteConfiguration:
    files = {"hugo.toml": text.encode()} if text else {}
    return read_configuration(files, has_content_folder=has_content_folder)[0]


def look(*paths: str, settings: str = "") -> Survey:
    return survey(configure(settings), paths)


def listing(files: Mapping[str, Mapping[str, object]], settings: str = "") -> Listing:
    configuration = configure(settings)
    found = survey(configuration, files)
    branches, _ = read_branches(configuration, [(file, files[file.path]) for file in found.branches])
    facts = [describe_page(configuration, branches, file, files[file.path]) for file in found.pages]
    return list_pages(configuration, found, branches, pickle.loads(pickle.dumps(facts)), NOW)


def one(values: Mapping[str, object], settings: str = "", path: str = "content/x.md") -> Page:
    pages = listing({path: values}, settings).pages
    return next(page for page in pages if page.facts.file.path)


def test_what_belongs_to_a_bundle_is_no_page() -> None:
    found = look(
        "content/a/index.md",
        "content/a/notes.md",
        "content/a/b/c.md",
        "content/a/b/index.md",
        "content/a/x.jpg",
    )
    assert [file.key for file in found.pages] == ["/a"]
    assert found.resources == {
        "/a": ("content/a/b/c.md", "content/a/b/index.md", "content/a/notes.md", "content/a/x.jpg")
    }


def test_files_of_sections() -> None:
    found = look(
        "content/s/_index.md", "content/s/a.jpg", "content/s/t/b.jpg", "content/c.jpg", "content/s/page.md"
    )
    assert found.resources == {"/s": ("content/s/a.jpg", "content/s/t/b.jpg"), "/": ("content/c.jpg",)}
    assert [file.path for file in found.branches] == ["content/s/_index.md"]


def test_languages_of_files() -> None:
    found = look("content/a.kk.md", "content/a.md", "content/a.b.KK.md", "content/a.de.md", settings=TWO)
    assert [(file.key, file.language, file.name) for file in found.pages] == [
        ("/a.b", "kk", "a.b"),
        ("/a.de", "ru", "a.de"),
        ("/a", "kk", "a"),
        ("/a", "ru", "a"),
    ]


def test_a_file_belongs_to_the_innermost_folder_of_a_language() -> None:
    found = look("content/kk/a.md", "content/a.md", settings=TWO + 'contentDir = "content/kk"')
    assert [(file.key, file.language) for file in found.pages] == [("/a", "ru"), ("/a", "kk")]


def test_formats_that_nobody_reads_are_findings() -> None:
    found = look(
        "content/a.org",
        "content/s/_content.gotmpl",
        "content/b/index.md",
        "content/b/notes.rst",
        "content/c.txt",
    )
    assert [(finding.code, finding.place.path) for finding in found.findings] == [
        ("hugo-content-format", "content/a.org"),
        ("hugo-content-format", "content/s/_content.gotmpl"),
    ]


def test_two_files_of_one_page() -> None:
    found = look("content/a.md", "content/a/index.md", "content/A.html")
    assert [file.path for file in found.pages] == ["content/a/index.md"]
    assert [(finding.code, finding.place.path) for finding in found.findings] == [
        ("hugo-same-page", "content/A.html"),
        ("hugo-same-page", "content/a.md"),
    ]


def test_a_bare_folder_of_files_is_an_archive() -> None:
    configuration = configure(has_content_folder=False)
    paths = ["speech.md", "2020/other.md", "static/x.md", ".git/y.md", "index.md", "public/z.md"]
    found = survey(configuration, paths)
    assert {file.key: file.path for file in found.pages} == {
        "/speech": "speech.md",
        "/2020/other": "2020/other.md",
        "/": "index.md",
    }


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, Status.PUBLISHED),
        ({"draft": True}, Status.DRAFT),
        ({"Draft": "true"}, Status.DRAFT),
        ({"draft": "yes"}, Status.DRAFT),
        ({"draft": "maybe"}, Status.DRAFT),
        ({"draft": "no"}, Status.PUBLISHED),
        ({"draft": "False"}, Status.PUBLISHED),
        ({"draft": 1}, Status.DRAFT),
        ({"draft": None}, Status.PUBLISHED),
        ({"published": False}, Status.DRAFT),
        ({"published": "false"}, Status.DRAFT),
        ({"date": "2026-11-22T00:00:01Z"}, Status.FUTURE),
        ({"date": "2026-11-22T00:00:00Z"}, Status.PUBLISHED),
        ({"publishDate": "2027-01-01"}, Status.FUTURE),
        ({"expiryDate": "2026-11-21"}, Status.EXPIRED),
        ({"expiryDate": "2026-11-22T05:59:59+06:00"}, Status.EXPIRED),
        ({"expiryDate": "someday"}, Status.UNREADABLE_DATE),
        ({"headless": True}, Status.NOT_RENDERED),
        ({"build": {"render": "link"}}, Status.NOT_RENDERED),
        ({"_build": {"Render": False}}, Status.NOT_RENDERED),
        ({"build": {"list": "never"}}, Status.PUBLISHED),
    ],
)
def test_status(values: dict[str, object], status: Status) -> None:
    assert one(values).status is status


def test_doubt_about_a_draft_is_a_finding() -> None:
    found = listing(
        {
            "content/x.md": {
                "draft": "maybe",
                "date": "soon",
                "url": "https://x.org/",
                "aliases": ["/", "http://y"],
            }
        }
    )
    assert [(finding.code, dict(finding.parameters)["value"]) for finding in found.findings] == [
        ("hugo-bad-date", "soon"),
        ("hugo-bad-address", "https://x.org/"),
        ("hugo-doubtful-draft", "maybe"),
        ("hugo-bad-alias", "/"),
        ("hugo-bad-alias", "http://y"),
    ]


def test_pages_that_hugo_makes() -> None:
    pages = listing({"content/Речи О/x.md": {"tags": ["Свобода Слова"]}}, TWO).pages
    named = [
        (page.facts.file.language, page.facts.kind, page.facts.file.key, page.facts.title) for page in pages
    ]
    assert named == [
        ("ru", "home", "/", ""),
        ("ru", "taxonomy", "/categories", "Categories"),
        ("ru", "taxonomy", "/tags", "Tags"),
        ("ru", "term", "/tags/свобода-слова", "Свобода Слова"),
        ("ru", "section", "/речи-о", "Речи О"),
        ("ru", "page", "/речи-о/x", ""),
        ("kk", "home", "/", ""),
        ("kk", "taxonomy", "/categories", "Categories"),
        ("kk", "taxonomy", "/tags", "Tags"),
    ]


def test_a_draft_leaves_no_trace() -> None:
    pages = listing({"content/secret/x.md": {"draft": True, "tags": ["Тайна"], "aliases": ["/old/"]}}).pages
    published = [page for page in pages if page.is_published]
    assert sorted(page.facts.file.key for page in published) == ["/", "/categories", "/tags"]


def test_translations_share_a_key() -> None:
    found = listing({"content/a.md": {}, "content/a.kk.md": {}, "content/b.md": {"translationKey": "k"}}, TWO)
    keys = [page.facts.translation_key for page in found.pages if page.facts.kind == "page"]
    assert keys == ["/a", "k", "/a"]


def test_terms_name_their_pages() -> None:
    page = one({"tags": ["Ё", "a//b", ""], "params": {"categories": "Одно Слово"}})
    assert [tuple(term) for term in page.facts.terms] == [
        ("categories", "Одно Слово", "/categories/одно-слово"),
        ("tags", "Ё", "/tags/ё"),
        ("tags", "a//b", "/tags/a/b"),
    ]


def test_pages_at_one_address_are_findings() -> None:
    found = listing(
        {
            "content/a.md": {"url": "/same/"},
            "content/b.md": {"url": "same"},
            "content/c.md": {"url": "/same/", "draft": True},
        }
    )
    assert [(finding.code, finding.place.path) for finding in found.findings] == [
        ("hugo-address-taken", "content/b.md"),
    ]
    assert dict(found.findings[0].parameters) == {"address": "/same/", "other": "content/a.md"}


def test_nearer_cascades_win_and_own_values_most() -> None:
    files: dict[str, dict[str, object]] = {
        "content/a/_index.md": {"cascade": {"slug": "far", "weight": 1, "draft": True}},
        "content/a/b/_index.md": {"cascade": [{"target": {"kind": "page"}, "slug": "near", "draft": False}]},
        "content/a/b/x.md": {},
        "content/a/b/y.md": {"Slug": "own"},
    }
    pages = {page.facts.file.path: page.facts for page in listing(files).pages}
    assert (pages["content/a/b/x.md"].slug, pages["content/a/b/x.md"].weight) == ("near", 1)
    assert not pages["content/a/b/x.md"].draft
    assert pages["content/a/b/y.md"].slug == "own"
    assert pages["content/a/b/_index.md"].slug == "far"


def test_a_broken_cascade_is_a_finding() -> None:
    configuration = configure()
    found = survey(configuration, ["content/a/_index.md"])
    rule = {"cascade": {"target": {"path": "{a"}, "x": 1}}
    _, findings = read_branches(configuration, [(found.pages[0], rule)])
    assert [finding.code for finding in findings] == ["hugo-bad-setting"]


def test_the_redirect_to_the_main_language() -> None:
    def redirect(settings: str, home: Mapping[str, object]) -> tuple[str, str] | None:
        return main_language_redirect(
            configure(settings), listing({"content/_index.md": home}, settings).pages
        )

    assert redirect("", {}) is None
    assert redirect(TWO, {}) == ("ru/index.html", "/")
    assert redirect(TWO, {"draft": True}) is None
    below = "defaultContentLanguageInSubdir = true\n"
    assert redirect(below + TWO, {}) == ("index.html", "/ru/")
    assert redirect("disableDefaultLanguageRedirect = true\n" + below + TWO, {}) is None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/:year/:month/:day/", "/2020/06/02"),
        ("/:monthname/:weekdayname/:weekday/:yearday", "/June/Tuesday/2/154"),
        ("/:section/:sections/", "/a/a/b/c"),
        ("/:sections[0]/:sections[last]", "/a/c"),
        ("/:sections[1:]", "/b/c"),
        ("/:sections[:last]", "/a/b"),
        ("/:sections[5]/x", "/x"),
        ("/:sections[1:9]", "/b/c"),
        ("/:sectionslugs", "/А/б/в"),
        ("/:sectionslug/:sectionslugs[last]", "/А/в"),
        ("/:slug", "/слаг"),
        ("/:title", "/Заглавие"),
        ("/:filename-:contentbasename", "/файл-база"),
        ("/:slugorfilename", "/слаг"),
        (r"/a\:year", "/a:year"),
        ("/plain/", "/plain"),
    ],
)
def test_permalinks(pattern: str, expected: str) -> None:
    values = PatternValues(
        title="Заглавие",
        slug="слаг",
        file_name="файл",
        base_name="база",
        section="a",
        sections=("a", "b", "c"),
        section_slugs=("А", "б", "в"),
        date=datetime(2020, 6, 2, tzinfo=UTC),
    )
    assert expand(pattern, values, str) == expected
