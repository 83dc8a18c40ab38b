"""Captured posts as content files that are ready to be edited."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from allocution.capture.capturing import Taken
from allocution.content.front_matter import FrontMatterFormat
from allocution.content.importing.telegram import first_line_title
from allocution.content.new_file import NewStatement, file_name, new_file
from allocution.errors import CaptureError
from allocution.store.new_file import make_file
from allocution.workspace.new_file import FileThereError, place_new_file


def speeches(taken: Sequence[Taken], *, joined: bool) -> tuple[tuple[Taken, ...], ...]:
    """What becomes a draft: each post with words, or all of them as one, in the order of their numbers.

    Raises CaptureError where posts to be joined are of several channels, or one of them has no words.
    """
    if not joined:
        return tuple((each,) for each in taken if each.has_words)
    for each in taken:
        if not each.has_words:
            raise CaptureError("join-incomplete", source=each.source)
    posts = [each.post for each in taken if each.post is not None]
    if len({(post.origin, post.channel.casefold()) for post in posts}) > 1:
        raise CaptureError("join-channels")
    order = sorted(taken, key=lambda each: each.post.number if each.post else 0)
    return (tuple(order),) if order else ()


def write_draft(root: Path, speech: Sequence[Taken], now: datetime, language: str) -> Path | None:
    """Write a draft of these posts; None where the archive has it already. Raises UsageError, PublishError."""
    pages = [each.page for each in speech if each.page is not None]
    first, post = pages[0], speech[0].post
    statement = NewStatement(
        date=first.posted.isoformat() if first.posted else "",
        title=_clean(first_line_title(first.markdown)),
        sources=tuple(each.source for each in speech),
    )
    body = "\n\n".join(page.markdown for page in pages)
    data = new_file(statement, FrontMatterFormat.YAML, language) + f"{body}\n".encode()
    name = file_name(f"{post.channel}-{post.number}" if post else statement.title)
    try:
        path, _ = place_new_file(root, now, name, None, "", data)
    except FileThereError:
        return None
    return make_file(root, path, data)


def _clean(title: str) -> str:
    """The title without characters that no field holds."""
    kept = (" " if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") else each for each in title)
    return " ".join("".join(kept).split()) or "…"
