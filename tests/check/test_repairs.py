"""Repairs change only what was shown, leave nothing for a second run, and harm neither code nor corrections."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from allocution.check.checked import CheckedFile
from allocution.check.repairing import RULES, careful, repairs
from allocution.cli import main
from allocution.content.archive import Record
from allocution.content.editing import Edit, apply_edits, composed
from allocution.content.editing.yaml_values import quoted
from allocution.content.front_matter import read_front_matter
from allocution.model.statement import Correction, Statement
from allocution.workspace.checking import Checking
from tests.publish.archives import NOW, build_site, write

HEAD = '---\ntitle: "Анна Ким"\ndate: 2020-06-22\nlanguage: ru\nsourcelink: https://example.org/post\n---\n\n'
MISREAD = "привет".encode().decode("cp1251")
BROKEN = st.sampled_from(
    ["раз  два", "30—е", "кто—то", "cуд", "прaвo", "сло\u200bво", "с\u200bc", "а \u200b б", "\u00ad", MISREAD]
)
WHOLE = st.sampled_from(
    ["Слово.", "— Нет, —", "IT-отдел", "1937–1938", "`а  б`", "**жирно  всё**", "[а](б  в)", "<b  id=x>"]
) | st.sampled_from(["{{< lang kk >}}", "https://x.org/а—б  в"])
SEPARATORS = st.sampled_from([" ", "\n", "\n\n", "\n\n    ", "\n\n- ", "\n> ", "\n```\n"])
BODIES = st.lists(st.tuples(BROKEN | WHOLE, SEPARATORS), max_size=14).map(
    lambda parts: "".join(word + blank for word, blank in parts)
)


def record(*corrections: Correction) -> Record:
    statement = Statement(title="", corrections=corrections)
    return Record("x.md", b"", b"", None, statement, "ru", language_stated=True, excerpt="")


def after(body: str, *corrections: Correction) -> str:
    text = HEAD + body
    return apply_edits(text, repairs(record(*corrections), text.encode())).removeprefix(HEAD)


@given(body=BODIES)
@settings(max_examples=300)
def test_a_second_run_repairs_nothing_more(body: str) -> None:
    assert repairs(record(), (HEAD + after(body)).encode()) == ()


@given(body=BODIES)
@settings(max_examples=300)
def test_a_repair_changes_nothing_outside_of_what_is_shown(body: str) -> None:
    text = HEAD + body
    edits = repairs(record(), text.encode())
    place, rest = 0, apply_edits(text, edits)
    for start, end, replacement in edits:
        assert start >= len(HEAD)
        kept = text[place:start]
        assert rest.startswith(kept + replacement)
        rest, place = rest[len(kept) + len(replacement) :], end
    assert rest == text[place:]


@given(body=BODIES)
@settings(max_examples=200)
def test_each_edit_is_where_its_finding_is(body: str) -> None:
    data = (HEAD + body).encode()
    file = CheckedFile(record(), data, read_front_matter(data))
    lines = file.text.split("\n")
    for rule in RULES:
        for problem in careful(file, rule(file)):
            for start, end, _ in problem.edits:
                place = problem.finding.place
                assert start == sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
                assert file.text[start:end] in lines[place.line - 1]


@pytest.mark.parametrize(
    "body",
    [
        "Вот `раз  два` и ``кто—то  там``.\n",
        "```\nраз  два—то cуд\n```\n",
        "Слово:\n\n    раз  два  30—е\n",
        '[слово](https://пример.org/30—е "заголовок")\n',
        "<https://example.org/30—е>, https://example.org/30—е\n",
        '<span class="а  б">слово</span>\n',
        '<div title="30—е">\n30—е  годы\n</div>\n',
        '{{< quote cite="раз  два 30—е" >}}слово{{< /quote >}}\n',
        "1.  Первое\n\n    Второе\n",
        ">  Цитата\n",
        "[^1]:  Сноска\n\nСлово[^1]\n",
    ],
)
def test_code_addresses_and_markup_stay(body: str) -> None:
    assert after(body) == body


@pytest.mark.parametrize("written", ["cуд", "раз  два", "30—е", "сло\u200bво", "сло\u0093во"])
def test_what_a_correction_is_about_stays_and_is_no_finding(tmp_path: Path, written: str) -> None:
    body = f"Вот {written} и всё тут, как было.\n"
    correction = f'corrections:\n  - {{written: {quoted(written)}, meant: "другое"}}\n---\n\n'
    write(tmp_path, {"statement.md": HEAD.replace("---\n\n", correction) + body})
    checked = Checking(tmp_path, NOW).run()
    assert checked.findings == ()
    assert after(body, Correction(written=written, meant="другое")) == body


def test_a_correction_of_one_occurrence_keeps_its_number() -> None:
    body = "Были 30—е, потом 30-е и 30-е.\n"
    assert after(body, Correction(written="30-е", meant="40-е", occurrence=2)) == body
    assert after(body) == "Были 30-е, потом 30-е и 30-е.\n"


@given(data=st.data(), text=st.text(alphabet="абв ", max_size=12))
def test_edits_one_after_another_are_edits_at_once(data: st.DataObject, text: str) -> None:
    def some_edits(of: str) -> list[Edit]:
        places = sorted(data.draw(st.lists(st.integers(0, len(of)), max_size=6)))
        pairs = zip(places[::2], places[1::2], strict=False)
        return [
            Edit(*pair, data.draw(st.sampled_from(["", "я", "юю"]))) for pair in pairs if pair[0] < pair[1]
        ]

    first = some_edits(text)
    between = apply_edits(text, first)
    second = some_edits(between)
    assert apply_edits(text, composed(text, first, second)) == apply_edits(between, second)


def fix(folder: Path) -> str:
    result = CliRunner().invoke(main, ["check", str(folder), "--fix", "--yes", "--language", "en"])
    assert result.exit_code == 0, result.output
    return result.stderr


def test_the_shown_changes_are_those_that_are_written(tmp_path: Path) -> None:
    body = "Были  30—е, cуд и сло\u200bво; `а  б`.\n\nЕщё  раз \u200b два.\n"
    write(tmp_path, {"statement.md": HEAD + body})
    shown = fix(tmp_path)
    made = (tmp_path / "statement.md").read_text(encoding="utf-8")
    assert made == HEAD + after(body)
    lines = [re.sub(r"<U\+(\w{4})>", lambda code: chr(int(code[1], 16)), line) for line in shown.split("\n")]
    old = [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]
    new = [line[1:] for line in lines if line.startswith("+") and not line.startswith("+++")]
    assert len(old) == len(new) == 6
    assert all(line in HEAD + body for line in old)
    assert "\u200b" not in shown
    assert fix(tmp_path).startswith("There is nothing")
    assert (tmp_path / "statement.md").read_text(encoding="utf-8") == made


def test_more_than_are_told_are_repaired_at_once(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + "Раз  два.\n" * 450})
    fix(tmp_path)
    assert "  " not in (tmp_path / "statement.md").read_text(encoding="utf-8")


def test_a_file_that_was_changed_since_is_left_for_the_next_run(tmp_path: Path) -> None:
    write(tmp_path, {"statement.md": HEAD + "Раз  два.\n"})
    checking = Checking(tmp_path, NOW)
    checked = checking.run()
    (tmp_path / "statement.md").write_text(HEAD + "Совсем другое.\n", encoding="utf-8")
    assert checking.repairs(checked) == []


def test_a_file_that_withholds_something_is_not_repaired(tmp_path: Path) -> None:
    asked = 'withhold:\n  - text: "тайна"\n    reason: privacy\n---\n\n'
    write(tmp_path, {"statement.md": HEAD.replace("---\n\n", asked) + "Раз  два, тайна.\n"})
    checking = Checking(tmp_path, NOW)
    assert checking.repairs(checking.run()) == []


def sentence_addresses(folder: Path, output: Path) -> list[str]:
    build_site(folder, output)
    page = (output / "statement/index.html").read_text(encoding="utf-8")
    return re.findall(r'id="?(s-[0-9a-z]{8})\b', page)


def test_a_sentence_that_is_repaired_is_found_by_its_former_address(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    body = "Были 30—е годы, и помню их.\n\nВот раз  два, и cуд идёт.\n\nЦелое предложение.\n"
    write(archive, {"statement.md": HEAD + body})
    before = sentence_addresses(archive, tmp_path / "one")
    fix(archive)
    assert len(before) == 3
    # A sentence with other letters has another address; the page answers to the one that it had, too.
    assert set(before) <= set(sentence_addresses(archive, tmp_path / "two"))
