"""What a check says of an archive's captures: a log that isn't whole, and words that no capture holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from allocution.content.archive import Archive, Record
from allocution.model.evidence import Evidences
from allocution.model.finding import Finding, Place, Severity
from allocution.store.archive_folder import ArchiveFolder
from allocution.workspace.words import read_published_words


def uncaptured_words(
    folder: ArchiveFolder, archive: Archive, evidence: Evidences, now: datetime
) -> Iterator[Finding]:
    """One finding for each statement whose captures don't hold all of its sentences word for word."""
    for work in archive.works:
        for item in work.items:
            statement = item.record.statement
            if statement is not None and evidence.digest(statement):
                yield from _of_statement(folder, item.record, evidence, now)


def _of_statement(
    folder: ArchiveFolder, record: Record, evidence: Evidences, now: datetime
) -> Iterator[Finding]:
    assert record.statement is not None
    body = read_published_words(folder, record, now).body
    found = evidence.of(record.statement, body, withholds=record.withholds)
    missing = [*found.differing, *found.nowhere]
    if not missing:
        return
    parameters = (
        ("all", str(found.found + len(missing))),
        ("differing", str(len(found.differing))),
        ("found", str(found.found)),
        ("nowhere", str(len(found.nowhere))),
    )
    place = Place(record.path, min(each.line for each in missing), 1)
    yield Finding("words-uncaptured", Severity.NOTE, place, parameters)
