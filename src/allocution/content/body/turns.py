"""Turns of speech: which passage is whose."""

from __future__ import annotations

import msgspec

from allocution.content.body.draft import Draft
from allocution.content.body.notes import find_notes, kind_of
from allocution.content.body.spans import cut, in_order
from allocution.content.body.speakers import Label, find_labels
from allocution.model.passages import Passage, PassageKind, Role, Span, SpanKind

QUOTED = frozenset({PassageKind.QUOTATION, PassageKind.LIST_ITEM})


class _Piece(msgspec.Struct, frozen=True):
    """A part of a paragraph that one person says, and the label before it."""

    text: str
    line: int
    spans: list[Span]
    label: Label | None


def _pieces(draft: Draft, text: str, spans: tuple[Span, ...], names: frozenset[str]) -> list[_Piece]:
    """A paragraph cut before each label at the start of a line."""
    labels = find_labels(text, names)
    if not labels:
        return [_Piece(text, draft.line, list(spans), None)]
    owners: list[Label | None] = list(labels)
    ends = [*(label.start for label in labels[1:]), len(text)]
    borders = [(min(label.after, end), end) for label, end in zip(labels, ends, strict=True)]
    if text[: labels[0].start].strip():
        owners.insert(0, None)
        borders.insert(0, (0, labels[0].start))
    pieces, line, at = [], draft.line, 0
    for owner, (start, end), marked in zip(owners, borders, cut(spans, borders), strict=True):
        line += text.count("\n", at, start)
        at = start
        pieces.append(_Piece(text[start:end], line, marked, owner))
    return pieces


class _Waiting(msgspec.Struct, frozen=True):
    """A label alone in its paragraph, its line, and the place among the passages where it stood."""

    label: Label
    line: int
    index: int


class Turns:
    """Takes drafts in order and gives passages.

    Words without a label are the defendant's. A label alone in its paragraph speaks in the next paragraph,
    stage notes and gaps between them left aside, or in the quotations and list items that come next, the
    first of which carries it. Where neither comes, the label stays as a passage without words.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._passages: list[Passage] = []
        self._waiting: _Waiting | None = None
        self._quoting: Label | None = None

    def take(self, draft: Draft) -> None:
        """Add the passages of one draft."""
        text, spans = _trimmed(draft)
        if draft.kind in QUOTED:
            label, self._waiting = self._waiting.label if self._waiting else self._quoting, None
            self._quoting = msgspec.structs.replace(label, speaker="") if label else None
            self._passages.append(_passage(draft, text, [*spans, *find_notes(text)], draft.kind, 0, label))
            return
        self._quoting = None
        silent = draft.kind is PassageKind.SPEECH and not draft.spoken and bool(spans)
        if draft.kind is not PassageKind.SPEECH or silent:
            self._leave_alone()
            kind = PassageKind.MEDIA if silent else draft.kind
            notes = [] if silent or kind is PassageKind.CODE else find_notes(text)
            self._passages.append(_passage(draft, text, [*spans, *notes], kind))
            return
        for piece in _pieces(draft, text, spans, self._names):
            self._speak(draft, piece)

    def say(self, text: str, line: int) -> None:
        """Add a plain paragraph that holds neither labels nor notes."""
        self._quoting = None
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            self._passages.append(Passage(PassageKind.SPEECH, text, line))
        else:
            label = waiting.label
            self._passages.append(Passage(_kind(label), text, line, role=label.role, speaker=label.speaker))

    def finish(self) -> tuple[Passage, ...]:
        """The passages of all drafts taken."""
        self._leave_alone()
        return tuple(self._passages)

    def _speak(self, draft: Draft, piece: _Piece) -> None:
        if piece.label is not None:
            self._leave_alone()
            if not piece.text.strip() and not piece.spans:
                self._waiting = _Waiting(piece.label, piece.line, len(self._passages))
                return
        notes = find_notes(piece.text)
        spans = [*piece.spans, *notes]
        noted = kind_of(piece.text, notes) if piece.label is None else None
        if noted is not None:
            self._passages.append(_passage(draft, piece.text, spans, noted, piece.line))
            return
        label = piece.label or (self._waiting.label if self._waiting else None)
        self._waiting = None
        kind = _kind(label) if label else PassageKind.SPEECH
        self._passages.append(_passage(draft, piece.text, spans, kind, piece.line, label))

    def _leave_alone(self) -> None:
        """Make a passage of the label that waits, if any, where it stood."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            label = waiting.label
            passage = Passage(_kind(label), "", waiting.line, role=label.role, speaker=label.speaker)
            self._passages.insert(waiting.index, passage)


def _trimmed(draft: Draft) -> tuple[str, tuple[Span, ...]]:
    """Text and spans without the line ends that a shortcode's tag leaves around them."""
    text = draft.text
    spans = in_order(draft.spans, len(text)) if draft.spans else ()
    if (text[:1] != "\n" and text[-1:] != "\n") or draft.kind is PassageKind.CODE:
        return text, spans
    start, end = len(text) - len(text.lstrip("\n")), len(text.rstrip("\n"))
    if start >= end:
        return text, spans
    draft.line += start
    return text[start:end], tuple(cut(spans, [(start, end)])[0])


def _kind(label: Label) -> PassageKind:
    return PassageKind.SPEECH if label.role is Role.DEFENDANT else PassageKind.INTERRUPTION


def _passage(
    draft: Draft, text: str, spans: list[Span], kind: PassageKind, line: int = 0, label: Label | None = None
) -> Passage:
    ordered = in_order(spans, len(text)) if spans else ()
    whole = (
        span.value for span in ordered if span.kind is SpanKind.FOREIGN and span.end - span.start == len(text)
    )
    return Passage(
        kind,
        text,
        line or draft.line,
        spans=ordered,
        role=label.role if label else Role.DEFENDANT,
        speaker=label.speaker if label else "",
        language=next(whole, ""),
        level=draft.level,
        depth=draft.depth,
        label=draft.label,
    )
