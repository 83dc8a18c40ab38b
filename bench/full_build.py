"""Full build from nothing, ours and Hugo's in turn: python bench/full_build.py"""

from __future__ import annotations

from collections.abc import Sequence

from measure import Measurement, Spread, in_pairs
from programs import find_programs, full_build, made, parser_of, workspace
from report import HEADER, exit_with, machine, paired, table

BAR = 0.5


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Compare a full build of a made archive with Hugo's.")
    parser.add_argument("--statements", type=int, default=10000)
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    files: dict[bool, int] = {}
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)

        def once(peer: bool) -> Measurement:
            built = full_build(programs, archive, folder, peer=peer)
            files[peer] = built.files
            return built.taken

        pairs = in_pairs(lambda _: once(False), lambda _: once(True), chosen.runs)
    work = f"full build, {chosen.statements:,} statements of {chosen.words:,} words"
    met = Spread.of([pair.ratio for pair in pairs]).median <= BAR
    cells = paired(work, pairs, f"at most {BAR} × Hugo's", met)
    return (
        f"{table(HEADER, [cells])}\n\nFiles written: {files[False]:,}, {files[True]:,}. {machine(programs)}"
    )


if __name__ == "__main__":
    exit_with(measure)
