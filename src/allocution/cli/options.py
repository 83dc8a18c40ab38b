"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from allocution.errors import UsageError
from allocution.messages import FALLBACK, LANGUAGES
from allocution.store.clock import moment as moment


def own_language() -> str:
    """The language that the person's system is set to, as far as there is wording in it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "")[:2]
        if tag:
            return tag if tag in LANGUAGES else FALLBACK
    return FALLBACK


_LANGUAGE = "allocution.language"


def spoken_language(context: click.Context) -> str:
    """The language that was asked for, also after its command has failed; else the system's."""
    spoken: str = context.meta.get(_LANGUAGE) or own_language()
    return spoken


class Existing(click.Path):
    """The path of what has to be there; click's own errors are in English alone."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path. Raises UsageError."""
        path = Path(value)
        if not path.exists():
            raise UsageError("folder-missing" if not self.file_okay else "file-missing", path=path)
        if path.is_dir() and not self.dir_okay:
            raise UsageError("file-is-a-folder", path=path)
        if path.is_file() and not self.file_okay:
            raise UsageError("folder-is-a-file", path=path)
        super().convert(path, param, ctx)
        return path


# Every command names them itself: called on its own it has no parent to take them from.
HELP = {"help_option_names": ["-h", "--help"]}
EXISTING = Existing(path_type=Path)
EXISTING_FOLDER = Existing(file_okay=False, path_type=Path)
EXISTING_FILE = Existing(dir_okay=False, path_type=Path)
ARCHIVE = click.argument("archive", type=EXISTING_FOLDER, default=Path(), required=False)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=own_language,
    is_eager=True,  # what else is wrong on the command line is said in it
    callback=lambda context, _parameter, value: context.meta.setdefault(_LANGUAGE, value),
    help="Language of findings and errors. By default that of your system, else English.",
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
        raise UsageError("address-not-of-the-web", address=written)
    try:
        urlsplit(written)
    except ValueError:
        raise UsageError("address-not-of-the-web", address=written) from None
    return f"{written.rstrip('/')}/" if written else ""


def path_in(archive: Path, file: Path) -> str:
    """The file's path in the archive, given from there or from here."""
    if not file.is_absolute() and (archive / file).is_file():
        return file.as_posix()
    if not file.resolve().is_relative_to(archive.resolve()):
        raise UsageError("file-elsewhere", file=file, archive=archive)
    return file.resolve().relative_to(archive.resolve()).as_posix()
