"""Editions: each alone, all at once, and the memory that they take as the archive grows: python bench/editions.py"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from allocution.editions.table import EDITIONS
from measure import Measurement, Spread, measured
from programs import Programs, find_programs, made, parser_of, say, workspace
from report import cpu, exit_with, machine, peak, seconds, size, table

BAR_ALL = 3.0
BAR_TEI = 500
BAR_EPUB = 5.0
BAR_MEMORY = 1e9
# A volume of a book and the program that packs a ZIM take what they take, whatever the archive's size.
WITHOUT_BAR = ("pdf", "pdf-a5", "zim")
HEADER = ("editions", "statements", "time", "processors", "peak memory", "bar")


def export(programs: Programs, archive: Path, folder: Path, names: Sequence[str]) -> Measurement:
    """One export into a folder of its own, which stays until all is measured."""
    output = Path(mkdtemp(dir=folder)) / "editions"
    chosen = [part for name in names for part in ("--edition", name)]
    command = [str(programs.allocution), "export", str(archive), "--output", str(output), *chosen]
    taken = measured(command, memory=programs.memory)
    say(f"{', '.join(names)}: {taken.wall:.2f} s, {taken.cpu:.2f} s of processors, {taken.memory:,} B")
    return taken


def cells(name: str, statements: int, runs: Sequence[Measurement], bar: str = "") -> tuple[str, ...]:
    """The cells under HEADER."""
    walls = Spread.of([run.wall for run in runs])
    return (name, f"{statements:,}", seconds(walls), f"{cpu(runs):.1f} s", size(peak(runs)), bar)


def bar(told: str, met: bool) -> str:
    """A bar and whether it was met."""
    return f"{told}: {'met' if met else 'missed'}"


def each_alone(
    programs: Programs, archive: Path, folder: Path, statements: int, runs: int
) -> tuple[list[tuple[str, ...]], float]:
    """The rows of the single editions, and the median time of the slowest."""
    rows, slowest = [], 0.0
    for edition in EDITIONS:
        taken = [export(programs, archive, folder, [edition.name]) for _ in range(runs)]
        wall = Spread.of([run.wall for run in taken]).median
        slowest = max(slowest, wall)
        told = ""
        if edition.name == "tei":
            told = bar(f"{statements / wall:.0f} statements/s of {BAR_TEI}", statements / wall >= BAR_TEI)
        if edition.name == "epub":
            told = bar(f"{BAR_EPUB:.0f} s for 1,000", wall * 1000 / statements <= BAR_EPUB)
        rows.append(cells(edition.name, statements, taken, told))
    return rows, slowest


def together(
    programs: Programs, folder: Path, every: Sequence[str], chosen: Namespace
) -> list[tuple[str, ...]]:
    """The rows of each alone, and of all at once beside the slowest."""
    archive = made(folder, chosen.statements, chosen.words, chosen.seed)
    rows, slowest = each_alone(programs, archive, folder, chosen.statements, chosen.runs)
    taken = [export(programs, archive, folder, every) for _ in range(chosen.runs)]
    ratio = Spread.of([run.wall for run in taken]).median / slowest
    told = bar(f"{ratio:.2f} × the slowest alone, at most {BAR_ALL:.0f}", ratio <= BAR_ALL)
    return [*rows, cells("all at once", chosen.statements, taken, told)]


def memory(
    programs: Programs, folder: Path, every: Sequence[str], chosen: Namespace
) -> list[tuple[str, ...]]:
    """The rows of the peak of memory: each edition alone, as the bar is, and all of them at once."""
    many = made(folder, chosen.many, chosen.words, chosen.seed)
    barred = [name for name in every if name not in WITHOUT_BAR and name in (chosen.edition or every)]
    rows = []
    for name in barred:
        one = export(programs, many, folder, [name])
        told = bar(f"{size(BAR_MEMORY)} at {chosen.many:,}", one.memory < BAR_MEMORY)
        rows.append(cells(name, chosen.many, [one], told))
    if chosen.edition:
        return rows
    return [*rows, cells("all of these at once", chosen.many, [export(programs, many, folder, barred)])]


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure the editions of a made archive.")
    parser.add_argument("--statements", type=int, default=1000)
    parser.add_argument("--many", type=int, default=10000, help="for the peak of memory; 0 leaves it out")
    parser.add_argument("--only-many", action="store_true", help="measure nothing but the peak of memory")
    parser.add_argument(
        "--edition", action="append", help="measure the peak of memory of this one (again: of these)"
    )
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    every = [edition.name for edition in EDITIONS]
    with workspace(chosen) as folder:
        rows = [] if chosen.only_many or chosen.edition else together(programs, folder, every, chosen)
        if chosen.many:
            rows += memory(programs, folder, every, chosen)
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
