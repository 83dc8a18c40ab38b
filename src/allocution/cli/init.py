"""`allocution init`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from allocution.cli.options import HELP, own_language
from allocution.messages import LANGUAGES
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
    started = start_archive(archive, title or archive.absolute().name, language)
    for path in started.made:
        click.echo(str(archive / path))
    for path in started.kept:
        click.echo(f"{archive / path} is there already; it stays as it is.", err=True)
    folder = shlex.quote(str(archive))
    click.echo("  Check the archive before each commit: git config core.hooksPath .githooks", err=True)
    click.echo(f'  Add the first statement: allocution new {folder} --speaker "Name Surname"', err=True)
