"""`allocution export`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.options import ARCHIVE, BASE_URL, HELP, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, print_notes, progress_bar
from allocution.editions.table import BY_NAME, EDITIONS
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.exporting import ExportOptions, ExportSummary, export
from allocution.store.workers import default_jobs


@click.command("export", context_settings=HELP)
@ARCHIVE
@click.option(
    "-e", "--edition", "editions", type=click.Choice(list(BY_NAME)), multiple=True, metavar="NAME",
    help=f"An edition to make; may be given several times. There are {', '.join(BY_NAME)}.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("editions"),
    show_default=True, help="The folder for the editions. An earlier export in it is replaced in one step.",
)  # fmt: skip
@click.option(
    "--where", metavar="QUERY", default="", help="Only statements that this query of `search` finds."
)
@click.option(
    "--statement", metavar="ID", default="", help="Only one statement, by its file, its address or its name."
)
@click.option(
    "--list", "listed", is_flag=True, help="Say what editions there are, what each holds and loses."
)
@click.option(
    "--anyway",
    is_flag=True,
    help="Export what rights forbid, too: statements that name an edition, collections of one author's speeches.",
)
@BASE_URL
@JOBS
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@LANGUAGE
def command(  # noqa: PLR0913
    archive: Path, editions: tuple[str, ...], output: Path, where: str, statement: str, listed: bool,
    anyway: bool,    base_url: str, jobs: int | None, quiet: bool, language: str,
) -> None:  # fmt: skip
    """Export ARCHIVE (a folder; by default this one), a selection of it or one statement in other forms.

    What is a draft, withdrawn or not published yet is in no edition. The same archive gives the same bytes. In the
    output folder each edition has a folder of its name, and editions.json lists all files with their sizes and SHA-256.

    Exit status: 0 done, 1 no statement answers the query, 2 it could not run.

    \b
    allocution export --list
    allocution export my-archive --edition tei --edition csv --output editions
    allocution export my-archive --edition text --where "year:1960..1970 country:suhh"
    allocution export my-archive --edition text --statement content/statements/surname-2020.md
    """
    says = Catalogue("editions", language)
    if listed:
        _list(says)
        return
    if not editions:
        raise UsageError("edition-unnamed", known=", ".join(BY_NAME))
    if where and statement:
        raise UsageError("where-and-statement")
    options = ExportOptions(moment(), editions, where, statement, base_url, jobs or default_jobs(), anyway)
    with explained_refusal(language), progress_bar(quiet) as progress:
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
