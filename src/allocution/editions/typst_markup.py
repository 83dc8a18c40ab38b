"""A statement's words as markup of Typst, which sets the edition `pdf`. Every text stands in a string, as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from allocution.editions.collection import MeantOtherwise, Published, sentence_anchor
from allocution.editions.marks import Mark, marks_of, marks_within
from allocution.model.passages import Passage, PassageKind, SpanKind
from allocution.views.marked_text import interleave

# A paragraph of more letters is broken line by line, as in a whole book: to look at all its lines at once takes long.
_LONG = 2500
# What has no place to be parted in gets one after so many letters, or it would run over the edge of the page.
_UNBROKEN = 40
_OVERLONG = re.compile(rf"\S{{{_UNBROKEN}}}(?=\S)")
_CODE = re.compile("[a-z]{2,3}")
_TAGS = {
    SpanKind.EMPHASIS: ("#emph[", "];"),
    SpanKind.STRONG: ("#strong[", "];"),
    SpanKind.STRUCK: ("#strike[", "];"),
    SpanKind.CODE: ("#mono[", "];"),
    SpanKind.STAGE_NOTE: ("#aside[", "];"),
    SpanKind.GAP: ("#aside[", "];"),
    SpanKind.LINE_BREAK: ("#linebreak();", ""),
}


def string(text: str) -> str:
    """A text as a string; what no font can have a sign for stands by its number."""
    if not text.isprintable():
        text = "".join(_shown(character) for character in text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def numbered(character: str) -> str:
    """A character that can't be set, by its number."""
    return f"[U+{ord(character):04X}]"


def _shown(character: str) -> str:
    if category(character) in ("Cc", "Cn", "Co", "Cs"):
        return character if character == "\n" else " " if character.isspace() else numbered(character)
    return character


def language_code(tag: str) -> str:
    """The language by whose rules words are parted; none of them where it isn't known."""
    primary = tag.partition("-")[0].lower()
    return primary if _CODE.fullmatch(primary) else "und"


def _plain(text: str) -> str:
    pieces = [text] if len(text) < _UNBROKEN else _OVERLONG.sub(r"\g<0>\n", text).split("\n")
    return "#sym.zws;".join(f"#{string(piece)};" for piece in pieces if piece)


def _flowing(text: str) -> str:
    return _plain(text.replace("\n", " "))


def _lines(text: str) -> str:
    return "#linebreak();".join(map(_plain, text.split("\n")))


class BodyMarkup:
    """The body of one statement. `address` is that of its page, empty where numbers are to lead nowhere."""

    def __init__(self, published: Published, address: str = "") -> None:
        self._published = published
        self._language = language_code(published.collected.language)
        self._address = address
        self._number = 0

    def text(self) -> str:
        """All passages."""
        return "\n".join(self._block(passage, meant) for passage, meant in self._published.passages())

    def _block(self, passage: Passage, meant: MeantOtherwise) -> str:
        if passage.kind is PassageKind.RULE:
            return "#divider"
        language = language_code(passage.language) if passage.language else self._language
        content = self._content(passage, meant, language)
        speaker = f"#who({string(passage.speaker)});" if passage.speaker else ""
        label = f"#mark({string(passage.label)});" if passage.label else ""
        long = "true" if len(passage.text) > _LONG else "false"
        return f"#passage({string(passage.kind)}, {string(language)}, {long})[{label}{speaker}{content}]"

    def _content(self, passage: Passage, meant: MeantOtherwise, language: str) -> str:
        marks = marks_of(passage, meant)
        return "".join(self._parts(passage, marks, language))

    def _parts(self, passage: Passage, marks: Sequence[Mark], language: str) -> Iterator[str]:
        at = 0
        for sentence in passage.sentences:
            yield self._marked(passage, marks, at, sentence.start)
            inside = self._marked(passage, marks, sentence.start, sentence.end)
            own = language_code(sentence.language) if sentence.language else language
            self._number += 1
            target = f", {string(f'{self._address}#{sentence_anchor(sentence)}')}" if self._address else ""
            yield f"#n({self._number}{target});"
            yield inside if own == language else f"#text(lang: {string(own)})[{inside}];"
            at = sentence.end
        yield self._marked(passage, marks, at, len(passage.text))

    def _marked(self, passage: Passage, marks: Sequence[Mark], start: int, end: int) -> str:
        inside = marks_within(marks, start, end) if marks and start < end else ()
        written = _lines if passage.kind in (PassageKind.VERSE, PassageKind.CODE) else _flowing
        if not inside:
            return written(passage.text[start:end])
        return interleave(passage.text, start, end, inside, _tags, written=written)


def _tags(mark: Mark) -> tuple[str, str]:
    span = mark.span
    if span is None:
        return "", f"#meant({string(mark.meant)});" if mark.meant else ""
    if span.kind is SpanKind.FOREIGN:
        return f"#text(lang: {string(language_code(span.value))})[", "];"
    if span.kind is SpanKind.FOOTNOTE:
        return f"#super({string(span.value)});", ""
    return _TAGS.get(span.kind, ("", ""))
