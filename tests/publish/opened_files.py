"""What a curious person reads in files of any kind, with programs and libraries that aren't the project's own."""

from __future__ import annotations

import gzip
import html
import io
import re
import sqlite3
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from PIL import Image
from pyarrow import parquet

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
PROGRAMS = ("pdftotext", "pdfinfo", "zimdump")


def readable(data: bytes) -> Iterator[str]:
    """The text of bytes as it stands, and with its escapes undone."""
    text = data.decode("utf-8", "ignore")
    yield text.casefold()
    others = (
        html.unescape(text) if "&" in text else text,
        unquote(text) if "%" in text else text,
        _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "\\u" in text else text,
    )
    yield from (each.casefold() for each in others if each is not text and each != text)


def opened(data: bytes, folder: Path) -> Iterator[str]:
    """All texts in a file, with those of the files in it; what programs unpack goes into the folder."""
    yield from readable(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for member in packed.infolist():
                yield f"{member.filename} {member.comment!r} {member.extra!r}".casefold()
                yield from opened(packed.read(member), folder)
    elif data.startswith(b"\x1f\x8b"):
        yield repr(data[:200]).casefold()  # its head can name a file
        yield from opened(gzip.decompress(data), folder)
    elif data.startswith(b"SQLite format 3\0"):
        yield from _rows(data)
    elif data.startswith(b"PAR1"):
        table = parquet.read_table(io.BytesIO(data))
        yield f"{table.schema} {table.to_pylist()}".casefold()
    elif data.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(data)) as picture:
            yield str(picture.info).casefold()
    elif data.startswith((b"%PDF", b"ZIM\x04")):
        yield from _by_programs(data, folder)
    elif len(data) > 2 and data[0] == 0x78:
        with suppress(zlib.error):  # something else that begins with an x
            yield from readable(zlib.decompress(data))


def _rows(data: bytes) -> Iterator[str]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    for name, made in connection.execute("SELECT name, sql FROM sqlite_master").fetchall():
        yield f"{name} {made}".casefold()
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        with suppress(sqlite3.OperationalError):  # a virtual table; what it rests on are tables, too
            yield repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()).casefold()
    connection.close()


def _by_programs(data: bytes, folder: Path) -> Iterator[str]:
    file, out = folder / "file", folder / "out"
    file.write_bytes(data)
    if data.startswith(b"%PDF"):
        for command in (("pdftotext", str(file), "-"), ("pdfinfo", str(file))):
            said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
            yield said.casefold()
            yield said.replace("-\n", "").replace("\u00ad\n", "").casefold()
        return
    subprocess.run(["zimdump", "dump", f"--dir={out}", file], check=True, capture_output=True)
    for each in sorted(out.rglob("*")):
        yield unquote(each.name).casefold()
        if each.is_file():
            yield from opened(each.read_bytes(), folder)
