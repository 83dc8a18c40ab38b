"""Coverage-guided fuzzing with atheris (`make fuzz`): run.py TARGET SECONDS; what it finds goes into the corpus.

It begins with the corpus and with the inputs that took an earlier run further, which stay in build/fuzz.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).parent / "corpus"
FURTHER = Path(__file__).parents[2] / "build" / "fuzz"


def main() -> None:
    """Fuzzes one target for so many seconds; ends with a status of its own where it found something."""
    name, seconds = sys.argv[1], sys.argv[2]
    with atheris.instrument_imports(include=["allocution"]):
        targets = runpy.run_path(str(CORPUS.with_name("targets.py")))["TARGETS"]

    kept, further = CORPUS / name, FURTHER / name
    for folder in (kept, further):
        folder.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=1000", "-max_len=4096"]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={kept}/", str(further), str(kept)], targets[name]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
