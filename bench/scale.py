"""Cost and memory as the archive grows, against a straight line: python bench/scale.py

Hugo is run at each size too (it takes many minutes and gigabytes at 50,000): --peer-runs 0 leaves it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from measure import Measurement, Spread
from programs import Programs, find_programs, full_build, made, parser_of, statements_of, workspace
from report import cpu, exit_with, machine, peak, seconds, size, table

BAR = 0.15
BAR_MEMORY = 1e9
HEADER = (
    "statements",
    "allocution",
    "off the line",
    "processors",
    "off the line",
    "peak memory",
    "Hugo",
    "ratio",
)


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured with one number of statements; `written` is the bytes of our site."""

    statements: int
    written: int
    ours: list[Measurement]
    peer: list[Measurement]


@dataclass(frozen=True, slots=True)
class Line:
    """cost = start + each × statements."""

    start: float
    each: float

    def off(self, statements: int, cost: float) -> float:
        """How far a cost lies above (or below) the line, as a part of the line's value."""
        return cost / (self.start + self.each * statements) - 1


def fit(points: Sequence[tuple[int, float]]) -> Line:
    """The line of the least squares of the errors relative to each cost, so that small sizes count too.

    With fewer than two different sizes there is no line: ValueError.
    """
    weights = [1 / cost**2 for _, cost in points]
    total = sum(weights)
    mean_size = sum(w * n for w, (n, _) in zip(weights, points, strict=True)) / total
    mean_cost = sum(w * cost for w, (_, cost) in zip(weights, points, strict=True)) / total
    spread = sum(w * (n - mean_size) ** 2 for w, (n, _) in zip(weights, points, strict=True))
    if len({n for n, _ in points}) < 2:
        raise ValueError("a line needs two sizes")
    common = sum(
        w * (n - mean_size) * (cost - mean_cost) for w, (n, cost) in zip(weights, points, strict=True)
    )
    each = common / spread
    return Line(mean_cost - each * mean_size, each)


def measure_size(programs: Programs, archive: Path, folder: Path, runs: int, peer_runs: int) -> Size:
    """`runs` builds of ours, each of the first `peer_runs` followed by Hugo's."""
    ours, peer = [], []
    for number in range(runs):
        ours.append(full_build(programs, archive, folder, peer=False))
        if number < peer_runs:
            peer.append(full_build(programs, archive, folder, peer=True).taken)
    statements = len(statements_of(archive))
    return Size(statements, ours[0].written, [built.taken for built in ours], peer)


def cells_of(one: Size, wall: Line, processors: Line) -> tuple[str, ...]:
    """The cells under HEADER."""
    ours = Spread.of([run.wall for run in one.ours])
    peer = Spread.of([run.wall for run in one.peer]) if one.peer else None
    return (
        f"{one.statements:,}",
        seconds(ours),
        f"{wall.off(one.statements, ours.median):+.1%}",
        f"{cpu(one.ours):.1f} s",
        f"{processors.off(one.statements, cpu(one.ours)):+.1%}",
        size(peak(one.ours)),
        f"{seconds(peer)}, {size(peak(one.peer))}" if peer else "not run",
        f"{ours.median / peer.median:.3g}" if peer else "",
    )


def verdict(sizes: Sequence[Size], wall: Line, processors: Line) -> str:
    """The bars, and how memory grows beside what is written."""
    off = [wall.off(one.statements, median(run.wall for run in one.ours)) for one in sizes]
    off += [processors.off(one.statements, cpu(one.ours)) for one in sizes]
    furthest = max(map(abs, off))
    small, large = sizes[0], sizes[-1]
    highest = max(run.memory for run in large.ours)
    growth = (peak(large.ours) - peak(small.ours)) / (large.statements - small.statements)
    return (
        f"Line: {wall.start:.2f} s + {wall.each * 1000:.3f} ms a statement; furthest off it {furthest:.1%} "
        f"(bar {BAR:.0%}: {'met' if furthest <= BAR else 'missed'}). Peak memory at {large.statements:,}: "
        f"{size(highest)} (bar {size(BAR_MEMORY)} at 50,000: {'met' if highest < BAR_MEMORY else 'missed'}); "
        f"it grows by {growth:,.0f} B a statement, for which {large.written // large.statements:,} B are "
        "written."
    )


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table, the verdict and the machine."""
    parser = parser_of("Measure how cost and memory grow with the archive.")
    parser.add_argument("--statements", type=int, nargs="+", default=[1000, 10000, 50000])
    parser.add_argument("--peer-runs", type=int, default=1, help="of Hugo at each size (default 1)")
    chosen = parser.parse_args(arguments)
    if len(set(chosen.statements)) < 2:
        parser.error("--statements needs two sizes at least")
    programs = find_programs(chosen.memory, chosen.allocution)
    sizes = []
    for statements in sorted(set(chosen.statements)):
        with workspace(chosen) as folder:
            archive = made(folder, statements, chosen.words, chosen.seed)
            sizes.append(measure_size(programs, archive, folder, chosen.runs, chosen.peer_runs))
    wall = fit([(one.statements, median(run.wall for run in one.ours)) for one in sizes])
    processors = fit([(one.statements, cpu(one.ours)) for one in sizes])
    rows = [cells_of(one, wall, processors) for one in sizes]
    return f"{table(HEADER, rows)}\n\n{verdict(sizes, wall, processors)}\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
