"""Checking an archive beside building it, in turn: python bench/check.py"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from measure import MeasureError, Measurement, Spread, in_pairs, measured
from programs import find_programs, full_build, made, parser_of, say, statements_of, workspace
from report import cpu, exit_with, machine, seconds, table

BAR = 0.25
# Two states have a law with these words, and one of them has it in several articles.
CHARGES = {"Распространение заведомо ложной информации": "Возбуждение социальной розни"}
HEADER = ("work", "check", "full build", "ratio, pair by pair", "processors", "bar")


def make_clean(archive: Path) -> None:
    """Give each statement a source that can hold it and a charge that says what it is: there is nothing to find."""
    for file in statements_of(archive):
        clean = file.read_text(encoding="utf-8").replace("https://t.me/", "https://example.org/")
        for vague, exact in CHARGES.items():
            clean = clean.replace(f"({vague})", f"({exact})").replace(f'"{vague}"', f'"{exact}"')
        file.write_text(clean, encoding="utf-8")


def findings_in(program: Path, archive: Path) -> str:
    """What a check finds, counted by code; MeasureError where it finds an error: none of them would be true."""
    command = [str(program), "check", str(archive), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise MeasureError(f"{' '.join(command)}\nended with status {done.returncode}\n{done.stderr.strip()}")
    findings = json.loads(done.stdout)["findings"]
    counts = Counter(f"{finding['severity']} {finding['code']}" for finding in findings)
    listed = ", ".join(f"{count} × {name}" for name, count in sorted(counts.items())) or "none"
    if done.returncode or any(finding["severity"] == "error" for finding in findings):
        raise MeasureError(f"errors in an archive without any: {listed}")
    return listed


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table, what was found, and the machine."""
    parser = parser_of("Compare a check of a made archive with a full build of it.")
    parser.add_argument("--statements", type=int, default=10000)
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    with workspace(chosen) as folder:
        archive = made(folder, chosen.statements, chosen.words, chosen.seed)
        make_clean(archive)
        found = findings_in(programs.allocution, archive)
        say(f"findings: {found}")

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
    told = f"Findings among {chosen.statements:,} clean statements: {found}; exit status 0."
    return f"{table(HEADER, [cells])}\n\n{told}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
