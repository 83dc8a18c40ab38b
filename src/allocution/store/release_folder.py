"""A release's folder: laid out beside the one that there is, and put in its place when it is whole."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from allocution.errors import PublishError
from allocution.store import tree
from allocution.store.exchange import exchange, exchange_in_steps
from allocution.store.verify import CHAIN, RELEASE, SIGNATURE, Report, files_below, sha256_of, verify_release
from allocution.store.writing import sync_folder

SITE = "site"


@dataclass(frozen=True, slots=True)
class PreviousRelease:
    """The release that a folder holds: what was checked of it, its statement and those before it, by path."""

    report: Report
    statement: bytes
    chain: dict[str, bytes]


def previous_release(folder: Path) -> PreviousRelease | None:
    """The release in a folder; None where there is nothing. Raises PublishError where it isn't whole."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    report = verify_release(str(folder))
    if report.problems or report.release is None:
        path, what = report.problems[0]
        raise PublishError("release-before-broken", folder=folder, path=path, problem=what)
    statement, signature = (folder / RELEASE).read_bytes(), (folder / SIGNATURE).read_bytes()
    chain = {f"{CHAIN}/{path.name}": path.read_bytes() for path in sorted(folder.glob(f"{CHAIN}/*"))}
    name = f"{CHAIN}/{report.release.number:04d}.txt"
    return PreviousRelease(report, statement, {**chain, name: statement, f"{name}.minisig": signature})


class ReleaseDraft:
    """A release that isn't in its place yet. Leaving a `with` without `publish` removes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = folder.absolute().parent / f".{folder.name}.{secrets.token_hex(8)}.allocution-release"

    def __enter__(self) -> ReleaseDraft:
        try:
            os.mkdir(self._root)
        except OSError as error:
            raise PublishError("unmakeable", path=self._root, problem=error.strerror) from error
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._root, ignore_errors=True)

    def take_site(self, site: Path) -> None:
        """Have a built site as part of it, by hard links where there can be such. Raises PublishError."""
        target = self._root / SITE
        target.mkdir()
        tree.mirror(str(site), str(target))

    def write(self, path: str, data: bytes) -> None:
        """Have a file. Raises PublishError."""
        tree.create(str(self._root), tree.checked(path), data)

    def files(self) -> Mapping[str, tuple[str, int]]:
        """SHA-256 and size of every file that there is now. Raises PublishError for what no release can hold."""
        found: dict[str, tuple[str, int]] = {}
        for path, wrong in files_below(str(self._root)):
            if wrong or "\\" in path:
                raise PublishError("file-not-releasable", path=path)
            found[path] = sha256_of(str(self._root / path))
        return found

    def verified(self, key: str) -> None:
        """Check it as everybody will. Raises PublishError."""
        report = verify_release(str(self._root), key)
        if report.problems:
            path, what = report.problems[0]
            raise PublishError("release-not-whole", path=path, problem=what)

    def publish(self) -> None:
        """Put it in its place, in one step where the system can."""
        try:
            sync_folder(self._root)
            if not self.folder.exists():
                os.rename(self._root, self.folder)
            elif not exchange(str(self._root), str(self.folder)):
                leaving = f"{self._root}-leaving"
                exchange_in_steps(str(self._root), str(self.folder), leaving)
            sync_folder(self.folder.absolute().parent)
        except OSError as error:
            raise PublishError("unwritable", path=self.folder, problem=error.strerror) from error
