"""HTML as mammoth makes it of a Word document, as Markdown that says the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from allocution.content.body.reading import read_body
from allocution.content.importing.statements import escaped_markdown

_MARKS = {"strong": "**", "em": "*", "s": "~~"}
_BREAK = "\n"
_HEADING = re.compile(r"h([1-6])")
_NOTE = re.compile(r"(?:foot|end)note-\w+")
_BACK = re.compile(r"#(?:foot|end)note-ref-\w+")
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with the same marks; a run with `markdown` stands as it is."""

    text: str
    marks: frozenset[str] = frozenset()
    markdown: str = ""


@dataclass(slots=True)
class _Table:
    rows: list[list[list[str]]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """A table where every cell is of one line and there are columns at all; else one paragraph after another."""
        wide = max((len(row) for row in self.rows), default=0)
        cells = [cell for row in self.rows for cell in row]
        if wide < 2 or any(len(cell) > 1 or "\n" in "".join(cell) for cell in cells):
            return [block for cell in cells for block in cell]
        rows = [
            _table_row([*("".join(cell) for cell in row), *[""] * (wide - len(row))]) for row in self.rows
        ]
        return ["\n".join([rows[0], "|---" * wide + "|", *rows[1:]])] if rows else []


def _table_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def markdown_of(html: str) -> str:
    """The document's blocks as Markdown; emphasis that would change the words is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    return "\n\n".join(reader.blocks)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._runs: list[_Run] = []
        self._marks: list[str] = []
        self._heading = 0
        self._lists: list[str] = []
        self._notes: dict[str, int] = {}
        self._containers: list[str] = []  # what lines begin with: of quotations and lists, from the outermost
        self._first: list[str] = []  # the same for the first line of a list's item
        self._tables: list[_Table] = []
        self._outer: list[list[str]] = []
        self._link: tuple[str, int] | None = None
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a mark or a link."""
        values = {name: value or "" for name, value in attrs}
        if tag in _MARKS:
            self._marks.append(tag)
        elif tag == "br":
            self._runs.append(_Run(_BREAK))
        elif tag == "a":
            self._begin_link(values.get("href", ""))
        elif tag in ("p", "tr", "td", "th", "table", "ul", "ol", "li", "blockquote") or _HEADING.fullmatch(
            tag
        ):
            self.flush()
            self._begin_block(tag, values)

    def _begin_link(self, href: str) -> None:
        if _BACK.fullmatch(href):
            self._dropped += 1
        elif _NOTE.fullmatch(href.removeprefix("#")) and href.startswith("#"):
            self._runs.append(_Run("", markdown=f"[^{self._number(href[1:])}]"))
            self._dropped += 1
        else:
            self._link = (href, len(self._runs))

    def _number(self, note: str) -> int:
        """A note's number: notes count from 1, as they are met."""
        return self._notes.setdefault(note, len(self._notes) + 1)

    def _begin_block(self, tag: str, values: dict[str, str]) -> None:
        heading = _HEADING.fullmatch(tag)
        if heading is not None:
            self._heading = int(heading[1])
        elif tag == "blockquote":
            self._containers.append("> ")
            self._first.append("> ")
        elif tag == "li":
            note = values.get("id", "")
            if _NOTE.fullmatch(note):
                first, rest = f"[^{self._number(note)}]: ", "    "
            else:
                first, rest = ("1. ", "   ") if self._lists[-1:] == ["ol"] else ("- ", "  ")
            self._first.append(first)
            self._containers.append(rest)
        elif tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._outer.append(self.blocks)
            self.blocks = []

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag in _MARKS and tag in self._marks:
            self._marks.remove(tag)
        elif tag == "a":
            self._end_link()
        elif tag in ("blockquote", "li") and self._containers:
            self.flush()
            self._containers.pop()
            self._first.pop()
        elif tag in ("ul", "ol") and self._lists:
            self.flush()
            self._lists.pop()
        elif tag in ("td", "th") and self._outer:
            self.flush()
            cell, self.blocks = self.blocks, self._outer.pop()
            self._tables[-1].rows[-1].append(cell)
        elif tag == "table" and self._tables:
            self.blocks.extend(self._tables.pop().lines())
        elif tag == "p" or _HEADING.fullmatch(tag):
            self.flush()

    def _end_link(self) -> None:
        if self._link is None:
            self._dropped = max(self._dropped - 1, 0)
            return
        (href, begun), self._link = self._link, None
        text = "".join(run.text for run in self._runs[begun:])
        if href.startswith(("http://", "https://", "mailto:")) and text.strip():
            address = href.replace("<", "%3C").replace(">", "%3E")
            self._runs[begun:] = [_Run(text, markdown=f"[{_escaped(text)}](<{address}>)")]

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._dropped:
            self._runs.append(_Run(data.replace("\n", " "), frozenset(self._marks)))

    def flush(self) -> None:
        """Make a block of the words that there are."""
        runs, self._runs = self._runs, []
        heading, self._heading = self._heading, 0
        if not "".join(run.text + run.markdown for run in runs).strip():
            return
        text = _inline(runs)
        if heading:
            text = f"{'#' * heading} {' '.join(text.replace(chr(92) + _BREAK, ' ').split())}"
        first = "".join([*self._containers[:-1], *self._first[-1:]])
        rest = "".join(self._containers)
        self._first = list(self._containers)
        cell = " ".join(text.replace("\\\n", " ").split()) if self._outer else text
        self.blocks.append(first + cell.replace("\n", f"\n{rest}"))


def _escaped(text: str) -> str:
    """Words as Markdown, with the blanks at their ends and with line breaks."""
    core = text.strip(" \t\n")
    if not core:
        return text
    begin = text.index(core)
    lines = (escaped_markdown(line.strip(" \t")) for line in core.split("\n"))
    return text[:begin] + "\\\n".join(line for line in lines) + text[begin + len(core) :]


def _inline(runs: list[_Run]) -> str:
    """A paragraph's words; with marks, as long as those leave the words what they are."""
    merged = _merged(runs)
    plain = _joined([_escaped(run.text) if not run.markdown else run.markdown for run in merged])
    marked = _joined([_marked(run) for run in merged])
    return marked if marked == plain or _words(marked) == _words(plain) else plain


def _joined(parts: list[str]) -> str:
    lines = "".join(parts).replace("\\\n", "\n").split("\n")
    return "\\\n".join(line for line in (each.strip(" \t") for each in lines) if line)


def _words(markdown: str) -> list[str]:
    return [passage.text for passage in read_body(markdown)[0]]


def _merged(runs: list[_Run]) -> list[_Run]:
    """Neighbours with the same marks as one; Word cuts runs wherever somebody stopped typing."""
    merged: list[_Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last is not None and not run.markdown and not last.markdown and last.marks == run.marks:
            merged[-1] = _Run(last.text + run.text, run.marks)
        else:
            merged.append(run)
    return merged


def _marked(run: _Run) -> str:
    """A run with its marks around letters only: Markdown knows them best where no blank or stop is at their ends."""
    found = _EDGES.fullmatch(run.text)
    if run.markdown or not run.marks or found is None or not found[2] or "\n" in found[2]:
        return run.markdown or _escaped(run.text)
    marks = "".join(_MARKS[mark] for mark in sorted(run.marks, reverse=True))
    return f"{_escaped(found[1])}{marks}{_escaped(found[2])}{marks[::-1]}{_escaped(found[3])}"
