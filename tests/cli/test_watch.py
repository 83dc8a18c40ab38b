"""`allocution watch` against a server that changes, hides, loses and withholds its pages, and asks to be left alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from allocution.capture.watching import Look, Manners, Seen, Watching
from allocution.cli import main
from allocution.store.fetching import Fetcher
from tests.capture.servers import HOST, error_page, post_page, running
from tests.publish.archives import build_site, write

VIEW = '<a class="message_media_view_in_telegram" href="x">VIEW IN TELEGRAM</a>'
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Source:
    """Pages by path with their ETags; `busy` is what is answered instead, with a Retry-After."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.statuses: dict[str, int] = {}
        self.busy = ""
        self.requests: list[tuple[str, str]] = []
        self.address = ""


@pytest.fixture
def source() -> Iterator[Source]:
    state = Source()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            state.requests.append((path, self.headers.get("If-None-Match", "")))
            page = state.pages.get(path, error_page("Post not found")).encode()
            tag = f'"{hash(page)}"'
            same = self.headers.get("If-None-Match") == tag
            status = 429 if state.busy else state.statuses.get(path, 304 if same else 200)
            self.send_response(status)
            self.send_header("ETag", tag)
            if state.busy:
                self.send_header("Retry-After", state.busy)
            body = b"" if status == 304 else page
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with running(ThreadingHTTPServer((HOST, 0), Handler)) as port:
        state.address = f"http://{HOST}:{port}"
        yield state


@pytest.fixture
def archive(tmp_path: Path, source: Source) -> Path:
    """Two statements with two posts and a book as sources."""
    front = '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nlanguage: ru\nsources:\n'
    posts = f"  - {source.address}/Channel/14\n  - {source.address}/Channel/15\n  - title: Книга\n---\n\n"
    again = f"  - {source.address}/channel/14\n---\n\n"
    source.pages = {
        f"/{name}/{number}": post_page(f"Channel/{number}", f"Слова поста {number} о правде.")
        for name in ("Channel", "channel")
        for number in (14, 15)
    }
    files = {"content/a.md": f"{front}{posts}Слова.\n", "content/b.md": f"{front}{again}Слова.\n"}
    return write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n', **files})


def watch(archive: Path, *arguments: object) -> Result:
    options = ("--allow-host", HOST, "--pause", "0", "--every", "0", "--language", "en")
    return CliRunner().invoke(main, [str(each) for each in ("watch", archive, *options, *arguments)])


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def edit(source: Source, number: int, page: str) -> None:
    for path in list(source.pages):
        if path.endswith(str(number)):
            source.pages[path] = page


def test_each_source_is_looked_at_once_and_everything_is_kept(archive: Path, source: Source) -> None:
    first = watch(archive)
    assert first.exit_code == 0, first.output
    assert first.output.count("captured for the first time") == 2
    assert "2 sources looked at; changed: 0" in first.output
    files = {path.name: path.read_bytes() for path in (archive / "captures").glob("*.warc.gz")}
    again = watch(archive)
    assert again.exit_code == 0, again.output
    assert again.output.count(": as it was.") == 2
    assert [status for event in log(archive) if (status := event["status"])] == ["200", "200", "304", "304"]
    after = {path.name: path.read_bytes() for path in (archive / "captures").glob("*.warc.gz")}
    assert len(after) == 4
    assert {name: after[name] for name in files} == files
    assert CliRunner().invoke(main, ["verify", str(archive)]).exit_code == 0


def test_what_has_become_of_each_is_told(archive: Path, source: Source) -> None:
    assert watch(archive).exit_code == 0
    edit(source, 14, post_page("Channel/14", "Слова поста 14 о милости."))
    edited = watch(archive)
    assert edited.exit_code == 1
    assert "EDITED" in edited.output
    assert "Слова поста 14 о [-правде.-] {+милости.+}" in edited.output
    assert watch(archive).exit_code == 0
    edit(source, 14, post_page("Channel/14", None, after=VIEW))
    assert "no longer shown on the web" in watch(archive).output
    edit(source, 14, error_page("Post not found"))
    gone = watch(archive)
    assert (gone.exit_code, "GONE" in gone.output) == (1, True)
    edit(source, 14, "<p>Совсем другое</p>")
    unclear = watch(archive)
    assert (unclear.exit_code, "couldn’t be read" in unclear.output) == (3, True)
    edit(source, 14, post_page("Channel/14", "Слова поста 14 о милости."))
    assert watch(archive).exit_code == 0
    seen = [event["seen"] for event in log(archive) if event["source"].lower().endswith("14")]
    assert seen == ["first", "edited", "same", "withheld", "gone", "unclear", "same"]


def test_what_is_not_reached_is_logged_and_shown(archive: Path, source: Source, tmp_path: Path) -> None:
    assert watch(archive).exit_code == 0
    source.statuses = dict.fromkeys(source.pages, 500)
    broken = watch(archive)
    assert broken.exit_code == 3
    refused = CliRunner().invoke(main, ["watch", str(archive), "--pause", "0", "--every", "0"])
    assert refused.exit_code == 3
    assert [event.get("problem") for event in log(archive)][-2:] == ["fetch-private", "fetch-private"]
    build_site(archive, tmp_path / "public")
    card = json.loads((tmp_path / "public/a/index.json").read_text())["evidence"]
    assert [each["outcome"] for each in card["sources"][0]["captures"]] == [
        "first",
        "unreachable",
        "unreachable",
    ]
    assert card["sources"][0]["captures"][2]["sha256"] == ""


def test_what_was_looked_at_lately_is_left_alone(archive: Path, source: Source) -> None:
    assert watch(archive, "--every", "20").exit_code == 0
    asked = len(source.requests)
    again = watch(archive, "--every", "20")
    assert (again.exit_code, "No source is due." in again.output) == (0, True)
    assert len(source.requests) == asked


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waited: list[float] = []

    def elapsed(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.seconds += seconds


def watching(archive: Path, clock: Clock, manners: Manners | None = None) -> Callable[[Source], list[Look]]:
    fetcher = Fetcher((HOST,))
    made = Watching(
        archive, fetcher, clock.now, clock.elapsed, clock.wait, manners or Manners(), frozenset((HOST,))
    )
    return lambda source: list(made.look([f"{source.address}/Channel/{n}" for n in (14, 15)]))


def test_one_host_is_asked_slowly(archive: Path, source: Source) -> None:
    clock = Clock()
    looks = watching(archive, clock, Manners(pause=7))(source)
    assert [look.seen for look in looks] == [Seen.FIRST, Seen.FIRST]
    assert clock.waited == [7]


@pytest.mark.parametrize(("asked", "waited"), [("30", [30]), ("Sun, 22 Nov 2026 12:01:00 GMT", [60])])
def test_a_host_that_asks_to_be_left_alone_is(
    archive: Path, source: Source, asked: str, waited: list[float]
) -> None:
    clock = Clock()
    source.busy = asked
    looks = watching(archive, clock)(source)
    assert [look.seen for look in looks] == [Seen.UNREACHABLE, Seen.UNREACHABLE]
    assert clock.waited == waited


def test_a_host_that_asks_for_long_is_asked_in_another_run(archive: Path, source: Source) -> None:
    clock = Clock()
    source.busy = "86400"
    assert len(watching(archive, clock)(source)) == 1
    assert (clock.waited, len(source.requests)) == ([], 1)
    source.busy = ""
    [look] = watching(archive, clock)(source)
    assert look.source.endswith("/15")  # the one that the run before didn't come to


def test_a_run_that_was_broken_off_is_gone_on_with(archive: Path, source: Source) -> None:
    clock = Clock()
    made = Watching(
        archive, Fetcher((HOST,)), clock.now, clock.elapsed, clock.wait, Manners(), frozenset((HOST,))
    )
    addresses = [f"{source.address}/Channel/{n}" for n in (14, 15)]
    first = next(iter(made.look(addresses)))
    rest = watching(archive, clock)(source)
    assert [look.source for look in rest] == [each for each in addresses if each != first.source]
