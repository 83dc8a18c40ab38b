"""A folder of exported files: filled where nobody sees it, put in its place when it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from allocution.errors import PublishError

LISTING = "editions.json"
_MOST_OPEN = 64
_FORMAT = "allocution-editions 1"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written: its path in the folder, its bytes and their SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(slots=True)
class ExportFolder:
    """Takes files a piece at a time. Nothing is seen at `output` before `finish`; without it nothing stays.

    An output folder that holds anything but an earlier export is refused. Raises PublishError.
    """

    output: Path
    _draft: Path = field(init=False)
    _open: OrderedDict[str, BinaryIO] = field(default_factory=OrderedDict)
    _sums: dict[str, tuple[int, hashlib._Hash]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.output = Path(os.path.realpath(self.output))
        self._refuse_foreign()
        self._draft = self.output.with_name(f".{self.output.name}.{secrets.token_hex(4)}.allocution-new")
        try:
            self._draft.mkdir(parents=True)
        except OSError as error:
            raise self._problem(error) from error

    def __enter__(self) -> ExportFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_all()
        shutil.rmtree(self._draft, ignore_errors=True)

    def _problem(self, error: OSError) -> PublishError:
        return PublishError("unwritable", path=self.output, problem=error.strerror)

    def _refuse_foreign(self) -> None:
        """Refuse a folder with files that no export wrote."""
        if not os.path.lexists(self.output):
            return
        try:
            names = {entry.name for entry in os.scandir(self.output)}
        except OSError as error:
            raise self._problem(error) from error
        if names and not names <= _exported(self.output):
            raise PublishError("export-folder-foreign", path=self.output)

    def path_of(self, path: str) -> Path:
        """Where a file that another library writes is to lie; `seal` takes it up."""
        target = self._draft / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def append(self, path: str, data: bytes) -> None:
        """Write what comes next in a file."""
        try:
            self._file(path).write(data)
        except OSError as error:
            raise self._problem(error) from error
        size, digest = self._sums[path]
        digest.update(data)
        self._sums[path] = (size + len(data), digest)

    def _file(self, path: str) -> BinaryIO:
        file = self._open.get(path)
        if file is not None:
            self._open.move_to_end(path)
            return file
        if len(self._open) >= _MOST_OPEN:
            self._open.popitem(last=False)[1].close()
        file = open(self.path_of(path), "ab")  # noqa: SIM115
        self._open[path] = file
        self._sums.setdefault(path, (0, hashlib.sha256()))
        return file

    def _close_all(self) -> None:
        while self._open:
            self._open.popitem()[1].close()

    def seal(self, path: str) -> None:
        """Take up a file that another library wrote."""
        target = self._draft / path
        with open(target, "rb") as file:
            digest = hashlib.sha256()
            while block := file.read(1 << 20):
                digest.update(block)
        self._sums[path] = (target.stat().st_size, digest)

    def finish(self) -> tuple[WrittenFile, ...]:
        """Write the list of files and put the folder in its place."""
        self._close_all()
        files = tuple(
            WrittenFile(path, size, digest.hexdigest()) for path, (size, digest) in sorted(self._sums.items())
        )
        listed = [{"path": each.path, "bytes": each.size, "sha256": each.sha256} for each in files]
        text = json.dumps({"format": _FORMAT, "files": listed}, ensure_ascii=False, indent=1)
        try:
            (self._draft / LISTING).write_text(f"{text}\n", encoding="utf-8")
            self._refuse_foreign()
            self._swap()
        except OSError as error:
            raise self._problem(error) from error
        return files

    def _swap(self) -> None:
        leaving = self._draft.with_name(f"{self._draft.name}.old")
        if self.output.exists():
            os.rename(self.output, leaving)
        os.rename(self._draft, self.output)
        shutil.rmtree(leaving, ignore_errors=True)


def _exported(folder: Path) -> set[str]:
    """The names that an earlier export gave to what lies in a folder."""
    try:
        listed = json.loads((folder / LISTING).read_bytes())
        if listed["format"] != _FORMAT:
            return set()
        return {LISTING, *(each["path"].partition("/")[0] for each in listed["files"])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()
