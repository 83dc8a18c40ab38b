"""A body with one byte a character that says of what kind it is: one look at it spares most rules a search of the text.

What is told here is quick and wrong only towards yes; the rules themselves look at the letters.
"""

from __future__ import annotations

import re

# What a letter's first byte of UTF-8 tells; the bytes that follow it are left out, so that each letter has one.
_LATIN, _CYRILLIC, _SIGN, _MARK, _ACCENTED, _STRANGE, _SPACE, _BLANK, _OTHER = b"acslhx \n."
_FOLLOWING = bytes(range(0x80, 0xC0))


def _kinds() -> bytes:
    kinds = bytearray([_OTHER]) * 256
    for first, last, kind in (
        (0x00, 0x1F, _STRANGE),  # controls
        (0x09, 0x0A, _BLANK),
        (0x0D, 0x0D, _BLANK),
        (0x20, 0x20, _SPACE),
        (0x41, 0x5A, _LATIN),
        (0x61, 0x7A, _LATIN),
        (0x7F, 0x7F, _STRANGE),
        (0xC2, 0xC2, _MARK),  # « » and controls
        (0xC3, 0xC3, _ACCENTED),
        (0xCD, 0xCD, _STRANGE),  # U+034F
        (0xD0, 0xD3, _CYRILLIC),
        (0xE1, 0xE1, _STRANGE),  # U+180E
        (0xE2, 0xE2, _SIGN),  # dashes, quotation marks, zero-width characters
        (0xEF, 0xEF, _STRANGE),  # U+FEFF
    ):
        kinds[first : last + 1] = bytes([kind]) * (last + 1 - first)
    return bytes(kinds)


_KINDS = _kinds()
_BOTH_ALPHABETS = re.compile(rb"a(?:(?<=ca)|(?=c))")
_DASH_IN_WORD = re.compile(rb"s(?<=[^ \n]s)(?=c)")
_SIGN_IN_WORD = re.compile(rb"s(?<=cs)c")
_MARK_IN_WORD = re.compile(rb"l(?<=cl)c")
_UNSEEN_SIGN = re.compile(rb"\xe2(?:\x80[\x8b\x8e\x8f\xaa-\xae]|\x81[\xa0-\xa9])")
_UNSEEN_MARK = re.compile(rb"\xc2[\x80-\x9f\xad]")
# The second halves of о, н and м as they look when UTF-8 is read as cp1251; Russian and Kazakh have no such letters.
_MISREAD_HALVES = ("\u0455", "\u0405", "\u0458")
_FEWEST_ACCENTED = 3


class Outline:
    """What a body can't hold. `data` is the body in UTF-8, `kinds` has one byte for each of its characters."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.data = body.encode("utf-8", "surrogatepass")
        self.kinds = self.data.translate(_KINDS, _FOLLOWING)

    def may_have_double_spaces(self) -> bool:
        """Whether two spaces stand together."""
        return b"  " in self.kinds

    def may_mix_alphabets(self) -> bool:
        """Whether a Latin letter stands beside a Cyrillic one."""
        return b"a" in self.kinds and _BOTH_ALPHABETS.search(self.kinds) is not None

    def may_have_dash_in_word(self) -> bool:
        """Whether a dash or the like stands right between something and a Cyrillic letter."""
        return _DASH_IN_WORD.search(self.kinds) is not None

    def may_have_invisible(self) -> bool:
        """Whether there is a character that nobody sees."""
        if b"x" in self.kinds:
            return True
        return _UNSEEN_SIGN.search(self.data) is not None or _UNSEEN_MARK.search(self.data) is not None

    def may_be_misread(self) -> bool:
        """Whether a word may have been read in another encoding than it was written in."""
        if b"h" in self.kinds and self.kinds.count(b"h") >= _FEWEST_ACCENTED:
            return True
        for half in _MISREAD_HALVES:
            if half in self.body:
                return True
        return bool(_SIGN_IN_WORD.search(self.kinds) or _MARK_IN_WORD.search(self.kinds))
