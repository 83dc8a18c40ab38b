"""In which language commands speak."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import pairwise

import click

from allocution.messages import FALLBACK, LANGUAGES

_LANGUAGE = "allocution.language"
_ARGUMENTS = "allocution.arguments"


def own_language() -> str:
    """The language that the person's system is set to, as far as there is wording in it."""
    for name in ("ALLOCUTION_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "")[:2]
        if tag:
            return tag if tag in LANGUAGES else FALLBACK
    return FALLBACK


def remember_arguments(context: click.Context, arguments: Sequence[str]) -> None:
    """Keep the whole command line, in which the language is looked for where it isn't understood, or not yet."""
    context.meta[_ARGUMENTS] = tuple(arguments)


def remember_language(context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Keep the language that was asked for, for all that is said from now on."""
    context.meta[_LANGUAGE] = value
    return value


def default_language() -> str:
    """The language that the command around this one was asked for, else the system's."""
    context = click.get_current_context(silent=True)
    return spoken_language(context) if context is not None else own_language()


def spoken_language(context: click.Context) -> str:
    """The language that was asked for, also after its command has failed; else the system's."""
    spoken: str = context.meta.get(_LANGUAGE) or own_language()
    return spoken


def asked_language(context: click.Context | None) -> str:
    """The language that the command line asks for, also where it hasn't been understood; else the system's."""
    if context is None:
        return own_language()
    if any(each.name == "language" and each.is_eager for each in context.command.params):
        for option, value in pairwise((*context.meta.get(_ARGUMENTS, ()), "")):
            name, _, joined = option.partition("=")
            asked: str = joined or value
            if name == "--language" and asked in LANGUAGES:
                return asked
    return spoken_language(context)
