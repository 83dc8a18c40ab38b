"""What is wrong with a command line is said in the person's language, whatever it is."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from allocution.cli.main import main
from allocution.cli.usage_errors import _FORMS, said
from allocution.messages import LANGUAGES, Catalogue
from tests.test_errors import messages

LOCALES = {"ru": "ru_RU.UTF-8", "kk": "kk_KZ.UTF-8", "en": "C.UTF-8", "uk": "uk_UA.UTF-8"}
ERRORS = {"kk": "Қате: ", "uk": "Помилка: "}
WRONG = {
    "nonsense": "Нет команды 'nonsense'.",
    "--bogus": "Нет параметра '--bogus'.",
    "import csvv": "Нет команды 'csvv'. Может быть, 'csv'?",
    "check --formt text": "Нет параметра '--formt'. Может быть, '--format'?",
    "check --format": "После параметра '--format' нужно значение.",
    "check --fix=yes": "У параметра '--fix' не бывает значения.",
    "check --format xml": (
        "Недопустимое значение '--format': 'xml' – не из числа возможных: 'text', 'json', 'sarif'."
    ),
    "check . a b": "Лишние аргументы: a b",
    "build . --jobs many": "Недопустимое значение '-j' / '--jobs': 'many' – не целое число.",
    "build . --jobs 0": "Недопустимое значение '-j' / '--jobs': 0 не подходит, возможно только 1–64.",
    "search": "Не хватает аргумента 'АРХИВ'.",
}


def last_lines(command: str, language: str, *more: str) -> list[str]:
    arguments, environment = [*command.split(), *more], {"LC_ALL": LOCALES[language]}
    ran = CliRunner().invoke(main, arguments, env=environment, prog_name="allocution")
    assert ran.exit_code == 2
    return ran.stderr.splitlines()


@pytest.mark.parametrize(("command", "expected"), WRONG.items())
def test_it_is_said_in_russian(command: str, expected: str) -> None:
    assert last_lines(command, "ru")[-1] == f"Ошибка: {expected}"


@pytest.mark.parametrize("language", ERRORS)
@pytest.mark.parametrize("command", WRONG)
def test_nothing_english_is_said_in_other_languages(command: str, language: str) -> None:
    *_, problem = last_lines(command, language)
    own = re.sub(r"'.*?'|[a-z]\b|\d+", "", problem.removeprefix(ERRORS[language]))
    assert problem.startswith(ERRORS[language])
    assert not re.search("[A-Za-z]{2}", own), problem


def test_how_the_command_is_used_is_said_too() -> None:
    assert last_lines("check --bogus", "ru")[:3] == [
        "Использование: allocution check [ПАРАМЕТРЫ] [АРХИВ]",
        "Справка: allocution check --help",
        "",
    ]
    assert last_lines("check --bogus", "en")[:3] == [
        "Usage: allocution check [OPTIONS] [ARCHIVE]",
        "Try 'allocution check --help' for help.",
        "",
    ]


@pytest.mark.parametrize("asked", [("--language", "kk"), ("--language=kk",)])
def test_the_language_is_the_one_asked_for_on_the_same_line(asked: tuple[str, ...]) -> None:
    assert last_lines("check --wrongly", "ru", *asked)[-1] == "Қате: '--wrongly' деген параметр жоқ."
    # Of what is made here it is the language, not of what is said.
    assert last_lines("new --wrongly", "ru", *asked)[-1] == "Ошибка: Нет параметра '--wrongly'."


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_is_worded_with_what_is_in_it(language: str) -> None:
    worded = {name: given for name, given in messages(language, "usage").items() if name != "try"}
    assert worded == {name: set(form.groupindex) for name, form in _FORMS.items()}


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Missing command.", "Не названа команда."),
        ("No such option '-x'. (Did you mean one of: '-y', '-z'?)", "Нет параметра '-x'. Может быть, '-y', '-z'?"),
        ("Missing option '-k' / '--key'.", "Не хватает параметра '-k' / '--key'."),
        ("Missing argument 'A'. Choose from:\n\ta,\n\tb", "Не хватает аргумента 'A'. Возможные значения: a, b"),
        ("'x' is not 'y'.", "'x' – не из числа возможных: 'y'."),
        ("'x' is not a valid float range.", "'x' – не число."),
        ("Invalid value for '-o': Directory 'a' is a file.", "Недопустимое значение '-o': 'a' – файл, а не папка."),
        ("File 'a' is a directory.", "'a' – папка, а не файл."),
        ("File 'a' does not exist.", "'a': такого файла или папки нет."),
        ("'a': No such file or directory", "'a': такого файла или папки нет."),
        ("File 'a' is not readable.", "'a' не разрешено читать."),
        ("Directory 'a' is not writable.", "В 'a' не разрешено писать."),
        ("Something else is wrong.", "Something else is wrong."),
    ],
)  # fmt: skip
def test_what_commands_have_no_use_for_today_is_worded_as_well(english: str, russian: str) -> None:
    assert said(english, Catalogue("usage", "ru")) == russian
