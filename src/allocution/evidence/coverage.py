"""Which sentences of a statement its captures hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‹›‘’‚‛`´'＂", '"') | {"\u00ad": "", "\u200b": "", "\ufeff": ""})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences that some capture holds, and those that none does, in their order."""

    found: tuple[str, ...]
    missing: tuple[str, ...]


def cover(sentences: Iterable[str], captured: Iterable[str]) -> Coverage:
    """Look for each sentence, whole, in the captured texts and in all of them one after another.

    White space and the shape of quotation marks make no difference; every other character does.
    """
    texts = [comparable(text) for text in captured]
    texts.append(" ".join(texts))
    found: list[str] = []
    missing: list[str] = []
    for sentence in sentences:
        wanted = comparable(sentence)
        if wanted:
            (found if any(_holds(text, wanted) for text in texts) else missing).append(sentence)
    return Coverage(tuple(found), tuple(missing))


def comparable(text: str) -> str:
    """The text as it is compared: composed, single blanks, one kind of quotation mark."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).translate(_QUOTES)).strip()


def _holds(text: str, wanted: str) -> bool:
    """Whether it stands there with no letter or digit going on before or behind it."""
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        begins = start == 0 or not (text[start - 1].isalnum() and wanted[0].isalnum())
        ends = end == len(text) or not (text[end].isalnum() and wanted[-1].isalnum())
        if begins and ends:
            return True
        start = text.find(wanted, start + 1)
    return False
