"""`allocution takedown`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.captures import tell_withheld
from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE, moment, path_in
from allocution.content.fields import field
from allocution.messages import Catalogue
from allocution.workspace.taking_down import take_down


@spoken_command(
    "takedown",
    """
    allocution takedown my-archive content/statements/surname-2020.md \\
        --reason court-order
    allocution build my-archive --output public
    """,
)
@click.argument("archive", type=EXISTING_FOLDER)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--reason",
    metavar="REASON",
    type=click.Choice(sorted(field("withhold").values)),
    required=True,
    help="takedown-reason",
)
@click.option("--only-this", is_flag=True, help="takedown-only-this")
@LANGUAGE
def command(archive: Path, file: Path, reason: str, only_this: bool, language: str) -> None:
    """Take a statement down."""
    says = Catalogue("commands", language)
    path = path_in(archive, file)
    taken = take_down(archive, path, reason, moment(), only_this=only_this)
    for changed in taken:
        click.echo(says("taken-down", file=changed))
    tell_withheld(archive, says)
    click.echo(says("gone-with-the-next-build"))
