"""A built site searched in Chromium, beside Pagefind on the same pages: bytes fetched, time to the hits, recall.

    python bench/static_search.py SITE ARCHIVE [--pagefind SITE_WITH_PAGEFIND]

SITE is built with `search = true` from ARCHIVE. Pagefind (`pip install 'pagefind[bin]'`) isn't among the project's
tools:

    python -m pagefind --site SITE --output-path OTHER/pagefind --glob 'statements/*/index.html'

Bytes are those of all files that a fresh browser fetches from opening the index to the first ten hits with their text,
scripts included and uncompressed by the server; of two words, too. Recall counts statements against every
form that pymorphy3 gives.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from allocution.language.analysis import find_analyser
from allocution.language.folding import exact_key
from allocution.language.tokens import word_spans
from report import table

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
HITS = 10

OURS = """async ([base, query]) => {
  const { Searcher } = await import(`${base}assets/search/searching.js`);
  window.searcher ??= await Searcher.open(`${base}search/index/meta.json`);
  const found = await window.searcher.search(query, { limit: 10 });
  return found.statements;
}"""
OF_PAGEFIND = """async ([base, query]) => {
  window.pagefind ??= await import(`${base}pagefind/pagefind.js`);
  const found = await window.pagefind.search(query);
  await Promise.all(found.results.slice(0, 10).map((each) => each.data()));
  return found.results.length;
}"""
ANSWERED = """(query) => new Promise((done) => {
  const found = document.getElementById("found");
  const field = document.querySelector("input[name=q]");
  delete found.dataset.answered;
  const began = performance.now();
  new MutationObserver((_, watching) => {
    if (found.dataset.answered !== query) return;
    watching.disconnect();
    done(performance.now() - began);
  }).observe(found, { attributes: true });
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


class Counting(SimpleHTTPRequestHandler):
    """Files as they lie there, and how many bytes were asked for."""

    fetched = 0

    def log_message(self, *arguments: Any) -> None:
        pass

    def send_header(self, keyword: str, value: str) -> None:
        if keyword.lower() == "content-length":
            Counting.fetched += int(value)
        super().send_header(keyword, value)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder over HTTP."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def forms_by_statement(archive: Path) -> list[set[str]]:
    """The distinct forms in each statement, as they are compared."""
    found = []
    for file in sorted((archive / "content").rglob("*.md")):
        text = file.read_text("utf-8")
        found.append({exact_key(text[start:end]) for start, end in word_spans(text)})
    return found


def sought(statements: Sequence[set[str]], count: int) -> list[str]:
    """Inflected Russian words at random: no form is its own lemma."""
    random = Random(11)
    lemmas = find_analyser("ru").lemmas
    words = sorted({word for each in statements[:50] for word in each if re.fullmatch("[а-я]{5,}", word)})
    return random.sample([word for word in words if word not in lemmas(word)], count)


def pairs(archive: Path, count: int) -> list[str]:
    """Two words that stand beside each other somewhere in the archive, at random."""
    random = Random(12)
    found = []
    for file in random.sample(sorted((archive / "content").rglob("*.md")), count):
        words = re.findall("[а-яё]{3,}", file.read_text("utf-8").lower())[-1000:]
        place = random.randrange(len(words) - 1)
        found.append(f"{words[place]} {words[place + 1]}")
    return found


def truth(word: str, statements: Sequence[set[str]], lemmas_of: dict[str, set[str]]) -> int:
    """How many statements hold a form of a lemma that the word may be of."""
    wanted = set(find_analyser("ru").lemmas(word))
    forms = {form for form, lemmas in lemmas_of.items() if lemmas & wanted}
    return sum(not forms.isdisjoint(each) for each in statements)


def bytes_of(
    browser: Browser, base: str, script: str, words: Sequence[str]
) -> tuple[list[int], list[int], list[int]]:
    """Bytes of the first query of a fresh browser, of each next one, and what each query found."""
    first: list[int] = []
    later: list[int] = []
    found: list[int] = []
    for start in range(0, len(words), 10):
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{base}robots.txt")
        for place, word in enumerate(words[start : start + 10]):
            Counting.fetched = 0
            found.append(int(page.evaluate(script, [base, word])))
            (later if place else first).append(Counting.fetched)
        context.close()
    return first, later, found


def times(page: Page, base: str, words: Sequence[str]) -> list[float]:
    """Milliseconds from a keystroke to the hits on the page, for queries whose files have been fetched before."""
    page.goto(f"{base}search/index.html")
    for word in words:
        page.evaluate(ANSWERED, word)
    return [float(page.evaluate(ANSWERED, word)) for word in words]


def kilobytes(sizes: Sequence[int]) -> str:
    """Median and the 95th percentile."""
    return f"{median(sizes) / 1000:.0f} kB, {quantiles(sizes, n=20)[-1] / 1000:.0f} kB"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pagefind", type=Path)
    parser.add_argument("--queries", type=int, default=50)
    options = parser.parse_args()
    statements = forms_by_statement(options.archive)
    words = sought(statements, options.queries)
    analyser = find_analyser("ru")
    lemmas_of = {form: set(analyser.lemmas(form)) for form in set().union(*statements)}
    expected = [truth(word, statements, lemmas_of) for word in words]
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        peers = [("allocution", options.site, OURS)]
        if options.pagefind:
            peers.append(("Pagefind", options.pagefind, OF_PAGEFIND))
        for name, folder, script in peers:
            with served(folder) as base:
                first, later, found = bytes_of(browser, base, script, words)
                recall = sum(map(min, found, expected)) / sum(expected)
                taken = times(browser.new_page(), base, words) if script is OURS else []
            speed = f"{median(taken):.0f} ms" if taken else ""
            rows.append([name, kilobytes(first), kilobytes(later), f"{recall:.3f}", speed])
            if script is OURS:
                asked = pairs(options.archive, options.queries)
                with served(folder) as base:
                    for label, mark in (("two words", "{}"), ("«two words» in a row", "«{}»")):
                        queries = [mark.format(pair) for pair in asked]
                        first, later, _ = bytes_of(browser, base, script, queries)
                        rows.append([f"the same, {label}", kilobytes(first), kilobytes(later), "", ""])
        browser.close()
    print(
        f"{datetime.now(UTC):%Y-%m-%d}: {len(statements)} statements, load at the end {os.getloadavg()[0]:.1f}"
    )
    header = (
        "",
        "first query: median, p95",
        "each next one",
        "recall, statements",
        "keystroke to hits, warm",
    )
    print(table(header, rows))


if __name__ == "__main__":
    main()
