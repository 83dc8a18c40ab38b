"""Text with what is marked in it, as markup that nests; and what markup can hold of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Protocol, TypeVar

from allocution.model.passages import SpanKind

# What there is not, and not what there is: of so many letters a pattern takes milliseconds to make.
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


# What marks mean in HTML, and in XHTML too.
HTML_TAGS = {
    SpanKind.EMPHASIS: ("<em>", "</em>"),
    SpanKind.STRONG: ("<strong>", "</strong>"),
    SpanKind.STRUCK: ("<s>", "</s>"),
    SpanKind.CODE: ("<code>", "</code>"),
    SpanKind.STAGE_NOTE: ('<i class="stage">', "</i>"),
}


class Stretch(Protocol):
    """[start, end) of something marked in a text; it may be empty."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


S = TypeVar("S", bound=Stretch)


def xml_bytes(text: str) -> bytes:
    """The text in UTF-8 without the characters that XML 1.0 can't hold: nearly always it holds none of them."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates
        return xml_characters(text).encode()
    if "\ufffe" in text or "\uffff" in text or len(data.translate(None, _CONTROLS)) < len(data):
        return xml_characters(text).encode()
    return data


def xml_characters(text: str) -> str:
    """The text without the characters that XML 1.0 can't hold."""
    if text.replace("\n", "").isprintable():  # nothing printable is outside XML, and the test is quick
        return text
    return _NOT_IN_XML.sub("", text)


def interleave(
    text: str,
    start: int,
    end: int,
    spans: Sequence[S],
    tags: Callable[[S], tuple[str, str]],
    before: Callable[[S], str] = lambda _: "",
    written: Callable[[str], str] = lambda plain: escape(plain, quote=False),
) -> str:
    """Well-nested markup for overlapping spans: what closes early is closed and opened again.

    `tags` are a span's markup at each opening and closing; `before` is what stands once before it begins;
    `written` is a plain stretch of the text as the markup has it.
    """
    events: dict[int, None] = {start: None, end: None}
    for span in spans:
        events[max(span.start, start)] = None
        events[min(span.end, end)] = None
    cuts = sorted(events)
    parts: list[str] = []
    active: list[S] = []
    outermost = sorted(spans, key=lambda span: (span.start, -span.end))
    wanted: list[S] = []
    begun = 0
    for here, there in zip(cuts, [*cuts[1:], end], strict=True):
        wanted = [span for span in wanted if here < span.end]
        empty: list[S] = []
        while begun < len(outermost) and max(outermost[begun].start, start) <= here:
            span = outermost[begun]
            begun += 1
            (empty if span.start == span.end else wanted).append(span)
        wanted = [span for span in wanted if here < span.end]
        kept = 0
        while kept < min(len(active), len(wanted)) and active[kept] is wanted[kept]:
            kept += 1
        parts.extend(tags(span)[1] for span in reversed(active[kept:]))
        parts.extend(f"{before(span) if span.start == here else ''}{tags(span)[0]}" for span in wanted[kept:])
        active = wanted
        parts.extend("".join(tags(span)) for span in empty if span.start == here < end)
        parts.append(written(text[here:there]))
    parts.extend(tags(span)[1] for span in reversed(active))
    return "".join(parts)
