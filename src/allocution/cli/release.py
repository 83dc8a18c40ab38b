"""`allocution release`."""

from __future__ import annotations

from pathlib import Path

import click

from allocution.cli.key import read_secret_key
from allocution.cli.options import ARCHIVE, BASE_URL, EXISTING_FILE, HELP, JOBS, LANGUAGE, moment
from allocution.cli.reporting import explained_refusal, print_findings, progress_bar
from allocution.evidence.minisign import PublicKey
from allocution.messages import Catalogue
from allocution.model.finding import Severity
from allocution.publish.options import BuildOptions
from allocution.publish.releasing import release
from allocution.store.key_file import read_key
from allocution.store.ssh_signing import SshSigner
from allocution.store.workers import default_jobs


@click.command("release", context_settings=HELP)
@ARCHIVE
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The release's folder. A release that is there must be whole; the new one takes its place in one step.",
)
@click.option(
    "--key",
    "key_file",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The secret key to sign with (allocution key new, or minisign -G).",
)
@click.option(
    "--next-key",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="The public key that the next release will be signed with, where it is another.",
)
@click.option(
    "--ssh-key",
    type=EXISTING_FILE,
    default=None,
    help="An Ed25519 key of OpenSSH that signs the release, too; or its public half, where an agent has the other.",
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
    """Build ARCHIVE and release it: the site, a list of all files, its signature, and what is needed to check them.

    Each release holds the hash of the one before it and says which key signs the next. A release is built strictly:
    a file with an error stops it.

    \b
    allocution key new archive.key
    allocution release my-archive --output release --key archive.key
    allocution verify release
    """
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
