"""The browser that tests use, and what happens where something of this machine is missing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def missing(what: str) -> None:
    """Skip a test that needs something which isn't there; where it has to be there, fail."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"there is no {what}")


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, for as long as it is needed."""
    if not CHROMIUM.exists():
        missing(f"browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()
