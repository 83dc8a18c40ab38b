"""A passage while it is being read, and the place where drafts gather in order."""

from __future__ import annotations

import msgspec

from allocution.content.body.lines import Lines
from allocution.model.finding import Finding, Place, Severity
from allocution.model.passages import PassageKind, Span, SpanKind

NESTING_LIMIT = 64
EMPTY_SPANS = frozenset({SpanKind.IMAGE, SpanKind.FOOTNOTE, SpanKind.SHORTCODE})


class Mark(msgspec.Struct, frozen=True):
    """A span whose end hasn't been reached; `key` names what closes it."""

    key: str
    kind: SpanKind
    value: str = ""
    title: str = ""
    start: int = 0


class Draft(msgspec.Struct):
    """One passage in the making."""

    kind: PassageKind
    line: int
    depth: int = 0
    level: int = 0
    label: str = ""
    parts: list[str] = msgspec.field(default_factory=list)
    length: int = 0
    spans: list[Span] = msgspec.field(default_factory=list)
    open: list[Mark] = msgspec.field(default_factory=list)
    spoken: bool = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def write(self, text: str) -> None:
        """Append text as it is."""
        self.parts.append(text)
        self.length += len(text)

    def cut(self, length: int) -> None:
        """Keep no more than that length."""
        self.parts = [self.text[:length]]
        self.length = len(self.parts[0])

    def trim(self) -> None:
        """Drop blanks at the end."""
        self.cut(len(self.text.rstrip()))

    def begin(self, mark: Mark) -> None:
        """Open a span here."""
        self.open.append(Mark(mark.key, mark.kind, mark.value, mark.title, self.length))

    def finish(self, key: str) -> bool:
        """Close the innermost span of that key; False where there is none."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].key == key:
                self._keep(self.open.pop(index))
                return True
        return False

    def finish_all(self) -> None:
        """Close whatever is open."""
        while self.open:
            self._keep(self.open.pop())

    def add(self, kind: SpanKind, text: str = "", value: str = "", title: str = "") -> None:
        """Append text as one span."""
        start = self.length
        self.write(text)
        if self.length > start or kind in EMPTY_SPANS:
            self.spans.append(Span(start, self.length, kind, value, title))

    def _keep(self, mark: Mark) -> None:
        if self.length > mark.start or mark.kind is SpanKind.IMAGE:
            self.spans.append(Span(mark.start, self.length, mark.kind, mark.value, mark.title))


class Manuscript:
    """The drafts read so far, the one being read, and what was found on the way.

    Spans opened by shortcodes (`lasting`) go on from one draft to the next until they are closed.
    `containers` are the quotations, lists and footnotes around the reading point, innermost last.
    """

    def __init__(self, path: str, lines: Lines) -> None:
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.containers: list[PassageKind] = []
        self.label = ""
        self.muted = ""
        self.findings: list[Finding] = []
        self._lasting: dict[str, Mark] = {}
        self._path = path
        self._lines = lines
        self._told: set[str] = set()

    @property
    def depth(self) -> int:
        """How many quotations and lists are open, at most the limit."""
        return min(len(self.containers), NESTING_LIMIT)

    def begin(self, kind: PassageKind, offset: int, level: int = 0) -> Draft:
        """Start a passage; its kind gives way to that of the container around it if it's speech."""
        self.end()
        if kind is PassageKind.SPEECH and self.containers:
            kind = self.containers[-1]
        if len(self.containers) > NESTING_LIMIT:
            self.find_once("nesting-too-deep", Severity.WARNING, offset, limit=str(NESTING_LIMIT))
        self.current = Draft(kind, self._lines.line(offset), self.depth, level, self.label)
        self.label = ""
        for mark in self._lasting.values():
            self.current.begin(mark)
        return self.current

    def draft(self, offset: int) -> Draft:
        """The passage being read; a new one where none is."""
        return self.current or self.begin(PassageKind.SPEECH, offset)

    def end(self) -> None:
        """Finish the passage being read, if any."""
        draft, self.current, self.muted = self.current, None, ""
        if draft is None:
            return
        draft.finish_all()
        shows = any(span.kind in EMPTY_SPANS for span in draft.spans)
        if shows or draft.kind is PassageKind.RULE or draft.text.strip():
            self.drafts.append(draft)
        elif draft.label:
            self.label = draft.label

    def write(self, text: str, offset: int) -> None:
        """Append text to the passage being read, unless what is read now is no text (a script)."""
        if self.muted or not text:
            return
        draft = self.draft(offset)
        draft.write(text)
        if not draft.spoken and not text.isspace():
            draft.spoken = not any(mark.kind is SpanKind.IMAGE for mark in draft.open)

    def open(self, mark: Mark, offset: int) -> bool:
        """Open a span; False where spans are nested too deep already."""
        draft = self.draft(offset)
        if len(draft.open) >= NESTING_LIMIT:
            self.find_once("nesting-too-deep", Severity.WARNING, offset, limit=str(NESTING_LIMIT))
            return False
        draft.begin(mark)
        return True

    def open_lasting(self, mark: Mark, offset: int) -> None:
        """Open a span that lasts over passages until it's closed."""
        if len(self._lasting) < NESTING_LIMIT:
            self._lasting[mark.key] = mark
            if self.current is not None:
                self.current.begin(mark)
        else:
            self.find_once("nesting-too-deep", Severity.WARNING, offset, limit=str(NESTING_LIMIT))

    def close_lasting(self, key: str) -> None:
        """Close a lasting span."""
        self._lasting.pop(key, None)
        if self.current is not None:
            self.current.finish(key)

    def find(self, code: str, severity: Severity, offset: int, **parameters: str) -> None:
        """Report a finding at that offset of what is being read."""
        place = Place(self._path, self._lines.line(offset), self._lines.column(offset))
        self.findings.append(Finding(code, severity, place, tuple(sorted(parameters.items()))))

    def find_once(self, code: str, severity: Severity, offset: int, **parameters: str) -> None:
        """Report a finding unless one of the same code and parameters was reported before."""
        key = "\0".join((code, *parameters.values()))
        if key not in self._told:
            self._told.add(key)
            self.find(code, severity, offset, **parameters)
