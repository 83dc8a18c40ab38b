"""One setting a site, each held against both Hugos: the files that are written are those that we name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.content.hugo import made_archive
from tests.content.hugo.conftest import Hugo
from tests.content.hugo.reading import read_archive
from tests.content.hugo.test_against_hugo import assert_same_list, web_files

DATE = "date: 2020-06-22"


def page(*lines: str) -> bytes:
    return "\n".join(("---", "title: Слово", DATE, *lines, "---", "")).encode()


UNDATED = "---\ntitle: Слово\n---\n".encode()
RU_EN = 'defaultContentLanguage = "ru"\n[languages.ru]\nweight = 1\n[languages.en]\nweight = 2\n'


@dataclass(frozen=True)
class Site:
    """Settings in TOML and content; `generations` are the Hugos that know the setting."""

    settings: str
    content: dict[str, bytes]
    generations: tuple[str, ...] = ("new", "old")
    others: dict[str, bytes] = field(default_factory=dict)


SITES = {
    "no content at all": Site("", {}),
    "content in another folder": Site("", {"x.md": page()}, others={"speeches/y.md": page()}),
    "contentDir": Site('contentDir = "speeches"', {"x.md": page()}, others={"speeches/y.md": page()}),
    "drafts, future and expired are built": Site(
        "buildDrafts = true\nbuildFuture = true\nbuildExpired = true",
        {
            "d.md": page("draft: true"),
            "f.md": page("publishDate: 2099-01-01"),
            "e.md": page("expiryDate: 2001-01-01"),
        },
    ),
    "no taxonomies": Site("[taxonomies]", {"x.md": page("tags: [а]")}),
    "own taxonomies": Site(
        '[taxonomies]\nsudya = "sudyi"', {"x.md": page("sudyi: [Махарадзе]", "tags: [а]")}
    ),
    "kinds disabled": Site(
        'disableKinds = ["taxonomy", "term", "RSS", "404", "sitemap"]', {"s/x.md": page("tags: [а]")}
    ),
    "sections disabled": Site('disableKinds = ["section"]', {"s/x.md": page(), "s/t/_index.md": page()}),
    "outputs": Site(
        '[outputs]\nhome = ["html"]\nsection = ["html", "rss"]\nterm = ["html"]',
        {"s/x.md": page("tags: [а]")},
    ),
    "cascade in the configuration": Site(
        '[[cascade]]\ntags = ["из настроек"]\n[cascade.target]\npath = "{/s,/s/**}"\nkind = "page"',
        {"s/x.md": page(), "t/y.md": page()},
        ("new",),
    ),
    "cascade hides a kind": Site(
        '[[cascade]]\n[cascade.build]\nrender = "never"\n[cascade.target]\nkind = "{term,section}"',
        {"s/x.md": page("tags: [а]"), "s/t/_index.md": page()},
        ("new",),
    ),
    "permalinks of kinds": Site(
        '[permalinks.section]\ns = "/razdel/:slug/"\n[permalinks.term]\ntags = "/t/:slug/"\n'
        '[permalinks.taxonomy]\ntags = "/metki/"\n'
        '[permalinks.page]\n"/" = "/koren/:slugorcontentbasename/"\n',
        {
            "s/x.md": page("tags: [Один]"),
            "s/_index.md": page(),
            "r.md": page(),
            "s/t/_index.md": page("slug: t"),
        },
        ("new",),
    ),
    "permalinks as a list": Site(
        '[[permalinks]]\npattern = "/a/:title/:contentbasename"\n'
        '[permalinks.target]\nkind = "page"\npath = "/s/**"\n'
        '[[permalinks]]\npattern = "/b/:sectionslugs/:slug"\n[permalinks.target]\nkind = "page"\n',
        {"s/x.md": page(), "t/_index.md": page("slug: q"), "t/y.md": page("slug: z")},
        ("new",),
    ),
    "escaped colon": Site(
        '[permalinks]\ns = "/a\\\\:b/:year/:month/:day/:slug"',
        {"s/x.md": page(), "s/y.md": page("slug: ы")},
        ("new",),
    ),
    "pages of one section are ugly": Site(
        "[uglyURLs]\ns = true", {"s/x.md": page(), "t/y.md": page()}, ("new",)
    ),
    "url of section, taxonomy and term": Site(
        "",
        {
            "s/_index.md": page("url: /мой-раздел/"),
            "s/x.md": page(),
            "tags/_index.md": page("url: /metki"),
            "tags/а/_index.md": page("url: /metki/a/"),
            "y.md": page("tags: [а, б]"),
        },
    ),
    "mounts": Site(
        '[[module.mounts]]\nsource = "speeches"\ntarget = "content/rechi"\n'
        '[[module.mounts]]\nsource = "other"\ntarget = "content"',
        {"ignored.md": page()},
        others={"speeches/x.md": page(), "other/y.md": page(), "other/rechi/z.md": page()},
    ),
    "cascades of ordinary pages": Site(
        "",
        {
            "a.md": page("cascade: {draft: true}"),
            "b/index.md": page("cascade: [{expiryDate: 2001-01-01}]"),
            "c.md": page("cascade: {draft: true}", "draft: false"),
            "d.md": page("cascade: {_target: {kind: section}, draft: true}"),
            "e.md": page("cascade: {slug: q}"),
        },
        ("new",),
    ),
    "files of mounts": Site(
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\nfiles = ["! s", "! draft-*", "! **/E.md", "**"]\n'
        '[[module.mounts]]\nsource = "other"\ntarget = "content/o"\nfiles = "y/*.md"',
        {"s/t/x.md": page(), "draft-x.md": page(), "t/e.md": page(), "t/x.md": page()},
        ("new",),
        {"other/y/x.md": page(), "other/y/z/x.md": page(), "other/x.md": page()},
    ),
    "files of mounts as they were said before": Site(
        '[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["S/**"]\n'
        '[[module.mounts]]\nsource = "other"\ntarget = "content/o"\nincludeFiles = ["*.md", "z/**"]',
        {"s/t/x.md": page(), "t/x.md": page()},
        ("old",),
        {"other/y/x.md": page(), "other/z/x.md": page(), "other/x.md": page(), "other/y.md": page()},
    ),
    "mounts of languages": Site(
        'defaultContentLanguage = "ru"\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n'
        '[[module.mounts]]\nsource = "a"\ntarget = "content"\nlang = "ru"\n'
        '[[module.mounts]]\nsource = "b"\ntarget = "content"\nlang = "kk"',
        {},
        ("old",),
        {"a/x.md": page(), "b/x.md": page(), "b/s/y.md": page("tags: [т]")},
    ),
    "a host for each language": Site(
        'defaultContentLanguage = "ru"\n[languages.ru]\nbaseURL = "https://ru.example.org/"\nweight = 1\n'
        '[languages.kk]\nweight = 2\nbaseURL = "https://kk.example.org/"',
        {
            "s/x.md": page("aliases: [a, /b]"),
            "s/x.kk.md": page("url: /c/"),
            "y.kk.md": page("url: d", "tags: [т]"),
        },
        ("new",),
    ),
    "configuration in files of each language": Site(
        'defaultContentLanguage = "ru"',
        {},
        ("new", "old"),
        {
            "config/_default/languages.ru.toml": b'weight = 1\ncontentDir = "content/ru"\n',
            "config/_default/languages.kk.yaml": b"weight: 2\ncontentDir: content/kk\n",
            # Not what it seems: of a language's files only those of params and menus are about what their names say.
            "config/_default/permalinks.kk.toml": b's = "/never/:filename/"\n',
            "config/_default/hugo.kk.toml": b'[permalinks]\nt = "/kk/:filename/"\n',
            "config/_default/params.kk.toml": b'contentDir = "never"\n',
            "content/ru/s/x.md": page(),
            "content/kk/s/x.md": page("slug: q"),
            "content/kk/t/x.md": page("slug: q"),
        },
    ),
    "titles and taxonomies of a language": Site(
        'defaultContentLanguage = "ru"\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n'
        '[languages.kk.taxonomies]\ntag = "tags"\nadam = "adamdar"\n',
        {"x.md": page("tags: [а]"), "x.kk.md": page("adamdar: [б]")},
    ),
    "a language disabled, another unknown": Site(
        'defaultContentLanguage = "ru"\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n'
        "[languages.en]\ndisabled = true",
        {"x.md": page(), "x.kk.md": page(), "x.en.md": page(), "x.de.md": page(), "s/_index.en.md": page()},
    ),
    "main language second": Site(
        'defaultContentLanguage = "kk"\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2',
        {"x.ru.md": page(), "x.md": page()},
    ),
    "accents and case kept": Site(
        "removePathAccents = true", {"s/Йод Ёлка Ї.md": page("tags: [Йод]"), "s/Ünï.md": page("slug: Ñandú")}
    ),
    "suffixes in languages' folders": Site(
        RU_EN.replace("weight = 1", 'weight = 1\ncontentDir = "c/ru"') + 'contentDir = "c/en"',
        {},
        others={"c/ru/x.en.md": page(), "c/ru/y.ru.md": page(), "c/en/y.md": page()},
    ),
    "a bundle of one language around another's section": Site(
        RU_EN.replace("weight = 1", 'weight = 1\ncontentDir = "c/ru"') + 'contentDir = "c/en"',
        {},
        ("new",),
        {"c/ru/x/index.md": page(), "c/en/x/y.md": page(), "c/en/x/_index.md": page()},
    ),
    "names that are left out": Site(
        "",
        {
            **{f"{name}/x.md": page() for name in (".h", "#b", "_draft", "a")},
            **{f"a/{name}": page() for name in (".x.md", "#x.md", "x.md~", "y.MD", "_y.md", "_x.md")},
        },
        ("new",),
    ),
    "both kinds of index": Site(
        "", {"a/index.md": page(), "a/_index.md": page(), "a/x.md": page()}, ("new",)
    ),
    "a bundle of some languages": Site(
        RU_EN,
        {
            "a/index.en.md": page(),
            "a/x.md": page(),
            "b/index.md": page(),
            "b/index.en.md": page("draft: true"),
        },
        ("new",),
    ),
    "tags of languages in any case": Site(
        'defaultContentLanguage = "kk-Latn"\n'
        '[languages.kk-Latn]\nweight = 1\n[languages."zh-cn"]\nweight = 2',
        {"a.kk-latn.md": page(), "b.zh-cn.md": page(), "c.zh-CN.md": page()},
        ("new",),
    ),
    "an expired section": Site(
        "", {"s/_index.md": page("expiryDate: 2001-01-01"), "s/x.md": page()}, ("new",)
    ),
    "a draft of a term": Site("", {"tags/а/_index.md": page("draft: true"), "x.md": page("tags: [а, б]")}),
    "sections that differ in case": Site("", {"S/x.md": page(), "s/y.md": page()}),
    "slugs with signs": Site(
        "", {"s/x.md": page("slug: a/b"), "s/y.md": page("slug: 'a.b'"), "t/q/index.md": page("slug: Кью")}
    ),
    "permalinks of the root": Site(
        '[permalinks]\n"/" = "/:year/:slug/"', {"x.md": page(), "b/index.md": page("slug: bb")}, ("new",)
    ),
    "permalinks without slashes": Site(
        '[permalinks]\ns = ":year/:slug.html"\nt = ":title"', {"s/x.md": page(), "t/y.md": page()}
    ),
    "permalinks of a language": Site(
        RU_EN + '[languages.en.permalinks]\ns = "/en-:slug"',
        {"s/x.md": page("slug: a"), "s/x.en.md": page("slug: a")},
    ),
    "lists without dates": Site(
        "",
        {
            "_index.md": UNDATED,
            "s/_index.md": UNDATED,
            "s/t/_index.md": page(),
            "s/t/x.md": UNDATED.replace(b"title", b"date: 2021-02-03\nlastmod: 2022-02-03\ntags: [a]\ntitle"),
            "s/y.md": UNDATED.replace(b"title", b"date: 2021-03-04\npublishDate: 2019-01-01\ntitle"),
            "tags/_index.md": UNDATED,
            "tags/a/_index.md": UNDATED,
            "u/_index.md": UNDATED.replace(b"title", b"expiryDate: 2099-01-01\ntitle"),
            "u/x.md": page(),
        },
        ("new",),
    ),
    "main language in a folder, another in none": Site(
        RU_EN.replace("weight = 1", 'weight = 1\ncontentDir = "rechi"'),
        {"x.en.md": page(), "y.md": page()},
        ("new",),
        {"rechi/a.md": page(), "rechi/a.en.md": page()},
    ),
    "slashes in titles and words": Site(
        '[permalinks.page]\ns = "/:sectionslugs/:title/"\n[permalinks.term]\ntags = "/t/:slug/"',
        {
            "s/x.md": page("tags: [ст. 174/1]").replace("Слово".encode(), "Имя (174/1)".encode()),
            "s/_index.md": page().replace("Слово".encode(), b"1/2"),
        },
        ("new",),
    ),
    "spaces in a section's slug": Site(
        "", {"s/_index.md": page("slug: А  б & в"), "s/x.md": page()}, ("new",)
    ),
    "url that climbs": Site(RU_EN, {"s/x.md": page("url: ../a/"), "s/x.en.md": page("url: b/../c/")}),
    "languages of mounts as the new Hugo says them": Site(
        RU_EN
        + "".join(
            f'[[module.mounts]]\nsource = "{folder}"\ntarget = "content"\n'
            f"[module.mounts.sites.matrix]\nlanguages = ['{language}']\n"
            for folder, language in (("a", "ru"), ("b", "! ru"))
        ),
        {},
        ("new",),
        {"a/x.md": page(), "b/x.md": page(), "b/s/y.md": page("tags: [т]"), "b/s/z.ru.md": page()},
    ),
    "cascades into other languages": Site(
        RU_EN,
        {
            "s/_index.md": page(
                "cascade:",
                "- {target: {sites: {matrix: {languages: [en]}}, kind: page}, draft: true}",
                "- {target: {kind: page}, slug: own}",
            ),
            "s/x.md": page(),
            "s/x.en.md": page(),
            "s/y.en.md": page("draft: false"),
            "t/_index.en.md": page(
                "cascade: {target: {sites: {matrix: {languages: ['! en']}}, kind: page}, slug: q}"
            ),
            "t/x.md": page(),
            "t/x.en.md": page(),
        },
        ("new",),
    ),
    "no aliases": Site(
        "disableAliases = true\n" + RU_EN, {"x.md": page("aliases: [/a]"), "x.en.md": page("aliases: b")}
    ),
    "aliases that name files": Site("", {"s/x.md": page("aliases: [x.htm, /y.html, z.php]")}, ("new",)),
    "feeds under another name": Site('[outputFormats.RSS]\nbaseName = "feed"', {"s/x.md": page("tags: [а]")}),
    "lists without feeds": Site(
        "",
        {"s/_index.md": page("outputs: [html]"), "s/x.md": page(), "t/_index.md": page("outputs: HTML RSS")},
    ),
    "a host for some languages": Site(
        RU_EN.replace("weight = 2", 'weight = 2\nbaseURL = "https://example.org/en/"'),
        {"s/x.md": page("aliases: [a, /b]"), "s/x.en.md": page("url: /c/", "tags: [т]")},
        ("new",),
    ),
    "an address of the only language": Site(
        '[languages.en]\nbaseURL = "https://en.example.org/"', {"x.md": page("aliases: [/b]")}
    ),
    "main home a draft": Site(
        "defaultContentLanguageInSubdir = true\n" + RU_EN,
        {"_index.md": page("draft: true"), "x.md": page(), "x.en.md": page()},
        ("new",),
    ),
    "later pages at another path": Site("", {f"s/{n}.md": page("tags: [а]") for n in range(25)}),
}
CASES = [(name, generation) for name, site in SITES.items() for generation in site.generations]


@pytest.mark.parametrize(("name", "hugo"), CASES, indirect=["hugo"])
def test_site(name: str, hugo: Hugo, tmp_path: Path) -> None:
    site = SITES[name]
    base = "" if "a host" in name else 'baseURL = "https://example.org/"\n'
    root = tmp_path / "site"
    made_archive.write(
        root,
        {
            **made_archive.LAYOUTS,
            "hugo.toml": (base + site.settings).encode(),
            **{f"content/{path}": data for path, data in site.content.items()},
            **site.others,
        },
    )
    archive = read_archive(root)
    built = hugo.build(root)
    assert archive.outputs() == web_files(built)
    assert {path for path in built if "page/" in path} <= archive.pager_outputs(9)
    if (
        base
        and site.content
        and not archive.configuration.several_hosts
        and hugo.generation == site.generations[0]
    ):
        assert_same_list(hugo, root, archive)
    assert archive.findings == ()
