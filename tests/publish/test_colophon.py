"""The page that says with what the site was made, and on what day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from allocution import __version__
from allocution.publish.building import BuildOptions, build
from tests.publish.archives import NOW, sample, tree

DAYS = {"": "22 ноября 2026", "kk/": "22 қараша", "en/": "22 November 2026", "uk/": "22 листопада 2026"}


def built(root: Path, moment: datetime = NOW) -> None:
    build(root / "archive", root / "public", BuildOptions(moment))


@pytest.mark.parametrize(("front", "day"), DAYS.items())
def test_it_says_version_and_day_in_every_language_and_each_page_leads_to_it(
    front: str, day: str, sample_site: Path
) -> None:
    site = tree(sample_site)
    page = site[f"{front}colophon/index.html"].decode()
    assert '<time datetime="2026-11-22">' in page
    assert day in page.replace("\u202f", " ").replace("\xa0", " ")
    assert f"Allocution {__version__}" in page
    assert "colophon/index.html" in site[f"{front}index.html"].decode()


def test_another_day_changes_that_page_alone_and_the_same_day_nothing(tmp_path: Path) -> None:
    sample(tmp_path / "archive")
    built(tmp_path)
    before = tree(tmp_path / "public")
    built(tmp_path, NOW + timedelta(hours=1))
    assert tree(tmp_path / "public") == before
    built(tmp_path, NOW + timedelta(days=1))
    after = tree(tmp_path / "public")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {f"{front}colophon/index.html" for front in DAYS}


def test_the_day_is_that_of_greenwich_wherever_it_is_built(tmp_path: Path) -> None:
    sample(tmp_path / "archive")
    built(tmp_path, datetime(2026, 11, 23, 1, tzinfo=timezone(timedelta(hours=5))))
    assert b'datetime="2026-11-22"' in (tmp_path / "public/colophon/index.html").read_bytes()
