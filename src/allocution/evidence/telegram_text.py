"""The words of a Telegram post, as HTML, into Markdown and into plain text."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from lxml import html

from allocution.content.importing.statements import plain_as_markdown

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~", "code": "`"}
# What can be marked: emphasis of lone signs would be read as a masked word, or as a note of the transcriber.
_FIT = re.compile(r"[«„“\"(]?\w(?:[^`*~_\[\]\\]*[\w.,:;!?…»“”\")])?")
_OWN = "*_~`"
_BLOCKS = ("blockquote", "pre")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of one line: its text, its marks from outside in, where it leads, the block that it stands in."""

    text: str
    marks: tuple[str, ...] = ()
    target: str = ""
    block: str = ""


def plain_of(element: html.HtmlElement) -> str:
    """The words alone, with their line breaks."""
    pieces: list[str] = []
    block = ""
    for run in _runs(element, _Run("")):
        if run.block != block and pieces:
            pieces.append("\n")
        block = run.block
        pieces.append(run.text)
    return "".join(pieces).strip()


def markdown_of(element: html.HtmlElement) -> str:
    """The words as Markdown: line breaks, emphasis, links, quotations and code stay."""
    parts: list[str] = []
    for block, runs in groupby(_runs(element, _Run("")), key=lambda run: run.block):
        if block == "pre":
            text = "".join(run.text for run in runs).strip("\n")
            fence = "`" * max(3, *(len(each) + 1 for each in re.findall("`+", text) or [""]))
            written = f"{fence}\n{text}\n{fence}"
        else:
            written = _paragraphs(runs)
        if block == "blockquote":
            written = "\n".join(f"> {line}".rstrip() for line in written.split("\n"))
        if written.strip():
            parts.append(written)
    return "\n\n".join(parts)


def _runs(element: html.HtmlElement, outer: _Run) -> Iterator[_Run]:
    """The text below an element with the marks that it has there."""
    if element.text:
        yield _with(outer, _words(element.text, outer))
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            yield _with(outer, "\n")
        elif tag:
            yield from _runs(child, _inside(tag, child, outer))
        if child.tail:
            yield _with(outer, _words(child.tail, outer))


def _inside(tag: str, element: html.HtmlElement, outer: _Run) -> _Run:
    is_emoji = tag == "tg-emoji" or "emoji" in (element.get("class") or "").split()
    if is_emoji or (outer.marks and outer.marks[-1] == "emoji"):
        return _Run("", (*outer.marks, "emoji"), outer.target, outer.block)
    marks = outer.marks
    if tag in _MARKS and _MARKS[tag] not in marks:
        marks = (*marks, _MARKS[tag])
    block = tag if tag in _BLOCKS and not outer.block else outer.block
    target = outer.target or (_target(element) if tag == "a" else "")
    return _Run("", marks, target, block)


def _target(element: html.HtmlElement) -> str:
    """Where a link leads outside of Telegram's own search; addresses are sometimes escaped twice."""
    address = entities.unescape(element.get("href") or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.netloc)
    if not is_web or any(ord(letter) < 33 for letter in address):
        return ""
    same = address.rstrip("/") == (element.text_content() or "").strip().rstrip("/")
    return "" if same else address


def _with(run: _Run, text: str) -> _Run:
    return _Run(text, tuple(mark for mark in run.marks if mark != "emoji"), run.target, run.block)


def _words(text: str, run: _Run) -> str:
    """White space as a browser shows it; only `br` breaks lines, but in code."""
    return text if run.block == "pre" else re.sub(r"[ \t\r\n\f]+", " ", text)


def _paragraphs(runs: Iterable[_Run]) -> str:
    """Lines with a break at the end of each; an empty line begins a paragraph."""
    lines: list[list[_Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(_Run(text, run.marks, run.target))
    written = [_line(line) for line in lines]
    paragraphs = ["\\\n".join(group) for has_words, group in groupby(written, key=bool) if has_words]
    return "\n\n".join(paragraphs)


def _line(runs: list[_Run]) -> str:
    whole = "".join(run.text for run in runs)
    pieces: list[str] = []
    place = 0
    for target, linked in groupby(runs, key=lambda run: run.target):
        inner = []
        for marks, group in groupby(linked, key=lambda run: run.marks):
            text = "".join(run.text for run in group)
            before, after = whole[place - 1 : place] if place else "", whole[place + len(text) :][:1]
            inner.append(_marked(text, marks, before, after))
            place += len(text)
        written = "".join(inner)
        if target and written.strip():
            blanks = len(written) - len(written.lstrip()), len(written) - len(written.rstrip())
            words = f"[{written.strip()}](<{target.replace('<', '%3C').replace('>', '%3E')}>)"
            written = " " * blanks[0] + words + " " * blanks[1]
        pieces.append(written)
    return "".join(pieces).strip()


def _marked(text: str, marks: tuple[str, ...], before: str, after: str) -> str:
    """A stretch with its marks, unless Markdown wouldn't read them as such there; its words come first."""
    inner = text.strip()
    if not inner:
        return text
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    opens = (
        start
        or not before
        or before.isspace()
        or (inner[0].isalnum() and not (before.isalnum() or before in _OWN))
    )
    closes = (
        end
        or not after
        or after.isspace()
        or (inner[-1].isalnum() and not (after.isalnum() or after in _OWN))
    )
    if not _FIT.fullmatch(inner):
        marks = ()
    if "`" in marks:
        return f"{start}`{inner}`{end}"
    used = marks if opens and closes else ()
    return f"{start}{''.join(used)}{plain_as_markdown(inner)}{''.join(reversed(used))}{end}"
