"""Passages as HTML: every sentence with its address, its number and its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

import msgspec

from allocution.model.passages import (
    Body,
    GapReason,
    Passage,
    PassageKind,
    RemovedSentence,
    Sentence,
    Span,
    SpanKind,
)
from allocution.site.direction import isolated, lang_attributes, runs_against, sentence_attributes
from allocution.views.absolute import safe_address
from allocution.views.marked_text import HTML_TAGS, interleave

# Passages that are one element: its name, and what follows the name.
_SIMPLE = {
    PassageKind.SPEECH: ("p", ""),
    PassageKind.VERSE: ("p", ""),
    PassageKind.QUOTATION: ("p", ""),
    PassageKind.STAGE_NOTE: ("p", ' class="stage"'),
    PassageKind.GAP: ("p", ' class="gap"'),
    PassageKind.TABLE_ROW: ("p", ' class="row"'),
    PassageKind.MEDIA: ("figure", ' class="media"'),
}
_TAGS = HTML_TAGS | {
    SpanKind.SHORTCODE: ('<span class="shortcode">', "</span>"),
    SpanKind.CORRECTION: ('<span class="sic">', "</span>"),
}
_PROSE_LINE = 90


class BodyWording(msgspec.Struct, frozen=True):
    """The interface's words inside a statement's text."""

    reworded: str
    removed: str
    gaps: dict[str, str]


def body_html(body: Body, language: str, wording: BodyWording, resolve: Callable[[str], str]) -> str:
    """The whole body; `resolve` turns a link's address as written into one that works on the page."""
    writer = _BodyWriter(body, language, wording, resolve)
    return "".join(writer.blocks())


def marked_html(passage: Passage, wording: BodyWording, resolve: Callable[[str], str]) -> str:
    """The text of a passage with what is marked in it, without addresses of sentences."""
    writer = _BodyWriter(Body(()), passage.language, wording, resolve)
    return writer.marked(passage, 0, len(passage.text))


def _is_prose(text: str) -> bool:
    """Whether its lines are as long as those of paragraphs, not of verse or addresses."""
    return len(text) > _PROSE_LINE * (text.count("\n") + 1)


def _needs_escape(text: str) -> bool:
    # Four times as fast as a regular expression.
    return "&" in text or "<" in text or ">" in text


def _heading_levels(body: Body) -> dict[int, int]:
    """The level on the page of each level of headings in the text: below the page's own, without leaving any out."""
    levels = {passage.level for passage in body.passages if passage.kind is PassageKind.HEADING}
    return {level: min(number, 6) for number, level in enumerate(sorted(levels), 2)}


def _quotations(depth: int, wanted: int) -> Iterator[str]:
    """What opens and closes quotations before a passage that stands in so many of them."""
    yield "<blockquote>\n" * (wanted - depth)
    yield "</blockquote>\n" * (depth - wanted)


def _lists(depth: int, wanted: int) -> Iterator[str]:
    """The same for lists; an item is left open until the next one, as the lists below it stand in it."""
    if wanted > depth:
        yield "\n<ul>\n" if depth else "<ul>\n"
        yield "<li>\n<ul>\n" * (wanted - depth - 1)
    elif depth:
        yield "</li>\n"
        yield "</ul>\n</li>\n" * (depth - max(wanted, 1))
        yield "" if wanted else "</ul>\n"


class _BodyWriter:
    """Writes one body; counts its sentences as it goes."""

    def __init__(
        self, body: Body, language: str, wording: BodyWording, resolve: Callable[[str], str]
    ) -> None:
        self._body = body
        self._language = language
        self._wording = wording
        self._resolve = resolve
        self._number = 0
        self._levels = _heading_levels(body)
        self._removed: dict[int, list[RemovedSentence]] = {}
        for gone in body.removed:
            self._removed.setdefault(gone.before, []).append(gone)

    def blocks(self) -> Iterator[str]:
        quotations = lists = 0
        for passage in self._body.passages:
            depth = max(passage.depth, 1)
            quoted = depth if passage.kind is PassageKind.QUOTATION else 0
            listed = depth if passage.kind is PassageKind.LIST_ITEM else 0
            if quotations and not quoted:
                yield from _quotations(quotations, 0)
            if listed or lists:
                yield from _lists(lists, listed)
            if quoted:
                yield from _quotations(quotations, quoted)
            quotations, lists = quoted, listed
            yield self._block(passage)
        yield from _quotations(quotations, 0)
        yield from _lists(lists, 0)
        yield from self._gone(self._number)

    def _block(self, passage: Passage) -> str:
        lang = lang_attributes(passage.language or self._language, self._language)
        content = self._content(passage)
        if passage.speaker:
            content = f'<b class="who">{escape(passage.speaker)}:</b> {content}'
        if passage.kind is PassageKind.SPEECH and "\n" in passage.text and _is_prose(passage.text):
            content = content.replace("\n", '\n<span class="line"></span>')
        if passage.kind in _SIMPLE:
            tag, rest = _SIMPLE[passage.kind]
            return f"<{tag}{rest}{lang}>{content}</{tag}>\n"
        match passage.kind:
            case PassageKind.INTERRUPTION:
                return f'<p class="interruption {passage.role}"{lang}>{content}</p>\n'
            case PassageKind.HEADING:
                level = self._levels[passage.level]
                return f"<h{level}{lang}>{content}</h{level}>\n"
            case PassageKind.LIST_ITEM:
                number = f'<span class="label">{escape(passage.label)}</span> ' if passage.label[:-1] else ""
                return f"<li{lang}>{number}{content}"
            case PassageKind.FOOTNOTE:
                label = escape(passage.label)
                return f'<p class="footnote" id="fn-{label}"{lang}><b>{label}</b> {content}</p>\n'
            case PassageKind.CODE:
                return f"<pre><code>{content}</code></pre>\n"
            case _:
                return "<hr>\n"

    def _content(self, passage: Passage) -> str:
        if not passage.sentences:
            return self.marked(passage, 0, len(passage.text))
        around = passage.language or self._language
        text = passage.text
        plain = not passage.spans and not self._removed and not _needs_escape(text)
        if plain and (text.isascii() or not runs_against(text, around)):
            return self._plain_content(passage, around)
        parts = []
        end = 0
        for sentence in passage.sentences:
            if sentence.start > end:
                parts.append(self.marked(passage, end, sentence.start))
            parts.extend(self._gone(self._number))
            self._number += 1
            parts.append(self._sentence(passage, sentence, around))
            end = sentence.end
        if end < len(passage.text):
            parts.append(self.marked(passage, end, len(passage.text)))
        return "".join(parts)

    def _plain_content(self, passage: Passage, around: str) -> str:
        """The content of a passage without anything marked in it, as nearly all are."""
        text = passage.text
        number = self._number
        parts = []
        end = 0
        for sentence in passage.sentences:
            number += 1
            start = sentence.start
            identifier = sentence.identifier
            lang = "" if sentence.language == around else lang_attributes(sentence.language, around)
            former = self._former(sentence.former) if sentence.former else ""
            parts.append(
                f'{text[end:start]}{former}<span class="s" id="s-{identifier}"{lang}>'
                f'<a class="n" href="#s-{identifier}">{number}</a>{text[start : sentence.end]}</span>'
            )
            end = sentence.end
        self._number = number
        return "".join(parts) + text[end:]

    def _sentence(self, passage: Passage, sentence: Sentence, around: str) -> str:
        text = self.marked(passage, sentence.start, sentence.end)
        language = sentence.language or around
        lang = sentence_attributes(passage.text[sentence.start : sentence.end], language, around)
        if "rtl" not in lang and runs_against(text, language):
            text = isolated(text)
        anchor = f"s-{sentence.identifier}"
        former = self._former(sentence.former) if sentence.former else ""
        return (
            f'{former}<span class="s" id="{anchor}"{lang}><a class="n" href="#{anchor}">'
            f"{self._number}</a>{text}</span>"
        )

    def _former(self, identifiers: tuple[str, ...]) -> str:
        return "".join(
            f'<span class="former" id="s-{identifier}"><small>{self._wording.reworded}</small></span>'
            for identifier in identifiers
        )

    def _gone(self, before: int) -> Iterator[str]:
        for gone in self._removed.pop(before, ()):
            yield (
                f'<span class="former removed" id="s-{gone.identifier}">'
                f"<small>{self._wording.removed}</small></span>"
            )

    def marked(self, passage: Passage, start: int, end: int) -> str:
        """The text between two offsets, with the spans that touch it opened and closed inside it."""
        spans = (
            [span for span in passage.spans if span.start < end and span.end > start] if passage.spans else ()
        )
        if not spans:
            empty = [span for span in passage.spans if start <= span.start == span.end < end]
            if not empty:
                return escape(passage.text[start:end], quote=False)
            spans = empty
        return interleave(passage.text, start, end, spans, self._tags, _meant)

    def _tags(self, span: Span) -> tuple[str, str]:
        if span.kind in _TAGS:
            return _TAGS[span.kind]
        match span.kind:
            case SpanKind.GAP:
                withheld = " withheld" if span.value == GapReason.WITHHELD else ""
                return (
                    f'<span class="gap{withheld}" title="{escape(self._wording.gaps.get(span.value, ""))}">',
                    "</span>",
                )
            case SpanKind.FOREIGN:
                return f"<span{lang_attributes(span.value)}>", "</span>"
            case SpanKind.LINE_BREAK:
                return "<br>", ""
            case SpanKind.ADDRESS:
                return "", f' <span class="address">({escape(span.value, quote=False)})</span>'
            case SpanKind.LINK:
                address = safe_address(self._resolve(span.value))
                return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")
            case SpanKind.IMAGE:
                return self._image(span)
            case SpanKind.FOOTNOTE:
                label = escape(span.value)
                return f'<sup><a href="#fn-{label}">{label}</a></sup>', ""
            case _:
                return "", ""

    def _image(self, span: Span) -> tuple[str, str]:
        address = safe_address(self._resolve(span.value))
        if not address or "://" in address or address.startswith("//"):
            # A picture elsewhere would be a request to a third party: link to it instead.
            return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")
        return f'<img src="{escape(address)}" alt="" loading="lazy"><span class="caption">', "</span>"


def _meant(span: Span) -> str:
    """What was meant, before what the transcript says; a switch on the page shows one of them or both."""
    if span.kind is not SpanKind.CORRECTION:
        return ""
    return f'<span class="corr" hidden>{escape(span.value, quote=False)}</span>'
