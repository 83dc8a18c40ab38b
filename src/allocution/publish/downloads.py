"""The editions that an archive offers on its site, made anew when any statement is."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allocution.editions.collection import Collection, collect
from allocution.editions.writing import Edition, Piece
from allocution.model.digests import digest
from allocution.publish.beside import BuildContext
from allocution.publish.exporting import chosen_editions, edition_pieces
from allocution.publish.memory import PublishedPage
from allocution.publish.preparing import Prepared
from allocution.publish.rights import allowed
from allocution.publish.site_files import SiteFiles, SiteWorkshop
from allocution.store.draft import Draft
from allocution.store.program import program_digest
from allocution.views.downloads import SUMS, downloads_view
from allocution.views.site_view import DOWNLOADS
from allocution.workspace.collecting import PublishedWords
from allocution.workspace.loading import Progress
from allocution.workspace.searching import ArchiveSearch

_KEY = "downloads:editions"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP file can say


@dataclass(slots=True)
class Downloads:
    """The editions that an archive asks for. `standing` is what the last build left of them, if it still holds."""

    context: BuildContext
    editions: tuple[Edition, ...]
    digest: bytes
    standing: PublishedPage | None

    def keeps(self, key: str) -> bool:
        """Whether the files with that key stay as they are."""
        return key == _KEY and self.standing is not None

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write them unless they stand; gives what to remember. Raises ContentChangedError."""
        if self.standing is not None:
            return {_KEY: self.standing}
        outputs = []
        context = self.context
        for path, data in download_files(context.prepared, self.editions, context.jobs, context.progress):
            draft.write(path, data)
            outputs.append(path)
        return {_KEY: PublishedPage(self.digest, tuple(outputs))}


def plan(context: BuildContext) -> Downloads:
    """What an archive asks for, and whether it is there already. Raises UsageError for an edition that isn't."""
    archive = context.prepared.loaded.archive
    editions = chosen_editions(archive.configuration.settings.editions)
    parts = [
        item.record.digest + item.record.summary + item.address.encode()
        for work in archive.works
        for item in work.items
    ]
    held = allowed(editions, collect(archive.works), anyway=archive.configuration.settings.editions_anyway)
    context.prepared.findings.extend(held.findings)
    outside = archive.configuration.settings.outside_links
    names = "\0".join((*(edition.name for edition in editions), *outside)).encode()
    now = digest(program_digest(), names, *parts)
    known = context.memory.pages.get(_KEY)
    standing = known if known and known.digest == now else None
    return Downloads(context, editions, now, standing)


def download_files(
    prepared: Prepared, editions: Sequence[Edition], jobs: int = 1, progress: Progress | None = None
) -> Iterator[tuple[str, bytes]]:
    """Editions as files of the site, their digests and the pages that list them. Raises ContentChangedError."""
    archive = prepared.loaded.archive
    statements = collect(archive.works)
    words = PublishedWords(prepared.making.folder, prepared.making.now)
    held = allowed(editions, statements, anyway=archive.configuration.settings.editions_anyway)
    made: dict[str, dict[str, bytes]] = {
        edition.name: {} for edition in editions if held.statements[edition.name]
    }

    def site_files() -> SiteFiles:
        return SiteFiles(prepared.making, prepared.loaded.static, jobs)

    for of_same, chosen in held.groups(editions):
        collection = Collection(prepared.site, chosen, "", SiteWorkshop(site_files))
        for path, data in _joined(edition_pieces(words, collection, of_same, jobs, progress)):
            edition, _, name = path.partition("/")
            made[edition][name] = data
    listed = []
    for edition, files in made.items():
        name, data = _one_file(edition, files)
        listed.append((edition, name, len(data), hashlib.sha256(data).hexdigest()))
        yield f"{DOWNLOADS}{name}".lstrip("/"), data
    yield SUMS.lstrip("/"), "".join(f"{sha256}  {name}\n" for _, name, _, sha256 in listed).encode()
    languages = (each.tag for each in archive.configuration.languages)
    for language in dict.fromkeys((*prepared.site.page_languages, *languages)):
        view = downloads_view(prepared.site, listed, language)
        output = f"{view.frame.address.lstrip('/')}index.html"
        yield output, prepared.making.pages.downloads(view, output)


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
    chosen = held.statements[edition.name]
    if not chosen:
        return None
    workshop = SiteWorkshop(lambda: SiteFiles(making, prepared.loaded.static, 1))
    collection = Collection(prepared.site, chosen, where, workshop)
    pieces = edition_pieces(PublishedWords(making.folder, making.now), collection, [edition], 1, None)
    return _one_file(edition.name, {path.partition("/")[2]: data for path, data in _joined(pieces)})


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Whole files, each of the pieces with its path."""
    files: dict[str, bytearray] = {}
    for path, data in pieces:
        files.setdefault(path, bytearray()).extend(data)
    return [(path, bytes(data)) for path, data in files.items()]


def _one_file(edition: str, files: dict[str, bytes]) -> tuple[str, bytes]:
    """The edition's only file, or all of them in one ZIP file, which is the same whenever it is made."""
    if len(files) == 1:
        ((name, data),) = files.items()
        return name, data
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{edition}/{name}", _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return f"{edition}.zip", held.getvalue()
