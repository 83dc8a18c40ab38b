from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.content.front_matter import read_front_matter
from tests.publish.archives import SEED, needs_seed

TEXT = """\
---
title: "Анна Ким (клевета)"  # as posted
date: 2020-06-22T13:01:00+06:00
---

Мы знаем это из гортького опыта, и КУИС знает.

Сопротивление нурботовцев нам поможет, как и *чопротивление* прочих.
"""


def proofread(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["proofread", *arguments, "--language", "en"])


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    file = tmp_path / "content/kim.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_errors_are_listed_with_place_and_suggestion(file: Path) -> None:
    result = proofread(str(file))
    assert result.exit_code == 0, result.output
    assert "1  content/kim.md:6:17: " in result.stdout
    assert "горького" in result.stdout
    assert "content/kim.md:8:47: " in result.stdout
    assert "isn’t found" in result.stdout
    assert file.read_text(encoding="utf-8") == TEXT


def test_what_is_accepted_goes_on_record_and_the_words_stay(file: Path) -> None:
    assert proofread(str(file), "--accept", "1", "--accept", "3=сопротивление").exit_code == 0
    changed = file.read_bytes()
    front_matter = read_front_matter(changed)
    assert front_matter.values["corrections"] == [
        {"written": "гортького", "meant": "горького"},
        {"written": "чопротивление", "meant": "сопротивление"},
    ]
    assert front_matter.body == read_front_matter(TEXT.encode()).body
    assert b'(\xd0\xba\xd0\xbb\xd0\xb5\xd0\xb2\xd0\xb5\xd1\x82\xd0\xb0)"  # as posted\n' in changed
    again = json.loads(proofread(str(file), "--json").stdout)
    assert [error["written"] for error in again[0]["errors"]] == ["нурботовцев"]


def test_the_archive_learns_words(file: Path) -> None:
    assert proofread(str(file), "--know", "нурботовцев").exit_code == 0
    lexicon = file.parents[1] / "lexicon.txt"
    assert lexicon.read_text(encoding="utf-8") == "нурботовцев\n"
    found = json.loads(proofread(str(file), "--json").stdout)
    assert [error["written"] for error in found[0]["errors"]] == ["гортького", "чопротивление"]


@pytest.mark.parametrize("choice", ["0", "9", "x", "2"])
def test_a_choice_that_makes_no_sense_changes_nothing(file: Path, choice: str) -> None:
    result = proofread(str(file), "--accept", "1", "--accept", choice)
    assert result.exit_code == 2
    assert file.read_text(encoding="utf-8") == TEXT


def test_where_nothing_is_left_no_range_of_numbers_is_given(file: Path) -> None:
    file.write_text(TEXT.partition("\n\n")[0] + "\n\nСуд.\n", encoding="utf-8")
    result = proofread(str(file), "--accept", "1")
    assert result.exit_code == 2
    assert "no number to accept" in result.stderr


def test_a_file_outside_of_the_archive_is_refused(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    result = proofread(str(file), "--archive", str(other))
    assert result.exit_code == 2
    assert "isn’t in the archive" in result.stderr


def test_an_ordinary_page_is_no_transcript(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text("---\ntitle: About\n---\nWords.\n")
    assert proofread(str(page)).exit_code == 2


@needs_seed
def test_the_seed_has_four_and_no_false_alarm(tmp_path: Path) -> None:
    shutil.copy(SEED / "alnur-ilyashev.md", tmp_path)
    (found,) = json.loads(proofread(str(tmp_path / "alnur-ilyashev.md"), "--json").stdout)
    assert [error["written"] for error in found["errors"]] == [
        "гообвинением",
        "фабриик",
        "гортким",
        "чопротивлением",
    ]
    assert [error["suggestions"][:1] for error in found["errors"]] == [
        [],
        ["фабрики"],
        ["горьким"],
        ["сопротивлением"],
    ]
    assert found["unread_languages"] == ["kk"]
