"""`allocution init`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.language import default_language
from allocution.messages import LANGUAGES, Catalogue
from allocution.workspace.starting import start_archive


@spoken_command(
    "init",
    """
    allocution init my-archive --title "Last words" --language kk
    cd my-archive && git init && git config core.hooksPath .githooks
    """,
)
@click.argument("archive", type=click.Path(file_okay=False, path_type=Path), default=Path(), required=False)
@click.option("--title", default="", help="init-title")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=default_language,
    help="init-language",
)
def command(archive: Path, title: str, language: str) -> None:
    """Begin an archive."""
    says = Catalogue("commands", default_language())
    started = start_archive(archive, title or archive.absolute().name, language)
    for path in started.made:
        click.echo(str(archive / path))
    for path in started.kept:
        click.echo(says("kept-as-it-is", path=str(archive / path)), err=True)
    click.echo(f"  {says('check-before-commits')}", err=True)
    click.echo(f"  {says('add-the-first', archive=shlex.quote(str(archive)))}", err=True)
