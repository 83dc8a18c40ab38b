"""`allocution capture`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from allocution.capture.attaching import TakenMedia
from allocution.capture.capturing import Taken, TakenFile, take, take_file
from allocution.capture.drafting import speeches, write_draft
from allocution.capture.rendering import Renderer
from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE, moment
from allocution.evidence.news_page import is_readable
from allocution.evidence.telegram_page import Outcome
from allocution.messages import Catalogue
from allocution.model.captures import Rendered
from allocution.store.downloading import Downloader
from allocution.store.fetching import Fetcher, Limits

# Downloads take long; what was broken off is gone on with.
_MEDIA_SECONDS = 900.0
_MOST_TOLD = 10
_GOES_ON = frozenset(("fetch-slow", "fetch-failed"))


@spoken_command(
    "capture",
    """
    allocution capture https://t.me/channel/14 --into my-archive
    allocution capture https://t.me/channel/14-17 --into my-archive --joined
    allocution capture https://news.example/court photo.jpg --into my-archive
    """,
)
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option(
    "--into",
    "archive",
    type=EXISTING_FOLDER,
    required=True,
    help="capture-into",
)
@click.option("--joined", is_flag=True, help="capture-joined")
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST",
    help="capture-allow-host",
)
@click.option("--media/--no-media", default=True, help="capture-media")
@click.option(
    "--media-limit",
    type=click.IntRange(1, 3000),
    default=512,
    metavar="MB",
    help="capture-media-limit",
)
@click.option(
    "--browser",
    is_flag=True,
    help="capture-browser",
)
@click.option("--browser-program", default="", metavar="FILE", help="capture-browser-program")
@click.option(
    "--no-sandbox",
    is_flag=True,
    help="capture-no-sandbox",
)
@LANGUAGE
def command(  # noqa: PLR0913
    addresses: tuple[str, ...],
    archive: Path,
    joined: bool,
    allowed: tuple[str, ...],
    media: bool,
    media_limit: int,
    browser: bool,
    browser_program: str,
    no_sandbox: bool,
    language: str,
) -> None:
    """Fetch sources, and keep them as evidence."""
    says = Catalogue("capturing", language)
    hosts = frozenset(host.lower() for host in allowed)
    files = [each for each in addresses if "://" not in each and Path(each).is_file()]
    for path in files:
        _tell_file(take_file(archive, Path(path), moment), says)
    addresses = tuple(each for each in addresses if each not in files)
    if not addresses:
        return
    limits = Limits(sent=media_limit * 1_000_000, seconds=_MEDIA_SECONDS)
    downloads = Downloader(archive, Fetcher(hosts, limits)) if media else None
    fetcher = Fetcher(hosts)
    renderer = Renderer(fetcher, moment, browser_program, not no_sandbox) if browser else None
    taken = take(archive, addresses, fetcher, moment, hosts, downloads, renderer)
    for each in taken:
        _tell(each, says)
    complete = all(each.has_words and not any(map(_is_missing, each.media)) for each in taken)
    drafts = speeches(taken, joined=joined)
    for speech in drafts:
        complete &= _draft(archive, speech, says, language)
    if not drafts:
        click.echo(says("no-draft"), err=True)
    sys.exit(0 if complete else 1)


def _tell_file(taken: TakenFile, says: Catalogue) -> None:
    """Where a file was put, and how a content file names it."""
    click.echo(says("file-again" if taken.again else "file-kept", name=taken.name))
    click.echo(f"  {says('kept', file=f'captures/{taken.file}')}")
    click.echo(
        f"  {says('file-source')}\n    sources:\n      - {json.dumps(taken.source, ensure_ascii=False)}"
    )


def _tell(taken: Taken, says: Catalogue) -> None:
    """What came of one address."""
    if taken.refused is not None:
        code, parameters = taken.refused.code, taken.refused.parameters
        click.secho(says(code, **parameters), fg="red", err=True)
        click.echo(f"  {says(f'{code}-hint', **parameters)}", err=True)
        return
    page = taken.page
    outcome = "unread" if page is None else page.outcome.value
    if taken.article is not None:
        outcome = "article"
    elif page is None and not is_readable():
        outcome = "unreadable"
    if page is not None and page.outcome is Outcome.OK and not page.plain:
        outcome = "empty"
    click.echo(says(f"outcome-{outcome}", source=taken.source, status=str(taken.status)))
    click.echo(f"  {says('kept', file=f'captures/{taken.file}')}")
    if taken.shown is not None:
        _tell_shown(taken.shown, says)
    if page is None:
        return
    if page.forwarded_from:
        click.echo(f"  {says('forwarded', name=page.forwarded_from)}")
    if page.edited:
        click.echo(f"  {says('edited')}")
    if page.media and not taken.media:
        click.echo(f"  {says('attached', media=', '.join(page.media))}")
    for each in taken.media:
        _tell_media(each, says)


def _tell_shown(page: Rendered, says: Catalogue) -> None:
    """What the browser had, and what it wasn't given."""
    click.echo(f"  {says('shown', program=page.program, count=len(page.exchanges))}")
    if page.left_out:
        click.echo(f"  {says('not-fetched', count=len(page.left_out))}")
        for address, code in page.left_out[:_MOST_TOLD]:
            click.echo(f"    {code}  {address[:200]}")


def _is_missing(media: TakenMedia) -> bool:
    """Whether it could have been taken, and wasn't."""
    return media.refused is not None and media.refused.code.startswith("fetch-")


def _tell_media(media: TakenMedia, says: Catalogue) -> None:
    """What came of one thing that a post has attached."""
    kind = media.attached.kind
    if media.refused is None:
        code = "media-again" if media.again else "media-kept"
        click.echo(f"  {says(code, kind=kind, file=f'captures/{media.file}')}")
        return
    code, parameters = media.refused.code, media.refused.parameters
    hint = "goes-on" if code in _GOES_ON else f"{code}-hint"
    click.echo(f"  {says('media-refused', kind=kind)}", err=True)
    click.echo(f"    {says(code, **parameters)}\n    {says(hint, **parameters)}", err=True)


def _draft(archive: Path, speech: Sequence[Taken], says: Catalogue, language: str) -> bool:
    """Make one draft; whether it was made."""
    path = write_draft(archive, speech, moment(), language)
    if path is None:
        click.echo(says("draft-there", source=speech[0].source), err=True)
        return False
    click.echo(says("draft", path=str(path)))
    return True
