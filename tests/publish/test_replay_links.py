"""The evidence card leads to captured pages at another origin, where another program shows them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.views.evidence import replay_address
from tests.capture.servers import HOST, post_page, telegram
from tests.chromium import launched
from tests.evidence.pywb import index_of, replaying
from tests.publish.archives import build_site, tree, write

POSTS = {f"/Channel/{n}": post_page(f"Channel/{n}", f"Слова поста {n}.") for n in (14, 15, 16, 17)}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


def statement(source: str, more: str = "", text: str = "Слова поста 14.") -> str:
    front = f'title: "Анна Ким (клевета)"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: {source}\n{more}'
    return f"---\n{front}---\n{text}\n"


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An archive of four statements, one that withholds, one draft, and one taken down; the address of its source."""
    root = tmp_path_factory.mktemp("replay") / "archive"
    with telegram(POSTS) as server:
        files = {
            "content/a.md": statement(f"{server}/Channel/14"),
            "content/b.md": statement(
                f"{server}/Channel/15", "withhold:\n  - text: поста\n    reason: safety\n", "Слова поста 15."
            ),
            "content/c.md": statement(f"{server}/Channel/16", "draft: true\n"),
            "content/d.md": statement(
                f"{server}/Channel/17", "withhold:\n  - statement: true\n    reason: court-order\n"
            ),
        }
        write(root, {"hugo.toml": 'title = "x"\n', **files})
        made = run("capture", f"{server}/Channel/14-17", "--into", root, "--allow-host", HOST)
    assert made.exit_code in (0, 1), made.output
    for draft in root.glob("content/**/channel-*.md"):
        draft.unlink()
    return root, server


def settings(root: Path, replay: str, base: str = "") -> None:
    text = f'title = "x"\nbaseURL = "{base}"\n[params.allocution]\nreplay = "{replay}"\n'
    (root / "hugo.toml").write_text(text)


def card(public: Path, name: str) -> list[dict[str, str]]:
    found = json.loads((public / name / "index.json").read_text())["evidence"]["sources"][0]["captures"]
    return list(found)


def test_the_card_leads_to_what_pywb_shows(captured: tuple[Path, str], tmp_path: Path) -> None:
    root, _ = captured
    wacz = tmp_path / "x.wacz"
    assert run("wacz", root, "--output", wacz, "--published").exit_code == 0
    with replaying(wacz, tmp_path / "pywb") as replay, launched() as browser:
        settings(root, f"http://{HOST}:{replay.port}/test")
        build_site(root, tmp_path / "public")
        [capture] = card(tmp_path / "public", "a")
        page = browser.new_page()
        page.goto((tmp_path / "public/a/index.html").as_uri())
        link = page.locator(".evidence a", has_text=re.compile("сохранена|captured")).first
        assert link.get_attribute("href") == capture["replay"]
        with page.expect_popup() as opened:
            link.click()
        assert opened.value.inner_text(".tgme_widget_message_text") == "Слова поста 14."
        assert opened.value.evaluate("window.opener") is None


def test_only_captures_that_everybody_may_see_are_published(
    captured: tuple[Path, str], tmp_path: Path
) -> None:
    root, server = captured
    settings(root, "https://replay.example/x")
    wacz = tmp_path / "x.wacz"
    assert run("wacz", root, "--output", wacz, "--published").exit_code == 0
    assert {each["url"] for each in index_of(wacz)} == {f"{server}/Channel/14?embed=1&mode=tme"}
    assert "поста 15".encode() not in wacz.read_bytes()
    assert run("wacz", root, "--output", wacz).exit_code == 0
    assert len(index_of(wacz)) == 4
    none = ("--published", "--source", f"{server}/Channel/15")
    assert run("wacz", root, "--output", wacz, *none).exit_code == 2


def test_what_withholds_leads_nowhere(captured: tuple[Path, str], tmp_path: Path) -> None:
    root, _ = captured
    settings(root, "https://replay.example/x")
    build_site(root, tmp_path / "public")
    assert [each["replay"] for each in card(tmp_path / "public", "b")] == [""]
    assert not any(
        b"replay.example" in data for path, data in tree(tmp_path / "public").items() if path[:2] == "b/"
    )


def test_nothing_is_shown_at_the_site_s_own_origin(captured: tuple[Path, str], tmp_path: Path) -> None:
    root, _ = captured
    settings(root, "https://Archive.example/replay", "https://archive.example/")
    told = run("check", root)
    assert "setting-unusable" in told.output
    build_site(root, tmp_path / "public")
    assert [each["replay"] for each in card(tmp_path / "public", "a")] == [""]
    settings(root, "https://archive.example/replay")
    build_site(root, tmp_path / "other", base_address="https://archive.example/")
    assert [each["replay"] for each in card(tmp_path / "other", "a")] == [""]


@pytest.mark.parametrize(
    ("replay", "address"),
    [
        ("https://r.example/c", "https://r.example/c/20261122120000/https://t.me/x/1?embed=1"),
        ("https://r.example/c/", "https://r.example/c/20261122120000/https://t.me/x/1?embed=1"),
        (
            "https://r.example/?source=/c.wacz#view=pages&ts={timestamp}&url={address}",
            "https://r.example/?source=/c.wacz#view=pages&ts=20261122120000&url=https%3A%2F%2Ft.me%2Fx%2F1%3Fembed%3D1",
        ),
        ("", ""),
    ],
)
def test_where_a_capture_is_shown(replay: str, address: str) -> None:
    assert replay_address(replay, "https://t.me/x/1?embed=1", "2026-11-22T12:00:00+00:00") == address


def test_a_moment_that_cannot_be_told_leads_nowhere() -> None:
    assert replay_address("https://r.example", "https://x.example/", "some day") == ""
