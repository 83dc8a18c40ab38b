"""An archive's own looks: style, logo, wording, single templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from allocution.errors import AllocutionError
from tests.publish.archives import build_site, tree, write

ARCHIVE = {
    "hugo.toml": 'title = "Archive"\ndefaultContentLanguage = "en"\n[languages.en]\n',
    "content/a.md": '---\ntitle: "Ann Lee (Libel)"\ndate: 2020-01-01\n---\nWords.\n',
}
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
HOME = '{% extends "base.html" %}{% block main %}<h1>Own: {{ view.count }}</h1>{% endblock %}'


def built(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(root / "archive", files)
    build_site(root / "archive", root / "public")
    return tree(root / "public")


def test_style_logo_wording_and_a_template_take_their_place(tmp_path: Path) -> None:
    built(tmp_path, ARCHIVE)
    theme = {
        "theme/style.css": ":root { --accent: green }\n",
        "theme/logo.svg": LOGO,
        "theme/wording/en.ftl": "speakers = Those who spoke\n",
        "theme/templates/home.html": HOME,
    }
    found = built(tmp_path, theme)
    assert found["assets/theme.css"] == theme["theme/style.css"].encode()
    assert found["assets/logo.svg"] == LOGO.encode()
    page = found["a/index.html"].decode()
    assert page.index("../assets/site.css") < page.index("../assets/theme.css")
    assert '<img src="../assets/logo.svg" alt="">Archive</a>' in page
    assert ">Those who spoke</a>" in page
    assert "<h1>Own: 1 statement</h1>" in found["index.html"].decode()
    assert ">Charges</a>" in page


def test_a_theme_that_goes_leaves_nothing(tmp_path: Path) -> None:
    plain = built(tmp_path, ARCHIVE)
    built(tmp_path, {"theme/style.css": "p {}", "theme/logo.svg": LOGO})
    for name in ("style.css", "logo.svg"):
        (tmp_path / "archive/theme" / name).unlink()
    assert built(tmp_path, {}) == plain


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing_of_that_name }}",
        "{{ view.__class__.__mro__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    ],
)
def test_a_template_sees_what_the_page_holds_and_nothing_else(template: str, tmp_path: Path) -> None:
    before = built(tmp_path, ARCHIVE)
    with pytest.raises(AllocutionError, match=r"home\.html"):
        built(tmp_path, {"theme/templates/home.html": template})
    assert tree(tmp_path / "public") == before


def test_what_cant_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    plain = built(tmp_path, ARCHIVE)
    broken = {
        "theme/templates/home.html": "{{ view.count }",
        "theme/wording/en.ftl": "newest = Lately\nno message\n",
    }
    write(tmp_path / "archive", broken)
    summary = build_site(tmp_path / "archive", tmp_path / "public")
    assert [found.code for found in summary.findings] == ["theme-template-broken", "theme-wording-broken"]
    found = tree(tmp_path / "public")
    assert found["index.html"] == plain["index.html"].replace(b">Newest<", b">Lately<")


def test_where_all_is_content_there_is_no_theme(tmp_path: Path) -> None:
    found = built(tmp_path, {"a.md": ARCHIVE["content/a.md"], "theme/style.css": "p {}"})
    assert "assets/theme.css" not in found
