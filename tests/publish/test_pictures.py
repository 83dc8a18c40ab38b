"""Pictures for social networks: what they say, in whose letters, and when they are drawn anew."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from allocution.content.archive import Item
from allocution.model.finding import Severity
from allocution.model.passages import Body
from allocution.publish import making
from allocution.site.pictures import HEIGHT, WIDTH, draw
from allocution.store.program import font
from allocution.views.pictures import LETTERS, is_drawable, picture, picture_output
from allocution.views.site_view import SiteView
from allocution.views.statement_contract import Picture
from tests.publish.archives import assert_same, build_site, tree, write

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
OTHERS = "ҐґЄєІіЇїЎў’«»„“”—–…№ÀéöçşŽßđ"
CONFIGURATION = """\
title = "Соңғы сөздер"
baseURL = "https://example.org/archive/"
defaultContentLanguage = "kk"
[params.allocution]
pictures = true
"""
HEAD = '---\ntitle: "Әлия Өмір (Жала жабу)"\ndate: 2020-01-01\n---\n'
ONE = HEAD + "Мен мұны өз еркіммен, ойланып айтып тұрмын, құрметті сот. Соңы.\n"
TWO = '---\ntitle: "Ғани Үміт (Жала жабу)"\ndate: 2021-01-01\n---\nҚысқа сөз.\n'


def built(root: Path, files: dict[str, str]) -> dict[str, bytes]:
    write(root / "archive", files)
    summary = build_site(root / "archive", root / "public")
    assert not [found for found in summary.findings if found.severity is Severity.ERROR]
    return tree(root / "public")


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_the_typeface_has_every_letter_that_it_is_trusted_with(weight: str) -> None:
    known = TTFont(io.BytesIO(font(f"serif-{weight}.ttf"))).getBestCmap()
    assert [letter for letter in LETTERS if ord(letter) not in known] == []
    assert is_drawable(KAZAKH + OTHERS)


@pytest.mark.parametrize("text", ["שלום", "ა", "漢", "█"])
def test_what_the_typeface_lacks_is_known(text: str) -> None:
    assert not is_drawable(text)


@settings(deadline=None, max_examples=30)
@given(st.text(LETTERS, max_size=300), st.text(LETTERS, max_size=300), st.text(LETTERS, max_size=200))
def test_any_text_fits_and_is_the_same_each_time(heading: str, charge: str, sentence: str) -> None:
    shown = Picture(heading, charge, sentence, "Archive", "ru")
    data = draw(shown, font)
    assert data == draw(shown, font)
    image = Image.open(io.BytesIO(data))
    assert image.size == (WIDTH, HEIGHT)
    assert len(data) < 60_000
    edge = image.crop((WIDTH - 60, 0, WIDTH, HEIGHT)).getextrema()
    assert edge == (0, 0)  # paper: nothing runs over the edge


@pytest.mark.parametrize(
    ("page", "expected"),
    [("a/index.html", "a/picture.png"), ("index.html", "picture.png"), ("a/b.html", "a/b.png")],
)
def test_a_picture_lies_beside_its_page(page: str, expected: str) -> None:
    assert picture_output(page) == expected


def test_pages_name_their_picture_by_its_whole_address(tmp_path: Path) -> None:
    found = built(tmp_path, {"hugo.toml": CONFIGURATION, "content/one.md": ONE})
    page = found["one/index.html"].decode()
    assert '<meta property="og:image" content="https://example.org/archive/one/picture.png">' in page
    assert found["one/picture.png"].startswith(b"\x89PNG")
    assert Image.open(io.BytesIO(found["one/picture.png"])).getbbox() is not None


def test_only_what_changed_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"hugo.toml": CONFIGURATION, "content/one.md": ONE, "content/two.md": TWO}
    before = built(tmp_path / "a", files)
    drawn: list[str] = []

    def watched(site: SiteView, item: Item, body: Body) -> Picture:
        drawn.append(item.record.path)
        return picture(site, item, body)

    monkeypatch.setattr(making, "picture", watched)
    longer = ONE.replace("Соңы.", "Соңы емес.").replace("айтып", "айтпай")
    after = built(tmp_path / "a", {"content/one.md": longer})
    assert drawn == ["content/one.md"]
    assert after["two/picture.png"] == before["two/picture.png"]
    assert after["one/picture.png"] != before["one/picture.png"]
    shutil.copytree(tmp_path / "a/archive", tmp_path / "b/archive")
    assert_same(after, built(tmp_path / "b", {}))
    plain = built(tmp_path / "a", {"hugo.toml": CONFIGURATION.replace("true", "false")})
    assert not [path for path in plain if path.endswith(".png")]
    assert b"og:image" not in plain["one/index.html"]


def test_withheld_words_leave_no_trace_in_a_picture(tmp_path: Path) -> None:
    def archive(secret: str) -> str:
        words = "Ал мұндай сөздерді ешкім ешқашан ұмытпайды деп үміттенемін."
        hidden = "{{< withhold reason=safety >}}" + secret + "{{< /withhold >}}"
        return f"{HEAD}{hidden}\n\n{words}\n"

    first, second = (
        "Бірінші құпия сөйлем осы жерде тұр еді, оқымаңыз.",
        "Екінші, мүлде басқа құпия сөйлем тұрған жер.",
    )
    found = [
        built(tmp_path / str(number), {"hugo.toml": CONFIGURATION, "content/one.md": archive(secret)})
        for number, secret in enumerate((first, second, "Қысқа."))
    ]
    assert found[0]["one/picture.png"] == found[1]["one/picture.png"] == found[2]["one/picture.png"]
    assert b"one" not in found[0]["one/picture.png"]


def test_a_name_in_letters_that_the_typeface_lacks_has_no_picture(tmp_path: Path) -> None:
    found = built(
        tmp_path, {"hugo.toml": CONFIGURATION, "content/one.md": ONE.replace("Әлия Өмір", "სახელი გვარი")}
    )
    assert "one/picture.png" not in found
    assert b"og:image" not in found["one/index.html"]


def test_a_build_without_pictures_loads_no_pillow(tmp_path: Path) -> None:
    write(tmp_path / "archive", {"one.md": ONE})
    arguments = ["build", str(tmp_path / "archive"), "--output", str(tmp_path / "public"), "--jobs", "1"]
    program = (
        "import sys; from allocution.cli import main\n"
        f"status = main({arguments!r})\n"
        "assert 'PIL' not in sys.modules; sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
