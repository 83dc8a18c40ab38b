"""A rebuild of single statements: when it is taken, and that it gives what a clean build gives."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from allocution.model.finding import Finding, Severity
from allocution.publish import quick
from allocution.publish.building import BuildOptions, BuildSummary, FindingsRefuseBuildError, build
from allocution.store import archive_folder
from allocution.workspace import loading
from tests.publish.archives import NOW, assert_same, build_site, tree, write

CONFIGURATION = """\
baseURL = "https://example.org/"
title = "Архив"
defaultContentLanguage = "ru"
[languages.ru]
weight = 1
[languages.en]
weight = 2
"""
# The front page quotes no retelling: of the works below it can quote the one with a translation alone.
RETOLD = "retelling: true\n"
FILLER = "Я не признаю вины, и свидетели это подтвердили перед судом. " * 6


@pytest.fixture(autouse=True)
def _trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files 20 ms old count as settled, so that a test needn't wait for seconds."""
    monkeypatch.setattr(archive_folder, "_TICK", 20_000_000)
    monkeypatch.setattr(loading, "program_digest", lambda: b"program")


def statement(name: str, charge: str, date: str, more: str = "", words: str = "") -> str:
    return f'---\ntitle: "{name} ({charge})"\ndate: {date}\n{more}---\n{FILLER}\n\n{words or "Спасибо."}\n'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Four works, one with a translation, one with a former address; a draft, a page, a section, a file."""
    root = write(
        tmp_path / "archive",
        {
            "hugo.toml": CONFIGURATION,
            "content/речи/_index.md": "---\ntitle: Речи\n---\nВсе.\n",
            "content/речи/a.md": statement("Иван Первый", "Клевета", "2020-06-22T13:01:00+06:00", RETOLD),
            "content/речи/b.md": statement("Мария Вторая", "Клевета", "2021-01-02", "aliases: [/старое/]\n"),
            "content/речи/b.en.md": '---\ntitle: "Mary Second (Libel)"\ndate: 2021-01-02\ntranslators: [X Y]\n'
            'charges: [{wording: "ст. 274 УК РК"}]\n---\n' + "I have said all that I had to say. " * 20,
            "content/речи/c.md": statement(
                "Пётр Третий", "Хулиганство", "2022-01-02", f"jurisdiction: kz\n{RETOLD}"
            ),
            "content/речи/d.md": statement(
                "Пётр Третий", "Иное", "2023-01-02", f"court: Городской суд\n{RETOLD}"
            ),
            "content/речи/secret.md": statement("Тайный Свидетель", "Тайна", "2023-01-02", "draft: true\n"),
            "content/about.md": "---\ntitle: О нас\ntype: page\n---\nКто мы.\n",
            "static/robot.txt": "beep",
        },
    )
    time.sleep(0.03)
    return root


def rebuilt(archive: Path, output: Path, **options: object) -> BuildSummary:
    """Build, and hold the site, the address records and the findings to those of a clean build of a copy."""
    other, clean = output.parent / "copy", output.parent / "clean"
    for folder in (other, clean, clean.with_name(".clean.allocution")):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(archive, other)
    summary = build_site(archive, output, **options)  # type: ignore[arg-type]
    expected = build_site(other, clean, **options)  # type: ignore[arg-type]
    assert_same(tree(output), tree(clean))
    assert_same(tree(archive / "addresses"), tree(other / "addresses"))
    assert sorted(map(repr, summary.findings)) == sorted(map(repr, expected.findings))
    assert (summary.statements, summary.base_address) == (expected.statements, expected.base_address)
    assert summary.made + summary.kept == expected.made
    time.sleep(0.03)
    return summary


def say(archive: Path, name: str, words: str) -> None:
    """Add a sentence to a statement."""
    with open(archive / f"content/речи/{name}.md", "a") as file:
        file.write(f"\n{words}\n")
    time.sleep(0.03)


@pytest.mark.parametrize("name", ["a", "c", "d"])
def test_an_edit_of_the_words_makes_one_page(name: str, archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    assert not rebuilt(archive, output).quick
    say(archive, name, "Это сказано не мной.")
    summary = rebuilt(archive, output)
    assert (summary.quick, summary.made, summary.records, summary.removed) == (True, 1, 1, 0)
    assert summary.files == 2


# The first is quoted by both front pages, too.
@pytest.mark.parametrize(("name", "made", "files"), [("b", 4, 6), ("b.en", 2, 3)])
def test_an_edit_of_a_text_with_a_translation_makes_both_beside_each_other(
    name: str, made: int, files: int, archive: Path, tmp_path: Path
) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    say(archive, name, "Это сказано не мной.")
    summary = rebuilt(archive, output)
    assert (summary.quick, summary.made, summary.files) == (False, made, files)


def test_rewording_and_removal_leave_their_marks(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    say(archive, "a", "Это сказано не мной. Свидетели молчали весь день.")
    rebuilt(archive, output)
    path = archive / "content/речи/a.md"
    for old, new in (("весь день", "всю ночь"), ("Это сказано не мной. ", ""), ("Спасибо.", "")):
        path.write_text(path.read_text().replace(old, new))
        assert rebuilt(archive, output).quick
    assert "всю ночь" in (output / "речи/a/index.html").read_text()


def test_quick_and_ordinary_builds_follow_each_other(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    for number, name in enumerate(("a", "c", "a", "d", "c")):
        say(archive, name, f"Сказано в {number} раз.")
        assert rebuilt(archive, output).quick
    write(archive, {"content/речи/e.md": statement("Новый Человек", "Клевета", "2021-06-02")})
    time.sleep(0.03)
    ordinary = rebuilt(archive, output)
    assert not ordinary.quick
    assert ordinary.kept > 5
    say(archive, "e", "И ещё.")
    assert rebuilt(archive, output).quick


def test_several_edits_at_once(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    for name in ("a", "c", "d"):
        say(archive, name, "Это сказано не мной.")
    summary = rebuilt(archive, output)
    assert (summary.quick, summary.made) == (True, 3)


def test_nothing_changed_and_files_only_touched(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    for touched in ((), ("content/речи/a.md",), ("content/about.md", "addresses/content/речи/a.md.txt")):
        for path in touched:
            os.utime(archive / path)
        time.sleep(0.03)
        summary = rebuilt(archive, output)
        assert (summary.quick, summary.made, summary.files, summary.records) == (True, 0, 0, 0)
    memory = {path: path.read_bytes() for path in tmp_path.glob(".public.allocution/*-*")}
    assert rebuilt(archive, output).quick
    assert {path: path.read_bytes() for path in tmp_path.glob(".public.allocution/*-*")} == memory


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(archive: Path) -> None:
        text = (archive / path).read_text()
        assert old in text
        (archive / path).write_text(text.replace(old, new, 1))

    return change


ORDINARY: dict[str, Callable[[Path], object]] = {
    "another title": replace("content/речи/a.md", "Иван Первый", "Иван Последний"),
    "another charge": replace("content/речи/a.md", "Клевета", "Иное"),
    "another excerpt": replace("content/речи/a.md", "Я не признаю", "Я признаю"),
    "another language": replace("content/речи/c.md", "jurisdiction: kz", "language: kk"),
    "a draft now": replace("content/речи/a.md", "---\ntitle", "---\ndraft: true\ntitle"),
    "published now": replace("content/речи/secret.md", "draft: true\n", ""),
    "withdrawn": replace("content/речи/a.md", "---\ntitle", "---\nwithdrawn: true\ntitle"),
    "broken": replace("content/речи/a.md", "---\ntitle", "---\ntitle: [\ntitle"),
    "an edited draft": replace("content/речи/secret.md", "Спасибо", "Благодарю"),
    "a link by file name": replace("content/речи/a.md", "Спасибо", '[там]({{< relref "c.md" >}})'),
    "an edited page": replace("content/about.md", "Кто мы", "Кто вы"),
    "an edited section": replace("content/речи/_index.md", "Все", "Не все"),
    "an edited configuration": replace("hugo.toml", "Архив", "Собрание"),
    "an edited file": replace("static/robot.txt", "beep", "boop"),
    "an edited address record": replace("addresses/content/речи/a.md.txt", "\n", "\nnot a line\n"),
    "damaged page addresses": replace("addresses/pages.txt", "\n", "\nnot a line\n"),
    "a new file": lambda root: write(root, {"content/речи/e.md": statement("Новый", "Иное", "2021-06-02")}),
    "a new hidden file": lambda root: write(root, {"content/речи/e.org": "* Что-то"}),
    "a new resource": lambda root: write(root, {"content/речи/x.svg": "<svg/>"}),
    "a new static file": lambda root: write(root, {"static/y.txt": "y"}),
    "a new configuration": lambda root: write(root, {"config.toml": "title = 'x'"}),
    "a deleted file": lambda root: (root / "content/речи/a.md").unlink(),
    "a deleted draft": lambda root: (root / "content/речи/secret.md").unlink(),
    "a deleted record": lambda root: (root / "addresses/content/речи/a.md.txt").unlink(),
    "a renamed file": lambda root: (root / "content/речи/a.md").rename(root / "content/речи/имя.md"),
}


@pytest.mark.parametrize("name", ORDINARY)
def test_anything_else_takes_a_look_at_the_whole(name: str, archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    rebuilt(archive, output)
    ORDINARY[name](archive)
    say(archive, "d", "Это сказано не мной.")
    assert not rebuilt(archive, output).quick
    say(archive, "d", "И это тоже.")
    rebuilt(archive, output)


def test_a_page_whose_time_comes_is_published(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    due = (NOW + timedelta(hours=2)).isoformat()
    write(archive, {"content/речи/e.md": statement("Будущий", "Иное", "2021-06-02", f"publishDate: {due}\n")})
    time.sleep(0.03)

    def at(hours: float) -> BuildSummary:
        return build(archive, output, BuildOptions(NOW + timedelta(hours=hours)))

    at(0)
    time.sleep(0.03)
    assert at(1).quick
    assert not at(-1).quick
    assert at(0).quick
    assert not at(2).quick
    assert (output / "речи/e/index.html").exists()


def test_other_options_take_the_ordinary_way(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    assert rebuilt(archive, output).quick
    assert not rebuilt(archive, output, base_address="https://elsewhere.example/").quick
    assert rebuilt(archive, output, base_address="https://elsewhere.example/").quick
    assert not rebuilt(archive, output, from_scratch=True).quick


def test_findings_are_told_again_and_strict_builds_refused(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    write(archive, {"content/about.md": "---\ntitle: О нас\ntype: page\n---\n{{< неизвестное >}}\n"})
    write(archive, {"content/речи/z.md": statement("Зоя", "Иное", "2021-06-02", "url: /речи/a/\n")})
    say(archive, "c", "{{< другое >}}")
    told = rebuilt(archive, output).findings
    assert any(found.severity is Severity.ERROR for found in told)
    say(archive, "c", "{{< третье >}}")
    again = rebuilt(archive, output)
    assert again.quick
    assert len(again.findings) == len(told) + 1
    with pytest.raises(FindingsRefuseBuildError):
        build_site(archive, output, strict=True)


def test_many_edits_take_the_ordinary_way(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "public"
    monkeypatch.setattr(quick, "MOST_EDITS", 2)
    rebuilt(archive, output)
    for name in ("a", "b", "c"):
        say(archive, name, "Это сказано не мной.")
    assert not rebuilt(archive, output).quick


@pytest.mark.parametrize("size", [0, 10])
def test_a_damaged_bulk_is_made_anew(size: int, archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    (bulk,) = tmp_path.glob(".public.allocution/bulk-*")
    bulk.write_bytes(b"\xc0" * size)
    say(archive, "a", "Это сказано не мной.")
    summary = rebuilt(archive, output)
    assert (summary.quick, summary.kept) == (False, 0)
    say(archive, "a", "И это тоже.")
    assert rebuilt(archive, output).quick


def test_nothing_unpublished_lies_beside_the_site(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    rebuilt(archive, output)
    say(archive, "a", "Это сказано не мной.")
    assert rebuilt(archive, output).quick
    for path in tmp_path.glob(".public.allocution/**/*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"secret" not in data, path
            assert "Тайн".encode() not in data, path


@pytest.mark.parametrize("name", ["a", "c", "d"])
def test_an_edit_of_what_the_front_page_quotes(name: str, archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    for file in (archive / "content/речи").glob("[acd].md"):
        file.write_text(file.read_text("utf-8").replace(RETOLD, ""), "utf-8")
    rebuilt(archive, output)
    file = archive / f"content/речи/{name}.md"
    before = file.read_text("utf-8")
    *rest, last = before.split("перед судом")
    file.write_text("перед судом".join(rest) + "сегодня перед судом" + last, "utf-8")
    assert "перед судом" in before
    rebuilt(archive, output)


def test_records_that_a_long_build_wrote_are_not_read_again(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_folder, "_TICK", 1)  # to it every build is a long one
    build_site(archive, tmp_path / "public")
    say(archive, "a", "Это сказано не мной.")
    read: list[str] = []

    class Noting(archive_folder.ArchiveFolder):
        def read(self, path: str, most: int = archive_folder.MOST_BYTES) -> bytes | Finding:
            read.append(path)
            return super().read(path, most)

    monkeypatch.setattr(loading, "ArchiveFolder", Noting)
    assert build_site(archive, tmp_path / "public").quick
    assert {path for path in read if path.startswith("addresses/")} == {"addresses/content/речи/a.md.txt"}
