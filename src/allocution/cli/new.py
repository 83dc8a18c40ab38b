"""`allocution new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click

from allocution.cli.help import spoken_command
from allocution.cli.language import default_language
from allocution.cli.options import moment
from allocution.cli.reporting import print_findings
from allocution.content.dates import read_date, read_moment
from allocution.content.front_matter import FrontMatterFormat
from allocution.content.new_file import NewStatement, file_name, new_file
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.model.dates import DateMeaning
from allocution.model.finding import Severity
from allocution.store.new_file import make_file
from allocution.workspace.new_file import place_new_file

_FORMATS = [form.value for form in FrontMatterFormat if form is not FrontMatterFormat.NONE]


def _moment(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    try:
        return read_moment(value).written if value else ""
    except ValueError as error:
        raise UsageError("moment-unreadable", value=value) from error


def _date(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    try:
        return read_date(value, DateMeaning.DELIVERED).written if value else ""
    except ValueError as error:
        raise UsageError("date-unreadable", value=value) from error


@spoken_command(
    "new",
    """
    allocution new --speaker "Анна Ким" --charge "клевета"
    allocution new my-archive --speaker "Анна Ким" --delivered 1964~
    allocution new --title "Анна Ким (клевета)" --slug kim-2020 --no-draft
    """,
)
@click.argument("archive", type=click.Path(file_okay=False, path_type=Path), default=Path(), required=False)
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="new-speaker")
@click.option("--charge", "charges", multiple=True, metavar="TEXT", help="new-charge")
@click.option("--title", default="", help="new-title")
@click.option("--date", default="", callback=_moment, metavar="MOMENT", help="new-date")
@click.option("--delivered", default="", callback=_date, metavar="DATE", help="new-delivered")
@click.option("--source", "sources", multiple=True, metavar="ADDRESS", help="new-source")
@click.option("--language", default="", metavar="TAG", help="new-language")
@click.option("--jurisdiction", default="", metavar="CODE", help="new-jurisdiction")
@click.option("--court", default="", metavar="NAME", help="new-court")
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="yaml", show_default=True, help="new-format"
)
@click.option("--slug", default="", help="new-slug")
@click.option("--section", default=None, metavar="FOLDER", help="new-section")
@click.option("--draft/--no-draft", default=True, show_default=True, help="new-draft")
def command(
    archive: Path, form: str, slug: str, section: str | None, date: str, language: str, **known: Any
) -> None:
    """Begin a file for a statement."""
    now = moment()
    statement = NewStatement(
        date=date or now.astimezone().isoformat(timespec="seconds"), language=language, **known
    )
    interface = default_language()
    data = new_file(statement, FrontMatterFormat(form), interface)
    name = file_name(slug or "-".join(statement.speakers) or statement.title)
    if not name:
        raise UsageError("file-name-impossible")
    path, findings = place_new_file(archive, now, name, section, language, data)
    print_findings(findings, interface)
    if any(found.severity is Severity.ERROR for found in findings):
        raise UsageError("new-file-misread")
    target = make_file(archive, path, data)
    click.echo(str(target))
    says = Catalogue("commands", interface)
    click.echo(f"  {says('write-the-words')}", err=True)
    if statement.draft:
        click.echo(f"  {says('while-a-draft')}", err=True)
    command_line = shlex.join(["allocution", "serve", str(archive)])
    click.echo(f"  {says('see-how-it-reads', command=command_line)}", err=True)
