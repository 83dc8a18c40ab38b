"""What a full build leaves for rebuilds of single statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from allocution.content.hugo.listing import Page
from allocution.model.finding import Finding
from allocution.publish.memory import Memory, Whole, hidden_digest
from allocution.publish.options import BuildOptions
from allocution.publish.preparing import Prepared
from allocution.store.archive_folder import ArchiveFolder, FileState, is_settled
from allocution.store.clock import file_moment
from allocution.views.lists import quoted_work
from allocution.workspace.loading import KnownFile


def describe_whole(prepared: Prepared, memory: Memory, options: BuildOptions) -> Whole | None:
    """What to remember of a built archive; None where only a look at all of it can be sure to be right."""
    loaded, site = prepared.loaded, prepared.site
    archive = loaded.archive
    shown = memory.remembered.files
    states = _states(prepared)
    hidden = {path: state for path, state in states.items() if path not in shown}
    rewritten = prepared.page_addresses != prepared.page_addresses_before
    if prepared.renamed or loaded.scan.findings or (prepared.address_findings and rewritten):
        return None
    if not shown.keys() <= states.keys() or _names_any(prepared.findings, hidden):
        return None
    # What is written anew must be compared with all that is withheld, which only reading it tells.
    if loaded.withheld or any(record.withholds for record in loaded.records.values()):
        return None
    if any(file.path not in shown for file in loaded.branches):
        return None
    return Whole(
        since=options.now,
        until=next_change(archive.pages, options.now),
        base_option=options.base_address,
        base_address=site.base_address,
        language=site.language,
        pages=len(prepared.plan.pages),
        works=[[item.record.path for item in work.items] for work in archive.works],
        roots={dimension: site.root_of(dimension) for dimension in archive.terms},
        front_pages=site.front_pages,
        shared=site.shared,
        plain_pages=site.plain_pages,
        quoted=quoted.items[0].record.path if (quoted := quoted_work(archive.works)) else "",
        hidden=hidden_digest(hidden, loaded.taken),
        unsettled=_unsettled(prepared.making.folder, shown, loaded.taken),
        branches=loaded.branches,
        findings=prepared.planned_findings,
        captures=prepared.captures,
        page_findings={key: page.findings for key, page in memory.pages.items() if page.findings},
    )


def _unsettled(folder: ArchiveFolder, files: Mapping[str, KnownFile], taken: int) -> set[str]:
    """Files that may have changed unseen since they were looked at.

    Those that the build wrote, or that were just edited when it began, are read again here, where it has taken long
    enough: otherwise the next rebuild would have to read all address records.
    """
    now = file_moment()
    fresh = [path for path, known in files.items() if not is_settled(known.state, taken)]
    return {
        path
        for path in fresh
        if not (
            is_settled(files[path].state, now) and folder.holds(path, files[path].state, files[path].digest)
        )
    }


def _states(prepared: Prepared) -> dict[str, FileState]:
    """All files as they are now, after the build has written its address records."""
    scan, files = prepared.loaded.scan, prepared.loaded.files
    states = {**scan.content, **scan.addresses, **scan.static}
    states.update((path, known.state) for path, known in files.items())
    return states


def _names_any(findings: Iterable[Finding], hidden: Mapping[str, FileState]) -> bool:
    """Whether a finding is about a file that isn't published: nothing of it may lie beside the site."""
    return any(
        found.place.path in hidden or any(value in hidden for _, value in found.parameters)
        for found in findings
    )


def next_change(pages: Iterable[Page], now: datetime) -> datetime | None:
    """When the next page comes or goes by its dates."""
    moments = (
        date.instant
        for page in pages
        for date in (page.facts.dates.publish, page.facts.dates.expiry)
        if date is not None
    )
    return min((moment for moment in moments if moment >= now), default=None)
