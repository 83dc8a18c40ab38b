"""Importing a table and the export of a large channel: python bench/importing.py"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from made_archive import make_archive
from measure import Measurement, Spread, measured
from programs import find_programs, parser_of, say, statements_of, workspace
from report import cpu, exit_with, machine, peak, seconds, size, table

HEADER = ("work", "wall time", "processors", "peak memory")
MAPPING = """
delimiter = ","
key = ["number"]
[columns]
speaker = ["name"]
speaker-id = ["number"]
words = ["words"]
delivered = ["day"]
"""


def make_table(file: Path, bodies: Sequence[str]) -> None:
    """A table with a row a body."""
    rows = ["number,name,day,words\n"]
    for number, body in enumerate(bodies):
        words = body.replace('"', '""')
        rows.append(f'{number},"Speaker {number % 700}",2020-06-22,"{words}"\n')
    file.write_text("".join(rows), encoding="utf-8")


def make_export(file: Path, bodies: Sequence[str], messages: int) -> None:
    """The export of a channel with so many messages, an hour apart."""
    texts = [body[:2000] for body in bodies]
    posts = [
        {
            "id": number,
            "type": "message",
            "date_unixtime": str(1592809260 + 3600 * number),
            "from": "Channel",
            "text": texts[number % len(texts)],
            "text_entities": [{"type": "plain", "text": texts[number % len(texts)]}],
        }
        for number in range(1, messages + 1)
    ]
    chat = {"name": "Channel", "type": "public_channel", "id": 1, "messages": posts}
    file.write_text(json.dumps(chat, ensure_ascii=False, indent=1), encoding="utf-8")


def measure(arguments: Sequence[str] | None = None) -> str:
    """The table and the machine."""
    parser = parser_of("Measure imports.")
    parser.add_argument("--statements", type=int, default=1000, help="rows of the table (default 1000)")
    parser.add_argument("--messages", type=int, default=50000, help="messages of the export (default 50000)")
    chosen = parser.parse_args(arguments)
    programs = find_programs(chosen.memory, chosen.allocution)
    with workspace(chosen) as folder:
        archive = folder / "made"
        make_archive(archive, min(chosen.statements, 1000), chosen.words, chosen.seed)
        bodies = [
            path.read_text(encoding="utf-8").split("---\n", 2)[2].strip() for path in statements_of(archive)
        ]
        make_table(
            folder / "table.csv", [bodies[number % len(bodies)] for number in range(chosen.statements)]
        )
        (folder / "mapping.toml").write_text(MAPPING)
        make_export(folder / "result.json", bodies, chosen.messages)
        works = {
            f"csv, {chosen.statements:,} rows": [
                "csv",
                str(folder / "table.csv"),
                "--mapping",
                str(folder / "mapping.toml"),
            ],
            f"telegram, {chosen.messages:,} messages": [
                "telegram",
                str(folder / "result.json"),
                "--channel",
                "channel",
            ],
        }
        rows = []
        for name, words in works.items():
            runs: list[Measurement] = []
            for number in range(chosen.runs):
                into = ["--into", str(folder / f"{words[0]}-{number}")]
                runs.append(
                    measured([str(programs.allocution), "import", *words, *into], memory=programs.memory)
                )
                say(f"{name}: {runs[-1].wall:.2f} s")
            wall = seconds(Spread.of([run.wall for run in runs]))
            rows.append((name, wall, f"{cpu(runs):.1f} s", size(peak(runs))))
    return f"{table(HEADER, rows)}\n\n{machine(programs)}"


if __name__ == "__main__":
    exit_with(measure)
