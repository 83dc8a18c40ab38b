"""The edition `tei-ana`: the corpus with tokens, lemmas and parts of speech, as ParlaMint's annotated version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from allocution.editions.collection import Collection, Published
from allocution.editions.marks import Mark, marks_within
from allocution.editions.tei import ROOT, TeiWriter
from allocution.editions.tei_text import TextMarkup, text_element
from allocution.editions.tokens import Token, tokens
from allocution.editions.writing import Edition
from allocution.editions.xml_markup import attributes, text
from allocution.language.tokens import TokenKind
from allocution.model.passages import Passage, Sentence, SpanKind
from allocution.views.marked_text import interleave, xml_characters

# What a transcriber writes there are no words that were spoken.
_NOT_SPOKEN = frozenset((SpanKind.GAP, SpanKind.STAGE_NOTE))


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    token: Token


def annotated_text(collection: Collection, published: Published) -> str:
    """The element `text` of a statement with its tokens."""
    return text_element(published, _AnnotatedText(collection, published))


class _AnnotatedText(TextMarkup):
    def _unmarked(self, passage: Passage) -> str:
        return self._with_marks(passage, ())

    def _sentence(self, passage: Passage, marks: Sequence[Mark], sentence: Sentence) -> str:
        start, end = sentence.start, sentence.end
        inside = marks_within(marks, start, end) if marks else []
        annotating = _Annotating(passage.text, start, _placed(passage.text[start:end], sentence), inside)
        words = interleave(
            passage.text,
            start,
            end,
            inside,
            lambda mark: self._tags(passage, mark),
            written=annotating.written,
        )
        return f"<s{self._told(sentence)}>{words}</s>"


def _placed(words: str, sentence: Sentence) -> list[_Placed]:
    """The tokens of a sentence with their places in the passage; none of what XML can't hold."""
    found, at = [], 0
    for token in tokens(words, sentence.language):
        start = words.index(token.text, at)
        at = start + len(token.text)
        if xml_characters(token.text):
            found.append(_Placed(sentence.start + start, sentence.start + at, token))
    return found


class _Annotating:
    """Writes the stretches of a sentence one after the other, with the tokens that stand in each."""

    def __init__(self, words: str, start: int, placed: Sequence[_Placed], marks: Sequence[Mark]) -> None:
        self._words = words
        self._at = start
        self._placed = placed
        self._next = 0
        self._silent = [
            (mark.start, mark.end)
            for mark in marks
            if mark.span is not None and mark.span.kind in _NOT_SPOKEN
        ]

    def written(self, stretch: str) -> str:
        """The next stretch, of so many letters."""
        start, end = self._at, self._at + len(stretch)
        self._at = end
        if any(first <= start < last for first, last in self._silent):
            return text(stretch)
        return "".join(self._parts(start, end))

    def _parts(self, start: int, end: int) -> Iterator[str]:
        at = start
        while self._next < len(self._placed) and self._placed[self._next].start < end:
            placed = self._placed[self._next]
            first, last = max(placed.start, start), min(placed.end, end)
            if first < last:
                yield text(self._words[at:first])
                yield _token(self._words[first:last], placed, first, last)
                at = last
            if placed.end > end:
                break
            self._next += 1
        yield text(self._words[at:end])


def _token(written: str, placed: _Placed, first: int, last: int) -> str:
    """A word, a number or a mark, or the part of it that stands here where some markup begins or ends inside it."""
    token = placed.token
    whole = (first, last) == (placed.start, placed.end)
    part = "" if whole else "I" if first == placed.start else "F" if last == placed.end else "M"
    join = "right" if last == placed.end and not token.spaced else ""
    if token.kind is TokenKind.PUNCTUATION:
        return f"<pc{attributes(join=join, part=part)}>{text(written)}</pc>"
    lemma, pos = (token.lemma, token.part) if first == placed.start else ("", "")
    return f"<w{attributes(lemma=lemma, pos=pos, join=join, part=part)}>{text(written)}</w>"


annotated_edition = Edition(
    "tei-ana",
    "application/tei+xml",
    (ROOT, "NAME.xml"),
    "jing",
    partial(TeiWriter, name="tei-ana", words=annotated_text),
    analysed=True,
)
