"""One statement held against the captures of its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allocution.capture.keeping import checked_log
from allocution.content.telegram_posts import POST_CAPACITY, units
from allocution.errors import CaptureError
from allocution.evidence.comparison import compare
from allocution.model.evidence import Piece
from allocution.workspace.evidence import ArchiveEvidence, sentences_of, source_addresses
from allocution.workspace.proofreading import Proofreader


@dataclass(frozen=True, slots=True)
class SourceCover:
    """A source: how many captures it has, how many of them have words, and the most UTF-16 units in one."""

    address: str
    captures: int
    with_words: int
    units: int

    @property
    def is_full(self) -> bool:
        """Whether a capture holds as much as a post can, so that the words may go on elsewhere."""
        return self.units >= POST_CAPACITY


@dataclass(frozen=True, slots=True)
class MissingSentence:
    """A sentence that no capture holds whole, and how the captured wording leads to it; empty without such a one."""

    line: int
    text: str
    difference: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class StatementCover:
    """Which sentences of a statement are in its captures, and those that are in none as they stand.

    `unaddressed` counts sources that can't be fetched, such as books.
    """

    path: str
    found: int
    missing: tuple[MissingSentence, ...]
    sources: tuple[SourceCover, ...]
    unaddressed: int


def cover_statement(root: Path, path: str, now: datetime) -> StatementCover:
    """Hold a content file against the captures of its sources. Raises CaptureError, UsageError."""
    statement, body = Proofreader(root, now).read_statement(path)
    checked_log(root)
    evidence = ArchiveEvidence(root)
    texts: list[str] = []
    sources = []
    addressed = source_addresses(statement)
    for address in addressed:
        words, captures = _words(evidence, address)
        texts.extend(words)
        most = max((units(text) for text in words), default=0)
        sources.append(SourceCover(address, captures, len(words), most))
    placed = list(sentences_of(body))
    compared = compare([text for _, _, text in placed], texts)
    missing = tuple(
        MissingSentence(line, " ".join(text.split()), each.difference)
        for (line, _, text), each in zip(placed, compared, strict=True)
        if each is not None and not each.found
    )
    found = sum(each is not None for each in compared) - len(missing)
    return StatementCover(path, found, missing, tuple(sources), len(statement.sources) - len(addressed))


def _words(evidence: ArchiveEvidence, address: str) -> tuple[list[str], int]:
    """The words in each capture of a source that has any, and how many captures there are. Raises CaptureError."""
    events = [event for event in evidence.captured(address) if "file" in event]
    texts = []
    for event in events:
        text, problem = evidence.text(event)
        if problem:
            code = "warc-damaged" if problem == "damaged" else f"capture-{problem}"
            raise CaptureError(code, file=str(event.get("file")), problem=problem)
        if text:
            texts.append(text)
    return texts, len(events)
