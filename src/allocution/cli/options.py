"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from allocution.errors import UsageError
from allocution.store.clock import moment as moment


def own_language() -> str:
    """The language that the person's system is set to, as far as there is wording in it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "")[:2]
        if tag:
            return tag if tag in ("ru", "kk") else "en"
    return "en"


# Every command names them itself: called on its own it has no parent to take them from.
HELP = {"help_option_names": ["-h", "--help"]}
ARCHIVE = click.argument(
    "archive", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), required=False
)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(["ru", "kk", "en"]),
    default=own_language,
    help="Language of findings. By default that of your system, else English.",
)
ANY_WORK = click.option(
    "--any-work", is_flag=True, help="For tests: take headers of blocks that no work went into."
)
BASE_URL = click.option(
    "--base-url",
    default="",
    callback=lambda _context, _parameter, value: base_address(value),
    help="The site's own address, for feeds and the sitemap. By default Hugo's baseURL.",
)
JOBS = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    help="Processes to work in. By default one a processor.",
)


def base_address(written: str) -> str:
    """The site's own address with one slash at its end; empty where none is given."""
    if written and not written.startswith(("http://", "https://")):
        raise click.BadParameter("The address has to begin with http:// or https://.")
    return f"{written.rstrip('/')}/" if written else ""


def path_in(archive: Path, file: Path) -> str:
    """The file's path in the archive, given from there or from here."""
    if not file.is_absolute() and (archive / file).is_file():
        return file.as_posix()
    if not file.resolve().is_relative_to(archive.resolve()):
        raise UsageError(f"{file} is no file of {archive}.", "Name it by its path in the archive.")
    return file.resolve().relative_to(archive.resolve()).as_posix()
