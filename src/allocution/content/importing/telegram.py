"""Telegram Desktop's export of one chat (`result.json`) as statements: posts of one speech joined, text as Markdown.

Facts about the format are from public parsers of it: `text_entities` is a list of typed stretches, `text` a string or
such a list; times are Unix times as strings; control characters may be written `\\x0B`, which isn't JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any

import msgspec

from allocution.content.importing.statements import (
    ImportedStatement,
    digest_of,
    file_name,
    plain_as_markdown,
    repairs,
)
from allocution.errors import UsageError

_NEARLY_FULL = 3000
_LONGEST_TITLE = 90
_BAD_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_WRAPPED = {"bold": "**", "italic": "*", "strikethrough": "~~", "code": "`"}
_TITLE_MARKS = re.compile(r"[*_`\\#]+|\[([^\]]*)\]\([^)]*\)")


class _Entity(msgspec.Struct, frozen=True):
    type: str
    text: str
    href: str = ""


class _Message(msgspec.Struct, frozen=True):
    id: int
    type: str
    date_unixtime: str = "0"
    edited_unixtime: str = ""
    sender: str | None = msgspec.field(name="from", default=None)
    author: str | None = None
    forwarded_from: str | None = None
    reply_to_message_id: int | None = None
    text: str | list[str | _Entity] = ""
    text_entities: list[_Entity] | None = None
    photo: str = ""
    file: str = ""


class _Chat(msgspec.Struct, frozen=True):
    name: str | None = None
    type: str = ""
    messages: list[_Message] = msgspec.field(default_factory=list)
    chats: Any = None
    personal_information: Any = None


@dataclass(frozen=True, slots=True)
class Post:
    """A message with words: `markdown` is its text, `units` its length in UTF-16; `media` is missing or beside it."""

    identifier: int
    moment: datetime
    signature: str
    forwarded_from: str
    reply_to: int
    markdown: str
    units: int
    edited: bool
    media: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A message that has no words for a statement: `service`, `no-words`, `not-chosen` or `joined` to another."""

    identifier: int
    reason: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """A chat as exported. `repaired` counts escapes that weren't JSON."""

    name: str
    posts: tuple[Post, ...]
    passed_over: tuple[PassedOver, ...]
    repaired: int


@dataclass(frozen=True, slots=True)
class Joining:
    """When consecutive posts are one speech: by one hand, within `minutes`, the former nearly full or replied to."""

    minutes: int = 10
    nearly_full: int = _NEARLY_FULL
    enabled: bool = True
    ids: frozenset[int] = field(default_factory=frozenset)

    def joins(self, before: Post, after: Post) -> bool:
        """Whether the second goes on with the first."""
        seconds = (after.moment - before.moment).total_seconds()
        if not self.enabled or before.signature != after.signature or not 0 <= seconds <= self.minutes * 60:
            return False
        if before.forwarded_from != after.forwarded_from:
            return False
        return before.units >= self.nearly_full or after.reply_to == before.identifier


def read_export(data: bytes, zone: tzinfo = UTC) -> Export:
    """Read `result.json`. Raises UsageError for anything but the export of one chat."""
    repaired, count = _BAD_ESCAPE.subn(rb"\1\\u00\2", data)
    try:
        chat = msgspec.json.decode(repaired, type=_Chat)
    except msgspec.DecodeError as error:
        raise UsageError(
            f"This is no export of a chat: {error}", "Export one chat as JSON in Telegram Desktop."
        ) from error
    if chat.chats is not None or chat.personal_information is not None:
        raise UsageError(
            "This is the export of a whole account, with contacts and private chats; it isn't read.",
            "Export only the channel: its menu, “Export chat history”, JSON.",
        )
    read = [_post(message, zone) for message in chat.messages]
    posts = tuple(each for each in read if isinstance(each, Post))
    return Export(chat.name or "", posts, tuple(each for each in read if isinstance(each, PassedOver)), count)


def _post(message: _Message, zone: tzinfo) -> Post | PassedOver:
    if message.type != "message":
        return PassedOver(message.id, "service")
    entities = message.text_entities or _entities(message.text)
    plain = "".join(entity.text for entity in entities)
    media = message.photo or message.file
    if not plain.strip():
        return PassedOver(message.id, "no-words", (media,) if media else ())
    return Post(
        identifier=message.id,
        moment=datetime.fromtimestamp(int(message.date_unixtime), UTC).astimezone(zone),
        signature=message.author or message.sender or "",
        forwarded_from=message.forwarded_from or "",
        reply_to=message.reply_to_message_id or 0,
        markdown=as_markdown(entities),
        units=len(plain.encode("utf-16-le", "surrogatepass")) // 2,
        edited=bool(message.edited_unixtime),
        media=media,
    )


def _entities(text: str | list[str | _Entity]) -> list[_Entity]:
    if isinstance(text, str):
        return [_Entity("plain", text)]
    return [_Entity("plain", part) if isinstance(part, str) else part for part in text]


def as_markdown(entities: Iterable[_Entity]) -> str:
    """Typed stretches of a message as Markdown."""
    return "".join(_stretch(entity) for entity in entities).strip()


def _stretch(entity: _Entity) -> str:
    text = entity.text
    if entity.type == "pre":
        return f"\n\n```\n{text}\n```\n\n"
    if entity.type == "blockquote":
        quoted = plain_as_markdown(text.strip()).replace("\n", "\n> ")
        return f"\n\n> {quoted}\n\n"
    blanks = text[: len(text) - len(text.lstrip(" "))]
    inner = blanks + plain_as_markdown(text[len(blanks) :]) if text.strip() else text
    kept = inner.strip(" \n")
    if entity.type in _WRAPPED and kept and "\n" not in kept:
        mark = _WRAPPED[entity.type]
        kept = text.strip(" \n") if entity.type == "code" else kept
        return (
            inner[: len(inner) - len(inner.lstrip(" \n"))]
            + mark
            + kept
            + mark
            + inner[len(inner.rstrip(" \n")) :]
        )
    if entity.type == "text_link" and entity.href.startswith(("http://", "https://")):
        return f"[{kept}](<{entity.href.replace('>', '%3E')}>)"
    return inner


def speeches(export: Export, joining: Joining) -> Iterator[tuple[Post, ...] | PassedOver]:
    """The posts, those of one speech together; messages that are chosen by `ids` only, where it isn't empty."""
    group: list[Post] = []
    for post in export.posts:
        if joining.ids and post.identifier not in joining.ids:
            yield PassedOver(post.identifier, "not-chosen")
        elif group and joining.joins(group[-1], post):
            group.append(post)
            yield PassedOver(post.identifier, "joined", (str(group[0].identifier),))
        else:
            if group:
                yield tuple(group)
            group = [post]
    if group:
        yield tuple(group)


def as_statement(posts: tuple[Post, ...], channel: str) -> ImportedStatement:
    """One speech as a draft: its posts are its sources. `channel` is the channel's user name."""
    first = posts[0]
    body = "\n\n".join(post.markdown for post in posts)
    title = first_line_title(first.markdown)
    fields: dict[str, Any] = {
        "title": title,
        "date": first.moment.isoformat(),
        "draft": True,
        "posted": first.moment.isoformat(),
        "sources": [
            {
                "address": f"https://t.me/{channel}/{post.identifier}",
                "date": post.moment.date().isoformat(),
                **_note(post),
            }
            for post in posts
        ],
    }
    if found := repairs(body):
        fields["corrections"] = found
    digest = digest_of([f"{post.identifier} {post.moment.isoformat()} {post.markdown}" for post in posts])
    details = tuple(f"{post.identifier}: {post.media}" for post in posts if post.media)
    name = file_name(title.partition("(")[0] or channel, str(first.identifier))
    return ImportedStatement(f"{channel}/{first.identifier}", digest, name, fields, body, details=details)


def _note(post: Post) -> dict[str, str]:
    notes = []
    if post.forwarded_from:
        notes.append(f"forwarded from {post.forwarded_from}")
    if post.edited:
        notes.append("edited after it was posted")
    return {"note": "; ".join(notes)} if notes else {}


def first_line_title(markdown: str) -> str:
    """The first line as a title, without its marks, cut between words."""
    line = _TITLE_MARKS.sub(r"\1", markdown.split("\n", 1)[0].rstrip("\\")).strip()
    if len(line) <= _LONGEST_TITLE:
        return line or "…"
    return line[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
