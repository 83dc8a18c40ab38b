"""The published site: an ordinary folder that changes from the old site to the new one in one step.

Beside the folder NAME lies the hidden folder `.NAME.allocution`, which can be deleted whenever no build runs:

    lock            held by the one builder (and its worker processes)
    draft/          the tree being built; the swap puts it in the published folder's place and that one here
    standby/        the tree published before, kept so that the next small change needn't copy the site
    differences     where standby/ isn't what is published; missing while standby/ isn't known to be whole
    record-INODE    what is known of the tree whose root folder has this inode
    memory-INODE    what the caller stored with it
    bulk-…          the part of that which seldom changes
    inventory-…     size and time of each file, as a full build wrote it
    leaving/        the published folder between the two renames of a system without an exchange
    index/          what was worked out for the search, by the caller (see KeptParts)
    garbage-…/      to be deleted

Unchanged files are hard links to the same file in both trees, so a file is never written through, only
replaced.

Killed at any moment, the published folder is the old site or the new one, whole. Only where neither Linux's
renameat2 nor macOS's renamex_np can exchange folders, the folder is missing for the moment between two
renames; the next `Publication.open` puts it back. After a loss of power the swap itself is whole too (memory
and folders are synced), but pages aren't synced one by one: those of the last seconds may be empty, which
`altered` finds.

A process whose current folder is the published one goes on seeing the old tree after a swap.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from allocution.errors import PublishError
from allocution.store import tree
from allocution.store.draft import Draft, explained
from allocution.store.exchange import exchange, exchange_in_steps, recover_steps
from allocution.store.kept_parts import KeptParts
from allocution.store.remembered import (
    Differences,
    Record,
    TreeIdentity,
    digest,
    fold_inventory,
    has_removals,
    inventory_paths,
    read_inventory,
    seal,
    unseal,
)
from allocution.store.writing import sync_folder, write_atomically

_CACHE_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"  # bford.info/cachedir
_SINCE_LIMIT = 1 << 20  # longer lists of changes are folded into the inventory


class Publication:
    """One output folder, held by this process from `open` until `close` (or the end of a `with`)."""

    def __init__(
        self, output: Path, hidden: Path, lock: int, recognise: Callable[[Path], bool] | None
    ) -> None:
        self.output = output
        self._hidden = hidden
        self._lock = lock
        self._recognise = recognise
        self._site = str(output)
        self._draft = str(hidden / "draft")
        self._standby = str(hidden / "standby")

    @classmethod
    def open(cls, output: Path, recognise: Callable[[Path], bool] | None = None) -> Publication:
        """Take the folder for this process and clean up after a run that was killed.

        A folder that isn't empty must be the one published last, or `recognise` must say that it is a site
        of ours (the hidden folder was deleted, the site was copied or somebody put a file into it);
        otherwise it is refused, so that nobody's files are deleted. Raises PublishError.
        """
        output = Path(os.path.realpath(output))  # Path.resolve raises RuntimeError for a loop of links
        if not output.name:
            raise PublishError("output-is-root")
        if os.path.ismount(output):
            raise PublishError("output-is-mount-point", path=output, inside=output / "site")
        hidden = output.with_name(f".{output.name}.allocution")
        publication = cls(output, hidden, -1, recognise)
        with explained(output):
            if not hidden.exists():
                publication._claim()  # nothing is left beside a folder that is refused
            hidden.mkdir(parents=True, exist_ok=True)
            publication._lock = _locked(hidden / "lock", output)
            try:
                (hidden / "CACHEDIR.TAG").write_text(_CACHE_TAG)
                (hidden / ".gitignore").write_text("*\n")
                publication._recover()
                publication._claim()
            except BaseException:
                publication.close()
                raise
        return publication

    def __enter__(self) -> Publication:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let another process build; what isn't needed any more is deleted."""
        if self._lock < 0:
            return
        try:
            if self._holds():
                self._tidy()
        finally:
            os.close(self._lock)
            self._lock = -1

    @property
    def memory(self) -> bytes | None:
        """What was stored with the tree that is published now (read from disk each time).

        None if there is none, if it is damaged or if the folder isn't the one that it was stored for.
        """
        record = self._record()
        if record is None:
            return None
        try:
            memory = self._beside("memory", record.tree).read_bytes()
        except FileNotFoundError:
            return None
        return memory if digest(memory) == record.memory else None

    @property
    def bulk(self) -> memoryview:
        """The part of the memory that seldom changes, mapped from disk; nobody checked it. Empty if there is none."""
        record = self._record()
        if record is None or not record.bulk:
            return memoryview(b"")
        try:
            with open(self._hidden / record.bulk, "rb") as file:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (FileNotFoundError, ValueError):  # an empty file can't be mapped
            return memoryview(b"")

    def kept_parts(self, name: str) -> KeptParts:
        """A place beside the site for what may be of use to the next build."""
        return KeptParts(self._hidden / name)

    def fresh(self) -> Draft:
        """A full build: a draft that starts empty. Files that come out as published keep their times.

        Whatever else was in the published folder is deleted with the old site.
        """
        with explained(self.output):
            self._discard_draft()
            os.mkdir(self._draft)
            before = self._site if self._claim() else None
            return Draft(self, self._draft, before, self._hidden / "journal", whole=True)

    def revised(self) -> Draft:
        """An incremental build: a draft that starts as what is published."""
        with explained(self.output):
            if not self._claim():
                return self.fresh()
            self.prepare()
            self._forget_differences()
            os.rename(self._standby, self._draft)
            return Draft(self, self._draft, self._draft, self._hidden / "journal", whole=False)

    def prepare(self) -> None:
        """Bring standby/ up to what is published, so that the next `revised` starts at once; delete garbage.

        It costs about as much as linking each file once after the first full build, little later. Without a
        call the next `revised` does it.
        """
        with explained(self.output):
            if not self._claim():
                return
            self._discard_draft()
            published = TreeIdentity.of(self._site)
            differences = self._differences()
            if differences is None or differences.paths:
                self._forget_differences()
                if differences is None:
                    with suppress(FileExistsError):
                        os.mkdir(self._standby)
                    tree.mirror(self._site, self._standby)
                else:
                    tree.bring_over(self._site, self._standby, set(differences.paths))
                seal(self._hidden / "differences", self._compared(published, ()), durable=False)
            self._tidy()

    def forget_replaced(self) -> None:
        """Leave nothing of the tree published before beside the site but what is published now, too."""
        if os.path.lexists(self._standby):
            self.prepare()

    def altered(self) -> set[str] | None:
        """The published files that somebody changed, removed or added since the build, by size and time.

        Only reads, so a worker process or a thread can do it while a draft is made (until it is published).
        None if it isn't known what was published.
        """
        record = self._record()
        if record is None or not record.inventory:
            return None
        try:
            inventory = (self._hidden / record.inventory).read_bytes()
        except FileNotFoundError:
            return None
        with explained(self.output):
            expected = read_inventory(inventory + record.since)
            return {path for path, _ in expected.items() ^ tree.files(self._site).items()}

    def _record(self) -> Record | None:
        try:
            published = TreeIdentity.of(self._site)
        except FileNotFoundError:
            return None
        record = unseal(self._beside("record", published), Record)
        return record if record and record.tree == published else None

    def _differences(self) -> Differences | None:
        """What is known about standby/, if it is known to belong to the published tree."""
        known = unseal(self._hidden / "differences", Differences)
        if known is None or not os.path.isdir(self._standby):
            return None
        current = (TreeIdentity.of(self._site), TreeIdentity.of(self._standby))
        return known if (known.published, known.standby) == current else None

    def _forget_differences(self) -> None:
        (self._hidden / "differences").unlink(missing_ok=True)

    def _beside(self, kind: str, identity: TreeIdentity) -> Path:
        return self._hidden / f"{kind}-{identity.inode}"

    def _claim(self) -> bool:
        """Whether there is a site; raises PublishError if there is something that may not be replaced."""
        try:
            found = os.lstat(self._site)
        except FileNotFoundError:
            return False
        if not stat.S_ISDIR(found.st_mode):
            raise PublishError("output-not-a-folder", path=self.output)
        if not os.listdir(self._site):
            return False
        if self._record() is not None:
            return True
        if os.path.lexists(f"{self._site}/.git"):
            raise PublishError("output-is-repository", path=self.output)
        if not (self._recognise and self._recognise(self.output)):
            raise PublishError("output-foreign", path=self.output)
        return True

    def _recover(self) -> None:
        """Put a killed run's folders back to names that a new run understands."""
        recover_steps(self._draft, self._site, str(self._hidden / "leaving"))
        self._discard_draft()

    def _discard_draft(self, keep: bool = True) -> None:
        """An unpublished draft becomes the standby tree, to be mirrored; if there is one, garbage."""
        if not os.path.lexists(self._draft):
            return
        if not keep or os.path.lexists(self._standby):
            self._throw_away(self._draft)
        else:
            os.rename(self._draft, self._standby)

    def _throw_away(self, folder: str) -> None:
        os.rename(folder, self._hidden / f"garbage-{secrets.token_hex(8)}")

    def _tidy(self) -> None:
        """Delete what nothing refers to any more."""
        record = self._record()
        kept = {".gitignore"}
        if record:
            kept |= {record.inventory, record.bulk} | {
                self._beside(kind, record.tree).name for kind in ("memory", "record")
            }
        for name in os.listdir(self._hidden):
            if name.startswith("garbage-"):
                tree.delete(str(self._hidden / name))
            elif (
                name.startswith((".", "bulk-", "inventory-", "journal", "memory-", "record-"))
                and name not in kept
            ):
                os.unlink(self._hidden / name)

    def swap_in(self, draft: Draft, memory: bytes, bulk: bytes | None) -> None:
        """For `Draft.publish`: swap the draft in; all that must be known about it is written before."""
        if not self._holds():
            raise PublishError("draft-deleted", path=self._hidden)
        replaced = TreeIdentity.of(self._site) if self._claim() else None
        before = self._record()
        if replaced and before and not draft.whole and not draft.changes():
            self._remember(replaced, before.inventory, before.since, memory, self._bulk(bulk, before))
            os.rename(self._draft, self._standby)
            seal(self._hidden / "differences", self._compared(replaced, ()), durable=False)
            return
        if os.path.isdir(self._site):
            os.chmod(self._draft, stat.S_IMODE(os.lstat(self._site).st_mode))
        new = TreeIdentity.of(self._draft)
        self._remember(new, *self._inventory(draft, before), memory, self._bulk(bulk, before))
        if replaced and before and not draft.whole:
            paths = tuple(sorted(inventory_paths(draft.changes())))
            seal(self._hidden / "differences", Differences(new, replaced, paths), durable=False)
        sync_folder(Path(self._draft))
        self._swap(replaced is not None)
        sync_folder(self.output.parent)

    def take_back(self, draft: Draft) -> None:
        """For `Draft.discard`."""
        self._discard_draft(keep=not draft.whole)

    def _swap(self, exists: bool) -> None:
        """The step that everything else is arranged around."""
        if not exists:
            os.rename(self._draft, self._site)  # over nothing or an empty folder
            return
        if not exchange(self._draft, self._site):
            exchange_in_steps(self._draft, self._site, str(self._hidden / "leaving"))
        if os.path.lexists(self._standby):
            self._throw_away(self._standby)
        os.rename(self._draft, self._standby)

    def _compared(self, published: TreeIdentity, paths: tuple[str, ...]) -> Differences:
        return Differences(published, TreeIdentity.of(self._standby), paths)

    def _remember(
        self, identity: TreeIdentity, inventory: str, since: bytes, memory: bytes, bulk: str
    ) -> None:
        write_atomically(self._beside("memory", identity), memory, durable=True)
        record = Record(identity, inventory, since, digest(memory), bulk)
        seal(self._beside("record", identity), record, durable=True)

    def _bulk(self, bulk: bytes | None, before: Record | None) -> str:
        """The name of the file with the memory's bulk: the earlier one's, or that of one written now."""
        if bulk is None:
            return before.bulk if before else ""
        name = f"bulk-{secrets.token_hex(8)}"
        write_atomically(self._hidden / name, bulk, durable=True)
        return name

    def _inventory(self, draft: Draft, before: Record | None) -> tuple[str, bytes]:
        """The name of the inventory file for a draft, and the changes since it was made; empty if not known."""
        lines: bytes | None = draft.changes()
        if not draft.whole:
            base = self._hidden / before.inventory if before else None
            if before is None or base is None or not base.is_file():
                return "", b""
            since = before.since + draft.changes()
            if len(since) < _SINCE_LIMIT and not has_removals(since):
                return before.inventory, since
            lines = fold_inventory(base.read_bytes() + since)
        if lines is None:
            return "", b""
        name = f"inventory-{secrets.token_hex(8)}"
        (self._hidden / name).write_bytes(lines)
        return name, b""

    def _holds(self) -> bool:
        """Whether the lock is the one on disk; not so if the hidden folder was deleted while we build."""
        with suppress(FileNotFoundError):
            return os.path.samestat(os.stat(self._hidden / "lock"), os.fstat(self._lock))
        return False


def _locked(path: Path, output: Path) -> int:
    """An open handle on the lock file, which this process alone holds; given up when all its holders end."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if path.exists() and os.path.samestat(path.stat(), os.fstat(handle)):
                return handle
        except BlockingIOError:
            os.close(handle)
            raise PublishError("build-running", path=output) from None
        os.close(handle)
