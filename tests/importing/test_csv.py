from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.content.front_matter import read_front_matter
from allocution.workspace.checking import Checking
from tests.publish.archives import NOW, PROJECT, build_site

TEXAS = PROJECT.parent / "shared" / "data" / "texas" / "last-statements.csv"
needs_texas = pytest.mark.skipif(not TEXAS.is_file(), reason="no statements from Texas beside the repository")

TABLE = (
    '"No","Statement","Last Name","First Name","Number","Date","County"\n'
    '1,"I\x92m ready.\xa0 Tell *her* I love her.","Doe","John","100",2001-02-03,"Harris"\n'
    '2,"NULL","Roe","Jane","101",2001-02-04,"Bexar"\n'
    '3,"No","Poe","Ann","102",2001-02-05,"Bexar"\n'
    '4,"Peace.","Doe","John","103",2001-02-06,"Bexar"\n'
    '5,"(Written statement) \n   # First of all\n1. thanks. Spoken: Goodbye.","Coe","Bob","104",2001-02-07,"Harris"\n'
    '6,"This offender declined to make a last statement.  ","Foe","Al","105",2001-02-08,"Harris"\n'
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", "csv", *arguments])


def imported(tmp_path: Path, table: str, *options: str) -> Path:
    file = tmp_path / "words.csv"
    file.write_text(table, encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(run(str(file), "--guess").stdout, encoding="utf-8")
    archive = tmp_path / "archive"
    result = run(str(file), "--mapping", str(mapping), "--into", str(archive), "--language", "en", *options)
    assert result.exit_code == 0, result.output
    return archive


def values(archive: Path, name: str) -> dict[str, object]:
    return read_front_matter((archive / "statements" / name).read_bytes()).values


def body(archive: Path, name: str) -> str:
    return read_front_matter((archive / "statements" / name).read_bytes()).body.strip()


def test_every_row_becomes_a_file_of_its_own(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    names = sorted(path.name for path in (archive / "statements").iterdir())
    assert names == [
        "al-foe-105.md", "ann-poe-102.md", "bob-coe-104.md", "jane-roe-101.md", "john-doe-100.md", "john-doe-103.md",
    ]  # fmt: skip


def test_namesakes_stay_apart_by_their_number(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    assert values(archive, "john-doe-100.md")["speakers"] == [{"name": "John Doe", "id": "100"}]
    assert values(archive, "john-doe-103.md")["speakers"] == [{"name": "John Doe", "id": "103"}]


def test_what_was_not_said_is_no_statement_that_says_no(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    assert values(archive, "jane-roe-101.md")["delivery"] == "not-recorded"
    for name, words in (
        ("ann-poe-102.md", "No"),
        ("al-foe-105.md", "This offender declined to make a last statement."),
    ):
        assert values(archive, name)["delivery"] == "refused"
        assert values(archive, name)["imported"]["words"] == words  # type: ignore[index]
        assert body(archive, name) == ""
    assert body(archive, "john-doe-103.md") == "Peace."


def test_text_is_kept_as_found_and_repairs_are_corrections(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    assert body(archive, "john-doe-100.md") == "I\x92m ready.\xa0 Tell \\*her\\* I love her."
    assert values(archive, "john-doe-100.md")["corrections"] == [
        {"written": "I\x92m ready.\xa0 Tell", "meant": "I’m ready. Tell"},
    ]


def test_the_clerks_marks_become_structure(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    assert body(archive, "bob-coe-104.md") == (
        "## Written statement\n\n\\# First of all\\\n1\\. thanks.\n\n## Spoken\n\nGoodbye."
    )
    assert values(archive, "bob-coe-104.md")["delivery"] == "spoken"


def test_columns_that_no_field_takes_are_kept(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    assert values(archive, "ann-poe-102.md")["imported"]["row"] == {"No": "3", "County": "Bexar"}  # type: ignore[index]


def test_a_second_run_changes_nothing_and_an_edited_file_is_left(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE)
    edited = archive / "statements/john-doe-103.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "Amen.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (archive / "statements").iterdir()}
    imported(tmp_path, TABLE.replace('"Peace."', '"Peace, all."'), "--report", str(tmp_path / "report.json"))
    assert {path: path.read_bytes() for path in (archive / "statements").iterdir()} == before
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    fates = {outcome["key"]: outcome["fate"] for outcome in report["outcomes"]}
    assert fates == {"100": "unchanged", "101": "unchanged", "102": "unchanged", "103": "changed", "104": "unchanged",
                     "105": "unchanged"}  # fmt: skip


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    archive = imported(tmp_path, TABLE, "--dry-run")
    assert not archive.exists()


def test_rows_that_can_not_be_read_are_told_and_the_others_come_in(tmp_path: Path) -> None:
    broken = TABLE + '7,"Words.","Moe","Joe","105",2001-02-09,"x"\n8,"Words.","","","106",2001-02-10,"x"\n'
    broken += '9,"Words.","Zoe","Kim","107",2001-13-45,"x"\n'
    mapping = tmp_path / "mapping.toml"
    (tmp_path / "good.csv").write_text(TABLE, encoding="utf-8")
    mapping.write_text(run(str(tmp_path / "good.csv"), "--guess").stdout, encoding="utf-8")
    (tmp_path / "words.csv").write_text(broken, encoding="utf-8")
    result = run(
        str(tmp_path / "words.csv"),
        "--mapping",
        str(mapping),
        "--into",
        str(tmp_path / "a"),
        "--language",
        "en",
    )
    assert result.exit_code == 0
    assert len(list((tmp_path / "a/statements").iterdir())) == 6
    assert "105: another row has the same key" in result.stderr
    assert "106: nobody is named" in result.stderr
    assert "107: the date isn’t written as the mapping says (2001-13-45)" in result.stderr


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8-sig"])
def test_other_encodings_and_delimiters(tmp_path: Path, encoding: str) -> None:
    table = "Номер;ФИО;Дата;Текст\n7;Анна Ким;05.03.2021;«Я невиновна», — сказала она.\n"
    table += "8;Пётр Ли;06.03.2021;Нет слов.\n"
    (tmp_path / "words.csv").write_bytes(table.encode(encoding))
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(run(str(tmp_path / "words.csv"), "--guess").stdout, encoding="utf-8")
    result = run(str(tmp_path / "words.csv"), "--mapping", str(mapping), "--into", str(tmp_path / "archive"))
    assert result.exit_code == 0, result.output
    found = values(tmp_path / "archive", "анна-ким-7.md")
    assert (found["title"], found["delivered"]) == ("Анна Ким", "2021-03-05")
    assert body(tmp_path / "archive", "анна-ким-7.md") == "«Я невиновна», — сказала она."


@pytest.mark.parametrize(
    "mapping",
    [
        "columns = 1",
        "[columns]\nspeaker = ['a']",
        "key = ['a']\n[columns]\nwords = ['a']\nspeaker = ['b']\nsong = ['c']",
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(tmp_path: Path, mapping: str) -> None:
    (tmp_path / "words.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "mapping.toml").write_text(mapping)
    result = run(
        str(tmp_path / "words.csv"),
        "--mapping",
        str(tmp_path / "mapping.toml"),
        "--into",
        str(tmp_path / "a"),
    )
    assert result.exit_code == 2
    assert not (tmp_path / "a").exists()


def test_killed_and_run_again_it_completes(tmp_path: Path) -> None:
    rows = "".join(f'{n},"Words {n}.","Doe","John","{n}",2001-02-03,"x"\n' for n in range(1500))
    table = TABLE.splitlines()[0] + "\n" + rows
    (tmp_path / "words.csv").write_text(table, encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(
        run(str(tmp_path / "words.csv"), "--guess").stdout.replace('"Number"', '"Number"'), encoding="utf-8"
    )
    archive = tmp_path / "archive"
    command = [
        str(Path(sys.executable).parent / "allocution"), "import", "csv", str(tmp_path / "words.csv"),
        "--mapping", str(mapping), "--into", str(archive),
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        if len(list((archive / "statements").glob("[!.]*"))) > 50:
            break
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    files = [path for path in (archive / "statements").iterdir() if not path.name.startswith(".")]
    assert 50 <= len(files) < 1500
    assert all(path.read_text(encoding="utf-8").endswith(".\n") for path in files)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert len([path for path in (archive / "statements").iterdir() if path.suffix == ".md"]) == 1500


@needs_texas
def test_texas_becomes_522_files_without_an_error_and_builds(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    mapping.write_text(run(str(TEXAS), "--guess").stdout, encoding="utf-8")
    archive, report = tmp_path / "archive", tmp_path / "report.json"
    result = run(
        str(TEXAS),
        "--mapping",
        str(mapping),
        "--into",
        str(archive),
        "--report",
        str(report),
        "--language",
        "en",
    )
    assert result.exit_code == 0, result.output
    outcomes = json.loads(report.read_text(encoding="utf-8"))["outcomes"]
    kinds = [outcome["kind"] for outcome in outcomes]
    assert len(outcomes) == 522
    assert {outcome["fate"] for outcome in outcomes} == {"written"}
    assert (kinds.count("statement"), kinds.count("refused"), kinds.count("not-recorded")) == (407, 9, 106)
    files = list((archive / "statements").iterdir())
    assert len(files) == 522
    bodies = {read_front_matter(path.read_bytes()).body.strip() for path in files}
    assert not bodies & {
        "No",
        "NULL",
        "No last statement.",
        "This offender declined to make a last statement.",
    }
    assert "Peace." in bodies
    assert len([path for path in files if path.name.startswith("jeffrey-williams-")]) == 2
    findings = Checking(archive, NOW).run(2).findings
    assert [finding for finding in findings if finding.severity == "error"] == []
    assert build_site(archive, tmp_path / "site", jobs=2).statements == 522


# --- tables as people make them ---


def report_of(tmp_path: Path, data: bytes, *changes: tuple[str, str]) -> list[dict[str, object]]:
    """What becomes of each row of a table, with the guessed mapping, changed if asked."""
    file, mapping, report = tmp_path / "words.csv", tmp_path / "mapping.toml", tmp_path / "report.json"
    file.write_bytes(data)
    guessed = run(str(file), "--guess").stdout
    for before, after in changes:
        assert before in guessed
        guessed = guessed.replace(before, after)
    mapping.write_text(guessed, encoding="utf-8")
    into = ("--into", str(tmp_path / "archive"), "--report", str(report), "--language", "en")
    result = run(str(file), "--mapping", str(mapping), *into)
    assert result.exit_code == 0, result.output
    outcomes: list[dict[str, object]] = json.loads(report.read_text(encoding="utf-8"))["outcomes"]
    return outcomes


@pytest.mark.parametrize(
    "data",
    [
        "имя;речь\r\nАнна;Слово; дело\r\n".replace("Слово; дело", '"Слово; дело"').encode("cp1251"),
        "имя\tречь\nАнна\tСлово; дело\n".encode("utf-16"),
        '\ufeffимя,речь\rАнна,"Слово; дело"\r'.encode(),
        'sep=|\nимя|речь\nАнна|"Слово; дело"\n'.encode(),
        'имя,речь\n\n"Анна","Слово; дело"\n\n'.encode(),
    ],
    ids=["windows-1251", "utf-16", "old-mac", "excel", "blank-lines"],
)
def test_tables_of_any_make_come_in(tmp_path: Path, data: bytes) -> None:
    (outcome,) = report_of(tmp_path, data)
    assert (outcome["key"], outcome["fate"]) == ("Анна", "written")
    assert body(tmp_path / "archive", "анна.md") == "Слово; дело"


def test_a_row_with_other_cells_than_columns_is_left_out_and_told(tmp_path: Path) -> None:
    rows = "name,speech\nAnna,Yes, I said, so\nBob\nCoe,Words,,\nDoe,\n"
    outcomes = report_of(tmp_path, rows.encode())
    assert [(each["key"], each["fate"], each["reason"]) for each in outcomes] == [
        ("Anna", "left-out", "cells"),
        ("Bob", "left-out", "cells"),
        ("Coe", "written", None),
        ("Doe", "written", None),
    ]
    assert outcomes[0]["details"] == [" I said  so"]


def test_columns_of_one_name_keep_what_is_in_each(tmp_path: Path) -> None:
    table = b"name,name,speech\nAnna,Kim,Words\n"
    report_of(tmp_path, table, ('speaker = ["name"]', 'speaker = ["name", "name 2"]'))
    assert values(tmp_path / "archive", "anna-kim.md")["speakers"] == ["Anna Kim"]


def test_a_long_speech_fits_into_a_cell(tmp_path: Path) -> None:
    words = "Слово. " * 40_000
    report_of(tmp_path, f"name,speech\nAnna,{words}\n".encode())
    assert body(tmp_path / "archive", "anna.md") == words.strip()


def test_a_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("name,speech\nAnna,Words\n")
    (tmp_path / "mapping.toml").write_text(
        'key = ["name"]\n[columns]\nspeaker = ["name"]\nwords = ["Speech"]\n'
    )
    mapping = ("--mapping", str(tmp_path / "mapping.toml"), "--into", str(tmp_path / "archive"))
    result = run(str(tmp_path / "words.csv"), *mapping)
    assert result.exit_code == 2
    assert "no such columns: Speech. It has: name, speech." in " ".join(result.stderr.split())
    assert not (tmp_path / "archive").exists()


def test_a_guess_says_what_it_could_not_guess(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("a,b\nAnna,Words that were said\n")
    assert "speaker = []  # Fill in" in run(str(tmp_path / "words.csv"), "--guess").stdout


@pytest.mark.parametrize(
    ("form", "written", "expected"),
    [
        ("%d.%m.%Y", "22.06.2020", ("2020-06-22", "2020-06-22")),
        ("%d.%m.%Y %H:%M", "22.06.2020 13:01", ("2020-06-22T13:01", "2020-06-22T13:01")),
        ("%Y-%m-%dT%H:%M:%S%z", "2020-06-22T13:01:00+0600", ("2020-06-22T13:01:00+06:00",) * 2),
        ("%m/%Y", "06/2020", ("2020-06", None)),
        ("%Y", "2020", ("2020", None)),
        ("%d.%m.%Y", "2020-06", ("2020-06", None)),
        ("%d.%m.%Y", "2020~", ("2020~", None)),
    ],
)
def test_a_date_is_as_exact_as_the_table_has_it(
    tmp_path: Path, form: str, written: str, expected: tuple[str, str | None]
) -> None:
    (tmp_path / "words.csv").write_text(f"name,speech,day\nAnna,Words,{written}\n")
    columns = '[columns]\nspeaker = ["name"]\nwords = ["speech"]\ndelivered = ["day"]\n'
    (tmp_path / "mapping.toml").write_text(f'key = ["name"]\ndate_format = "{form}"\n{columns}')
    mapping = ("--mapping", str(tmp_path / "mapping.toml"), "--into", str(tmp_path / "archive"))
    assert run(str(tmp_path / "words.csv"), *mapping).exit_code == 0
    values = read_front_matter((tmp_path / "archive/statements/anna.md").read_bytes()).values
    assert (values["delivered"], values.get("date")) == expected


def test_a_guess_goes_by_most_of_the_dates_and_knows_refusals_in_three_languages(tmp_path: Path) -> None:
    rows = (
        "Анна,Нет.,22.06.2020\nПётр,Слово о суде,31.02.2020\n"
        "Инна,отказалась от последнего слова,2020\nОн,Жоқ,1.2.2020\n"
    )
    (tmp_path / "words.csv").write_text(f"имя,слово,дата\n{rows}", encoding="utf-8")
    guessed = tomllib.loads(run(str(tmp_path / "words.csv"), "--guess").stdout)
    assert guessed["date_format"] == "%d.%m.%Y"
    assert set(guessed["refused"]) == {"Нет.", "Жоқ", "отказалась от последнего слова"}
