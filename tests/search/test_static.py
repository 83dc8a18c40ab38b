"""The static site searched in a real browser: the server's hits in the server's order, for a shared set of queries."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from allocution.messages import Catalogue
from allocution.publish.building import BuildOptions, build
from allocution.search import shards
from allocution.search.concordance import concordance, concordance_csv
from allocution.search.query import notation, parse_query
from allocution.search.results import Hit
from allocution.views.dates import written_date_text
from allocution.workspace.searching import ArchiveSearch
from made_archive import make_archive
from tests.chromium import launched
from tests.publish.archives import NOW, SAMPLE, write
from tests.search.test_searching import ARCHIVE, DOUBLE, MARKED, MIXED

FOLDER = Path(__file__).parent
QUERIES = [
    line
    for line in (FOLDER / "shared_queries.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PARSED = [
    line.split("\t")[0]
    for line in (FOLDER / "queries.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
# So few occurrences make a word frequent here that many queries are answered from what is known beforehand.
FREQUENT = 12
SETTING = "\n[params.allocution]\nsearch = true\n"


class Quiet(SimpleHTTPRequestHandler):
    """Any web server: files as they lie there."""

    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, the statements of other tests and sixty made ones: words that are rare, and words that are not."""
    root = shutil.copytree(
        SAMPLE, tmp_path_factory.mktemp("static") / "archive", ignore=shutil.ignore_patterns("addresses")
    )
    files = {
        path.replace("content/", "content/own/"): text for path, text in ARCHIVE.items() if "content" in path
    }
    write(
        root,
        {
            **files,
            "content/own/marked.md": MARKED,
            "content/own/mixed.md": MIXED,
            "content/own/double.md": DOUBLE,
        },
    )
    make_archive(root.parent / "made", statements=60, words=400, seed=1)
    shutil.copytree(root.parent / "made" / "content" / "statements", root / "content" / "made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "MANY", FREQUENT)
        build(root, root.parent / "in" / "a folder", BuildOptions(NOW, 2))
    return root


@pytest.fixture(scope="module")
def server(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ArchiveSearch:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return ArchiveSearch(root, NOW, 2)


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(root.parent / "in"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}/a%20folder/"
        listening.shutdown()


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with launched() as browser:
        yield browser.new_page()


@pytest.fixture
def page(browser_page: Page, address: str) -> Page:
    if not browser_page.url.startswith(address):
        browser_page.goto(f"{address}search/index.html")
    return browser_page


ASK = """async ([query, options]) => {
  const modules = new URL("../assets/search/", location);
  const { Searcher } = await import(new URL("searching.js", modules));
  window.searcher ??= await Searcher.open("index/meta.json");
  const { among, ...results } = await searcher.search(query, options);
  return { ...results, facets: await searcher.facets(among) };
}"""


def asked(page: Page, query: str, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(ASK, [query, options])
    return found


def plainly(hit: Hit) -> dict[str, Any]:
    """A hit with its places as browsers count them."""
    text = hit.text
    shown = asdict(hit) | {"speakers": list(hit.speakers)}
    for match in shown["matches"]:
        for name in ("start", "end"):
            match[name] = len(text[: match[name]].encode("utf-16-le")) // 2
    shown["matches"] = list(shown["matches"])
    return shown


@pytest.mark.parametrize("query", QUERIES)
def test_the_same_hits_in_the_same_order(query: str, page: Page, server: ArchiveSearch) -> None:
    for options in ({}, {"offset": 10}, {"sort": "date"}):
        ours = asked(page, query, limit=10, **options)
        theirs = server.search(query, limit=10, **options)
        assert (ours["total"], ours["statements"]) == (theirs.total, theirs.statements)
        assert [hit["address"] for hit in ours["hits"]] == [hit.address for hit in theirs.hits]
        assert ours["hits"] == [plainly(hit) for hit in theirs.hits]
        assert ours["query"] == theirs.query
        assert ours["notes"] == [asdict(note) for note in theirs.notes]
        facets = {name: [asdict(value) for value in values] for name, values in theirs.facets.items()}
        assert ours["facets"] == facets


TABLES = """async ([query, sort, around]) => {
  const modules = new URL("../assets/search/", location);
  const { Searcher } = await import(new URL("searching.js", modules));
  const { asCsv, concordance, perThousand } = await import(new URL("concordance.js", modules));
  window.searcher ??= await Searcher.open("index/meta.json");
  const found = [];
  await searcher.everyHit(query, sort, 7, (hits) => found.push(...hits));
  const frequencies = {};
  for (const name of ["years", "speakers"]) {
    const lines = await searcher.frequency(query, name, 100);
    frequencies[name] = lines.map((line) => [line.value, line.label, line.hits, line.sentences, perThousand(line)]);
  }
  return { table: asCsv(concordance(found, around)), frequencies };
}"""


@pytest.mark.parametrize(("number", "query"), list(enumerate(QUERIES))[::2])
def test_the_same_concordance_and_frequencies(
    number: int, query: str, page: Page, server: ArchiveSearch
) -> None:
    around = ("left", "right", "order")[number // 2 % 3]
    found = page.evaluate(TABLES, [query, "relevance", around])
    searcher = server.searcher
    assert found["table"] == concordance_csv(concordance(searcher.every_hit(query), around))
    for name, lines in found["frequencies"].items():
        expected = [
            [each.value, each.label, each.hits, each.sentences, f"{each.per_thousand:.1f}"]
            for each in searcher.frequency(query, name)
            if each.hits
        ]
        if len(expected) > 100:
            expected = sorted(expected, key=lambda line: (-int(str(line[2])), str(line[1])))[:100]
        assert lines == expected


def test_keywords_in_context_by_keyboard_and_as_a_table(page: Page, address: str) -> None:
    page.goto(f"{address}search/index.html?q=репрессия")
    page.get_by_role("link", name="конкорданс").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**view=concordance**")
    lines = page.locator(".concordance tbody tr")
    expect(lines.first.locator("a")).to_have_text(re.compile("ре\u0301?прес", re.IGNORECASE))
    page.get_by_role("link", name="по словам справа").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**around=right**")
    expect(page.locator(".views [aria-current]")).to_have_count(2)
    page.get_by_text("По годам").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".frequency[open] tbody tr").first).to_be_visible()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="CSV").focus()
        page.keyboard.press("Enter")
    table = Path(downloading.value.path()).read_text("utf-8")
    assert downloading.value.suggested_filename == "concordance.csv"
    assert len(list(csv.reader(io.StringIO(table)))) == 1 + lines.count()


def test_there_are_queries_enough() -> None:
    assert len(QUERIES) >= 200


PARSE = """async (query) => {
  const { notation, parseQuery, typed } = await import(new URL("../assets/search/query.js", location));
  const { tree, notes } = parseQuery(query);
  return [notation(tree), notes.map((note) => note.code), tree ? notation(parseQuery(typed(tree)).tree) : "nothing"];
}"""


@pytest.mark.parametrize("query", PARSED)
def test_a_query_is_understood_in_the_same_way(query: str, page: Page) -> None:
    parsed = parse_query(query)
    expected = notation(parsed.tree)
    assert page.evaluate(PARSE, query) == [expected, [note.code for note in parsed.notes], expected]


def test_a_page_past_the_end_is_the_last(page: Page, address: str) -> None:
    page.goto(f"{address}search/index.html?q=недоверие&page=9")
    expect(page.locator("mark")).to_have_count(1)
    page.goto(f"{address}search/index.html?q=суд&page=99")
    expect(page.locator(".pages [rel=prev]")).to_be_visible()
    expect(page.locator(".pages [rel=next]")).to_have_count(0)


def test_what_is_typed_wrongly_is_asked_about(page: Page) -> None:
    assert {"word": "репресия", "meant": "репрессия"} in asked(page, "репресия")["suggestions"]
    assert {"word": "казахстан", "meant": "қазақстан"} in asked(page, "казахстан")["suggestions"]


def test_a_reader_types_and_finds(page: Page, address: str) -> None:
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}search/index.html")
    page.get_by_role("searchbox").press_sequentially("репрессия")
    expect(page.locator("#found")).to_have_attribute("data-answered", "репрессия")
    expect(page.locator("ol.hits mark").first).to_be_visible()
    assert "q=%D1%80" in page.url
    assert "предложени" in page.locator(".count").first.inner_text()
    page.locator("details.facets summary").click()
    page.locator("details.facets").get_by_role("link", name="Борис Ли").click()
    page.wait_for_url("**speaker**")
    expect(page.locator("ol.hits > li")).to_have_count(1)
    page.locator("ol.hits a").first.click()
    page.wait_for_url("**/own/lee/index.html#s-*")
    assert page.evaluate("document.querySelector(':target').textContent").endswith("О репрессиях я молчал.")
    page.go_back()
    page.get_by_text("почему найдено").click()
    expect(page.locator(".why li").first).to_contain_text("другая форма слова")
    assert complaints == []


DATES = (
    "2020-06-22",
    "1964-03",
    "1964",
    "1964~",
    "1968-10?",
    "1968%",
    "-0398~",
    "1980-09-29/1980-10-02",
    "1966-02-12/1966-02-14",
    "1966-12-02/1966-12-12~",
    "1966-02/..",
    "2020-06-22T13:01:00+06:00",
    "2020-06-22T13:01:30Z",
    "2020-06-22T13:01:00",
    "196X",
    "19XX",
)


@pytest.mark.parametrize("language", ["ru", "kk", "en", "uk"])
def test_dates_are_in_the_words_that_pages_have(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{'' if language == 'ru' else f'{language}/'}search/index.html")
    script = f"async (dates) => dates.map((await import('{address}assets/search/elements.js')).spoken)"
    wording = Catalogue("site", language)
    for shown, edtf in zip(page.evaluate(script, DATES), DATES, strict=True):
        said = written_date_text(edtf, wording)
        assert " ".join(shown.split()) == " ".join(said.split()), edtf


@pytest.mark.parametrize("language", ["kk", "en", "uk"])
def test_each_language_has_its_page(language: str, page: Page, address: str) -> None:
    page.goto(f"{address}{language}/search/index.html?q=суд")
    expect(page.locator("ol.hits mark").first).to_be_visible()
    assert page.locator("html").get_attribute("lang") == language
    assert "{" not in page.locator("#found").inner_text()


def test_a_hit_opens_in_the_readers_language_of_the_interface(
    page: Page, tmp_path: Path, address: str
) -> None:
    asked = '[params.allocution]\nsearch = true\ninterfaceLanguages = ["kk"]\n'
    write(tmp_path / "archive", {**ARCHIVE, "hugo.toml": ARCHIVE["hugo.toml"] + asked})
    build(tmp_path / "archive", tmp_path / "site", BuildOptions(NOW, 1))
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        site = f"http://127.0.0.1:{listening.server_port}/site/"
        for query in ("q=репрессия", "q=репрессия&view=concordance"):
            page.goto(f"{site}kk/search/index.html?{query}")
            page.locator('#found a[href*="#s-"]').first.click()
            page.wait_for_url("**/site/kk/*/index.html#s-*")
            assert page.locator(":target").count() == 1
        page.goto(f"{site}search/index.html?q=репрессия")
        page.locator('#found a[href*="#s-"]').first.click()
        page.wait_for_url(re.compile(r"/site/(lee|kim)/index\.html#s-"))
        listening.shutdown()
    page.goto(f"{address}search/index.html")


def test_without_scripts_and_from_a_disk_the_page_says_so_and_offers_lists(
    page: Page, root: Path, address: str
) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{address}search/index.html?q=суд")
    disk = page.context.browser.new_page()
    disk.goto((root.parent / "in" / "a folder" / "search" / "index.html").as_uri())
    for shown in (plain, disk):
        expect(shown.locator(".notice")).to_contain_text("нужны скрипты")
        shown.locator("#found a").first.click()
        shown.wait_for_url("**/statements/index.html")
    disk.close()
    context.close()


def test_a_page_that_was_open_while_the_site_was_published_anew_answers(
    browser_page: Page, tmp_path: Path
) -> None:
    root = write(tmp_path / "archive", {**ARCHIVE, "hugo.toml": ARCHIVE["hugo.toml"] + SETTING})
    build(root, tmp_path / "public", BuildOptions(NOW))
    handler = partial(Quiet, directory=str(tmp_path / "public"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        Thread(target=listening.serve_forever, daemon=True).start()
        browser_page.goto(f"http://127.0.0.1:{listening.server_port}/search/index.html?q=репрессия")
        expect(browser_page.locator("ol.hits mark").first).to_be_visible()
        write(root, {"content/lee.md": ARCHIVE["content/lee.md"].replace("молчал", "кричал")})
        build(root, tmp_path / "public", BuildOptions(NOW))
        browser_page.get_by_role("searchbox").fill('"я кричал"')
        expect(browser_page.locator("ol.hits mark").first).to_be_visible()
        listening.shutdown()


def test_a_rebuild_leaves_an_index_of_unchanged_statements(tmp_path: Path) -> None:
    root = write(tmp_path / "archive", {**ARCHIVE, "hugo.toml": ARCHIVE["hugo.toml"] + SETTING})

    def built() -> dict[str, bytes]:
        build(root, tmp_path / "public", BuildOptions(NOW))
        return {
            path.relative_to(tmp_path / "public" / "search").as_posix(): path.read_bytes()
            for path in (tmp_path / "public" / "search" / "index").rglob("*")
            if path.is_file()
        }

    first = built()
    assert "index/meta.json" in first
    assert json.loads(first["index/meta.json"])["statements"] == 4
    assert built() == first
    write(root, {"content/notes/about.md": "---\ntitle: About\n---\n\nWords.\n"})
    assert built() == first
    write(root, {"content/lee.md": ARCHIVE["content/lee.md"].replace("молчал", "кричал")})
    second = built()
    assert second["index/meta.json"] != first["index/meta.json"]
    assert all(data == first[path] for path, data in second.items() if path in first and "meta" not in path)
    write(root, {"content/lee.md": ARCHIVE["content/lee.md"]})
    assert built() == first
    write(root, {"hugo.toml": ARCHIVE["hugo.toml"]})
    assert built() == {}
