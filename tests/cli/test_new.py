from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocution.cli import main
from allocution.content.front_matter import read_front_matter
from allocution.publish.building import BuildOptions, build

ROOT = Path(__file__).parents[2]


class Command:
    def __init__(self, archive: Path) -> None:
        self.archive = archive

    def __call__(self, *options: str) -> Result:
        return CliRunner().invoke(main, ["new", str(self.archive), *options])


@pytest.fixture(name="command")
def _command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1592809260")
    monkeypatch.setenv("LANG", "C.UTF-8")
    return Command(tmp_path / "archive")


def test_first_file_of_an_archive(command: Command, tmp_path: Path) -> None:
    result = command("--speaker", "Ann Lee", "--charge", "libel")
    file = command.archive / "statements/ann-lee.md"
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{file}\n"
    assert f"allocution serve {command.archive}" in result.stderr
    assert "draft: true" in result.stderr
    written = read_front_matter(file.read_bytes()).values["date"]
    assert datetime.fromisoformat(written) == datetime(2020, 6, 22, 7, 1, tzinfo=UTC)
    assert datetime.fromisoformat(written).utcoffset() is not None


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_made_written_and_built(form: str, command: Command, tmp_path: Path) -> None:
    result = command(
        "--speaker", 'Ann "A\\B" Lee: x', "--charge", "libel", "--charge", "art. 130", "--delivered", "1964~",
        "--source", "https://t.me/channel/1", "--language", "en", "--jurisdiction", "kz",
        "--court", "Court no. 2",
        "--date", "2020-06-22T13:01:00+06:00", "--format", form, "--no-draft", "--slug", "Ann Lee",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    file = command.archive / "statements/ann-lee.md"
    file.write_bytes(file.read_bytes() + b"These are my words.\n")
    now = datetime(2026, 11, 22, tzinfo=UTC)
    summary = build(command.archive, tmp_path / "public", BuildOptions(now))
    assert (summary.statements, summary.findings) == (1, ())
    page = (tmp_path / "public/statements/ann-lee/index.html").read_text("utf-8")
    for text in ("These are my words.", "Lee: x", "libel", "Court no. 2", "https://t.me/channel/1"):
        assert text in page


def test_draft_is_not_built(command: Command, tmp_path: Path) -> None:
    command("--speaker", "Ann Lee")
    summary = build(command.archive, tmp_path / "public", BuildOptions(datetime(2026, 11, 22, tzinfo=UTC)))
    assert (summary.statements, summary.findings) == (0, ())


def test_where_the_others_lie(command: Command) -> None:
    shutil.copytree(ROOT / "examples/archive", command.archive)
    assert command("--speaker", "Ann Lee").stdout.endswith("/content/statements/ann-lee.md\n")
    assert command("--speaker", "Ann Lee", "--language", "kk").stdout.endswith("/ann-lee.kk.md\n")
    assert command("--speaker", "Ann Lee", "--section", "letters").stdout.endswith(
        "/content/letters/ann-lee.md\n"
    )


def test_nothing_is_written_over(command: Command) -> None:
    command("--speaker", "Ann Lee")
    file = command.archive / "statements/ann-lee.md"
    file.write_text("mine")
    result = command("--speaker", "Ann Lee")
    assert result.exit_code == 2
    assert "exists already" in result.output
    assert file.read_text() == "mine"


def test_page_that_a_bundle_is_already(command: Command) -> None:
    shutil.copytree(ROOT / "examples/archive", command.archive)
    result = command("--speaker", "Socrates")
    assert result.exit_code == 2
    assert "socrates/index.md is that page already" in result.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Nobody is named"),
        (("--speaker", "Ann\nLee"), "U\\+000A"),
        (("--speaker", "???"), "--slug"),
        (("--speaker", "Ann", "--slug", "_index"), "--slug"),
        (("--speaker", "Ann", "--section", "../../x"), "isn’t a section"),
        (("--speaker", "Ann", "--section", "static"), "no pages there"),
        (("--speaker", "Ann", "--section", "addresses"), "no pages there"),
        (("--speaker", "Ann", "--date", "yesterday"), "2020-06-22T13:01"),
        (("--speaker", "Ann", "--date", "2020-02-30"), "2020-06-22T13:01"),
        (("--speaker", "Ann", "--delivered", "long ago"), "EDTF"),
        (("--speaker", "Ann", "--format", "none"), "yaml"),
    ],
)
def test_refused(options: tuple[str, ...], said: str, command: Command) -> None:
    result = command(*options)
    assert result.exit_code == 2, result.output
    assert re.search(said, result.output), result.output
    assert not list(command.archive.rglob("*.md"))


def test_link_out_of_the_archive(command: Command, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    command.archive.mkdir()
    (command.archive / "statements").symlink_to(tmp_path / "outside")
    result = command("--speaker", "Ann Lee")
    assert result.exit_code == 2
    assert list((tmp_path / "outside").iterdir()) == []


def test_help_in_the_interface_language(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    command("--speaker", "Ann Lee")
    assert "# Суд. Название суда" in (command.archive / "statements/ann-lee.md").read_text("utf-8")
