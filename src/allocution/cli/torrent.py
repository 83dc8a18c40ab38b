"""`allocution torrent`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.options import EXISTING_FOLDER, HELP, LANGUAGE
from allocution.messages import Catalogue
from allocution.publish.sharing import share


@click.command("torrent", context_settings=HELP)
@click.argument("release", type=EXISTING_FOLDER)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The file to write; by default beside the release, called after it.",
)
@click.option(
    "--web-seed",
    "web_seeds",
    multiple=True,
    metavar="URL",
    help="An address below which the release's folder can be fetched; may be given several times.",
)
@click.option(
    "--tracker", "trackers", multiple=True, metavar="URL", help="A tracker; may be given several times."
)
@LANGUAGE
def command(
    release: Path, output: Path | None, web_seeds: tuple[str, ...], trackers: tuple[str, ...], language: str
) -> None:
    """Make a torrent of the release in a folder, after checking that it is as it was signed.

    The same release gives the same torrent, whoever makes it: mirrors that do so share with each other. Web servers
    that have a copy can seed it; they have to answer requests for a part of a file.

    \b
    allocution torrent release --web-seed https://example.org/
    """
    target = output or release.absolute().with_name(f"{release.absolute().name}.torrent")
    made = share(release, target, web_seeds, trackers)
    says = Catalogue("editions", language)
    click.echo(says("torrent-made", file=str(target), hash=made.info_hash))
