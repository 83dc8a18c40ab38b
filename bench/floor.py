"""The floor: bytes to read and write, and the time of `cp -r` of the same trees: python bench/floor.py"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from measure import Memory, Spread, measured
from programs import find_programs, made, parser_of, say, weight, workspace
from report import exit_with, machine, seconds, size, table

HEADER = ("tree", "files", "bytes", "cp -r", "build of it")


def copies(tree: Path, folder: Path, runs: int) -> Spread:
    """Wall time of `cp -r`, each time into a new place."""
    taken = []
    for number in range(runs):
        copy = folder / f"{tree.name}-copy-{number}"
        taken.append(measured(["cp", "-r", str(tree), str(copy)], memory=Memory.RSS).wall)
    return Spread.of(taken)


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure what copying the same trees takes.")
    parser.add_argument("--statements", type=int, default=10000)
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    rows = []
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        ours, peer = folder / "ours", folder / "peer"
        taken = {ours: programs.build(archive, ours).wall, peer: programs.build_peer(archive, peer).wall}
        for tree, name in ((archive, "archive (read)"), (ours, "our site"), (peer, "Hugo's site")):
            say(f"copying {name}")
            files, total = weight(tree)
            build = f"{taken[tree]:.2f} s" if tree in taken else ""
            rows.append((name, f"{files:,}", size(total), seconds(copies(tree, folder, chosen.runs)), build))
    return f"{table(HEADER, rows)}\n\n{chosen.statements:,} statements. {machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
