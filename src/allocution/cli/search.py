"""`allocution search`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_notes, progress_bar
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.search.concordance import ConcordanceLine, Frequency, concordance, concordance_csv
from allocution.search.results import Hit, Results
from allocution.views.dates import written_date_text
from allocution.workspace.searching import ArchiveSearch

_FREQUENCIES = {"year": "years", "speaker": "speakers"}


@spoken_command(
    "search",
    """
    allocution search my-archive репрессия
    allocution search my-archive '"свобода слова" year:2019..2022' --json
    allocution search my-archive 'суд NEAR/3 честный' --concordance right
    """,
)
@click.argument("archive", type=EXISTING_FOLDER)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "date"]),
    default="relevance",
    show_default=True,
    help="search-sort",
)
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="search-limit")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="search-page")
@click.option("--why", is_flag=True, help="search-why")
@click.option(
    "--concordance",
    "sides",
    type=click.Choice(["order", "left", "right"]),
    help="search-concordance",
)
@click.option("--frequency", "by", type=click.Choice(list(_FREQUENCIES)), help="search-frequency")
@click.option("--csv", "as_csv", is_flag=True, help="search-csv")
@click.option("--json", "as_json", is_flag=True, help="shared-json")
@JOBS
@LANGUAGE
def command(  # noqa: PLR0913
    archive: Path, query: tuple[str, ...], sort: str, limit: int, page: int, why: bool, sides: str | None,
    by: str | None, as_csv: bool, as_json: bool, jobs: int | None, language: str,
) -> None:  # fmt: skip
    """Find sentences by any form of a word."""
    typed = " ".join(query)
    if not typed.strip():
        raise UsageError("query-empty")
    with explained_refusal(language), progress_bar(as_json or as_csv) as progress:
        opened = ArchiveSearch(archive, moment(), jobs, progress)
    says = Catalogue("searching", language)
    results = opened.search(typed, sort=sort, limit=limit, offset=(page - 1) * limit)
    print_notes(results.notes, language)
    _print_suggestions(results, says)
    if by:
        _print_frequencies(opened.searcher.frequency(typed, _FREQUENCIES[by]), as_json)
    elif sides or as_csv:
        _print_lines(concordance(opened.searcher.every_hit(typed), sides or "order"), as_csv, as_json)
    elif as_json:
        click.echo(json.dumps(asdict(results), ensure_ascii=False, indent=2))
    else:
        _print_results(results, says, Catalogue("site", language), why, (page - 1) * limit)
    sys.exit(0 if results.total else 1)


def _print_suggestions(results: Results, says: Catalogue) -> None:
    for suggestion in results.suggestions:
        click.secho(says("did-you-mean", word=suggestion.word, meant=suggestion.meant), fg="yellow", err=True)


def _print_results(results: Results, says: Catalogue, dates: Catalogue, why: bool, offset: int) -> None:
    for number, hit in enumerate(results.hits, start=offset + 1):
        click.secho(f"{number}. {hit.title}", bold=True, nl=False)
        click.echo(f" · {written_date_text(hit.date, dates)}" if hit.date else "")
        _print_hit(hit, says, why)
    for dimension, values in results.facets.items():
        shown = "; ".join(f"{value.label} ({value.count})" for value in values[:5])
        click.echo(f"{says(dimension)}: {shown}")
    click.secho(says("found", total=results.total, statements=results.statements), bold=True)


def _print_hit(hit: Hit, says: Catalogue, why: bool) -> None:
    click.echo(f"   {_marked(hit)}")
    click.secho(f"   {hit.address}", fg="blue")
    if why:
        for match in hit.matches:
            how = says(f"how-{match.how}")
            click.echo(f"   {hit.text[match.start : match.end]} ← {match.asked} ({how})")


def _marked(hit: Hit) -> str:
    parts, at = [], 0
    for match in hit.matches:
        parts += [
            hit.text[at : match.start],
            click.style(hit.text[match.start : match.end], bold=True, fg="green"),
        ]
        at = match.end
    return " ".join("".join([*parts, hit.text[at:]]).split())


def _print_lines(lines: list[ConcordanceLine], as_csv: bool, as_json: bool) -> None:
    if as_csv:
        click.echo(concordance_csv(lines), nl=False)
    elif as_json:
        click.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=2))
    else:
        for line in lines:
            left, right = " ".join(line.left.split()), " ".join(line.right.split())
            click.echo(f"{left:>60}  {click.style(line.keyword, bold=True, fg='green')}  {right}")


def _print_frequencies(frequencies: tuple[Frequency, ...], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([asdict(each) for each in frequencies], ensure_ascii=False, indent=2))
        return
    for each in frequencies:
        click.echo(f"{each.label}\t{each.hits}\t{each.sentences}\t{each.per_thousand:.1f}‰")
