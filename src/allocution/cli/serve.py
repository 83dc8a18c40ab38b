"""`allocution serve`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import ARCHIVE, BASE_URL, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.store.listening import address_of, is_loopback, listen
from allocution.store.workers import default_jobs
from allocution.web.app import RESERVED, News, Sharing, make_app
from allocution.web.preview import Preview, Settings
from allocution.web.security import LOOPBACK_NAMES
from allocution.web.server import run


@spoken_command(
    "serve",
    """
    allocution serve
    allocution serve my-archive --port 8080
    curl -H 'Accept: application/json' http://127.0.0.1:8000/statements/name/
    """,
)
@ARCHIVE
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="serve-host",
)
@click.option(
    "-p", "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="serve-port"
)
@click.option("--no-watch", is_flag=True, help="serve-no-watch")
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="serve-allow-origin",
)
@click.option(
    "--requests-a-minute",
    type=click.IntRange(0),
    default=600,
    show_default=True,
    help="serve-requests-a-minute",
)
@BASE_URL
@JOBS
@click.option("-q", "--quiet", is_flag=True, help="serve-quiet")
@LANGUAGE
def command(  # noqa: PLR0913
    archive: Path,
    host: str,
    port: int,
    no_watch: bool,
    origins: tuple[str, ...],
    requests_a_minute: int,
    base_url: str,
    jobs: int | None,
    quiet: bool,
    language: str,
) -> None:
    """Look at the site while you write."""
    says = Catalogue("commands", language)
    with listen(host, port) as listener:
        address = address_of(listener, host)
        local = is_loopback(listener)
        settings = Settings(archive, moment, language, base_url, jobs or default_jobs())
        with explained_refusal(language), progress_bar(quiet) as progress:
            preview = Preview(settings, progress)
        prepared = preview.snapshot.prepared
        _tell(News(tuple(prepared.findings)), language, quiet)
        if not local:
            _warn("open-to-others", language, host=host)
        if any(output.startswith(RESERVED) for output in prepared.plan.by_output):
            _warn("pages-not-served", language, folder=f"/{RESERVED}")
        count = sum(len(work.items) for work in prepared.loaded.archive.works)
        click.echo(says("served", count=count, address=address))
        if not no_watch:
            click.echo(f"  {says('refreshing', address=f'{address}{RESERVED}live/')}")
        app = make_app(
            preview,
            lambda news: _tell(news, language, quiet),
            (*LOOPBACK_NAMES, host.lower(), f"[{host.lower()}]") if local else (),
            Sharing(origins, requests_a_minute),
        )
        sys.stdout.flush()
        try:
            run(app, listener, watching=not no_watch)
        except KeyboardInterrupt:
            if not quiet:
                click.echo(says("ended"), err=True)


def _warn(message: str, language: str, **parameters: str) -> None:
    says = Catalogue("commands", language)
    click.secho(says("warning", text=says(message, **parameters)), fg="yellow", err=True)


def _tell(news: News, language: str, quiet: bool) -> None:
    """Say what came of a reload, and what was found."""
    says = Catalogue("commands", language)
    print_findings(
        [found for found in news.findings if not quiet or found.severity is Severity.ERROR], language
    )
    for line in news.failure if not news.findings else ():
        click.secho(line, fg="red", err=True)
    if news.failure:
        click.secho(says("pages-stay"), fg="red", err=True)
    if news.unwatched:
        _warn("unwatched", language, problem=news.unwatched)
    if news.shown_anew and not quiet:
        click.echo(says("refreshed"), err=True)
