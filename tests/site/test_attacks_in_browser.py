"""The attacks in a real browser, with the pages' security policy taken out: nothing of theirs runs or is fetched."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Error, Page

from allocution.cli import main
from tests.capture.servers import HOST, post_page, running, telegram
from tests.chromium import launched
from tests.publish.archives import build_site, write
from tests.site.attacks import ADDRESSES, ALL, ATTRIBUTES, HTML, MARKDOWN

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; ?url=[\w./%-]*">')
# What ran is noted, whoever called it; and what would run if somebody touched the page.
NOTED = """window.ran = [];
for (const name of ['alert', 'prompt', 'confirm']) window[name] = what => window.ran.push(String(what));"""
LIVE = """() => {
  const found = [];
  const places = /^(href|src|srcdoc|data|action|formaction|poster|background|ping|xlink:href|cite)$/i;
  const schemes = /^[\\s\\u0000-\\u0020]*(javascript|vbscript|data:text|data:image\\/svg|blob|filesystem|feed):/i;
  for (const element of document.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name)) found.push(name);
      if (places.test(name) && schemes.test(value.replace(/[\\t\\n\\r]/g, ''))) found.push(`${name}=${value}`);
      if (name == 'style' && /url|expression/i.test(value)) found.push('style');
    }
    if (/^(iframe|object|embed|frame|base|applet|portal|form)$/i.test(element.localName)) found.push(element.localName);
    if (element.localName == 'script' && element.type != 'application/ld+json')
      if (!/assets\\/[a-z/-]+\\.js$/.test(element.src)) found.push('script ' + element.src + element.textContent);
    if (element.localName == 'meta' && /refresh/i.test(element.httpEquiv)) found.push('refresh');
    if (element.localName == 'link' && /^(stylesheet|import)$/.test(element.rel))
      if (!/assets\\//.test(element.href)) found.push('link');
  }
  return found;
}"""
TOUCH = """() => {
  for (const element of document.querySelectorAll('main *'))
    for (const kind of ['mouseover', 'pointerenter', 'focus', 'click', 'input', 'toggle', 'animationstart'])
      if (kind != 'click' || !element.closest('a[href]'))
        element.dispatchEvent(new Event(kind, {bubbles: true, cancelable: true}));
}"""

# What would run before anything is touched, and what has run after that.
LOOK = f"() => {{ const live = ({LIVE})(); ({TOUCH})(); return [live, window.ran]; }}"


def statement(number: int, attack: str) -> str:
    """A statement with the attack in its words and in every field that takes words or addresses."""
    said = json.dumps(attack)
    return "\n".join(
        (
            "---",
            f"title: {json.dumps(f'{attack} (обвинение {number})')}",
            "date: 2020-06-22",
            f"speakers: [{said}]",
            f"charges: [{said}]",
            f"court: {said}",
            f"judge: {said}",
            f"case: {said}",
            f"place: {said}",
            f"sentence: {said}",
            f"rights: {said}",
            f"description: {said}",
            f"transcribers: [{said}]",
            f"translators: [{said}]",
            f"sources: [{{address: {said}, title: {said}, note: {said}, archived: {said}}}]",
            f"links: [{{address: {said}, title: {said}}}, {said}]",
            f"corrections: [{{written: слово, meant: {said}, note: {said}}}]",
            f"tags: [{said}]",
            "---",
            "",
            "Первое слово.",
            "",
            attack,
            "",
            f"Слово {attack} и ещё.",
            "",
        )
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """All attacks built into a site, its policy taken out, served on loopback."""
    root = tmp_path_factory.mktemp("attacks")
    files = {
        f"archive/content/statements/a{number}.md": statement(number, each) for number, each in enumerate(ALL)
    }
    settings = 'title = "<script>alert(1)</script>"\ndefaultContentLanguage = "ru"\n'
    write(root, {"archive/hugo.toml": settings, **files})
    captured(root / "archive")
    build_site(root / "archive", root / "public", jobs=2)
    for path in (root / "public").rglob("*.html"):
        path.write_bytes(POLICY.sub(b"", path.read_bytes()))
    handler = functools.partial(_Quiet, directory=str(root / "public"))
    with running(ThreadingHTTPServer((HOST, 0), handler)) as port:
        yield f"http://{HOST}:{port}", root / "public"


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def end_headers(self) -> None:
        """Let the browser keep styles and scripts, which are the same on each page."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


def captured(archive: Path) -> None:
    """Posts with the attacks as their HTML, captured as drafts, which are published as they are."""
    pages = {
        f"/attacks/{number}": post_page(f"attacks/{number}", f"Слово.<br>{attack}<br>И ещё.")
        for number, attack in enumerate((*HTML, *ADDRESSES_IN_HTML), 1)
    }
    with telegram(pages) as server:
        into = ["--into", str(archive), "--allow-host", HOST]
        CliRunner().invoke(main, ["capture", *(server + path for path in pages), *into])
    drafts = list(archive.rglob("attacks-*.md"))
    assert len(drafts) > len(pages) // 2
    for draft in drafts:
        draft.write_text(draft.read_text().replace("draft: true\n", ""))


ADDRESSES_IN_HTML = tuple(f'<a href="{each.replace(chr(34), "&quot;")}">x</a>' for each in ADDRESSES)


def opened(browser: Browser) -> tuple[Page, list[str]]:
    """A page in which what runs is noted, and the hosts that it asks."""
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.add_init_script(NOTED)
    page.on("request", lambda request: asked.append(request.url))
    return page, asked


def test_there_are_enough_of_them() -> None:
    assert len(ALL) == len(set(ALL))
    assert len(ALL) >= 200
    assert min(len(HTML), len(MARKDOWN), len(ADDRESSES), len(ATTRIBUTES)) >= 16


def test_the_browser_would_run_them(browser: Browser, tmp_path: Path) -> None:
    """Without this, a test that nothing runs would say nothing."""
    page, asked = opened(browser)
    ran = 0
    path = tmp_path / "raw.html"
    for attack in HTML:
        path.write_text(f"<!doctype html><meta charset=utf-8><body><main>{attack}</main>", encoding="utf-8")
        asked.clear()
        ran += _acts(page, path) or any("evil.invalid" in each for each in asked)
    assert ran > len(HTML) * 0.75


def _acts(page: Page, path: Path) -> bool:
    """Whether something in a page has run, would run, or leads away from it."""
    try:
        page.goto(path.as_uri())
        page.wait_for_timeout(20)
        return bool(page.evaluate("() => window.ran.length") or page.evaluate(LIVE))
    except Error:
        return True


@pytest.mark.slow
def test_nothing_of_them_runs(browser: Browser, site: tuple[str, Path]) -> None:
    address, public = site
    page, asked = opened(browser)
    pages = list(_visited(public))
    assert sum(name.startswith("statements/") for name in pages) > len(ALL) + len(HTML) // 2
    wrong = {}
    for name in pages:
        asked.clear()
        page.goto(f"{address}/{quote(name)}", wait_until="load")
        live, ran = page.evaluate(LOOK)
        foreign = [each for each in asked if not each.startswith((address, "data:image/"))]
        if live or ran or foreign or unquote(page.url.partition("#")[0]) != f"{address}/{name}":
            wrong[name] = (live, ran, foreign, page.url)
    assert wrong == {}


def _visited(public: Path) -> Iterator[str]:
    """Every statement and list; of the pages of single terms, which are made alike, one in eight.

    Pages that only lead on to where another has moved hold nothing else.
    """
    for number, path in enumerate(sorted(public.rglob("*.html"))):
        name = path.relative_to(public).as_posix()
        if REFRESH.search(path.read_bytes()):
            continue
        if name.startswith("statements/") or name.count("/") < 2 or number % 8 == 0:
            yield name
