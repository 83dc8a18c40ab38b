"""`allocution verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from allocution.capture.noting import note_check
from allocution.capture.verifying import Object, Told, verify_captures
from allocution.cli.help import spoken_command
from allocution.cli.options import ANY_WORK, EXISTING_FOLDER, LANGUAGE, moment
from allocution.errors import CaptureError, UsageError
from allocution.evidence.block_headers import LEAST_WORK
from allocution.evidence.minisign import PublicKey
from allocution.evidence.wacz import check_wacz
from allocution.messages import Catalogue, explain
from allocution.model.captures import Exchange
from allocution.store.capture_folder import FOLDER, mapped
from allocution.store.fetching import Fetcher, Limits
from allocution.store.key_file import read_key
from allocution.store.mirror import Mirror, verify_mirror
from allocution.store.verify import RELEASE, Problem, describe, read_release, verify_release


@spoken_command(
    "verify",
    """
    allocution verify build/release --key archive.pub
    allocution verify https://mirror.example.org/ --key archive.pub \\
        --against build/release
    allocution verify my-archive
    """,
)
@click.argument("path", metavar="PATH|ADDRESS")
@click.option(
    "--key",
    default="",
    help="verify-key",
)
@click.option(
    "--against",
    type=EXISTING_FOLDER,
    help="verify-against",
)
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST",
    help="shared-allow-host",
)
@click.option(
    "--log",
    "logged",
    is_flag=True,
    help="verify-log",
)
@ANY_WORK
@LANGUAGE
def command(
    path: str,
    key: str,
    against: Path | None,
    allowed: tuple[str, ...],
    logged: bool,
    any_work: bool,
    language: str,
) -> None:
    """Check a release, a mirror, captures."""
    pinned = ""
    if key:
        pinned = PublicKey.read(read_key(Path(key)) if Path(key).is_file() else key.encode()).text
    says = Catalogue("verifying", language)
    if path.startswith(("http://", "https://")):
        holds = _mirror(path, pinned, against, frozenset(allowed), says)
    elif path.endswith(".wacz") and Path(path).is_file():
        holds = _wacz(Path(path), says)
    elif not Path(path).is_dir():
        raise UsageError("nothing-to-verify", path=path)
    elif (Path(path) / RELEASE).exists() or not (Path(path) / FOLDER).exists():
        report = verify_release(path, pinned)
        for line in describe(report, language):
            click.echo(line)
        holds = not report.problems
    else:
        holds = _captures(Path(path), 0 if any_work else LEAST_WORK, says, logged=logged)
    sys.exit(0 if holds else 1)


def _wacz(path: Path, says: Catalogue) -> bool:
    try:
        count = check_wacz(mapped(path))
    except CaptureError as wrong:
        told = says("wacz", **{"problem": str(wrong), **wrong.parameters})
        click.secho(f"{path.name}: {told}", fg="red")
        return False
    click.echo(f"{path.name}: {says('wacz-whole', count=count)}")
    click.echo(f"  {says('open', what=says('wacz-alone'))}")
    return True


def _captures(root: Path, least_work: int, says: Catalogue, *, logged: bool) -> bool:
    """Tell of every object; whether all of them are as they were logged."""
    count, wrong = 0, list[str]()
    for each in verify_captures(root, least_work):
        count += 1
        wrong += [each.path] if each.wrong else []
        _tell(each, says)
    click.echo(says("objects-wrong" if wrong else "objects-whole", count=count, wrong=str(len(wrong))))
    if logged:
        _log(root, count, wrong, says)
    return not wrong


def _log(root: Path, count: int, wrong: list[str], says: Catalogue) -> None:
    """Log the check, where the log is one that anything can be added to."""
    try:
        note_check(root, count, wrong, moment)
    except CaptureError as error:
        if error.code != "custody-broken":
            raise
        click.secho(says("not-logged"), fg="red")
    else:
        click.echo(says("logged"))


def _tell(each: Object, says: Catalogue) -> None:
    def told(all_of: tuple[Told, ...]) -> str:
        return "; ".join(says(one.code, **dict(one.values)) for one in all_of)

    if each.wrong:
        click.secho(f"{each.path}: {told(each.wrong)}", fg="red")
    else:
        click.echo(f"{each.path}: {told(each.checked)}")
    if each.open:
        click.echo(f"  {says('open', what=told(each.open))}")


def _mirror(address: str, key: str, against: Path | None, allowed: frozenset[str], says: Catalogue) -> bool:
    def get(wanted: str, most: int) -> Exchange:
        try:
            return Fetcher(allowed, Limits(sent=most + 1024, decoded=most)).get(wanted).answer
        except CaptureError as error:
            refused[str(error)] = explain(error, says.language)[0]
            raise

    refused: dict[str, str] = {}
    mirror = verify_mirror(address, key, get)
    late = _late(mirror, against)
    if late is not None:
        mirror.report.problems.append(Problem(RELEASE, says("mirror-late", newest=late)))
    problems = [Problem(each.path, refused.get(each.what, each.what)) for each in mirror.report.problems]
    for line in describe(mirror.report._replace(problems=problems), says.language, all_seen=False):
        click.echo(line)
    if not mirror.report.problems:
        click.echo(says("mirror-current" if against is not None else "mirror-unknown"))
    click.echo(says("mirror-extra"))
    return not mirror.report.problems


def _late(mirror: Mirror, against: Path | None) -> str | None:
    """The number of the release that a mirror should have and hasn't; None where it is current, or nobody asked."""
    if against is None or mirror.report.release is None:
        return None
    known = verify_release(str(against))
    if known.problems or known.release is None:
        raise UsageError("release-unverified", folder=against)
    newest = (against / RELEASE).read_bytes()
    return None if newest in mirror.statements else str(read_release(newest).number)
