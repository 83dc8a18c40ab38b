"""Made Hugo archives: 1,000 content files in four archives that cover what decides on pages and addresses.

Every call makes the same bytes. `generation` is the Hugo they are for: the two spell a few settings
differently (`build` was `_build`, `pagination.pagerSize` was `paginate`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

Files = dict[str, bytes]
_DATE = re.compile(r"\d{4}-\d\d-\d\d")

NAMES = (
    "Альнур Ильяшев", "Йод и Ёлка", "Қазақ Әңгімесі", "Ґанок Їжак", "plain-name",
    "UPPER Case", "with.dot.inside", "under_score", "a+b~c", "цифры 274 часть 2",
    "«Кавычки»", "тире—длинное", "Ünïcode Ñame", "скобки(внутри)", "№5",
)  # fmt: skip
PEOPLE = ("Альнур Ильяшев", "Маржан Аспандиярова", "Асқар Қаламов", "Мухтар Джакишев", "И. О. Й.")
ARTICLES = ("274", "174", "ст. 405", "C++", "274-2")
LAYOUTS: Files = {
    "layouts/_default/single.html": b"{{ .Kind }}|{{ .RelPermalink }}\n",
    "layouts/_default/list.html": (
        b"{{ .Kind }}|{{ .RelPermalink }}{{ range (.Paginate .Pages).Pages }}|{{ .RelPermalink }}{{ end }}\n"
    ),
}
_ALLOW_HTML = '[security]\nallowContent = [".*"]\n'
COUNTS = {"suffixes": 560, "folders": 240, "ugly": 120, "plain": 80}


def archive(name: str, generation: str) -> Files:
    """All files of one archive by their paths."""
    files = dict(LAYOUTS)
    files.update(_ARCHIVES[name](generation))
    content = [path for path in files if path.startswith("content") and not path.endswith((".jpg", ".txt"))]
    filler = COUNTS[name] - len(content)
    assert filler >= 0, (name, len(content))
    folder = "content/ru" if name == "folders" else "content"
    for number in range(filler):
        stem = NAMES[number % len(NAMES)]
        path = f"{folder}/filler/{stem} {number}.md"
        files[path] = page(
            {"title": f"{stem} ({number})", "date": moment(number), "articles": [ARTICLES[number % 5]]}
        )
    return files


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write the files below the root."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def moment(number: int) -> str:
    """A date of the past in one of the forms that Hugo reads."""
    day = f"20{10 + number % 15:02}-{1 + number % 12:02}-{1 + number % 28:02}"
    return (day, f"{day}T13:01:00+06:00", f"{day}T23:59:59Z", f"{day} 08:30:00", f"{day}T01:00:00-05:00")[
        number % 5
    ]


def page(values: Mapping[str, object], form: str = "yaml", body: str = "Слово.\n") -> bytes:
    """A content file; a form ending in `-crlf` or `-bom` has CRLF line ends or begins with a BOM."""
    kind, _, trait = form.partition("-")
    if kind == "yaml":
        lines = [f"{key}: {_yaml(value)}" for key, value in values.items()]
        text = "\n".join(("---", *lines, "---", ""))
    elif kind == "toml":
        text = "\n".join(("+++", *(f"{key} = {_toml(value)}" for key, value in values.items()), "+++", ""))
    else:
        text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    text += "\n" + body
    if trait == "crlf":
        text = text.replace("\n", "\r\n")
    return (("\ufeff" if trait == "bom" else "") + text).encode()


def _yaml(value: object) -> str:
    is_date = isinstance(value, str) and _DATE.match(value)
    return str(value) if is_date else json.dumps(value, ensure_ascii=False)


def _toml(value: object) -> str:
    if isinstance(value, str) and _DATE.match(value):
        return value
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


FORMS = ("yaml", "toml", "json", "yaml-crlf", "yaml-bom", "toml-crlf")


def _build_key(generation: str) -> str:
    return "build" if generation == "new" else "_build"


def _pager(generation: str, size: int, path: str) -> str:
    if generation == "new":
        return f'[pagination]\npagerSize = {size}\npath = "{path}"\n'
    return ""


def _old_pager(generation: str, size: int, path: str) -> str:
    return "" if generation == "new" else f'paginate = {size}\npaginatePath = "{path}"\n'


def _suffixes(generation: str) -> Files:
    """Translations by suffix, TOML configuration, old permalinks, cascades, every form of front matter."""
    files: Files = {"hugo.toml": _suffixes_configuration(generation).encode()}
    _posts(files)
    _dated(files)
    _addresses(files)
    _bundles(files, generation)
    _cascades(files, generation)
    _taxonomies(files)
    for number in range(40):
        path = f"content/sections/a/{'b/' * (number % 4)}page-{number}.md"
        files[path] = page({"title": f"Вложенная {number}", "date": moment(number)}, FORMS[number % 6])
    for folder in ("sections/a", "sections/a/b/b", "only/deep/branch"):
        files[f"content/{folder}/_index.md"] = page({"title": f"Раздел {folder}", "date": moment(3)})
    files["content/_index.md"] = page({"title": "Главная", "date": moment(1)})
    files["content/_index.kk.md"] = page({"title": "Басты бет", "date": moment(2), "aliases": ["basty"]})
    return files


def _suffixes_configuration(generation: str) -> str:
    return f"""
baseURL = "https://example.org/"
title = "Последнее слово"
defaultContentLanguage = "ru"
timeZone = "Asia/Almaty"
{_old_pager(generation, 3, "page")}
disableLanguages = []
ignoreFiles = ["ignored-.*"]
[taxonomies]
person = "people"
article = "articles"
[permalinks]
dated = "/:year/:month/:day/:slug/"
titled = "/t/:title/"
named = "/n/:sections/:filename/"
people = "/who/:slug/"
sliced = "/s/:sections[1:]/:sections[last]/:slugorfilename"
worded = "/w/:section/:monthname/:weekdayname/:weekday/:yearday/:filename"
[languages.ru]
weight = 1
languageName = "Русский"
[languages.kk]
weight = 2
title = "Соңғы сөз"
[languages.en]
weight = 3
[languages.uk]
weight = 4
disabled = true
[[cascade]]
articles = ["общая"]
[cascade._target]
path = "/cascaded/**"
kind = "page"
{_pager(generation, 3, "page")}
{_ALLOW_HTML}"""


def _posts(files: Files) -> None:
    for number in range(150):
        stem = f"{NAMES[number % len(NAMES)]} {number}" if number % 3 else f"речь-{number}"
        values: dict[str, object] = {
            "title": f"{NAMES[number % 15]} (статья {number})",
            "date": moment(number),
        }
        if number % 4 == 1:
            values["people"] = [PEOPLE[number % 5], PEOPLE[(number + 2) % 5]]
        if number % 5 == 2:
            values["articles"] = ARTICLES[number % 5]
        if number % 7 == 3:
            values["slug"] = f"Свой Слаг {number}"
        if number % 11 == 4:
            values["aliases"] = [f"old/{number}", f"../up-{number}/", f"/abs/Имя {number}.html", "./here"]
        form = FORMS[number % 6]
        language = ("", ".ru", ".kk", ".en", ".uk")[number % 5]
        if language in (".kk", ".en"):
            values.pop("aliases", None)
        ending = ("md", "markdown", "html")[number % 3 if number % 13 == 0 else 0]
        files[f"content/posts/{stem}{language}.{ending}"] = page(values, form)
        if number % 10 == 0:
            translated = {"Title": f"Аударма {number}", "DATE": moment(number + 1), "Draft": number % 20 == 0}
            files[f"content/posts/{stem}.kk.md"] = page(translated)
    files["content/posts/_index.md"] = page({"title": "Речи", "date": moment(5)}, "toml")
    files["content/posts/ignored-x.md"] = page({"title": "Не видно"})
    files["content/posts/.hidden.md"] = page({"title": "Не видно"})
    decomposed = unicodedata.normalize("NFD", "йод ёлка ї")
    files[f"content/posts/{decomposed}.md"] = page({"title": "NFD", "date": moment(1)})


def _dated(files: Files) -> None:
    values: dict[str, dict[str, object]] = {
        "draft": {"draft": True},
        "not-draft": {"draft": False},
        "future": {"publishDate": "2099-01-01T00:00:00Z"},
        "future-date": {"date": "2098-05-05"},
        "past-publish": {"publishDate": "2001-01-01", "date": "2098-05-05"},
        "expired": {"expiryDate": "2019-12-31T23:59:59+06:00"},
        "unexpired": {"expiryDate": "2099-12-31"},
        "unpublish-date": {"unpublishdate": "2015-01-01"},
        "pubdate": {"pubdate": "2014-04-04"},
        "lastmod-only": {"lastmod": "2013-03-03"},
        "modified": {"date": "2011-01-01", "modified": "2012-02-02T02:02:02+05:00"},
        "no-date": {},
        "rfc1123": {"date": "Mon, 22 Jun 2020 13:01:00 +0600"},
        "words": {"date": "22 Jun 2020"},
        "edge": {"date": "2020-03-01T00:30:00+06:00"},
        "year-end": {"date": "2019-12-31T23:59:59-11:00"},
    }  # fmt: skip
    for name, extra in values.items():
        for section in ("dated", "undated", "worded"):
            files[f"content/{section}/{name}.md"] = page({"title": f"Дата {name}", **extra})
    for number in range(30):
        files[f"content/dated/many-{number}.md"] = page(
            {"title": f"Много {number}", "date": moment(number)}, FORMS[number % 6]
        )


def _addresses(files: Files) -> None:
    urls = (
        "rel",
        "rel/dir/",
        "/abs",
        "/Abs/Case.HTML",
        "/файл.html",
        "/a b/с пробелом/",
        "x.txt",
        "/v1.2/doc",
    )
    for number, url in enumerate(urls):
        for language in ("", ".kk"):
            target = url if not language or not url.startswith("/") else f"/kz{url}"
            values: dict[str, object] = {"title": f"Адрес {number}", "date": moment(number), "url": target}
            if "." not in url:
                values["aliases"] = [f"before-{number}"]
            files[f"content/urls/u{number}{language}.md"] = page(values)
    for number, stem in enumerate(NAMES):
        values = {"title": f"{stem}: заглавие № {number}!", "date": moment(number)}
        if number % 2:
            values["slug"] = f"-слаг, {stem}-"
        for section in ("titled", "named", "sliced", "sliced/two/three"):
            files[f"content/{section}/{stem}-{number}.md"] = page(values)
    for section in ("sliced", "sliced/two", "sliced/two/three"):
        files[f"content/{section}/_index.md"] = page({"title": section, "date": moment(4)})


def _bundles(files: Files, generation: str) -> None:
    for number in range(20):
        folder = f"content/bundles/{NAMES[number % 15]} {number}"
        files[f"{folder}/index.md"] = page(
            {"title": f"Папка {number}", "date": moment(number)}, FORMS[number % 6]
        )
        files[f"{folder}/photo.jpg"] = b"photo"
        files[f"{folder}/transcript.md"] = page({"title": "Внутри"})
        if number % 4 == 0:
            files[f"{folder}/index.kk.md"] = page({"title": f"Бума {number}", "date": moment(number)})
            files[f"{folder}/sub/notes.txt"] = b"notes"
    files["content/single-bundle/index.md"] = page(
        {"title": "В корне", "date": moment(2), "aliases": ["near"]}
    )
    files["content/bundles/headless/index.md"] = page({"title": "Без головы", "headless": True})
    options: dict[str, dict[str, object]] = {
        "never": {"render": "never"}, "false": {"render": False}, "link": {"render": "link"},
        "unlisted": {"list": "never"}, "local": {"list": "local"},
        "nothing": {"render": False, "list": False},
    }  # fmt: skip
    for name, option in options.items():
        values = {"title": f"Сборка {name}", "date": moment(1), _build_key(generation): option}
        files[f"content/built/{name}.md"] = page(values)


def _cascades(files: Files, generation: str) -> None:
    build = _build_key(generation)
    rules = [
        {"_target": {"path": "/cascaded/hidden/**"}, build: {"render": "never", "list": "never"}},
        {"_target": {"kind": "{page,section}", "path": "/**/c0*"}, "people": ["Первый"]},
        {"people": ["Общий Человек"]},
    ]
    files["content/cascaded/_index.md"] = page({"title": "Каскад", "date": moment(1), "cascade": rules})
    files["content/cascaded/_index.kk.md"] = page({"title": "Каскад", "date": moment(1), "cascade": rules})
    files["content/cascaded/near/_index.md"] = page(
        {"title": "Ближе", "date": moment(1), "cascade": {"people": ["Ближний"], "draft": False}}
    )
    files["content/cascaded/drafts/_index.md"] = page(
        {"title": "Черновики", "date": moment(1), "draft": False, "cascade": {"draft": True}}
    )
    for folder in ("", "near/", "drafts/", "hidden/", "plain/"):
        for number in range(3):
            files[f"content/cascaded/{folder}c{number}.md"] = page(
                {"title": f"Н {number}", "date": moment(number)}
            )
        files[f"content/cascaded/{folder}c0.kk.md"] = page({"title": "Қ", "date": moment(1)})
        files[f"content/cascaded/{folder}own.md"] = page(
            {"title": "Своё", "date": moment(1), "people": ["Сам"], "draft": False}
        )


def _taxonomies(files: Files) -> None:
    files["content/people/_index.md"] = page({"title": "Люди", "date": moment(1)})
    files["content/people/альнур-ильяшев/_index.md"] = page({"title": "А. Ильяшев", "date": moment(1)})
    files["content/people/Никто/_index.md"] = page(
        {"title": "Никто", "date": moment(1), "aliases": ["../nobody"]}
    )
    files["content/articles/274/_index.kk.md"] = page({"title": "274-бап", "date": moment(1)})
    files["content/terms.md"] = page(
        {"title": "Слова", "date": moment(1), "articles": ["a/b", "Ё", "ё", "x.y"]}
    )


def _folders(generation: str) -> Files:
    """A content folder and a subdirectory per language, configuration in `config/_default/`."""
    files: Files = {
        "config/_default/hugo.yaml": (
            b"baseURL: https://example.org/archive/\ndefaultContentLanguage: ru\n"
            b"defaultContentLanguageInSubdir: true\ndisableKinds: [RSS]\nsecurity: {allowContent: ['.*']}\n"
        ),
        "config/_default/languages.yaml": (
            b"ru: {weight: 1, contentDir: content/ru}\nen: {weight: 2, contentDir: content/english}\n"
        ),
        "config/_default/params.toml": b'description = "x"\n',
        "config/_default/permalinks.json": b'{"speeches": "/:year/:slug/"}',
        "config/production/hugo.yaml": b"title: Archive\n",
    }
    if generation == "new":
        files["config/_default/pagination.toml"] = b'pagerSize = 4\npath = "seite"\n'
    else:
        files["config/production/hugo.yaml"] += b"paginate: 4\npaginatePath: seite\n"
    for number in range(60):
        for language, folder in (("ru", "ru"), ("en", "english")):
            if language == "en" and number % 3 == 0:
                continue
            values: dict[str, object] = {
                "title": f"{language} {NAMES[number % 15]} {number}",
                "date": moment(number),
            }
            if number % 6 == 1:
                values |= {"tags": [NAMES[number % 15], "общее"], "url": f"own/{language}-{number}/"}
            if number % 9 == 2:
                values |= {"aliases": ["earlier", "../../far"], "translationKey": f"key-{number}"}
            files[f"content/{folder}/speeches/{NAMES[number % 15]} {number}.md"] = page(
                values, FORMS[number % 6]
            )
    for number in range(12):
        files[f"content/ru/album/b{number}/index.md"] = page(
            {"title": f"Альбом {number}", "date": moment(number)}
        )
        files[f"content/ru/album/b{number}/cover.jpg"] = b"cover"
    files["content/english/_index.md"] = page({"title": "Home", "date": moment(1)})
    return files


def _ugly(generation: str) -> Files:
    """Addresses that end in `.html`, no accents, dates and slugs from names of files, several languages."""
    files: Files = {
        "config.toml": f"""
baseURL = "https://example.org"
uglyURLs = true
removePathAccents = true
defaultContentLanguage = "ru"
{_old_pager(generation, 3, "page")}
[languages.ru]
weight = 1
[languages.uk]
weight = 2
[frontmatter]
date = [":filename", ":default"]
{_pager(generation, 3, "page")}
""".encode()
    }
    for number, stem in enumerate(NAMES * 3):
        values: dict[str, object] = {"title": f"{stem} {number}", "tags": [stem]}
        if number % 3 == 0:
            values["date"] = moment(number)
        if number % 4 == 1:
            values["aliases"] = [f"was-{number}", f"was-{number}.html"]
        name = (
            f"20{10 + number % 10}-0{1 + number % 9}-11-{stem} {number}" if number % 2 else f"{stem} {number}"
        )
        files[f"content/Posts/{name}{('', '.uk')[number % 2]}.md"] = page(values)
    files["content/Posts/bundle/index.md"] = page({"title": "Папка", "date": moment(1)})
    files["content/Posts/sub/_index.md"] = page({"title": "Под", "date": moment(1)})
    return files


def _plain(generation: str) -> Files:
    """No configuration but the address, Hugo's defaults for all else."""
    files: Files = {
        "config.json": json.dumps({"baseURL": "https://example.org/", "buildFuture": True}).encode()
    }
    for number in range(40):
        values: dict[str, object] = {"title": f"{NAMES[number % 15]} {number}", "date": moment(number)}
        values |= {"tags": [NAMES[number % 15]], "Categories": ["Общее", f"К {number % 3}"]}
        if number % 8 == 0:
            values["publishDate"] = "2097-01-01"
        files[
            f"content/{'a/b/' * (number % 3)}x{number}.en.md" if number % 2 else f"content/y{number}.md"
        ] = page(values)
    assert generation
    return files


_ARCHIVES: Mapping[str, Callable[[str], Files]] = {
    "suffixes": _suffixes,
    "folders": _folders,
    "ugly": _ugly,
    "plain": _plain,
}
