"""JSON with escapes that aren't JSON, read as what was meant, a piece at a time."""

from __future__ import annotations

import re
from typing import BinaryIO

_BAD_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_LONGEST_REST = 3  # of an escape that a piece cuts: its backslash, the x and one digit


class RepairedEscapes:
    """A file in which `\\x0B`, as Telegram Desktop writes control characters, is `\\u000B`. `count` says how often."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._rest = b""
        self.count = 0

    def read(self, size: int) -> bytes:
        """About so many bytes; none only at the end."""
        while size:
            read = self._file.read(size)
            data = self._rest + read
            end = self._whole(data) if read else len(data)
            whole, self._rest = data[:end], data[end:]
            if whole or not read:
                return self._repaired(whole)
        return b""

    def _whole(self, data: bytes) -> int:
        """Where an escape begins that may go on in the next piece; the end of the data where none does."""
        place = data.rfind(b"\\", max(len(data) - _LONGEST_REST, 0))
        before = data[: place + 1]
        backslashes = len(before) - len(before.rstrip(b"\\"))
        return place if backslashes % 2 else len(data)

    def _repaired(self, data: bytes) -> bytes:
        if b"\\x" not in data:
            return data
        repaired, count = _BAD_ESCAPE.subn(rb"\1\\u00\2", data)
        self.count += count
        return repaired
