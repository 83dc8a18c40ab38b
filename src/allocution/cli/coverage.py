"""`allocution coverage`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from allocution.capture.covering import StatementCover, cover_statement
from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FOLDER, LANGUAGE, moment, path_in
from allocution.content.telegram_posts import POST_CAPACITY
from allocution.messages import Catalogue
from allocution.model.evidence import Piece, PieceKind


@spoken_command(
    "coverage",
    """
    allocution coverage my-archive content/statements/surname-2020.md
    """,
)
@click.argument("archive", type=EXISTING_FOLDER)
@click.argument("file", type=click.Path(path_type=Path))
@LANGUAGE
def command(archive: Path, file: Path, language: str) -> None:
    """Which sentences the captures hold."""
    says = Catalogue("capturing", language)
    cover = cover_statement(archive, path_in(archive, file), moment())
    _tell(cover, says)
    sys.exit(1 if cover.missing else 0)


def _tell(cover: StatementCover, says: Catalogue) -> None:
    missing = len(cover.missing)
    click.echo(
        says(
            "coverage",
            path=cover.path,
            all=cover.found + missing,
            found=str(cover.found),
            missing=str(missing),
        )
    )
    if cover.unaddressed:
        click.echo(f"  {says('unaddressed', count=cover.unaddressed)}")
    elif not cover.sources:
        click.echo(f"  {says('no-sources')}")
    for source in cover.sources:
        told = {"captures": source.captures, "words": str(source.with_words), "units": source.units}
        click.echo(f"  {says('source', address=source.address, **told)}")
        if source.is_full and missing:
            click.echo(f"    {says('full', most=str(POST_CAPACITY))}")
    for code, wanted in (("differing", True), ("nowhere", False)):
        chosen = [each for each in cover.missing if bool(each.difference) is wanted]
        if chosen:
            click.echo(says(code))
        for each in chosen:
            text = marked(each.difference) if each.difference else each.text
            click.echo(f"  {says('line', line=str(each.line), text=text)}")


def marked(pieces: Iterable[Piece]) -> str:
    """A difference in one line: [-words that were captured-] {+words that stand here+}."""
    marks = {PieceKind.SAME: "{}", PieceKind.GONE: "[-{}-]", PieceKind.NEW: "{{+{}+}}"}
    return " ".join(marks[piece.kind].format(piece.text) for piece in pieces)
