from __future__ import annotations

from pathlib import Path

from tests.publish.archives import build_site, write

HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nslug: {slug}\n{more}---\n\nТайное слово.\n'


def test_every_address_that_a_withdrawn_statement_had_has_a_tombstone(tmp_path: Path) -> None:
    root, site = tmp_path / "archive", tmp_path / "site"
    for slug in ("first", "second"):
        write(root, {"kim.md": HEAD.format(slug=slug, more="")})
        build_site(root, site)
    write(
        root,
        {
            "kim.md": HEAD.format(
                slug="third", more="withdrawn: {date: 2026-11-20, reason: По просьбе семьи}\n"
            )
        },
    )
    build_site(root, site)
    for slug in ("first", "second", "third"):
        page = (site / slug / "index.html").read_text(encoding="utf-8")
        assert "По просьбе семьи" in page
        assert "Ким" not in page
        assert "Тайное" not in page
    incremental = {path: path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    build_site(root, tmp_path / "clean")
    clean = {
        site / path.relative_to(tmp_path / "clean"): path.read_bytes()
        for path in (tmp_path / "clean").rglob("*")
        if path.is_file()
    }
    assert incremental == clean
