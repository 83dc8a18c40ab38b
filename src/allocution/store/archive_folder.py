"""The archive's folder on disk: what files there are, their bytes, and its address records."""

from __future__ import annotations

import os
import stat
import struct
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NewType

import msgspec

from allocution.errors import PublishError, UsageError
from allocution.model.digests import content_digest
from allocution.model.finding import Finding, Place, Severity
from allocution.store.writing import write_atomically

MOST_BYTES = 8 * 1024 * 1024
# A statement of five hours has a quarter of it.
MOST_CONTENT_BYTES = 1024 * 1024
ADDRESS_RECORDS = "addresses"
_TICK = 2_000_000_000


FileState = NewType("FileState", bytes)
"""What the file system says of a file; equal states on one machine mean that it wasn't written to between.

Packed: size, modified, changed, inode. The change time can't be set by a program, so `utime` and tools that restore
times don't hide a change.
"""
STATE = struct.Struct("<qqqQ")


def file_state(found: os.stat_result) -> FileState:
    """The state in what the system says."""
    return FileState(STATE.pack(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))


def is_settled(state: FileState, moment: int) -> bool:
    """Whether a change after `moment` (nanoseconds) would show: not within a tick of the file system's clock."""
    _, modified, changed, _ = STATE.unpack(state)
    return bool(max(modified, changed) <= moment - _TICK)


Wanted = Callable[[str], bool]


FOR_SERVERS = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains"})
"""Hidden names that servers look for; no other hidden file is ever published."""


def anything(path: str) -> bool:  # noqa: ARG001
    """Whatever is in a folder that is published as it is, with the hidden files that servers look for."""
    return True


def is_content(path: str) -> bool:
    """Whether a file of a content folder is content, and not an address record beside it."""
    return not path.startswith(f"{ADDRESS_RECORDS}/")


def is_record(path: str) -> bool:
    """Whether a file among the address records is one."""
    return path.endswith(".txt")


class Listing(msgspec.Struct):
    """Files by their path relative to the archive in NFC, and what couldn't be listed."""

    files: dict[str, FileState] = msgspec.field(default_factory=dict)
    findings: list[Finding] = msgspec.field(default_factory=list)


class ArchiveFolder:
    """An archive on disk. Paths are relative to it, with `/`, in NFC."""

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise UsageError("archive-missing", path=root)
        self.root = Path(os.path.realpath(root))
        self._written_names: dict[str, str] = {}
        self._record_folders: set[str] = set()

    def exists(self, path: str) -> bool:
        """Whether there is a file or folder of that path."""
        return os.path.exists(self._real(path))

    @property
    def has_other_names(self) -> bool:
        """Whether any file listed so far has another name on disk than its path here."""
        return bool(self._written_names)

    def folders(self) -> frozenset[str]:
        """The names of the folders directly inside."""
        with os.scandir(self.root) as entries:
            return frozenset(entry.name for entry in entries if _is(entry, os.DirEntry.is_dir))

    def top_files(self) -> tuple[str, ...]:
        """The names of the files directly inside, hidden ones left out."""
        with os.scandir(self.root) as entries:
            return tuple(
                sorted(
                    entry.name
                    for entry in entries
                    if not entry.name.startswith(".") and _is(entry, os.DirEntry.is_file)
                )
            )

    def list_files(self, folder: str, wanted: Wanted) -> Listing:
        """All files below a folder whose path passes `wanted`, sorted by path; hidden ones only for `anything`."""
        listing = Listing()
        start = self._real(folder) if folder else str(self.root)
        if os.path.isdir(start):
            self._walk(start, f"{folder}/" if folder else "", wanted, listing, 0)
        found = listing.files
        listing.files = {
            path: found[path] for path in sorted(found)
        }  # of pairs it would take thrice the time
        return listing

    def _walk(self, folder: str, prefix: str, wanted: Wanted, listing: Listing, depth: int) -> None:
        files = listing.files
        try:
            opened = os.scandir(folder)
        except OSError as error:  # a folder that may not be read
            why = (("problem", error.strerror or ""),)
            listing.findings.append(Finding("unreadable", Severity.ERROR, Place(prefix.rstrip("/")), why))
            return
        with opened as entries:
            for entry in entries:
                name = entry.name
                if name.startswith(".") and (wanted is not anything or name not in FOR_SERVERS):
                    continue
                if name.isascii() and name.isprintable() and entry.is_file(follow_symlinks=False):
                    # Nearly every file of an archive; the rest of the loop finds the same in thrice the time.
                    path = prefix + name
                    if wanted(path):
                        files[path] = file_state(entry.stat(follow_symlinks=False))
                    continue
                path = prefix + self._normal(name, prefix)
                problem = _unusable_name(path)
                if entry.is_symlink() and not self._inside(entry.path):
                    problem = "link-out-of-archive"
                elif entry.is_symlink() and self._leads_back(entry.path, folder):
                    problem = "folder-too-deep"
                if problem or depth > 64:
                    place = Place(path.encode("utf-8", "backslashreplace").decode())
                    listing.findings.append(Finding(problem or "folder-too-deep", Severity.ERROR, place))
                elif _is(entry, os.DirEntry.is_dir):
                    self._walk(entry.path, f"{path}/", wanted, listing, depth + 1)
                elif path in files:
                    # Two names that differ by how their letters are composed are one name everywhere else.
                    same = (("page", path), ("used", path))
                    listing.findings.append(Finding("hugo-same-page", Severity.ERROR, Place(path), same))
                elif wanted(path):
                    self._add(entry, path, listing)

    def _add(self, entry: os.DirEntry[str], path: str, listing: Listing) -> None:
        try:
            found = entry.stat()
        except OSError as error:  # a link to nothing, or around in a circle
            problem = (("problem", error.strerror or ""),)
            listing.findings.append(Finding("unreadable", Severity.ERROR, Place(path), problem))
            return
        if not stat.S_ISREG(found.st_mode):
            listing.findings.append(Finding("not-a-file", Severity.WARNING, Place(path)))
        else:
            listing.files[path] = file_state(found)

    def _normal(self, name: str, prefix: str) -> str:
        if name.isascii():
            return name
        normal = unicodedata.normalize("NFC", name)
        if normal != name:
            self._written_names[prefix + normal] = name
        return normal

    def _inside(self, path: str) -> bool:
        target = os.path.realpath(path)
        return target == str(self.root) or target.startswith(f"{self.root}{os.sep}")

    @staticmethod
    def _leads_back(path: str, folder: str) -> bool:
        """Whether a link leads to a folder that it lies in."""
        return f"{os.path.realpath(folder)}{os.sep}".startswith(f"{os.path.realpath(path)}{os.sep}")

    def _real(self, path: str) -> str:
        if not self._written_names:
            return f"{self.root}/{path}"
        parts: list[str] = []
        for part in path.split("/"):
            parts.append(self._written_names.get("/".join([*parts, part]) if parts else part, part))
        return "/".join([str(self.root), *parts])

    def read(self, path: str, most: int = MOST_BYTES) -> bytes | Finding:
        """A file's bytes; a finding where it is too large, gone or may not be read."""
        try:
            descriptor = os.open(self._real(path), os.O_RDONLY | os.O_CLOEXEC)
        except OSError as error:
            problem = (("problem", error.strerror or ""),)
            return Finding("unreadable", Severity.ERROR, Place(path), problem)
        try:
            size = os.fstat(descriptor).st_size
            if size > most:
                sizes = (("most", str(most)), ("size", str(size)))
                return Finding("file-too-large", Severity.ERROR, Place(path), sizes)
            return b"".join(_chunks(descriptor, size))
        finally:
            os.close(descriptor)

    def holds(self, path: str, state: FileState, content: bytes) -> bool:
        """Whether a file still has this state and the bytes with this digest."""
        data = self.read(path)
        if isinstance(data, Finding) or content_digest(data) != content:
            return False
        try:
            return file_state(os.stat(self._real(path))) == state
        except OSError:
            return False

    def real_path(self, path: str) -> Path:
        """Where a file lies on disk, under the name that it was given."""
        return Path(self._real(path))

    def write_record(self, path: str, data: bytes) -> FileState:
        """Write one address record; a killed process leaves the old one or the new one. Returns its state.

        Raises PublishError; the record is then as it was.
        """
        target = f"{self.root}/{ADDRESS_RECORDS}/{path}"
        try:
            return self._write_record(target, data)
        except OSError as error:
            raise PublishError("unwritable", path=target, problem=error.strerror) from error

    def _write_record(self, target: str, data: bytes) -> FileState:
        folder = target.rpartition("/")[0]
        if folder not in self._record_folders:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._record_folders.add(folder)
        try:
            # Nothing was on record yet, so nothing is lost if the process is killed before the bytes are there.
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        except FileExistsError:
            write_atomically(Path(target), data, root=self.root, durable=False)
            return file_state(os.stat(target))
        try:
            write_all(descriptor, data)
            return file_state(os.fstat(descriptor))
        except OSError:
            os.unlink(target)
            raise
        finally:
            os.close(descriptor)

    def remove_record(self, path: str) -> None:
        """Remove an address record that another one has taken over."""
        target = self.root / ADDRESS_RECORDS / path
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise PublishError("unwritable", path=target, problem=error.strerror) from error


def _is(entry: os.DirEntry[str], kind: Callable[[os.DirEntry[str]], bool]) -> bool:
    """Whether the entry is of that kind; a link around in a circle is of none."""
    try:
        return kind(entry)
    except OSError:
        return False


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of the bytes, however many the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _chunks(descriptor: int, size: int) -> Iterator[bytes]:
    while chunk := os.read(descriptor, size + 1):
        yield chunk
        if len(chunk) == size:
            return


def _unusable_name(path: str) -> str:
    if path.isascii() and path.isprintable():
        return ""
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in path):
        return "name-unusable"
    return ""
