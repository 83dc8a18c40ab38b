"""What only some archives ask of a build, loaded only for them: files beside the pages, and the search for leaks."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

import msgspec

from allocution.content.settings import Settings
from allocution.model.finding import Finding

if TYPE_CHECKING:
    from allocution.publish.memory import Memory, PublishedPage
    from allocution.publish.preparing import Prepared
    from allocution.store.draft import Draft
    from allocution.store.kept_parts import KeptParts
    from allocution.workspace.loading import Progress


class BuildContext(msgspec.Struct, frozen=True):
    """What planning such files may need. `kept` is the place for what is of use to the next build."""

    prepared: Prepared
    memory: Memory
    kept: KeptParts
    jobs: int
    progress: Progress | None


class Beside(Protocol):
    """Files that are made of many statements at once."""

    def keeps(self, key: str) -> bool:
        """Whether the files with that key stay as they are."""
        ...

    def write(self, draft: Draft) -> dict[str, PublishedPage]:
        """Write what isn't there yet; gives what to remember of all of them. Raises ContentChangedError."""
        ...


def asked_for(settings: Settings) -> tuple[str, ...]:
    """The modules that make what an archive's settings ask for beside the pages."""
    modules = {
        "allocution.publish.static_index": settings.search or settings.catalogue,
        "allocution.publish.downloads": settings.has_downloads,
        "allocution.publish.static_answers": settings.api or settings.oai,
    }
    return tuple(name for name, asked in modules.items() if asked)


def plan_beside(context: BuildContext) -> tuple[Beside, ...]:
    """What the archive's settings ask for. Raises UsageError."""
    settings = context.prepared.loaded.archive.configuration.settings
    if not settings.search:
        context.kept.keep_only(())
    return tuple(import_module(name).plan(context) for name in asked_for(settings))


def find_leaks(
    draft: Draft, prepared: Prepared, published: Iterable[str], jobs: int, withheld_before: bytes
) -> tuple[Finding, ...]:
    """What of a draft gives away what is withheld. `withheld_before` is the withholding digest of the last build.

    `published` are all its files, those that stay as they are too.
    """
    if not prepared.loaded.withheld:
        return ()
    scan = import_module("allocution.publish.leak_scan").LeakScan(draft, prepared, published, jobs)
    found: tuple[Finding, ...] = scan.run(withheld_before)
    return found
