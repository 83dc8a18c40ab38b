"""A whole archive checked: what reading finds, and what the rules find, in every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path

import msgspec

from allocution.check.checked import CheckedArchive, CheckedFile, Problem, Sketch
from allocution.check.repairing import repairs
from allocution.check.rules import check_archive, check_file
from allocution.check.sketching import sketch
from allocution.content.archive import Record
from allocution.content.body.reading import body_findings
from allocution.content.editing import Edit, apply_edits
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.page_addresses import read_page_addresses
from allocution.content.sentence_records import parse_record
from allocution.model.digests import content_digest
from allocution.model.finding import Finding
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.store.workers import rare_collection
from allocution.store.writing import write_atomically
from allocution.workspace.captured_words import uncaptured_words
from allocution.workspace.evidence_access import evidence_of
from allocution.workspace.loading import Loaded, Progress, Remembered, Workspace
from allocution.workspace.records import FileRead

_PAGES = "pages.txt"


@dataclass(frozen=True, slots=True)
class Repair:
    """A file with the edits of its text that repair what is safe to repair: its bytes before and after."""

    path: str
    before: bytes
    after: bytes
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check. `files` is the number of content files, `records` what is known of each."""

    files: int
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    records: Mapping[str, Record]


# Between processes these take a fraction of what pickling takes.
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[tuple[list[Problem], list[Finding], Sketch]]).decode


class Checking:
    """Checks one archive. Raises UsageError, BrokenConfigurationError."""

    def __init__(self, root: Path, now: datetime) -> None:
        self._workspace = Workspace(root, now)
        self._folder = self._workspace.folder

    def run(self, jobs: int = 1, progress: Progress | None = None) -> Checked:
        """Every problem of every file, sorted by place."""
        with rare_collection():
            look = partial(_check_files, self._folder, own_keys(self._workspace.configuration))
            loaded = self._workspace.load(Remembered(), jobs, progress, look)
            problems: list[Problem] = []
            found = [*loaded.findings, *self._page_addresses(loaded)]
            sketches: dict[str, Sketch] = {}
            for encoded in loaded.looked:
                for in_file, findings, one in _decode(encoded):
                    problems += in_file
                    found += findings
                    sketches[one.path] = one
            checked = CheckedArchive(loaded.archive, sketches, _files(loaded), loaded.static.keys())
            found += check_archive(checked)
            found += self._captured(loaded)
        found += [problem.finding for problem in problems]
        ordered = sorted(dict.fromkeys(found), key=lambda each: (each.place, each.code, each.parameters))
        return Checked(len(loaded.records), tuple(ordered), tuple(problems), loaded.records)

    def _captured(self, loaded: Loaded) -> list[Finding]:
        """What captures say of the archive's words; nothing where nothing was captured."""
        evidence = evidence_of(self._folder)
        if evidence is None:
            return []
        words = uncaptured_words(self._folder, loaded.archive, evidence, self._workspace.now)
        if evidence.findings:
            return [*evidence.findings, *words]
        module = import_module("allocution.workspace.withheld_captures")
        return [*words, *module.unlogged_findings(self._folder, loaded)]

    def _page_addresses(self, loaded: Loaded) -> list[Finding]:
        if _PAGES not in loaded.address_records:
            return []
        path = f"{ADDRESS_RECORDS}/{_PAGES}"
        data = self._folder.read(path)
        return [data] if isinstance(data, Finding) else read_page_addresses(data, path)[1]

    def repairs(self, checked: Checked) -> list[Repair]:
        """What can be repaired safely, file by file, in the bytes that the files have now."""
        paths = {problem.finding.place.path for problem in checked.problems if problem.edits}
        found = (self._repair_of(path, checked.records[path]) for path in sorted(paths))
        return [repair for repair in found if repair is not None]

    def _repair_of(self, path: str, record: Record) -> Repair | None:
        data = self._folder.read(path)
        if isinstance(data, Finding) or content_digest(data) != record.digest:
            return None  # somebody has changed it since it was looked at; the next run looks again
        edits = repairs(record, data)
        after = apply_edits(data.decode("utf-8"), edits).encode("utf-8")
        return Repair(path, data, after, edits) if edits else None

    def repair(self, repair: Repair) -> None:
        """Write a repaired file. Raises PublishError where somebody changed it meanwhile."""
        target = self._folder.real_path(repair.path)
        write_atomically(target, repair.after, expected=repair.before, root=self._folder.root)


def own_keys(configuration: SiteConfiguration) -> frozenset[str]:
    """Front matter keys that an archive has by its configuration: its taxonomies."""
    return frozenset(
        taxonomy.plural for language in configuration.languages for taxonomy in language.taxonomies
    )


def _files(loaded: Loaded) -> frozenset[str]:
    return frozenset(loaded.scan.content) | frozenset(loaded.scan.static)


def _check_files(folder: ArchiveFolder, keys: frozenset[str], files: Iterable[FileRead]) -> bytes:
    return _encode([_check(folder, keys, file) for file in files])


def _check(
    folder: ArchiveFolder, keys: frozenset[str], read: FileRead
) -> tuple[list[Problem], list[Finding], Sketch]:
    record, front_matter = read.record, read.front_matter
    statement = record.statement
    if record.facts is None or front_matter is None:
        return [], [], Sketch(record.path)
    if statement is not None and statement.withdrawal is not None:
        return [], [], Sketch(record.path)
    speakers = [person.name for person in statement.speakers] if statement is not None else []
    found = list(body_findings(front_matter.body, front_matter.body_line, record.path, speakers))
    found += _record_findings(folder, f"{ADDRESS_RECORDS}/{record.path}.txt")
    file = CheckedFile(record, read.data, front_matter, keys)
    problems = check_file(file)
    if record.withholds:  # what was looked at aren't the bytes on disk
        problems = [Problem(problem.finding) for problem in problems]
    return problems, found, sketch(file)


def _record_findings(folder: ArchiveFolder, path: str) -> list[Finding]:
    """What is wrong with a file's record of addresses, if there is one."""
    if not folder.exists(path):
        return []
    kept = folder.read(path)
    return [kept] if isinstance(kept, Finding) else parse_record(kept, path)[1]
