"""An archive as editions take it: which statements, and the words of each as they may be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from allocution.content.corrections import place_corrections
from allocution.editions.collection import Collected, Published
from allocution.errors import UsageError
from allocution.store.archive_folder import ArchiveFolder
from allocution.workspace.words import read_published_words


@dataclass(frozen=True, slots=True)
class PublishedWords:
    """The one place where an edition's words come from: what isn't to leave the archive is left out here."""

    folder: ArchiveFolder
    now: datetime

    def read(self, collected: Collected) -> Published:
        """A statement with its words. Raises ContentChangedError."""
        body = read_published_words(self.folder, collected.item.record, self.now).body
        meant = place_corrections(body.passages, collected.statement.corrections)
        return Published(collected, body, tuple(tuple(each) for each in meant))

    def read_all(self, statements: Iterable[Collected]) -> Iterator[Published]:
        """One statement after the other, none of which is kept."""
        return map(self.read, statements)


class NoSuchStatementError(UsageError):
    """No published statement has that name, path or address."""

    def __init__(self, wanted: str) -> None:
        super().__init__("statement-unknown", name=wanted)


def find_statement(statements: Sequence[Collected], wanted: str) -> Collected:
    """The statement with that name, path or address. Raises NoSuchStatementError."""
    path, address = wanted.removeprefix("./"), f"/{wanted.strip('/')}/"
    for each in statements:
        if (
            wanted == each.name
            or path == each.item.record.path
            or address == f"/{each.item.address.strip('/')}/"
        ):
            return each
    raise NoSuchStatementError(wanted)
