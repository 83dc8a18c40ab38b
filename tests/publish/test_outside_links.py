"""Links that lead out of the archive, on the site, in its API and in OAI-PMH: live, as text, or not at all."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.content.outside_links import leads_out
from allocution.errors import UsageError
from tests.capture.servers import HOST, post_page, telegram
from tests.publish.archives import build_site, tree, write
from tests.publish.opened_files import opened

OUT = "https://punished.example/"
SOURCES = f"""sources:
  - address: SERVER/Channel/14
  - {{address: "{OUT}1", title: Пост, archived: "{OUT}2", note: "копия {OUT}7, punished.example/8"}}
links: [{{address: "{OUT}3", title: Статья}}]
"""
WORDS = (
    f"[Без схемы](//punished.example/9). Вот [ссылка]({OUT}4), [своя](/about/), "
    f"[полная](https://example.org/about/) и ![снимок]({OUT}5.jpg)."
)
ABOUT = f"---\ntitle: О нас\ntype: page\n---\nЕсть [статья]({OUT}6) и [почта](mailto:a@punished.example).\n"
SETTINGS = """title = "x"
baseURL = "https://example.org/"
[params.allocution]
api = true
oai = true
search = true
feedText = true
opml = true
llms = true
replay = "https://punished.example/captures"
"""
KINDS = {"api": "api/", "oai": "oai/"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An archive that links out wherever it can, with a capture; the address of the captured post."""
    root = tmp_path_factory.mktemp("outside") / "archive"
    write(root, {"hugo.toml": SETTINGS, "content/about.md": ABOUT})
    with telegram({"/Channel/14": post_page("Channel/14", "Вот ссылка.")}) as server:
        asked = ["capture", f"{server}/Channel/14", "--into", str(root), "--allow-host", HOST]
        made = CliRunner().invoke(main, asked)
    assert made.exit_code == 0, made.output
    for draft in root.glob("content/**/channel-*.md"):
        draft.unlink()
    front = f"title: Анна Ким (клевета)\ndate: 2020-06-22\nlanguage: ru\n{SOURCES.replace('SERVER', server)}"
    write(root, {"content/a.md": f"---\n{front}---\n{WORDS}\n"})
    return root, f"{server}/channel/14"  # as unpacked texts have it: in small letters


def outputs(root: Path, asked: str, tmp_path: Path) -> dict[str, str]:
    """All that is published of each kind, unpacked, in one text."""
    (root / "hugo.toml").write_text(f"{SETTINGS}outsideLinks = [{asked}]\n")
    build_site(root, tmp_path / "public")
    found = {"site": "", "api": "", "oai": ""}
    for path, data in tree(tmp_path / "public").items():
        kind = next((kind for kind, folder in KINDS.items() if path.startswith(folder)), "site")
        found[kind] += "\n".join(opened(data, tmp_path))
    return found


@pytest.mark.parametrize("outside", ["live", "text", "absent"])
def test_links_out_of_the_archive_are_live_text_or_absent(
    outside: str, archive: tuple[Path, str], tmp_path: Path
) -> None:
    root, post = archive
    found = outputs(root, f'"all: {outside}"', tmp_path)
    for kind, text in found.items():
        live = re.findall(rf'(?:href=|src=|target=|"address":)"(?:{OUT}|{post}|mailto:a)', text)
        assert bool(live) is (outside == "live"), kind
        assert (post in text) is (outside != "absent"), kind
        assert outside != "absent" or "punished" not in text, kind
        assert "ссылка" in text
    page = (tmp_path / "public/a/index.html").read_text()
    assert 'href="../about/index.html"' in page
    assert 'href="https://example.org/about/"' in page
    assert 'class="evidence"' in page
    assert "SHA-256" in page
    addresses = [f"{OUT}{end}" for end in ("1", "2", "3", "4", "5.jpg")]
    assert all((each in page) is (outside != "absent") for each in addresses)
    assert (f'ссылка <span class="address">({OUT}4)' in page) is (outside == "text")
    data = json.loads((tmp_path / "public/api/v1/statements/a.json").read_text())
    assert data["coverage"]["captures"] == 1


def test_each_output_has_its_own(archive: tuple[Path, str], tmp_path: Path) -> None:
    root, post = archive
    found = outputs(root, '"site: absent", "oai: text"', tmp_path)
    assert "punished" not in found["site"]
    assert post not in found["site"]
    assert f'"address":"{post}"' in found["api"]
    assert f'target="{OUT}4"' not in found["oai"]
    assert post in found["oai"]


def test_an_output_that_there_is_not_stops_the_build(archive: tuple[Path, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="edition-unknown"):
        outputs(archive[0], '"sit: absent"', tmp_path)
    assert not (tmp_path / "public").exists()


def test_an_address_among_the_words_stays_and_is_told_of(tmp_path: Path) -> None:
    setting = '[params.allocution]\noutsideLinks = ["pdf: ASKED"]\n'
    text = f"Первое.\n\nСм. {OUT}9 и {{{{< youtube dQw4w9WgXcQ >}}}}\n"
    files = {"content/a.md": f"---\ntitle: Анна Ким (клевета)\nlanguage: ru\n---\n{text}"}
    for asked, lines in (("text", []), ("absent", [7])):
        root = write(tmp_path / asked, {"hugo.toml": setting.replace("ASKED", asked), **files})
        found = build_site(root, tmp_path / f"public-{asked}").findings
        assert [each.place.line for each in found if each.code == "address-in-words"] == lines
        assert f"{OUT}9" in (tmp_path / f"public-{asked}/a/index.html").read_text()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://punished.example/", True),
        ("//punished.example/", True),
        (r"/\punished.example/", True),
        (" https://punished.example/", True),
        ("HTTPS://punished.example", True),
        ("mailto:a@punished.example", True),
        ("https://example.org.punished.example/", True),
        ("https://example.org", False),
        ("https://example.org/a/?b=//c", False),
        ("/a/?to=https://punished.example/", False),
        ("#s-1", False),
        ("a:b/", True),
        ("", False),
    ],
)
def test_what_leads_out(address: str, leads: bool) -> None:
    assert leads_out(address, "https://example.org/") is leads
