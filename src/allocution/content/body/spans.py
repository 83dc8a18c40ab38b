"""Spans of a passage put in order: sorted, inside the text, never crossing; and cut to pieces of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allocution.model.passages import Span, SpanKind


def in_order(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """The spans by start, the longer first; one that crosses another ends with it; no link inside a link."""
    kept: list[Span] = []
    around: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start and around[-1].end > around[-1].start:
            around.pop()
        end = min(span.end, around[-1].end if around else length, length)
        if span.start > length or (end == span.start < span.end):
            continue
        if span.kind is SpanKind.LINK and any(outer.kind is SpanKind.LINK for outer in around):
            continue
        fitting = span if end == span.end else Span(span.start, end, span.kind, span.value, span.title)
        kept.append(fitting)
        if end > span.start:
            around.append(fitting)
    return tuple(kept)


def cut(spans: Sequence[Span], pieces: Sequence[tuple[int, int]]) -> list[list[Span]]:
    """The spans of each piece [start, end) of a text, counted from its start. Both are in order."""
    result: list[list[Span]] = []
    active: list[Span] = []
    following = 0
    for start, end in pieces:
        while following < len(spans) and spans[following].start < end:
            active.append(spans[following])
            following += 1
        active = [span for span in active if span.end > start or span.start == span.end >= start]
        result.append(
            [
                Span(
                    max(span.start, start) - start,
                    min(span.end, end) - start,
                    span.kind,
                    span.value,
                    span.title,
                )
                for span in active
                if span.start < end
            ]
        )
    return result
