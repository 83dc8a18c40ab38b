"""A tree that files are written to, copied to and removed from until it takes the site's place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Protocol

from allocution.errors import PublishError
from allocution.store import tree
from allocution.store.remembered import inventory_line, inventory_paths


class Publisher(Protocol):
    """What a draft needs of the publication that it belongs to."""

    output: Path

    def swap_in(self, draft: Draft, memory: bytes, bulk: bytes | None) -> None:
        """Make the draft the published tree."""

    def take_back(self, draft: Draft) -> None:
        """Do away with the draft."""


class Draft:
    """A tree that isn't published yet. Its methods can be called in forked worker processes, too.

    The paths are relative to the site's root, with `/`, in the form (NFC) that links have. All raise
    PublishError, for what can't be a path in a site as for a full disk; the published folder is then
    untouched. Leaving a `with` without `publish` discards the draft.
    """

    def __init__(
        self, publication: Publisher, root: str, before: str | None, journal: Path, whole: bool
    ) -> None:
        self.whole = whole
        self._publication = publication
        self._root = root
        self._before = before
        self._inode = os.lstat(root).st_ino
        self._journal_path = journal
        journal.unlink(missing_ok=True)
        self._journal = os.open(
            journal, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, 0o666
        )
        self._mode = os.fstat(self._journal).st_mode & 0o777  # of a new file, by the umask

    def write(self, path: str, data: bytes) -> bool:
        """Have a file with these bytes; says whether that differs from what is published at the path.

        An equal file is left as it is, with its time.
        """
        try:
            place = tree.checked(path)
            if self._before and tree.same_bytes(f"{self._before}/{place}", data, self._mode):
                self._keep(place)
                return False
            self._note(place, tree.create(self._root, place, data))
        except OSError as error:
            raise self._explained(path, error) from error
        return True

    def copy(self, path: str, source: Path) -> bool:
        """Have a file with the bytes of another file (a copy, never the same file); otherwise as `write`."""
        try:
            place = tree.checked(path)
            if self._before and tree.same_file_bytes(f"{self._before}/{place}", source, self._mode):
                self._keep(place)
                return False
            self._note(place, tree.create_from(self._root, place, source))
        except OSError as error:
            raise self._explained(path, error) from error
        return True

    def remove(self, path: str) -> None:
        """Have no such file, nor folders that become empty. Remove before writing what changes places."""
        try:
            tree.remove(self._root, tree.checked(path))
            self._note(path, None)
        except OSError as error:
            raise self._explained(path, error) from error

    def publish(self, memory: bytes, bulk: bytes | None = None) -> None:
        """Make this the published site, in one step; from then on `memory` is the publication's memory.

        `bulk` is the part of it that seldom changes; None keeps the one that there is.
        """
        with explained(self._publication.output):
            self._check_root()
            self._publication.swap_in(self, memory, bulk)
        self._close()

    def discard(self) -> None:
        """Forget it; the published folder is as it was. Does nothing after `publish`."""
        if self._journal < 0:
            return
        self._close()
        with explained(self._publication.output):
            self._publication.take_back(self)

    def __enter__(self) -> Draft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def changes(self) -> bytes:
        """Inventory lines of all that was written, copied and removed, in any process."""
        return self._journal_path.read_bytes()

    def changed(self) -> list[str]:
        """The paths of all that was written or copied and is there, in any process."""
        return sorted(
            path for path in inventory_paths(self.changes()) if os.path.isfile(f"{self._root}/{path}")
        )

    def read(self, path: str) -> bytes:
        """The bytes of a file of the draft."""
        try:
            with open(f"{self._root}/{tree.checked(path)}", "rb") as file:
                return file.read()
        except OSError as error:
            raise self._explained(path, error) from error

    def _keep(self, path: str) -> None:
        """Have the published file itself, when starting from an empty tree; otherwise it is there."""
        if self.whole:
            tree.link(self._root, path, f"{self._before}/{path}")
            self._note(path, os.lstat(f"{self._root}/{path}"))

    def _note(self, path: str, seen: os.stat_result | None) -> None:
        os.write(self._journal, inventory_line(path, seen))

    def _check_root(self) -> None:
        if os.lstat(self._root).st_ino != self._inode:
            raise PublishError("draft-replaced", path=self._root)

    def _close(self) -> None:
        os.close(self._journal)
        self._journal = -1

    def _explained(self, path: str, error: OSError) -> PublishError:
        return PublishError("unwritable", path=f"{self._root}/{path}", problem=error.strerror)


@contextmanager
def explained(output: Path) -> Iterator[None]:
    """Turn the system's errors into one that says what it was about."""
    try:
        yield
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        problem = f"{error.strerror}{place}"
        if error.errno in {errno.EBUSY, errno.EXDEV}:
            raise PublishError("mount-point-unpublishable", path=output, problem=problem) from error
        raise PublishError("unpublishable", path=output, problem=problem) from error
