"""Edits of statements' words taken up at once: their pages are planned anew, and nothing else is looked at.

What it rests on is what a quick rebuild rests on (`publish/quick.py`): no other page shows what a statement's words
decide on, but for what its record says, which is compared. Whoever else reads the words meets another digest.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime

import msgspec

from allocution.content.archive import Record, Work
from allocution.content.laws import ChargeMatcher, packaged_laws
from allocution.model.finding import Finding
from allocution.publish.preparing import Prepared
from allocution.publish.quick import MOST_EDITS, differs_in_words_alone
from allocution.site.plan import PageKind, PlannedPage, StatementSource
from allocution.site.statement_pages import plan_statement
from allocution.store.archive_folder import is_settled
from allocution.views.colophon import built_on
from allocution.views.lists import quoted_work
from allocution.workspace.evidence_access import captures_state
from allocution.workspace.loading import KnownFile, Scan, Workspace
from allocution.workspace.records import ReadingRules, read_record


def with_edits(workspace: Workspace, seen: Prepared, until: datetime | None) -> Prepared | None:
    """What was `seen`, with the edits since (itself where there are none); None where anything else may have changed.

    `until` is when the next page comes or goes by its dates.
    """
    loaded, now = seen.loaded, workspace.now
    branches, reading, _ = workspace.branches(loaded.branches)
    scan = workspace.scan()
    captures = captures_state(workspace.folder, scan.taken)
    due = until is not None and until <= now
    if due or built_on(now) != built_on(seen.making.now) or captures != seen.captures or not captures:
        return None
    touched = _touched(scan, loaded.scan, loaded.taken)
    if reading != loaded.reading or touched is None or len(touched) > MOST_EDITS:
        return None
    rules = ReadingRules(loaded.archive.configuration, branches, ChargeMatcher(packaged_laws()), now)
    records: dict[str, Record] = {}
    for path in touched:
        before = loaded.records.get(path)
        data = workspace.folder.read(path)
        if isinstance(data, Finding) or before is None or before.facts is None:
            return None
        record = read_record(before.facts.file, data, rules)
        if record.withholds or not differs_in_words_alone(record, before):
            return None
        if record.digest != before.digest:
            records[path] = record
    quoted = quoted_work(loaded.archive.works)
    if quoted is not None and quoted.items[0].record.path in records:
        return None  # the front page has its words, too
    pages = _pages(seen, records)
    if pages is None:
        return None
    return _joined(seen, scan, records, pages) if pages else seen


def _touched(scan: Scan, then: Scan, taken: int) -> list[str] | None:
    """The content files that may have other bytes; None where there are others or another file has changed."""
    if (scan.static, scan.addresses, scan.findings) != (then.static, then.addresses, then.findings):
        return None
    if scan.content.keys() != then.content.keys():
        return None
    return [
        path
        for path, state in then.content.items()
        if scan.content[path] != state or not is_settled(state, taken)
    ]


def _pages(seen: Prepared, records: Mapping[str, Record]) -> list[PlannedPage] | None:
    """The pages of the statements with these records; None where one's words are shown elsewhere, too."""
    pages = []
    for path, record in records.items():
        page = seen.plan.pages.get(f"{PageKind.STATEMENT}:{path}")
        if page is None or not isinstance(page.source, StatementSource) or len(page.source.work.items) > 1:
            return None
        source = page.source
        item = msgspec.structs.replace(source.item, record=record)
        work: Work = msgspec.structs.replace(source.work, items=(item,))
        fresh = plan_statement(
            seen.site, msgspec.structs.replace(source, item=item, work=work), seen.making.evidence
        )
        if fresh.outputs != page.outputs:
            return None
        pages.append(fresh)
    return pages


def _joined(seen: Prepared, scan: Scan, records: Mapping[str, Record], pages: list[PlannedPage]) -> Prepared:
    loaded, plan = seen.loaded, seen.plan
    files = {path: KnownFile(scan.content[path], record.digest) for path, record in records.items()}
    owned = {output: page for page in pages for output in plan.owned(plan.pages[page.key])}
    return dataclasses.replace(
        seen,
        loaded=msgspec.structs.replace(
            loaded, records={**loaded.records, **records}, files={**loaded.files, **files}, scan=scan
        ),
        plan=msgspec.structs.replace(
            plan,
            pages=plan.pages | {page.key: page for page in pages},
            by_output=plan.by_output | owned,
        ),
    )
