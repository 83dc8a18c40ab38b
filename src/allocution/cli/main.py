"""The command and its sub-commands, each loaded when it is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from typing import Any

import click

from allocution import __version__
from allocution.cli.help import SpokenGroup, says_for
from allocution.cli.language import remember_arguments, spoken_language
from allocution.cli.options import HELP, LANGUAGE_OF_OTHERS
from allocution.cli.terminal import harmless
from allocution.cli.usage_errors import spoken_usage_errors
from allocution.errors import AllocutionError
from allocution.messages import Catalogue, explain

_COMMANDS = {
    "init": "allocution.cli.init",
    "build": "allocution.cli.build",
    "check": "allocution.cli.check",
    "serve": "allocution.cli.serve",
    "search": "allocution.cli.search",
    "export": "allocution.cli.export",
    "new": "allocution.cli.new",
    "import": "allocution.cli.importing",
    "capture": "allocution.cli.capture",
    "captures": "allocution.cli.captures",
    "watch": "allocution.cli.watch",
    "coverage": "allocution.cli.coverage",
    "timestamp": "allocution.cli.timestamp",
    "wacz": "allocution.cli.wacz",
    "proofread": "allocution.cli.proofread",
    "schema": "allocution.cli.schema",
    "takedown": "allocution.cli.takedown",
    "headers": "allocution.cli.headers",
    "key": "allocution.cli.key",
    "release": "allocution.cli.release",
    "verify": "allocution.cli.verify",
    "torrent": "allocution.cli.torrent",
    "completion": "allocution.cli.completion",
}

_EXAMPLES = """
    allocution init my-archive
    allocution new my-archive --speaker "Анна Ким" --charge "клевета"
    allocution serve my-archive
    allocution check my-archive
    allocution search my-archive "репрессия OR преследование"
    allocution build my-archive --output public
    allocution export my-archive --edition tei --output editions
    """


class _LazyGroup(SpokenGroup):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(_COMMANDS[cmd_name])
        command: click.Command = module.command
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with spoken_usage_errors():
            return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        remember_arguments(ctx, args)
        return super().parse_args(ctx, args)

    def short_helps(self, context: click.Context) -> Iterable[tuple[str, str]]:
        """Each command with what a list says of it, none of them loaded."""
        says = says_for(context)
        return [(name, says(f"{name}-short")) for name in _COMMANDS]

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with spoken_usage_errors():
                return super().invoke(ctx)
        except (click.Abort, KeyboardInterrupt):
            click.echo(f"\n{Catalogue('commands', spoken_language(ctx))('aborted')}", err=True)
            sys.exit(1)
        except AllocutionError as error:
            language = spoken_language(ctx)
            message, hint = ("\n".join(map(harmless, text.splitlines())) for text in explain(error, language))
            click.secho(Catalogue("errors", language)("error", what=message), fg="red", err=True)
            if hint:
                click.echo(hint, err=True)
            sys.exit(error.exit_status)


@click.group(cls=_LazyGroup, help="main", epilog=_EXAMPLES, context_settings=HELP)
@click.version_option(
    __version__, prog_name="allocution", message="%(prog)s %(version)s", help="shared-version"
)
@LANGUAGE_OF_OTHERS
def main() -> None:
    """Read, search and publish archives of courtroom last words."""
