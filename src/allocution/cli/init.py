"""`allocution init`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from allocution.cli.options import HELP, own_language
from allocution.messages import LANGUAGES, Catalogue
from allocution.workspace.starting import start_archive


@click.command("init", context_settings=HELP)
@click.argument("archive", type=click.Path(file_okay=False, path_type=Path), default=Path(), required=False)
@click.option("--title", default="", help="The archive's title. By default its folder's name.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=own_language,
    help="The language of the site. By default that of your system, else English.",
)
def command(archive: Path, title: str, language: str) -> None:
    """Begin an archive in the folder ARCHIVE (by default this one): settings, folders, checks before each commit.

    It is a Hugo archive too. Files that are there already stay as they are.

    \b
    allocution init my-archive --title "Last words" --language kk
    cd my-archive && git init && git config core.hooksPath .githooks
    """
    says = Catalogue("commands", own_language())
    started = start_archive(archive, title or archive.absolute().name, language)
    for path in started.made:
        click.echo(str(archive / path))
    for path in started.kept:
        click.echo(says("kept-as-it-is", path=str(archive / path)), err=True)
    click.echo(f"  {says('check-before-commits')}", err=True)
    click.echo(f"  {says('add-the-first', archive=shlex.quote(str(archive)))}", err=True)
