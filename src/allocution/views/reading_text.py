"""The words of a statement with what its corrections say was meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allocution.content.corrections import place_corrections
from allocution.model.passages import Body, Passage, Span, SpanKind
from allocution.model.statement import Correction


def with_corrections(body: Body, corrections: Sequence[Correction]) -> Body:
    """The body with each stretch marked that a correction is about; the text stays as transcribed."""
    if not corrections:
        return body
    placed = place_corrections(body.passages, corrections)
    passages = [_marked(passage, found) for passage, found in zip(body.passages, placed, strict=True)]
    return replace(body, passages=tuple(passages))


def _marked(passage: Passage, found: list[tuple[int, int, str]]) -> Passage:
    if not found:
        return passage
    marks = [Span(start, end, SpanKind.CORRECTION, meant) for start, end, meant in found]
    spans = sorted([*passage.spans, *marks], key=lambda span: (span.start, -span.end))
    return replace(passage, spans=tuple(spans))
