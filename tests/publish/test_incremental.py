"""An incremental build gives byte for byte what a clean build gives."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

import allocution
from allocution.publish.building import BuildOptions, build
from allocution.search import chunks, merging, shards
from allocution.store import archive_folder, program
from allocution.workspace import loading
from tests.publish.archives import NOW, assert_same, build_site, tree, write

CONFIGURATION = """\
baseURL = "{base}"
title = "{title}"
defaultContentLanguage = "ru"
{pager}
{search}
[languages.ru]
weight = 1
[languages.en]
weight = 2
"""
NAMES = ("Иван Первый", "Мария Вторая", "Мария: Вторая", "Йозеф К.", "Ivan First")
CHARGES = ("Клевета", "клевета", "Хулиганство", "Распространение заведомо ложной информации", "Libel", "")
WORDS = (
    "Я не признаю вины.", "Уважаемый суд!", "Меня судят за слово.", "Мен кінәлі емеспін.",
    "Свидетели молчали.", "I have said all that I had to say.",
    "Это сказано не мной.", "Прошу занести в протокол.",
    "Спасибо всем.",
)  # fmt: skip
DATES = (
    "2020-06-22T13:01:00+06:00",
    "1964",
    "1964/1966",
    "1936-08~",
    "2021-02-03",
    "2026-11-21",
    "2099-01-01",
)
FIELDS = (
    "draft: true", "draft: false", 'tags: ["одна"]', 'tags: ["одна", "две"]', "jurisdiction: kz",
    "jurisdiction: ru",
    'court: "Городской суд"', "aliases: [/old/a/, /old/b/]", "aliases: [/old/a/]", "lastmod: 2026-01-02",
    "lastmod: 2026-03-04", "slug: другой", "url: /особый/", "withdrawn: true", "translators: [Кто-то]",
    'withdrawn: {date: "2026-11-20", reason: "По просьбе"}', "retelling: true", "expiryDate: 2020-01-01",
    "title: [", 'charges: [{wording: "ст. 274 УК РК"}]', 'charges: [{wording: "Клевета", article: "130"}]',
)  # fmt: skip


SEEDS = [1, 2]
STEPS = 10


class Editor:
    """Changes an archive at random; says what it did."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = random.Random(seed)
        self.log: list[str] = []
        self.done = 0
        self.search = seed % 2 == 0

    def start(self) -> None:
        for name in ("a", "b", "b.en", "c/index", "c/index.en", "d", "e"):
            self._put(f"content/речи/{name}.md", self._statement())
        write(self.root, {"content/about.md": "---\ntitle: О нас\ntype: page\n---\nКто мы.\n"})
        self.configure()

    def step(self) -> None:
        actions: list[Callable[[], None]] = [
            *[self.edit] * 5, *[self.field] * 5, *[self.add] * 3, *[self.rename] * 3, *[self.remove] * 2,
            self.branch, self.configure, self.static, self.resource, self.record, self.record, self.page,
        ]  # fmt: skip
        for _ in range(self.random.randint(1, 3)):
            self.random.choice(actions)()

    def edit(self) -> None:
        """Another order of sentences, one more, one fewer, one reworded; rarely, other facts."""
        path = self._some()
        if path is None:
            return
        text = path.read_text()
        head, mark, body = text.rpartition("---\n")
        parts = body.split()
        match self.random.randrange(4):
            case 0:
                body = f"{body.strip()} {self.random.choice(WORDS)}\n"
            case 1:
                body = " ".join(parts[1:]) + "\n"
            case 2:
                body = body.replace("не", "вовсе не", 1)
            case _:
                target = self.random.choice(("about", "a", "d"))
                body = f'{self._text()}\n\nСм. [там]({{{{< relref "{target}.md" >}}}}).\n'
        self._write(path, head + mark + body)

    def field(self) -> None:
        path = self._some()
        if path is not None:
            lines = path.read_text().split("\n")
            if self.random.random() < 0.3 and len(lines) > 5:
                lines.pop(self.random.randrange(1, 4))
            else:
                lines.insert(1, self.random.choice(FIELDS))
            self._write(path, "\n".join(lines))

    def add(self) -> None:
        self.done += 1
        name = self.random.choice((f"новый-{self.done}", "a.en", "d.en", "index-1", "c/index"))
        self._put(f"content/речи/{name}.md", self._statement())

    def rename(self) -> None:
        path = self._some()
        if path is not None and path.stem != "index":
            self.done += 1
            target = path.with_name(f"имя-{self.done}.md")
            self.log.append(f"{path} -> {target}")
            path.rename(target)

    def remove(self) -> None:
        path = self._some()
        if path is not None:
            self.log.append(f"rm {path}")
            path.unlink()

    def branch(self) -> None:
        path = self.root / self.random.choice(
            (
                "content/_index.md",
                "content/речи/_index.md",
                "content/tags/_index.md",
                "content/речи/_index.en.md",
            )
        )
        if path.exists() and self.random.random() < 0.5:
            self.log.append(f"rm {path}")
            path.unlink()
        else:
            cascade = self.random.choice(("", "cascade:\n  jurisdiction: kz\n", "cascade: {draft: true}\n"))
            self._write(
                path, f"---\ntitle: Раздел {self.random.randrange(9)}\n{cascade}---\n{self._text()}\n"
            )

    def configure(self) -> None:
        path = self.root / "hugo.toml"
        if path.exists() and self.random.random() < 0.3:
            self.log.append("rm hugo.toml")
            path.unlink()
            return
        values = {
            "base": self.random.choice(("https://example.org/", "https://example.org/sub/", "/")),
            "title": self.random.choice(("Архив", "Archive")),
            "search": "[params.allocution]\nsearch = true" if self.search else "",
            "pager": self.random.choice(("", "[pagination]\npagerSize = 2", "disableAliases = true")),
        }
        self._write(path, CONFIGURATION.format(**values))

    def static(self) -> None:
        path = (
            self.root
            / "static"
            / self.random.choice(("x.txt", "speakers/index.html", "особый/index.html", "old/a/index.html"))
        )
        if path.exists():
            self.log.append(f"rm {path}")
            path.unlink()
        else:
            self._write(path, self._text())

    def resource(self) -> None:
        if (self.root / "content/речи/c").is_dir():
            self._write(self.root / "content/речи/c/image.svg", f"<svg>{self.random.random()}</svg>")

    def record(self) -> None:
        """Damage, delete or put back a record of addresses."""
        found = sorted(self.root.glob("addresses/**/*.txt"))
        if not found:
            return
        path = self.random.choice(found)
        match self.random.randrange(3):
            case 0:
                self.log.append(f"rm {path}")
                path.unlink()
            case 1:
                self._write(path, path.read_text() + "not a line\n")
            case _:
                lines = path.read_text().split("\n")
                lines.pop(self.random.randrange(len(lines)))
                self._write(path, "\n".join(lines))

    def page(self) -> None:
        path = self.root / "content/about.md"
        self._write(path, f"---\ntitle: О нас\ntype: page\n---\n{self._text()}\n")

    def _some(self) -> Path | None:
        found = sorted(
            path for path in self.root.glob("content/речи/**/*.md") if not path.name.startswith("_")
        )
        return self.random.choice(found) if found else None

    def _text(self) -> str:
        return " ".join(self.random.sample(WORDS, self.random.randint(3, 7)))

    def _statement(self) -> str:
        name, charge = self.random.choice(NAMES), self.random.choice(CHARGES)
        title = f"{name} ({charge})" if charge else name
        date = self.random.choice(DATES)
        return f'---\ntitle: "{title}"\ndate: 2020-01-02\ndelivered: "{date}"\n---\n{self._text()}\n'

    def _put(self, path: str, text: str) -> None:
        self._write(self.root / path, text)

    def _write(self, path: Path, text: str) -> None:
        self.log.append(f"{path}:\n{text}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.fixture
def _trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files 20 ms old count as settled: a quick test would never rest on what is remembered."""
    monkeypatch.setattr(archive_folder, "_TICK", 20_000_000)
    monkeypatch.setattr(loading, "program_digest", lambda: b"program")


@pytest.fixture
def _finely_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search's index of a few statements in as many parts as that of thousands."""
    monkeypatch.setattr(chunks, "_SMALLEST", 1)
    monkeypatch.setattr(chunks, "_ENDS", 2)
    monkeypatch.setattr(merging, "_LEAST", 1)
    monkeypatch.setattr(merging, "_MEAN", 3)
    monkeypatch.setattr(shards, "MANY", 4)


@pytest.mark.usefixtures("_trusting", "_finely_cut")
@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edits_an_incremental_build_equals_a_clean_one(seed: int, tmp_path: Path) -> None:
    archive, output = tmp_path / "archive", tmp_path / "public"
    editor = Editor(archive, seed)
    editor.start()
    kept = 0
    for number in range(STEPS):
        log = editor.log = editor.log if number == 0 else []
        if number:
            editor.step()
        clean, other = tmp_path / f"clean-{number}", tmp_path / f"copy-{number}"
        shutil.copytree(archive, other)
        summary = build_site(archive, output, jobs=2 if number % 4 == 3 else 1)
        expected = build_site(other, clean)
        about = f"step {number}: " + "\n".join(log)
        assert_same(tree(output), tree(clean), about)
        assert_same(tree(archive / "addresses"), tree(other / "addresses"), about)
        assert sorted(map(repr, summary.findings)) == sorted(map(repr, expected.findings)), about
        time.sleep(0.03)
        copied = [*archive.glob("static/**/*.*"), *archive.glob("content/**/*.svg")]
        assert build_site(archive, output).files <= len(copied), about  # a fresh one is copied once more
        kept += summary.kept
    assert kept > 80


def test_an_edit_of_one_statement_makes_a_handful_of_pages(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    whole = build_site(many, output)
    path = many / "content/s/17.md"
    path.write_text(path.read_text().replace("слово", "дело", 1))
    edited = build_site(many, output)
    assert whole.made > 140
    assert edited.made < 25
    assert edited.kept + edited.made == whole.made
    assert_same(tree(output), clean(many, tmp_path))


def test_nothing_changed_nothing_made(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    build_site(many, output)
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    again = build_site(many, output)
    assert (again.made, again.files, again.removed, again.records) == (0, 0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


@pytest.mark.usefixtures("_trusting")
def test_an_edit_that_keeps_size_and_time_is_noticed(many: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    time.sleep(0.05)
    build_site(many, output)
    path = many / "content/s/3.md"
    found = path.stat()
    path.write_text(path.read_text().replace("Первое", "Второе"))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (found.st_size, found.st_mtime_ns)
    assert build_site(many, output).made > 0
    assert "Второе" in (output / "s/3/index.html").read_text()
    assert_same(tree(output), clean(many, tmp_path))


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(0, len(data), 7):
        data[place] ^= 0x55
    path.write_bytes(data)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "flipped": _flip,
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "emptied": lambda path: os.truncate(path, 0),
    "deleted": Path.unlink,
    "of nonsense": lambda path: (path.write_bytes(b"\x93\xc0\xc0\xc0"), None)[1],
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("kind", ["memory", "record", "inventory"])
def test_damaged_memory_gives_a_right_build(kind: str, damage: str, tmp_path: Path) -> None:
    archive, output = few(tmp_path), tmp_path / "public"
    build_site(archive, output)
    (archive / "content/b.md").unlink()
    (remembered,) = tmp_path.glob(f".public.allocution/{kind}-*")
    DAMAGE[damage](remembered)
    summary = build_site(archive, output)
    assert summary.kept == 0 or kind == "inventory"
    assert_same(tree(output), clean(archive, tmp_path))


def test_a_forged_memory_isnt_trusted(tmp_path: Path) -> None:
    """The memory of another site beside this one: it is sealed to the tree that it belongs to."""
    archive, output, other = few(tmp_path), tmp_path / "public", tmp_path / "other"
    build_site(archive, output)
    (archive / "content/a.md").write_text("---\ntitle: Совсем другое (Иное)\n---\nИные слова.\n")
    build_site(archive, other)
    (mine,) = tmp_path.glob(".public.allocution/memory-*")
    (theirs,) = tmp_path.glob(".other.allocution/memory-*")
    mine.write_bytes(theirs.read_bytes())
    assert build_site(archive, output).kept == 0
    assert_same(tree(output), clean(archive, tmp_path))


def test_a_changed_program_builds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, output = few(tmp_path), tmp_path / "public"
    whole = build_site(archive, output).made
    monkeypatch.setattr(loading, "program_digest", lambda: b"another program")
    assert build_site(archive, output).made == whole
    assert build_site(archive, output).made == 0


def test_the_program_is_its_templates_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file of the package counts: code, templates, wording, laws, style."""
    package = tmp_path / "allocution"
    shutil.copytree(Path(allocution.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(program, "_PACKAGE", package)
    before = program.program_digest()
    assert program.program_digest() == before
    seen = {before}
    for part in (
        "site/templates/base.html",
        "site/assets/site.css",
        "messages/ru/site.ftl",
        "views/lists.py",
    ):
        path = package / part
        path.write_bytes(path.read_bytes() + b" ")
        seen.add(program.program_digest())
    assert len(seen) == 5


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.net/x/"])
def test_a_changed_configuration_builds_everything(base: str, tmp_path: Path) -> None:
    archive, output = few(tmp_path), tmp_path / "public"
    build_site(archive, output)
    write(archive, {"hugo.toml": f'baseURL = "{base}"\ntitle = "Архив"\n'})
    assert build_site(archive, output).kept == 0
    assert_same(tree(output), clean(archive, tmp_path))
    assert build_site(archive, output, base_address="https://elsewhere.example/").kept == 0


def test_another_day_publishes_what_waited(tmp_path: Path) -> None:
    archive, output = few(tmp_path), tmp_path / "public"
    write(archive, {"content/later.md": "---\ntitle: Позже (Нечто)\npublishDate: 2026-11-23\n---\nСлово.\n"})
    build_site(archive, output)
    assert not (output / "later").exists()
    build(archive, output, BuildOptions(NOW + timedelta(days=1)))
    assert (output / "later/index.html").is_file()


def test_from_scratch_trusts_nothing(tmp_path: Path) -> None:
    archive, output = few(tmp_path), tmp_path / "public"
    build_site(archive, output)
    before = tree(output)
    (output / "a/index.html").write_text("<p>tampered")
    summary = build_site(archive, output, from_scratch=True)
    assert summary.kept == 0
    assert_same(tree(output), before)


def few(folder: Path) -> Path:
    """Two statements and an ordinary page."""
    return write(
        folder / "archive",
        {
            "content/a.md": "---\ntitle: Иван Первый (Клевета)\ndate: 2020-01-02\n---\nПервое. Второе.\n",
            "content/b.md": "---\ntitle: Мария Вторая (Клевета)\ndate: 2021-01-02\n---\nТретье слово.\n",
        },
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Sixty statements."""
    return write(
        tmp_path / "many",
        {
            f"content/s/{number}.md": (
                f"---\ntitle: Имя{number} Ф. (Статья {number % 5})\ndate: {1990 + number % 30}-01-02\n---\n"
                f"Первое слово {number}. Второе слово.\n"
            )
            for number in range(60)
        },
    )


def clean(archive: Path, folder: Path) -> dict[str, bytes]:
    """What a clean build of the archive gives."""
    output = folder / "clean"
    build_site(archive, output)
    return tree(output)
