"""`allocution new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click

from allocution.cli.options import HELP, moment, own_language
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


@click.command("new", context_settings=HELP)
@click.argument("archive", type=click.Path(file_okay=False, path_type=Path), default=Path(), required=False)
@click.option(
    "--speaker", "speakers", multiple=True, metavar="NAME", help="Who speaks; give it once a person."
)
@click.option(
    "--charge", "charges", multiple=True, metavar="TEXT", help="The charge as worded; once a charge."
)
@click.option("--title", default="", help='By default "Name Surname (charge)".')
@click.option(
    "--date", default="", callback=_moment, metavar="MOMENT", help="By default now, with your offset."
)
@click.option(
    "--delivered", default="", callback=_date, metavar="DATE", help="When it was spoken, in EDTF: 1964~."
)
@click.option("--source", "sources", multiple=True, metavar="ADDRESS", help="Where the text is from.")
@click.option("--language", default="", metavar="TAG", help="The text's language: kk.")
@click.option("--jurisdiction", default="", metavar="CODE", help="The court's country: kz.")
@click.option("--court", default="", metavar="NAME", help="The court's name.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="yaml", show_default=True,
              help="How the front matter is written. Only YAML and TOML have comments.")  # fmt: skip
@click.option("--slug", default="", help="The file's name without ending. By default the speakers' names.")
@click.option(
    "--section", default=None, metavar="FOLDER", help="By default where most of the archive's files lie."
)
@click.option("--draft/--no-draft", default=True, show_default=True, help="A draft reaches no output.")
def command(
    archive: Path, form: str, slug: str, section: str | None, date: str, language: str, **known: Any
) -> None:
    """Make a content file in ARCHIVE (a folder; by default this one) for the words of one speech.

    Fields that you don't give stand in it as comments that say what they are for. No file is ever written
    over.

    \b
    allocution new --speaker "Alnur Ilyashev" --charge "spreading false information"
    allocution new my-archive --speaker "Name Surname" --delivered 1964~ --source https://t.me/channel/1
    allocution new --title "Name Surname (art. 274)" --slug surname-2020 --language kk --no-draft
    """
    now = moment()
    statement = NewStatement(
        date=date or now.astimezone().isoformat(timespec="seconds"), language=language, **known
    )
    interface = own_language()
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
