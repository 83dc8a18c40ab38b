"""Help in the person's language: what a command and an option say under `help` is the name of a message."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from allocution.cli.language import asked_language
from allocution.cli.options import HELP
from allocution.messages import Catalogue

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_CAPITALS = re.compile(r"\b[A-Z]{2,}(?: RANGE)?\b")


def in_words(usage: str, says: Catalogue) -> str:
    """How something is used, with what stands for a value (FILE) in the language of a catalogue."""

    def worded(found: re.Match[str]) -> str:
        message = f"value-{found[0].lower().replace(' ', '-')}"
        return says(message) if says.has(message) else found[0]

    return _CAPITALS.sub(worded, usage)


def in_range(limits: str) -> str:
    """The limits of a number as people write them: 1–64, ≥ 0."""
    return limits.replace("<=x<=", "–").replace("x>=", "≥ ")


def option_row(option: click.Option, context: click.Context, says: Catalogue) -> tuple[str, str] | None:
    """How an option is written and what it is for; None for one that is hidden."""
    record = option.get_help_record(context)
    if record is None:
        return None
    extra = option.get_help_extra(context)
    notes = (
        [", ".join(option.type.choices)] if isinstance(option.type, click.Choice) and option.metavar else []
    )
    notes += [says("default", value=extra["default"])] if "default" in extra else []
    notes += [in_range(extra["range"])] if "range" in extra else []
    notes += [says("required")] if "required" in extra else []
    text = says(option.help or "")
    return in_words(record[0], says), f"{text} [{'; '.join(notes)}]" if notes else text


class SpokenCommand(click.Command):
    """A command whose help is in the catalogues; its epilog is made of examples, which are alike in all languages."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, as any other."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "shared-help"
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """What a list of commands says of it."""
        return says_for(click.get_current_context(silent=True))(f"{self.help}-short")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how it is used."""
        says = says_for(ctx)
        pieces = in_words(" ".join(self.collect_usage_pieces(ctx)), says)
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{says('usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what it does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(says_for(ctx)(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option is for."""
        says = says_for(ctx)
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        with formatter.section(says("options")):
            formatter.write_dl([row for each in options if (row := option_row(each, ctx, says))])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        if self.epilog:
            with formatter.section(says_for(ctx)("examples")):
                for line in inspect.cleandoc(self.epilog).splitlines():
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may come next, with what it is for."""
        found, says = super().shell_complete(ctx, incomplete), says_for(ctx)
        for item in found:
            if item.help and says.has(item.help):
                item.help = says(item.help)
        return found


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands whose help is in the catalogues."""

    command_class = SpokenCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each option is for, and each command."""
        super().format_options(ctx, formatter)
        with formatter.section(says_for(ctx)("commands")):
            formatter.write_dl(list(self.short_helps(ctx)))

    def short_helps(self, context: click.Context) -> Iterable[tuple[str, str]]:
        """Each command with what a list says of it."""
        for name in self.list_commands(context):
            command = self.get_command(context, name)
            if command is not None:
                yield name, command.get_short_help_str()


def spoken_command(name: str, examples: str = "") -> Callable[[Callable[..., Any]], SpokenCommand]:
    """Make a command of a function; its help is the message of its name."""
    return click.command(name, cls=SpokenCommand, help=name, epilog=examples, context_settings=HELP)


def says_for(context: click.Context | None) -> Catalogue:
    """The wording of help, in the language that the command line asks for."""
    return Catalogue("help", asked_language(context))
