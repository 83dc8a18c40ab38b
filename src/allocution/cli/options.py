"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from allocution.cli.language import default_language, remember_language
from allocution.errors import UsageError
from allocution.messages import LANGUAGES
from allocution.store.clock import moment as moment


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
_LANGUAGE: dict[str, Any] = {
    "type": click.Choice(LANGUAGES),
    "default": default_language,
    "is_eager": True,  # what else is wrong on the command line is said in it
    "callback": remember_language,
    "help": "shared-language",
}
LANGUAGE = click.option("--language", **_LANGUAGE)
# For commands that say nothing themselves.
LANGUAGE_OF_OTHERS = click.option("--language", expose_value=False, **_LANGUAGE)
ANY_WORK = click.option("--any-work", is_flag=True, help="shared-any-work")
BASE_URL = click.option(
    "--base-url",
    metavar="ADDRESS",
    default="",
    callback=lambda _context, _parameter, value: base_address(value),
    help="shared-base-url",
)
JOBS = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=None,
    help="shared-jobs",
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
