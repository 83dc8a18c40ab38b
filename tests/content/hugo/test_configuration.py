from __future__ import annotations

import pickle

import msgspec
import pytest

from allocution.content.hugo.configuration import Mount, SiteConfiguration, Taxonomy
from allocution.content.hugo.configuration_files import is_configuration
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.survey import survey
from allocution.model.finding import Finding


def read(**files: str) -> tuple[SiteConfiguration, tuple[Finding, ...]]:
    return read_configuration(
        {path.replace("__", "/").replace("_toml", ".toml"): text.encode() for path, text in files.items()}
    )


def settings(text: str) -> SiteConfiguration:
    configuration, findings = read_configuration({"hugo.toml": text.encode()})
    assert findings == ()
    return configuration


@pytest.mark.parametrize(
    "path",
    [
        "hugo.toml",
        "config.yaml",
        "hugo.yml",
        "config.json",
        "config/_default/params.ru.toml",
        "config/production/hugo.yaml",
    ],
)
def test_files_of_configuration(path: str) -> None:
    assert is_configuration(path)


@pytest.mark.parametrize(
    "path",
    [
        "content/hugo.toml",
        "config/staging/hugo.toml",
        "hugo.txt",
        "config/_default/deep/hugo.toml",
        "theme.toml",
    ],
)
def test_files_that_are_none(path: str) -> None:
    assert not is_configuration(path)


def test_without_configuration_hugos_defaults_hold() -> None:
    configuration, findings = read_configuration({})
    assert findings == ()
    assert configuration.path == ""
    assert [language.tag for language in configuration.languages] == ["en"]
    assert configuration.mounts == (Mount("content", "", "en"),)
    assert configuration.languages[0].taxonomies == (
        Taxonomy("category", "categories"),
        Taxonomy("tag", "tags"),
    )
    assert (configuration.pager_size, configuration.pager_path) == (10, "page")
    assert configuration.has_feed("section")
    assert not configuration.has_feed("page")


def test_without_configuration_and_content_folder_the_root_is_the_content() -> None:
    assert read_configuration({}, has_content_folder=False)[0].mounts == (Mount("", "", "en"),)
    with_settings, _ = read_configuration({"hugo.toml": b"title = 'x'"}, has_content_folder=False)
    assert with_settings.mounts == (Mount("content", "", "en"),)


def test_keys_are_blind_to_case_and_formats_are_one() -> None:
    texts = {
        "hugo.toml": "BaseURL = 'https://x.org/'\nBUILDDRAFTS = true\n[Params]\nA = 1",
        "hugo.yaml": "---\nbaseurl: https://x.org/\nbuildDrafts: true\nparams: {a: 1}\n",
        "config.json": '{"baseURL": "https://x.org/", "buildDrafts": true, "params": {"A": 1}}',
    }
    for path, text in texts.items():
        configuration, findings = read_configuration({path: text.encode()})
        assert findings == ()
        assert (configuration.base_url, configuration.build_drafts, configuration.params) == (
            "https://x.org/",
            True,
            {"a": 1},
        )


def test_files_are_laid_over_one_another() -> None:
    configuration, findings = read_configuration(
        {
            "hugo.toml": b"title = 'root'\npaginate = 3",
            "config/_default/hugo.toml": b"title = 'default'\n[params]\na = 1\nb = 1",
            "config/_default/params.yaml": b"b: 2",
            "config/_default/params.kk.toml": b"b = 3",
            "config/_default/languages.toml": b"[ru]\nweight = 1\n[kk]\nweight = 2",
            "config/production/config.toml": b"title = 'production'\ndefaultContentLanguage = 'ru'",
        }
    )
    assert findings == ()
    assert configuration.title == "production"
    assert configuration.pager_size == 3
    assert configuration.params == {"a": 1, "b": 2}
    assert [language.params["b"] for language in configuration.languages] == [2, 3]


def test_a_second_root_file_is_reported() -> None:
    configuration, findings = read_configuration({"config.toml": b"title = 'b'", "hugo.toml": b"title = 'a'"})
    assert configuration.title == "a"
    assert [(finding.code, finding.place.path) for finding in findings] == [
        ("hugo-configuration-ignored", "config.toml")
    ]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("hugo.toml", "a = 1\nb = = 2\n", 2),
        ("hugo.yaml", "a: 1\nb: [1\n", 2),
        ("hugo.json", '{"a": 1,\n b}', 2),
    ],
)
def test_a_broken_file_is_a_finding_with_its_line(path: str, text: str, line: int) -> None:
    configuration, findings = read_configuration({path: text.encode()})
    assert [finding.code for finding in findings] == ["configuration-front-matter-broken"]
    assert (findings[0].place.path, findings[0].place.line) == (path, line)
    assert configuration.default_language == "en"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[permalinks]\nposts = "/:nonsense/"', "hugo-bad-setting", 1),
        ('baseURL = "https://[nonsense/"', "hugo-bad-setting", 1),
        (
            'defaultContentLanguage = "ru"\n[languages.ru]\nbaseURL = "https://[nonsense/"',
            "hugo-bad-setting",
            3,
        ),
        ('title = "x"\n[permalinks.home]\nposts = "/:slug/"', "hugo-bad-setting", 0),
        ('title = "x"\ntimezone = "Mars/Olympus"', "hugo-bad-time-zone", 2),
        ('ignoreFiles = ["("]', "hugo-bad-pattern", 1),
        ('defaultContentLanguage = "ru"\n[languages.kk]\nweight = 1', "hugo-default-language-missing", 1),
        ("[params]\n  allocution.serach = true", "setting-unknown", 2),
        ('[[cascade]]\na = 1\n[cascade.target]\npath = "["', None, 0),
    ],
)
def test_what_contradicts_itself_is_a_finding(text: str, code: str | None, line: int) -> None:
    _, findings = read_configuration({"hugo.toml": text.encode()})
    assert [(each.code, each.place.line) for each in findings] == ([(code, line)] if code else [])


def test_languages_have_order_prefix_and_folders() -> None:
    configuration = settings(
        "defaultContentLanguage = 'kk'\n[languages.ru]\ncontentDir = 'content/ru'\n"
        "[languages.KK]\nweight = 1\n[languages.uk]\ndisabled = true"
    )
    assert [(language.tag, language.prefix) for language in configuration.languages] == [
        ("kk", ""),
        ("ru", "ru"),
    ]
    assert configuration.disabled_languages == {"uk"}
    assert configuration.mounts == (Mount("content/ru", "", "ru"), Mount("content", "", "kk"))


def test_orders_of_dates() -> None:
    orders = settings(
        "[frontmatter]\ndate = [':filename', ':default']\nexpiryDate = ['end']\npublishDate = 'publishDate'"
    ).date_orders
    assert orders.date[:2] == (":filename", "date")
    assert orders.expiry == ("end",)
    assert orders.publish == ("publishdate", "pubdate", "published")
    assert orders.lastmod[0] == ":git"


def test_yaml_has_the_truth_values_of_its_core_schema() -> None:
    configuration, _ = read_configuration({"hugo.yaml": b"buildDrafts: yes\nbuildFuture: true\ntitle: no"})
    assert not configuration.build_drafts
    assert configuration.build_future
    assert configuration.title == "no"


def test_a_configuration_can_be_handed_to_another_process() -> None:
    configuration = settings(
        "ignoreFiles = ['x']\n[permalinks]\na = '/:year/'\n[[cascade]]\nb = 1\n[params]\nc = [1]"
    )
    handed = pickle.loads(pickle.dumps(configuration))
    # The library's patterns are equal only if they are one.
    assert [each.pattern for each in handed.ignore_files] == ["x"]
    assert msgspec.structs.replace(handed, ignore_files=configuration.ignore_files) == configuration


def test_a_mount_whose_globs_cant_be_read_holds_nothing() -> None:
    settings = b"[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nfiles = ['! a[z-b]']\n"
    configuration, findings = read_configuration({"hugo.toml": settings})
    assert [finding.code for finding in findings] == ["hugo-bad-pattern"]
    assert survey(configuration, ["content/x.md", "content/s/x.md"]).pages == ()
