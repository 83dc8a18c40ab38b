"""`allocution watch`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click

from allocution.capture.watching import Look, Manners, Seen, Watching
from allocution.cli.captures import tell_withheld
from allocution.cli.coverage import marked
from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE, moment
from allocution.messages import Catalogue, explain
from allocution.store.clock import elapsed, wait
from allocution.store.downloading import Downloader
from allocution.store.fetching import Fetcher, Limits
from allocution.views.evidence import attached_text
from allocution.workspace.loading import Remembered, Workspace

_CHANGED = frozenset((Seen.EDITED, Seen.GONE, Seen.WITHHELD))
_MEDIA_SECONDS = 900.0
_MISSED = frozenset((Seen.UNREACHABLE, Seen.UNCLEAR))


@spoken_command(
    "watch",
    """
    allocution watch my-archive
    17 4 * * *  allocution watch /srv/my-archive || mail …
    """,
)
@click.argument("archive", type=EXISTING_FOLDER)
@click.option("--pause", type=click.FloatRange(0), default=5.0, help="watch-pause")
@click.option("--every", type=click.FloatRange(0), default=20.0, help="watch-every")
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST",
    help="capture-allow-host",
)
@click.option(
    "--media/--no-media",
    default=True,
    help="watch-media",
    show_default=True,
)
@click.option(
    "--media-limit",
    type=click.IntRange(1),
    default=32,
    show_default=True,
    metavar="MB",
    help="watch-media-limit",
)
@LANGUAGE
def command(
    archive: Path,
    pause: float,
    every: float,
    allowed: tuple[str, ...],
    media: bool,
    media_limit: int,
    language: str,
) -> None:
    """See whether sources have changed."""
    says = Catalogue("watching", language)
    hosts = frozenset(host.lower() for host in allowed)
    manners = Manners(pause=pause, every=timedelta(hours=every))
    limits = Limits(sent=media_limit * 1_000_000, seconds=_MEDIA_SECONDS)
    downloads = Downloader(archive, Fetcher(hosts, limits)) if media else None
    watching = Watching(archive, Fetcher(hosts), moment, elapsed, wait, manners, hosts, downloads)
    seen: list[Seen] = []
    tell_withheld(archive, Catalogue("commands", language))
    for look in watching.look(_sources(archive)):
        seen.append(look.seen)
        _tell(look, says, Catalogue("site", language))
    changed = sum(each in _CHANGED for each in seen)
    missed = sum(each in _MISSED for each in seen)
    if seen:
        click.echo(says("looked", count=len(seen), changed=str(changed), missed=str(missed)))
    else:
        click.echo(says("nothing-due"))
    sys.exit(1 if changed else 3 if missed else 0)


def _sources(archive: Path) -> Iterator[str]:
    """The addresses of the sources of all statements, as everybody may see them; of withdrawn ones none."""
    loaded = Workspace(archive, moment()).load(Remembered())
    for record in loaded.records.values():
        statement = record.statement
        if statement is not None and statement.withdrawal is None:
            for source in statement.sources:
                if source.address.startswith(("http://", "https://")):
                    yield source.address


def _tell(look: Look, says: Catalogue, wording: Catalogue) -> None:
    told = "edited-besides" if look.seen is Seen.EDITED and not look.change else look.seen.value
    click.echo(says(f"seen-{told}", source=look.source))
    if look.problem is not None:
        click.echo(f"  {explain(look.problem, says.language)[0]}")
    if look.change:
        click.echo(f"  {marked(look.change)}")
    for each in look.attached:
        click.echo(f"  {attached_text(each.what, each.kinds, wording)}")
