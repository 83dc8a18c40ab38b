"""`allocution torrent`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE
from allocution.messages import Catalogue
from allocution.publish.sharing import share


@spoken_command(
    "torrent",
    """
    allocution torrent release --web-seed https://example.org/
    """,
)
@click.argument("release", type=EXISTING_FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="torrent-output",
)
@click.option(
    "--web-seed",
    "web_seeds",
    multiple=True,
    metavar="ADDRESS",
    help="torrent-web-seed",
)
@click.option("--tracker", "trackers", multiple=True, metavar="ADDRESS", help="torrent-tracker")
@LANGUAGE
def command(
    release: Path, output: Path | None, web_seeds: tuple[str, ...], trackers: tuple[str, ...], language: str
) -> None:
    """Make a torrent of a release."""
    target = output or release.absolute().with_name(f"{release.absolute().name}.torrent")
    made = share(release, target, web_seeds, trackers)
    says = Catalogue("editions", language)
    click.echo(says("torrent-made", file=str(target), hash=made.info_hash))
