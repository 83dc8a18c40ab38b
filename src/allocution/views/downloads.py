"""The page of what can be taken along."""

from __future__ import annotations

from collections.abc import Sequence

from allocution.content.public_key import fingerprint
from allocution.messages import Catalogue
from allocution.views.contract import Download, DownloadsView
from allocution.views.site_view import DOWNLOADS, VERIFYING, SiteView

SUMS = f"{DOWNLOADS}SHA256SUMS"


def downloads_view(
    site: SiteView, files: Sequence[tuple[str, str, int, str]], page_language: str
) -> DownloadsView:
    """The page in one of the site's languages; of each file the edition, its name, its size and its SHA-256."""
    language = site.interface_language(page_language)
    says = Catalogue("editions", language)
    address = site.localised(DOWNLOADS, page_language)
    versions = site.versions(address, page_language)
    key = site.archive.configuration.settings.public_key
    return DownloadsView(
        frame=site.frame(
            site.wording(language)("downloads"),
            address,
            page_language,
            alternates=versions,
            versions=versions,
        ),
        downloads=tuple(
            Download(
                edition,
                f"{DOWNLOADS}{name}",
                name,
                size_text(size, site.wording(language)),
                sha256,
                says(f"{edition}-holds"),
                says(f"{edition}-loses"),
            )
            for edition, name, size, sha256 in files
        ),
        sums=SUMS,
        fingerprint=fingerprint(key) if key else "",
        verifying=site.localised(VERIFYING, page_language) if key else "",
    )


def size_text(size: int, wording: Catalogue) -> str:
    """How large a file is, in words of readers."""
    if size < 1_000_000:
        return wording("kilobytes", size=max(1, round(size / 1000)))
    return wording("megabytes", size=round(size / 1_000_000, 1))
