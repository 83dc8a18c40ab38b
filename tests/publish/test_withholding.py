"""Nothing that is withheld comes out, from wherever it may stand; a build that would give it away fails."""

from __future__ import annotations

import gzip
import sqlite3
import zipfile
import zlib
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pyarrow as arrow
import pytest
from pyarrow import parquet

from allocution.model.withholding import MARK
from allocution.publish.building import BuildOptions, LeakRefusesBuildError, build
from allocution.workspace.withholding import withhold
from tests.publish.archives import NOW, build_site, tree, write
from tests.publish.opened_files import opened
from tests.publish.secrets_archive import PLACES, secrets, statement

HEAD = '---\ntitle: "Анна Ким (клевета)"\ndate: 2020-06-22\nsourcelink: https://example.org/1\nwithhold:\n'
NAME = "  - {name: Айгуль Серикова, reason: relative}\n"


def one(body: str, entries: str = NAME) -> dict[str, str]:
    return {"content/a.md": f"{HEAD}{entries}---\n\n{body}\n"}


def page(site: Path, output: str = "a/index.html") -> str:
    return (site / output).read_text(encoding="utf-8")


# --- secrets ---


def test_what_is_found_is_what_was_planted(tmp_path: Path) -> None:
    """The look itself sees secrets: without `withhold` all of them come out that an output shows."""
    first = dict(zip(PLACES, secrets(), strict=False))
    shown = {"title", "speaker", "body", "link address", "tag", "entities", "caption"}
    for number, place in enumerate(sorted(shown)):
        text = statement(place, first[place]).replace('"withhold"', '"nothing"')
        write(tmp_path / "archive", {f"content/s{number}.md": text})
    build_site(tmp_path / "archive", tmp_path / "site")
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    everything = "\n".join(text for path in files for text in opened(path.read_bytes(), tmp_path))
    assert {place for place in shown if first[place].stem in everything} == shown


# --- what stands in its place ---


def test_a_mark_stands_there_set_apart_and_always_as_long(tmp_path: Path) -> None:
    write(tmp_path / "archive", one("Ждёт Айгуль Серикова, ждёт А. Серикова, и мы с Айгулью."))
    build_site(tmp_path / "archive", tmp_path / "site")
    shown = page(tmp_path / "site")
    assert shown.count(f'">{MARK}</span>') == 3
    assert "a name (a relative)" in shown
    assert '"kind":"gap","value":"withheld"' in page(tmp_path / "site", "a/index.json")


def test_who_is_named_openly_keeps_the_name_that_both_have(tmp_path: Path) -> None:
    text = HEAD.replace("Анна Ким", "Аскар Утепов") + "  - {name: Айгуль Утепова, reason: relative}\n"
    write(
        tmp_path / "archive", {"content/a.md": f"{text}---\n\nЯ, Аскар Утепов, муж: Айгуль Утепова ждёт.\n"}
    )
    build_site(tmp_path / "archive", tmp_path / "site")
    assert f"Я, Аскар Утепов, муж: {MARK} ждёт." in page(tmp_path / "site", "a/index.json")


def test_a_whole_statement_leaves_a_tombstone_and_no_record(tmp_path: Path) -> None:
    archive = write(
        tmp_path / "archive",
        {"content/a.md": one("Слова.")["content/a.md"].replace(f"withhold:\n{NAME}", "")},
    )
    build_site(archive, tmp_path / "site")
    write(archive, one("Слова.", "  - {statement: true, reason: court-order}\n"))
    build_site(archive, tmp_path / "site")
    assert "Reason: a court order" in page(tmp_path / "site") or "Причина: решение суда" in page(
        tmp_path / "site"
    )
    assert page(
        tmp_path / "site", "a/index.json"
    ) == '{"withdrawn":{"code":"court-order","date":"","reason":"a court order"}}' or (
        '"code":"court-order"' in page(tmp_path / "site", "a/index.json")
    )
    assert not (archive / "addresses/content/a.md.txt").exists()


def test_records_keep_no_earlier_wording_of_what_is_withheld(tmp_path: Path) -> None:
    archive = write(
        tmp_path / "archive",
        {
            "content/a.md": one("Ждёт Айгуль Серикова.\n\nВот и всё.")["content/a.md"].replace(
                f"withhold:\n{NAME}", ""
            )
        },
    )
    build_site(archive, tmp_path / "site")
    before = (archive / "addresses/content/a.md.txt").read_text().splitlines()[1].split()[0]
    write(archive, one("Ждёт Айгуль Серикова.\n\nВот и всё."))
    build_site(archive, tmp_path / "site")
    assert before not in (archive / "addresses/content/a.md.txt").read_text()
    assert all(before.encode() not in data for data in tree(tmp_path / "site").values())


@pytest.mark.parametrize(
    ("until", "withheld"),
    [
        ("2026-11-22T12:00:00Z", False),
        ("2026-11-22T12:00:01Z", True),
        ("2026-11-23", True),
        ("2026-11-22", False),
    ],
)
def test_the_build_s_own_moment_decides_how_long(tmp_path: Path, until: str, withheld: bool) -> None:
    entries = f'  - {{name: Айгуль Серикова, reason: relative, until: "{until}"}}\n'
    write(tmp_path / "archive", one("Ждёт Айгуль Серикова.", entries))
    build_site(tmp_path / "archive", tmp_path / "site")
    assert ("Серикова" not in page(tmp_path / "site")) is withheld


def test_what_is_withheld_until_a_day_comes_out_with_the_next_build(tmp_path: Path) -> None:
    entries = "  - {name: Айгуль Серикова, reason: relative, until: 2027-01-01}\n"
    write(tmp_path / "archive", one("Ждёт Айгуль Серикова.", entries))
    for moment, shown in ((NOW, False), (datetime(2027, 1, 1, tzinfo=UTC), True)):
        build(tmp_path / "archive", tmp_path / "site", BuildOptions(moment))
        assert ("Серикова" in page(tmp_path / "site")) is shown


def test_lines_keep_their_numbers(tmp_path: Path) -> None:
    write(tmp_path / "archive", one("Ждёт Айгуль\nСерикова.\n\n{{< неведомо >}}Вот."))
    found = build_site(tmp_path / "archive", tmp_path / "site").findings
    unknown = next(each for each in found if each.code == "shortcode-unknown")
    assert unknown.place.line == (HEAD + NAME).count("\n") + 1 + 1 + 3 + 1


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ('{"title": "Анна Ким", "withhold": [{"name": "Пётр Петров"}], "withhold": []}\n', "key-repeated"),
        (
            '{"title": "Анна Ким", "withhold": [{"name": "Пётр Петров", "name": "Кто Иной"}]}\n',
            "key-repeated",
        ),
        (f"{HEAD}  - {{name: Пётр Петров, Name: Кто Иной, reason: relative}}\n---\n", "withhold-malformed"),
    ],
)
def test_what_is_asked_twice_in_one_place_is_refused(file: str, code: str) -> None:
    safe = withhold("a.md", f"{file}\nПётр Петров и Кто Иной пришли вместе.\n".encode(), NOW)
    assert safe.refused
    assert code in {finding.code for finding in safe.findings}


# --- leaks ---


def leak(archive: Path, site: Path) -> set[tuple[str, str]]:
    """What a build is refused for."""
    with pytest.raises(LeakRefusesBuildError) as refused:
        build_site(archive, site)
    return {
        (dict(each.parameters)["output"], dict(each.parameters)["what"]) for each in refused.value.findings
    }


def test_a_leak_fails_the_build_and_the_old_site_stays(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", one("Ждёт Айгуль Серикова."))
    build_site(archive, tmp_path / "site")
    before = tree(tmp_path / "site")
    write(
        archive,
        {
            "content/b.md": '---\ntitle: "Ян Ли (клевета)"\ndate: 2021-01-01\n---\nЯ видел Сериковой Айгуль дом.\n'
        },
    )
    assert ("b/index.html", "name") in leak(archive, tmp_path / "site")
    assert tree(tmp_path / "site") == before
    (archive / "content/b.md").unlink()
    build_site(archive, tmp_path / "site")


def test_what_was_published_before_is_looked_through_when_more_is_withheld(tmp_path: Path) -> None:
    other = {
        "content/b.md": '---\ntitle: "Ян Ли (клевета)"\ndate: 2021-01-01\n---\nТам была Айгуль Серикова.\n'
    }
    archive = write(tmp_path / "archive", {**one("Ждёт."), **other})
    (archive / "content/a.md").write_text(HEAD.replace("withhold:\n", "") + "---\n\nЖдёт Айгуль Серикова.\n")
    build_site(archive, tmp_path / "site")
    write(archive, one("Ждёт Айгуль Серикова."))
    assert ("b/index.html", "name") in leak(archive, tmp_path / "site")


@pytest.mark.parametrize(
    "packing",
    ["plain", "gzip", "zip", "zip in zip", "sqlite", "zlib", "parquet", "name", "utf-16", "entities", "tags"],
)
def test_a_leak_is_found_however_it_is_packed(tmp_path: Path, packing: str) -> None:
    archive = write(tmp_path / "archive", one("Ждёт Айгуль Серикова."))
    folder = archive / "static"
    folder.mkdir()
    text = "письмо от Aigul Serikova, вот".encode()
    match packing:
        case "plain":
            (folder / "x.bin").write_bytes(b"\xff\xd8" + text)
        case "gzip":
            (folder / "x.gz").write_bytes(gzip.compress(b"one") + gzip.compress(text))
        case "zip":
            with zipfile.ZipFile(folder / "x.docx", "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("word/document.xml", text)
        case "zip in zip":
            with zipfile.ZipFile(folder / "x.epub", "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("inner.gz", gzip.compress(text))
        case "sqlite":
            with sqlite3.connect(folder / "x.sqlite") as connection:
                connection.execute("CREATE TABLE t (a, b)")
                connection.execute("INSERT INTO t VALUES (1, ?)", ("я " * 9000 + "Айгуль Серикова",))
        case "zlib":
            (folder / "x.bin").write_bytes(zlib.compress(text))
        case "parquet":
            parquet.write_table(
                arrow.table({"words": ["Айгуль Серикова ждёт"] * 99}),
                folder / "x.parquet",
                compression="zstd",
            )
        case "name":
            (folder / "письмо-айгуль-сериковой.txt").write_text("вот")
        case "utf-16":
            (folder / "x.txt").write_bytes("Айгуль Серикова".encode("utf-16"))
        case "entities":
            (folder / "x.html").write_text("".join(f"&#{ord(letter)};" for letter in "Айгуль Серикова"))
        case "tags":
            (folder / "x.html").write_text("<b>Айг</b>уль <i>Сер<u>икова</u></i>")
    assert {what for _, what in leak(archive, tmp_path / "site")} == {"name"}


def test_words_of_a_passage_are_looked_for_too(tmp_path: Path) -> None:
    passage = "Мой сын учится в седьмой школе на улице Абая и ходит туда пешком каждый день"
    archive = write(
        tmp_path / "archive",
        one(
            f'Вот. {{{{< withhold reason="minor" >}}}}{passage}{{{{< /withhold >}}}}.',
            "  - {text: Вот, reason: safety}\n",
        ),
    )
    build_site(archive, tmp_path / "site")
    write(archive, {"static/x.txt": f"…{passage[9:]}…"})
    assert leak(archive, tmp_path / "site") == {("x.txt", "text")}


def test_what_is_no_secret_elsewhere_is_no_leak(tmp_path: Path) -> None:
    """One word of a name, and short words, are withheld in their statement and may stand in any other."""
    entries = "  - {name: Айгуль Серикова, reason: relative}\n  - {text: Алматы, reason: safety}\n"
    archive = write(tmp_path / "archive", one("Ждёт Айгуль Серикова в Алматы.", entries))
    write(
        archive,
        {
            "content/b.md": '---\ntitle: "Айгуль Ахметова (клевета)"\n'
            "date: 2021-01-01\nplace: Алматы\n---\nЯ в Алматы.\n"
        },
    )
    assert build_site(archive, tmp_path / "site").statements == 2


def test_nothing_of_it_is_remembered_beside_the_site(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive", one("Ждёт Айгуль Серикова."))
    summary = build_site(archive, tmp_path / "site")
    again = build_site(archive, tmp_path / "site")
    assert (summary.made, again.quick) == (summary.made, False)
    names = [path for path in (tmp_path / ".site.allocution").rglob("*") if path.is_file()]
    assert names
    assert all("ерикова".encode() not in path.read_bytes() for path in names)


def test_several_hundred_secrets_are_named_apart() -> None:
    stems = [secret.stem for secret in islice(secrets(), 100)]
    assert len(set(stems)) == len(stems)
