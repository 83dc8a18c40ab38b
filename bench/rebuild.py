"""Rebuild after an edit of one statement, a different one each time: python bench/rebuild.py

Hugo remembers nothing between runs: its peer is a full build of the same edited archive. Beside that: both programs
serve an archive of their own, and an edit counts from the moment that it is saved until an answer shows it.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from measure import MeasureError, Measurement, Pair, Spread, in_pairs
from programs import Programs, find_programs, made, page_of, parser_of, say, statements_of, workspace
from report import HEADER, exit_with, machine, paired, table
from served import Server, free_port, served

BAR = 0.03
BAR_SECONDS = 1.0


class Edits:
    """One archive that is edited again and again, our site beside it, and Hugo's made anew each time."""

    def __init__(self, programs: Programs, archive: Path, folder: Path, runs: int) -> None:
        self._programs, self._archive, self._folder = programs, archive, folder
        files = statements_of(archive)
        self._edited = [files[(2 * run + 1) * len(files) // (2 * runs)] for run in range(runs)]

    def first_build(self) -> None:
        """Build our site once, so that there is something to remember."""
        say(f"first build: {self._programs.build(self._archive, self._folder / 'site').wall:.2f} s")

    def ours(self, number: int) -> Measurement:
        """Edit the statement of this run and rebuild."""
        edit(self._edited[number], _word(number))
        taken = self._programs.build(self._archive, self._folder / "site")
        self._check(number, self._folder / "site")
        say(f"allocution: {taken.wall:.2f} s")
        return taken

    def peer(self, number: int) -> Measurement:
        """Hugo's full build of what `ours` left."""
        output = self._folder / f"peer-{number}"
        taken = self._programs.build_peer(self._archive, output)
        self._check(number, output)
        say(f"Hugo: {taken.wall:.2f} s")
        return taken

    def _check(self, number: int, output: Path) -> None:
        page = page_of(self._edited[number], self._archive, output)
        if _word(number) not in page.read_text(encoding="utf-8"):
            raise MeasureError(f"{page} doesn't show the edit")


def _word(number: int) -> str:
    return f"правленое{number}"


def edited(content_file: Path, word: str) -> bytes:
    """The file with `word` in place of a word in the middle of the body."""
    header, body = content_file.read_bytes().decode().split("\n---\n", 1)
    middle = body.index(" ", len(body) // 2) + 1
    end = body.index(" ", middle)
    return f"{header}\n---\n{body[:middle]}{word}{body[end:]}".encode()


def edit(content_file: Path, word: str) -> None:
    """Put `word` there."""
    content_file.write_bytes(edited(content_file, word))


def while_serving(programs: Programs, archive: Path, folder: Path, runs: int) -> list[Pair]:
    """From a save until an answer shows the edit, ours and Hugo's in turn, each with a copy of the archive."""
    ours, peer = (Path(shutil.copytree(archive, folder / f"served-{name}")) for name in ("ours", "peer"))
    files = statements_of(archive)
    chosen = [files[(2 * run + 1) * len(files) // (2 * runs)].relative_to(archive) for run in range(runs)]
    first = _path_of(chosen[0])
    ports = free_port(), free_port()
    say("starting both servers")
    with (
        served(programs.serve(ours, ports[0]), ports[0], folder / "ours.log", first) as server,
        served(programs.serve_peer(peer, ports[1]), ports[1], folder / "peer.log", first) as hugo,
    ):

        def saved(server: Server, copy: Path, number: int) -> Measurement:
            file, word = copy / chosen[number], f"сохранённое{number}"
            taken = server.measured(file, edited(file, word), word, _path_of(chosen[number]))
            say(f"{copy.name}: shown after {taken.wall:.3f} s, {taken.cpu:.2f} s of processors")
            return taken

        return in_pairs(lambda n: saved(server, ours, n), lambda n: saved(hugo, peer, n), runs)


def _path_of(content_file: Path) -> str:
    """The address of a statement's page, the same in both programs."""
    return f"{content_file.relative_to('content').with_suffix('').as_posix()}/"


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Compare a rebuild after one edit with Hugo's build.")
    parser.add_argument("--statements", type=int, default=10000)
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        edits = Edits(programs, archive, folder, chosen.runs)
        edits.first_build()
        pairs = in_pairs(edits.ours, edits.peer, chosen.runs)
        serving = while_serving(programs, archive, folder, chosen.runs)
    work = f"one edit among {chosen.statements:,}"
    beside = [Pair(each.ours, pair.peer) for each, pair in zip(serving, pairs, strict=True)]
    rows = [
        _row(f"rebuild after {work}", pairs),
        _row(f"shown by `serve` after {work} is saved", beside),
        (*paired("the same, beside `hugo server`", serving, "", met=True)[:-1], "none"),
    ]
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


def _row(work: str, pairs: Sequence[Pair]) -> tuple[str, ...]:
    ratio = Spread.of([pair.ratio for pair in pairs]).median
    slowest = max(pair.ours.wall for pair in pairs)
    met = ratio <= BAR and slowest < BAR_SECONDS
    return paired(work, pairs, f"at most {BAR} × Hugo's build, under a second", met)


if __name__ == "__main__":
    exit_with(measure)
