"""`allocution verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from allocution.cli.options import HELP
from allocution.evidence.minisign import PublicKey
from allocution.store.key_file import read_key
from allocution.store.verify import describe, verify_release


@click.command("verify", context_settings=HELP)
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--key",
    default="",
    help="The public key that you have from elsewhere, or its file: of this release or of any before it.",
)
def command(path: Path, key: str) -> None:
    """Check a release or a copy of one: every file there, no other, each as it was signed. Needs no network.

    Exit status 1 if anything isn't as it was signed. The file verify.py in every release does the same with nothing
    but Python.
    """
    pinned = ""
    if key:
        pinned = PublicKey.read(read_key(Path(key)) if Path(key).is_file() else key.encode()).text
    report = verify_release(str(path), pinned)
    for line in describe(report):
        click.echo(line)
    sys.exit(1 if report.problems else 0)
