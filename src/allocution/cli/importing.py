"""`allocution import`: other people's data into an archive."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from allocution.cli.options import HELP, LANGUAGE, moment
from allocution.cli.reporting import progress_bar
from allocution.content.importing.csv_mapping import guess_mapping, read_mapping, read_rows
from allocution.content.importing.csv_rows import RefusedRow, RowReader
from allocution.content.importing.docx import read_docx
from allocution.content.importing.exported import Exported, read_tables
from allocution.content.importing.telegram import ChatExport, Joining, PassedOver, as_statement, speeches
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.model.digests import content_digest
from allocution.workspace.edition_import import (
    read_bagged_files,
    read_table_files,
    read_tei_files,
    take_exported,
)
from allocution.workspace.hugo_import import take_hugo_archive
from allocution.workspace.importing import Fate, Importing, ImportReport

_INTO = click.option(
    "--into",
    "archive",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The archive's folder.",
)
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Write nothing; say what would happen.")
_REPORT = click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole report as JSON.",
)
_EDITION = click.Path(exists=True, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import", context_settings=HELP)
def command() -> None:
    """Import statements from tables, chats of Telegram, other Hugo archives, Word documents, editions.

    Text is kept as it is found. A second run changes nothing, and an interrupted one is completed by running it
    again. A file that was edited since is never written over.
    """


@command.command("csv", context_settings=HELP)
@click.argument("file", type=_FILE)
@click.option("--mapping", type=_FILE, help="The file that says which columns are what.")
@click.option("--guess", is_flag=True, help="Print a first mapping to look through, and do nothing else.")
@click.option(
    "--into", "archive", type=click.Path(file_okay=False, path_type=Path), help="The archive's folder."
)
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_csv(
    file: Path,
    mapping: Path | None,
    guess: bool,
    archive: Path | None,
    dry_run: bool,
    report_file: Path | None,
    language: str,
) -> None:
    """Import the rows of a table.

    \b
    allocution import csv words.csv --guess > mapping.toml
    allocution import csv words.csv --mapping mapping.toml --into my-archive --dry-run
    allocution import csv words.csv --mapping mapping.toml --into my-archive
    """
    data = file.read_bytes()
    if guess:
        click.echo(guess_mapping(data, file.name), nl=False)
        return
    if mapping is None or archive is None:
        raise UsageError("An import needs --mapping and --into.", "--guess prints a first mapping.")
    chosen = read_mapping(mapping.read_bytes())
    columns, rows = read_rows(data, chosen.encoding, chosen.delimiter)
    reader = RowReader(chosen)
    with (
        Importing(archive, moment(), file.name, chosen.folder) as importing,
        progress_bar(quiet=False) as progress,
    ):
        for number, row in enumerate(rows, 1):
            read = reader.read(number, row)
            if isinstance(read, RefusedRow):
                importing.leave_out(read.key or str(number), read.reason, (read.value,) if read.value else ())
            else:
                importing.take(read, dry_run=dry_run)
            if progress is not None:
                progress("importing", number, len(rows))
    used = (
        {column for group in chosen.columns.values() for column in group} | set(chosen.keep) | set(chosen.key)
    )
    unused = [column for column in columns if column not in used]
    _tell(importing.report, dry_run, report_file, language)
    if unused:
        click.echo(Catalogue("importing", language)("columns-left", columns=", ".join(unused)))


@command.command("telegram", context_settings=HELP)
@click.argument("file", type=click.File("rb"))
@click.option(
    "--channel", required=True, help="The channel's user name, as in t.me/NAME; the export doesn't have it."
)
@_INTO
@click.option(
    "--ids", default="", metavar="LIST", help="Only these messages: 14-16,20. By default all with words."
)
@click.option(
    "--time-zone", default="UTC", show_default=True, metavar="ZONE", help="Zone in which dates are written."
)
@click.option(
    "--join/--no-join", default=True, show_default=True, help="Join consecutive posts of one speech."
)
@click.option(
    "--within", default=10, show_default=True, metavar="MINUTES", help="How far apart such posts may be."
)
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_telegram(
    file: BinaryIO,
    channel: str,
    archive: Path,
    ids: str,
    time_zone: str,
    join: bool,
    within: int,
    **telling: Any,
) -> None:
    """Import posts of a channel from Telegram Desktop's export of it (result.json). They come in as drafts.

    Posts by one hand, a few minutes apart, the former nearly full or answered by the latter, become one statement with
    several sources. The export of a whole account is refused.

    \b
    allocution import telegram result.json --channel NAME --into my-archive --dry-run
    allocution import telegram result.json --channel NAME --into my-archive --ids 14-16 --time-zone Asia/Almaty
    """
    joining = Joining(within, enabled=join, ids=_numbers(ids))
    export = ChatExport(file, _zone(time_zone))
    name = channel.lstrip("@")
    with (
        Importing(archive, moment(), f"t.me/{name}") as importing,
        progress_bar(quiet=False) as progress,
    ):
        for number, speech in enumerate(speeches(export, joining), 1):
            if isinstance(speech, PassedOver):
                importing.leave_out(str(speech.identifier), speech.reason, speech.details)
            else:
                importing.take(as_statement(speech, name), dry_run=telling["dry_run"])
            if progress is not None:
                progress("importing", number, export.count)
    _tell(importing.report, **telling)
    says = Catalogue("importing", telling["language"])
    if export.repaired:
        click.echo(says("repaired", count=export.repaired))
    missing = sum(
        "(File not included" in detail for each in importing.report.outcomes for detail in each.details
    )
    if missing:
        click.echo(says("media-missing", count=missing))


def _numbers(written: str) -> frozenset[int]:
    """Numbers and ranges of a list such as 14-16,20."""
    numbers: set[int] = set()
    for part in filter(None, (each.strip() for each in written.split(","))):
        first, _, last = part.partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            raise click.BadParameter("Write numbers and ranges: 14-16,20.")
        numbers.update(range(int(first), int(last or first) + 1))
    return frozenset(numbers)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(f"There is no time zone {name}.", "Write its name as in Asia/Almaty.") from error


@command.command("docx", context_settings=HELP)
@click.argument("files", type=_FILE, nargs=-1, required=True)
@_INTO
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_docx(
    files: tuple[Path, ...], archive: Path, dry_run: bool, report_file: Path | None, language: str
) -> None:
    """Import Word documents, each as a draft of one statement.

    Headings, emphasis, lists, quotations and footnotes stay, tracked changes are accepted; comments, properties and the
    editors' names are left behind.

    \b
    allocution import docx speech.docx --into my-archive
    """
    with Importing(archive, moment(), "docx") as importing:
        for file in files:
            data = file.read_bytes()
            importing.take(read_docx(data, file.name, content_digest(data).hex()), dry_run=dry_run)
    _tell(importing.report, dry_run, report_file, language)


@command.command("jsonl", context_settings=HELP)
@click.argument("edition", type=_EDITION)
@_INTO
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_jsonl(edition: Path, archive: Path, **telling: Any) -> None:
    """Import an edition `jsonl` again: its folder, or its ZIP file.

    Statements come back with the addresses that they had. What the edition doesn't hold (emphasis, links, pictures)
    doesn't come back; a passage that comes back otherwise than it went out is told of.

    \b
    allocution export my-archive --edition jsonl --output editions
    allocution import jsonl editions/jsonl --into new-archive
    """
    _import_edition(read_tables(read_table_files(edition)), archive, "jsonl", **telling)


@command.command("bagit", context_settings=HELP)
@click.argument("edition", type=_EDITION)
@_INTO
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_bagit(edition: Path, archive: Path, **telling: Any) -> None:
    """Import a bag again: its folder, or its ZIP file. A bag that isn't what its manifest says is refused.

    \b
    allocution export my-archive --edition bagit --output release
    allocution import bagit release/bagit --into new-archive
    """
    _import_edition(read_tables(read_bagged_files(edition)), archive, "bagit", **telling)


@command.command("tei", context_settings=HELP)
@click.argument("edition", type=_EDITION)
@_INTO
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_tei(edition: Path, archive: Path, **telling: Any) -> None:
    """Import an edition `tei` again: its folder, its ZIP file, or one statement's file.

    Words, who says them and what is known of the statement come back; emphasis, links and the nesting of lists don't.

    \b
    allocution export my-archive --edition tei --output editions
    allocution import tei editions/tei --into new-archive
    """
    _import_edition(read_tei_files(edition), archive, "tei", **telling)


def _import_edition(statements: list[Exported], archive: Path, origin: str, **telling: Any) -> None:
    says = Catalogue("importing", telling["language"])
    with Importing(archive, moment(), origin) as importing:
        for outcome in take_exported(statements, importing, dry_run=telling["dry_run"]):
            if outcome.details:
                told = says("came-back-otherwise", passages=outcome.details[0])
                click.echo(f"{outcome.key}: {told}", err=True)
    _tell(importing.report, **telling)


@command.command("hugo", context_settings=HELP)
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@_INTO
@_DRY_RUN
@_REPORT
@LANGUAGE
def import_hugo(source: Path, archive: Path, dry_run: bool, report_file: Path | None, language: str) -> None:
    """Import the content of another Hugo archive: pages, the files beside them, and static files.

    Bytes are kept. A page whose address is another one here gets its former address as an alias.

    \b
    allocution import hugo ../other-archive --into my-archive --dry-run
    """
    with progress_bar(quiet=False) as progress:
        report = take_hugo_archive(source, archive, moment(), dry_run=dry_run, progress=progress)
    _tell(report, dry_run, report_file, language)


def _tell(report: ImportReport, dry_run: bool, report_file: Path | None, language: str) -> None:
    """The report for people: how many of which fate, and each item that somebody has to look at."""
    says = Catalogue("importing", language)
    for outcome in report.outcomes:
        if outcome.fate is Fate.LEFT_OUT and outcome.reason not in _USUAL:
            detail = f" ({', '.join(outcome.details)})" if outcome.details else ""
            click.echo(f"{outcome.key}: {says(f'reason-{outcome.reason}')}{detail}", err=True)
        elif outcome.fate is Fate.CHANGED:
            click.echo(f"{outcome.key}: {says('changed-hint', path=outcome.path)}", err=True)
    click.echo(says("dry-run" if dry_run else "done", count=len(report.outcomes), origin=report.origin))
    for (fate, kind), count in sorted(report.counts().items()):
        what = says(f"reason-{kind}") if fate is Fate.LEFT_OUT else says(f"kind-{kind}")
        click.echo(f"  {count:6}  {says(f'fate-{fate}')}: {what}")
    if report_file is not None:
        report_file.write_text(
            json.dumps(_as_json(report), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )


# Reasons that are everyday; they are counted, not told one by one.
_USUAL = frozenset({"service", "no-words", "joined", "not-chosen"})


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
