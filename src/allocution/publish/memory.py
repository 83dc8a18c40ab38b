"""What a build remembers for the next one. Losing it costs time, never a right result.

It has two parts. The head is read and written by every build. The bulk holds what was known of each content file and
each page when the whole plan was made last; it is mapped from disk, and of it a quick rebuild decodes a handful of
entries. What quick rebuilds have changed since stands in the head.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from datetime import datetime

import msgspec

from allocution.content.archive import Archive, Record
from allocution.content.hugo.survey import ContentFile
from allocution.content.sharing import Sharing
from allocution.model.digests import content_digest, digest
from allocution.model.finding import Finding
from allocution.model.law import Law
from allocution.site.plan import PageKind
from allocution.store.archive_folder import STATE, FileState, is_settled
from allocution.views.contract import Link
from allocution.workspace.loading import KnownFile, Remembered

FORMAT = 5
_SLICE = struct.Struct("<QQ")


class PublishedPage(msgspec.Struct):
    """A page as it was written: the digest of what its making read, and the files that it wrote.

    `references` are the links by file name in its text and where they led; `findings` what making it found.
    """

    digest: bytes
    outputs: tuple[str, ...]
    references: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


class Entry(msgspec.Struct):
    """What is known of a content file; for a statement its page, too, and how the plan has that page."""

    record: Record
    page: PublishedPage | None = None
    planned: PlannedStatement | None = None


class PlannedStatement(msgspec.Struct):
    """A statement's page in the plan: its outputs, and the content paths of related works with what they share."""

    outputs: tuple[str, ...]
    related: tuple[tuple[str, str], ...] = ()


class Memory(msgspec.Struct):
    """The last build: what it ran on, what it read and what it wrote.

    `withholding` tells whether the same was withheld then, of all that it wrote; it says nothing of what that was.
    """

    site: bytes = b""
    remembered: Remembered = msgspec.field(default_factory=Remembered)
    pages: dict[str, PublishedPage] = msgspec.field(default_factory=dict)
    withholding: bytes = b""


class Whole(msgspec.Struct):
    """What a rebuild of single statements needs to know of the whole archive as it was built last.

    It holds for moments from `since` until before `until`, when the next page comes or goes. `works` are the content
    paths of each work's items, in the archive's order; `roots` the addresses of the lists of terms by dimension;
    `front_pages` and `plain_pages` those that every page links to, `shared` the languages that SiteView calls so;
    `quoted` is the content path of the statement that the front page quotes. `hidden` is a digest of the names and
    states of all files that aren't published, empty where it says nothing; `unsettled` are files that may have changed
    unseen. `findings` are those about the archive, `page_findings` those of making pages. `captures` is the
    `captures_state` of then.
    """

    since: datetime
    until: datetime | None
    base_option: str
    base_address: str
    language: str
    pages: int
    works: list[list[str]]
    roots: dict[str, str]
    front_pages: tuple[Link, ...]
    plain_pages: dict[str, tuple[Link, ...]]
    quoted: str
    hidden: bytes
    unsettled: set[str]
    branches: tuple[ContentFile, ...]
    findings: tuple[Finding, ...]
    page_findings: dict[str, tuple[Finding, ...]]
    captures: bytes = b""
    shared: tuple[str, ...] = ()


class Head(msgspec.Struct):
    """The part of the memory that every build reads: packed file states, where entries lie in the bulk, the archive.

    `terms`, `others` and `laws` are places in the bulk, too: of the terms' addresses, of the pages that aren't
    statements', and of the laws, which take ten times as long to read from their own files.
    """

    format: int
    site: bytes
    reading: bytes
    taken: int
    files: dict[str, bytes]
    entries: dict[str, bytes]
    terms: bytes
    others: bytes
    laws: bytes
    changed: dict[str, Entry]
    whole: Whole | None
    withholding: bytes = b""


_encoder = msgspec.msgpack.Encoder()
_entry = msgspec.msgpack.Decoder(Entry)
_terms = msgspec.msgpack.Decoder(dict[str, dict[str, str]])
_others = msgspec.msgpack.Decoder(dict[str, PublishedPage])
_laws = msgspec.msgpack.Decoder(tuple[Law, ...])
_head = msgspec.msgpack.Decoder(Head)


def known_digest(packed: bytes) -> bytes:
    """The digest of a file in what `Head.files` has of it."""
    return packed[STATE.size :]


def is_state(packed: bytes, state: FileState) -> bool:
    """Whether `Head.files` has the file in that state."""
    return packed.startswith(state)


def hidden_digest(states: Mapping[str, FileState], taken: int) -> bytes:
    """A digest of names and states of files; empty if one of them may have changed unseen."""
    if not all(is_settled(state, taken) for state in states.values()):
        return b""
    return digest(*(part for path, state in sorted(states.items()) for part in (path.encode(), state)))


def encode_memory(
    memory: Memory,
    planned: Mapping[str, PlannedStatement],
    archive: Archive,
    whole: Whole | None,
) -> tuple[bytes, bytes]:
    """The memory's head and bulk. `planned` are statements' pages in the plan by content path."""
    bulk = bytearray()
    entries: dict[str, bytes] = {}
    others = dict(memory.pages)
    for path, record in memory.remembered.records.items():
        page = others.pop(_key(path), None)
        entries[path] = _append(bulk, Entry(record, page, planned.get(path)))
    by_dimension: dict[str, dict[str, str]] = {}
    for (dimension, key), address in archive.addresses.items():
        by_dimension.setdefault(dimension, {})[key] = address
    head = Head(
        FORMAT,
        memory.site,
        memory.remembered.reading,
        memory.remembered.taken,
        {path: known.state + known.digest for path, known in memory.remembered.files.items()},
        entries,
        _append(bulk, by_dimension),
        _append(bulk, others),
        _append(bulk, tuple(archive.laws.values())),
        {},
        whole,
        memory.withholding,
    )
    return encode_head(head), bytes(bulk)


def encode_head(head: Head) -> bytes:
    """The head as bytes (MessagePack)."""
    return _encoder.encode(head)


def decode_head(data: bytes | None) -> Head | None:
    """The memory's head, or None where there is none that this version of the program can use."""
    if data is None:
        return None
    try:
        head = _head.decode(data)
    except msgspec.MsgspecError:
        return None
    return head if head.format == FORMAT else None


def decode_entry(head: Head, bulk: memoryview, path: str) -> Entry | None:
    """What is known of one content file; None where nothing is, or where the bulk is damaged."""
    changed = head.changed.get(path)
    if changed is not None or path not in head.entries:
        return changed
    data = _cut(bulk, head.entries[path])
    return _entry.decode(data) if data is not None else None


def decode_terms(head: Head, bulk: memoryview) -> dict[tuple[str, str], str] | None:
    """The addresses of terms by dimension and key; None where the bulk is damaged."""
    data = _cut(bulk, head.terms)
    if data is None:
        return None
    found = _terms.decode(data)
    return {(dimension, key): address for dimension, keys in found.items() for key, address in keys.items()}


def decode_laws(head: Head, bulk: memoryview) -> tuple[Law, ...] | None:
    """The laws that the archive was built with; None where the bulk is damaged."""
    data = _cut(bulk, head.laws)
    return _laws.decode(data) if data is not None else None


def decode_memory(data: bytes | None, bulk: memoryview) -> Memory | None:
    """The whole memory, or None where there is none that this version of the program can use."""
    head = decode_head(data)
    others = _cut(bulk, head.others) if head else None
    if head is None or others is None:
        return None
    pages = _others.decode(others)
    records: dict[str, Record] = {}
    sharing = Sharing()
    for path in head.entries:
        entry = decode_entry(head, bulk, path)
        if entry is None:
            return None
        records[path] = sharing.record(entry.record)
        if entry.page is not None:
            pages[_key(path)] = entry.page
    files = {
        path: KnownFile(FileState(packed[: STATE.size]), known_digest(packed))
        for path, packed in head.files.items()
    }
    remembered = Remembered(head.reading, head.taken, files, records)
    return Memory(head.site, remembered, pages, head.withholding)


def _key(path: str) -> str:
    return f"{PageKind.STATEMENT}:{path}"


def _append(bulk: bytearray, value: object) -> bytes:
    """Add a value to the bulk; returns where it lies and its digest."""
    data = _encoder.encode(value)
    place = _SLICE.pack(len(bulk), len(data)) + content_digest(data)
    bulk += data
    return place


def _cut(bulk: memoryview, place: bytes) -> memoryview | None:
    """The bytes of a value in the bulk, None where they aren't those that were written."""
    start, length = _SLICE.unpack_from(place)
    data = bulk[start : start + length]
    return data if content_digest(bytes(data)) == place[_SLICE.size :] else None
