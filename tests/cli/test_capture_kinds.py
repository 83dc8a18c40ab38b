"""`allocution capture` of ranges, albums, news pages and files from disk."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.errors import CaptureError
from allocution.evidence import news_page
from allocution.evidence.news_page import read_article
from allocution.evidence.telegram_page import posts_in
from allocution.evidence.warc import read_bodies
from tests.capture.servers import HOST, bytes_of, error_page, post_page, raw_server, telegram
from tests.publish.archives import build_site, write

PHOTO = '<a class="tgme_widget_message_photo_wrap" style="x"></a>'
ALBUM = f'<div class="tgme_widget_message_grouped_wrap">{PHOTO}{PHOTO}</div>'
SERVICE = '<div class="message_media_not_supported_label">Service message</div>'
PAGES = {
    "/Channel/14": post_page("Channel/14", "Первая часть речи."),
    "/Channel/15": post_page("Channel/15", "Слова под снимками.", before=ALBUM),
    "/Channel/16": post_page("Channel/15", "Слова под снимками.", before=ALBUM),
    "/Channel/17": post_page("Channel/17", None, after=SERVICE),
    "/Channel/18": post_page("Channel/18", None, before=PHOTO),
    "/Channel/19": post_page("Channel/19", "Последняя часть речи."),
    "/Channel/20": error_page("Post not found"),
}
NEWS = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Последнее слово</title>
<meta property="og:title" content="Последнее слово Анны Ким">
<meta property="article:published_time" content="2020-06-22T13:01:00+06:00"></head><body>
<nav><a href="/">Главная</a> <a href="/news">Новости</a> <a href="/about">О нас</a></nav>
<article><h1>Последнее слово Анны Ким</h1>
<p>Я не признаю своей вины и прошу суд о *справедливости*, потому что за слово не судят нигде, где есть суд.</p>
<p>Никто не вправе отнимать у человека свободу за то, что он сказал вслух то, о чём другие думают про себя.</p>
<p>Спасибо всем, кто пришёл сегодня в этот зал и остаётся со мной до конца этого долгого и трудного процесса.</p>
</article><footer>Все права защищены. <script>alert(1)</script></footer></body></html>"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in (*arguments, "--language", "en")])


def capture(archive: Path, *addresses: object, joined: bool = False) -> Result:
    return run(
        "capture", *addresses, "--into", archive, "--allow-host", HOST, *(["--joined"] if joined else [])
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", {"hugo.toml": 'title = "x"\n'})


def log(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (archive / "captures/custody.jsonl").read_text().splitlines()]


def drafts(archive: Path) -> dict[str, tuple[dict[str, Any], str]]:
    found = {}
    for path in archive.glob("content/**/*.md"):
        _, front, body = path.read_text().split("---\n", 2)
        found[path.name] = (yaml.safe_load(front), body)
    return found


# --- ranges and albums ---


def test_a_range_with_an_album_becomes_one_speech(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/Channel/14-19", joined=True)
    assert result.exit_code == 1, result.output  # some of the posts have no words of their own
    assert [event["source"] for event in log(archive)] == [f"{server}/Channel/{n}" for n in range(14, 20)]
    [(known, body)] = drafts(archive).values()
    assert known["sources"] == [f"{server}/Channel/{n}" for n in (14, 15, 19)]
    assert body == "\nПервая часть речи.\n\nСлова под снимками.\n\nПоследняя часть речи.\n"


def test_an_album_is_one_draft(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/Channel/15-16")
    assert result.exit_code == 0, result.output
    assert len(log(archive)) == 2
    assert list(drafts(archive)) == ["channel-15.md"]


def test_a_range_with_a_post_that_is_gone_is_no_whole_speech(archive: Path) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/Channel/19-20", joined=True)
    assert result.exit_code == 2
    assert "wouldn’t be whole" in result.output
    assert len(log(archive)) == 2
    assert drafts(archive) == {}


@pytest.mark.parametrize("written", ["17-14", "14-114"])
def test_a_range_that_cannot_be_is_refused_before_anything_is_fetched(archive: Path, written: str) -> None:
    with telegram(PAGES) as server:
        result = capture(archive, f"{server}/Channel/{written}")
    assert result.exit_code == 2
    assert "at most 100 posts" in result.output
    assert not (archive / "captures/custody.jsonl").exists()


@pytest.mark.parametrize(
    ("address", "count"),
    [("https://t.me/channel/5-7", 3), ("https://t.me/channel/5-5", 1), ("https://t.me/channel/5", 1),
     ("https://example.org/news/5-7", 1), ("https://t.me/s/channel", 1)],
)  # fmt: skip
def test_only_ranges_of_posts_are_taken_apart(address: str, count: int) -> None:
    assert len(posts_in(address)) == count


def test_a_range_has_as_many_posts_as_it_may() -> None:
    assert len(posts_in("https://t.me/channel/1-100")) == 100
    with pytest.raises(CaptureError):
        posts_in("https://t.me/channel/1-101")


# --- news pages ---


def page(text: str = NEWS, media_type: str = "text/html; charset=utf-8") -> Any:
    data = text.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(data)}\r\n\r\n"
    return raw_server(bytes_of(head.encode(), data))


def test_the_main_text_of_a_page_becomes_a_draft(archive: Path, tmp_path: Path) -> None:
    with page() as (server, _):
        result = capture(archive, f"{server}/2020/court")
    assert result.exit_code == 0, result.output
    assert "the main text of the page was read" in result.output
    [(known, body)] = drafts(archive).values()
    assert known["title"] == "Последнее слово Анны Ким"
    assert known["sourcelink"] == f"{server}/2020/court"
    assert known["date"].isoformat() == "2020-06-22T13:01:00+06:00"
    assert "о \\*справедливости\\*, потому что" in body
    assert "Никто не вправе" in body
    for left in ("Главная", "Все права", "script", "alert"):
        assert left not in body
    [path] = archive.glob("content/**/*.md")
    path.write_text(path.read_text().replace("draft: true\n", ""))
    build_site(archive, tmp_path / "public")
    [data] = [each for each in (tmp_path / "public").rglob("index.json") if "evidence" in each.read_text()]
    card = json.loads(data.read_text())["evidence"]
    assert card["found"] >= 3
    assert (card["differing"], card["nowhere"]) == ([], [])
    covered = run("coverage", archive, path.relative_to(archive))
    assert covered.exit_code == 0, covered.output


def test_the_page_is_kept_as_it_was_sent(archive: Path) -> None:
    with page() as (server, _):
        capture(archive, f"{server}/x")
    [event] = log(archive)
    bodies = read_bodies((archive / "captures" / event["file"]).read_bytes())
    assert bodies[f"{server}/x"] == NEWS.encode()


def test_a_date_that_a_page_does_not_state_is_not_guessed() -> None:
    article = read_article(NEWS.replace("article:published_time", "other").encode())
    assert article is not None
    assert article.date == ""
    day = read_article(NEWS.replace("2020-06-22T13:01:00+06:00", "2020-06-22").encode())
    assert day is not None
    assert day.date == "2020-06-22"


def test_the_encoding_that_a_page_was_sent_in_is_heeded() -> None:
    article = read_article(NEWS.replace('<meta charset="utf-8">', "").encode("windows-1251"), "windows-1251")
    assert article is not None
    assert "Никто не вправе" in article.plain


@pytest.mark.parametrize(
    "text", ["", "<html></html>", "<p>" * 5000, "\0" * 100, "<html><body>" + "<div>" * 3000]
)
def test_a_page_without_words_gives_none(text: str) -> None:
    assert read_article(text.encode()) is None


def test_without_the_extra_pages_are_kept_unread(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_page, "_reader", lambda: None)
    with page() as (server, _):
        result = capture(archive, f"{server}/x")
    assert result.exit_code == 1
    assert "pip install 'allocution[capture]'" in result.output
    assert len(log(archive)) == 1


# --- files from disk ---


def test_a_file_from_disk_is_a_source_of_its_own(archive: Path, tmp_path: Path) -> None:
    photo = tmp_path / "Снимок страницы.JPG"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(3_000_000))
    digest = hashlib.sha256(photo.read_bytes()).hexdigest()
    result = capture(archive, photo)
    assert result.exit_code == 0, result.output
    source = f"Снимок страницы.JPG, SHA-256 {digest}"
    assert json.dumps(source, ensure_ascii=False) in result.output
    [event] = log(archive)
    assert (event["sha256"], event["source"]) == (digest, f"sha256:{digest}")
    assert "Снимок" not in (archive / "captures/custody.jsonl").read_text()
    assert event["file"].endswith(f"-{digest[:16]}.jpg")
    assert (archive / "captures" / event["file"]).read_bytes() == photo.read_bytes()
    again = capture(archive, photo)
    assert (again.exit_code, len(log(archive))) == (0, 1)
    assert "has it already" in again.output
    front = (
        f'---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nlanguage: ru\nsources:\n  - "{source}"\n---\n'
    )
    front += "\nСлова.\n"
    write(archive, {"content/a.md": front})
    build_site(archive, tmp_path / "public")
    card = json.loads((tmp_path / "public/a/index.json").read_text())["evidence"]
    assert [each["sha256"] for each in card["sources"][0]["captures"]] == [digest]
    checked = run("verify", archive)
    assert checked.exit_code == 0, checked.output
    assert "what is in it; only its bytes were compared" in checked.output
    (archive / "captures" / event["file"]).write_bytes(photo.read_bytes()[:-1])
    assert run("verify", archive).exit_code == 1


@pytest.mark.parametrize("name", ["noext", "x.tar.gz", "x.very-long-suffix", "x.sh;rm", "звук.mp3"])
def test_names_of_copies_are_plain(archive: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(name.encode())
    assert capture(archive, path).exit_code == 0
    [event] = log(archive)
    assert event["file"].isascii()
    assert event["file"].rpartition(".")[2] in ("bin", "gz", "mp3")
    assert run("verify", archive).exit_code == 0


def test_files_and_addresses_together(archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "speech.pdf"
    path.write_bytes(b"%PDF-1.4")
    with telegram(PAGES) as server:
        result = capture(archive, path, f"{server}/Channel/14")
    assert result.exit_code == 0, result.output
    assert len(log(archive)) == 2
    shutil.rmtree(archive / "content")
