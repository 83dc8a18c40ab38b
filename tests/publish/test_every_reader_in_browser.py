"""Text that runs from right to left, large text, forced colours and no motion, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import launched
from tests.publish.archives import build_site, write
from tests.publish.test_pages_in_browser import KINDS, NOT_OF_THE_SAMPLE, opened, violations

ARCHIVE = {
    "hugo.toml": 'title = "Слова"\ndefaultContentLanguage = "ru"\n',
    "content/mixed.md": '---\ntitle: "Анна Ли (Клевета)"\n---\n'
    "Он сказал: «שלום עולם!» и ушёл. בראשית ברא אלהים את השמים ואת הארץ. И снова по-русски.\n\n"
    '{{< lang "ar" >}}بسم الله الرحمن الرحيم.{{< /lang >}} Так он начал.\n',
    "content/arabic.md": '---\ntitle: "أحمد علي (تشهير)"\nspeakers: ["أحمد علي"]\nlanguage: ar\n---\n'
    "أنا لم أفعل شيئا. Он не виноват, и все это знают. انتهى الكلام هنا.\n\nСудья: Тишина!\n",
}
ORDER = """(element, [first, second]) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const place = (letter) => {
    walker.currentNode = element;
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(letter);
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
        return range.getBoundingClientRect().left;
      }
    }
  };
  return place(first) - place(second);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mixed")
    write(folder / "archive", ARCHIVE)
    build_site(folder / "archive", folder / "public")
    return folder / "public"


def computed(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}"))


def test_marks_of_a_quotation_stay_on_its_side(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "mixed/index.html", width=1280)
    first = page.locator(".words .s").first
    assert first.evaluate(ORDER, ["!", "ש"]) < 0  # the quotation ends on its left
    assert first.evaluate(ORDER, ["и", "О"]) > 0
    assert violations(opened(browser, site / "mixed/index.html", scripts=True)) == ""


def test_a_sentence_runs_as_its_script_does(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "mixed/index.html")
    second = page.locator(".words .s").nth(1)
    assert second.get_attribute("dir") == "rtl"
    assert second.get_attribute("lang") == "und"
    assert second.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
    assert computed(page, '.words [lang="ar"]', "direction") == "rtl"


def test_a_statement_from_right_to_left_keeps_the_interface_as_it_is(browser: Browser, site: Path) -> None:
    page = opened(browser, site / "arabic/index.html", width=360)
    assert computed(page, ".words", "direction") == "rtl"
    assert computed(page, "h1", "direction") == "rtl"
    assert computed(page, "header.site", "direction") == "ltr"
    assert computed(page, '.words .s[lang="ru"]', "direction") == "ltr"
    interruption = page.locator(".words p.interruption")
    assert interruption.evaluate("element => getComputedStyle(element).direction") in ("ltr", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(opened(browser, site / "arabic/index.html", scripts=True, width=360)) == ""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOT_OF_THE_SAMPLE])
def test_text_of_twice_the_size_needs_no_sideways_scrolling(
    kind: str, browser: Browser, sample_site: Path
) -> None:
    page = opened(browser, sample_site / KINDS[kind], width=640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    clipped = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, p, li, dd, dt, td, th, label, button')].filter(element => {
            const style = getComputedStyle(element);
            return style.overflow === 'hidden' && element.scrollHeight > element.clientHeight + 1;
        }).map(element => element.outerHTML.slice(0, 80))"""
    )
    assert clipped == []


def test_forced_colours_leave_everything_to_be_seen(browser: Browser, sample_site: Path) -> None:
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((sample_site / KINDS["figures"]).as_uri())
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for drawn in ("svg.bar rect", "svg.columns rect", "svg.world circle"):
        assert computed(page, drawn, "fill") != canvas
    page.goto((sample_site / KINDS["statement with corrections"]).as_uri())
    identifier = page.locator(".words .s").nth(2).get_attribute("id")
    page.goto(f"{(sample_site / KINDS['statement with corrections']).as_uri()}#{identifier}")
    assert computed(page, ".s:target", "outlineStyle") == "solid"
    assert computed(page, ".sic", "textDecorationLine") == "underline"
    context.close()


@pytest.mark.parametrize("kind", ["front", "statement with corrections", "figures"])
def test_nothing_moves(kind: str, browser: Browser, sample_site: Path) -> None:
    page = opened(browser, sample_site / KINDS[kind], scripts=True)
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(element => {
            const style = getComputedStyle(element);
            return style.transitionDuration !== '0s' || style.animationName !== 'none'
                || style.scrollBehavior === 'smooth';
        }).length"""
    )
    assert moving == 0
    page.context.close()


@pytest.mark.parametrize("feed", ["atom.xml", "index.xml"])
def test_a_feed_that_is_opened_in_a_browser_is_legible(
    feed: str, browser: Browser, sample_site: Path
) -> None:
    page = opened(browser, sample_site / feed, width=360, colours="dark")
    assert page.locator("entry > title, item > title").first.is_visible()
    assert page.locator("entry > summary, item > description").first.is_visible()
    assert not page.locator("entry > id, item > guid").first.is_visible()
    assert computed(page, "feed, rss", "backgroundColor") == "rgb(22, 21, 19)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()
