"""`allocution takedown`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.captures import tell_withheld
from allocution.cli.options import EXISTING_FOLDER, HELP, moment, own_language, path_in
from allocution.content.fields import field
from allocution.messages import Catalogue
from allocution.workspace.taking_down import take_down


@click.command("takedown", context_settings=HELP)
@click.argument("archive", type=EXISTING_FOLDER)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--reason",
    type=click.Choice(sorted(field("withhold").values)),
    required=True,
    help="Why, as readers are told.",
)
@click.option("--only-this", is_flag=True, help="Leave the statement's translations as they are.")
def command(archive: Path, file: Path, reason: str, only_this: bool) -> None:
    """Take the statement in FILE down: from the next build on, a page says that it was withdrawn, and why.

    FILE is a content file of ARCHIVE. Its words stay in it, for the editors; its translations are taken down, too. What
    was published before has been copied: build, and release, at once.

    \b
    allocution takedown my-archive content/statements/surname-2020.md --reason court-order
    allocution build my-archive --output public
    """
    says = Catalogue("commands", own_language())
    path = path_in(archive, file)
    taken = take_down(archive, path, reason, moment(), only_this=only_this)
    for changed in taken:
        click.echo(says("taken-down", file=changed))
    tell_withheld(archive, says)
    click.echo(says("gone-with-the-next-build"))
