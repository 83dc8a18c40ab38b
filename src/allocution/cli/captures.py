"""`allocution captures`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.capture.keeping import interrupted, recover
from allocution.capture.noting import note_withheld
from allocution.cli.help import SpokenGroup
from allocution.cli.options import EXISTING_FOLDER, HELP, LANGUAGE, LANGUAGE_OF_OTHERS, moment
from allocution.messages import Catalogue
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence_access import has_captures
from allocution.workspace.loading import Remembered, Workspace


def tell_withheld(archive: Path, says: Catalogue) -> None:
    """Have the custody log tell of what the archive withholds now, and say so where it didn't."""
    workspace = Workspace(archive, moment())
    if not has_captures(workspace.folder):
        return
    noted = note_withheld(workspace.folder, workspace.load(Remembered()), moment)
    if noted.withheld:
        click.echo(says("captures-withheld", count=noted.withheld))
    if noted.shown:
        click.echo(says("captures-shown", count=noted.shown))


@click.group("captures", cls=SpokenGroup, help="captures", context_settings=HELP)
@LANGUAGE_OF_OTHERS
def command() -> None:
    """Look after what was captured."""


@command.command("repair", help="captures-repair", context_settings=HELP)
@click.argument("archive", type=EXISTING_FOLDER)
@LANGUAGE
def repair(archive: Path, language: str) -> None:
    """Finish what was interrupted."""
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


@command.command(
    "withheld",
    help="captures-withheld",
    epilog="""
    allocution captures withheld my-archive
    """,
    context_settings=HELP,
)
@click.argument("archive", type=EXISTING_FOLDER)
@LANGUAGE
def withheld(archive: Path, language: str) -> None:
    """Note in the log what is withheld."""
    says = Catalogue("commands", language)
    tell_withheld(archive, says)
    click.echo(says("log-tells-withheld"))
