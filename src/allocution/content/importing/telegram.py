"""Telegram Desktop's export of one chat (`result.json`) as statements: posts of one speech joined, text as Markdown.

Facts about the format are from public parsers of it: `text_entities` is a list of typed stretches, `text` a string or
such a list; times are Unix times as strings; control characters may be written `\\x0B`, which isn't JSON.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from decimal import DecimalException
from typing import Any, BinaryIO

import ijson
import msgspec

from allocution.content.importing.repaired_escapes import RepairedEscapes
from allocution.content.importing.statements import (
    ImportedStatement,
    digest_of,
    escaped_markdown,
    file_name,
    plain_as_markdown,
    repairs,
    with_line_breaks,
)
from allocution.errors import UsageError

_NEARLY_FULL = 3000
_LONGEST_TITLE = 90
_OF_ACCOUNTS = frozenset(
    {"about", "personal_information", "contacts", "frequent_contacts", "chats", "left_chats"}
)
_WRAPPED = {"bold": "**", "italic": "*", "strikethrough": "~~", "code": "`"}
_TITLE_MARKS = re.compile(r"[*_`\\#]+|\[([^\]]*)\]\([^)]*\)")


class _Entity(msgspec.Struct, frozen=True):
    type: str
    text: str | None = ""
    href: str | None = ""

    @property
    def words(self) -> str:
        """Its text, none where there is none."""
        return self.text or ""


class _Message(msgspec.Struct, frozen=True):
    id: int
    type: str
    date: str | None = ""
    date_unixtime: str | int | None = ""
    edited_unixtime: str | int | None = ""
    sender: str | None = msgspec.field(name="from", default=None)
    author: str | None = None
    forwarded_from: str | None = None
    reply_to_message_id: int | None = None
    text: str | list[str | _Entity] | None = ""
    text_entities: list[_Entity] | None = None
    photo: str | None = ""
    file: str | None = ""


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
    """A message that has no words for a statement: `service`, `no-words`, `no-time`, `not-chosen`, or `joined`."""

    identifier: int
    reason: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joining:
    """When consecutive posts are one speech: by one hand, within `minutes`, the former nearly full or replied to."""

    minutes: int = 10
    nearly_full: int = _NEARLY_FULL
    enabled: bool = True
    ids: frozenset[int] = field(default_factory=frozenset)

    def joins(self, before: Post, after: Post) -> bool:
        """Whether the second goes on with the first."""
        if (after.moment.tzinfo is None) is not (before.moment.tzinfo is None):
            return False
        seconds = (after.moment - before.moment).total_seconds()
        if not self.enabled or before.signature != after.signature or not 0 <= seconds <= self.minutes * 60:
            return False
        if before.forwarded_from != after.forwarded_from:
            return False
        return before.units >= self.nearly_full or after.reply_to == before.identifier


class ChatExport:
    """A chat as exported, read message by message: `count` of them. `repaired` counts escapes that weren't JSON.

    The file is read once through before anything is made of it. Raises UsageError for anything but one chat's export.
    """

    def __init__(self, file: BinaryIO, zone: tzinfo = UTC) -> None:
        self._file = file
        self._begin = len(BOM_UTF8) if file.read(len(BOM_UTF8)) == BOM_UTF8 else 0
        self._zone = zone
        self.repaired = 0
        self._refuse_account()
        self.count = sum(1 for _ in self._messages())

    def __iter__(self) -> Iterator[Post | PassedOver]:
        return (_post(message, self._zone) for message in self._messages())

    def _refuse_account(self) -> None:
        """Read no further than the first key that a single chat's export doesn't have."""
        self._file.seek(self._begin)
        with _explained():
            for prefix, event, value in ijson.parse(RepairedEscapes(self._file)):
                if not prefix and event == "map_key" and value in _OF_ACCOUNTS:
                    raise UsageError("telegram-whole-account")
                if prefix == "messages" and event == "start_array":
                    return
                if prefix == "messages" or (not prefix and event not in ("start_map", "map_key", "end_map")):
                    raise ijson.JSONError("it holds no messages")

    def _messages(self) -> Iterator[_Message]:
        self._file.seek(self._begin)
        repaired = RepairedEscapes(self._file)
        with _explained():
            for item in ijson.items(repaired, "messages.item"):
                yield msgspec.convert(item, _Message)
        self.repaired = repaired.count


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DecimalException as error:
        raise UsageError("telegram-number-too-large") from error
    except (ijson.JSONError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageError("telegram-export-unreadable", problem=error) from error


def _post(message: _Message, zone: tzinfo) -> Post | PassedOver:
    if message.type != "message":
        return PassedOver(message.id, "service")
    entities = message.text_entities or []
    if not any(entity.words.strip() for entity in entities):
        entities = _entities(message.text or "")
    plain = "".join(entity.words for entity in entities)
    media = message.photo or message.file or ""
    if not plain.strip():
        return PassedOver(message.id, "no-words", (media,) if media else ())
    moment = _moment(message, zone)
    if moment is None:
        return PassedOver(message.id, "no-time", (str(message.date_unixtime or message.date or ""),))
    return Post(
        identifier=message.id,
        moment=moment,
        signature=message.author or message.sender or "",
        forwarded_from=message.forwarded_from or "",
        reply_to=message.reply_to_message_id or 0,
        markdown=as_markdown(entities),
        units=len(plain.encode("utf-16-le", "surrogatepass")) // 2,
        edited=bool(message.edited_unixtime),
        media=media,
    )


def _moment(message: _Message, zone: tzinfo) -> datetime | None:
    """When it was posted. Older exports have only the exporter's own time, of no stated zone, and it stays so."""
    try:
        if message.date_unixtime:
            return datetime.fromtimestamp(int(message.date_unixtime), UTC).astimezone(zone)
        return datetime.fromisoformat(message.date or "")
    except (ValueError, OverflowError, OSError):
        return None


def _entities(text: str | list[str | _Entity]) -> list[_Entity]:
    if isinstance(text, str):
        return [_Entity("plain", text)]
    return [_Entity("plain", part) if isinstance(part, str) else part for part in text]


def as_markdown(entities: Iterable[_Entity]) -> str:
    """Typed stretches of a message as Markdown."""
    blocks, paragraphs = [], ""
    for entity in entities:
        block = _block(entity)
        if block:
            blocks += [with_line_breaks(paragraphs), f"\n\n{block}\n\n"]
            paragraphs = ""
        else:
            paragraphs += _stretch(entity)
    return "".join([*blocks, with_line_breaks(paragraphs)]).strip()


def _block(entity: _Entity) -> str:
    """A stretch that is a paragraph of its own."""
    if entity.type == "pre":
        return f"```\n{entity.words}\n```"
    if entity.type == "blockquote":
        return "> " + plain_as_markdown(entity.words.strip()).replace("\n", "\n> ")
    return ""


def _stretch(entity: _Entity) -> str:
    """Words inside a paragraph, or over several."""
    text = entity.words
    blanks = text[: len(text) - len(text.lstrip(" "))]
    inner = blanks + escaped_markdown(text[len(blanks) :]) if text.strip() else text
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
    href = entity.href or ""
    if entity.type == "text_link" and href.startswith(("http://", "https://")):
        return f"[{kept}](<{href.replace('>', '%3E')}>)"
    return inner


def speeches(
    messages: Iterable[Post | PassedOver], joining: Joining
) -> Iterator[tuple[Post, ...] | PassedOver]:
    """The posts, those of one speech together; messages that are chosen by `ids` only, where it isn't empty."""
    group: list[Post] = []
    for message in messages:
        if isinstance(message, PassedOver):
            yield message
        elif joining.ids and message.identifier not in joining.ids:
            yield PassedOver(message.identifier, "not-chosen")
        elif group and joining.joins(group[-1], message):
            group.append(message)
            yield PassedOver(message.identifier, "joined", (str(group[0].identifier),))
        else:
            if group:
                yield tuple(group)
            group = [message]
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
