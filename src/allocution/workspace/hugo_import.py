"""The content of another Hugo archive taken over, to the byte, with its addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from allocution.content.editing import append_item
from allocution.content.hugo.configuration import Mount, SiteConfiguration
from allocution.content.hugo.pages import PageFacts
from allocution.content.hugo.survey import ContentFile, survey
from allocution.errors import UsageError
from allocution.model.finding import Finding
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder
from allocution.store.leftovers import AddingRun
from allocution.store.new_file import copy_file, exists, same_bytes
from allocution.store.writing import write_atomically
from allocution.workspace.importing import Fate, ImportReport, Outcome
from allocution.workspace.loading import Progress, Remembered, Workspace

# What is wrong with files of which nothing can be taken over.
_UNREADABLE = frozenset(
    {"link-out-of-archive", "not-a-file", "unreadable", "name-unusable", "folder-too-deep"}
)


def take_hugo_archive(
    source: Path, root: Path, now: datetime, *, dry_run: bool = False, progress: Progress | None = None
) -> ImportReport:
    """Copy what `source` publishes into the archive in `root`. Raises UsageError, PublishError."""
    if not root.exists():
        raise UsageError("archive-not-begun", path=root)
    run = AddingRun(root)
    if not dry_run:
        run.begin()
    try:
        return _HugoImport(source, root, now, dry_run).run(progress)
    finally:
        run.end()


class _HugoImport:
    def __init__(self, source: Path, root: Path, now: datetime, dry_run: bool) -> None:
        self._source, self._target = Workspace(source, now), Workspace(root, now)
        self._root = root
        self._now = now
        self._dry_run = dry_run
        self._report = ImportReport(source.name)

    def run(self, progress: Progress | None) -> ImportReport:
        """Copy pages first, then what lies beside them, then what their addresses need."""
        loaded = self._source.load(Remembered())
        addresses: dict[str, str] = {}
        scanned = survey(self._source.configuration, loaded.scan.content)
        for number, (path, target, file) in enumerate(self._places(scanned.pages, loaded.scan.content), 1):
            kind = "page" if file is not None else "file"
            fate = self._copy(path, target, kind)
            record = loaded.records.get(path)
            if fate is not Fate.LEFT_OUT and record is not None and record.facts is not None:
                addresses[target] = record.facts.target.address
            if progress is not None:
                progress("importing", number, len(loaded.scan.content))
        static = self._target.configuration.static_folders[0]
        for output, path in sorted(loaded.static.items()):
            self._copy(path, f"{static}/{output}", "file")
        if self._source.configuration.path:
            self._report.outcomes.append(
                Outcome(self._source.configuration.path, Fate.LEFT_OUT, reason="configuration")
            )
        for finding in dict.fromkeys((*loaded.scan.findings, *loaded.findings)):
            if finding.code in _UNREADABLE:
                self._report.outcomes.append(
                    Outcome(finding.place.path, Fate.LEFT_OUT, reason="unreadable", details=(finding.code,))
                )
        self._report.missing_languages = {
            page.language
            for page in scanned.pages
            if page.path and len(self._source.configuration.languages) > 1
        } - {language.tag for language in self._target.configuration.languages}
        if not self._dry_run:
            self._keep_addresses(addresses)
        return self._report

    def _places(
        self, pages: tuple[ContentFile, ...], content: Iterable[str]
    ) -> Iterator[tuple[str, str, ContentFile | None]]:
        """Each content file's path there and here; the language of its folder goes into its name where it must."""
        by_path = {page.path: page for page in pages}
        for path in content:
            if path.startswith(f"{ADDRESS_RECORDS}/"):
                continue
            mount = _mount_of(path, self._source.configuration)
            inside = path.removeprefix(f"{mount.folder}/") if mount.folder else path
            language = self._language_for_name(mount, by_path.get(path))
            stem, ending = posixpath.splitext(inside)
            if language and not stem.endswith(f".{language}"):
                inside = f"{stem}.{language}{ending}"
            base = _main_mount(self._target.configuration).folder
            parts = [part for part in (base, mount.target, inside) if part]
            yield path, "/".join(parts), by_path.get(path)

    def _language_for_name(self, mount: Mount, file: ContentFile | None) -> str:
        """The language that a file's name has to say here, since nothing else does; empty for none."""
        source, target = self._source.configuration, self._target.configuration
        if mount.language not in ("", source.default_language):
            return mount.language
        if file is None or file.states_language or len(source.languages) < 2:
            return ""
        known = target.language(file.language) is not None
        return file.language if known and file.language != target.default_language else ""

    def _copy(self, path: str, target: str, kind: str) -> Fate:
        source = self._source.folder.real_path(path)
        fate, reason = Fate.WRITTEN, ""
        if exists(self._root, target):
            here = self._target.folder.real_path(target)
            if not same_bytes(source, here) and not self._differs_by_aliases(source, here):
                fate, reason = Fate.LEFT_OUT, "exists"
            else:
                fate = Fate.UNCHANGED
        elif not self._dry_run:
            copy_file(self._root, target, source)
        self._report.outcomes.append(Outcome(path, fate, kind, target, reason))
        return fate

    @staticmethod
    def _differs_by_aliases(source: Path, here: Path) -> bool:
        """Whether the file here is the other one with an address that an earlier import kept."""
        before, after = source.read_bytes(), here.read_bytes()
        if not here.name.endswith((".md", ".markdown", ".html")) or b"aliases" not in after:
            return False
        extra = {line for line in after.split(b"\n") if line not in before.split(b"\n")}
        return all(line.strip().startswith((b"aliases", b"- ", b'"', b"]")) for line in extra)

    def _keep_addresses(self, addresses: dict[str, str]) -> None:
        """Give each page that has another address here its former one as an alias."""
        loaded = Workspace(self._root, self._now).load(Remembered())
        folder = ArchiveFolder(self._root)
        for path, former in sorted(addresses.items()):
            record = loaded.records.get(path)
            if record is None or record.facts is None or not former:
                continue
            known = {record.facts.target.address, *(alias.address for alias in record.facts.aliases)}
            data = folder.read(path)
            if former not in known and not isinstance(data, Finding):
                changed = append_item(data, ("aliases",), self._alias(record.facts, former))
                write_atomically(folder.real_path(path), changed, expected=data, root=folder.root)

    def _alias(self, facts: PageFacts, former: str) -> str:
        """The address as an alias that leads there: absolute ones begin at the root of the page's language."""
        language = self._target.configuration.language(facts.file.language)
        prefix = f"/{language.prefix}" if language is not None and language.prefix else ""
        if former.startswith(f"{prefix}/"):
            return former.removeprefix(prefix)
        return posixpath.relpath(former, posixpath.dirname(facts.target.folder))


def _mount_of(path: str, configuration: SiteConfiguration) -> Mount:
    fitting = [
        mount for mount in configuration.mounts if not mount.folder or path.startswith(f"{mount.folder}/")
    ]
    return max(fitting, key=lambda mount: len(mount.folder))


def _main_mount(configuration: SiteConfiguration) -> Mount:
    usable = [mount for mount in configuration.mounts if not mount.target] or [Mount("")]
    return min(usable, key=lambda mount: mount.language not in ("", configuration.default_language))
