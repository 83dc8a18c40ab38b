"""One spelling for wordings that mean the same, so that charges can be compared with titles."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = "а-яёәғқңөұүһіїєґў"
# Official Kazakh and Ukrainian texts on the web often carry a Latin i for the Cyrillic one.
_LATIN_I = re.compile(f"(?<=[{_CYRILLIC}])i|i(?=[{_CYRILLIC}])")
_APOSTROPHES = re.compile("['’ʼ‘`´]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text in lower case, composed, with ё as е and Cyrillic і for a Latin one among Cyrillic letters."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    folded = text.casefold().replace("ё", "е")
    return _LATIN_I.sub("і", folded) if "i" in folded else folded


def words_of(folded: str) -> str:
    """What remains of a folded text without quotes, hyphens, punctuation and doubled spaces."""
    return " ".join(_WORD.findall(_APOSTROPHES.sub("", folded)))
