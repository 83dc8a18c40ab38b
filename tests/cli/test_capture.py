"""`allocution capture` and `allocution coverage`, through the real transport against a stand-in for Telegram."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.evidence.custody import find_break
from allocution.messages import LANGUAGES, Catalogue
from tests.capture.servers import HOST, bytes_of, error_page, post_page, raw_server, telegram
from tests.publish.archives import SEED, build_site, needs_seed, tree, write

VIEW = '<a class="message_media_view_in_telegram" href="x">VIEW IN TELEGRAM</a>'
SERVICE = '<div class="message_media_not_supported_label">Service message</div>'
PAGES = {
    "/Channel/14": post_page(
        "Channel/14",
        'Я <b>не</b> виновен.<br>Никто.<br><br><a href="https://example.org/a">Закон</a><blockquote>Суд</blockquote>',
        meta="edited ",
    ),
    "/Channel/15": post_page("Channel/15", "Да и <i>судить</i> некого.", moment="2020-06-22T07:03:00+00:00"),
    "/Channel/16": post_page("Channel/16", None, after=VIEW),
    "/Channel/17": post_page("Channel/17", None, after=SERVICE),
    "/Channel/18": error_page("Post not found"),
    "/Channel/19": "<p>Совсем другое</p>",
    "/Channel/20": post_page("Channel/20", "Начало.", after=VIEW),
    "/Channel/21": post_page("Channel/21", None, after='<audio class="tgme_widget_message_voice"></audio>'),
    "/Other/1": post_page("Other/1", "Чужое."),
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def capture(archive: Path, *addresses: str, joined: bool = False) -> Result:
    extra = ["--joined"] if joined else []
    return run("capture", *addresses, "--into", archive, "--allow-host", HOST, "--language", "en", *extra)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(
        tmp_path / "archive", {"hugo.toml": 'title = "x"\n', "content/_index.md": "---\ntitle: x\n---\n"}
    )


def fields(path: Path) -> tuple[dict[str, object], str]:
    _, front_matter, body = path.read_text().split("---\n", 2)
    return yaml.safe_load(front_matter), body


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def test_a_post_becomes_evidence_and_a_draft(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/channel/14")
    assert result.exit_code == 0, result.output
    assert "edited after it was posted" in result.output
    draft = next(archive.glob("content/**/channel-14.md"))
    known, body = fields(draft)
    assert known["title"] == "Я не виновен."
    assert "date: 2020-06-22T07:01:00+00:00\n" in draft.read_text()
    assert known["draft"] is True
    assert known["sourcelink"] == f"{server}/channel/14"
    assert body == "\nЯ **не** виновен.\\\nНикто.\n\n[Закон](<https://example.org/a>)\n\n> Суд\n"
    [event] = log(archive)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d{6}Z-[0-9a-f]{16}\.warc\.gz", event["file"])
    plain = gzip.decompress((archive / "captures" / event["file"]).read_bytes())
    assert PAGES["/Channel/14"].encode() in plain
    assert b"secret_of_the_visitor" not in plain
    assert b"203.0.113.77" not in plain
    assert (event["event"], event["outcome"], event["status"]) == ("captured", "ok", "200")


def test_all_outcomes_are_told_and_kept(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, *(f"{server}/Channel/{number}" for number in range(14, 22)))
    assert result.exit_code == 1, result.output
    outcomes = ["ok", "ok", "withheld", "service", "not-found", "unrecognised", "partial", "ok"]
    assert [event["outcome"] for event in log(archive)] == outcomes
    says = Catalogue("capturing", "en")
    kinds = [*outcomes[:-1], "empty"]
    for number, outcome in zip(range(14, 22), kinds, strict=True):
        assert says(f"outcome-{outcome}", source=f"{server}/Channel/{number}", status="200") in result.output
    drafts = sorted(path.name for path in archive.glob("content/**/channel-*.md"))
    assert drafts == ["channel-14.md", "channel-15.md", "channel-20.md"]
    log_data = (archive / "captures/custody.jsonl").read_bytes()
    assert find_break(log_data, (archive / "captures/custody.head").read_bytes()) is None


def test_posts_joined_become_one_speech_in_their_order(archive: Path) -> None:
    with telegram(PAGES) as server:
        again = f"{server}/channel/15?single"  # the same post, written otherwise
        result = capture(archive, f"{server}/Channel/15", f"{server}/Channel/14", again, joined=True)
    assert result.exit_code == 0, result.output
    assert len(log(archive)) == 2
    known, body = fields(next(archive.glob("content/**/channel-14.md")))
    assert known["sources"] == [f"{server}/Channel/14", f"{server}/Channel/15"]
    assert body.endswith("> Суд\n\nДа и *судить* некого.\n")
    assert len(list(archive.glob("content/**/channel-*.md"))) == 1


@pytest.mark.parametrize(
    ("other", "words"), [("Other/1", "one channel"), ("Channel/18", "wouldn’t be whole")]
)
def test_a_speech_that_would_not_be_whole_is_no_draft(archive: Path, other: str, words: str) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/Channel/14", f"{server}/{other}", joined=True)
    assert result.exit_code == 2
    assert words in result.output
    assert len(log(archive)) == 2
    assert list(archive.glob("content/**/channel-*.md")) == []


def test_a_second_capture_is_evidence_again_and_leaves_the_draft(archive: Path) -> None:
    with telegram(PAGES) as server:
        capture(archive, f"{server}/Channel/14")
        draft = next(archive.glob("content/**/channel-14.md"))
        draft.write_text(draft.read_text() + "Дописано.\n")
        before = draft.read_bytes()
        result = capture(archive, f"{server}/Channel/14")
    assert result.exit_code == 1
    assert "left as it is" in result.output
    assert draft.read_bytes() == before
    assert [event["line"] for event in log(archive)] == [1, 2]
    assert len(list((archive / "captures").glob("*.warc.gz"))) == 2


def test_without_permission_nothing_private_is_fetched(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = run("capture", f"{server}/Channel/14", "--into", archive, "--language", "ru")
    assert result.exit_code == 1
    assert "не в открытой сети" in result.output
    assert f"--allow-host {HOST}" in result.output
    assert list(archive.glob("captures/*")) == []


def test_other_pages_are_kept_and_not_read(archive: Path) -> None:
    with raw_server(bytes_of(b"HTTP/1.1 404 Gone\r\nContent-Length: 2\r\n\r\nno")) as (server, _):
        result = capture(archive, f"{server}/news/today.html")
    assert result.exit_code == 1
    assert "kept (status 404)" in result.output
    assert [event["source"] for event in log(archive)] == [f"{server}/news/today.html"]


@pytest.mark.parametrize("damage", ["removed", "changed", "cut"])
def test_nothing_is_added_to_a_log_that_is_not_whole(archive: Path, damage: str) -> None:
    path = archive / "captures/custody.jsonl"
    with telegram(PAGES) as server:
        capture(archive, f"{server}/Channel/14", f"{server}/Channel/15")
        data = path.read_bytes()
        lines = data.splitlines(keepends=True)
        path.write_bytes(
            {"removed": lines[0], "changed": data.replace(b"ok", b"OK"), "cut": data[:-1]}[damage]
        )
        damaged = tree(archive)
        result = capture(archive, f"{server}/Channel/20")
    assert result.exit_code == 2
    assert "isn’t as it was written: line 2" in result.output
    assert tree(archive) == damaged


def test_captures_are_in_no_output(tmp_path: Path) -> None:
    flat = write(
        tmp_path / "flat", {"a.md": "---\ntitle: Анна Ким (клевета)\ndate: 2020-06-22\n---\nСлова.\n"}
    )
    with telegram(PAGES) as server:
        assert capture(flat, f"{server}/Channel/14").exit_code == 0
    build_site(flat, tmp_path / "public")
    published = tree(tmp_path / "public")
    assert not any("captures" in path or "custody" in path or path.endswith(".gz") for path in published)
    assert not any(b"custody.jsonl" in data for data in published.values())


# --- coverage ---


def test_coverage_says_what_is_nowhere(archive: Path) -> None:
    with telegram(PAGES) as server:
        capture(archive, f"{server}/Channel/14", f"{server}/Channel/15", joined=True)
    draft = next(archive.glob("content/**/channel-14.md"))
    whole = run("coverage", archive, draft, "--language", "en")
    assert whole.exit_code == 0, whole.output
    assert "0 in none" in whole.output
    draft.write_text(draft.read_text().replace("некого.", "некого. Этого он не говорил."))
    result = run("coverage", archive, draft, "--language", "en")
    assert result.exit_code == 1
    assert "1 in none" in result.output
    assert result.output.count("1 capture, 1 with words") == 2
    assert re.search(r"line \d+: Этого он не говорил\.", result.output)


def test_a_source_that_was_never_captured_covers_nothing(archive: Path) -> None:
    text = (
        "---\ntitle: Анна Ким (клевета)\ndate: 2020-06-22\nsourcelink: https://t.me/channel/1\n---\nСлова.\n"
    )
    write(archive, {"content/a.md": text})
    result = run("coverage", archive, "content/a.md", "--language", "en")
    assert result.exit_code == 1
    assert "never captured" in result.output


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_evidence_that_is_not_what_it_was_covers_nothing(archive: Path, damage: str) -> None:
    with telegram(PAGES) as server:
        capture(archive, f"{server}/Channel/14")
    file = next((archive / "captures").glob("*.warc.gz"))
    if damage == "missing":
        file.unlink()
    else:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    result = run("coverage", archive, next(archive.glob("content/**/channel-14.md")), "--language", "en")
    assert result.exit_code == 2
    assert "capture" in result.output
    assert file.name in result.output


@needs_seed
def test_one_full_post_does_not_hold_the_seed(tmp_path: Path) -> None:
    text = (SEED / "alnur-ilyashev.md").read_text()
    _, front_matter, body = text.split("---\n", 2)
    first = body.strip().encode("utf-16-le")[: 4096 * 2].decode("utf-16-le", "ignore")
    shown = first.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    with telegram({"/Channel/1": post_page("Channel/1", shown)}) as server:
        changed = re.sub(r"sourcelink:.*", f"sourcelink: {server}/Channel/1", front_matter)
        assert changed != front_matter
        seed = write(tmp_path / "seed", {"alnur-ilyashev.md": f"---\n{changed}---\n{body}"})
        assert capture(seed, f"{server}/Channel/1").exit_code == 0
    result = run("coverage", seed, "alnur-ilyashev.md", "--language", "en")
    assert result.exit_code == 1
    assert "this one is full" in result.output
    counts = re.search(
        r"of (\d+) sentences (\d+) found in captures of its sources, (\d+) in none", result.output
    )
    assert counts
    everything, found, missing = map(int, counts.groups())
    assert found > 5
    assert missing > 5
    assert found + missing == everything


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_there_in_every_language(language: str) -> None:
    root = Path(__file__).parents[2] / "src/allocution/messages"
    names = [
        re.findall(r"^([a-z-]+) =", (root / tag / "capturing.ftl").read_text(), re.MULTILINE)
        for tag in ("en", language)
    ]
    assert names[0] == names[1]
    variables = [
        re.findall(r"^[a-z-]+ =|\$\w+", (root / tag / "capturing.ftl").read_text(), re.MULTILINE)
        for tag in ("en", language)
    ]
    used = [{(at, each) for at, each in _by_message(found)} for found in variables]
    assert used[0] == used[1]
    for name in names[0]:
        assert Catalogue("capturing", language).has(name)


def _by_message(found: list[str]) -> list[tuple[str, str]]:
    message, pairs = "", []
    for each in found:
        if each.startswith("$"):
            pairs.append((message, each))
        else:
            message = each
    return pairs
