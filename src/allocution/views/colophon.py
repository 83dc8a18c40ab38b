"""The page that says what made the site, and when."""

from __future__ import annotations

from datetime import UTC, datetime

from allocution.views.contract import ColophonView
from allocution.views.dates import written_date_text
from allocution.views.site_view import COLOPHON, SiteView


def colophon_view(site: SiteView, page_language: str, moment: datetime) -> ColophonView:
    """The page in one of the site's languages, of a site that was built at that moment."""
    wording = site.wording(site.interface_language(page_language))
    address = site.localised(COLOPHON, page_language)
    versions = site.versions(address, page_language)
    frame = site.frame(wording("colophon"), address, page_language, alternates=versions, versions=versions)
    day = built_on(moment)
    count = wording("count", count=len(site.archive.works))
    return ColophonView(frame, day, written_date_text(day, wording), count)


def built_on(moment: datetime) -> str:
    """The day of a build as its pages have it: that of Greenwich, wherever it was built."""
    return moment.astimezone(UTC).date().isoformat()
