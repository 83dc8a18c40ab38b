from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result

from allocution.check.codes import CODE_BY_NAME
from allocution.cli import main
from tests.check.test_fixtures import FIXTURES, KEPT
from tests.publish.archives import SAMPLE, write

HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: https://example.org/post\n---\n\n'


def check(archive: Path, *options: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, ["check", str(archive), "--language", "en", *options], input=answer)


def test_a_clean_archive_is_0() -> None:
    result = check(SAMPLE)
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("files: no errors, 0 warnings, 0 notes.\n")


def test_an_error_is_1_and_told_with_place_and_remedy() -> None:
    result = check(FIXTURES / "date-impossible")
    assert result.exit_code == 1
    assert "statement.md:7:1: error [date-impossible] " in result.stdout
    assert "Write as much as is known" in result.stdout


def test_warnings_are_0_unless_asked_for() -> None:
    assert check(FIXTURES / "mixed-alphabets").exit_code == 0
    assert check(FIXTURES / "mixed-alphabets", "--fail-on", "warning").exit_code == 1
    assert check(FIXTURES / "double-space", "--fail-on", "warning").exit_code == 0


def test_what_can_not_run_is_2(tmp_path: Path) -> None:
    assert check(tmp_path / "nowhere").exit_code == 2
    broken = check(FIXTURES / "configuration-front-matter-broken")
    assert broken.exit_code == 2
    assert "configuration-front-matter-broken" in broken.stderr


def test_what_files_hold_does_not_act_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": HEAD.replace("2020-06-22", '"\\e[31m2020\\u202e"') + "Слово.\n"})
    found = CliRunner().invoke(main, ["check", str(tmp_path), "--language", "en"], color=True)
    assert "“<U+001B>[31m2020<U+202E>”" in found.stdout
    assert "\x1b[31m" not in found.stdout
    assert "\u202e" not in found.stdout


def test_quiet_says_errors_only() -> None:
    assert check(FIXTURES / "mixed-alphabets", "--quiet").stdout == ""
    assert "date-impossible" in check(FIXTURES / "date-impossible", "--quiet").stdout


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_speaks_the_editors_language(language: str) -> None:
    english = check(FIXTURES / "double-space").stdout
    other = CliRunner().invoke(main, ["check", str(FIXTURES / "double-space"), "--language", language]).stdout
    assert "[double-space]" in other
    assert not set(other.splitlines()) & set(english.splitlines())


def test_json_has_all_of_each_finding() -> None:
    found = json.loads(check(FIXTURES / "link-broken", "--format", "json").stdout)
    (finding,) = found["findings"]
    assert (finding["code"], finding["severity"], finding["file"]) == (
        "link-broken",
        "warning",
        "statement.md",
    )
    assert finding["parameters"] == {"address": "another.md"}
    assert (finding["line"], finding["column"]) == (9, 26)


# The schema as published has one pattern whose last bracket isn't escaped.
SARIF = jsonschema_rs.Draft4Validator(
    json.loads(
        (Path(__file__).parents[1] / "check/schemas/sarif-2.1.0-rtm.5.json")
        .read_text(encoding="utf-8")
        .replace("{2}]?$", "{2}\\\\]?$")
    ),
    validate_formats=True,
)


def valid_sarif(log: dict[str, Any]) -> None:
    """What the schema of SARIF 2.1.0 requires of a log, and what forges rely on."""
    SARIF.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Allocution"
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(rules) == len(set(rules))
    for rule in driver["rules"]:
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert " " not in physical["artifactLocation"]["uri"]
        if "region" in physical:
            assert physical["region"]["startLine"] >= 1
            assert physical["region"]["startColumn"] >= 1


@pytest.mark.parametrize("code", [code for code in KEPT if not code.startswith("configuration-")])
def test_sarif_of_every_code_is_valid(code: str) -> None:
    log = json.loads(check(FIXTURES / code, "--format", "sarif").stdout)
    valid_sarif(log)
    assert {result["ruleId"] for result in log["runs"][0]["results"]} == {code}
    assert log["runs"][0]["results"][0]["level"] in {str(each) for each in CODE_BY_NAME[code].severities}


def test_the_schema_refuses_what_is_no_sarif() -> None:
    log = json.loads(check(FIXTURES / "link-broken", "--format", "sarif").stdout)
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema_rs.ValidationError, match="startLine"):
        valid_sarif(log)


@pytest.mark.parametrize("language", ["ru", "kk", "en", "uk"])
def test_sarif_without_findings_is_valid_in_every_language(language: str) -> None:
    result = CliRunner().invoke(main, ["check", str(SAMPLE), "--language", language, "--format", "sarif"])
    valid_sarif(json.loads(result.stdout))


# --- --fix ---

BODY = "Раз  два, кто—то, cyд и при\u200bзнак.\n"
MENDED = "Раз два, кто-то, суд и признак.\n"


def test_nothing_is_changed_without_a_yes(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + BODY})
    result = check(tmp_path, "--fix", answer="n\n")
    assert "-Раз  два" in result.stderr
    assert "+Раз два" in result.stderr
    assert (tmp_path / "statement.md").read_text(encoding="utf-8") == HEAD + BODY


@pytest.mark.parametrize(
    ("language", "answer"), [("en", "y"), ("en", "Yes"), ("ru", "д"), ("kk", "иә"), ("uk", "Так")]
)
def test_a_yes_is_understood_in_the_language_of_the_question(
    tmp_path: Path, language: str, answer: str
) -> None:
    write(tmp_path, {"statement.md": HEAD + BODY})
    check(tmp_path, "--fix", "--language", language, answer=f"{answer}\n")
    assert (tmp_path / "statement.md").read_text(encoding="utf-8") == HEAD + MENDED


def test_a_question_that_nobody_answers_repairs_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + BODY})
    assert check(tmp_path, "--fix", answer="").exit_code == 2
    assert (tmp_path / "statement.md").read_text(encoding="utf-8") == HEAD + BODY


def test_what_is_safe_is_repaired_and_the_rest_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + BODY, "other.md": HEAD.replace("Анна", "Инна") + "[x](y.md)\n"})
    result = check(tmp_path, "--fix", "--yes")
    assert (tmp_path / "statement.md").read_text(encoding="utf-8") == HEAD + MENDED
    assert "[link-broken]" in result.stdout
    assert "double-space" not in result.stdout
    assert "1 file changed." in result.stderr


def test_line_ends_and_front_matter_stay_to_the_byte(tmp_path: Path) -> None:
    data = ("\ufeff" + HEAD + BODY).replace("\n", "\r\n").encode()
    (tmp_path / "statement.md").write_bytes(data)
    check(tmp_path, "--fix", "--yes")
    expected = ("\ufeff" + HEAD + MENDED).replace("\n", "\r\n").encode()
    assert (tmp_path / "statement.md").read_bytes() == expected


def test_nothing_to_fix_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + "Слово.\n"})
    assert "nothing that is safe to repair" in check(tmp_path, "--fix").stderr
