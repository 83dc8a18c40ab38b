"""A table in a file of text as rows, and a first guess at how the file is written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from itertools import count

from allocution.errors import UsageError

# Cells that stand beyond the last column's name: the row has more of them than the heading.
BEYOND = "\0beyond"
_MOST_IN_CELL = 16 * 1024 * 1024
_DELIMITERS = ",;\t|"
_ENCODINGS = ("utf-8-sig", "cp1251", "cp1252")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Excel's own first line, by which it knows the delimiter.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")


def read_rows(data: bytes, encoding: str, delimiter: str) -> tuple[list[str], list[dict[str, str]]]:
    """The columns' names and the rows of a table; cells that a row doesn't have aren't in it. Raises UsageError.

    Columns of one name are told apart by a number; cells for which there is no column stand under `BEYOND`.
    """
    try:
        text = data.decode("utf-8-sig" if encoding.lower().replace("_", "-") == "utf-8" else encoding)
    except (UnicodeError, LookupError) as error:
        raise UsageError("table-unreadable", encoding=encoding, problem=error) from error
    separator = _SEPARATOR_LINE.match(text)
    text = text[separator.end() :] if separator else text
    limit = csv.field_size_limit(_MOST_IN_CELL)
    try:
        cells = [
            row
            for row in csv.reader(
                io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, strict=True
            )
            if row
        ]
    except (csv.Error, TypeError, ValueError) as error:
        raise UsageError("table-broken", problem=error) from error
    finally:
        csv.field_size_limit(limit)
    columns = _told_apart(cells[0] if cells else ())
    return columns, [_row(columns, row) for row in cells[1:]]


def _row(columns: list[str], cells: list[str]) -> dict[str, str]:
    row = dict(zip(columns, cells, strict=False))
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    return {**row, BEYOND: " ".join(beyond)} if beyond else row


def _told_apart(names: Iterable[str]) -> list[str]:
    """Names of columns, none twice and none empty."""
    columns: list[str] = []
    for number, name in enumerate(names, 1):
        wanted = name or f"column {number}"
        again = (f"{wanted} {time}" for time in count(2))
        columns.append(
            wanted if wanted not in columns else next(each for each in again if each not in columns)
        )
    return columns


def guess_encoding(data: bytes) -> str:
    """The encoding that the bytes can be, of those that tables usually have."""
    if data.startswith(_UTF_16):
        return "utf-16"
    found = next((each for each in _ENCODINGS if _decodes(data, each)), "utf-8")
    return "utf-8" if found == "utf-8-sig" else found


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def guess_delimiter(data: bytes, encoding: str) -> str:
    """What stands between cells: as the file says itself, else what its first line has most of."""
    head = data[:40_000].decode(encoding, "replace").removeprefix("\ufeff")
    separator = _SEPARATOR_LINE.match(head)
    return separator[1] if separator else max(_DELIMITERS, key=head.split("\n", 1)[0].count)
