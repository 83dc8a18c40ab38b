"""Checking an archive beside building it, in turn: python bench/check.py"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from measure import Measurement, Spread, in_pairs, measured
from programs import find_programs, full_build, made, parser_of, say, statements_of, workspace
from report import cpu, exit_with, machine, seconds, table

BAR = 0.25
HEADER = ("work", "check", "full build", "ratio, pair by pair", "processors", "bar")


def make_clean(archive: Path) -> None:
    """Give each statement a source that can hold it, so that there is nothing to find."""
    for file in statements_of(archive):
        file.write_bytes(file.read_bytes().replace(b"https://t.me/", b"https://example.org/"))


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Compare a check of a made archive with a full build of it.")
    parser.add_argument("--statements", type=int, default=10000)
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        make_clean(archive)

        def check(_: int) -> Measurement:
            taken = measured([str(programs.allocution), "check", str(archive)], memory=programs.memory)
            say(f"check: {taken.wall:.2f} s")
            return taken

        def build(_: int) -> Measurement:
            return full_build(programs, archive, Path(mkdtemp(dir=folder)), peer=False).taken

        pairs = in_pairs(check, build, chosen.runs)
    ratio = Spread.of([pair.ratio for pair in pairs])
    ours, builds = [pair.ours for pair in pairs], [pair.peer for pair in pairs]
    cells = (
        f"check of {chosen.statements:,} statements",
        seconds(Spread.of([run.wall for run in ours])),
        seconds(Spread.of([run.wall for run in builds])),
        f"{ratio.median:.3g} ({ratio.low:.3g}–{ratio.high:.3g})",
        f"{cpu(ours):.1f} s, {cpu(builds):.1f} s",
        f"at most {BAR} × the build: {'met' if ratio.median <= BAR else 'missed'}",
    )
    return f"{table(HEADER, [cells])}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
