"""What commands say: progress, findings, summaries."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from allocution.check.wording import describe
from allocution.cli.language import default_language
from allocution.cli.terminal import harmless
from allocution.messages import Catalogue
from allocution.model.finding import Finding, Severity
from allocution.publish.refusals import FindingsRefuseBuildError, RightsRefuseExportError
from allocution.workspace.loading import BrokenConfigurationError, Progress

if TYPE_CHECKING:
    from allocution.search.query import Note

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_STEPS = ("reading", "checking", "importing", "indexing", "writing", "exporting")


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on a terminal; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    # Only terminals need it, and it takes a sixth of a second to import.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        says = Catalogue("commands", default_language())
        tasks = {step: bar.add_task(says(step), total=None, visible=False) for step in _STEPS}

        def show(step: str, done: int, total: int) -> None:
            bar.update(tasks[step], completed=done, total=total, visible=True)

        yield show


@contextmanager
def explained_refusal(language: str) -> Iterator[None]:
    """Print the findings for which an archive is refused before the refusal itself."""
    try:
        yield
    except (BrokenConfigurationError, FindingsRefuseBuildError, RightsRefuseExportError) as refused:
        print_findings(refused.findings, language)
        raise


def print_findings(
    findings: Iterable[Finding], language: str, most: int = 50, *, to_error: bool = True
) -> None:
    """Findings on standard error or output, the gravest first."""
    order = list(Severity)
    says = Catalogue("commands", language)
    ordered = sorted(findings, key=lambda found: (order.index(found.severity), found.place, found.code))
    for finding in ordered[:most]:
        place = finding.place
        where = ":".join(str(part) for part in (place.path, place.line, place.column) if part)
        message, hint = describe(finding, language)
        click.secho(f"{harmless(where)}: ", nl=False, bold=True, err=to_error)
        click.secho(
            says(f"severity-{finding.severity}"), fg=_COLOURS[finding.severity], nl=False, err=to_error
        )
        click.echo(f" [{finding.code}] {harmless(message)}", err=to_error)
        if hint:
            click.echo(f"    {harmless(hint)}", err=to_error)
    if len(ordered) > most:
        click.echo(says("more-findings", count=len(ordered) - most), err=to_error)


def print_notes(notes: Iterable[Note], language: str) -> None:
    """What of a query was left out or read in another way, on standard error."""
    says = Catalogue("searching", language)
    for note in notes:
        click.secho(says(f"note-{note.code}", text=note.text), fg="yellow", err=True)
