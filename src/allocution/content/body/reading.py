"""The body of a content file as ordered passages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from allocution.content.body.draft import Draft
from allocution.content.body.markdown import read_markdown
from allocution.content.body.notes import find_notes, kind_of
from allocution.content.body.shortcodes import extract
from allocution.content.body.spans import cut, in_order
from allocution.content.body.speakers import Label, find_labels, name_words
from allocution.model.finding import Finding, Place, Severity
from allocution.model.passages import Passage, PassageKind, Role, Span, SpanKind

SURROGATE = re.compile("[\ud800-\udfff]")
NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


def read_body(
    text: str,
    first_line: int = 1,
    path: str = "",
    *,
    speakers: Iterable[str] = (),
    shortcodes: Collection[str] = (),
    parameters: Mapping[str, str] = NO_PARAMETERS,
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """The passages of a body in order, without sentences, and what is wrong with it.

    `first_line` is the file's line that the body begins with. `speakers` are the defendants' names or
    surnames, `shortcodes` the names of shortcodes that the archive defines itself, `parameters` the values
    that the shortcode `param` may ask for.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, broken = _without_surrogates(text, first_line, path)
    extracted = extract(text, first_line, path, shortcodes)
    drafts, findings = read_markdown(extracted, first_line, path, parameters)
    passages = _tell_apart(drafts, name_words(speakers))
    findings += (*extracted.findings, *broken)
    return passages, tuple(sorted(findings, key=lambda finding: (finding.place.line, finding.place.column)))


def _without_surrogates(text: str, first_line: int, path: str) -> tuple[str, list[Finding]]:
    """Halves of characters, which a decoder that lets errors pass leaves behind, as U+FFFD and a finding."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line_start = text.rfind("\n", 0, error.start) + 1
        place = Place(path, first_line + text.count("\n", 0, error.start), error.start - line_start + 1)
        return SURROGATE.sub("\ufffd", text), [Finding("body-character", Severity.WARNING, place)]
    return text, []


def _tell_apart(drafts: list[Draft], names: frozenset[str]) -> tuple[Passage, ...]:
    """Passages with their speakers: without a label, the defendant; after a label standing alone, its own."""
    passages: list[Passage] = []
    waiting: _Piece | None = None
    for draft in drafts:
        text, spans = _trimmed(draft)
        if draft.kind is not PassageKind.SPEECH:
            notes = find_notes(text) if draft.kind is not PassageKind.CODE else []
            passages.append(_passage(draft, text, [*spans, *notes], draft.kind))
        elif not draft.spoken and spans:
            passages.append(_passage(draft, text, list(spans), PassageKind.MEDIA))
        else:
            for piece in _pieces(draft, text, spans, names):
                waiting = _speech(draft, piece, waiting, passages)
    if waiting is not None:
        passages.append(waiting.alone())
    return tuple(passages)


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a paragraph that one person says, and the label before it."""

    text: str
    line: int
    spans: list[Span]
    label: Label | None

    def alone(self) -> Passage:
        """The label itself as a passage, where nothing follows it."""
        assert self.label is not None
        return Passage(_kind(self.label), f"{self.label.speaker}:", self.line, role=self.label.role,
                       speaker=self.label.speaker)  # fmt: skip


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


def _speech(draft: Draft, piece: _Piece, waiting: _Piece | None, passages: list[Passage]) -> _Piece | None:
    """Add the passage of one piece; the piece itself if it is a label that waits for the next paragraph."""
    if piece.label is not None:
        if waiting is not None:
            passages.append(waiting.alone())
        if not piece.text.strip() and not piece.spans:
            return piece
    label = piece.label or (waiting.label if waiting else None)
    notes = find_notes(piece.text)
    noted = kind_of(piece.text, notes) if piece.label is None else None
    kind = noted or (_kind(label) if label else PassageKind.SPEECH)
    spans = [*piece.spans, *notes]
    passages.append(_passage(draft, piece.text, spans, kind, piece.line, None if noted else label))
    if noted is not None:
        return waiting
    return None


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
