"""Takes the pictures in docs/images/ of the built sample archive, with scripts off (`make screenshots`).

Needs Chromium: /usr/bin/chromium or `chromium` on the PATH.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = Path(__file__).parent / "images"
MOST_BYTES = 300_000
MOMENT = "1795305600"  # 22 November 2026: the same picture on any day
# The last two make letters the same on machines with and without a screen.
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--font-render-hinting=none",
)


@dataclass(frozen=True)
class Picture:
    """A picture of one page; sizes are in CSS pixels, of which each is one pixel of the picture."""

    name: str
    page: str
    width: int
    height: int
    colours: str = "light"


PAGES = {
    "front": "index.html",
    "statement": "en/statements/bogoraz-1968/index.html",
    "corrections": "statements/example-marks/index.html",
    "side-by-side": "en/statements/bogoraz-1968/side-by-side/index.html",
    "speakers": "en/speakers/index.html",
    "laws": "laws/index.html",
    "figures": "kk/figures/index.html",
    "all": "uk/statements/index.html",
    "search": "search/index.html",
    "about": "en/about/index.html",
}
SHOWN = (
    Picture("statement.png", PAGES["statement"], 1280, 1100),
    Picture("front-narrow-dark.png", PAGES["front"], 360, 720, "dark"),
)
PICTURES = (
    *SHOWN,
    *(
        Picture(f"pages/{name}-{width}-{colours}.jpg", page, width, 800, colours)
        for name, page in PAGES.items()
        for width in (360, 1280)
        for colours in ("light", "dark")
    ),
)


def build_sample(folder: Path) -> Path:
    """Build a copy of the sample archive in a folder, and return the site's."""
    archive, site = folder / "archive", folder / "site"
    shutil.copytree(ROOT / "examples" / "archive", archive)
    subprocess.run(
        [sys.executable, "-m", "allocution", "build", archive, "--output", site, "--quiet"],
        env=os.environ | {"SOURCE_DATE_EPOCH": MOMENT, "LC_ALL": "C.UTF-8"},
        check=True,
    )
    return site


def take(browser: Browser, site: Path, picture: Picture) -> bytes:
    """The picture as PNG, or as JPEG where its name says so."""
    with browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.colours == "dark" else "light",
        java_script_enabled=False,
        offline=True,
        locale="en-GB",
        timezone_id="UTC",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto((site / picture.page).as_uri())
        if picture.name.endswith(".jpg"):
            return page.screenshot(animations="disabled", type="jpeg", quality=60)
        return page.screenshot(animations="disabled")


def main() -> None:
    """Take all pictures anew."""
    chromium = shutil.which("chromium", path=os.pathsep.join(("/usr/bin", os.environ.get("PATH", ""))))
    if chromium is None:
        sys.exit("There is no Chromium on this machine. On Debian or Ubuntu: apt-get install chromium")
    (IMAGES / "pages").mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_sample(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        for picture in PICTURES:
            data = take(browser, site, picture)
            if len(data) > MOST_BYTES:
                sys.exit(f"{picture.name} has {len(data)} bytes; {MOST_BYTES} are enough.")
            (IMAGES / picture.name).write_bytes(data)
            print(f"docs/images/{picture.name} ({len(data) // 1000} kB)")
        browser.close()


if __name__ == "__main__":
    main()
