"""Searching 10,000 statements: answers beside plain FTS5's, indexing, an edit, the catalogue's size.

    python bench/searching.py

Plain FTS5 has the same sentences, its own tokenizer and no morphology. It counts the hits and reads the first twenty
with their sentences, which is less than we do: facets, neighbours, marks. Queries are words, pairs of neighbours and
words with a filter, taken from the statements at random. Each is asked once in turn of both, warm; both work in this
process alone, so what counts is the processor's time.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time

import apsw

from allocution.language.tokens import word_spans
from allocution.search.searching import Searcher
from allocution.store.catalogue_file import catalogue_path
from allocution.views.site_view import SiteView
from allocution.workspace.indexing import Indexing
from allocution.workspace.loading import Remembered, Workspace
from allocution.workspace.searching import ArchiveSearch
from made_archive import make_archive
from report import table

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HITS = 20
EDITS = 7


def timed(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Seconds that it takes, by a clock."""
    began = clock()
    work()
    return clock() - began


def plain_index(catalogue: apsw.Connection) -> apsw.Connection:
    """The same sentences in an FTS5 table as SQLite makes it, and each statement's year."""
    plain = apsw.Connection(":memory:")
    plain.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (text); CREATE TABLE years (id INTEGER PRIMARY KEY, year)"
    )
    with plain:
        plain.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            catalogue.execute("SELECT id, text FROM sentences"),
        )
        plain.executemany(
            "INSERT INTO years VALUES (?, ?)", catalogue.execute("SELECT id, year FROM statements")
        )
    return plain


def ask_plain(plain: apsw.Connection, query: str, years: tuple[int, int] | None) -> None:
    """Count the hits and read the first twenty."""
    within = " AND rowid >> 13 IN (SELECT id FROM years WHERE year BETWEEN ? AND ?)" if years else ""
    values = (query, *(years or ()))
    list(plain.execute(f"SELECT count(*) FROM words WHERE words MATCH ?{within}", values))
    list(
        plain.execute(
            f"SELECT text FROM words WHERE words MATCH ?{within} ORDER BY rank LIMIT {HITS}", values
        )
    )


def queries(
    catalogue: apsw.Connection, count: int
) -> dict[str, list[tuple[str, str, tuple[int, int] | None]]]:
    """By kind: what we are asked, what FTS5 is asked, and the years of a filter."""
    random = Random(7)
    ids = [number for (number,) in catalogue.execute("SELECT id FROM sentences WHERE anchor != ''")]
    found: dict[str, list[tuple[str, str, tuple[int, int] | None]]] = {
        "one word": [],
        "phrase": [],
        "facet": [],
    }
    while len(found["facet"]) < count:
        ((text,),) = catalogue.execute("SELECT text FROM sentences WHERE id = ?", (random.choice(ids),))
        words = [text[start:end] for start, end in word_spans(text)]
        place = random.randrange(max(1, len(words) - 1))
        pair = words[place : place + 2]
        if len(pair) < 2 or not all(word.isalpha() and len(word) > 3 for word in pair):
            continue
        year = random.randrange(2003, 2024)
        found["one word"].append((pair[0], f'"{pair[0]}"', None))
        found["phrase"].append((f'"{pair[0]} {pair[1]}"', f'"{pair[0]} {pair[1]}"', None))
        found["facet"].append((f"{pair[0]} year:{year}..{year + 2}", f'"{pair[0]}"', (year, year + 2)))
    return found


def compare(search: Searcher, plain: apsw.Connection, count: int) -> list[list[str]]:
    """A row for each kind of query."""
    rows = []
    for each in ("суд year:2010", "court", "сот", "вирок", "прысуд"):  # every analyser has its dictionary
        search.search(each)
    for kind, asked in queries(search._connection, count).items():
        ours, peer = [], []
        for query, match, years in asked:
            ours.append(timed(partial(search.search, query, limit=HITS), process_time))
            peer.append(timed(partial(ask_plain, plain, match, years), process_time))
        bar = last(ours) <= 1.25 * last(peer) and last(ours) < 0.06
        rows.append(
            [kind, both(ours), both(peer), f"{last(ours) / last(peer):.2f}", "met" if bar else "missed"]
        )
    return rows


def last(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20)[-1]


def both(times: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{1000 * median(times):.1f} ms, {1000 * last(times):.1f} ms"


def edit(root: Path, search: ArchiveSearch) -> tuple[list[float], float]:
    """Seconds to index one edited statement, of several edits; until a search begun anew answers."""
    file = next(iter(sorted((root / "content").rglob("*-00005.md"))))
    text = file.read_text("utf-8")
    workspace = Workspace(root, NOW)
    alone = []
    for number in range(EDITS + 1):
        file.write_text(f"{text}\n\n{'Одно предложение больше. ' * number}\n", "utf-8")
        loaded = workspace.load(Remembered(), 1, None)
        indexing = Indexing(workspace.folder, SiteView(loaded.archive, ""), NOW)
        alone.append(timed(partial(indexing.update, search.searcher._connection)))
    whole = timed(lambda: ArchiveSearch(root, NOW, 2).search("предложение"))
    return alone[1:], whole  # the first one loads what words are analysed by


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--statements", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=1500)
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        root = Path(folder) / "archive"
        make_archive(root, options.statements, options.words)
        began, used = perf_counter(), process_time()
        search = ArchiveSearch(root, NOW, 2)
        indexed, busy = perf_counter() - began, process_time() - used
        connection = search.searcher._connection
        ((letters,),) = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM sentences")
        size = catalogue_path(root).stat().st_size
        words = options.statements * options.words
        rows = compare(search.searcher, plain_index(connection), options.queries)
        alone, whole = edit(root, search)
    load = os.getloadavg()[0]
    print(f"{datetime.now(UTC):%Y-%m-%d}: {len(os.sched_getaffinity(0))} cores, load at the end {load:.1f}")
    print(table(("query", "ours: median, p95", "plain FTS5", "ratio of p95", "bar"), rows))
    facts = [
        ["indexing, the archive read and split in it", f"{words / indexed:,.0f} words/s ({indexed:.1f} s)"],
        [
            "the same by the processor's time of the process that writes",
            f"{words / busy:,.0f} words/s ({busy:.1f} s)",
        ],
        [
            f"one edited statement, the index alone, {EDITS} edits",
            f"{median(alone):.2f} s ({min(alone):.2f}–{max(alone):.2f})",
        ],
        ["one edited statement, a search of the folder begun anew", f"{whole:.2f} s"],
        [
            "the catalogue beside the text",
            f"{size / letters:.2f} × ({size / 1e6:.0f} MB, {letters / 1e6:.0f} MB)",
        ],
    ]
    print(table(("what", "figure"), facts))


if __name__ == "__main__":
    main()
