"""A book of many statements: ours, and WeasyPrint's of the same words: python bench/pdf.py --weasyprint PROGRAM"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from measure import Measurement, Spread, measured
from programs import Programs, find_programs, made, parser_of, say, workspace
from report import cpu, exit_with, machine, peak, seconds, size, table

BAR = 10.0
HEADER = ("what", "statements", "time", "processors", "peak memory", "bar")


def export(programs: Programs, archive: Path, folder: Path, edition: str) -> tuple[Measurement, Path]:
    """One edition, and the folder that it is in."""
    output = Path(mkdtemp(dir=folder)) / "editions"
    command = [
        str(programs.allocution),
        "export",
        str(archive),
        "--edition",
        edition,
        "--output",
        str(output),
    ]
    taken = measured(command, memory=programs.memory)
    say(f"{edition}: {taken.wall:.2f} s, {taken.cpu:.2f} s of processors, {taken.memory:,} B")
    return taken, output / edition


def row(what: str, statements: int, runs: Sequence[Measurement], bar: str = "") -> tuple[str, ...]:
    """The cells under HEADER."""
    walls = Spread.of([run.wall for run in runs])
    return (what, f"{statements:,}", seconds(walls), f"{cpu(runs):.1f} s", size(peak(runs)), bar)


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure a book for print.")
    parser.add_argument("--statements", type=int, default=300)
    parser.add_argument("--weasyprint", type=Path, help="the program, for comparison; left out if not given")
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    rows = []
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        for edition in ("pdf", "pdf-a5"):
            taken = [export(programs, archive, folder, edition)[0] for _ in range(chosen.runs)]
            wall = Spread.of([run.wall for run in taken]).median
            told = f"{BAR:.0f} s: {'met' if wall <= BAR else 'missed'}" if edition == "pdf" else ""
            rows.append(row(edition, chosen.statements, taken, told))
        if chosen.weasyprint is not None:
            _, html = export(programs, archive, folder, "html")
            command = [str(chosen.weasyprint), str(html / "archive.html"), str(folder / "weasyprint.pdf")]
            peer = measured(command, memory=programs.memory)
            rows.append(row("WeasyPrint, of the edition html", chosen.statements, [peer]))
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
