"""No page grows with the archive: twice as many statements make more pages, not larger ones."""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from allocution.site import program_pages
from tests.publish.archives import PROJECT, build_site

sys.path.insert(0, str(PROJECT / "bench"))
from made_archive import make_archive

MOST_BYTES = 60_000
NUMBER_OF_PAGE = re.compile(r"/page/\d+/|-\d+(?=\.xml)")


def largest(folder: Path) -> dict[str, int]:
    """The compressed size of the largest page of each kind: of statements, of the list of speakers, of any speaker …"""
    found: dict[str, int] = defaultdict(int)
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".xml"}:
            name = NUMBER_OF_PAGE.sub("/", path.relative_to(folder).as_posix())
            parts = name.split("/")
            kind = "/".join([*parts[:-1][:1], *["*"] * (len(parts) - 2), parts[-1]])
            found[kind] = max(found[kind], len(gzip.compress(path.read_bytes(), 6)))
    return found


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, int]]:
    found = []
    for statements in (400, 800):
        folder = tmp_path_factory.mktemp("made")
        make_archive(folder / "archive", statements, words=20)
        build_site(folder / "archive", folder / "public", jobs=2)
        found.append(largest(folder / "public"))
    return found


def test_no_page_grows_with_the_archive(sizes: list[dict[str, int]]) -> None:
    few, many = sizes
    assert {"speakers/index.html", "statements/*/index.html", "figures/index.html", "index.xml"} <= few.keys()
    # A list that wasn't full may fill up; a full one has names of other lengths. Sitemaps are cut later.
    full = max(few["statements/index.html"], few["index.xml"])
    grown = {
        kind: (few.get(kind), size)
        for kind, size in many.items()
        if size > 1.1 * max(few.get(kind, 0), full) and not kind.startswith("sitemap")
    }
    assert grown == {}
    assert many["speakers/index.html"] < few["speakers/index.html"] * 1.1


def test_every_page_is_small(sizes: list[dict[str, int]]) -> None:
    assert {kind: size for found in sizes for kind, size in found.items() if size > MOST_BYTES} == {}


def test_sitemaps_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program_pages.SITEMAP_SIZE * 20 < MOST_BYTES  # an address takes about 11 bytes, compressed
    monkeypatch.setattr(program_pages, "SITEMAP_SIZE", 100)
    make_archive(tmp_path / "archive", 120, words=1)
    build_site(tmp_path / "archive", tmp_path / "public")
    parts = sorted((tmp_path / "public").glob("sitemap-*.xml"))
    addresses = [part.read_text().count("<loc>") for part in parts]
    assert addresses[0] == 100
    assert max(addresses) == 100
    assert (tmp_path / "public/sitemap.xml").read_text().count("<loc>") == len(parts) > 1
