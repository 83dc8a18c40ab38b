"""`allocution captures`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.capture.keeping import interrupted, recover
from allocution.cli.options import EXISTING_FOLDER, HELP, LANGUAGE, moment
from allocution.messages import Catalogue
from allocution.store.capture_folder import CaptureFolder


@click.group("captures", context_settings=HELP)
def command() -> None:
    """Look after what was captured."""


@command.command("repair", context_settings=HELP)
@click.argument("archive", type=EXISTING_FOLDER)
@LANGUAGE
def repair(archive: Path, language: str) -> None:
    """Finish what a command that was killed had begun: a file that was put in place gets its line in the log.

    The next command that captures does the same. The line says when it was recovered. Files that no command of ours
    announced are left as they are, and `allocution verify` goes on reporting them.
    """
    says = Catalogue("capturing", language)
    folder = CaptureFolder(archive)
    with folder.alone():
        left = interrupted(archive)
        logged = recover(folder, moment)
    for name in sorted(each for each in left if each.startswith(".")):
        click.echo(says("left-over", file=f"captures/{name}"))
    if logged:
        click.echo(says("repaired", file=f"captures/{logged}"))
    elif not left:
        click.echo(says("nothing-left"))
