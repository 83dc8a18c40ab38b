"""One statement held against the captures of its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from allocution.capture.capturing import checked_log
from allocution.content.importing.telegram import POST_CAPACITY
from allocution.evidence.coverage import cover
from allocution.evidence.custody import events
from allocution.evidence.telegram_page import PostAddress, post_address, read_post
from allocution.evidence.warc import read_bodies
from allocution.store.capture_folder import CaptureFolder
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
class StatementCover:
    """Which sentences of a statement are in its captures; those in none with their passage's line.

    `unaddressed` counts sources that can't be fetched, such as books.
    """

    path: str
    found: int
    missing: tuple[tuple[int, str], ...]
    sources: tuple[SourceCover, ...]
    unaddressed: int


def cover_statement(root: Path, path: str, now: datetime) -> StatementCover:
    """Hold a content file against the captures of its sources. Raises CaptureError, UsageError."""
    statement, body = Proofreader(root, now).read_statement(path)
    sentences = [
        (passage.line, passage.text[sentence.start : sentence.end])
        for passage in body.passages
        for sentence in passage.sentences
    ]
    logged = [event for event in events(checked_log(root)) if event.get("event") == "captured"]
    folder = CaptureFolder(root)
    texts: list[str] = []
    sources = []
    addressed = [source for source in statement.sources if source.address]
    for source in addressed:
        own = [event for event in logged if _same(str(event.get("source")), source.address)]
        words = [text for event in own if (text := _text(folder, event))]
        texts.extend(words)
        most = max((len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in words), default=0)
        sources.append(SourceCover(source.address, len(own), len(words), most))
    missing = frozenset(cover((text for _, text in sentences), texts).missing)
    nowhere = tuple((line, " ".join(text.split())) for line, text in sentences if text in missing)
    unaddressed = len(statement.sources) - len(addressed)
    return StatementCover(path, len(sentences) - len(nowhere), nowhere, tuple(sources), unaddressed)


def _text(folder: CaptureFolder, event: Mapping[str, Any]) -> str:
    """The words of the post that was captured; empty for what isn't one."""
    post = _post(str(event["source"]))
    body = read_bodies(folder.read(event)).get(str(event.get("answered")), b"")
    return read_post(body, post).plain if post else ""


def _post(address: str) -> PostAddress | None:
    """The post of an address that is known to be of Telegram, or of what stood in for it."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    return post_address(address, frozenset((host,)))


def _same(one: str, other: str) -> bool:
    posts = _post(one), _post(other)
    written = [
        post.source.casefold() if post else address for post, address in zip(posts, (one, other), strict=True)
    ]
    return written[0] == written[1]
