"""Markdown's events become drafts of passages: every letter of the text, and what is marked in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pyromark

from allocution.content.body.addresses import is_safe
from allocution.content.body.draft import Draft, Manuscript, Mark
from allocution.content.body.embeds import address_of, apply
from allocution.content.body.html import HtmlReader
from allocution.content.body.lines import Lines
from allocution.content.body.masks import Hidden, hide
from allocution.content.body.shortcodes import Extracted, Part
from allocution.model.finding import Finding, Severity
from allocution.model.passages import PassageKind, SpanKind

Options = pyromark.Options
OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH
LEVELS = {f"H{level}": level for level in range(1, 7)}
INLINE = {"Emphasis": SpanKind.EMPHASIS, "Strong": SpanKind.STRONG, "Strikethrough": SpanKind.STRUCK}
MARKDOWN = "markdown"
# What Hugo takes for an identifier and classes of a heading, not for its words.
_ATTRIBUTES = re.compile(r"\s*\{[#.][\w-]+(?:\s+[#.][\w-]+)*\s*\}$")


def read_markdown(
    body: Extracted, first_line: int, path: str, parameters: Mapping[str, str]
) -> tuple[list[Draft], list[Finding]]:
    """The passages of a body in order, not yet told apart by speakers."""
    hidden = hide(body.text)
    source = hidden.text.encode()
    manuscript = Manuscript(path, Lines(source, first_line, list(body.removed)))
    reader = _Reader(manuscript, source, body, hidden, parameters)
    for event, range_ in pyromark.events_with_range(hidden.text, options=OPTIONS, merge_text=True):
        reader.read(event, range_["start"], range_["end"])
    manuscript.end()
    return manuscript.drafts, manuscript.findings


class _Reader:
    """The state between two events. `cursor` is where the last piece of text ended in the source."""

    def __init__(
        self,
        manuscript: Manuscript,
        source: bytes,
        body: Extracted,
        hidden: Hidden,
        parameters: Mapping[str, str],
    ) -> None:
        self._manuscript = manuscript
        self._source = source
        self._codes = body.codes
        self._sign = re.compile(f"{body.sign}([0-9]{{1,9}}){body.sign}") if body.sign else None
        self._hidden = hidden
        self._parameters = parameters
        self._html = HtmlReader(manuscript, self._clean)
        self._html_pieces: list[str] = []
        self._numbers: list[int | None] = []
        self._cursor = 0
        self._after_break = False
        self._inlines: list[bool] = []
        self._cell = False

    def read(self, event: Any, start: int, end: int) -> None:
        """Take one event."""
        if self._after_break:
            self._after_break = False
            self._blank(self._cursor, start)
        if isinstance(event, str):
            self._bare(event, start, end)
            return
        name, value = next(iter(event.items()))
        if name == "Text":
            self._write(value, start)
            self._cursor = end
        elif name == "Start":
            self._start(value, start)
        elif name == "End":
            self._end(value, start, end)
        else:
            self._leaf(name, value, start)
            self._cursor = end

    def _bare(self, event: str, start: int, end: int) -> None:
        manuscript = self._manuscript
        if event == "SoftBreak":
            self._blank(self._cursor, start)
            manuscript.write("\n", start)
            self._after_break = True
        elif event == "HardBreak":
            if not manuscript.muted:
                manuscript.draft(start).add(SpanKind.LINE_BREAK, "\n")
            self._after_break = True
        else:
            manuscript.begin(PassageKind.RULE, start)
            manuscript.end()
        self._cursor = end

    def _leaf(self, name: str, value: str, start: int) -> None:
        manuscript = self._manuscript
        if name == "Code":
            if not manuscript.muted:
                draft = manuscript.draft(start)
                draft.spoken = True
                draft.add(SpanKind.CODE, self._literal(value))
        elif name == "InlineHtml":
            self._html.tag(value, start)
        elif name == "Html":
            self._html_pieces.append(value)
        elif name == "FootnoteReference":
            manuscript.draft(start).add(SpanKind.FOOTNOTE, "", self._clean(value))
        else:
            self._write(value, start)

    def _start(self, tag: Any, start: int) -> None:
        manuscript = self._manuscript
        if tag == "Paragraph":
            manuscript.begin(PassageKind.SPEECH, start)
            self._blank(start - self._indentation(start), start)
            self._cursor = start
        elif isinstance(tag, str):
            self._start_simple(tag, start)
        else:
            name, value = next(iter(tag.items()))
            self._start_with_value(name, value, start)

    def _start_simple(self, tag: str, start: int) -> None:
        manuscript = self._manuscript
        if tag in INLINE:
            self._open(Mark(MARKDOWN, INLINE[tag]), start)
        elif tag == "Item":
            manuscript.end()
            number = self._numbers[-1]
            manuscript.label = "-" if number is None else f"{number}."
            if number is not None:
                self._numbers[-1] = number + 1
        elif tag in ("TableHead", "TableRow"):
            manuscript.begin(PassageKind.TABLE_ROW, start, level=1 if tag == "TableHead" else 0)
            self._cell = False
        elif tag == "TableCell":
            manuscript.write("\t" if self._cell else "", start)
            self._cell = True
        elif tag == "HtmlBlock":
            manuscript.end()
            self._html_pieces = []

    def _start_with_value(self, name: str, value: Any, start: int) -> None:
        manuscript = self._manuscript
        if name in ("Link", "Image"):
            self._start_link(name, value, start)
        elif name == "Heading":
            manuscript.begin(PassageKind.HEADING, start, LEVELS[value["level"]])
        elif name == "CodeBlock":
            manuscript.begin(PassageKind.CODE, start)
        elif name == "BlockQuote":
            manuscript.end()
            manuscript.containers.append(PassageKind.QUOTATION)
        elif name == "List":
            manuscript.end()
            self._numbers.append(value)
            manuscript.containers.append(PassageKind.LIST_ITEM)
        elif name == "FootnoteDefinition":
            manuscript.end()
            manuscript.containers.append(PassageKind.FOOTNOTE)
            manuscript.label = self._clean(value)

    def _start_link(self, name: str, value: dict[str, str], start: int) -> None:
        address, title = self._clean(value["dest_url"]), self._clean(value["title"])
        if not is_safe(address):
            self._manuscript.find("link-unsafe", Severity.WARNING, start, address=address[:100])
            self._inlines.append(False)
        elif name == "Image":
            self._open(Mark(MARKDOWN, SpanKind.IMAGE, address, title), start)
        else:
            if value["link_type"] == "Email":
                address = f"mailto:{address}"
            self._open(Mark(MARKDOWN, SpanKind.LINK, address, title), start)

    def _end(self, tag: Any, start: int, end: int) -> None:
        manuscript = self._manuscript
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in INLINE or name in ("Link", "Image"):
            if self._inlines.pop() and manuscript.current is not None:
                manuscript.current.finish(MARKDOWN)
            self._cursor = end
        elif name == "Paragraph":
            self._blank(self._cursor, end)
            manuscript.end()
        elif name == "CodeBlock":
            self._end_code()
        elif name == "Heading":
            self._end_heading()
        elif name == "HtmlBlock":
            html, self._html_pieces = "".join(self._html_pieces), []
            self._html.block(html, start, self._write)
        elif name in ("BlockQuote", "List", "FootnoteDefinition"):
            manuscript.end()
            manuscript.containers.pop()
            manuscript.label = ""
            if name == "List":
                self._numbers.pop()
        elif name not in ("TableCell", "Table"):
            manuscript.end()

    def _end_code(self) -> None:
        draft = self._manuscript.current
        if draft is not None and draft.text.endswith("\n"):
            draft.cut(draft.length - 1)
        self._manuscript.end()

    def _end_heading(self) -> None:
        draft = self._manuscript.current
        attributes = _ATTRIBUTES.search(draft.text) if draft is not None else None
        if draft is not None and attributes and all(span.end <= attributes.start() for span in draft.spans):
            draft.cut(attributes.start())
        self._manuscript.end()

    def _open(self, mark: Mark, start: int) -> None:
        self._inlines.append(not self._manuscript.muted and self._manuscript.open(mark, start))

    def _indentation(self, start: int) -> int:
        """How many blanks stand before a passage on its line."""
        before = self._source[max(start - 3, 0) : start]
        return len(before) - len(before.rstrip(b" "))

    def _blank(self, start: int, end: int) -> None:
        """Keep blanks at the ends of lines as they stand; inside quotations and lists they are markup."""
        if start < end and not self._manuscript.containers:
            blank = self._source[start:end].rstrip(b"\n")
            if blank.isspace():
                self._manuscript.write(blank.decode("ascii", "replace"), start)

    def _write(self, text: str, offset: int) -> None:
        """Write text that may hold the signs of shortcodes."""
        manuscript = self._manuscript
        if self._sign is None:
            manuscript.write(self._hidden.restore(text), offset)
        elif manuscript.current is not None and manuscript.current.kind is PassageKind.CODE:
            manuscript.write(self._literal(text), offset)
        else:
            for index, piece in enumerate(self._sign.split(text)):
                if index % 2 == 0:
                    manuscript.write(self._hidden.restore(piece), offset)
                elif int(piece) < len(self._codes):
                    apply(self._codes[int(piece)], manuscript, offset, self._parameters)

    def _literal(self, text: str) -> str:
        """Text of code, where shortcodes stand as they are written."""
        return self._hidden.restore(self._resolve(text, literal=True))

    def _clean(self, text: str) -> str:
        """Text of an address or an attribute, where a shortcode means an address."""
        return self._hidden.restore(self._resolve(text, literal=False))

    def _resolve(self, text: str, literal: bool) -> str:
        if self._sign is None:
            return text

        def replacement(match: re.Match[str]) -> str:
            number = int(match[1])
            if number >= len(self._codes):
                return match[0]
            code = self._codes[number]
            if code.part is Part.LITERAL:
                return code.inner
            return code.source if literal else address_of(code)

        return self._sign.sub(replacement, text)
