"""What a built site holds, and what never gets into it."""

from __future__ import annotations

import json
import shutil
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from allocution.cli.build import command
from tests.publish.archives import SAMPLE, SEED, assert_same, build_site, needs_seed, sample, tree, write

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'


class Page(HTMLParser):
    """What a test asks of a page: its elements, its identifiers, its text by element."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(text)
        assert not self._open, [self.elements[number] for number in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")
        if tag not in self.VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self.texts[number] += data

    def all(self, tag: str, **attributes: str) -> list[tuple[dict[str, str], str]]:
        """The attributes and the text of each such element."""
        return [
            (found, text)
            for (name, found), text in zip(self.elements, self.texts, strict=True)
            if name == tag and all(found.get(key.strip("_")) == value for key, value in attributes.items())
        ]

    def text(self, tag: str, **attributes: str) -> str:
        """The text of the one such element."""
        ((_, text),) = self.all(tag, **attributes)
        return text

    @property
    def identifiers(self) -> list[str]:
        return [found["id"] for _, found in self.elements if "id" in found]


def page(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))


def letters(text: str) -> str:
    return "".join(text.split())


# The seed


@pytest.fixture(scope="module")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed alone, without any configuration, built."""
    folder = tmp_path_factory.mktemp("seed")
    (folder / "archive").mkdir()
    shutil.copy(SEED / "alnur-ilyashev.md", folder / "archive")
    summary = build_site(folder / "archive", folder / "public")
    assert summary.findings == ()
    return folder / "public"


@needs_seed
def test_the_seeds_page(seed_site: Path) -> None:
    found = page(seed_site / "alnur-ilyashev/index.html")
    assert found.text("h1") == "Альнур Ильяшев"
    assert "Распространение заведомо ложной информации" in found.text("p", class_="charge")
    facts = found.text("dl", class_="facts")
    assert "2020-06-22T13:01:00+06:00" in facts
    assert "22 июня 2020 г., 13:01 (+06:00)" in facts.replace("\u202f", " ")
    assert found.all("a", href="https://t.me/daniksm/14")[0][1] == "https://t.me/daniksm/14"
    assert found.elements[0] == ("html", {"lang": "ru"})


@needs_seed
def test_the_seeds_whole_text_in_addressed_sentences(seed_site: Path) -> None:
    source = (SEED / "alnur-ilyashev.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    found = page(seed_site / "alnur-ilyashev/index.html")
    words = found.text("div", class_="words", lang="ru")
    numbers = [text for _, text in found.all("a", class_="n")]
    assert numbers == [str(number) for number in range(1, 58)]
    sentences = [
        text.removeprefix(number)
        for (_, text), number in zip(found.all("span", class_="s"), numbers, strict=True)
    ]
    assert letters("".join(sentences)) == letters(source)
    for number, sentence in zip(numbers, sentences, strict=True):
        words = words.replace(number + sentence, sentence, 1)
    assert letters(words) == letters(source)
    identifiers = found.identifiers
    assert len(set(identifiers)) == len(identifiers)
    last, text = found.all("span", class_="s")[-1]
    assert last["lang"] == "kk"
    assert text == "57Халық үшін, алға, Қазақстан!"
    assert [attributes for attributes, _ in found.all("span", lang="kk")] == [last]


@needs_seed
def test_the_seeds_json_copy(seed_site: Path) -> None:
    data = json.loads((seed_site / "alnur-ilyashev/index.json").read_bytes())
    source = (SEED / "alnur-ilyashev.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert letters("".join(passage["text"] for passage in data["body"]["passages"])) == letters(source)
    sentences = [sentence for passage in data["body"]["passages"] for sentence in passage["sentences"]]
    anchors = page(seed_site / "alnur-ilyashev/index.html").identifiers
    assert [f"s-{sentence['identifier']}" for sentence in sentences] == [
        found for found in anchors if found.startswith("s-")
    ]
    assert data["dates"][0]["written"] == "2020-06-22T13:01:00+06:00"
    assert data["speakers"][0]["text"] == "Альнур Ильяшев"
    assert sentences[-1]["language"] == "kk"


@needs_seed
def test_the_seeds_lists(seed_site: Path) -> None:
    for path in (
        "speakers/альнур-ильяшев",
        "charges/распространение-заведомо-ложной-информации",
        "years/2020",
    ):
        hrefs = [found["href"] for found, _ in page(seed_site / path / "index.html").all("a")]
        assert "../../alnur-ilyashev/index.html" in hrefs


# The sample: links, requests, markup


def test_every_link_leads_to_a_file_of_the_site(sample_site: Path) -> None:
    """Resolved as from a disk: a folder's address would show its files, so each link names a file."""
    wrong = []
    targets = 0
    for path in sample_site.rglob("*.html"):
        if path.name == "404.html":
            continue  # a server shows it anywhere: see the next test
        found = page(path)
        base = path.as_uri()
        for tag, attributes in found.elements:
            address = attributes.get("href" if tag in {"a", "link"} else "src")
            if address is None or attributes.get("rel") == "canonical":
                continue
            if tag == "link" and "hreflang" in attributes:  # whole addresses, for search engines
                address = address.replace("https://example.org/", f"{sample_site.as_uri()}/")
                address = f"{address}index.html" if address.endswith("/") else address
            url = urlsplit(urljoin(base, address))
            if url.scheme != "file":
                assert tag == "a", (path, address)
                continue
            targets += 1
            target = Path(unquote(url.path))
            if (
                not target.is_file()
                or not target.is_relative_to(sample_site)
                or url.fragment
                and unquote(url.fragment) not in page(target).identifiers
            ):
                wrong.append((path.relative_to(sample_site), address))
    assert not wrong
    assert targets > 2500


def test_the_page_for_nothing_links_from_the_root(sample_site: Path) -> None:
    targets = 0
    for tag, attributes in page(sample_site / "404.html").elements:
        address = attributes.get("href")
        if tag in {"a", "link"} and address and attributes.get("rel") != "canonical" and address[0] != "#":
            assert address.startswith("/")
            assert (sample_site / unquote(address[1:])).is_file(), address
            targets += 1
    assert targets > 5
    sections = [found["lang"] for tag, found in page(sample_site / "404.html").elements if tag == "section"]
    assert sections == ["ru", "kk", "en", "uk"]


def test_an_articles_page_says_what_is_known_of_it(sample_site: Path) -> None:
    html = (sample_site / "laws/ru-uk-1960/190-1/index.html").read_text()
    assert "<h1>УК РСФСР, статья 190-1</h1>" in html
    assert "<dt>В силе</dt>\n<dd>16 сентября 1966\u202fг. – сентябрь 1989\u202fг.</dd>" in html
    assert "Мустафа Джемилев" in html
    assert 'title="УК РСФСР, статья 190-1 (RSS)"' in html


def test_nothing_is_loaded_from_elsewhere(sample_site: Path) -> None:
    # The archive in one file carries its own style sheet: that it asks for nothing is held where it is made.
    for path in set(sample_site.rglob("*.html")) - {sample_site / "downloads" / "archive.html"}:
        for tag, attributes in page(path).elements:
            assert tag not in {"iframe", "object", "embed", "style", "base", "video", "audio"}
            if tag == "form" and path.parent.name != "search":
                assert attributes["action"] in (
                    "search/index.html",
                    f"../{path.parent.name}/search/index.html",
                )
            assert not [name for name in attributes if name == "style" or name.startswith("on")]
            if tag == "script" and "src" not in attributes:
                assert attributes == {"type": "application/ld+json"}
            if tag in {"img", "source", "script"} or attributes.get("rel") in {
                "stylesheet",
                "icon",
                "preload",
            }:
                address = attributes.get("src", attributes.get("href", ""))
                assert "//" not in address, (path, address)
    for path in sample_site.rglob("*.css"):
        assert "url(" not in path.read_text()
        assert "@import" not in path.read_text()


def test_json_ld_is_json(sample_site: Path) -> None:
    found = 0
    for path in sample_site.rglob("*.html"):
        for _, text in page(path).all("script", type="application/ld+json"):
            data = json.loads(text)
            assert data["@context"] == "https://schema.org"
            assert data["url"].startswith("https://example.org/")
            found += 1
    assert found > 20


def test_pages_have_a_language_a_title_and_no_double_identifiers(sample_site: Path) -> None:
    for path in sample_site.rglob("*.html"):
        found = page(path)
        assert found.elements[0][1]["lang"] in {"ru", "kk", "en", "uk"}
        assert found.all("title")[0][1]
        assert len(found.identifiers) == len(set(found.identifiers)), path


def test_feeds_have_what_their_formats_require(sample_site: Path) -> None:
    """RFC 4287 section 4.1 and the RSS 2.0 specification."""
    feeds = list(sample_site.rglob("atom.xml"))
    assert feeds
    for path in feeds:
        root = ElementTree.parse(path).getroot()
        assert root.tag == f"{ATOM}feed"
        for element in (root, *root.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                (found,) = element.findall(ATOM + name)
                assert (found.text or "").strip(), (path, name)
            links = [link.attrib for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
            assert len(links) == 1
            assert element is root or element.findall(f"{ATOM}author/{ATOM}name")
        identifiers = [found.findtext(f"{ATOM}id") for found in root.iter(f"{ATOM}entry")]
        assert len(set(identifiers)) == len(identifiers)
    for path in sample_site.rglob("index.xml"):
        channel = ElementTree.parse(path).getroot().find("channel")
        assert channel is not None
        for name in ("title", "link", "description"):
            assert channel.findtext(name), (path, name)
        for item in channel.iter("item"):
            assert item.findtext("title")
            assert (item.findtext("link") or "").startswith("https://example.org/")


def test_the_sitemap_names_pages_and_robots_name_the_sitemap(tmp_path: Path) -> None:
    archive, output = sample(tmp_path / "archive"), tmp_path / "public"
    build_site(archive, output, base_address="https://mirror.example/a/")
    assert "Sitemap: https://mirror.example/a/sitemap.xml" in (output / "robots.txt").read_text().split("\n")
    root = ElementTree.parse(output / "sitemap.xml").getroot()
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [entry.text or "" for entry in root.iter(f"{space}loc")]
    assert len(found) == len(set(found)) > 60
    for address in found:
        path = unquote(address.removeprefix("https://mirror.example/a/"))
        file = output / (f"{path}index.html" if not path or path.endswith("/") else path)
        assert 'name="robots" content="noindex"' not in file.read_text(), address
    texts = [data for path, data in tree(output).items() if path.endswith((".html", ".xml", ".txt", ".json"))]
    assert not [data for data in texts if b"https://example.org/statements/" in data]


# What must not be published


def test_of_a_withdrawn_statement_only_the_tombstone_is_left(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", {"content/x.md": STATEMENT.format(extra="tags: [Неведомое]")})
    output = tmp_path / "public"
    build_site(archive, output)
    assert_mentions(output, SECRETS)
    write(
        archive,
        {"content/x.md": STATEMENT.format(extra='withdrawn: {date: "2026-11-20", reason: Просьба семьи}')},
    )
    build_site(archive, output)
    assert_silent(tmp_path, SECRETS)
    text = (output / "x/index.html").read_text()
    assert "20 ноября 2026" in text or "20 November 2026" in text
    assert "Просьба семьи" in text
    assert json.loads((output / "x/index.json").read_bytes())["withdrawn"]["reason"] == "Просьба семьи"
    shutil.rmtree(output)
    build_site(archive, output)
    assert_silent(tmp_path, SECRETS)


def test_the_samples_withdrawn_statement(sample_site: Path) -> None:
    text = (sample_site / "statements/example-withdrawn/index.html").read_text()
    assert "Снято: 20 ноября 2026\u202fг." in text
    for path, data in tree(sample_site).items():
        assert "Пример Вымышленный" not in data.decode(errors="replace"), path
        assert "Образец отозванной записи" not in data.decode(errors="replace"), path


@pytest.mark.parametrize("extra", ["draft: true", "publishDate: 2099-01-01", "expiryDate: 2000-01-01"])
def test_a_draft_is_nowhere(extra: str, tmp_path: Path) -> None:
    """Neither in the site nor in what lies beside it; also where it was published before."""
    public = "---\ntitle: Иван Первый (Клевета)\ndate: 2020-01-01\ncourt: Суд\n---\nВсем известное.\n"
    archive = write(
        tmp_path / "archive",
        {
            "hugo.toml": 'defaultContentLanguage = "ru"\n',
            "content/y.md": public,
            "content/x.md": STATEMENT.format(extra=extra),
        },
    )
    output = tmp_path / "public"
    build_site(archive, output)
    assert not (output / "x").exists()
    assert_silent(tmp_path, SECRETS)
    write(archive, {"content/x.md": STATEMENT.format(extra="tags: [Неведомое]")})
    build_site(archive, output)
    assert_mentions(output, SECRETS)
    write(archive, {"content/x.md": STATEMENT.format(extra=extra)})
    assert build_site(archive, output).kept > 0
    assert_silent(tmp_path, SECRETS)
    assert (output / "y/index.html").is_file()


STATEMENT = """\
---
title: "Секретов Секрет (Неведомое обвинение)"
date: 2020-02-02
speakers: [Секретов Секрет]
charges: [Неведомое обвинение]
judges: [Неведомый Судья]
court: "Неведомый суд"
{extra}
---

Неведомые слова подсудимого. Ещё одно неведомое слово.
"""
SECRETS = ("Секретов", "секретов", "Неведом", "неведом")


def assert_mentions(output: Path, words: tuple[str, ...]) -> None:
    """The words are in the site, so that their absence means something."""
    text = b"".join(tree(output).values())
    assert all(word.encode() in text for word in words[:1])


def assert_silent(folder: Path, words: tuple[str, ...]) -> None:
    """No file of the folder but the archive, hidden ones too, holds the words or is named by them."""
    for path, data in tree(folder).items():
        if not path.startswith("archive/"):
            for word in words:
                assert word.encode() not in data, (path, word)
                assert word not in path


# Errors


def test_a_broken_file_is_left_out_and_reported(tmp_path: Path) -> None:
    archive = write(
        tmp_path / "archive",
        {
            "content/good.md": "---\ntitle: Иван Первый (Клевета)\n---\nСлово.\n",
            "content/bad.md": "---\ntitle: [\n---\nСлово.\n",
            "content/open.md": "---\ntitle: Без конца\n",
            "content/goo,d.md": "---\ntitle: Иван Второй (Клевета)\n---\nСлово.\n",
        },
    )
    (archive / "content/bytes.md").write_bytes(b"---\ntitle: x\n---\n\xff\xfe\xff")
    summary = build_site(archive, tmp_path / "public")
    assert (tmp_path / "public/good/index.html").is_file()
    assert summary.left_out == ("content/bad.md", "content/bytes.md", "content/good.md", "content/open.md")
    errors = {found.place.path for found in summary.findings if found.severity == "error"}
    assert {"content/bad.md", "content/open.md", "content/bytes.md"} <= errors


STATED = "---\ntitle: Иван Первый (Клевета)\ndate: 2020-01-01\n{}\n---\nСлово.\n"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"static/speakers": "a file"}, "hugo-address-taken"),
        (
            {"content/b.md": STATED.format("url: /z.txt"), "content/c.md": STATED.format("url: /z.txt/y/")},
            "hugo-address-taken",
        ),
        ({"content/b.md": STATED.format("aliases: [/a/index.html/k/]")}, "hugo-address-taken"),
        ({"content/b.md": STATED.format("url: /a/")}, "hugo-address-taken"),
        ({"content/b.md": STATED.format(f"slug: {'я' * 200}")}, "name-too-long"),
        ({"content/b.md": STATED.format(f"tags: [{'я' * 200}]")}, "name-too-long"),
        ({"content/b.md": STATED.format("slug: ..")}, "hugo-address-taken"),
    ],
)  # fmt: skip
def test_an_address_that_cant_be_is_reported_and_stops_nobody(
    files: dict[str, str], code: str, tmp_path: Path
) -> None:
    archive = write(tmp_path / "archive", {"content/a.md": STATED.format("slug: a"), **files})
    summary = build_site(archive, tmp_path / "public")
    assert code in {found.code for found in summary.findings}
    assert (tmp_path / "public/a/index.html").is_file()
    assert build_site(archive, tmp_path / "public").findings == summary.findings


def test_long_charges_and_control_characters(tmp_path: Path) -> None:
    charges = [f"{'Очень длинное обвинение ' * 30}{number}" for number in range(2)]
    names = json.dumps([*charges, "a\x01\x1f\ufffe"], ensure_ascii=True)
    archive = write(tmp_path / "archive", {"content/a.md": STATED.format(f"charges: {names}")})
    output = tmp_path / "public"
    build_site(archive, output)
    folders = [path for path in (output / "charges").iterdir() if path.is_dir()]
    assert len(folders) == 3
    for path in output.rglob("*.xml"):
        ElementTree.parse(path)
    text = (output / "a/index.html").read_text()
    for folder in folders:
        assert f"../charges/{folder.name}/index.html" in text


def test_strict_changes_nothing(tmp_path: Path) -> None:
    archive = write(
        tmp_path / "archive", {"content/good.md": "---\ntitle: Иван Первый (Клевета)\n---\nСлово.\n"}
    )
    output = tmp_path / "public"
    build_site(archive, output)
    before = tree(tmp_path)
    write(archive, {"content/bad.md": "---\ntitle: [\n---\nСлово.\n", "content/new.md": "Новое слово.\n"})
    done = CliRunner().invoke(command, [str(archive), "-o", str(output), "--strict"])
    assert done.exit_code == 1
    assert "content/bad.md" in done.stderr
    after = tree(tmp_path)
    assert_same({path: data for path, data in after.items() if path in before}, before)
    assert sorted(after.keys() - before.keys()) == ["archive/content/bad.md", "archive/content/new.md"]


# Letters that break things


def test_hostile_text_is_text(tmp_path: Path) -> None:
    title = json.dumps(f"Иван {HOSTILE} (Клевета {HOSTILE})", ensure_ascii=False)
    hostile = json.dumps(HOSTILE, ensure_ascii=False)
    text = f"""\
---
title: {title}
date: 2020-01-01
speakers: [{hostile}]
charges: [{hostile}]
court: {hostile}
place: {hostile}
tags: [{hostile}]
sourcelink: "javascript:alert(1)"
sources: [{{title: {hostile}, address: "JaVaScRiPt:alert(1)"}}, {{address: "data:text/html,<script>"}}]
links: [{{title: {hostile}, address: "java\\tscript:alert(1)"}}]
---

{HOSTILE}

[click](javascript:alert(1)) [click](<JAVASCRIPT:alert(1)>) <javascript:alert(1)>
[x](&#106;avascript:alert(1))
![img](javascript:alert(1)) ![i](https://tracker.example/x.png) [q](vbscript:x "t")

Судья{HOSTILE}: {HOSTILE}
"""
    archive = write(tmp_path / "archive", {"content/x.md": text, "hugo.toml": f"title = '''{HOSTILE}'''\n"})
    output = tmp_path / "public"
    build_site(archive, output, base_address="https://example.org/")
    pages = list(output.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        for tag, attributes in page(path).elements:
            if tag == "script" and attributes != {"type": "application/ld+json"}:
                assert attributes.keys() == {"src", "defer"}, path
                assert attributes["src"].endswith("/assets/reading.js"), path
            assert not [name for name in attributes if name.startswith("on")], (path, tag)
            if tag == "img":
                assert "//" not in attributes["src"]
            for name in ("href", "src"):
                scheme = "".join(attributes.get(name, "").split()).lower()
                assert not scheme.startswith(("javascript:", "vbscript:", "data:")), (path, attributes)
    for path in output.rglob("*.xml"):
        ElementTree.parse(path)
    for _, data in page(output / "x/index.html").all("script", type="application/ld+json"):
        assert HOSTILE in json.loads(data)["about"]


def test_a_name_in_decomposed_letters_is_one_name(tmp_path: Path) -> None:
    """«й» as one letter and as two: one speaker, one list, an address in NFC."""
    name = "Андрей Зайцёв"
    decomposed = unicodedata.normalize("NFD", name)
    archive = write(
        tmp_path / "archive",
        {
            f"content/{found}.md": f"---\ntitle: {spelt} (Клевета)\ndate: {year}-01-01\n---\nСлово.\n"
            for found, spelt, year in (("a", name, 2020), (decomposed, decomposed, 2021))
        },
    )
    output = tmp_path / "public"
    build_site(archive, output)
    assert [path.name for path in (output / "speakers").iterdir() if path.is_dir()] == ["андрей-зайцёв"]
    assert (output / "андрей-зайцёв/index.html").is_file()
    text = (output / "speakers/андрей-зайцёв/index.html").read_text()
    assert "../../андрей-зайцёв/index.html" in text
    for path in tree(output):
        assert unicodedata.is_normalized("NFC", path)


def test_the_sample_has_what_it_should_show() -> None:
    """Drafts and withdrawn statements are in the sample, so that these tests see them."""
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE.rglob("*.md")]
    assert [text for text in texts if "\ndraft: true" in text]
    assert [text for text in texts if "\nwithdrawn:" in text]


def test_a_statement_of_which_nothing_is_known_is_called_after_its_address(tmp_path: Path) -> None:
    files = {"content/a-b ё.md": "---\ntype: statement\n---\nСлова.\n", "hugo.toml": ""}
    build_site(write(tmp_path / "archive", files), tmp_path / "public")
    page = (tmp_path / "public" / "a-b-ё" / "index.html").read_text()
    assert ">a-b-ё</h1>" in page
    assert '<a href="a-b-ё/index.html" lang="">a-b-ё</a>' in (tmp_path / "public/index.html").read_text()


def test_sections_list_their_ordinary_pages(tmp_path: Path) -> None:
    page = "---\ntitle: Новость {0}\ndate: 2024-0{0}-03\ntags: [суд]\n---\nТекст {0}.\n"
    speech = "---\ntitle: Анна Ким (Клевета)\ndate: 2020-01-01\ntags: [суд]\n---\nСлово.\n"
    files = {f"content/news/{number}.md": page.format(number) for number in range(1, 6)}
    settings = 'baseURL = "https://example.org/"\ndefaultContentLanguage = "ru"\npaginate = 3\n'
    about = {"content/statements/how.md": "---\ntitle: Как мы собираем\n---\n"}
    write(
        tmp_path / "archive", {"hugo.toml": settings, "content/statements/kim.md": speech, **files, **about}
    )
    build_site(tmp_path / "archive", tmp_path / "site")
    found = {path: data.decode() for path, data in tree(tmp_path / "site").items() if "ml" in path[-4:]}
    assert [f"Новость {number}<" in found["news/index.html"] for number in range(1, 6)] == [False] * 2 + [
        True
    ] * 3
    assert "3 февраля" in found["news/page/2/index.html"]
    assert "Анна Ким" in found["tags/суд/index.html"]
    assert "Новость 5" in found["tags/суд/index.html"]
    assert "Как мы собираем" in found["statements/index.html"]
    assert "Без даты" not in found["statements/index.html"]
    assert 'href="news/index.html"' in found["index.html"]
    assert found["news/index.xml"].count("<item>") == 5
    assert "Текст 5." in found["news/index.xml"]


def test_an_edit_of_an_ordinary_page_reaches_its_lists(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", {"content/news/x.md": "---\ntitle: Прежде\n---\n", "hugo.toml": ""})
    build_site(archive, tmp_path / "site")
    write(archive, {"content/news/x.md": "---\ntitle: Теперь\n---\n"})
    build_site(archive, tmp_path / "site")
    build_site(archive, tmp_path / "clean")
    assert_same(tree(tmp_path / "site"), tree(tmp_path / "clean"))
    assert b"\xd0\xa2" in tree(tmp_path / "site")["news/index.html"]


def test_hidden_files_for_servers_are_published_and_no_others(tmp_path: Path) -> None:
    taken = {"static/.htaccess": "a", "static/.nojekyll": "", "static/.well-known/sub/x.txt": "b"}
    left = {
        "static/.env": "c",
        "static/.git/config": "d",
        "static/sub/.DS_Store": "e",
        "content/.htaccess": "f",
    }
    archive = write(tmp_path / "archive", {"content/x.md": "---\ntitle: Слово\n---\n", **taken, **left})
    build_site(archive, tmp_path / "site")
    hidden = {path for path in tree(tmp_path / "site") if "/." in f"/{path}"}
    assert hidden == {path.removeprefix("static/") for path in taken}


@pytest.mark.parametrize("original", ["kim.md", "kim/index.md", "speeches/Ким.md"])
@pytest.mark.parametrize("language", ["en", "kk", "pt-br"])
def test_a_translation_is_known_by_its_name_without_configuration(
    original: str, language: str, tmp_path: Path
) -> None:
    translation = original.removesuffix("md") + f"{language}.md"
    head = "---\ntitle: Анна Ким (Клевета)\ndate: 2020-01-01\n---\n"
    archive = write(tmp_path / "archive", {original: f"{head}Ваша честь, я не виновна.\n"})
    build_site(archive, tmp_path / "site")
    before = tree(tmp_path / "site")
    write(archive, {translation: head.replace("Клевета", "Slander") + "Your Honour.\n"})
    summary = build_site(archive, tmp_path / "site")
    assert summary.findings == ()
    assert summary.statements == 2
    after = tree(tmp_path / "site")
    assert before.keys() - after.keys() == set()
    address = original.removesuffix(".md").removesuffix("/index").lower()
    page = after[f"{address}/index.html"].decode()
    assert "я не виновна" in page
    assert f'hreflang="{language}"' in page.lower()
    assert "Your Honour" in after[f"{address}.{language}/index.html"].decode()
    assert f"{address}.{language}/side-by-side/index.html" in after
    assert after["speakers/index.html"].count(b'class="count">1<') == 1


@pytest.mark.parametrize("key", ["languageCode", "locale"])
def test_the_interface_speaks_the_language_that_a_site_of_one_says_it_is_in(tmp_path: Path, key: str) -> None:
    files = {"content/a.md": "---\ntype: statement\n---\nДа.\n", "hugo.toml": f'{key} = "ru-KZ"\n'}
    build_site(write(tmp_path / "archive", files), tmp_path / "public")
    front = (tmp_path / "public/index.html").read_text()
    assert '<html lang="ru">' in front
    assert ">1 последнее слово</a>" in front
    assert '<html lang="ru">' in (tmp_path / "public/a/index.html").read_text()


def test_a_configuration_that_names_no_language_has_the_interface_of_its_texts(tmp_path: Path) -> None:
    words = "Я не признаю вины и прошу суд вынести оправдательный приговор.\n"
    files = {"content/a.md": f"---\ntype: statement\n---\n{words}", "hugo.toml": 'title = "Архив"\n'}
    build_site(write(tmp_path / "archive", files), tmp_path / "public")
    assert '<html lang="ru">' in (tmp_path / "public/index.html").read_text()
