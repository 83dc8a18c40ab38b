"""`allocution import`: other people's data into an archive."""

from __future__ import annotations

import re
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from allocution.cli.help import SpokenGroup
from allocution.cli.import_options import Into, importer
from allocution.cli.options import EXISTING, EXISTING_FILE, EXISTING_FOLDER, HELP, LANGUAGE_OF_OTHERS, moment
from allocution.cli.reporting import progress_bar
from allocution.content.importing.csv_mapping import guess_mapping, read_mapping, refuse_missing_columns
from allocution.content.importing.csv_rows import RefusedRow, RowReader
from allocution.content.importing.csv_table import read_rows
from allocution.content.importing.docx import read_docx
from allocution.content.importing.exported import Exported, read_tables
from allocution.content.importing.telegram import ChatExport, Joining, PassedOver, as_statement, speeches
from allocution.errors import UsageError
from allocution.model.digests import content_digest
from allocution.workspace.edition_import import (
    read_bagged_files,
    read_table_files,
    read_tei_files,
    take_exported,
)
from allocution.workspace.hugo_import import take_hugo_archive

_EDITION = EXISTING
_FILE = EXISTING_FILE


@click.group("import", cls=SpokenGroup, help="import", context_settings=HELP)
@LANGUAGE_OF_OTHERS
def command() -> None:
    """Import tables, chats, documents, editions."""


@importer(
    command,
    "csv",
    always=False,
    examples="""
    allocution import csv w.csv --guess > w.toml
    allocution import csv w.csv --mapping w.toml --into my-archive --dry-run
    allocution import csv w.csv --mapping w.toml --into my-archive
    """,
)
@click.argument("file", type=_FILE)
@click.option("--mapping", type=_FILE, help="import-csv-mapping")
@click.option("--guess", is_flag=True, help="import-csv-guess")
def import_csv(file: Path, mapping: Path | None, guess: bool, into: Into | None) -> None:
    """The rows of a table."""
    if guess:
        click.echo(guess_mapping(file.read_bytes(), file.name), nl=False)
        return
    if mapping is None or into is None:
        raise UsageError("import-incomplete")
    chosen = read_mapping(mapping.read_bytes())
    columns, rows = read_rows(file.read_bytes(), chosen.encoding, chosen.delimiter)
    refuse_missing_columns(chosen, columns)
    reader = RowReader(chosen)
    with into.importing(file.name, chosen.folder) as importing, progress_bar(quiet=False) as progress:
        for number, row in enumerate(rows, 1):
            read = reader.read(number, row)
            if isinstance(read, RefusedRow):
                importing.leave_out(read.key or str(number), read.reason, (read.value,) if read.value else ())
            else:
                importing.take(read)
            if progress is not None:
                progress("importing", number, len(rows))
    into.show(importing.report)
    used = {*chosen.keep, *chosen.key}.union(*chosen.columns.values())
    unused = [column for column in columns if column not in used]
    if unused:
        click.echo(into.says("columns-left", columns=", ".join(unused)))


@importer(
    command,
    "telegram",
    examples="""
    allocution import telegram result.json --channel NAME --into my-archive
    allocution import telegram result.json --channel NAME --into my-archive \\
        --ids 14-16 --time-zone Asia/Almaty
    """,
)
@click.argument("file", type=click.File("rb"))
@click.option("--channel", required=True, metavar="NAME", help="import-telegram-channel")
@click.option("--ids", default="", metavar="LIST", help="import-telegram-ids")
@click.option(
    "--time-zone", default="UTC", show_default=True, metavar="ZONE", help="import-telegram-time-zone"
)
@click.option("--join/--no-join", default=True, show_default=True, help="import-telegram-join")
@click.option("--within", default=10, show_default=True, metavar="MINUTES", help="import-telegram-within")
def import_telegram(
    file: BinaryIO,
    channel: str,
    ids: str,
    time_zone: str,
    join: bool,
    within: int,
    into: Into,
) -> None:
    """Posts of a Telegram channel."""
    joining = Joining(within, enabled=join, ids=_numbers(ids))
    export = ChatExport(file, _zone(time_zone))
    name = channel.removeprefix("https://t.me/").strip("@/")
    if not re.fullmatch(r"[A-Za-z0-9_]+", name):
        raise UsageError("channel-name-unusable", name=channel)
    with into.importing(f"t.me/{name}") as importing, progress_bar(quiet=False) as progress:
        for number, speech in enumerate(speeches(export, joining), 1):
            if isinstance(speech, PassedOver):
                importing.leave_out(str(speech.identifier), speech.reason, speech.details)
            else:
                importing.take(as_statement(speech, name))
            if progress is not None:
                progress("importing", number, export.count)
    into.show(importing.report)
    if export.repaired:
        click.echo(into.says("repaired", count=export.repaired))
    missing = sum("(File " in detail for each in importing.report.outcomes for detail in each.details)
    if missing:
        click.echo(into.says("media-missing", count=missing))


def _numbers(written: str) -> frozenset[int]:
    """Numbers and ranges of a list such as 14-16,20."""
    numbers: set[int] = set()
    for part in filter(None, (each.strip() for each in written.split(","))):
        first, _, last = part.partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            raise UsageError("post-numbers-unreadable", value=written)
        numbers.update(range(int(first), int(last or first) + 1))
    return frozenset(numbers)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError("time-zone-unknown", name=name) from error


@importer(
    command,
    "docx",
    examples="""
    allocution import docx speech.docx --into my-archive
    """,
)
@click.argument("files", type=_FILE, nargs=-1, required=True)
def import_docx(files: tuple[Path, ...], into: Into) -> None:
    """Word documents."""
    with into.importing("docx") as importing:
        for file in files:
            data = file.read_bytes()
            statement = read_docx(data, file.name, content_digest(data).hex())
            if not statement.body:
                importing.leave_out(file.name, "no-text")
                continue
            importing.take(statement)
            if statement.details:
                told = into.says("not-taken-over", what=", ".join(statement.details))
                click.echo(f"{file.name}: {told}", err=True)
    into.show(importing.report)


@importer(
    command,
    "jsonl",
    examples="""
    allocution export my-archive --edition jsonl --output editions
    allocution import jsonl editions/jsonl --into new-archive
    """,
)
@click.argument("edition", type=_EDITION)
def import_jsonl(edition: Path, into: Into) -> None:
    """An edition jsonl."""
    _import_edition(read_tables(read_table_files(edition)), "jsonl", into)


@importer(
    command,
    "bagit",
    examples="""
    allocution export my-archive --edition bagit --output release
    allocution import bagit release/bagit --into new-archive
    """,
)
@click.argument("edition", type=_EDITION)
def import_bagit(edition: Path, into: Into) -> None:
    """An edition bagit."""
    _import_edition(read_tables(read_bagged_files(edition)), "bagit", into)


@importer(
    command,
    "tei",
    examples="""
    allocution export my-archive --edition tei --output editions
    allocution import tei editions/tei --into new-archive
    """,
)
@click.argument("edition", type=_EDITION)
def import_tei(edition: Path, into: Into) -> None:
    """An edition tei."""
    _import_edition(read_tei_files(edition), "tei", into)


def _import_edition(statements: list[Exported], origin: str, into: Into) -> None:
    with into.importing(origin) as importing:
        for outcome in take_exported(statements, importing):
            if outcome.details:
                told = into.says("came-back-otherwise", passages=outcome.details[0])
                click.echo(f"{outcome.key}: {told}", err=True)
    into.show(importing.report)


@importer(
    command,
    "hugo",
    examples="""
    allocution import hugo ../other-archive --into my-archive --dry-run
    """,
)
@click.argument("source", type=EXISTING_FOLDER)
def import_hugo(source: Path, into: Into) -> None:
    """Another Hugo archive."""
    with progress_bar(quiet=False) as progress:
        report = take_hugo_archive(source, into.archive, moment(), dry_run=into.dry_run, progress=progress)
    into.show(report)
    if report.missing_languages:
        click.echo(into.says("languages-missing", languages=", ".join(sorted(report.missing_languages))))
