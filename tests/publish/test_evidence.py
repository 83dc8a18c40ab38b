"""The evidence card, from a capture of a stand-in for Telegram to the page, its JSON copy and the next build."""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from subprocess import run as run_program
from typing import Any

import pytest
from click.testing import CliRunner

from allocution.cli import main
from allocution.publish.building import BuildSummary
from allocution.store import archive_folder
from tests.capture.servers import HOST, post_page, telegram
from tests.publish.archives import SEED, assert_same, build_site, needs_seed, tree, write

TEXT = "Я не признаю вины. Прошу суд о правде и о совести. Никто не вправе судить за слово."
POST = "Я не признаю вины.<br>Прошу суд о милости и о совести."
PAGE = "public/statements/kim/index"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, {"archive/hugo.toml": 'title = "x"\nbaseURL = "https://example.org/"\n'})


def capture(root: Path, pages: dict[str, str], *posts: str, withhold: str = "") -> str:
    """Capture posts and have a statement with them as sources; the address of what stands in for Telegram."""
    with telegram(pages) as server:
        for post in posts:
            into = ["--into", str(root / "archive"), "--allow-host", HOST]
            result = CliRunner().invoke(main, ["capture", server + post, *into])
            assert result.exit_code == 0, result.output
    for draft in (root / "archive/content").rglob("channel-*.md"):
        draft.unlink()
    sources = "".join(f"  - {server}{post}\n" for post in dict.fromkeys(posts))
    front = f'---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nlanguage: ru\nsources:\n{sources}{withhold}---\n\n'
    write(root, {"archive/content/statements/kim.md": f"{front}{TEXT}\n"})
    return server


def card(root: Path) -> dict[str, Any]:
    """The card in the page's JSON copy."""
    build_site(root / "archive", root / "public")
    found: dict[str, Any] = json.loads((root / f"{PAGE}.json").read_text())["evidence"]
    return found


def test_the_card_says_what_captures_hold(site: Path) -> None:
    server = capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14")
    found = card(site)
    [source] = found["sources"]
    [kept] = source["captures"]
    assert source["source"]["address"] == f"{server}/Channel/14"
    log = json.loads((site / "archive/captures/custody.jsonl").read_text())
    assert (kept["sha256"], kept["moment"], kept["outcome"]) == (log["sha256"], log["time"], "ok")
    assert found["found"] == 1
    [differing] = found["differing"]
    assert [piece["text"] for piece in differing["difference"] if piece["kind"] != "same"] == [
        "милости",
        "правде",
    ]
    [nowhere] = found["nowhere"]
    assert nowhere["sentence"]["text"] == "Никто не вправе судить за слово."
    html = (site / f"{PAGE}.html").read_text()
    assert "<del>милости</del> <ins>правде</ins>" in html
    for each in (nowhere, differing):
        address = each["sentence"]["address"]
        assert f'href="{address}"' in html
        assert f'id="{address.removeprefix("#")}"' in html
    assert f"SHA-256 {kept['sha256']}" in html


def test_the_api_says_what_captures_hold(site: Path) -> None:
    with (site / "archive/hugo.toml").open("a") as configuration:
        configuration.write("[params.allocution]\napi = true\n")
    capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14")
    build_site(site / "archive", site / "public")
    file = site / "public/api/v1/statements/statements.kim.json"
    answer = json.loads(file.read_text())
    _, differing, nowhere = (each["id"] for each in answer["sentences"])
    assert answer["coverage"] == {"captures": 1, "found": 1, "differing": [differing], "nowhere": [nowhere]}
    for kept in (site / "archive/captures").glob("*.warc.gz"):
        kept.write_bytes(b"damaged")
    build_site(site / "archive", site / "public")
    nothing = {"captures": 1, "found": 0, "differing": [], "nowhere": []}
    assert json.loads(file.read_text())["coverage"] == nothing


def test_a_new_capture_is_on_the_page_after_the_next_build(site: Path) -> None:
    capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14")
    before = card(site)
    edited = {"/Channel/14": post_page("Channel/14", POST.replace("милости", "правде"))}
    server = capture(site, edited, "/Channel/14")
    log = site / "archive/captures/custody.jsonl"
    first = json.loads(log.read_text().splitlines()[0])["source"]
    write(
        site,
        {
            "archive/content/statements/kim.md": (site / "archive/content/statements/kim.md")
            .read_text()
            .replace("sources:\n", f"sources:\n  - {first}\n")
        },
    )
    after = card(site)
    assert len(before["sources"]) == 1
    assert [len(source["captures"]) for source in after["sources"]] == [1, 1]
    assert after["sources"][1]["source"]["address"] == f"{server}/Channel/14"
    assert (after["found"], len(after["differing"])) == (2, 0)


def _rebuilt(root: Path) -> BuildSummary:
    """Build, and hold the site to a clean build of a copy."""
    time.sleep(0.05)
    summary = build_site(root / "archive", root / "public")
    for folder in ("copy", "clean", ".clean.allocution"):
        shutil.rmtree(root / folder, ignore_errors=True)
    shutil.copytree(root / "archive", root / "copy")
    build_site(root / "copy", root / "clean")
    assert_same(tree(root / "public"), tree(root / "clean"))
    return summary


def test_an_edit_beside_captures_takes_a_quick_rebuild(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_folder, "_TICK", 20_000_000)
    server = capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14")
    # The front page quotes this one: an edit of what it quotes makes it anew, too.
    quoted = (
        '---\ntitle: "Пётр Ли (подлог)"\ndate: 2019-01-02\n---\n\n' + "Подпись под этой бумагой не моя. " * 8
    )
    write(site, {"archive/content/statements/li.md": quoted})
    file = site / "archive/content/statements/kim.md"
    file.write_text(
        file.read_text().replace(TEXT, "Свидетели подтвердили это перед судом. " * 8 + f"\n\n{TEXT}")
    )
    assert not _rebuilt(site).quick
    file.write_text(file.read_text().replace("о правде", "о милости"))
    assert _rebuilt(site).quick
    evidence = json.loads((site / f"{PAGE}.json").read_text())["evidence"]
    assert (evidence["found"], evidence["differing"]) == (2, [])
    # A new capture, a line of the log that is gone, a capture whose bytes changed: each must be seen.
    file.write_text(file.read_text().replace("о милости", "о правде"))
    edited = {"/Channel/14": post_page("Channel/14", POST.replace("вины", "вину"))}
    with telegram(edited) as other:
        into = ["--into", str(site / "archive"), "--allow-host", HOST]
        assert CliRunner().invoke(main, ["capture", other + "/Channel/14", *into]).exit_code == 0
    for draft in (site / "archive/content").rglob("channel-*.md"):
        draft.unlink()
    assert not _rebuilt(site).quick
    assert _rebuilt(site).quick
    log = site / "archive/captures/custody.jsonl"
    log.write_text(log.read_text() + "\n")
    assert not _rebuilt(site).quick
    for kept in (site / "archive/captures").glob("*.warc.gz"):
        kept.write_bytes(b"x" + kept.read_bytes()[1:])
    assert not _rebuilt(site).quick
    evidence = json.loads((site / f"{PAGE}.json").read_text())["evidence"]
    assert server
    assert all(each["notes"] for source in evidence["sources"] for each in source["captures"])


def test_a_capture_that_was_changed_is_said_to_be(site: Path) -> None:
    capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14")
    assert card(site)["found"] == 1
    [file] = (site / "archive/captures").glob("*.warc.gz")
    file.write_bytes(file.read_bytes() + b" ")
    found = card(site)
    assert found["sources"][0]["captures"][0]["notes"]
    assert (found["found"], found["nowhere"]) == (0, [])


def test_the_card_gives_nothing_withheld_away(site: Path) -> None:
    entry = "withhold:\n  - text: о правде и\n    reason: safety\n"
    capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14", withhold=entry)
    found = card(site)
    assert found["sources"][0]["captures"][0]["sha256"] == ""
    assert not any(each["difference"] for each in (*found["differing"], *found["nowhere"]))
    assert "милости" not in (site / f"{PAGE}.html").read_text()


def test_the_sentences_of_a_translation_are_not_looked_for(site: Path) -> None:
    translated = "translators: [Ян Ли]\n"
    capture(site, {"/Channel/14": post_page("Channel/14", POST)}, "/Channel/14", withhold=translated)
    found = card(site)
    assert len(found["sources"][0]["captures"]) == 1
    assert (found["notes"], found["found"], found["differing"], found["nowhere"]) == ([], 0, [], [])
    checked = CliRunner().invoke(main, ["check", str(site / "archive")])
    assert "words-uncaptured" not in checked.output


@needs_seed
def test_the_seed_says_that_its_one_source_cannot_hold_its_text(tmp_path: Path) -> None:
    write(tmp_path, {"a/content/seed.md": (SEED / "alnur-ilyashev.md").read_text()})
    build_site(tmp_path / "a", tmp_path / "public")
    [note] = json.loads((tmp_path / "public/seed/index.json").read_text())["evidence"]["notes"]
    assert "4096" in note
    assert "9306" in note


def test_without_captures_nothing_that_reads_them_is_loaded(tmp_path: Path) -> None:
    write(tmp_path, {"a/content/x.md": '---\ntitle: "Анна Ким (клевета)"\n---\n\nСлова.\n'})
    program = (
        "import sys; from allocution.cli import main; "
        f"main(['build', {str(tmp_path / 'a')!r}, '--output', {str(tmp_path / 'public')!r}], standalone_mode=False); "
        "sys.exit('warcio' in sys.modules or 'lxml.html' in sys.modules)"
    )
    assert run_program([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
