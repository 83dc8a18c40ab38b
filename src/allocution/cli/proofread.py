"""`allocution proofread`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from allocution.cli.help import spoken_command
from allocution.cli.options import EXISTING_FILE, EXISTING_FOLDER, LANGUAGE, moment
from allocution.cli.reporting import print_findings
from allocution.content.lexicon import LEXICON
from allocution.errors import UsageError
from allocution.messages import Catalogue
from allocution.workspace.proofreading import Proof, Proofreader, Suspicion, archive_of


@spoken_command(
    "proofread",
    """
    allocution proofread my-archive/content/statements/surname-2020.md
    allocution proofread surname-2020.md --accept 2 --accept 3=фабрик
    allocution proofread surname-2020.md --know "Нур Отан" --know КУИС
    """,
)
@click.argument("files", type=EXISTING_FILE, nargs=-1, required=True)
@click.option(
    "--archive",
    type=EXISTING_FOLDER,
    help="proofread-archive",
)
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="N[=WORD]",
    help="proofread-accept",
)
@click.option(
    "--know",
    "learned",
    multiple=True,
    metavar="WORD",
    help="proofread-know",
)
@click.option("--json", "as_json", is_flag=True, help="shared-json")
@LANGUAGE
def command(
    files: tuple[Path, ...],
    archive: Path | None,
    accepted: tuple[str, ...],
    learned: tuple[str, ...],
    as_json: bool,
    language: str,
) -> None:
    """Find likely typing errors."""
    if accepted and len(files) > 1:
        raise UsageError("proofread-one-file")
    says = Catalogue("proofreading", language)
    root = archive or archive_of(files[0])
    proofreader = Proofreader(root, moment())
    if learned:
        count = proofreader.learn(learned)
        click.echo(says("learned", count=count, path=str(root / LEXICON)), err=True)
    proofs = [proofreader.proofread(_path_in(root, file)) for file in files]
    for choice in _choices(accepted, proofs):
        suspicion, meant = choice
        proofreader.accept(suspicion, meant)
        written = says("accepted", path=suspicion.place.path, written=suspicion.written, meant=meant)
        click.echo(written, err=True)
    if as_json:
        click.echo(json.dumps(_as_json(proofs), ensure_ascii=False, indent=2))
    elif not accepted:
        _report(proofs, says)
    for proof in proofs:
        print_findings(proof.findings, language)


def _path_in(root: Path, file: Path) -> str:
    """The file's path in the archive. Raises UsageError."""
    try:
        return file.absolute().relative_to(root.absolute()).as_posix()
    except ValueError as error:
        raise UsageError("file-outside", file=file, archive=root) from error


def _choices(accepted: Sequence[str], proofs: list[Proof]) -> list[tuple[Suspicion, str]]:
    """What the person accepts, all of it understood before any of it is written. Raises UsageError."""
    suspicions = proofs[0].suspicions
    if accepted and not suspicions:
        raise UsageError("nothing-to-accept")
    choices = []
    for given in accepted:
        number, _, word = given.partition("=")
        if not number.isdigit() or not 1 <= int(number) <= len(suspicions):
            raise UsageError("number-unknown", number=number or given, most=len(suspicions))
        suspicion = suspicions[int(number) - 1]
        meant = word.strip() or next(iter(suspicion.suggestions), "")
        if not meant:
            raise UsageError("number-without-suggestion", number=number)
        choices.append((suspicion, meant))
    return choices


def _report(proofs: list[Proof], says: Catalogue) -> None:
    for proof in proofs:
        for number, suspicion in enumerate(proof.suspicions, 1):
            place = suspicion.place
            click.echo(f"{number:3}  ", nl=False)
            click.secho(f"{place.path}:{place.line}:{place.column}: ", nl=False, bold=True)
            click.echo(suspicion.before, nl=False)
            click.secho(suspicion.written, nl=False, fg="red", underline=True)
            click.echo(suspicion.after)
            found = ", ".join(suspicion.suggestions)
            click.echo(f"       {says('perhaps', suggestions=found) if found else says('no-suggestion')}")
    errors = sum(len(proof.suspicions) for proof in proofs)
    click.echo(says("summary", errors=errors, words=sum(proof.words for proof in proofs)))
    click.echo(says("limits"))
    unread = sorted({tag for proof in proofs for tag in proof.unread})
    if unread:
        click.echo(says("unread", languages=", ".join(unread)))


def _as_json(proofs: list[Proof]) -> list[dict[str, Any]]:
    return [
        {
            "file": proof.path,
            "words": proof.words,
            "unread_languages": list(proof.unread),
            "errors": [
                {
                    "line": each.place.line,
                    "column": each.place.column,
                    "written": each.written,
                    "suggestions": list(each.suggestions),
                    "language": each.language,
                    "before": each.before,
                    "after": each.after,
                }
                for each in proof.suspicions
            ],
        }
        for proof in proofs
    ]
