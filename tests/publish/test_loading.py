"""What few archives ask for isn't loaded for the others: loading takes most of the time of a rebuild."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.publish.archives import write

RARELY_NEEDED = {
    "PIL", "apsw", "asn1crypto", "petrovich", "pyarrow", "pyromark", "pymorphy3", "pypdf", "shevchenko", "simplemma",
    "starlette", "trafilatura", "typst", "warcio", "zstandard",
}  # fmt: skip

NEEDED_BY_FULL_BUILDS = {
    "allocution.publish.full", "allocution.publish.making", "allocution.site.planning", "allocution.views.lists",
    "allocution.search.query",
}  # fmt: skip

READS = """
import io, sys
from allocution import messages
from allocution.cli import main
read, reads = [], messages._messages
messages._messages = lambda subject, language: (read.append(subject), reads(subject, language))[1]
said, sys.stdout = sys.stdout, io.StringIO()
main(sys.argv[1:], standalone_mode=False)
sys.stdout = said
print("help" in read, "allocution.cli.check" in sys.modules)
"""


def reads_help(*arguments: str) -> tuple[bool, bool]:
    """Whether a command reads the texts of --help, and whether another command is loaded for it."""
    called = [sys.executable, "-c", READS, *arguments]
    said = subprocess.run(called, capture_output=True, text=True, check=True).stdout.split()
    return said[0] == "True", said[1] == "True"


def test_only_help_reads_the_texts_of_help_and_loads_no_command_for_it(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", {"content/a.md": "---\ntitle: A B (c)\n---\nWords.\n"})
    assert reads_help("build", str(archive), "-o", str(tmp_path / "public"), "-j", "1") == (False, False)
    assert reads_help("--help") == (True, False)
    assert reads_help("check", "--help") == (True, True)


def loaded_with(module: str) -> set[str]:
    """The modules that are loaded after this one."""
    code = f"import json, sys, {module}; print(json.dumps(sorted({{*map(str, sys.modules)}})))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return set(json.loads(said))


def test_a_build_loads_only_what_every_archive_needs() -> None:
    loaded = loaded_with("allocution.cli.building")
    assert "allocution.publish.building" in loaded
    assert not NEEDED_BY_FULL_BUILDS & loaded
    assert not RARELY_NEEDED & {name.partition(".")[0] for name in loaded}
    assert "allocution.editions.table" not in loaded


def test_an_export_loads_no_library_of_single_editions() -> None:
    loaded = loaded_with("allocution.cli.export")
    assert "allocution.publish.exporting" in loaded
    assert not (RARELY_NEEDED - {"apsw"}) & {name.partition(".")[0] for name in loaded}
    assert "allocution.workspace.searching" not in loaded
