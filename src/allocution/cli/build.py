"""`allocution build`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from allocution.cli.options import ARCHIVE, BASE_URL, HELP, JOBS, LANGUAGE, moment
from allocution.publish.options import BuildOptions
from allocution.store.ahead import looking_ahead
from allocution.store.workers import default_jobs, rare_collection

_BUILDING = "allocution.cli.building"


@click.command("build", context_settings=HELP)
@ARCHIVE
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("public"),
    show_default=True,
    help="The folder for the site. It is replaced in one step when all of the new site is written.",
)
@BASE_URL
@JOBS
@click.option("--strict", is_flag=True, help="Build nothing if any file has an error (exit status 1).")
@click.option("--from-scratch", is_flag=True, help="Trust nothing that is remembered from the last build.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
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
    """Build ARCHIVE (a folder; by default this one) into a site.

    A file with an error is left out and reported; the others are built. What didn't change since the last build is
    kept, and the result is the same as if all had been built anew. The site works from any folder of a server and
    from a disk, without scripts.

    \b
    allocution build                        # ./ into ./public
    allocution build my-archive -o /srv/www/archive --base-url https://example.org/
    allocution build my-archive --strict    # for continuous integration
    """
    processes = jobs or default_jobs()
    # While the rest of the program is loaded, which takes most of the time of a rebuild, the files are looked at.
    worthwhile = processes > 1 and output.exists() and not from_scratch
    with rare_collection(), looking_ahead(archive, worthwhile=worthwhile) as ahead:
        options = BuildOptions(moment(), processes, base_url, strict, from_scratch)
        import_module(_BUILDING).run(archive, output, options, ahead, language, quiet=quiet)
