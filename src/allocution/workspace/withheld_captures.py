"""Which captured sources an archive withholds something of, and which of that its custody log doesn't tell of yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from allocution.content.front_matter import key_place, read_front_matter
from allocution.content.withholding.asking import KEY
from allocution.errors import ContentError
from allocution.evidence.custody import events
from allocution.model.finding import Finding, Place, Severity
from allocution.model.statement import Statement
from allocution.store.archive_folder import ArchiveFolder
from allocution.store.capture_folder import CaptureFolder
from allocution.workspace.evidence import source_key
from allocution.workspace.loading import Loaded

Event = Mapping[str, Any]
WITHHELD, SHOWN = "withheld", "no-longer-withheld"
_SOURCES = ("sources", "sourcelink")


@dataclass(frozen=True, slots=True)
class WithheldCaptures:
    """A file that withholds something, and the sources among its own of which there are captures."""

    place: Place
    sources: frozenset[str]
    statement: Statement


@dataclass(frozen=True, slots=True)
class Unlogged:
    """A line that the log lacks: of what kind, and what it says."""

    event: str
    about: tuple[tuple[str, str], ...]


def withheld_captures(folder: ArchiveFolder, loaded: Loaded) -> tuple[WithheldCaptures, ...]:
    """The files of an archive that withhold something of what was captured."""
    log = events(CaptureFolder(folder.root).log()[0])
    captured = {source_key(str(each.get("source"))) for each in log if "file" in each}
    found = []
    for path in sorted(loaded.withheld):
        record = loaded.records.get(path)
        place, addresses = _named_in(folder, path)
        sources = frozenset(source_key(each) for each in addresses) & captured
        if sources and record is not None and record.statement is not None:
            found.append(WithheldCaptures(place, sources, record.statement))
    return tuple(found)


def _named_in(folder: ArchiveFolder, path: str) -> tuple[Place, list[str]]:
    """Where a file asks to withhold, and all that it says of sources, with what is withheld of them."""
    data = folder.read(path)
    if isinstance(data, Finding):
        return Place(path), []
    try:
        front_matter = read_front_matter(data)
    except ContentError:
        return Place(path), []
    values = [value for key, value in front_matter.values.items() if key.lower() in _SOURCES]
    return Place(path, *key_place(front_matter, KEY)), list(_texts_in(values))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts_in(each)
    elif value is not None:
        yield str(value)


def unlogged(withheld: Iterable[WithheldCaptures], log: Iterable[Event]) -> tuple[Unlogged, ...]:
    """What the log is to say besides: what is withheld of each source, and that nothing is any more.

    Only kinds and reasons are told, as readers may know them: never what is withheld.
    """
    logged = {str(each.get("source")): each for each in log if each.get("event") in (WITHHELD, SHOWN)}
    now: dict[str, list[Statement]] = defaultdict(list)
    for each in withheld:
        for source in each.sources:
            now[source].append(each.statement)
    lines = []
    for source in sorted(now):
        about = {"source": source, "what": _told(now[source], "kind"), "reason": _told(now[source], "reason")}
        known = logged.get(source, {})
        if known.get("event") != WITHHELD or any(known.get(key) != value for key, value in about.items()):
            lines.append(Unlogged(WITHHELD, tuple(about.items())))
    shown = (key for key, last in sorted(logged.items()) if last["event"] == WITHHELD and key not in now)
    return (*lines, *(Unlogged(SHOWN, (("source", key),)) for key in shown))


def _told(statements: Iterable[Statement], what: str) -> str:
    found = {str(getattr(each, what)) for statement in statements for each in statement.withheld}
    return ", ".join(sorted(found - {""}))


def unlogged_findings(folder: ArchiveFolder, loaded: Loaded) -> Iterator[Finding]:
    """One finding for each file of whose withholding the log doesn't tell."""
    withheld = withheld_captures(folder, loaded)
    lines = unlogged(withheld, events(CaptureFolder(folder.root).log()[0]))
    missing = {dict(each.about)["source"] for each in lines if each.event == WITHHELD}
    for each in withheld:
        if count := len(each.sources & missing):
            yield Finding("withheld-unlogged", Severity.NOTE, each.place, (("count", str(count)),))
