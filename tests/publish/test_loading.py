"""What few archives ask for isn't loaded for the others: loading takes most of the time of a rebuild."""

from __future__ import annotations

import json
import subprocess
import sys

RARELY_NEEDED = {
    "PIL", "apsw", "asn1crypto", "petrovich", "pyarrow", "pyromark", "pymorphy3", "pypdf", "shevchenko", "simplemma",
    "starlette", "trafilatura", "typst", "warcio", "zstandard",
}  # fmt: skip

NEEDED_BY_FULL_BUILDS = {
    "allocution.publish.full", "allocution.publish.making", "allocution.site.planning", "allocution.views.lists",
    "allocution.search.query",
}  # fmt: skip


def test_a_build_loads_only_what_every_archive_needs() -> None:
    code = "import json, sys, allocution.cli.building; print(json.dumps(sorted({*map(str, sys.modules)})))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(json.loads(said))
    assert "allocution.publish.building" in loaded
    assert not NEEDED_BY_FULL_BUILDS & loaded
    assert not RARELY_NEEDED & {name.partition(".")[0] for name in loaded}
    assert "allocution.editions.table" not in loaded
