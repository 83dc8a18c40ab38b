"""An archive's folder into an archive: what changed is read again, all of it is joined."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from allocution.content.archive import Archive, Record, join
from allocution.content.front_matter import read_front_matter
from allocution.content.hugo.branches import Branches, read_branches
from allocution.content.hugo.configuration import SiteConfiguration
from allocution.content.hugo.configuration_files import is_configuration
from allocution.content.hugo.configuration_reading import read_configuration
from allocution.content.hugo.listing import list_pages
from allocution.content.hugo.survey import ContentFile, Survey, survey
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.content.sharing import Sharing
from allocution.content.theme import FOLDER as THEME
from allocution.content.theme import read_theme
from allocution.errors import ConfigurationError, ContentError
from allocution.evidence.secrets import Secrets
from allocution.messages import LANGUAGES
from allocution.model.digests import content_digest, digest
from allocution.model.finding import Finding, Severity
from allocution.store.ahead import Seen
from allocution.store.archive_folder import (
    ADDRESS_RECORDS,
    MOST_CONTENT_BYTES,
    ArchiveFolder,
    FileState,
    Listing,
    Wanted,
    anything,
    is_content,
    is_record,
    is_settled,
)
from allocution.store.clock import file_moment
from allocution.store.program import program_digest, template_names
from allocution.store.workers import map_in_processes
from allocution.workspace.records import FileRead, ReadingRules, read_safe_file, unreadable
from allocution.workspace.withholding import read_safely

CHUNK = 64


class KnownFile(NamedTuple):
    """A file as it was when it was read last."""

    state: FileState
    digest: bytes


class Withheld(msgspec.Struct, frozen=True):
    """What a file withholds, and when there will be less of it. Nothing of it may be written anywhere."""

    secrets: Secrets
    changes: datetime | None = None


class Remembered(msgspec.Struct):
    """What the last run knew. `reading` is a digest of all that reading a file depends on besides the file."""

    reading: bytes = b""
    taken: int = 0
    files: dict[str, KnownFile] = msgspec.field(default_factory=dict)
    records: dict[str, Record] = msgspec.field(default_factory=dict)

    def digest_of(self, path: str, state: FileState) -> bytes:
        """The digest of a file that can't have changed since; empty where it may have."""
        known = self.files.get(path)
        if known is None or known.state != state or not is_settled(state, self.taken):
            return b""
        return known.digest


class Scan(msgspec.Struct, frozen=True):
    """The archive's files as they lie there: content, records of addresses, files published as they are.

    `outputs` are the paths in the output of those; `taken` is the moment before the look, in nanoseconds.
    """

    taken: int
    content: dict[str, FileState]
    addresses: dict[str, FileState]
    static: dict[str, FileState]
    outputs: dict[str, str]
    findings: tuple[Finding, ...]


class Loaded(msgspec.Struct, frozen=True):
    """An archive, and what it was loaded from.

    `address_records` are digests of the files under addresses/ by path below it; `resources` the other files of the
    content folders, `static` those that are published as they are, by their path in the output. `looked` is what a
    second look at the files gave, chunk by chunk; `withheld` what files withhold, by path.
    """

    archive: Archive
    records: Mapping[str, Record]
    files: dict[str, KnownFile]
    address_records: dict[str, bytes]
    static: dict[str, str]
    reading: bytes
    taken: int
    findings: tuple[Finding, ...]
    scan: Scan
    branches: tuple[ContentFile, ...]
    looked: tuple[bytes, ...] = ()
    withheld: Mapping[str, Withheld] = msgspec.field(default_factory=dict)


# What else is to be made of files while they are read, in the processes that read them.
Look = Callable[[Iterable[FileRead]], bytes]

# Between processes these take a fraction of what pickling takes.
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Record]).decode
_decode_withheld = msgspec.msgpack.Decoder(list[Withheld]).decode

Progress = Callable[[str, int, int], None]


class BrokenConfigurationError(ConfigurationError):
    """A configuration that can't be read is no reason to publish everything under other addresses."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("configuration-broken")
        self.findings = findings


class Workspace:
    """An archive's folder at one moment. `now` decides on what is published yet and still.

    What was `seen` of it just now isn't looked at again by the first scan.

    Raises BrokenConfigurationError.
    """

    def __init__(self, root: Path, now: datetime, seen: Seen | None = None) -> None:
        self.folder = ArchiveFolder(root)
        self.now = now
        self._seen = seen
        self._findings: list[Finding] = []
        names = self.folder.folders()
        settings = self._configuration_files(names)
        theme = self._theme_files(names)
        self.settings_digest = digest(
            *(part for item in (*settings.items(), *theme.items()) for part in (item[0].encode(), item[1]))
        )
        self.configuration, findings = read_configuration(settings, has_content_folder="content" in names)
        _refuse_broken(findings)
        self._findings.extend(findings)
        self.theme, found = read_theme(theme, template_names(), LANGUAGES)
        self._findings.extend(found)

    def _theme_files(self, folders: Iterable[str]) -> dict[str, bytes]:
        """The theme's files by path below its folder; where all of the archive is content, it has none."""
        if THEME not in folders or "content" not in folders:
            return {}
        listing = self.folder.list_files(THEME, lambda _: True)
        self._findings.extend(listing.findings)
        found = {}
        for path in listing.files:
            data = self.folder.read(path)
            if isinstance(data, Finding):
                self._findings.append(data)
            else:
                found[path.removeprefix(f"{THEME}/")] = data
        return found

    def _configuration_files(self, folders: Iterable[str]) -> dict[str, bytes]:
        listing = self.folder.list_files("config", is_configuration) if "config" in folders else Listing()
        self._findings.extend(listing.findings)
        found = {}
        for path in [*self.folder.top_files(), *listing.files]:
            if is_configuration(path):
                data = self.folder.read(path)
                if isinstance(data, Finding):
                    self._findings.append(data)
                else:
                    found[path] = data
        return found

    def scan(self) -> Scan:
        """Look at what files there are, and at none of them inside."""
        seen, self._seen = self._seen, None
        taken = seen.taken if seen is not None else file_moment()
        findings: list[Finding] = []
        content: dict[str, FileState] = {}
        for mount in self.configuration.mounts:
            listing = self._listing(mount.folder, is_content, seen)
            findings.extend(listing.findings)
            content.update(listing.files)
        records = self._listing(ADDRESS_RECORDS, is_record, seen)
        findings.extend(records.findings)
        static: dict[str, FileState] = {}
        outputs: dict[str, str] = {}
        for folder in self.configuration.static_folders:
            listing = self._listing(folder, anything, seen)
            findings.extend(listing.findings)
            static.update(listing.files)
            outputs.update((path.removeprefix(f"{folder}/"), path) for path in listing.files)
        return Scan(taken, content, records.files, static, outputs, tuple(findings))

    def _listing(self, folder: str, wanted: Wanted, seen: Seen | None) -> Listing:
        listing = seen.listing(folder, wanted) if seen is not None else None
        return listing if listing is not None else self.folder.list_files(folder, wanted)

    def branches(self, files: Iterable[ContentFile]) -> tuple[Branches, bytes, tuple[Finding, ...]]:
        """What the files of sections hand down, and a digest of all that reading any file depends on besides it."""
        read: list[tuple[ContentFile, Mapping[str, object]]] = []
        digests: list[bytes] = []
        for file in files:
            safe = read_safely(self.folder, file.path, self.now, MOST_CONTENT_BYTES)
            if isinstance(safe, Finding):
                continue
            digests.extend((file.path.encode(), content_digest(safe.data)))
            try:
                read.append((file, read_front_matter(safe.data).values))
            except ContentError:
                continue  # reading its record reports it
        branches, findings = read_branches(self.configuration, read)
        program = self._seen.program if self._seen is not None else program_digest()
        reading = digest(program, self.settings_digest, digest(*digests))
        return branches, reading, findings

    def load(
        self,
        remembered: Remembered,
        jobs: int = 1,
        progress: Progress | None = None,
        look: Look | None = None,
    ) -> Loaded:
        """Read what changed since `remembered`, taking a second `look` at each file read, and join the archive."""
        return _Loading(self, remembered, jobs, progress, look).run(list(self._findings))


class _Loading:
    def __init__(
        self,
        workspace: Workspace,
        remembered: Remembered,
        jobs: int,
        progress: Progress | None,
        look: Look | None,
    ) -> None:
        self._workspace = workspace
        self._folder = workspace.folder
        self._configuration: SiteConfiguration = workspace.configuration
        self._remembered = remembered
        self._jobs = jobs
        self._progress = progress
        self._look = look
        self._looked: list[bytes] = []
        self._withheld: dict[str, Withheld] = {}
        self._known: dict[str, KnownFile] = {}

    def run(self, findings: list[Finding]) -> Loaded:
        scan = self._workspace.scan()
        states = scan.content
        findings.extend(scan.findings)
        surveyed = survey(self._configuration, states)
        findings.extend(surveyed.findings)
        branches, reading, found = self._workspace.branches(surveyed.branches)
        findings.extend(found)
        laws = packaged_laws()
        rules = ReadingRules(self._configuration, branches, ChargeMatcher(laws), self._workspace.now)
        records = self._records(surveyed, states, rules, reading)
        for paths in surveyed.resources.values():
            self._known.update((path, KnownFile(states[path], b"")) for path in paths)
        facts = [record.facts for record in records.values() if record.facts is not None]
        listing = list_pages(self._configuration, surveyed, branches, facts, self._workspace.now)
        findings.extend(listing.findings)
        archive = join(self._configuration, listing.pages, records, laws)
        findings.extend(archive.findings)
        for record in records.values():
            findings.extend(record.findings)
        return Loaded(
            archive=archive,
            records=records,
            files=self._known,
            address_records=self._address_records(scan),
            static=self._static(scan),
            reading=reading,
            taken=scan.taken,
            findings=tuple(findings),
            scan=scan,
            branches=surveyed.branches,
            looked=tuple(self._looked),
            withheld=self._withheld,
        )

    def _records(
        self, surveyed: Survey, states: Mapping[str, FileState], rules: ReadingRules, reading: bytes
    ) -> dict[str, Record]:
        usable = self._remembered.records if self._remembered.reading == reading else {}
        records: dict[str, Record] = {}
        unread: list[ContentFile] = []
        for file in surveyed.pages:
            state = states[file.path]
            known = usable.get(file.path)
            settled = known is not None and self._remembered.digest_of(file.path, state) == known.digest
            if known is not None and settled and not known.withholds:
                records[file.path] = known
                self._known[file.path] = KnownFile(state, known.digest)
            else:
                unread.append(file)
        for record in self._read(unread, rules):
            before = usable.get(record.path)
            same = before is not None and before.digest == record.digest and not record.withholds
            records[record.path] = before if before is not None and same else record
            self._known[record.path] = KnownFile(states[record.path], record.digest)
        return {file.path: records[file.path] for file in surveyed.pages}

    def _read(self, files: list[ContentFile], rules: ReadingRules) -> Iterator[Record]:
        def read(chunk: list[ContentFile]) -> tuple[bytes, bytes, bytes]:
            records: list[Record] = []
            secrets: list[Withheld] = []
            each = self._each(chunk, rules, records, secrets)
            looked = self._look(each) if self._look is not None else b""
            deque(each, maxlen=0)
            return _encode(records), looked, _encode(secrets) if secrets else b""

        chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
        sharing = Sharing()
        done = 0
        for encoded, looked, secrets in map_in_processes(read, chunks, self._jobs):
            records = _decode(encoded)
            if secrets:
                self._withheld.update((each.secrets.path, each) for each in _decode_withheld(secrets))
            if looked:
                self._looked.append(looked)
            done += len(records)
            if self._progress is not None:
                self._progress("reading", done, len(files))
            yield from map(sharing.record, records)

    def _each(
        self,
        files: Iterable[ContentFile],
        rules: ReadingRules,
        records: list[Record],
        secrets: list[Withheld],
    ) -> Iterator[FileRead]:
        """Each file as it is read; nobody keeps its bytes. The lists get its record and what it withholds."""
        for file in files:
            safe = read_safely(self._folder, file.path, rules.now, MOST_CONTENT_BYTES)
            if isinstance(safe, Finding):
                made = FileRead(unreadable(file.path, safe))
            else:
                made = read_safe_file(file, safe, rules)
                if safe.secrets is not None and safe.withheld:
                    secrets.append(Withheld(safe.secrets, safe.changes))
            records.append(made.record)
            yield made

    def _address_records(self, scan: Scan) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for path, state in scan.addresses.items():
            known = self._remembered.digest_of(path, state)
            if not known:
                data = self._folder.read(path)
                known = b"" if isinstance(data, Finding) else content_digest(data)
            self._known[path] = KnownFile(state, known)
            found[path.removeprefix(f"{ADDRESS_RECORDS}/")] = known
        return found

    def _static(self, scan: Scan) -> dict[str, str]:
        """Files published as they are: their path in the output, and in the archive."""
        self._known.update((path, KnownFile(state, b"")) for path, state in scan.static.items())
        return scan.outputs


def _refuse_broken(findings: Iterable[Finding]) -> None:
    broken = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if broken:
        raise BrokenConfigurationError(broken)
