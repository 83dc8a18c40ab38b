"""A statement's words in TEI: utterances, segments, what happened meanwhile, what is missing, what was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from allocution.editions.collection import (
    Collection,
    MeantOtherwise,
    Published,
    sentence_anchor,
)
from allocution.editions.marks import Mark, marks_of, marks_within
from allocution.editions.stage_notes import Happening, element_of, happening
from allocution.editions.xml_markup import address_value, attributes, element, language_tag, text
from allocution.model.passages import Passage, PassageKind, Role, Sentence, Span, SpanKind
from allocution.model.person import PersonRole
from allocution.views.absolute import safe_address
from allocution.views.marked_text import interleave

_SIMPLE = {
    SpanKind.EMPHASIS: ('<hi rend="italic">', "</hi>"),
    SpanKind.STRONG: ('<hi rend="bold">', "</hi>"),
    SpanKind.STRUCK: ('<hi rend="strikethrough">', "</hi>"),
    SpanKind.CODE: ('<hi rend="monospace">', "</hi>"),
    SpanKind.LINE_BREAK: ("<lb/>", ""),
}
_BESIDE_SPEECH = frozenset(
    (PassageKind.STAGE_NOTE, PassageKind.GAP, PassageKind.RULE, PassageKind.MEDIA, PassageKind.FOOTNOTE)
)


@dataclass(slots=True)
class _Turn:
    """What one person says until another does; `next` and `prev` are the parts of a speech that was interrupted."""

    identifier: str
    role: Role
    who: str
    label: str
    parts: list[str] = field(default_factory=list)
    previous: str = ""
    next: str = ""

    def markup(self) -> str:
        label = element("note", text(f"{self.label}:"), type="speaker") + "\n" if self.label else ""
        pointers = {name: f"#{target}" if target else "" for name, target in self._pointers()}
        attribute = attributes(xml_id=self.identifier, ana=f"#role.{self.role}", **pointers)
        inside = "\n".join(self.parts)
        return f"{label}<u{attribute}>\n{inside}\n</u>"

    def _pointers(self) -> Iterator[tuple[str, str]]:
        yield from (("who", self.who), ("prev", self.previous), ("next", self.next))


def tei_text(collection: Collection, published: Published) -> str:
    """The element `text` of a statement."""
    return text_element(published, TextMarkup(collection, published))


def text_element(published: Published, markup: TextMarkup) -> str:
    """That element with its divisions."""
    divisions = markup.divisions()
    language = language_tag(published.collected.language)
    return f"<text{attributes(xml_lang=language)}>\n<body>\n{''.join(divisions)}</body>\n</text>\n"


class TextMarkup:
    """The words of a statement as they become markup, passage by passage."""

    def __init__(self, collection: Collection, published: Published) -> None:
        self._collection = collection
        self._published = published
        self._name = published.collected.name
        self._content: list[_Turn | str] = []
        self._waiting: list[str] = []
        self._turn: _Turn | None = None
        self._interrupted: _Turn | None = None
        self._turns = 0
        self._sentences = 0
        self._notes = {
            passage.label: f"{self._name}.note-{number}"
            for number, passage in enumerate(published.body.passages, start=1)
            if passage.kind is PassageKind.FOOTNOTE
        }

    def divisions(self) -> Iterator[str]:
        """A division, and one more for each heading."""
        opening, headed = '<div type="statement">', False
        for number, (passage, meant) in enumerate(self._published.passages(), start=1):
            if passage.kind is not PassageKind.HEADING:
                self._passage(number, passage, meant)
                continue
            if headed or self._content or self._waiting:
                yield self._division(opening)
            head = element("head", self._content_of(passage, meant), xml_id=f"{self._name}.p{number}")
            opening, headed = f'<div type="section" n="{max(passage.level, 1)}">\n{head}', True
        yield self._division(opening)

    def _division(self, opening: str) -> str:
        self._end_turn()
        self._interrupted = None
        inside = "".join(f"{each.markup() if isinstance(each, _Turn) else each}\n" for each in self._content)
        self._content = []
        return f"{opening}\n{inside}</div>\n"

    def _end_turn(self) -> None:
        self._turn = None
        self._content += self._waiting
        self._waiting = []

    def _passage(self, number: int, passage: Passage, meant: MeantOtherwise) -> None:
        if passage.kind in _BESIDE_SPEECH:
            self._waiting.append(self._beside(passage, meant))
            return
        turn = self._turn
        if turn is None or passage.speaker or turn.role is not passage.role:
            turn = self._next_turn(passage)
        turn.parts += self._waiting
        self._waiting = []
        turn.parts.append(self._segment(number, passage, meant))

    def _next_turn(self, passage: Passage) -> _Turn:
        before = self._turn
        if before is not None and passage.kind is PassageKind.INTERRUPTION and self._interrupted is None:
            self._interrupted = before
        self._end_turn()
        self._turns += 1
        turn = _Turn(f"{self._name}.u{self._turns}", passage.role, self._who(passage), passage.speaker)
        begun = self._interrupted
        if begun is not None and not passage.speaker and passage.role is begun.role:
            turn.previous, begun.next = begun.identifier, turn.identifier
        if passage.kind is not PassageKind.INTERRUPTION:
            self._interrupted = None
        self._turn = turn
        self._content.append(turn)
        return turn

    def _who(self, passage: Passage) -> str:
        """The person who speaks, where the text or the statement leaves no doubt."""
        collected = self._published.collected
        speakers, judges = collected.statement.speakers, collected.statement.judges
        for role, people in ((PersonRole.SPEAKER, speakers), (PersonRole.JUDGE, judges)):
            if any(person.name == passage.speaker for person in people):
                return self._collection.person(collected, role, passage.speaker)
        if passage.role is Role.DEFENDANT and len(speakers) == 1:
            return self._collection.person(collected, PersonRole.SPEAKER, speakers[0].name)
        return ""

    def _beside(self, passage: Passage, meant: MeantOtherwise) -> str:
        match passage.kind:
            case PassageKind.RULE:
                return '<milestone unit="section" rend="rule"/>'
            case PassageKind.FOOTNOTE:
                identifier = self._notes[passage.label]
                content = self._content_of(passage, meant)
                return element("note", content, xml_id=identifier, type="footnote", n=passage.label)
            case PassageKind.MEDIA:
                return element("note", self._content_of(passage, meant), type="media")
            case PassageKind.GAP:
                reason = next((span.value for span in passage.spans if span.kind is SpanKind.GAP), "")
                return element("gap", element("desc", text(passage.text)), reason=reason)
            case _:
                return stage_note(passage.text)

    def _segment(self, number: int, passage: Passage, meant: MeantOtherwise) -> str:
        content = self._content_of(passage, meant)
        if passage.kind is PassageKind.QUOTATION:
            content = element("quote", content)
        kind = "paragraph" if passage.kind in (PassageKind.SPEECH, PassageKind.INTERRUPTION) else passage.kind
        language = language_tag(passage.language) if passage.language else ""
        label = passage.label.strip()
        return element(
            "seg", content, xml_id=f"{self._name}.p{number}", type=kind, xml_lang=language, n=label
        )

    def _content_of(self, passage: Passage, meant: MeantOtherwise) -> str:
        """A passage's text, its sentences as segments."""
        marks = marks_of(passage, meant)
        return self._with_marks(passage, marks) if marks else self._unmarked(passage)

    def _unmarked(self, passage: Passage) -> str:
        """The text of a passage in which nothing is marked, as most are."""
        words = passage.text
        if text(words) != words:
            return self._with_marks(passage, ())
        parts, at = [], 0
        for sentence in passage.sentences:
            start, end = sentence.start, sentence.end
            told = self._told(sentence)
            parts.append(f'{words[at:start]}<seg type="sentence"{told}>{words[start:end]}</seg>')
            at = end
        parts.append(words[at:])
        return "".join(parts)

    def _with_marks(self, passage: Passage, marks: Sequence[Mark]) -> str:
        parts, at = [], 0
        for sentence in passage.sentences:
            parts.append(self._marked(passage, marks, at, sentence.start))
            parts.append(self._sentence(passage, marks, sentence))
            at = sentence.end
        parts.append(self._marked(passage, marks, at, len(passage.text)))
        return "".join(parts)

    def _sentence(self, passage: Passage, marks: Sequence[Mark], sentence: Sentence) -> str:
        attribute = self._told(sentence)
        inside = self._marked(passage, marks, sentence.start, sentence.end)
        return f'<seg type="sentence"{attribute}>{inside}</seg>'

    def _told(self, sentence: Sentence) -> str:
        """The attributes that the next sentence has."""
        self._sentences += 1
        identifier = f"{self._name}.{sentence_anchor(sentence)}"
        return f' xml:id="{identifier}" n="{self._sentences}" xml:lang="{language_tag(sentence.language)}"'

    def _marked(self, passage: Passage, marks: Sequence[Mark], start: int, end: int) -> str:
        if start >= end:
            return ""
        inside = marks_within(marks, start, end) if marks else ()
        if not inside:
            return text(passage.text[start:end])
        return interleave(passage.text, start, end, inside, lambda mark: self._tags(passage, mark))

    def _tags(self, passage: Passage, mark: Mark) -> tuple[str, str]:
        span = mark.span
        if span is None:
            return "<choice><sic>", f"</sic><corr>{text(mark.meant)}</corr></choice>"
        if span.kind in _SIMPLE:
            return _SIMPLE[span.kind]
        match span.kind:
            case SpanKind.GAP:
                return f"<gap{attributes(reason=span.value)}><desc>", "</desc></gap>"
            case SpanKind.STAGE_NOTE:
                return _stage_tags(passage.text[span.start : span.end])
            case SpanKind.FOREIGN:
                return f"<foreign{attributes(xml_lang=language_tag(span.value))}>", "</foreign>"
            case SpanKind.FOOTNOTE:
                target = self._notes.get(span.value, "")
                return element(
                    "ref", text(span.value), type="footnote", target=f"#{target}" if target else ""
                ), ""
            case SpanKind.ADDRESS:
                return "", ""
            case SpanKind.LINK | SpanKind.IMAGE:
                return self._link(span)
            case _:
                return "<seg" + attributes(type="shortcode") + ">", "</seg>"

    def _link(self, span: Span) -> tuple[str, str]:
        address = safe_address(self._collection.address_of_link(span.value))
        kind = "image" if span.kind is SpanKind.IMAGE else ""
        return f"<ref{attributes(type=kind, target=address_value(address))}>", "</ref>"


def stage_note(note: str) -> str:
    """A stage note by itself: what happened, or what the transcriber tells."""
    if happening(note) is Happening.COMMENT:
        return element("note", text(note), type="comment")
    opening, closing = _stage_tags(note)
    return f"{opening}{text(note)}{closing}"


def _stage_tags(note: str) -> tuple[str, str]:
    found = happening(note)
    name = element_of(found)
    return f"<{name}{attributes(type=found)}><desc>", f"</desc></{name}>"
