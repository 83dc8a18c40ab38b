"""Texts of the letters and marks that our languages usually have, a byte for each: quick to look through.

All of them are printed, and none joins with the one before it: a text of nothing else is in NFC.
"""

from __future__ import annotations

import codecs

_NONE = "\ufffe"
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_OTHERS = "".join(map(chr, range(0x410, 0x450))) + "ЁёӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєҐґЎўʼ’‘«»„“”–—…№§"
# ASCII stays in its places. The first must be U+0000 for Python to make a quick table of it; no text may have it.
_TABLE = f"\0{_NONE * 0x1F}{_ASCII}{_NONE}{_OTHERS}".ljust(0x100, _NONE)
_PLACES = codecs.charmap_build(_TABLE)


def byte_a_letter(text: str) -> bytes | None:
    """A text as a byte for each letter; None where it has others than the usual ones."""
    try:
        data = codecs.charmap_encode(text, "strict", _PLACES)[0]
    except UnicodeEncodeError:
        return None
    return None if b"\0" in data else data


def letters_of(data: bytes) -> str:
    """The text that such bytes stand for."""
    return codecs.charmap_decode(data, "strict", _TABLE)[0]
