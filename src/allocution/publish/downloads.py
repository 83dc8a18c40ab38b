"""The editions that an archive offers on its site, made anew when any statement in them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocution.editions.collection import Collected, Collection, collect
from allocution.editions.writing import Edition
from allocution.model.digests import digest
from allocution.publish.beside import BuildContext
from allocution.publish.download_parts import Part, offered_parts
from allocution.publish.downloads_page import listing
from allocution.publish.exporting import edition_pieces
from allocution.publish.making import Making
from allocution.publish.memory import PublishedPage
from allocution.publish.packing import joined, one_file
from allocution.publish.preparing import Prepared
from allocution.publish.rights import allowed
from allocution.publish.site_files import SiteFiles, SiteWorkshop
from allocution.store.archive_folder import ADDRESS_RECORDS
from allocution.store.draft import Draft
from allocution.store.program import program_digest
from allocution.views.site_view import DOWNLOADS
from allocution.workspace.collecting import PublishedWords
from allocution.workspace.loading import Progress
from allocution.workspace.searching import ArchiveSearch

_PAGE = "downloads:page"


@dataclass(slots=True)
class Downloads:
    """The editions that an archive asks for. `standing` is what the last build left of them, as far as it holds."""

    context: BuildContext
    parts: tuple[Part, ...]
    standing: dict[str, PublishedPage]

    def keeps(self, key: str) -> bool:
        """Whether the files with that key stay as they are."""
        return key in self.standing

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write what doesn't stand; gives what to remember of all of it. Raises ContentChangedError."""
        found = dict(self.standing)
        context = self.context
        for part in self.parts:
            if part.key not in found:
                files = part_files(context.prepared, part, context.jobs, context.progress)
                written = _written(draft, files)
                # Made now: what the build has noted of sentences' addresses is what the next one begins with.
                found[part.key] = PublishedPage(_digest(context.prepared, part), written)
        if _PAGE not in found:
            outputs = {part.key: found[part.key].outputs for part in self.parts}
            pages = listing(context.prepared, self.parts, outputs, draft.read)
            found[_PAGE] = PublishedPage(_page_digest(context.prepared, self.parts), _written(draft, pages))
        return found


def _written(draft: Draft, files: Iterator[tuple[str, bytes]]) -> tuple[str, ...]:
    outputs = []
    for path, data in files:
        draft.write(path, data)
        outputs.append(path)
    return tuple(outputs)


def plan(context: BuildContext) -> Downloads:
    """What an archive asks for, and what of it is there already. Raises UsageError for an edition that isn't."""
    prepared = context.prepared
    parts = offered_parts(prepared, context.jobs, context.progress)
    for part in parts:
        prepared.findings.extend(part.findings)
        prepared.planned_findings += part.findings
    now = {part.key: _digest(prepared, part) for part in parts}
    now[_PAGE] = _page_digest(prepared, parts)
    known = {key: context.memory.pages.get(key) for key in now}
    standing = {key: page for key, page in known.items() if page and page.digest == now[key]}
    return Downloads(context, parts, standing)


def _digest(prepared: Prepared, part: Part) -> bytes:
    outside = prepared.loaded.archive.configuration.settings.outside_links
    names = "\0".join((part.where, *(edition.name for edition in part.editions), *outside)).encode()
    return digest(program_digest(), names, *(_about(prepared, each) for each in part.statements))


def _page_digest(prepared: Prepared, parts: Sequence[Part]) -> bytes:
    every = [_digest(prepared, part) for part in parts]
    if prepared.site.forms is not None:
        every += [_about(prepared, each) for each in collect(prepared.loaded.archive.works)]
    return digest(*every)


def _about(prepared: Prepared, collected: Collected) -> bytes:
    """What tells whether an edition would say something else of a statement."""
    item, evidence = collected.item, prepared.making.evidence
    known = prepared.loaded.files.get(f"{ADDRESS_RECORDS}/{item.record.path}.txt")
    parts = (
        item.record.digest,
        item.record.summary,
        item.address.encode(),
        collected.name.encode(),
        known.digest if known else b"",
        evidence.digest(collected.statement) if evidence is not None else b"",
    )
    return digest(*parts)


def part_files(
    prepared: Prepared, part: Part, jobs: int = 1, progress: Progress | None = None
) -> Iterator[tuple[str, bytes]]:
    """A part's editions as files of the site, in the order of its editions. Raises ContentChangedError."""
    words = PublishedWords(prepared.making.folder, prepared.making.now)
    made: dict[str, dict[str, bytes]] = {edition.name: {} for edition in part.offered}

    def site_files() -> SiteFiles:
        return SiteFiles(prepared.making, prepared.loaded.static, jobs)

    for of_same, chosen in part.held.groups(part.editions):
        collection = Collection(prepared.site, chosen, part.where, SiteWorkshop(site_files))
        for path, data in joined(edition_pieces(words, collection, of_same, jobs, progress)).items():
            folder, _, name = path.partition("/")
            made[folder][name] = data
    for edition in part.offered:
        files = made[edition.name]
        offered = sorted(files.items()) if edition.side_by_side else [one_file(edition.name, files)]
        for name, data in offered:
            yield f"{part.folder}{name}", data


def download_files(prepared: Prepared) -> Iterator[tuple[str, bytes]]:
    """All editions as files of the site, their digests and the pages that list them. Raises ContentChangedError."""
    parts = offered_parts(prepared)
    made = {part.key: dict(part_files(prepared, part)) for part in parts}
    files = {path: data for of_part in made.values() for path, data in of_part.items()}
    whole = prepared.making
    making = Making(
        whole.folder, whole.site, whole.records, whole.renamed_from, whole.now, whole.evidence,
        static=whole.static,
    )  # fmt: skip

    def read(path: str) -> bytes:
        return files[path] if path in files else making.make(prepared.plan.by_output[path]).files[path]

    yield from files.items()
    yield from listing(prepared, parts, {key: tuple(of_part) for key, of_part in made.items()}, read)


def selected_download(
    prepared: Prepared, edition: Edition, where: str, statement: str
) -> tuple[str, bytes] | None:
    """The edition of what answers a query, or of one statement, as a file; None where that is nothing.

    Rights keep out of it what they keep out of the whole. Raises ContentChangedError.
    """
    archive, making = prepared.loaded.archive, prepared.making
    statements = collect(archive.works)
    if statement:
        statements = tuple(each for each in statements if statement == each.name)
    else:
        selection = ArchiveSearch(making.folder.root, making.now).select(where)
        statements = tuple(each for each in statements if each.item in selection)
    held = allowed([edition], statements, anyway=archive.configuration.settings.editions_anyway)
    if not held.statements[edition.name]:
        return None
    part = Part("", DOWNLOADS, (edition,), statements, held, where)
    files = {path.removeprefix(DOWNLOADS): data for path, data in part_files(prepared, part)}
    return one_file(edition.name, files)
