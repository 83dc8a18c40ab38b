"""The page of what can be taken along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allocution.content.public_key import fingerprint
from allocution.content.settings import ArchiveSelection
from allocution.messages import Catalogue
from allocution.views.downloads_contract import (
    Download,
    DownloadsView,
    SelectionDownloads,
    StatementDownloads,
)
from allocution.views.site_view import DOWNLOADS, VERIFYING, SiteView
from allocution.views.sizes import size_text
from allocution.views.statement_files import Form

SUMS = f"{DOWNLOADS}SHA256SUMS"


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file that is offered: its edition, its address, its size and its SHA-256."""

    edition: str
    address: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class OfferedSelection:
    """A selection that is offered, how many statements it has, and its files."""

    selection: ArchiveSelection
    statements: int
    files: tuple[OfferedFile, ...]


@dataclass(frozen=True, slots=True)
class OfferedForm:
    """An edition that single statements are offered in: how many files there are, and their size together."""

    form: Form
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Offer:
    """All that is offered: the whole archive, selections, single statements and the file with the digests of those."""

    whole: tuple[OfferedFile, ...]
    selections: tuple[OfferedSelection, ...] = ()
    forms: tuple[OfferedForm, ...] = ()
    statement_sums: OfferedFile | None = None


def downloads_view(site: SiteView, offer: Offer, page_language: str) -> DownloadsView:
    """The page in one of the site's languages."""
    language = site.interface_language(page_language)
    wording = site.wording(language)
    address = site.localised(DOWNLOADS, page_language)
    versions = site.versions(address, page_language)
    key = site.archive.configuration.settings.public_key
    sums = offer.statement_sums
    return DownloadsView(
        frame=site.frame(
            wording("downloads"), address, page_language, alternates=versions, versions=versions
        ),
        downloads=tuple(_downloads(offer.whole, language, wording)),
        sums=SUMS if offer.whole or offer.selections else "",
        fingerprint=fingerprint(key) if key else "",
        verifying=site.localised(VERIFYING, page_language) if key else "",
        selections=tuple(
            SelectionDownloads(
                each.selection.title_in(page_language, language, site.language),
                each.selection.where,
                wording("count", count=each.statements),
                tuple(_downloads(each.files, language, wording)),
            )
            for each in offer.selections
        ),
        of_statements=tuple(_of_statements(offer.forms, language, wording)),
        statement_sums=next(_downloads((sums,), language, wording), None) if sums else None,
    )


def _downloads(files: Iterable[OfferedFile], language: str, wording: Catalogue) -> Iterator[Download]:
    says = Catalogue("editions", language)
    before = ""
    for file in files:
        is_told = file.edition in ("", before)  # of an edition's files the first says what it is
        before = file.edition
        yield Download(
            file.edition,
            file.address,
            file.address.rpartition("/")[2],
            size_text(file.size, wording),
            file.sha256,
            "" if is_told else says(f"{file.edition}-holds"),
            "" if is_told else says(f"{file.edition}-loses"),
        )


def _of_statements(
    forms: Iterable[OfferedForm], language: str, wording: Catalogue
) -> Iterator[StatementDownloads]:
    says = Catalogue("editions", language)
    for each in forms:
        edition = each.form.edition
        yield StatementDownloads(
            edition,
            each.form.label,
            wording("downloads-files", count=each.files),
            size_text(each.size, wording),
            says(f"{edition}-holds"),
            says(f"{edition}-loses"),
        )
