"""A statement's page, as it stands in the plan: with a digest of everything that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from allocution.content.archive import Archive, Item, Work
from allocution.model.digests import digest
from allocution.model.evidence import Evidences
from allocution.site.json_copies import data_path
from allocution.site.plan import PageKind, PlannedPage, StatementSource
from allocution.views.site_view import SiteView
from allocution.views.statements import linked_terms


def plan_statement(site: SiteView, source: StatementSource, evidence: Evidences | None) -> PlannedPage:
    """The page of one statement as it stands in the whole plan."""
    around = shown_around(source.work, source.earlier, source.later)
    return statement_page(site, source, around, evidence_digest(evidence, source.item))


def evidence_digest(evidence: Evidences | None, item: Item) -> bytes:
    """What tells whether a page would show other evidence; empty where nothing was captured for the archive."""
    statement = item.record.statement
    if evidence is None or statement is None:
        return b""
    return b"evidence" + evidence.digest(statement)


def statement_page(
    site: SiteView, source: StatementSource, around: bytes, evidence: bytes = b""
) -> PlannedPage:
    """The page of one statement; `around` and `evidence` are digests of what it shows of other things."""
    item = source.item
    output = item.page.facts.target.output
    among = interface_outputs(site, item, output)
    former = [alias.output for alias in source.aliases]
    parts = (
        item.record.digest,
        around,
        *[output.encode() for output in former],
        *[relation.encode() + shown(work) for relation, work in source.related],
        *elsewhere(site.archive, item, source.work),
        evidence,
    )
    return PlannedPage(
        f"{PageKind.STATEMENT}:{item.record.path}", PageKind.STATEMENT,
        (output, data_path(output), *among, *former), digest(*parts), source,
    )  # fmt: skip


def interface_outputs(site: SiteView, item: Item, output: str) -> tuple[str, ...]:
    """The files of an item's page among labels in each of the other languages that it is shown in."""
    language = item.site_language
    return tuple([site.place_in(f"/{output}", language, tag)[1:] for tag in site.shown_in(item)])


def shown_around(*works: Work | None) -> bytes:
    """A digest of all that a page shows of its own work and the works next to it."""
    return b"".join([shown(work) if work else b"-" for work in works])


def shown(work: Work) -> bytes:
    """A digest of what other pages show of a work."""
    return b"".join([item.record.summary for item in work.items])


def elsewhere(archive: Archive, item: Item, work: Work) -> Iterator[bytes]:
    """Addresses on the page that other statements decide on: lists that this work alone needn't make."""
    statement = item.record.statement
    assert statement is not None
    if item is work.items[0] and not any(charge.candidates for charge in statement.charges):
        return
    for dimension, key in linked_terms(statement):
        yield archive.address_of(dimension, key).encode()
