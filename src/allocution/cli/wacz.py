"""`allocution wacz`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.capture.packing import pack
from allocution.cli.capture import explained
from allocution.cli.options import HELP, LANGUAGE, moment
from allocution.messages import Catalogue
from allocution.store.writing import written
from allocution.workspace.loading import Workspace


@click.command("wacz", context_settings=HELP)
@click.argument("archive", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option("--source", "sources", multiple=True, metavar="ADDRESS", help="Only captures of this source.")
@LANGUAGE
def command(archive: Path, output: Path, sources: tuple[str, ...], language: str) -> None:
    """Pack an archive's captures into one WACZ file, which ReplayWeb.page and pywb show as the pages were.

    It holds what was captured as it was sent, with all that the archive withholds: it is for a court, not for the site.
    Show it from an origin of its own, since the pages in it run their own scripts.

    \b
    allocution wacz my-archive --output captures.wacz
    allocution verify captures.wacz
    """
    says = Catalogue("capturing", language)
    title = Workspace(archive, moment()).configuration.title or archive.name
    with explained(says), written(output) as out:
        count = pack(archive, title, out, sources)
    click.echo(says("packed", path=str(output), count=count))
