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
    single = _each_album_once(taken)
    if not joined:
        return tuple((each,) for each in single if each.has_words)
    for each in single:
        if not each.has_words and not each.is_silent:
            raise CaptureError("join-incomplete", source=each.source)
    spoken = [each for each in single if each.has_words]
    channels = {(each.post.origin, each.post.channel.casefold()) if each.post else None for each in spoken}
    if None in channels or len(channels) > 1:
        raise CaptureError("join-channels")
    order = sorted(spoken, key=lambda each: each.post.number if each.post else 0)
    return (tuple(order),) if order else ()


def _each_album_once(taken: Sequence[Taken]) -> list[Taken]:
    """What was taken without the further posts of an album, whose pages all show the same."""
    seen: set[tuple[str, int]] = set()
    single = []
    for each in taken:
        album = each.page.album if each.page is not None else 0
        key = (each.post.channel.casefold() if each.post else "", album)
        if not album or key not in seen:
            single.append(each)
        seen.add(key)
    return single


def write_draft(root: Path, speech: Sequence[Taken], now: datetime, language: str) -> Path | None:
    """Write a draft of these posts; None where the archive has it already. Raises UsageError, PublishError."""
    first, post = speech[0], speech[0].post
    statement = NewStatement(
        date=_date(first),
        title=_clean((first.article.title if first.article else "") or first_line_title(_markdown(first))),
        sources=tuple(each.source for each in speech),
    )
    body = "\n\n".join(_markdown(each) for each in speech)
    data = new_file(statement, FrontMatterFormat.YAML, language) + f"{body}\n".encode()
    name = file_name(f"{post.channel}-{post.number}" if post else statement.title)
    try:
        path, _ = place_new_file(root, now, name, None, "", data)
    except FileThereError:
        return None
    return make_file(root, path, data)


def _markdown(taken: Taken) -> str:
    if taken.article is not None:
        return taken.article.markdown
    return taken.page.markdown if taken.page is not None else ""


def _date(taken: Taken) -> str:
    """The moment of a post, or the one that a page states; empty where it isn't known."""
    if taken.article is not None:
        return taken.article.date
    return taken.page.posted.isoformat() if taken.page is not None and taken.page.posted else ""


def _clean(title: str) -> str:
    """The title without characters that no field holds."""
    kept = (" " if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") else each for each in title)
    return " ".join("".join(kept).split()) or "…"
