"""What a file holds for whoever opens it: its text, and that of the files inside archives, databases and documents."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

import apsw

MOST_BYTES = 1 << 28
_DEEPEST = 5
_GZIP, _ZIP, _SQLITE, _PDF = b"\x1f\x8b", b"PK\x03\x04", b"SQLite format 3\0", b"%PDF-"
_ZIM, _ZSTANDARD_CLUSTER = b"ZIM\x04", 5
_PARQUET = b"PAR1"
_DEFLATED, _HEADER_DIVISOR = 8, 31  # what the first two bytes of zlib's format tell
_PDF_STREAM = re.compile(rb"stream\r?\n")
# Where a line ends inside a word; the number before a sentence.
_PARTED, _NUMBER = re.compile("\u00ad\\s*"), re.compile(r"\b\d+\s")
_SPARSE = 64  # text in UTF-16 has a zero at least this often (one byte of so many)


class TooMuchInsideError(ValueError):
    """What is packed in a file has no end that could be waited for."""


def texts_in(data: bytes, depth: int = 0) -> Iterator[str]:
    """Every text in a file. Raises TooMuchInsideError."""
    if depth > _DEEPEST:
        raise TooMuchInsideError
    if data.startswith(_SQLITE):
        yield from _tables(data, depth)
    elif data.startswith(_ZIP):
        yield from _members(data, depth)
    elif data.startswith(_GZIP):
        for inside in _unzipped(data, 31):
            yield from texts_in(inside, depth + 1)
    elif _may_be_zlib(data):
        for inside in _unzipped(data, zlib.MAX_WBITS, most_members=1):
            yield from texts_in(inside, depth + 1)
    else:
        yield from _parts(data)
    yield from _plain(data)


def _parts(data: bytes) -> Iterator[str]:
    """The texts in formats of which no part is a file that could hold others."""
    if data.startswith(_PARQUET):
        yield from _columns(data)
    elif data.startswith(_ZIM):
        for inside in _clusters(data):
            yield from _plain(inside)
    elif data.startswith(_PDF):
        yield from _pages(data)
        for match in _PDF_STREAM.finditer(data):
            for inside in _unzipped(data[match.end() :], zlib.MAX_WBITS, most_members=1):
                yield from _plain(inside)


def _may_be_zlib(data: bytes) -> bool:
    """Whether data begin as the files of the search's index do."""
    return len(data) > 1 and data[0] & 0x0F == _DEFLATED and (data[0] << 8 | data[1]) % _HEADER_DIVISOR == 0


def _columns(data: bytes) -> Iterator[str]:
    """The values of a table in Parquet, its names and notes; where pyarrow is installed."""
    if find_spec("pyarrow") is None:
        return
    arrow = import_module("pyarrow")
    try:
        table = import_module("pyarrow.parquet").read_table(io.BytesIO(data))
    except (arrow.ArrowException, OSError, ValueError):
        return  # broken in a way that readers can't open either
    yield str(table.schema)
    for column in table.columns:
        yield "\n".join(map(str, column.to_pylist()))


def _plain(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "ignore")
    if data.count(0) * _SPARSE > len(data):
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", "ignore")
        yield data.decode("utf-16-be", "ignore")


def _unzipped(data: bytes, window: int, most_members: int = 1 << 20) -> Iterator[bytes]:
    """The members of compressed data one after another; what can't be unpacked ends it."""
    for _ in range(most_members):
        unpacking = zlib.decompressobj(window)
        try:
            inside = unpacking.decompress(data, MOST_BYTES)
        except zlib.error:
            return
        if unpacking.unconsumed_tail:
            raise TooMuchInsideError
        yield inside
        data = unpacking.unused_data
        if not data or not unpacking.eof:
            return


def _members(data: bytes, depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment.decode("utf-8", "ignore")
            if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
                raise TooMuchInsideError
            for member in archive.infolist():
                yield f"{member.filename} {member.comment.decode('utf-8', 'ignore')}"
                yield from texts_in(archive.read(member), depth + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        return  # no archive, or one that readers can't open either; its bytes are looked at as they are


def _pages(data: bytes) -> Iterator[str]:
    """The words on the pages of a PDF, whose fonts number letters in their own way; where pypdf is installed."""
    if find_spec("pypdf") is None:
        return
    library = import_module("pypdf")
    try:
        pages = [page.extract_text() for page in library.PdfReader(io.BytesIO(data)).pages]
    except (library.errors.PyPdfError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return  # broken in a way that readers can't open either
    text = _PARTED.sub("", "\n".join(pages))
    yield text
    yield _NUMBER.sub("", text)


def _clusters(data: bytes) -> Iterator[bytes]:
    """The compressed clusters of a ZIM; what isn't compressed is looked at with the file as it is."""
    (count,) = struct.unpack_from("<I", data, 28)
    (place,) = struct.unpack_from("<Q", data, 48)
    for (start,) in struct.iter_unpack("<Q", data[place : place + 8 * count]):
        if data[start] & 0x0F == _ZSTANDARD_CLUSTER:
            unpacking = import_module("zstandard").ZstdDecompressor().decompressobj()
            yield unpacking.decompress(data[start + 1 :])


def _tables(data: bytes, depth: int) -> Iterator[str]:
    connection = apsw.Connection(":memory:")
    try:
        connection.deserialize("main", data)
        names = [
            str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for name in names:
            quoted = name.replace('"', '""')
            yield name
            try:
                for row in connection.execute(f'SELECT * FROM "{quoted}"'):
                    yield from _values(row, depth)
            except apsw.Error:
                continue  # a virtual table of a kind that isn't known here; what it rests on are tables, too
    except apsw.Error:
        return
    finally:
        connection.close()


def _values(row: tuple[object, ...], depth: int) -> Iterator[str]:
    for value in row:
        if isinstance(value, str):
            yield value
        elif isinstance(value, bytes):
            yield from texts_in(value, depth + 1)
