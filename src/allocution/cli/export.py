"""`allocution export`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import ARCHIVE, BASE_URL, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, print_notes, progress_bar
from allocution.editions.table import BY_NAME, EDITIONS
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.exporting import ExportOptions, ExportSummary, export
from allocution.store.workers import default_jobs, rare_collection


@spoken_command(
    "export",
    """
    allocution export --list
    allocution export my-archive --edition tei --edition csv
    allocution export my-archive --edition text --where "year:1960..1970"
    allocution export my-archive --edition text \\
        --statement content/statements/surname-2020.md
    """,
)
@ARCHIVE
@click.option(
    "-e",
    "--edition",
    "editions",
    type=click.Choice(list(BY_NAME)),
    multiple=True,
    metavar="NAME",
    help="export-edition",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("editions"),
    show_default=True,
    help="export-output",
)
@click.option("--where", metavar="QUERY", default="", help="export-where")
@click.option("--statement", metavar="ID", default="", help="export-statement")
@click.option("--list", "listed", is_flag=True, help="export-list")
@click.option(
    "--anyway",
    is_flag=True,
    help="export-anyway",
)
@BASE_URL
@JOBS
@click.option("-q", "--quiet", is_flag=True, help="shared-quiet")
@LANGUAGE
def command(  # noqa: PLR0913
    archive: Path, editions: tuple[str, ...], output: Path, where: str, statement: str, listed: bool,
    anyway: bool,    base_url: str, jobs: int | None, quiet: bool, language: str,
) -> None:  # fmt: skip
    """Make editions: tables, TEI, a book."""
    says = Catalogue("editions", language)
    if listed:
        _list(says)
        return
    if not editions:
        raise UsageError("edition-unnamed", known=", ".join(BY_NAME))
    if where and statement:
        raise UsageError("where-and-statement")
    options = ExportOptions(moment(), editions, where, statement, base_url, jobs or default_jobs(), anyway)
    with rare_collection(), explained_refusal(language), progress_bar(quiet) as progress:
        summary = export(archive, output, options, progress)
    print_notes(summary.notes, language)
    print_findings(summary.left_out, language)
    print_findings((found for found in summary.findings if found.severity is Severity.ERROR), language)
    if not quiet:
        _report(summary, output, says)


def _list(says: Catalogue) -> None:
    for edition in EDITIONS:
        click.secho(edition.name, bold=True, nl=False)
        click.echo(f"  {edition.media_type}")
        click.echo(f"  {says('holds')}: {says(f'{edition.name}-holds')}")
        click.echo(f"  {says('loses')}: {says(f'{edition.name}-loses')}")


def _report(summary: ExportSummary, output: Path, says: Catalogue) -> None:
    click.echo(says("exported", statements=summary.statements, folder=str(output)))
    for name in dict.fromkeys(file.path.partition("/")[0] for file in summary.files):
        files = [file for file in summary.files if file.path.startswith(f"{name}/")]
        click.echo(f"  {name}: {says('files', count=len(files), size=sum(file.size for file in files))}")
