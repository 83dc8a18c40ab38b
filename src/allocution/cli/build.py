"""`allocution build`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.options import ARCHIVE, BASE_URL, HELP, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.building import BuildOptions, BuildSummary, build
from allocution.store.workers import default_jobs


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
    options = BuildOptions(moment(), jobs or default_jobs(), base_url, strict, from_scratch)
    with explained_refusal(language), progress_bar(quiet) as progress:
        summary = build(archive, output, options, progress)
    shown = [found for found in summary.findings if not quiet or found.severity is Severity.ERROR]
    print_findings(shown, language)
    if not quiet:
        _report(summary, output, Catalogue("commands", language))


def _report(summary: BuildSummary, output: Path, says: Catalogue) -> None:
    click.echo(says("built", count=summary.statements, folder=str(output), seconds=f"{summary.seconds:.1f}"))
    click.echo(f"  {says('pages', made=summary.made, kept=summary.kept)}")
    click.echo(f"  {says('files', written=summary.files, removed=summary.removed)}")
    if summary.left_out:
        click.echo(f"  {says('left-out', count=len(summary.left_out))}")
    if summary.records:
        click.echo(f"  {says('records', count=summary.records)}")
        click.echo(f"    {says('records-hint')}")
    if not summary.base_address:
        click.echo(f"  {says('no-sitemap')}")
