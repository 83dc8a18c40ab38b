"""What all imports have in common: where to, dry or not, and the report of what became of everything."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from allocution.cli.options import HELP, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal
from allocution.messages import Catalogue
from allocution.workspace.importing import FIRST_SECTION, Fate, Importing, ImportReport

# Reasons that are everyday; they are counted, not told one by one.
_USUAL = frozenset({"service", "no-words", "joined", "not-chosen"})
_FOLDER = click.Path(file_okay=False, path_type=Path)
_OPTIONS = (
    click.option("--dry-run", is_flag=True, help="import-dry-run"),
    click.option(
        "--report",
        "report_file",
        type=click.Path(dir_okay=False, path_type=Path),
        help="import-report",
    ),
    LANGUAGE,
)


@dataclass(frozen=True, slots=True)
class Into:
    """Where an import goes, and how its report is told."""

    archive: Path
    dry_run: bool
    report_file: Path | None
    language: str

    def importing(self, origin: str, section: str = FIRST_SECTION) -> Importing:
        """An import of statements from there."""
        return Importing(self.archive, moment(), origin, section, dry_run=self.dry_run)

    def says(self, message: str, **values: object) -> str:
        """Wording of imports in the person's language."""
        return Catalogue("importing", self.language)(message, **values)

    def show(self, report: ImportReport) -> None:
        """The report: how many of which fate, and each item that somebody has to look at."""
        for outcome in report.outcomes:
            if outcome.fate is Fate.LEFT_OUT and outcome.reason not in _USUAL:
                detail = f" ({', '.join(outcome.details)})" if outcome.details else ""
                click.echo(f"{outcome.key}: {self.says(f'reason-{outcome.reason}')}{detail}", err=True)
            elif outcome.fate is Fate.CHANGED:
                click.echo(f"{outcome.key}: {self.says('changed-hint', path=outcome.path)}", err=True)
        told = "dry-run" if self.dry_run else "done"
        click.echo(self.says(told, count=len(report.outcomes), origin=report.origin))
        for (fate, kind), count in sorted(report.counts().items()):
            what = self.says(f"reason-{kind}" if fate is Fate.LEFT_OUT else f"kind-{kind}")
            click.echo(f"  {count:6}  {self.says(f'fate-{fate}')}: {what}")
        if self.report_file is not None:
            written = json.dumps(_as_json(report), ensure_ascii=False, indent=2)
            self.report_file.write_text(f"{written}\n", encoding="utf-8")


def importer(
    group: click.Group, name: str, *, always: bool = True, examples: str = ""
) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command of a function that takes its own parameters and `into`, with the options of all imports.

    A command that doesn't `always` import has None for `into` where it isn't named.
    """
    into = click.option("--into", "archive", type=_FOLDER, required=always, help="import-into")

    def decorate(function: Callable[..., None]) -> click.Command:
        @functools.wraps(function)
        def run(
            archive: Path | None, dry_run: bool, report_file: Path | None, language: str, **parameters: Any
        ) -> None:
            chosen = None if archive is None else Into(archive, dry_run, report_file, language)
            with explained_refusal(language):
                function(into=chosen, **parameters)

        with_options: Callable[..., None] = run
        for option in reversed((into, *_OPTIONS)):
            with_options = option(with_options)
        return group.command(name, help=f"import-{name}", epilog=examples, context_settings=HELP)(
            with_options
        )

    return decorate


def _as_json(report: ImportReport) -> dict[str, Any]:
    return {
        "from": report.origin,
        "items": len(report.outcomes),
        "outcomes": [
            {
                "key": each.key,
                "fate": str(each.fate),
                "kind": each.kind or None,
                "path": each.path or None,
                "reason": each.reason or None,
                "details": list(each.details),
            }
            for each in report.outcomes
        ],
    }
