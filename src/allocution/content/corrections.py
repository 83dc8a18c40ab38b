"""Where in a text the words stand that a statement's corrections are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allocution.model.passages import Passage
from allocution.model.statement import Correction


def place_corrections(
    passages: Sequence[Passage], corrections: Sequence[Correction]
) -> list[list[tuple[int, int, str]]]:
    """For each passage the (start, end, meant) of what was meant otherwise, in order and never overlapping.

    Occurrences are counted through the whole text, whole words only. Of two corrections of one stretch the first in
    the file holds.
    """
    found: list[list[tuple[int, int, str]]] = [[] for _ in passages]
    for correction in corrections:
        if not correction.written:
            continue
        pattern = whole_words(correction.written)
        occurrence = 0
        for placed, passage in zip(found, passages, strict=True):
            for match in pattern.finditer(passage.text):
                occurrence += 1
                start, end = match.span()
                if correction.occurrence in (0, occurrence) and not any(
                    start < last and end > first for first, last, _ in placed
                ):
                    placed.append((start, end, correction.meant))
    return [sorted(placed) for placed in found]


def whole_words(written: str) -> re.Pattern[str]:
    """Finds a text where it stands as whole words."""
    before = r"(?<!\w)" if written[0].isalnum() else ""
    after = r"(?!\w)" if written[-1].isalnum() else ""
    return re.compile(before + re.escape(written) + after)
