"""Every error that the program can end with has its wording, and no wording is left of one that it can't."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

import allocution
from allocution.cli.main import main
from allocution.errors import AllocutionError, UsageError
from allocution.messages import LANGUAGES, explain

SOURCE = Path(allocution.__file__).parent
SUBJECTS = sorted(file.stem for file in (SOURCE / "messages" / "en").glob("*.ftl"))


def kinds(catalogue: str, base: type[AllocutionError] = AllocutionError) -> Iterator[type[AllocutionError]]:
    """All kinds of errors whose wording is in a catalogue."""
    for kind in base.__subclasses__():
        if kind.catalogue == catalogue:
            yield kind
        yield from kinds(catalogue, kind)


def calls(tree: ast.AST, direct: frozenset[str], known: frozenset[str]) -> Iterator[ast.Call]:
    """Where a tree gives an error its code: where it makes one, or in the constructor of its own kind."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in direct:
            yield node
        if isinstance(node, ast.ClassDef) and node.name in known:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and ast.unparse(inner.func).endswith(".__init__"):
                    yield inner


def codes(call: ast.Call) -> list[str]:
    """The codes that an error may be made with, literals all of them."""
    return [
        found.value
        for argument in call.args
        for found in ast.walk(argument)
        if isinstance(found, ast.Constant)
        and isinstance(found.value, str)
        and re.fullmatch("[a-z-]+", found.value)
    ]


def raised(catalogue: str) -> dict[str, set[str]]:
    """Every code of a catalogue's errors with the parameters that it is raised with everywhere."""
    for path in SOURCE.rglob("*.py"):
        if "cli" in path.parts:
            __import__(".".join(("allocution", *path.relative_to(SOURCE).with_suffix("").parts)))
    known = frozenset(kind.__name__ for kind in kinds(catalogue))
    direct = frozenset(
        kind.__name__ for kind in kinds(catalogue) if kind.__init__ is AllocutionError.__init__
    )
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in calls(tree, direct, known):
            given = {each.arg for each in call.keywords if each.arg}
            # Why a capture was refused is also read from the log.
            assert codes(call) or catalogue == "capturing", (
                f"{path.name}:{call.lineno}: an error without a code"
            )
            for code in codes(call):
                found[code] = found.get(code, given) & given
    return found


def messages(language: str, catalogue: str = "errors") -> dict[str, set[str]]:
    """Every message of a catalogue with the parameters that it names."""
    text = files("allocution.messages").joinpath(language, f"{catalogue}.ftl").read_text(encoding="utf-8")
    return {
        entry.id.name: set(re.findall(r"\{ \$(\w+)", text[entry.span.start : entry.span.end]))
        for entry in FluentParser().parse(text).body
        if isinstance(entry, Message) and entry.span is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_is_worded(language: str) -> None:
    known, made = messages(language), raised("errors")
    wordings = {name for name in known if not name.endswith("-hint")} - {"error"}
    assert len(made) > 100
    assert wordings - set(made) == set()
    for name, parameters in known.items():
        assert name == "error" or parameters <= made[name.removesuffix("-hint")], name
    assert set(made) - set(known) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_captures_are_refused_for_is_worded(language: str) -> None:
    known, made = messages(language, "capturing"), raised("capturing")
    assert len(made) > 20
    assert set(made) - set(known) == set()
    for name in set(known) & {each for code in made for each in (code, f"{code}-hint")}:
        assert known[name] <= made[name.removesuffix("-hint")], name


@pytest.mark.parametrize("catalogue", SUBJECTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_say_the_same(language: str, catalogue: str) -> None:
    said, english = messages(language, catalogue), messages("en", catalogue)
    assert set(said) == set(english)
    # Not every language tells one from many everywhere.
    assert {name for name in said if not english[name] - {"count"} <= said[name] <= english[name]} == set()


def test_an_error_says_what_to_do_in_the_reader_s_language() -> None:
    error = UsageError("port-taken", port=8000, next=8001)
    assert explain(error, "en") == (
        "Port 8000 is taken.",
        "Another server runs there, perhaps this one. End it, or take another port: --port 8001",
    )
    assert explain(error, "ru")[0] == "Порт 8000 занят."
    assert str(error) == "port-taken: next 8001, port 8000"


@pytest.mark.parametrize(
    ("environment", "options", "said"),
    [
        ({"LC_ALL": "ru_RU.UTF-8"}, (), "Ошибка: Издание не названо."),
        ({"LC_ALL": "kk_KZ.UTF-8"}, (), "Қате: Басылым аталмаған."),
        ({"LC_ALL": "uk_UA.UTF-8"}, (), "Помилка: Видання не названо."),
        ({"LC_ALL": "C"}, (), "Error: No edition is named."),
        ({"LC_ALL": "C"}, ("--language", "ru"), "Ошибка: Издание не названо."),
        ({"LC_ALL": "ru_RU.UTF-8"}, ("--language", "uk"), "Помилка: Видання не названо."),
    ],
)
def test_commands_fail_in_the_language_asked_for(
    environment: dict[str, str], options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    ran = CliRunner().invoke(main, ["export", str(tmp_path), *options], env=environment)
    assert (ran.exit_code, ran.output.splitlines()[0]) == (2, said)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["build", "gone"], "Error: gone: there is no such folder."),
        (["build", "gone", "--language", "ru"], "Ошибка: gone: такой папки нет."),
        (["build", "file"], "Error: file is a file, not a folder."),
        (["proofread", "."], "Error: . is a folder, not a file."),
        (["import", "docx", "gone.docx", "--into", "."], "Error: gone.docx: there is no such file."),
    ],
)
def test_what_has_to_be_there_and_is_not(
    command: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("")
    ran = CliRunner().invoke(main, command, env={"LC_ALL": "C"})
    assert (ran.exit_code, ran.output.splitlines()[0]) == (2, said)
