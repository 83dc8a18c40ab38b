"""`allocution build`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import ARCHIVE, BASE_URL, JOBS, LANGUAGE, moment
from allocution.publish.options import BuildOptions
from allocution.store.ahead import looking_ahead
from allocution.store.clock import in_utc
from allocution.store.workers import default_jobs

_BUILDING = "allocution.cli.building"


@spoken_command(
    "build",
    """
    allocution build
    allocution build my-archive -o /srv/www --base-url https://example.org/
    allocution build my-archive --strict
    """,
)
@ARCHIVE
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("public"),
    show_default=True,
    help="build-output",
)
@BASE_URL
@JOBS
@click.option("--strict", is_flag=True, help="build-strict")
@click.option("--from-scratch", is_flag=True, help="build-from-scratch")
@click.option("-q", "--quiet", is_flag=True, help="shared-quiet")
@LANGUAGE
def command(
    archive: Path,
    output: Path,
    base_url: str,
    jobs: int | None,
    strict: bool,
    from_scratch: bool,
    quiet: bool,
    language: str,
) -> None:
    """Build the site."""
    processes = jobs or default_jobs()
    # While the rest of the program is loaded, which takes most of the time of a rebuild, the files are looked at.
    worthwhile = processes > 1 and output.exists() and not from_scratch
    with in_utc(), looking_ahead(archive, worthwhile=worthwhile) as ahead:
        options = BuildOptions(moment(), processes, base_url, strict, from_scratch)
        import_module(_BUILDING).run(archive, output, options, ahead, language, quiet=quiet)
