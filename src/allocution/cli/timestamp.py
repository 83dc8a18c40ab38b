"""`allocution timestamp`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from allocution.capture.keeping import alone, checked_log
from allocution.capture.stamping import Authority, Stamp, Stamping
from allocution.cli.help import spoken_command
from allocution.cli.options import ANY_WORK, LANGUAGE, moment
from allocution.errors import CaptureError, UsageError
from allocution.evidence.block_headers import LEAST_WORK
from allocution.evidence.custody import events
from allocution.evidence.time_authority import read_roots
from allocution.messages import Catalogue, explain
from allocution.model.finding import Finding
from allocution.store.capture_folder import CaptureFolder
from allocution.store.fetching import Fetcher, Limits
from allocution.store.key_file import random_bytes
from allocution.workspace.loading import Workspace

_FEWEST_AUTHORITIES = 2
_UPGRADE = "upgrade"
_LIMITS = Limits(sent=1 << 20, decoded=1 << 20, seconds=30.0)


@spoken_command(
    "timestamp",
    """
    allocution timestamp my-archive
    allocution timestamp upgrade my-archive
    """,
)
@click.argument("words", nargs=-1, required=True, metavar="[upgrade] ARCHIVE")
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="HOST",
    help="shared-allow-host",
)
@ANY_WORK
@LANGUAGE
def command(words: tuple[str, ...], allowed: tuple[str, ...], any_work: bool, language: str) -> None:
    """Have others say when captures existed."""
    root = _archive(words)
    says = Catalogue("timestamping", language)
    settings = Workspace(root, moment()).configuration.settings
    folder = CaptureFolder(root)
    fetcher = Fetcher(frozenset(host.lower() for host in allowed), _LIMITS)
    stamping = Stamping(folder, fetcher, moment, random_bytes, 0 if any_work else LEAST_WORK)
    complete = True
    with alone(folder, moment):
        known = events(checked_log(root))
        calendars = settings.timestamp_calendars
        if words[0] == _UPGRADE:
            stamps = stamping.upgrade(known, calendars, settings.block_headers)
        else:
            authorities = _authorities(root, settings.timestamp_authorities)
            stamps = stamping.stamp(known, authorities, calendars)
        count = 0
        for count, stamp in enumerate(stamps, 1):  # noqa: B007
            complete &= _tell(stamp, says)
    if not count:
        click.echo(says("nothing-to-do"))
    sys.exit(0 if complete else 1)


def _archive(words: tuple[str, ...]) -> Path:
    given = words[1:] if words[0] == _UPGRADE else words
    if len(given) != 1 or not Path(given[0]).is_dir():
        raise UsageError("timestamp-one-folder")
    return Path(given[0])


def _authorities(root: Path, written: tuple[str, ...]) -> list[Authority]:
    """The authorities that settings name, each with its root. Raises UsageError."""
    if len({each.partition(" ")[0] for each in written}) < _FEWEST_AUTHORITIES:
        raise UsageError("authorities-too-few")
    found = []
    folder = Workspace(root, moment()).folder
    for each in written:
        address, _, path = each.partition(" ")
        data = folder.read(path.strip()) if path.strip() else b""
        try:
            roots = () if isinstance(data, Finding) else read_roots(data)
        except CaptureError:
            roots = ()
        if isinstance(data, Finding) or not roots:
            raise UsageError("authority-without-root", address=address, path=path)
        found.append(Authority(address, data))
    return found


def _tell(stamp: Stamp, says: Catalogue) -> bool:
    """What came of one request; whether it was had."""
    told = {"file": stamp.file, "authority": stamp.authority}
    if stamp.refused is not None:
        problem = explain(stamp.refused, says.language)[0]
        click.secho(says("refused", problem=problem, **told), fg="red", err=True)
        return False
    if stamp.moment is None:
        click.echo(says("promised", **told))
    else:
        click.echo(says("stamped", moment=stamp.moment.isoformat(timespec="seconds"), **told))
    return True
