"""The page of what can be taken along, and the digests of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from pathlib import PurePosixPath

from allocution.publish.download_parts import Part
from allocution.publish.preparing import Prepared
from allocution.site.plan import EditionSource, PageKind
from allocution.views.downloads import (
    SUMS,
    Offer,
    OfferedFile,
    OfferedForm,
    OfferedSelection,
    downloads_view,
)
from allocution.views.statement_files import STATEMENT_FILES

_STATEMENT_SUMS = f"{STATEMENT_FILES}/SHA256SUMS"


def listing(
    prepared: Prepared,
    parts: Sequence[Part],
    outputs: Mapping[str, Sequence[str]],
    read: Callable[[str], bytes],
) -> Iterator[tuple[str, bytes]]:
    """The digests of all files and the pages that list them; `outputs` are the files of parts by their keys."""
    described = [(part, _described(part, outputs[part.key], read)) for part in parts]
    every = [file for _, files in described for file in files]
    if every:
        yield SUMS.lstrip("/"), _sums(every, SUMS)
    forms, of_statements = _forms(prepared, read)
    sums = None
    if of_statements:
        data = _sums(of_statements, f"/{_STATEMENT_SUMS}")
        yield _STATEMENT_SUMS, data
        sums = _file("", _STATEMENT_SUMS, data)
    offer = Offer(
        tuple(file for part, files in described if part.selection is None for file in files),
        tuple(
            OfferedSelection(part.selection, len(part.statements), tuple(files))
            for part, files in described
            if part.selection is not None and files
        ),
        forms,
        sums,
    )
    languages = (each.tag for each in prepared.loaded.archive.configuration.languages)
    for language in dict.fromkeys((*prepared.site.page_languages, *languages)):
        view = downloads_view(prepared.site, offer, language)
        output = f"{view.frame.address.lstrip('/')}index.html"
        yield output, prepared.making.pages.downloads(view, output)


def _described(part: Part, outputs: Sequence[str], read: Callable[[str], bytes]) -> list[OfferedFile]:
    counted = (repeat(each, len(each.files) if each.side_by_side else 1) for each in part.offered)
    pairs = zip(chain.from_iterable(counted), outputs, strict=True)
    return [_file(edition.name, output, read(output)) for edition, output in pairs]


def _file(edition: str, output: str, data: bytes) -> OfferedFile:
    return OfferedFile(edition, f"/{output}", len(data), hashlib.sha256(data).hexdigest())


def _forms(
    prepared: Prepared, read: Callable[[str], bytes]
) -> tuple[tuple[OfferedForm, ...], list[OfferedFile]]:
    """What statements are offered in one by one, and the file of each."""
    files = [
        _file(page.source.edition, page.outputs[0], read(page.outputs[0]))
        for page in prepared.plan.pages.values()
        if page.kind is PageKind.EDITION and isinstance(page.source, EditionSource)
    ]
    found = []
    for form in prepared.site.forms.forms if prepared.site.forms is not None else ():
        sizes = [file.size for file in files if file.edition == form.edition]
        if sizes:
            found.append(OfferedForm(form, len(sizes), sum(sizes)))
    return tuple(found), files


def _sums(files: Sequence[OfferedFile], sums: str) -> bytes:
    """Digests as `sha256sum` reads them, of files named from the folder that the list lies in."""
    folder = PurePosixPath(sums).parent
    named = sorted((f"{PurePosixPath(file.address).relative_to(folder)}", file.sha256) for file in files)
    return "".join(f"{sha256}  {name}\n" for name, sha256 in named).encode()
