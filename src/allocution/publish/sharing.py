"""A release made into a torrent, once it is known to be whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from allocution.errors import UsageError
from allocution.evidence.torrents import SharedFile, Torrent, make_torrent
from allocution.store.shared_folder import shared_files, write_beside
from allocution.store.verify import verify_release


class NotWholeError(UsageError):
    """The folder holds no release, or not just as it was signed."""

    def __init__(self, folder: Path, path: str, what: str) -> None:
        super().__init__("release-not-shareable", folder=folder, path=path, problem=what)


def share(folder: Path, output: Path, web_seeds: Sequence[str], trackers: Sequence[str]) -> Torrent:
    """Write the torrent of the release in a folder. Raises NotWholeError, PublishError."""
    report = verify_release(str(folder))
    if report.problems:
        raise NotWholeError(folder, *report.problems[0])
    if output.absolute().is_relative_to(folder.absolute()):
        raise UsageError("torrent-in-release", path=output)
    for address in (*web_seeds, *trackers):
        if "://" not in address:
            raise UsageError("address-not-whole", address=address)
    files = [SharedFile(*each) for each in shared_files(folder)]
    made = make_torrent(folder.absolute().name, files, web_seeds, trackers)
    write_beside(output, made.data)
    return made
