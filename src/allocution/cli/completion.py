"""`allocution completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from allocution.cli.options import HELP


@click.command("completion", context_settings=HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands and options.

    \b
    allocution completion bash >> ~/.bashrc
    """
    root = context.find_root().command
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(root, {}, "allocution", "_ALLOCUTION_COMPLETE").source())
