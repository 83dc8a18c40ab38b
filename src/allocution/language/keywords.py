"""What a text is about, roughly: the beginnings of its frequent long words, packed as numbers."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter

_WORD = re.compile(r"[^\W\d_]{5,}")
_BEGINNING = 6  # letters: endings of Russian, Kazakh, Ukrainian and English come after these, mostly
_LEAST = 2  # times that a word occurs
_MOST = 40
_PAIR = struct.Struct("<IB")


def keywords(text: str) -> bytes:
    """The most frequent long words, each as four bytes for its beginning and one for how often it occurs."""
    counted = Counter([word[:_BEGINNING] for word in _WORD.findall(text.lower().replace("ё", "е"))])
    frequent = sorted((-count, word) for word, count in counted.items() if count >= _LEAST)[:_MOST]
    return b"".join(_PAIR.pack(zlib.crc32(word.encode()), min(-count, 255)) for count, word in frequent)


def unpacked(packed: bytes) -> list[tuple[int, int]]:
    """The numbers of words in it, and how often each occurs."""
    return list(_PAIR.iter_unpack(packed))
