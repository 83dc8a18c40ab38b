"""`allocution completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from allocution.cli.help import spoken_command
from allocution.cli.options import LANGUAGE_OF_OTHERS


@spoken_command(
    "completion",
    """
    allocution completion bash >> ~/.bashrc
    """,
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@LANGUAGE_OF_OTHERS
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Complete commands in your shell."""
    root = context.find_root().command
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(root, {}, "allocution", "_ALLOCUTION_COMPLETE").source())
