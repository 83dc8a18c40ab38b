"""Looks through what a build wrote before anybody sees it: nothing that is withheld may be in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from allocution.content.archive import Item, Work
from allocution.evidence.leaks import LeakSearch
from allocution.model.finding import Finding, Place, Severity
from allocution.publish.preparing import Prepared, withholding_digest
from allocution.site.plan import EditionSource, SideBySideSource, StatementSource
from allocution.store.draft import Draft
from allocution.store.workers import map_in_processes
from allocution.views.headings import work_charge, work_heading

_CHUNK = 64
_MOST_FINDINGS = 50
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Finding]).decode


@dataclass(frozen=True, slots=True)
class LeakScan:
    """Looks through a draft. What was published before and stays is looked through where other things are withheld.

    `published` are all files of the draft.
    """

    draft: Draft
    prepared: Prepared
    published: Iterable[str]
    jobs: int

    def run(self, withheld_before: bytes) -> tuple[Finding, ...]:
        """What gives anything away."""
        withheld = self.prepared.loaded.withheld
        search = LeakSearch(each.secrets for each in withheld.values())
        same = bool(withheld_before) and withheld_before == withholding_digest(self.prepared)
        outputs = self.draft.changed() if same else sorted({*self.published, *self.draft.changed()})
        chunks = [outputs[start : start + _CHUNK] for start in range(0, len(outputs), _CHUNK)]
        found: list[Finding] = []
        for encoded in map_in_processes(lambda chunk: self._look(search, chunk), chunks, self.jobs):
            found += _decode(encoded)
        return tuple(sorted(found, key=lambda each: (each.place, each.parameters))[:_MOST_FINDINGS])

    def _look(self, search: LeakSearch, outputs: Sequence[str]) -> bytes:
        return _encode([leak for output in outputs if (leak := self._leak(search, output)) is not None])

    def _leak(self, search: LeakSearch, output: str) -> Finding | None:
        data = self.draft.read(output)
        owners, beside = self._about(output)
        for own in owners:
            leak = search.find(output, data, own, beside)
            if leak is not None:
                parameters = (("output", output), ("what", leak.what))
                return Finding("withheld-leaked", Severity.ERROR, Place(leak.path), parameters)
        return None

    def _about(self, output: str) -> tuple[tuple[str, ...], str]:
        """The content files that a page is made of, and what of other files stands on it."""
        page = self.prepared.plan.by_output.get(output)
        source = page.source if page is not None else None
        if isinstance(source, Item):
            return (source.record.path,), self._around()
        if isinstance(source, SideBySideSource):
            return (source.original.record.path, source.translation.record.path), self._around()
        if isinstance(source, EditionSource):
            return (source.item.record.path,), " ".join((_entries(source.work), self._around()))
        if not isinstance(source, StatementSource):
            return ("",), ""
        works = (source.earlier, source.later, *(work for _, work in source.related))
        entries = (_entries(work) for work in works if work is not None)
        return (source.item.record.path,), " ".join((*entries, self._around()))

    def _around(self) -> str:
        site = self.prepared.site
        languages = [language.tag for language in site.archive.configuration.languages]
        languages += site.interfaces
        titles = (site.title(language) for language in languages)
        pages = (link.text for language in languages for link in site.plain_pages.get(language, ()))
        return " ".join((site.base_address, *titles, *pages))


def _entries(work: Work) -> str:
    """What a list shows of a work."""
    return " ".join(
        f"{work_heading(item)} {work_charge(item.record.statement)}"
        for item in work.items
        if item.record.statement is not None
    )
