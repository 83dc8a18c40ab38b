"""The body of a statement: ordered passages, their sentences, and what is marked inside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a passage is."""

    SPEECH = "speech"
    INTERRUPTION = "interruption"
    STAGE_NOTE = "stage-note"
    GAP = "gap"
    QUOTATION = "quotation"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    VERSE = "verse"
    CODE = "code"
    RULE = "rule"
    MEDIA = "media"
    TABLE_ROW = "table-row"
    FOOTNOTE = "footnote"


class Role(StrEnum):
    """Who speaks in a passage, by office in the courtroom."""

    DEFENDANT = "defendant"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    DEFENCE = "defence"
    AUDIENCE = "audience"
    CLERK = "clerk"
    INTERPRETER = "interpreter"
    WITNESS = "witness"
    OTHER = "other"


class GapReason(StrEnum):
    """Why words are missing."""

    INAUDIBLE = "inaudible"
    CUT = "cut"
    MASKED = "masked"
    WITHHELD = "withheld"


class SpanKind(StrEnum):
    """What a stretch of text inside a passage is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    CODE = "code"
    LINK = "link"
    ADDRESS = "address"
    IMAGE = "image"
    STAGE_NOTE = "stage-note"
    GAP = "gap"
    LINE_BREAK = "line-break"
    FOREIGN = "foreign"
    SHORTCODE = "shortcode"
    FOOTNOTE = "footnote"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a passage's text: [start, end) in code points.

    `value` is a link's or image's address, one that is only said and leads nowhere, a gap's reason, a foreign
    stretch's language tag, a shortcode's name, a footnote's label, what was meant where a correction says so. Images,
    footnotes and shortcodes may be empty stretches. Within a passage, spans are sorted by start, the longer first, and
    never cross, but for corrections.
    """

    start: int
    end: int
    kind: SpanKind
    value: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """[start, end) of a sentence in its passage's text, its language, and its address in the page.

    `identifier` names this wording; `former` are the identifiers of earlier wordings of this sentence.
    """

    start: int
    end: int
    language: str
    identifier: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: plain text without markup, and what is marked in it.

    `line` is where it begins in the file. `depth` is the nesting of quotations and lists; `level` that of a
    heading (1 in a table's head). `label` is what a list shows before its item («-», «3.»; empty where an
    item goes on), or a footnote's label. The cells of a table's row are parted by tabs. `speaker` is the name
    or office written before the words («Судья») and no part of `text`, `role` what it was understood as.
    """

    kind: PassageKind
    text: str
    line: int
    sentences: tuple[Sentence, ...] = ()
    spans: tuple[Span, ...] = ()
    role: Role = Role.DEFENDANT
    speaker: str = ""
    language: str = ""
    level: int = 0
    depth: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class RemovedSentence:
    """An address whose sentence is gone: where it stood (before the sentence with index `before`)."""

    identifier: str
    before: int


@dataclass(frozen=True, slots=True)
class Body:
    """A statement's words in order."""

    passages: tuple[Passage, ...]
    removed: tuple[RemovedSentence, ...] = ()
