"""`allocution wacz`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.capture.noting import note_copy
from allocution.capture.packing import pack, published_sources
from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE, moment
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.store.capture_folder import digest_of_file
from allocution.store.writing import written
from allocution.workspace.loading import Remembered, Workspace


@spoken_command(
    "wacz",
    """
    allocution wacz my-archive --output captures.wacz
    allocution verify captures.wacz
    """,
)
@click.argument("archive", type=EXISTING_FOLDER)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="wacz-output")
@click.option("--source", "sources", multiple=True, metavar="ADDRESS", help="wacz-source")
@click.option(
    "--published",
    is_flag=True,
    help="wacz-published",
)
@LANGUAGE
def command(archive: Path, output: Path, sources: tuple[str, ...], published: bool, language: str) -> None:
    """Pack captures into one file."""
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
