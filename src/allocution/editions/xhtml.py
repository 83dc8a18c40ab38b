"""A statement as XHTML that is HTML too: for books and for one file that opens anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from allocution.editions.collection import Collection, MeantOtherwise, Published, sentence_anchor
from allocution.editions.facts import facts
from allocution.editions.marks import Mark, marks_of, marks_within
from allocution.editions.xml_markup import address_value, attributes, element, language_tag, text
from allocution.model.passages import Passage, PassageKind, Sentence, SpanKind
from allocution.views.absolute import safe_address
from allocution.views.marked_text import HTML_TAGS, interleave

STYLE = """\
body{font-family:serif;line-height:1.5;margin:1em auto;max-width:38em;padding:0 1em;hyphens:auto;overflow-wrap:anywhere}
h1,h2,h3,h4{font-weight:600;line-height:1.2;hyphens:none}
.charge{font-style:italic;font-size:1.15em;line-height:1.3;margin:-.4em 0 1.2em;opacity:.85;hyphens:none}
dl{display:grid;grid-template-columns:minmax(5em,max-content) minmax(60%,1fr);gap:.2em 1.2em;font-size:.9em;
border:solid;border-width:1px 0;border-color:#8888;padding:.7em 0;line-height:1.4;hyphens:none}
dt{opacity:.75}dd{grid-column:2;margin:0}
.interruption{margin-left:2em}.stage,.gap{font-style:italic;opacity:.8}.item{margin-left:1.5em}
blockquote{border-left:2px solid #8888;margin:1em 0 1em .5em;padding-left:1em}hr{border:0;text-align:center}
hr::before{content:"*  *  *";white-space:pre;opacity:.7}
img{max-width:100%;max-height:95vh;height:auto}nav ol{list-style:none;padding-left:1.2em}nav>ol{padding-left:0}
nav>ol>li{margin-top:1em}nav>ol>li>span{font-weight:600}nav ol ol span{opacity:.75}nav li{margin:.2em 0}
.verse{margin-left:2em;white-space:pre-line}.meant{font-size:.85em;opacity:.8}.note{font-size:.9em}
"""
_TAGS = HTML_TAGS | {
    SpanKind.GAP: ('<span class="gap">', "</span>"),
    SpanKind.LINE_BREAK: ("<br/>", ""),
}
_CLASSES = {
    PassageKind.INTERRUPTION: "interruption",
    PassageKind.STAGE_NOTE: "stage",
    PassageKind.GAP: "gap",
    PassageKind.VERSE: "verse",
    PassageKind.LIST_ITEM: "item",
    PassageKind.FOOTNOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a statement is set: what its identifiers begin with, its heading's level, and whether the file is XML."""

    prefix: str = ""
    level: int = 1
    xml: bool = True


def statement_xhtml(collection: Collection, published: Published, setting: Setting) -> str:
    """A statement: its heading, what is known of it, its words."""
    collected = published.collected
    language = collection.site.interface_language(collected.item.site_language)
    body = _Body(collection, published, setting)
    who, charge = collected.heading_parts
    heading = element(f"h{setting.level}", text(who), **body.lang(collected.language))
    if charge:
        heading += "\n" + element("p", text(charge), class_="charge", **body.lang(collected.language))
    lines = list(facts(collection, collected))
    known = "".join(
        f"<dt>{text(label)}</dt>" + "".join(f"<dd>{text(value)}</dd>" for _, value in same) + "\n"
        for label, same in groupby(lines, key=lambda line: line[0])
        if label
    )
    told = "".join(element("p", text(notice), **body.lang(language)) for label, notice in lines if not label)
    address = collection.site.absolute(collected.item.address)
    link = (
        element("p", element("a", text(address), href=address_value(address)), class_="note")
        if address
        else ""
    )
    about = f"<dl{attributes(**body.lang(language))}>\n{known}</dl>\n" if known else ""
    words = "".join(f"{block}\n" for block in body.blocks())
    return (
        f"{heading}\n{about}{told}{link}\n<div{attributes(**body.lang(collected.language))}>\n{words}</div>\n"
    )


class _Body:
    def __init__(self, collection: Collection, published: Published, setting: Setting) -> None:
        self._collection = collection
        self._published = published
        self._setting = setting
        self._language = language_tag(published.collected.language)
        self._notes = {
            passage.label: f"{setting.prefix}fn-{number}"
            for number, passage in enumerate(published.body.passages, start=1)
            if passage.kind is PassageKind.FOOTNOTE
        }

    def lang(self, language: str) -> dict[str, str]:
        """The attributes that say what language a text is in; none where it isn't known."""
        tag = language_tag(language)
        if tag == "und":
            return {}
        return {"lang": tag, "xml_lang": tag} if self._setting.xml else {"lang": tag}

    def blocks(self) -> Iterator[str]:
        """The passages."""
        for passage, meant in self._published.passages():
            language = passage.language or self._language
            around = self.lang(language) if passage.language else {}
            yield self._block(passage, self._content(passage, meant, language_tag(language)), around)

    def _block(self, passage: Passage, content: str, around: dict[str, str]) -> str:
        if passage.speaker:
            content = f'<b class="who">{text(passage.speaker)}:</b> {content}'
        match passage.kind:
            case PassageKind.RULE:
                return "<hr/>"
            case PassageKind.HEADING:
                return element(
                    f"h{min(self._setting.level + max(passage.level - 1, 1), 6)}", content, **around
                )
            case PassageKind.QUOTATION:
                return element("blockquote", element("p", content), **around)
            case PassageKind.CODE:
                return element("pre", content or " ", **around)
            case PassageKind.FOOTNOTE:
                identifier = self._notes[passage.label]
                return element(
                    "p", f"<sup>{text(passage.label)}</sup> {content}", id=identifier, class_="note", **around
                )
            case _:
                label = f"{text(passage.label)} " if passage.label else ""
                return element("p", label + content or " ", class_=_CLASSES.get(passage.kind, ""), **around)

    def _content(self, passage: Passage, meant: MeantOtherwise, language: str) -> str:
        marks = marks_of(passage, meant)
        parts, at = [], 0
        for sentence in passage.sentences:
            parts.append(self._marked(passage, marks, at, sentence.start))
            parts.append(self._sentence(passage, marks, sentence, language))
            at = sentence.end
        parts.append(self._marked(passage, marks, at, len(passage.text)))
        return "".join(parts)

    def _sentence(self, passage: Passage, marks: Sequence[Mark], sentence: Sentence, around: str) -> str:
        inside = self._marked(passage, marks, sentence.start, sentence.end)
        own = self.lang(sentence.language) if language_tag(sentence.language) != around else {}
        return element("span", inside, id=f"{self._setting.prefix}{sentence_anchor(sentence)}", **own)

    def _marked(self, passage: Passage, marks: Sequence[Mark], start: int, end: int) -> str:
        inside = marks_within(marks, start, end) if marks and start < end else ()
        if not inside:
            return text(passage.text[start:end])
        return interleave(passage.text, start, end, inside, self._tags)

    def _tags(self, mark: Mark) -> tuple[str, str]:
        span = mark.span
        if span is None:
            return "", f' <span class="meant">[{text(mark.meant)}]</span>' if mark.meant else ""
        match span.kind:
            case kind if kind in _TAGS:
                return _TAGS[kind]
            case SpanKind.FOREIGN:
                return f"<span{attributes(**self.lang(span.value))}>", "</span>"
            case SpanKind.FOOTNOTE:
                target = self._notes.get(span.value, "")
                label = text(span.value)
                return f"<sup>{element('a', label, href=f'#{target}') if target else label}</sup>", ""
            case SpanKind.ADDRESS:
                return "", f" ({text(span.value)})"
            case SpanKind.LINK | SpanKind.IMAGE:
                address = self._collection.address_of_link(span.value)
                safe = address_value(safe_address(address))
                return (
                    (f"<a{attributes(href=safe)}>", "</a>")
                    if "://" in safe and span.end > span.start
                    else ("", "")
                )
            case _:
                return "", ""
