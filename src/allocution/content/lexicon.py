"""An archive's own words: names, parties, terms that no dictionary has. Plain lines in `lexicon.txt`, kept in git.

One word or phrase a line, in its dictionary form; what follows `#` is a comment. Empty lines stay where they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LEXICON = "lexicon.txt"


def read_lexicon(data: bytes) -> tuple[str, ...]:
    """The entries of a lexicon, in its order. Raises UnicodeDecodeError."""
    lines = unicodedata.normalize("NFC", data.decode("utf-8-sig")).splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return tuple(entry for entry in entries if entry)


def add_to_lexicon(data: bytes, entries: Iterable[str]) -> bytes:
    """The lexicon with entries added that it doesn't have yet; everything that was there stays as it was."""
    known = set(read_lexicon(data))
    # A byte order mark is no letter, and at the beginning of a file it wouldn't be read as one.
    words = (unicodedata.normalize("NFC", entry).replace("\ufeff", " ").split() for entry in entries)
    normal = map(" ".join, words)
    new = [entry for entry in dict.fromkeys(normal) if entry and "#" not in entry and entry not in known]
    if not new:
        return data
    end = b"\r\n" if b"\r\n" in data else b"\n"
    start = data if not data or data.endswith(b"\n") else data + end
    return start + b"".join(entry.encode() + end for entry in new)
