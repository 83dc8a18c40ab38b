"""From an offset to the line and column of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

LINE_END = re.compile(rb"\n")
LONGEST_COUNTED_LINE = 20_000


class Lines:
    """Lines and columns of UTF-8 `source` whose first line is line `first` of the file.

    `removed` are (offset, number) of line ends of the file that were taken out of `source`, in order.
    """

    def __init__(self, source: bytes, first: int, removed: list[tuple[int, int]] | None = None) -> None:
        self._source = source
        self._first = first
        self._starts = [0, *(match.end() for match in LINE_END.finditer(source))]
        self._removed_at = [offset for offset, _ in removed or ()]
        self._removed = [0, *accumulate(number for _, number in removed or ())]

    def line(self, offset: int) -> int:
        """The line of the file, counted as the file counts."""
        line = self._first + bisect_right(self._starts, offset) - 1
        return line + self._removed[bisect_right(self._removed_at, offset - 1)] if self._removed_at else line

    def column(self, offset: int) -> int:
        """The column in code points from 1; 0 where something was taken out, or far into an enormous line."""
        start = self._starts[bisect_right(self._starts, offset) - 1]
        if self._removed_at or offset - start > LONGEST_COUNTED_LINE:
            return 0
        return len(self._source[start:offset].decode("utf-8", "replace")) + 1
