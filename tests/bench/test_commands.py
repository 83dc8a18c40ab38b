"""The commands, with a small program in place of ours and with the real Hugo."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import analysis
import check
import floor
import full_build
import rebuild
import report
import scale
import served
from made_archive import make_archive
from measure import MeasureError, Measurement, Memory, Pair
from programs import Programs, check_pages, find_programs, page_of, statements_of

BENCH = Path(__file__).resolve().parents[2] / "bench"
STAND_IN = """\
#!{python} -S
import http.server, pathlib, sys
if sys.argv[1] == "--version":
    sys.exit(print("allocution, version 0"))
if sys.argv[1] == "serve":
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            file = pathlib.Path(sys.argv[2], "content", self.path.strip("/") + ".md")
            self.wfile.write(file.read_bytes() + b"</html>")
    http.server.HTTPServer(("127.0.0.1", int(sys.argv[4])), Page).serve_forever()
_, command, archive, option, output = sys.argv
assert (command, option) == ("build", "--output")
content = pathlib.Path(archive, "content")
for path in sorted(content.rglob("*.md")){skip}:
    page = pathlib.Path(output, path.relative_to(content).with_suffix("")) / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(path.read_bytes(){change})
"""


def stand_in(folder: Path, skip: str = "", change: str = "") -> Path:
    program = folder / "allocution"
    program.write_text(STAND_IN.format(python=sys.executable, skip=skip, change=change))
    program.chmod(0o755)
    return program


def programs_with(program: Path) -> Programs:
    try:
        return find_programs(Memory.RSS, program)
    except MeasureError as error:
        pytest.skip(str(error))


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    program = stand_in(tmp_path)
    programs_with(program)
    chosen = ["--words", "30", "--runs", "1", "--allocution", str(program)]
    return [*chosen, "--workspace", str(tmp_path / "work")]


@pytest.mark.parametrize(
    ("command", "sizes", "expected"),
    [
        (full_build, ["20"], ["| full build, 20 statements of 30 words |", "Files written: 20, "]),
        (
            rebuild,
            ["20"],
            [
                "| rebuild after one edit among 20 |",
                "| shown by `serve` after one edit among 20 is saved |",
                "server",
            ],
        ),
        (floor, ["20"], ["| archive (read) | 21 |", "| our site | 20 |", "| Hugo's site | "]),
        (scale, ["10", "20"], ["| 10 | ", "| 20 | ", "Line: ", "B a statement"]),
    ],
    ids=["full_build", "rebuild", "floor", "scale"],
)
def test_each_command_prints_its_table_and_cleans_up(
    command: object,
    sizes: list[str],
    expected: list[str],
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(served, "SETTLING", 0.05)
    printed = command.measure([*arguments, "--statements", *sizes])  # type: ignore[attr-defined]
    assert printed.startswith("| ")
    for part in [*expected, "cores", "Hugo 0."]:
        assert part in printed
    assert list((tmp_path / "work").iterdir()) == []


def test_analysers_are_measured_in_turn_with_a_library_alone() -> None:
    language, count, _, beside, _, _, loading = analysis.row("be", 50, 1)
    assert (language, count) == ("be", "50")
    assert beside.startswith("pymorphy3")
    assert loading.endswith(" s")
    assert len(analysis.forms("kk", 400)) == len(set(analysis.forms("kk", 400))) == 400


def test_a_check_finds_nothing_in_clean_statements(tmp_path: Path) -> None:
    program, archive = Path(sys.executable).with_name("allocution"), tmp_path / "made"
    make_archive(archive, statements=150, words=200)
    check.make_clean(archive)
    assert check.findings_in(program, archive) == "none"
    first, second = statements_of(archive)[:2]
    first.write_bytes(first.read_bytes() + b"\nTwo  blanks.\n")
    assert check.findings_in(program, archive) == "1 × note double-space"
    second.write_bytes(second.read_bytes() + b"\xff")
    with pytest.raises(MeasureError, match="1 × error encoding"):
        check.findings_in(program, archive)


def test_a_program_that_leaves_pages_out_is_not_measured(arguments: list[str], tmp_path: Path) -> None:
    stand_in(tmp_path, skip="[1:]")
    with pytest.raises(MeasureError, match="wasn't written"):
        full_build.measure([*arguments, "--statements", "5"])


def test_a_rebuild_that_misses_the_edit_is_not_measured(arguments: list[str], tmp_path: Path) -> None:
    stand_in(tmp_path, change=".replace('правленое'.encode(), b'')")
    with pytest.raises(MeasureError, match="doesn't show the edit"):
        rebuild.measure([*arguments, "--statements", "5"])


def test_exit_status_is_2_where_nothing_could_be_measured() -> None:
    command = [
        sys.executable,
        str(BENCH / "full_build.py"),
        "--statements",
        "2",
        "--allocution",
        "/nowhere/at/all",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr != ""


def test_an_edit_changes_one_word_of_the_body(tmp_path: Path) -> None:
    make_archive(tmp_path / "made", statements=1, words=200)
    (path,) = statements_of(tmp_path / "made")
    before = path.read_text(encoding="utf-8")
    rebuild.edit(path, "правленое0")
    after = path.read_text(encoding="utf-8")
    differing = [pair for pair in zip(before.split(" "), after.split(" "), strict=True) if pair[0] != pair[1]]
    assert [new for _, new in differing] == ["правленое0"]
    assert before.split("\n---\n")[0] == after.split("\n---\n")[0]


def test_the_peer_makes_what_a_site_needs(tmp_path: Path) -> None:
    programs = programs_with(stand_in(tmp_path))
    archive, output = tmp_path / "made", tmp_path / "site"
    make_archive(archive, statements=120, words=20, by_year=True)
    before = sorted(archive.rglob("*"))
    programs.build_peer(archive, output)
    check_pages(archive, output)
    assert sorted(archive.rglob("*")) == before
    for name in ("404.html", "robots.txt", "index.html", "page/3/index.html", "statements/page/3/index.html"):
        assert (output / name).exists(), name
    for taxonomy, terms in (("speakers", 84), ("charges", 40), ("courts", 50)):
        feeds = list((output / taxonomy).glob("*/index.xml"))
        assert len(feeds) >= terms
        assert all((feed.parent / "index.html").exists() for feed in feeds)
    for feed in (output / "index.xml", output / "statements" / "index.xml"):
        assert len(ElementTree.parse(feed).findall("channel/item")) == 20
    addresses = ElementTree.parse(output / "sitemap.xml").getroot()
    assert len(addresses) > 120 + 84
    page = page_of(statements_of(archive)[60], archive, output).read_text(encoding="utf-8")
    for part in ("application/ld+json", 'href="/speakers/', 'href="/charges/', 'href="/courts/', 'rel="'):
        assert part in page


def test_a_line_is_found_and_what_lies_off_it() -> None:
    line = scale.fit([(1000, 1.5), (10000, 10.5), (50000, 50.5)])
    assert line.start == pytest.approx(0.5)
    assert line.each == pytest.approx(0.001)
    assert line.off(20000, 20.5 * 1.1) == pytest.approx(0.1)
    bent = [(1000, 1.0), (10000, 10.0), (50000, 90.0)]
    assert max(abs(scale.fit(bent).off(*point)) for point in bent) > scale.BAR
    with pytest.raises(ValueError, match="two sizes"):
        scale.fit([(1000, 1.0), (1000, 2.0)])


def test_cells_of_pairs() -> None:
    pairs = [Pair(Measurement(1, 2, 3_000_000), Measurement(4, 5, 6_000_000_000))] * 2
    assert report.paired("work", pairs, "at most half", True) == (
        "work",
        "1.00 s (1.00–1.00)",
        "4.00 s (4.00–4.00)",
        "0.25 (0.25–0.25)",
        "2.0 s, 5.0 s",
        "3 MB, 6 GB",
        "at most half: met",
    )
    assert report.paired("work", pairs, "bar", False)[-1] == "bar: missed"
    assert report.size(999) == "999 B"
