"""Which sentences of a statement its captures hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‹›‘’‚‛`´'＂", '"') | {"\u00ad": "", "\u200b": "", "\ufeff": ""})
_MASK = re.compile(r"(?<=\w)\*{2,}|\*{3,}|▇+")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences that some capture holds, and those that none does, in their order."""

    found: tuple[str, ...]
    missing: tuple[str, ...]


def cover(sentences: Iterable[str], captured: Iterable[str]) -> Coverage:
    """Look for each sentence, whole, in the captured texts and in all of them one after another.

    White space and the shape of quotation marks make no difference, and a masked word («В****») is any word with the
    letters that it shows; every other character counts.
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
    if _MASK.search(wanted):
        return bool(_unmasked(wanted).search(text))
    start = text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        begins = start == 0 or not (text[start - 1].isalnum() and wanted[0].isalnum())
        ends = end == len(text) or not (text[end].isalnum() and wanted[-1].isalnum())
        if begins and ends:
            return True
        start = text.find(wanted, start + 1)
    return False


@lru_cache(maxsize=1024)
def _unmasked(wanted: str) -> re.Pattern[str]:
    """What may stand under a sentence's masks: under asterisks the rest of a word, under the archive's own some."""
    parts = _MASK.split(wanted)
    masks = [r".{1,300}?" if found.startswith("▇") else r"[\w*'’-]+" for found in _MASK.findall(wanted)]
    pattern = "".join(re.escape(part) + mask for part, mask in zip(parts, [*masks, ""], strict=True))
    begins = r"(?<!\w)" if parts[0][:1].isalnum() else ""
    ends = r"(?!\w)" if parts[-1][-1:].isalnum() else ""
    return re.compile(begins + pattern + ends)
