"""A build from the command line, and what it says of it. `build` loads this when the files are being looked at."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.building import BuildOptions, BuildSummary, build
from allocution.store.ahead import Ahead


def run(
    archive: Path,
    output: Path,
    options: BuildOptions,
    ahead: Ahead,
    language: str,
    *,
    quiet: bool,
) -> None:
    """Build, and say what was built."""
    with explained_refusal(language), progress_bar(quiet) as progress:
        summary = build(archive, output, options, progress, ahead)
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
