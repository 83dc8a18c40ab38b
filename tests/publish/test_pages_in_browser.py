"""What people meet on the site's pages, in a real browser: with scripts and without, light, dark, narrow and wide."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.capture.servers import post_page
from tests.chromium import launched
from tests.editions.validators import nu_errors
from tests.publish.archives import SEED, build_site, needs_seed, sample, write
from tests.publish.test_evidence import capture

NOT_OF_THE_SAMPLE = {"evidence": "statements/kim/index.html", "how to verify": "en/verifying/index.html"}
KINDS = {
    "front": "index.html",
    "front in Kazakh": "kk/index.html",
    "statement": "en/statements/bogoraz-1968/index.html",
    "statement with corrections": "statements/example-marks/index.html",
    "side by side": "en/statements/bogoraz-1968/side-by-side/index.html",
    "speakers": "speakers/index.html",
    "speaker": "speakers/nelson-mandela/index.html",
    "laws": "uk/laws/index.html",
    "all statements": "en/statements/index.html",
    "figures": "figures/index.html",
    "search": "search/index.html",
    "about": "about/index.html",
    "colophon": "kk/colophon/index.html",
    "among Kazakh labels": "kk/ru/statements/sinyavsky-daniel-1966/index.html",
    "year": "kk/years/1964/index.html",
    **NOT_OF_THE_SAMPLE,
    "downloads": "downloads/index.html",
    "courts": "kk/courts/index.html",
    "country": "uk/countries/suhh/index.html",
    "article of a law": "en/laws/ru-uk-1960/190-1/index.html",
    "withdrawn": "statements/example-withdrawn/index.html",
    "nothing here": "404.html",
}
FOUND = {"hits": "search/?q=суд", "concordance": "en/search/?q=court&view=concordance"}
KEY = "RWQzPKAb6HZnmur3qdHLQUbPLU4f/4tSxFeTl6AQ7VkME3hIbtbN7wSz"
# Of each dot on the map: how far the next one is, and whether its middle and places 10 pixels around lead to its list.
TOUCHED = """() => {
    const dots = [...document.querySelectorAll('.court')].map(link => {
        const box = link.querySelector('circle').getBoundingClientRect();
        return {href: link.getAttribute('href'), x: box.x + box.width / 2, y: box.y + box.height / 2};
    });
    const leads = (dot, x, y) =>
        document.elementFromPoint(dot.x + x, dot.y + y)?.closest('a')?.getAttribute('href') === dot.href;
    return dots.map(dot => ({
        nearest: Math.min(...dots.filter(each => each !== dot).map(each => Math.hypot(each.x - dot.x, each.y - dot.y))),
        itself: leads(dot, 0, 0),
        around: [[10, 0], [-10, 0], [0, 10], [0, -10]].every(([x, y]) => leads(dot, x, y)),
    }));
}"""
SEED_PAGE = "alnur-ilyashev/index.html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with a statement whose source is captured, and the key of an archive's releases."""
    folder = tmp_path_factory.mktemp("sample")
    settings = (sample(folder / "archive") / "hugo.toml").read_text()
    write(folder, {"archive/hugo.toml": f'{settings}publicKey = "{KEY}"\n'})
    capture(folder, {"/Channel/14": post_page("Channel/14", "Я не признаю.<br>Прошу суд.")}, "/Channel/14")
    build_site(folder / "archive", folder / "public", base_address="https://example.org/archive/")
    return folder / "public"


@pytest.fixture(scope="module")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed")
    shutil.copytree(SEED, folder / "archive")
    build_site(folder / "archive", folder / "public")
    return folder / "public"


def opened(
    browser: Browser,
    path: Path,
    *,
    scripts: bool = False,
    width: int = 1280,
    colours: Literal["light", "dark"] = "light",
) -> Page:
    """The page from disk; one that asks anybody else for anything fails the test."""
    context = browser.new_context(
        java_script_enabled=scripts,
        viewport={"width": width, "height": 900},
        color_scheme=colours,
        reduced_motion="reduce",
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("request", lambda request: _must_be_local(request.url))
    page.goto(path.as_uri())
    return page


def _must_be_local(address: str) -> None:
    assert address.startswith("file:"), address


def violations(page: Page) -> str:
    """What axe finds wrong with a page."""
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return found.generate_report() if found.violations_count else ""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "nothing here"])
def test_nobody_is_shut_out(
    kind: str, colours: Literal["light", "dark"], width: int, browser: Browser, site: Path
) -> None:
    page = opened(browser, site / KINDS[kind], scripts=True, width=width, colours=colours)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.context.cookies() == []
    page.context.close()


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of the site in a sub-folder of a server."""
    (site.parent / "served").mkdir()
    (site.parent / "served/archive").symlink_to(site)
    handler = partial(_Quiet, directory=str(site.parent / "served"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/archive/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


def test_nobody_is_shut_out_from_the_page_that_servers_show_at_any_address(
    browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(f"{served}404.html")
    assert violations(page) == ""
    page.close()


@pytest.mark.parametrize("kind", FOUND)
def test_nobody_is_shut_out_from_what_is_found(kind: str, browser: Browser, served: str) -> None:
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark")
        page.goto(served + FOUND[kind])
        page.locator(".hits li, .concordance tbody tr").first.wait_for()
        assert violations(page) == ""
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_the_front_page_leads_to_what_is_found(browser: Browser, served: str, site: Path) -> None:
    for front in (served, f"{served}kk/", (site / "index.html").as_uri()):
        with browser.new_context(java_script_enabled=False) as context:
            page = context.new_page()
            page.goto(front)
            page.get_by_role("searchbox").fill("суд")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{front.removesuffix('index.html')}search/index.html?q=*")


def test_every_court_on_the_map_is_easily_touched(browser: Browser, site: Path) -> None:
    found: list[dict[str, float]] = []
    for width in (360, 1280):
        page = opened(browser, site / KINDS["figures"], width=width)
        found = page.evaluate(TOUCHED)
        assert len(found) > 12
        assert [court for court in found if not court["itself"]] == []
        page.context.close()
    alone = [court for court in found if court["nearest"] > 24]
    assert len(alone) >= 4
    assert [court for court in alone if not court["around"]] == []


def test_every_kind_of_page_is_sound_html(site: Path) -> None:
    assert nu_errors([site / path for path in KINDS.values()]) == []


def test_the_reader_chooses_between_transcript_and_corrections_without_scripts(
    browser: Browser, site: Path
) -> None:
    page = opened(browser, site / KINDS["statement with corrections"])
    words = page.locator(".words")
    assert "гортким, но чеслово, говорить" in words.inner_text()
    page.get_by_label("с исправлениями").check()
    assert "горьким, но честное слово, говорить" in words.inner_text()
    page.get_by_label("то и другое").check()
    assert words.get_by_text("гортким").is_visible()
    assert words.get_by_text("горьким").is_visible()
    page.get_by_label("как записано").check()
    assert "гортким, но чеслово, говорить" in words.inner_text()
    page.context.close()


def test_sentences_are_numbered_when_the_reader_asks(browser: Browser, site: Path) -> None:
    page = opened(browser, site / KINDS["statement"])
    numbers = page.locator(".words .n")
    assert numbers.count() > 5
    assert not any(number.is_visible() for number in numbers.all())
    page.get_by_label("Sentence numbers").check()
    assert all(number.is_visible() for number in numbers.all())
    numbers.nth(2).click()
    assert page.url.endswith(numbers.nth(2).get_attribute("href") or "?")
    page.context.close()


def test_selected_words_are_copied_as_a_quotation_with_their_address(browser: Browser, site: Path) -> None:
    page = opened(browser, site / KINDS["statement with corrections"], scripts=True)
    page.get_by_label("с исправлениями").check()
    sentence = page.locator(".words .s").nth(2)
    identifier = sentence.get_attribute("id")
    sentence.evaluate("element => getSelection().selectAllChildren(element)")
    page.get_by_role("button", name="Скопировать цитату").click()
    page.get_by_text("Скопировано").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "«Опыт у меня вышел горьким, но честное слово, говорить я буду коротко.»\n"
        "— Вымышленная Подсудимая. 2026, приблизительно. Образцовый архив последних слов\n"
        f"https://example.org/archive/statements/example-marks/#{identifier}"
    )
    page.keyboard.press("Escape")
    assert page.locator(".quoting").is_hidden()
    page.context.close()


def test_on_paper_there_are_the_words_and_what_is_known_of_them(browser: Browser, site: Path) -> None:
    page = opened(browser, site / KINDS["statement"])
    page.emulate_media(media="print")
    assert page.locator(".words").is_visible()
    assert page.locator("dl.facts").is_visible()
    for around in ("nav.lists", "footer.site", ".reading", ".neighbours"):
        assert page.locator(around).is_hidden()
    page.context.close()


def test_a_translation_stands_beside_its_original_sentence_by_sentence(browser: Browser, site: Path) -> None:
    page = opened(browser, site / KINDS["side by side"])
    for pair in page.locator(".pair:not(.heads)").all():
        left, right = pair.locator("> div").all()
        assert (left.get_attribute("lang"), right.get_attribute("lang")) == ("ru", "en")
        there, here = left.bounding_box(), right.bounding_box()
        assert there is not None
        assert here is not None
        assert there["x"] + there["width"] <= here["x"]
    page.set_viewport_size({"width": 360, "height": 800})
    first = page.locator(".pair.begins").first.locator("> div")
    above, below = first.nth(0).bounding_box(), first.nth(1).bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    page.locator(".pair .n").last.click()
    assert page.locator(".s:target").is_visible()
    page.context.close()


@needs_seed
def test_the_seed_reads_from_its_first_word_to_its_last(browser: Browser, seed_site: Path) -> None:
    page = opened(browser, seed_site / SEED_PAGE, width=360)
    text = page.locator(".words").inner_text()
    assert text.startswith("Я позволю себе встать.")
    assert "гражданка Махарадзе" in text
    assert text.rstrip().endswith("Халық үшін, алға, Қазақстан!")
    assert page.locator('.words [lang="kk"]').inner_text().strip() == "Халық үшін, алға, Қазақстан!"
    page.context.close()


@needs_seed
def test_the_first_load_of_the_seed_is_small(seed_site: Path) -> None:
    files = (SEED_PAGE, "assets/site.css", "assets/reading.js")
    assert sum(len(gzip.compress((seed_site / path).read_bytes(), 9)) for path in files) < 40_000
