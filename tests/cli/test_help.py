"""What --help says: of each command and option, in each language, and nothing that isn't said anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from allocution.cli.help import SpokenCommand, SpokenGroup
from allocution.cli.main import main
from allocution.messages import LANGUAGES, Catalogue
from tests.check.catalogues import messages

HEADINGS = {"usage", "options", "commands", "examples", "default", "required"}
WIDTH = 80


def contexts(command: click.Command = main, parent: click.Context | None = None) -> Iterator[click.Context]:
    """Every command, as it is called."""
    name = command.name if parent is not None else "allocution"
    context = click.Context(
        command, parent, info_name=name, terminal_width=WIDTH, help_option_names=["-h", "--help"]
    )
    yield context
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            assert inner is not None
            yield from contexts(inner, context)


COMMANDS = [*contexts()]
PATHS = [each.command_path for each in COMMANDS]


def options(context: click.Context) -> list[click.Option]:
    return [each for each in context.command.get_params(context) if isinstance(each, click.Option)]


def asked_for(context: click.Context) -> set[str]:
    """The messages that a command asks for."""
    names = {str(context.command.help), *(str(each.help) for each in options(context))}
    if context.parent is not None:
        names.add(f"{context.command.help}-short")
    usage = [
        *context.command.collect_usage_pieces(context),
        *((each.get_help_record(context) or ("", ""))[0] for each in options(context)),
    ]
    words = re.findall(r"\b[A-Z]{2,}(?: RANGE)?\b", " ".join(usage))
    return names | {f"value-{word.lower().replace(' ', '-')}" for word in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_and_option_has_help_and_nothing_else_is_there(language: str) -> None:
    used = set.union(*(asked_for(each) for each in COMMANDS)) | HEADINGS
    assert set(messages("help", language)) == used


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_no_help_was_left_in_english(language: str) -> None:
    says, english = Catalogue("help", language), Catalogue("help", "en")
    names = set(messages("help", language)) - {"default"}
    assert {name for name in names if says(name) == english(name)} == set()


def test_a_command_is_called_as_its_help_is() -> None:
    for context in COMMANDS[1:]:
        assert isinstance(context.command, SpokenCommand)
        assert context.command.help == "-".join(context.command_path.split()[1:])


def test_each_command_takes_a_language() -> None:
    assert [path for each, path in zip(COMMANDS, PATHS, strict=True) if "language" not in {
        option.name for option in options(each)
    }] == []  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_legible_in_a_terminal(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", language)
    for context in COMMANDS:
        text = context.get_help()
        context.meta.clear()
        wide = [line for line in text.splitlines() if len(line) > WIDTH]
        assert wide == [], context.command_path
        assert text.startswith(Catalogue("help", language)("usage"))
        if isinstance(context.command, SpokenGroup):
            assert f"\n{Catalogue('help', language)('commands')}:\n" in text


@pytest.mark.parametrize(
    ("locale", "arguments", "begins"),
    [
        ("ru_RU.UTF-8", ["build", "--help"], "Использование: allocution build [ПАРАМЕТРЫ] [АРХИВ]"),
        ("kk_KZ.UTF-8", ["--help"], "Қолданылуы: allocution [ПАРАМЕТРЛЕР] ПӘРМЕН [АРГУМЕНТТЕР]..."),
        ("uk_UA.UTF-8", ["key", "new", "-h"], "Використання: allocution key new [ПАРАМЕТРИ] ФАЙЛ"),
        ("C", ["search", "-h"], "Usage: allocution search [OPTIONS] ARCHIVE QUERY..."),
        ("ru_RU.UTF-8", ["build", "--help", "--language", "uk"], "Використання: allocution build"),
        ("ru_RU.UTF-8", ["build", "--language=en", "--help"], "Usage: allocution build"),
        ("ru_RU.UTF-8", ["--help", "--language", "kk"], "Қолданылуы: allocution ["),
        ("C", ["--language", "ru", "import", "csv", "-h"], "Использование: allocution import csv"),
        ("C", ["key", "--language", "ru", "show", "-h"], "Использование: allocution key show"),
        ("ru_RU.UTF-8", ["init", "--language", "kk", "-h"], "Использование: allocution init"),
        ("ru_RU.UTF-8", [], "Использование: allocution ["),
        ("de_DE.UTF-8", ["--help"], "Usage: allocution ["),
    ],
)
def test_in_the_language_asked_for_or_else_the_system_s(
    locale: str, arguments: list[str], begins: str
) -> None:
    said = CliRunner().invoke(main, arguments, env={"LC_ALL": locale}, prog_name="allocution").output
    assert said.startswith(begins), said.splitlines()[0]


def test_a_language_of_its_own_goes_before_the_system_s() -> None:
    environment = {"ALLOCUTION_LANGUAGE": "uk", "LC_ALL": "ru_RU.UTF-8"}
    assert CliRunner().invoke(main, ["--help"], env=environment).output.startswith("Використання:")


def test_shells_are_told_what_options_and_commands_are_for() -> None:
    environment = {"_ALLOCUTION_COMPLETE": "zsh_complete", "COMP_CWORD": "2", "LC_ALL": "ru_RU.UTF-8"}
    words = environment | {"COMP_WORDS": "allocution build --str"}
    said = CliRunner().invoke(main, [], env=words, prog_name="allocution").output
    assert said.split("\n")[1:3] == ["--strict", Catalogue("help", "ru")("build-strict")]
    words = environment | {"COMP_WORDS": "allocution key sh"}
    said = CliRunner().invoke(main, [], env=words, prog_name="allocution").output
    assert said.split("\n")[1:3] == ["show", "вывести открытый ключ"]
