from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from allocution.content.fields import FIELDS, field
from allocution.content.front_matter import FrontMatterFormat, read_front_matter
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.survey import survey
from allocution.content.laws import ChargeMatcher
from allocution.content.new_file import (
    USUAL,
    NewStatement,
    file_name,
    new_file,
    place_of_file,
    usual_section,
)
from allocution.content.statements import is_statement, read_statement
from allocution.errors import UsageError
from allocution.model.finding import Finding
from allocution.model.statement import Statement

DATE = "2026-11-22T10:00:00+05:00"
FORMATS = [FrontMatterFormat.YAML, FrontMatterFormat.TOML, FrontMatterFormat.JSON]
FULL = NewStatement(
    date=DATE,
    speakers=("Ann Lee", "Боб Роу"),
    charges=("sedition", "ст. 274"),
    delivered="1964~",
    sources=("https://t.me/channel/1", "Хроника текущих событий, вып. 1"),
    language="en",
    jurisdiction="KZ",
    court="Court no. 2",
)
lines = st.text(
    st.one_of(
        st.sampled_from("\"'\\:#-[]{}|>&*!%@`,? ~=«»\u00a0\ufeff\u200b"),
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() != "")
tricky = st.sampled_from(
    ["no", "null", "~", "1e5", "1_000", "0x1F", "12:30:45", "2020-01-01", "- a", "a: b", "a #b", "'", '"""',
     "\\", "\\u0041", "<<", "=", "---", "+++", "true", "{{< x >}}", "\ufeffx", "\U0001f600", "a\u0301"]
)  # fmt: skip


def read(data: bytes) -> tuple[Mapping[str, Any], Statement, tuple[Finding, ...]]:
    front_matter = read_front_matter(data)
    assert is_statement(front_matter.values)
    statement, findings = read_statement("x.md", front_matter, front_matter.values, ChargeMatcher(()))
    return front_matter.values, statement, findings


@pytest.mark.parametrize("form", FORMATS)
def test_reads_back(form: FrontMatterFormat) -> None:
    values, statement, findings = read(new_file(FULL, form))
    assert findings == ()
    assert values["date"] == DATE
    assert values["draft"] is True
    assert statement.title == "Ann Lee, Боб Роу (sedition, ст. 274)"
    assert [person.name for person in statement.speakers] == ["Ann Lee", "Боб Роу"]
    assert [charge.wording for charge in statement.charges] == ["sedition", "ст. 274"]
    assert [source.address or source.title for source in statement.sources] == list(FULL.sources)
    assert (statement.jurisdiction, statement.courts) == ("kz", ("Court no. 2",))
    assert statement.dates[0].edtf == "1964~"


@pytest.mark.parametrize("form", FORMATS)
@given(name=st.one_of(lines, tricky), charge=st.one_of(lines, tricky), court=st.one_of(lines, tricky))
def test_any_line_reads_back(form: FrontMatterFormat, name: str, charge: str, court: str) -> None:
    data = new_file(NewStatement(DATE, (name,), (charge,), court=court, sources=(name,)), form, "ru")
    values, _, findings = read(data)
    assert findings == ()
    assert values["speakers"] == [name.strip()]
    assert values["charges"] == [charge.strip()]
    assert values["court"] == court.strip()
    assert values["title"] == f"{name.strip()} ({charge.strip()})"


@given(name=st.one_of(lines, tricky))
def test_other_readers_agree(name: str) -> None:
    statement = NewStatement(DATE, (name,), court=name)
    toml = new_file(statement, FrontMatterFormat.TOML).decode().split("\n+++\n")[0].removeprefix("+++\n")
    in_yaml = new_file(statement, FrontMatterFormat.YAML).decode().removeprefix("---\n").split("\n---\n")[0]
    in_json = json.loads(new_file(statement, FrontMatterFormat.JSON))
    for values in (tomllib.loads(toml), yaml.safe_load(in_yaml), in_json):
        assert (values["speakers"], values["court"]) == ([name.strip()], name.strip())


@given(st.characters(categories=["Cc", "Cs", "Zl", "Zp"]))
def test_lines_only(letter: str) -> None:
    for statement in (
        NewStatement(DATE, (f"Ann{letter}Lee",)),
        NewStatement(DATE, ("Ann",), (letter,)),
        NewStatement(DATE, title=f"Ann{letter}"),
        NewStatement(DATE, ("Ann",), sources=(f"https://example.org/{letter}",)),
    ):
        with pytest.raises(UsageError, match="field-character"):
            statement.values()


@pytest.mark.parametrize("form", FORMATS[:2])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_comments_can_be_taken_up(form: FrontMatterFormat, language: str) -> None:
    """Each usual field is there once, and with the comment signs gone the file still has no finding."""
    data = new_file(NewStatement(DATE, ("Ann Lee",)), form, language)
    text = data.decode()
    assert field("court").help_in(language) in text
    taken_up = "".join(line.removeprefix("# ") for line in text.splitlines(keepends=True))
    values, _, findings = read(taken_up.encode())
    assert findings == ()
    assert sorted(values) == sorted(USUAL)


def test_one_source_takes_the_short_form() -> None:
    link = NewStatement(DATE, ("Ann",), sources=("https://t.me/c/1",))
    assert link.values()["sourcelink"] == "https://t.me/c/1"
    assert "sources" not in new_file(link, FrontMatterFormat.YAML).decode()
    assert NewStatement(DATE, ("Ann",), sources=("A book",)).values()["sources"] == ("A book",)


@pytest.mark.parametrize("date", ["2020-06-22", "2020-06-22T13:01:00+06:00", "2020-06-22T13:01:00Z",
                                  "2020-06-22T13:01:00+00:00", "2020-06-22 13:01",
                                  "2020-06-22T13:01:00.5Z"])  # fmt: skip
@pytest.mark.parametrize("form", FORMATS)
def test_date_as_written(form: FrontMatterFormat, date: str) -> None:
    values, _, findings = read(new_file(NewStatement(date, ("Ann Lee",)), form))
    assert (values["date"], findings) == (date, ())


def test_title_alone() -> None:
    values = NewStatement(DATE, title=" Ann Lee (libel) ").values()
    assert values == {"title": "Ann Lee (libel)", "date": DATE, "draft": True}


@pytest.mark.parametrize("speakers", [(), ("",), (" ",)])
def test_nobody(speakers: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="speaker-unnamed"):
        new_file(NewStatement(DATE, speakers, ("libel",)), FrontMatterFormat.YAML)


def test_usual_fields_are_in_the_table() -> None:
    assert set(USUAL) <= {entry.name for entry in FIELDS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alnur Ilyashev", "alnur-ilyashev"),
        ("Әлнұр Ілияшев", "әлнұр-ілияшев"),
        ("А. Д. Сахаров", "а-д-сахаров"),
        ("O'Neill, J. (jr.)", "oneill-j-jr"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\x", "x"),
        ("a/b", "a-b"),
        ("#tag ~end~", "tag-end"),
        ("Index", ""),
        ("_index", ""),
        ("???", ""),
        ("и\u0306", "й"),
        (
            "word " * 40,
            "word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word"[:79],
        ),
        ("x" * 200, "x" * 80),
    ],
)
def test_file_name(text: str, expected: str) -> None:
    assert file_name(text) == expected


@given(st.text(max_size=300))
def test_file_name_stays_in_its_folder(text: str) -> None:
    name = file_name(text)
    assert not set(name) & set("/\\\0.:#%~ ")
    assert len(name.encode()) <= 245
    assert name == unicodedata.normalize("NFC", name)


def configuration(text: str = "", content: bool = True) -> SiteConfiguration:
    files = {"hugo.toml": text.encode()} if text else {}
    return read_configuration(files, has_content_folder=content)[0]


def multilingual(own: str = "") -> SiteConfiguration:
    text = f'defaultContentLanguage = "ru"\n[languages.ru]\nweight = 1\n[languages.kk]\nweight = 2\n{own}\n'
    return configuration(text)


@pytest.mark.parametrize(
    ("site", "section", "language", "expected"),
    [
        (configuration(content=False), "statements", "", "statements/x.md"),
        (configuration(content=False), "", "ru", "x.md"),
        (configuration(), "statements", "kk", "content/statements/x.md"),
        (configuration('contentDir = "texts"\n'), "a/b/", "", "texts/a/b/x.md"),
        (multilingual(), "statements", "kk", "content/statements/x.kk.md"),
        (multilingual(), "statements", "KK", "content/statements/x.kk.md"),
        (multilingual(), "statements", "ru", "content/statements/x.md"),
        (multilingual(), "statements", "uk", "content/statements/x.md"),
        (multilingual('contentDir = "content/kk"'), "statements", "kk", "content/kk/statements/x.md"),
        (multilingual('contentDir = "content/kk"'), "statements", "", "content/statements/x.md"),
    ],
)
def test_place(site: SiteConfiguration, section: str, language: str, expected: str) -> None:
    assert place_of_file(site, section, "x", language) == expected


@pytest.mark.parametrize(
    "section", ["..", "../x", "a/../../x", "/etc", "\\x", "a\\..\\..\\x", ".git", "a/.b", "a\nb"]
)
def test_section_that_leads_out(section: str) -> None:
    with pytest.raises(UsageError):
        place_of_file(configuration(), section, "x", "")


def test_usual_section() -> None:
    site = configuration()
    paths = [
        "content/about.md", "content/a/_index.md", "content/posts/one.md", "content/posts/two/index.md",
    ]  # fmt: skip
    assert usual_section(survey(site, paths).pages) == "posts"
    assert usual_section(()) == "statements"
    assert usual_section(survey(site, ["content/seed.md"]).pages) == ""
