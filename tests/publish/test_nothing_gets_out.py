"""Two hundred secrets and all that can give away who keeps an archive, with all switched on: none in any output."""

from __future__ import annotations

import asyncio
import platform
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from anyascii import anyascii
from click.testing import CliRunner

from allocution.cli import main
from allocution.editions.table import EDITIONS
from allocution.web.app import make_app
from allocution.web.preview import Preview, Settings
from tests.capture.servers import HOST, post_page, telegram
from tests.chromium import missing
from tests.publish.archives import NOW, write
from tests.publish.opened_files import PROGRAMS, opened
from tests.publish.secrets_archive import FIRST, PLACES, SECOND, Secret, secrets, statement

COUNT = 210
CONFIGURATION = """baseURL = "https://archive.example/"
title = "x"
[params.allocution]
search = true
catalogue = true
pictures = true
offline = true
nearInWords = true
interfaceLanguages = ["kk", "en", "uk"]
editionsAnyway = true
api = true
oai = true
feedText = true
opml = true
llms = true
contact = "keeper@archive.example"
securityExpires = 2027-06-01
replay = "https://captures.example/archive"
editions = [{editions}]
statementEditions = ["text", "tei", "jsonld"]
selections = [{{name = "some", title = "Some", where = "lang:ru", editions = ["csv", "html"]}}]
"""
# Who keeps the archive, where and when: each has a mark that stands nowhere else.
KEEPER = {
    "USER": "кропоткинский",
    "LOGNAME": "кропоткинский",
    "HOSTNAME": "vzorvannyj-uzel",
    "EMAIL": "kropotkinsky@secret.example",
    "GIT_AUTHOR_NAME": "Мстислав Кропоткинский",
    "GIT_AUTHOR_EMAIL": "kropotkinsky@secret.example",
    "GIT_COMMITTER_NAME": "Мстислав Кропоткинский",
    "GIT_COMMITTER_EMAIL": "kropotkinsky@secret.example",
    "TZ": "Pacific/Chatham",
}
FOLDER = "Папкошпионов"
MARKS = (
    "кропоткинск", "kropotkinsk", "vzorvannyj", "chatham", "+12:45", "+13:45", "+1245", "+1345", FOLDER.casefold(),
    "secret_of_the_visitor", "203.0.113.77",
)  # fmt: skip
HEAD = '---\ntitle: "{name} (клевета)"\ndate: 2020-01-01\n{more}---\n{body}\n'


HIDDEN = (
    "черновиченк", "снятойченк", "истекловченк", "будущевченк", "цельноенк", "отрывочк", "полевенк", "захватченк",
    "копийченк", "свопченк", "пучковченк", "заметковченк", "записковченк", "переменченк", "отозванченк",
)  # fmt: skip


def file(name: str, more: str = "", body: str = "") -> str:
    """A content file of somebody, who stands in its words, too."""
    return HEAD.format(name=name, more=more, body=body or f"{name} здесь.")


def hidden(source: str) -> dict[str, str]:
    """Files of which nothing may come out, each with somebody of `HIDDEN`, and some that are open."""
    name = "withhold:\n  - {name: Ян Захватченко, reason: relative}\n"
    court = "withhold:\n  - {field: court, reason: privacy}\ncourt: Суд Полевенко\n"
    passage = 'Он {{< withhold reason="minor" >}}Отрывочков дома{{< /withhold >}}.'
    return {
        "content/draft.md": file("Ян Черновиченко", "draft: true\n"),
        "content/gone.md": file("Ян Снятойченко", "withdrawn: true\n"),
        "content/expired.md": file("Ян Истекловченко", "expiryDate: 2021-01-01\n"),
        "content/future.md": file("Ян Будущевченко", "publishDate: 2999-01-01\n"),
        "content/whole.md": file("Ян Цельноенко", "withhold: {statement: true, reason: court-order}\n"),
        "content/part.md": file("Анна Ким", "", passage),
        "content/field.md": file("Анна Ким", court),
        "content/posted.md": file(
            "Анна Ким", f"sources: ['{source}/Channel/15']\n{name}", "Ян Захватченко ждёт."
        ),
        "content/unposted.md": file("Ян Захватченко", f"draft: true\nsources: ['{source}/Channel/16']\n"),
        "content/open.md": file("Анна Ким", f"sources: ['{source}/Channel/14']\n", "Слова поста 14."),
        "content/part.md~": file("Ян Копийченко"),
        "content/.part.md.swp": file("Ян Свопченко"),
        "content/bundle/index.md": file("Анна Ким", "", "Я не виновата."),
        "content/bundle/index.md~": file("Ян Пучковченко"),
        "content/bundle/.notes.txt": "Заметковченко",
        "notes/who.txt": "Записковченко",
        ".env": "TOKEN=Переменченко",
    }


@dataclass
class Planted:
    """An archive full of secrets, and what was made of it."""

    root: Path
    secrets: dict[str, tuple[str, Secret]] = field(default_factory=dict)

    def run(self, *arguments: object) -> str:
        done = CliRunner().invoke(main, [str(each) for each in arguments])
        assert done.exit_code == 0, done.output
        return done.output

    def plant(self) -> None:
        pages = {
            f"/Channel/{n}": post_page(f"Channel/{n}", f"Слова поста {n}{more}.")
            for n, more in ((14, ""), (15, ", и Ян Захватченко"), (16, ", и Ян Захватченко"))
        }
        with telegram(pages) as server:
            write(self.root, hidden(server))
            self.run("capture", f"{server}/Channel/14-16", "--into", self.root, "--allow-host", HOST)
        for draft in self.root.glob("content/**/channel-*.md"):
            draft.unlink()
        for number, (place, secret) in enumerate(islice(zip(cycle(PLACES), secrets(), strict=False), COUNT)):
            path = f"content/s{number}.md"
            write(self.root, {path: statement(place, secret)})
            self.secrets[path] = (place, secret)
        (self.root / "static").mkdir()
        self.run("wacz", self.root, "--output", self.root / "static/captures.wacz", "--published")
        wanted = ", ".join(f'"{edition.name}"' for edition in EDITIONS)
        write(self.root, {"hugo.toml": CONFIGURATION.format(editions=wanted)})
        self.commit("secrets")

    def commit(self, message: str) -> None:
        for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", message]):
            subprocess.run(["git", *command], cwd=self.root, check=True)


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Planted]:
    for program in (*PROGRAMS, "zimwriterfs", "git"):
        if shutil.which(program) is None:
            missing(program)
    for name, value in {**KEEPER, "XDG_CACHE_HOME": str(tmp_path / "catalogue")}.items():
        monkeypatch.setenv(name, value)
    for module, name in ((socket, "gethostname"), (socket, "getfqdn"), (platform, "node")):
        monkeypatch.setattr(module, name, lambda *_: KEEPER["HOSTNAME"])
    time.tzset()
    yield Planted(tmp_path / FOLDER / "archive")
    monkeypatch.undo()
    time.tzset()


def answers(root: Path) -> Iterator[str]:
    """What a server says that is no file: the API, OAI-PMH and the search."""
    app = make_app(Preview(Settings(root, lambda: NOW, "en")), lambda _: None)

    async def ask(*addresses: str) -> list[str]:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000"
        ) as client:
            return [(await client.get(address)).text.casefold() for address in addresses]

    yield from asyncio.run(
        ask(
            "/api/v1/statements?limit=1000",
            "/api/v1/search?q=суд",
            "/api/v1/speakers.json",
            "/oai?verb=ListRecords&metadataPrefix=tei",
            "/oai?verb=ListRecords&metadataPrefix=oai_dc",
            "/oai?verb=Identify",
            "/search/?q=суд",
            "/content/draft.md",
            "/.git/config",
            "/%2e%2e/%2e%2e/etc/passwd",
        )
    )


@pytest.mark.slow
def test_no_secret_from_any_place_and_nothing_of_the_keeper_is_in_any_output(
    planted: Planted, tmp_path: Path
) -> None:
    """With all that can be asked for: two releases with each edition, captures, a torrent, a catalogue, a server."""
    parent = planted.root.parent
    before = file("Анна Ким", "", "Была там Зульфия Отозванченко.")
    write(planted.root, {"content/taken.md": before})
    for command in (
        ["key", "new", tmp_path / "key", "--no-password"],
        ["release", planted.root, "--output", parent / "release", "--key", tmp_path / "key"],
    ):
        planted.run(*command)
    assert "отозванченко" in (parent / "release/site/taken/index.html").read_text().casefold()
    planted.plant()
    entry = "withhold:\n  - {name: Зульфия Отозванченко, reason: relative}\n"
    write(planted.root, {"content/taken.md": before.replace("---\nБыла", f"{entry}---\nБыла")})
    planted.commit("Отозванченко")
    planted.run("release", planted.root, "--output", parent / "release", "--key", tmp_path / "key")
    planted.run("torrent", parent / "release")
    assert "суд" in planted.run("search", planted.root, "суд")

    site = parent / "release/site"
    assert len(list((site / "downloads/statements/tei").iterdir())) > COUNT / 2
    assert (site / "downloads/selections/some/csv.zip").is_file()
    kinds = {path.suffix for path in (parent / "release").rglob("*")}
    assert kinds >= {
        ".pdf",
        ".zim",
        ".epub",
        ".csv",
        ".zip",
        ".xml",
        ".json",
        ".html",
        ".png",
        ".wacz",
        ".sqlite",
    }
    places = [
        parent / name for name in ("release", ".release.site", "..release.site.allocution", "release.torrent")
    ]
    places += [tmp_path / "catalogue", planted.root / "addresses"]
    given_away = looked_through(places, answers(planted.root), tmp_path)
    owners = {each.stem: (path, place) for path, (place, each) in planted.secrets.items()}
    assert {(owners.get(stem, stem), where) for stem, where in given_away} == set()


def given_away_by() -> re.Pattern[str]:
    """What each secret has in it, and nothing else has."""
    latin = [[anyascii(each) for each in part] for part in (FIRST, SECOND)]
    pairs = [f"(?:{'|'.join(first)})(?:{'|'.join(second)})" for first, second in ((FIRST, SECOND), latin)]
    return re.compile("|".join([*(pair.lower() for pair in pairs), *map(re.escape, (*HIDDEN, *MARKS))]))


def looked_through(places: list[Path], said: Iterator[str], folder: Path) -> set[tuple[str, str]]:
    """What stands anywhere of all that was planted, and where."""
    pattern = given_away_by()
    found = {(stem, "server") for text in said for stem in pattern.findall(text)}
    unpacked = folder / "unpacked"
    for place in places:
        assert place.exists(), place
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            name = unquote(str(path.relative_to(place))).casefold()
            found |= {(stem, f"name of {path}") for stem in pattern.findall(name)}
            if path.is_file():
                unpacked.mkdir()
                texts = opened(path.read_bytes(), unpacked)
                found |= {(stem, str(path)) for text in texts for stem in pattern.findall(text)}
                shutil.rmtree(unpacked)
    return found
