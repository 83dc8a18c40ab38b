"""Courts on the map of the figures, where the archive says where they are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.publish.archives import build_site, tree, write

STATEMENT = (
    '---\ntitle: "Анна Ли (Клевета)"\ndate: 2020-01-01\ncourt: "{court}"\njurisdiction: kz\n---\nСлово.\n'
)
DOT = re.compile(r'<a href="([^"]+)" class="court" aria-label="([^"]+)">')


def figures(root: Path, places: str) -> tuple[str, list[str]]:
    files = {
        f"content/{name}.md": STATEMENT.format(court=court)
        for name, court in (("a", "Суд: первый"), ("b", "Суд в Омске"))
    }
    write(root / "archive", {"hugo.toml": f"[params.allocution]\ncourtPlaces = {places}\n", **files})
    summary = build_site(root / "archive", root / "public")
    codes = [found.code for found in summary.findings if found.code.startswith("setting")]
    return tree(root / "public")["figures/index.html"].decode(), codes


def test_only_courts_with_a_stated_place_are_dots_and_all_are_in_the_table(tmp_path: Path) -> None:
    page, codes = figures(tmp_path, '["Суд: первый: 43.24, 76.95", "Суд, которого нет: 1, 2"]')
    assert codes == []
    ((href, label),) = DOT.findall(page)
    assert label == "Суд: первый: 1"
    assert href.startswith("../courts/")
    assert page.count(f'href="{href}"') >= 2, "in the table, too"
    assert "Суд в Омске</a></th>" in page
    moved, _ = figures(tmp_path, '["Суд в Омске: 54.99, 73.37"]')
    assert [label for _, label in DOT.findall(moved)] == ["Суд в Омске: 1"]


def test_a_place_that_is_none_is_told(tmp_path: Path) -> None:
    for number, wrong in enumerate(("Суд", "Суд: 43", "Суд: 91, 0", "Суд: 0, 181", "Суд: север, юг")):
        page, codes = figures(tmp_path / str(number), f'["{wrong}"]')
        assert codes == ["setting-unusable"], wrong
        assert not DOT.search(page)


def test_the_sample_has_its_courts_on_the_map_in_every_language(sample_site: Path) -> None:
    site = tree(sample_site)
    for front in ("", "kk/", "en/", "uk/"):
        dots = DOT.findall(site[f"{front}figures/index.html"].decode())
        assert len(dots) >= 12
        assert all(f"{front}courts/" in href for href, _ in dots)
    assert site["figures/courts.csv"].startswith(b"key,label,statements")
