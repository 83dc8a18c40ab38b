"""An archive loaded and planned, before any page is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module

from allocution.content.archive import Archive
from allocution.content.hugo.addresses import Alias
from allocution.content.page_addresses import (
    PageAddresses,
    as_alias,
    read_page_addresses,
    update_page_addresses,
)
from allocution.content.settings import Settings
from allocution.model.digests import digest
from allocution.model.finding import Finding
from allocution.publish.making import Making
from allocution.publish.renames import find_renames
from allocution.site.plan import Plan
from allocution.site.planning import make_plan
from allocution.store.archive_folder import ADDRESS_RECORDS, ArchiveFolder, is_settled
from allocution.views.colophon import built_on
from allocution.views.site_view import SiteView, configured_base
from allocution.workspace.evidence_access import captures_state, evidence_of
from allocution.workspace.loading import Loaded, Progress, Remembered, Workspace

PAGE_ADDRESSES = "pages.txt"


@dataclass(slots=True)
class Prepared:
    """An archive loaded and planned. `planned_findings` are those so far, `findings` also what making pages finds.

    `captures` is the `captures_state` of before they were read.
    """

    loaded: Loaded
    site: SiteView
    plan: Plan
    making: Making
    page_addresses: dict[str, PageAddresses]
    page_addresses_before: dict[str, PageAddresses]
    renamed: dict[str, str]
    address_findings: tuple[Finding, ...]
    captures: bytes
    planned_findings: tuple[Finding, ...]
    findings: list[Finding] = field(default_factory=list)


def prepare(
    workspace: Workspace,
    remembered: Remembered,
    base_address: str,
    jobs: int,
    progress: Progress | None = None,
) -> Prepared:
    """Load an archive and plan its site. Raises UsageError."""
    loaded = workspace.load(remembered, jobs, progress)
    archive = loaded.archive
    _check_settings(archive.configuration.settings)
    site = SiteView(archive, base_address or configured_base(archive), workspace.theme)
    renamed = _renames(workspace.folder, loaded, workspace.now)
    before, findings = _page_addresses(workspace.folder, loaded)
    present = {item.record.path: item.address for work in archive.works for item in work.items}
    after = update_page_addresses(before, present, renamed)
    former: dict[str, tuple[Alias, ...]] = {
        path: tuple(as_alias(address) for address in after[path].former)
        for path in present
        if after[path].former
    }
    former |= _of_withdrawn(archive, after)
    if archive.configuration.settings.statement_editions:
        site.forms = import_module("allocution.publish.statement_files").statement_forms(loaded)
    captures = captures_state(workspace.folder, loaded.taken)
    evidence = evidence_of(workspace.folder)
    plan = make_plan(site, former, loaded.static, built_on(workspace.now), evidence)
    making = Making(
        workspace.folder,
        site,
        loaded.address_records,
        {new: old for old, new in renamed.items()},
        workspace.now,
        evidence,
        static=loaded.static,
    )
    told = (*loaded.findings, *findings, *plan.findings, *(evidence.findings if evidence else ()))
    return Prepared(
        loaded, site, plan, making, after, before, renamed, tuple(findings), captures, told, list(told)
    )


def withholding_digest(prepared: Prepared) -> bytes:
    """Tells whether the same is withheld by the same files as before; empty where nothing is, or where nobody can tell.

    It is made of the files' states and not of their words, which could be guessed by it.
    """
    loaded = prepared.loaded
    states = {path: loaded.files[path].state for path in loaded.withheld if path in loaded.files}
    if not states or len(states) != len(loaded.withheld):
        return b""
    if not all(is_settled(state, loaded.taken) for state in states.values()):
        return b""
    told = (
        f"{path} {state.hex()} {len(loaded.withheld[path].secrets.names)} {len(loaded.withheld[path].secrets.texts)}"
        for path, state in sorted(states.items())
    )
    return digest(*(each.encode() for each in told))


def _check_settings(settings: Settings) -> None:
    """Raises UsageError where the settings name an edition that there isn't: what they ask for would be passed over."""
    if settings.outside_links:
        import_module("allocution.publish.exporting").check_outside_links(settings.outside_links)


def _of_withdrawn(archive: Archive, known: Mapping[str, PageAddresses]) -> dict[str, tuple[Alias, ...]]:
    """All addresses that withdrawn statements have had: what was linked to there is answered for."""
    found: dict[str, tuple[Alias, ...]] = {}
    for item in archive.withdrawn:
        recorded = known.get(item.record.path)
        if recorded is not None:
            earlier = dict.fromkeys((recorded.present, *recorded.former))
            found[item.record.path] = tuple(as_alias(each) for each in earlier if each != item.address)
    return found


def _page_addresses(folder: ArchiveFolder, loaded: Loaded) -> tuple[dict[str, PageAddresses], list[Finding]]:
    if PAGE_ADDRESSES not in loaded.address_records:
        return {}, []
    path = f"{ADDRESS_RECORDS}/{PAGE_ADDRESSES}"
    data = folder.read(path)
    return ({}, [data]) if isinstance(data, Finding) else read_page_addresses(data, path)


def _renames(folder: ArchiveFolder, loaded: Loaded, now: datetime) -> dict[str, str]:
    known = {path.removesuffix(".txt") for path in loaded.address_records if path != PAGE_ADDRESSES}
    orphans = sorted(known - loaded.records.keys())
    if not orphans:
        return {}
    fresh = [item for work in loaded.archive.works for item in work.items if item.record.path not in known]
    return find_renames(folder, orphans, fresh, now) if fresh else {}
