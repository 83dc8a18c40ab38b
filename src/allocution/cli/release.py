"""`allocution release`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.help import spoken_command
from allocution.cli.key import read_secret_key
from allocution.cli.options import ARCHIVE, BASE_URL, EXISTING_FILE, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.evidence.minisign import PublicKey
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.options import BuildOptions
from allocution.publish.releasing import release
from allocution.store.key_file import read_key
from allocution.store.ssh_signing import SshSigner
from allocution.store.workers import default_jobs


@spoken_command(
    "release",
    """
    allocution key new archive.key
    allocution release my-archive --output release --key archive.key
    allocution verify release
    """,
)
@ARCHIVE
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="release-output",
)
@click.option(
    "--key",
    "key_file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="release-key",
)
@click.option(
    "--next-key",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="release-next-key",
)
@click.option(
    "--ssh-key",
    type=EXISTING_FILE,
    default=None,
    help="release-ssh-key",
)
@BASE_URL
@JOBS
@LANGUAGE
def command(
    archive: Path,
    output: Path,
    key_file: Path,
    next_key: Path | None,
    ssh_key: Path | None,
    base_url: str,
    jobs: int | None,
    language: str,
) -> None:
    """Build the site, and sign it."""
    options = BuildOptions(moment(), jobs or default_jobs(), base_url, strict=True)
    announced = PublicKey.read(read_key(next_key)) if next_key is not None else None
    key = read_secret_key(key_file)
    with explained_refusal(language), progress_bar(quiet=False) as progress:
        signer = SshSigner.of(ssh_key) if ssh_key is not None else None
        made = release(archive, output, key, options, announced, progress, signer)
    print_findings([each for each in made.build.findings if each.severity is Severity.ERROR], language)
    says = Catalogue("commands", language)
    told = says("released", number=str(made.number), folder=str(output), files=made.files, key=made.key.text)
    click.echo(told)
    if made.next_key != made.key:
        click.echo(says("next-key", key=made.next_key.text))
