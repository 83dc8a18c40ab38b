"""Transcribers' notes inside a text: stage notes, missing words, and bare addresses."""

from __future__ import annotations

import re

import msgspec

from allocution.content.body.speakers import resolve
from allocution.content.body.vocabulary import GAPS, LONGEST_GAP, STAGE_COMPANIONS, STAGE_WORDS
from allocution.model.passages import GapReason, PassageKind, Span, SpanKind
from allocution.model.withholding import MARK

BRACKETED = re.compile(r"\[([^\[\]\n]{1,200})\]|\(([^()\n]{1,120})\)|<([^<>\n]{1,60})>")
MASKED = re.compile(
    r"\*{3,}|(?<=[^\W_])\*{2,}|(?<=-)\*{2,}|\*{2,}(?=[^\W_]|-)|(?<=[^\W\d_])\*(?=[^\W\d_])|[■▓▒░]{2,}|█+"
    r"|(?<![^\W_])(?:[xх]{3,}|[XХ]{4,})(?![^\W_]|\.\w)|(?<=[^\W\d_xхXХ])[xх]{3,}"
)
ADDRESS = re.compile(r"https?://[^\s<>«»\"“”]+")
MASKS = ("*", "█", "■", "▓", "▒", "░")
LETTERS = (("x", "xxx"), ("х", "ххх"), ("X", "XXXX"), ("Х", "ХХХХ"))
CUT = frozenset({"…", "...", "..", "....", "---", "—", "–", "--", "… …", ". . ."})
WORD = re.compile(r"[\w'’ʼ-]+")
TRAILING = ".,;:!?…)]}'’*_"
LONGEST_STAGE_NOTE = 12


class _Note(msgspec.Struct, frozen=True):
    """What a note in brackets is."""

    kind: SpanKind
    value: str = ""


def find_notes(text: str) -> list[Span]:
    """The notes in a text, in no particular order."""
    spans: list[Span] = []
    if "[" in text or "(" in text or "<" in text:
        for match in BRACKETED.finditer(text):
            note = _read(match)
            if note is not None:
                spans.append(Span(match.start(), match.end(), note.kind, note.value))
    if may_be_masked(text):
        spans += [
            Span(match.start(), match.end(), SpanKind.GAP, GapReason.MASKED)
            for match in MASKED.finditer(text)
        ]
    if MARK in text:
        spans += [
            Span(match.start(), match.end(), SpanKind.GAP, GapReason.WITHHELD)
            for match in re.finditer(MARK, text)
        ]
    if "://" in text:
        spans += [
            Span(match.start(), match.start() + len(address), SpanKind.LINK, address)
            for match in ADDRESS.finditer(text)
            if len(address := match[0].rstrip(TRAILING)) > len("https://")
        ]
    return spans


def may_be_masked(text: str) -> bool:
    """A quick answer, wrong only towards yes."""
    for mark in MASKS:
        if mark in text:
            return True
    return any(letter in text and run in text for letter, run in LETTERS)


def kind_of(text: str, spans: list[Span]) -> PassageKind | None:
    """The kind of a passage that holds nothing but notes; None where somebody speaks."""
    notes = sorted(
        (span for span in spans if span.kind in (SpanKind.STAGE_NOTE, SpanKind.GAP)), key=lambda s: s.start
    )
    at, staged = 0, False
    for note in notes:
        if text[at : note.start].strip(" \t\n.,;"):
            break
        at, staged = max(at, note.end), staged or note.kind is SpanKind.STAGE_NOTE
    if notes and not text[at:].strip(" \t\n.,;"):
        return PassageKind.STAGE_NOTE if staged else PassageKind.GAP
    whole = BRACKETED.fullmatch(text.strip())
    return PassageKind.STAGE_NOTE if whole and whole[1] else None


def _read(match: re.Match[str]) -> _Note | None:
    """Square brackets hold a stage note if one word of it is such; round ones if every word may be."""
    inner = next(group for group in match.groups() if group is not None)
    content = inner.strip()
    if content in CUT:
        return _Note(SpanKind.GAP, GapReason.CUT)
    words = [word.casefold() for word in WORD.findall(content)]
    if (reason := _gap(words)) is not None:
        return _Note(SpanKind.GAP, reason)
    if len(words) > LONGEST_STAGE_NOTE:
        return None
    staged = not STAGE_WORDS.isdisjoint(words)
    if match[1] is not None:
        if ":" in content and (role := resolve(content.split(":", 1)[0], frozenset())) is not None:
            return _Note(SpanKind.STAGE_NOTE, role)
        return _Note(SpanKind.STAGE_NOTE) if staged else None
    if staged and all(word in STAGE_WORDS or word in STAGE_COMPANIONS for word in words):
        return _Note(SpanKind.STAGE_NOTE)
    return None


def _gap(words: list[str]) -> GapReason | None:
    """Why words are missing, if the note begins by saying so; times and counts may follow."""
    for count in range(min(len(words), LONGEST_GAP), 0, -1):
        reason = GAPS.get(" ".join(words[:count]))
        if reason is not None and len(words) - count <= 4:
            return reason
    return None
