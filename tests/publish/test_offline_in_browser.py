"""Reading without a network what was opened before, in a real browser whose server is gone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Error, Page

from allocution.site.policy import HEADERS
from tests.chromium import launched
from tests.publish.archives import build_site, tree, write
from tests.publish.test_pages_in_browser import violations

CONFIGURATION = 'title = "Слова"\ndefaultContentLanguage = "ru"\n'
ASKED = CONFIGURATION + "[params.allocution]\noffline = true\n"
STATEMENTS = {
    f"content/{name}.md": f'---\ntitle: "{speaker} (Клевета)"\n---\nСлова, которые сказал {speaker}.\n'
    for name, speaker in (("a", "Анна Ли"), ("b", "Борис Ким"), ("c", "Вера Пак"))
}
STORED = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  kept: (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)))
    .reduce((sum, count) => sum + count, 0),
  others: localStorage.length + sessionStorage.length + document.cookie.length,
})"""
NOTHING = {"caches": [], "workers": 0, "kept": 0, "others": 0}


class Server:
    """A site in a sub-folder, with the headers that servers are told, and what was asked of it."""

    def __init__(self, root: Path) -> None:
        self.asked: list[str] = []
        self._server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(_Handler, self.asked, directory=str(root))
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}/some/folder/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, asked: list[str], *arguments: object, directory: str) -> None:
        self._asked = asked
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._asked.append(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    write(tmp_path / "archive", {"hugo.toml": ASKED, **STATEMENTS})
    build_site(tmp_path / "archive", tmp_path / "served/some/folder")
    found = Server(tmp_path / "served")
    yield found
    with suppress(OSError):
        found.stop()


def page_of(browser: Browser) -> Page:
    page = browser.new_context().new_page()
    page.set_default_timeout(15_000)
    return page


def test_nothing_of_it_is_there_unless_an_archive_asks(tmp_path: Path) -> None:
    write(tmp_path / "archive", {"hugo.toml": CONFIGURATION, **STATEMENTS})
    build_site(tmp_path / "archive", tmp_path / "public")
    found = tree(tmp_path / "public")
    assert "sw.js" not in found
    assert "assets/offline.js" not in found
    assert b"offline" not in found["a/index.html"]


def test_what_was_opened_is_read_when_the_server_is_gone(browser: Browser, server: Server) -> None:
    page = page_of(browser)
    page.goto(f"{server.address}a/")
    button = page.locator(".offline button")
    button.wait_for()
    assert page.evaluate(STORED) == NOTHING  # before the reader has said yes
    page.goto(f"{server.address}b/")
    button.click()
    page.get_by_text("хранятся на этом устройстве").wait_for()
    assert violations(page) == ""
    page.goto(f"{server.address}index.html")
    page.get_by_role("link", name="Анна Ли").first.click()
    page.locator(".words").wait_for()
    asked = set(server.asked)
    assert not [path for path in asked if "/c/" in path]
    server.stop()
    for path, words in (("a/", "Анна Ли"), ("b/index.html", "Борис Ким"), ("", "Слова")):
        page.goto(server.address + path)
        assert words in page.locator("main").inner_text()
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    with pytest.raises(Error):
        page.goto(f"{server.address}c/")
    page.context.close()


def test_the_worker_asks_for_nothing_that_a_page_didnt(browser: Browser, server: Server) -> None:
    def visit(page: Page) -> list[str]:
        del server.asked[:]
        for path in ("a/", "b/", ""):
            page.goto(server.address + path)
            page.locator(".offline button").wait_for()
        return sorted(path for path in server.asked if not path.endswith(("sw.js", "favicon.ico")))

    plain = page_of(browser)
    expected = visit(plain)
    page = page_of(browser)
    page.goto(f"{server.address}a/")
    page.locator(".offline button").click()
    page.get_by_text("хранятся на этом устройстве").wait_for()
    assert set(visit(page)) == set(expected)
    assert page.context.cookies() == []


def test_the_reader_can_have_it_all_deleted(browser: Browser, server: Server) -> None:
    page = page_of(browser)
    page.goto(f"{server.address}a/")
    page.locator(".offline button").click()
    page.get_by_role("button", name="Удалить их").click()
    page.get_by_role("button", name="Хранить открытые").wait_for()
    assert page.evaluate(STORED) == NOTHING
    page.context.close()


def test_a_page_that_is_gone_is_kept_no_longer(browser: Browser, server: Server, tmp_path: Path) -> None:
    page = page_of(browser)
    page.goto(f"{server.address}a/")
    page.locator(".offline button").click()
    page.get_by_text("хранятся на этом устройстве").wait_for()
    page.goto(f"{server.address}b/")
    shutil.rmtree(tmp_path / "served/some/folder/b")
    page.goto(f"{server.address}b/")
    page.goto(f"{server.address}a/")
    server.stop()
    with pytest.raises(Error):
        page.goto(f"{server.address}b/")
    page.context.close()
