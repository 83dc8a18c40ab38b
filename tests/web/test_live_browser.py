"""The live preview in a real browser, scripts on."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.chromium import launched
from tests.web.processes import Served, serving


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with launched() as browser:
        yield browser.new_page()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    words = "\n\n".join(f"Paragraph {number} of the speech." for number in range(200))
    for name, person in (("one", "Ann Lee"), ("two", "Bob Roe")):
        file = tmp_path / f"content/statements/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'---\ntitle: "{person} (sedition)"\ndate: 2020-01-02\n---\n\n{words}\n\n'
            "[Elsewhere](https://example.invalid/).\n"
        )
    with serving(tmp_path) as running:
        yield running


def inside(page: Page) -> Frame:
    return next(frame for frame in page.frames if frame is not page.main_frame)


def becomes(holds: Callable[[], bool], seconds: float = 5) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.02)
    return False


def test_preview(served: Served, page: Page, tmp_path: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    file = tmp_path / "content/statements/one.md"

    page.goto(f"{served.address}-/live/statements/one/")
    expect(page).to_have_title(re.compile("Ann Lee"))
    assert inside(page).url == f"{served.address}statements/one/"

    inside(page).evaluate("scrollTo(0, 2000)")
    file.write_text(file.read_text().replace("Paragraph 0 of", "Paragraph nought of"))
    inside(page).get_by_text("Paragraph nought").wait_for()
    assert becomes(lambda: inside(page).evaluate("document.readyState === 'complete' && scrollY") == 2000)

    inside(page).evaluate("location.hash = 'text'")
    page.wait_for_url(f"{served.address}-/live/statements/one/#text")
    two = "link => link.pathname === '/statements/two/index.html'"
    inside(page).evaluate(f"[...document.links].find({two}).click()")
    expect(page).to_have_title(re.compile("Bob Roe"))
    page.wait_for_url(f"{served.address}-/live/statements/two/index.html")
    page.go_back()
    expect(page).to_have_title(re.compile("Ann Lee"))

    (tmp_path / "hugo.toml").write_text('title = "\n')
    bar = page.locator("#bar")
    bar.get_by_text("hugo.toml:1").wait_for()
    assert "Ann Lee" in page.title()
    (tmp_path / "hugo.toml").write_text('title = "New title"\n')
    bar.wait_for(state="hidden")
    inside(page).get_by_text("New title").first.wait_for()

    with page.context.expect_page() as opened:
        inside(page).get_by_text("Elsewhere").click()
    opened.value.close()
    assert inside(page).url.startswith(served.address)
    assert complaints == []

    assert served.interrupt() == 0
    bar.get_by_text("doesn’t answer").wait_for()


def test_without_scripts(served: Served, page: Page) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{served.address}-/live/")
    plain.get_by_role("link", name="open the site").click()
    plain.wait_for_url(served.address)
    context.close()
