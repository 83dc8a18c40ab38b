"""`allocution build`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.options import ARCHIVE, BASE_URL, HELP, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
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
        _report(summary, output)


def _report(summary: BuildSummary, output: Path) -> None:
    plural = "statement" if summary.statements == 1 else "statements"
    click.echo(f"{summary.statements} {plural} in {output} ({summary.seconds:.1f} s)")
    click.echo(f"  pages: {summary.made} made, {summary.kept} unchanged")
    click.echo(f"  files: {summary.files} written, {summary.removed} removed")
    if summary.left_out:
        click.echo(f"  left out because of errors: {len(summary.left_out)}")
    if summary.records:
        click.echo(f"  address records written: {summary.records} in addresses/")
        click.echo("    Keep them in git: links to sentences rest on them.")
    if not summary.base_address:
        click.echo(
            "  no sitemap: the site's own address isn't known (--base-url or baseURL in the configuration)"
        )
