"""What is marked in a passage, corrections among it, cut so that corrections stay in one piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from allocution.editions.collection import MeantOtherwise
from allocution.model.passages import Passage, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage's text: one of its spans or, where `span` is None, what was `meant` there."""

    start: int
    end: int
    span: Span | None = None
    meant: str = ""


def marks_of(passage: Passage, meant: MeantOtherwise) -> list[Mark]:
    """The marks of a passage: where a correction begins or ends inside a span, the span is cut in two."""
    if not meant:
        return [Mark(span.start, span.end, span) for span in passage.spans]
    edges = sorted({edge for start, end, _ in meant for edge in (start, end)})
    marks = [Mark(start, end, None, text) for start, end, text in meant]
    for span in passage.spans:
        inside = [edge for edge in edges if span.start < edge < span.end]
        cuts = [span.start, *inside, span.end]
        marks += [Mark(start, end, span) for start, end in pairwise(cuts)]
    # What begins together nests by length; a correction goes around a span of its own length.
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.span is not None))


def marks_within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks that touch a stretch; one that goes over its edge is cut there, what was meant stays in front."""
    return list(_within(marks, start, end))


def _within(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        if mark.start < end and mark.end > start:
            if mark.start >= start and mark.end <= end:
                yield mark
            else:
                meant = mark.meant if mark.start >= start else ""
                yield Mark(max(mark.start, start), min(mark.end, end), mark.span, meant)
        elif mark.start == mark.end and start <= mark.start < end:
            yield mark
