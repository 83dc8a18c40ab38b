"""Content files under a new name, recognised by their sentences, so that links to them keep working."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from allocution.content.archive import Item
from allocution.content.sentence_addresses import identifiers, same_statement
from allocution.content.sentence_records import AddressRecord, parse_record
from allocution.model.finding import Finding
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.workspace.withholding import read_safely
from allocution.workspace.words import read_words

ALIKE = 0.6


def find_renames(
    folder: ArchiveFolder, orphans: Iterable[str], fresh: Iterable[Item], now: datetime
) -> dict[str, str]:
    """New content paths by old, for files without an address record whose words are on record under a gone name."""
    records: dict[str, AddressRecord] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    for orphan in orphans:
        data = folder.read(f"{ADDRESS_RECORDS}/{orphan}.txt")
        if isinstance(data, Finding):
            continue
        records[orphan], _ = parse_record(data)
        for identifier in records[orphan].known():
            holders[identifier].append(orphan)
    renamed: dict[str, str] = {}
    if not records:
        return renamed
    for item in fresh:
        found = _best(folder, item, records, holders, now)
        if found and found not in renamed:
            renamed[found] = item.record.path
    return renamed


def _best(
    folder: ArchiveFolder,
    item: Item,
    records: Mapping[str, AddressRecord],
    holders: Mapping[str, list[str]],
    now: datetime,
) -> str:
    safe = read_safely(folder, item.record.path, now)
    if isinstance(safe, Finding):
        return ""
    addressed, _ = read_words(item.record.path, safe.data, item.record.language)
    sentences = [
        passage.text[sentence.start : sentence.end]
        for passage in addressed.body.passages
        for sentence in passage.sentences
    ]
    votes = Counter(holder for identifier in identifiers(sentences) for holder in holders.get(identifier, ()))
    if not votes:
        return ""
    candidate = min(votes, key=lambda path: (-votes[path], path))
    return candidate if same_statement(records[candidate], sentences) >= ALIKE else ""
