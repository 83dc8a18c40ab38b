"""A book for reading: ours, and pandoc's of the same words: python bench/epub.py --pandoc PROGRAM"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from measure import Spread, measured
from pdf import HEADER, export, row
from programs import find_programs, made, parser_of, workspace
from report import exit_with, machine, table

BAR, MANY = 5.0, 1000


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure a book for reading.")
    parser.add_argument("--statements", type=int, default=MANY)
    parser.add_argument("--pandoc", type=Path, help="the program, for comparison; left out if not given")
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        taken = [export(programs, archive, folder, "epub")[0] for _ in range(chosen.runs)]
        wall = Spread.of([run.wall for run in taken]).median
        told = f"{BAR:.0f} s for {MANY:,}: {'met' if wall * MANY <= BAR * chosen.statements else 'missed'}"
        rows = [row("epub", chosen.statements, taken, told)]
        if chosen.pandoc is not None:
            _, html = export(programs, archive, folder, "html")
            command = [
                str(chosen.pandoc),
                str(html / "archive.html"),
                "--output",
                str(folder / "pandoc.epub"),
            ]
            # A file a statement, as ours has; later versions call this --split-level.
            command += ["--toc", "--epub-chapter-level=2"]
            peers = [measured(command, memory=programs.memory) for _ in range(chosen.runs)]
            rows.append(row("pandoc, of the edition html", chosen.statements, peers))
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
