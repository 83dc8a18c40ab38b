"""`allocution wacz`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.capture.noting import note_copy
from allocution.capture.packing import pack, published_sources
from allocution.cli.options import EXISTING_FOLDER, HELP, LANGUAGE, moment
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.store.capture_folder import digest_of_file
from allocution.store.writing import written
from allocution.workspace.loading import Remembered, Workspace


@click.command("wacz", context_settings=HELP)
@click.argument("archive", type=EXISTING_FOLDER)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@click.option("--source", "sources", multiple=True, metavar="ADDRESS", help="Only captures of this source.")
@click.option(
    "--published",
    is_flag=True,
    help="Only captures that everybody may see: of sources of published statements that withhold nothing.",
)
@LANGUAGE
def command(archive: Path, output: Path, sources: tuple[str, ...], published: bool, language: str) -> None:
    """Pack an archive's captures into one WACZ file, which ReplayWeb.page and pywb show as the pages were.

    It holds what was captured as it was sent, with all that the archive withholds: it is for a court, not for the site.
    With --published it leaves out what belongs to drafts, to statements that withhold anything or were taken down.
    Show it from an origin of its own, since the pages in it run their own scripts.

    The custody log gets a line with the file's SHA-256.

    \b
    allocution wacz my-archive --output captures.wacz
    allocution verify captures.wacz
    """
    says = Catalogue("capturing", language)
    workspace = Workspace(archive, moment())
    title = workspace.configuration.title or archive.name
    if published:
        shown = published_sources(workspace.load(Remembered()))
        sources = tuple(each for each in shown if not sources or each in sources)
        if not sources:
            raise UsageError("nothing-captured")
    with written(output) as out:
        count = pack(archive, title, out, sources)
    note_copy(archive, digest_of_file(output), count, moment)
    click.echo(says("packed", path=str(output), count=count))
