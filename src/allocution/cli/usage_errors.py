"""What is wrong with a command line, in the person's language: click says it in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from allocution.cli.help import in_range, in_words
from allocution.cli.language import asked_language
from allocution.cli.terminal import harmless
from allocution.messages import Catalogue

# The forms that click has, by the message that says the same. A `problem` inside of one has a form of its own.
_FORMS = {
    message: re.compile(form, re.DOTALL)
    for message, form in {
        "meant": r"(?P<problem>No such .*?'\.) \(?Did you mean(?: one of:)? (?P<meant>'.*')\?\)?",
        "no-option": r"No such option (?P<name>'.*')\.",
        "no-command": r"No such command (?P<name>'.*')\.",
        "choose": r"(?P<problem>Missing .*?'\.) Choose from:\n\t(?P<choices>.*)",
        "option-missing": r"Missing option (?P<name>'.*')\.",
        "argument-missing": r"Missing argument (?P<name>'.*')\.",
        "command-missing": r"Missing command\.",
        "invalid": r"Invalid value for (?P<name>'.*?'): (?P<problem>.*)",
        "not-a-choice": r"(?P<value>.+) is not (?:one of )?(?P<choices>'.*')\.",
        "no-whole-number": r"(?P<value>.+) is not a valid integer(?: range)?\.",
        "no-number": r"(?P<value>.+) is not a valid float(?: range)?\.",
        "out-of-range": r"(?P<value>.+) is not in the range (?P<range>.+)\.",
        "no-such-path": r"(?:\w+ )?(?P<path>'.*')(?: does not exist\.|: No such file or directory)",
        "is-a-file": r"\w+ (?P<path>'.*') is a file\.",
        "is-a-folder": r"\w+ (?P<path>'.*') is a directory\.",
        "not-readable": r"\w+ (?P<path>'.*') is not readable\.",
        "not-writable": r"\w+ (?P<path>'.*') is not writable\.",
        "value-missing": r"Option (?P<name>'.*') requires an argument\.",
        "no-value-taken": r"Option (?P<name>'.*') does not take a value\.",
        "too-many": r"Got unexpected extra arguments? \((?P<arguments>.*)\)",
    }.items()
}


@contextmanager
def spoken_usage_errors() -> Iterator[None]:
    """Have what is wrong with a command line said in the language that it asks for, else in the system's."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise _SpokenUsageError(error) from error


class _SpokenUsageError(click.UsageError):
    def __init__(self, error: click.UsageError) -> None:
        super().__init__(error.format_message(), error.ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Say how the command is used and what is wrong."""
        language = asked_language(self.ctx)
        says = Catalogue("usage", language)
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file, err=True)
            option = max(self.ctx.help_option_names, key=len)
            click.echo(says("try", command=f"{self.ctx.command_path} {option}"), file, err=True)
            click.echo("", file, err=True)
        problem = "\n".join(map(harmless, said(self.message, says).splitlines()))
        click.echo(Catalogue("errors", language)("error", what=problem), file, err=True)


def said(problem: str, says: Catalogue) -> str:
    """What click says in English, in the words of a catalogue; as it is where its form isn't known."""
    for message, form in _FORMS.items():
        if found := form.fullmatch(problem):
            given = found.groupdict()
            if "problem" in given:
                given["problem"] = said(given["problem"], says)
            if "name" in given:
                given["name"] = in_words(given["name"], Catalogue("help", says.language))
            if "range" in given:
                given["range"] = in_range(given["range"])
            if "choices" in given:
                given["choices"] = " ".join(given["choices"].split())
            return says(message, **given)
    return problem
