from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from allocution.check.checked import Problem
from allocution.content.editing import apply_edits
from allocution.workspace.checking import Checking
from tests.publish.archives import NOW, SAMPLE, SEED, needs_seed, write

HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: https://example.org/post\n---\n\n'


def problems(tmp_path: Path, body: str) -> tuple[Problem, ...]:
    write(tmp_path, {"statement.md": HEAD + body})
    return Checking(tmp_path, NOW).run().problems


def repaired(tmp_path: Path, body: str) -> str:
    found = problems(tmp_path, body)
    text = HEAD + body
    return apply_edits(text, [edit for problem in found for edit in problem.edits]).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Раз  два   три.\n", "Раз два три.\n"),
        ("Годы 30—е и 5–й ряд, 1-го мая.\n", "Годы 30-е и 5-й ряд, 1-го мая.\n"),
        ("Кто—то и что—нибудь, из—за угла, по—русски.\n", "Кто-то и что-нибудь, из-за угла, по-русски.\n"),
        ("Это cyд и Moсква, прaвo.\n", "Это суд и Москва, право.\n"),
        ("Сло\u200bво и\u00ad ещё.\n", "Слово и ещё.\n"),
        ("Вот " + "привет".encode().decode("cp1251") + " вам.\n", "Вот привет вам.\n"),
        ("Вот " + "привет".encode("cp1251").decode("cp1252") + " вам.\n", "Вот привет вам.\n"),
        ("Вот " + "привет".encode().decode("latin-1") + " вам.\n", "Вот привет вам.\n"),
    ],
)
def test_what_is_safe_to_repair(tmp_path: Path, body: str, after: str) -> None:
    assert repaired(tmp_path, body) == after
    assert problems(tmp_path, after) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Это IT-отдел, SMSка и 3D—печать — всё, что у меня есть.\n",
        "Москва — Алма-Ата, 1937–1938, стр. 5—7.\n",
        "Я — не враг – и всё. «Нет», — сказал он.\n",
        "Строка с переносом  \nв стихах и с\u00a0неразрывным пробелом.\n",
        "| а  | б |\n| --- | --- |\n| 1  | 2 |\n",
        "Ехать в Șișli, café, naïve, Übermensch; ÄÖÜ.\n",
        "Қазақстан, білім; Україна, її; Ўсе людзі.\n",
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, body: str) -> None:
    assert [problem.finding.code for problem in problems(tmp_path, body)] == []


def test_places_count_from_the_file_begin(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "Раз.\n\nДва  три.\n")
    assert (problem.finding.place.line, problem.finding.place.column) == (10, 4)


@pytest.mark.parametrize(
    ("front_matter", "places"),
    [
        ('---\ntitle: "Анна Ким"\nTitle: "Инна Ким"\n---\n', [("title", 3, 1)]),
        ('+++\ntitle = "Анна Ким"\n[[sources]]\ntitle = "x"\nTITLE = "y"\n+++\n', [("title", 5, 1)]),
        (
            '{"title": "Анна Ким", "a": [{"b": 1, "b": 2}], "title": "Инна"}\n',
            [("b", 1, 39), ("title", 1, 49)],
        ),
        ('{"title": "Анна Ким", "\\u0074itle": "Инна"}\n', [("title", 1, 3)]),
        ('---\ntitle: "Анна Ким"\nsources:\n  - title: "title: title"\n---\n', []),
    ],
)
def test_a_key_is_not_read_twice_silently(
    tmp_path: Path, front_matter: str, places: list[tuple[str, int, int]]
) -> None:
    write(tmp_path, {"statement.md": front_matter + "\nЯ сказал всё.\n"})
    found = [each for each in Checking(tmp_path, NOW).run().findings if each.code == "key-repeated"]
    told = [(dict(each.parameters)["key"], each.place.line, each.place.column) for each in found]
    assert told == places


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ('speakers: ["Анна\\u200b Ким"]\n', [("invisible-character", "U+200B ZERO WIDTH SPACE")]),
        ('judge: {name: "Aлия Ким"}\n', [("mixed-alphabets", "Aлия")]),
        ('charges: ["Cлово"]\n', [("mixed-alphabets", "Cлово")]),
        ('place: "IT-парк, 3D-зал, Qala"\ncorrections: [{written: "сло\\x0bво", meant: "слово"}]\n', []),
        ('sources: [{address: "https://example.org/\\u200bx"}]\n', []),
    ],
)
def test_a_name_that_only_looks_right_is_found(
    tmp_path: Path, fields: str, told: list[tuple[str, str]]
) -> None:
    write(tmp_path, {"statement.md": HEAD.replace("language: ru\n", f"language: ru\n{fields}") + "Слово.\n"})
    found = Checking(tmp_path, NOW).run().findings
    assert [(each.code, each.parameters[-1][1]) for each in found] == told


def test_an_impossible_date_is_told_once_and_at_its_line(tmp_path: Path) -> None:
    fields = "date: 2020-02-31\nlastmod: soon\n"
    write(tmp_path, {"statement.md": HEAD.replace("date: 2020-06-22\n", fields) + "Слово.\n"})
    found = Checking(tmp_path, NOW).run().findings
    assert [(each.code, each.place.line) for each in found] == [("date-impossible", 3), ("hugo-bad-date", 4)]


def test_links_of_an_archive_are_known(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "hugo.toml": 'baseURL = "https://x.org/"\n',
            "content/statements/one.md": HEAD
            + "[a](/about/) [b](two.md) [c](../about.md) [d](/statements/two/#s1) [e](#s2) [f](https://y.org) "
            + '[g](/picture.png) [h](/speakers/) {{< ref "two.md" >}}\n',
            "content/statements/two.md": HEAD.replace("Анна", "Инна") + "Другое.\n",
            "content/about.md": "---\ntitle: About\n---\nWords.\n",
            "static/picture.png": "x",
        },
    )
    assert [each.code for each in Checking(tmp_path, NOW).run().findings if each.code == "link-broken"] == []


def test_withdrawn_statements_are_not_looked_into(tmp_path: Path) -> None:
    write(tmp_path, {"gone.md": "---\ntitle: x\nwithdrawn: true\n---\nКто—то  там.\n"})
    assert Checking(tmp_path, NOW).run().findings == ()


def test_the_sample_has_nothing_to_find() -> None:
    assert [(each.place, each.code) for each in Checking(SAMPLE, NOW).run().findings] == []


def test_findings_are_the_same_with_several_processes(tmp_path: Path) -> None:
    files = {f"s{number}.md": HEAD + f"Речь  номер {number}, кто—то.\n" for number in range(200)}
    write(tmp_path, files)
    checking = Checking(tmp_path, NOW)
    assert checking.run(1).findings == checking.run(2).findings


@needs_seed
def test_the_seed_has_what_is_really_there_and_nothing_else(tmp_path: Path) -> None:
    shutil.copy(SEED / "alnur-ilyashev.md", tmp_path)
    findings = Checking(tmp_path, NOW).run().findings
    assert [(each.code, each.place.line, each.place.column) for each in findings] == [
        ("charge-ambiguous", 2, 1),
        ("source-too-small", 4, 1),
        ("dash-for-hyphen", 10, 4041),
        ("double-space", 10, 4633),
        ("double-space", 10, 6267),
        ("double-space", 10, 7131),
    ]
    assert dict(findings[1].parameters) == {"most": "4096", "posts": "1", "units": "9306"}
