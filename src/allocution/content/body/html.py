"""Raw HTML in a body: its text is kept, harmless tags become spans, nothing is passed on as markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from allocution.content.body.addresses import is_safe
from allocution.content.body.draft import Manuscript, Mark
from allocution.content.body.notes import find_notes
from allocution.model.finding import Severity
from allocution.model.passages import PassageKind, SpanKind

TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*+>|<[!?][^<>]*+>", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*+)(?=[\s/>])")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++))""")
SPANS = {
    "em": SpanKind.EMPHASIS, "i": SpanKind.EMPHASIS, "strong": SpanKind.STRONG, "b": SpanKind.STRONG,
    "s": SpanKind.STRUCK, "del": SpanKind.STRUCK, "strike": SpanKind.STRUCK, "code": SpanKind.CODE,
    "tt": SpanKind.CODE, "kbd": SpanKind.CODE,
}  # fmt: skip
HARMLESS = frozenset(
    """
    sup sub abbr mark span u ins small big q cite dfn var samp time data bdi bdo wbr font center ruby rt
    rp a img acronym label
    """.split()
)
BLOCKS = {
    "blockquote": PassageKind.QUOTATION, "li": PassageKind.LIST_ITEM, "dt": PassageKind.LIST_ITEM,
    "dd": PassageKind.LIST_ITEM, "pre": PassageKind.CODE, "tr": PassageKind.TABLE_ROW,
    **{f"h{level}": PassageKind.HEADING for level in range(1, 7)},
}  # fmt: skip
PLAIN_BLOCKS = frozenset(
    """
    p div section article aside header footer main nav figure figcaption address ul ol dl table thead
    tbody tfoot caption details summary hgroup td th
    """.split()
)
ACTIVE = frozenset(
    """
    iframe object embed applet form input button select option textarea video audio source track canvas
    svg math link meta base html head body title frame frameset noscript noframes template dialog param
    map area picture marquee blink slot portal fieldset legend optgroup output progress meter menu
    search col colgroup
    """.split()
)
SCRIPTS = frozenset({"script", "style"})


class HtmlReader:
    """Reads HTML into a manuscript; `clean` gives back what was hidden from Markdown in an attribute."""

    def __init__(self, manuscript: Manuscript, clean: Callable[[str], str]) -> None:
        self._manuscript = manuscript
        self._clean = clean

    def block(self, html: str, offset: int, write: Callable[[str, int], None]) -> None:
        """Read a block of HTML; `write` takes its text. Blocks inside it are passages of their own."""
        manuscript, at = self._manuscript, 0
        manuscript.end()
        while at < len(html):
            token = TOKEN.search(html, at)
            text = html[at : token.start() if token else len(html)]
            if text.strip() or (text and manuscript.current is not None):
                write(unescape(text if manuscript.current else text.lstrip()), offset)
            offset += len(text.encode())
            if token is None:
                break
            raw, at = token[0], token.end()
            self.tag(raw, offset, in_block=True)
            if manuscript.muted:
                at, raw = self._skip_script(html, at, token.start())
            offset += len(raw.encode())
        if manuscript.current is not None:
            manuscript.current.trim()
        manuscript.end()

    def _skip_script(self, html: str, at: int, start: int) -> tuple[int, str]:
        """Where a script or a style ends, and its source from `start`."""
        closing = re.compile(rf"</{self._manuscript.muted}\b[^>]*+>", re.IGNORECASE).search(html, at)
        self._manuscript.muted = ""
        end = closing.end() if closing else len(html)
        return end, html[start:end]

    def tag(self, raw: str, offset: int, in_block: bool = False) -> None:
        """Read one tag, comment or declaration."""
        manuscript = self._manuscript
        match = NAME.match(raw)
        if match is None:
            if not raw.startswith("<!"):
                manuscript.write(raw, offset)
            return
        name, closes = match[1].lower(), raw.startswith("</")
        if manuscript.muted:
            if closes and name == manuscript.muted:
                manuscript.muted = ""
        elif name in SCRIPTS:
            if not closes:
                manuscript.find("html-script", Severity.WARNING, offset, tag=name)
                manuscript.muted = name
        elif name in ("br", "hr"):
            self._break(name, offset)
        elif name in BLOCKS or name in PLAIN_BLOCKS:
            self._block_tag(name, closes, raw, offset, in_block)
        elif name in SPANS or name in HARMLESS:
            self._inline(name, closes, raw, offset)
        elif name in ACTIVE or "-" in name:
            manuscript.find_once("html-dropped", Severity.WARNING, offset, tag=name)
        else:
            if not find_notes(raw):
                manuscript.find_once("html-unknown", Severity.NOTE, offset, tag=name)
            manuscript.write(self._clean(raw), offset)

    def _break(self, name: str, offset: int) -> None:
        if name == "br":
            self._manuscript.draft(offset).add(SpanKind.LINE_BREAK, "\n")
        else:
            self._manuscript.begin(PassageKind.RULE, offset)
            self._manuscript.end()

    def _block_tag(self, name: str, closes: bool, raw: str, offset: int, in_block: bool) -> None:
        """The border of a block parts passages; in a block of HTML it also says what the passage is."""
        manuscript = self._manuscript
        if not in_block:
            manuscript.find_once("html-dropped", Severity.NOTE, offset, tag=name)
            return
        if name in ("td", "th"):
            if (
                not closes
                and manuscript.current is not None
                and manuscript.current.kind is PassageKind.TABLE_ROW
            ):
                manuscript.current.trim()
                manuscript.current.write("\t" if manuscript.current.length else "")
            return
        if manuscript.current is not None:
            manuscript.current.trim()
            if (
                name == "p"
                and manuscript.current.kind is not PassageKind.SPEECH
                and not manuscript.current.length
            ):
                return
        manuscript.end()
        language = dict(self._attributes(raw)).get("lang", "")
        if closes or (name not in BLOCKS and not language):
            return
        level = int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0
        draft = manuscript.begin(BLOCKS.get(name, PassageKind.SPEECH), offset, level)
        draft.label = "-" if name == "li" else draft.label
        if language:
            draft.begin(Mark(f"html {name}", SpanKind.FOREIGN, language))

    def _inline(self, name: str, closes: bool, raw: str, offset: int) -> None:
        manuscript, key = self._manuscript, f"html {name}"
        if closes:
            if manuscript.current is not None:
                manuscript.current.finish(key)
            return
        attributes = self._attributes(raw)
        if name == "img":
            self._image(attributes, offset)
        elif name == "a" and (address := attributes.get("href", "")):
            self._link(address, attributes.get("title", ""), key, offset)
        elif language := attributes.get("lang", ""):
            manuscript.open(Mark(key, SpanKind.FOREIGN, language), offset)
        elif name in SPANS:
            manuscript.open(Mark(key, SPANS[name]), offset)
        else:
            manuscript.find_once("html-dropped", Severity.NOTE, offset, tag=name)

    def _link(self, address: str, title: str, key: str, offset: int) -> None:
        if is_safe(address):
            self._manuscript.open(Mark(key, SpanKind.LINK, address, title), offset)
        else:
            self._manuscript.find("link-unsafe", Severity.WARNING, offset, address=address[:100])

    def _image(self, attributes: dict[str, str], offset: int) -> None:
        source, text = attributes.get("src", ""), attributes.get("alt", "")
        if source and is_safe(source):
            self._manuscript.draft(offset).add(SpanKind.IMAGE, text, source, attributes.get("title", ""))
        else:
            self._manuscript.find("link-unsafe", Severity.WARNING, offset, address=source[:100])
            self._manuscript.write(text, offset)

    def _attributes(self, raw: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for match in ATTRIBUTE.finditer(raw):
            value = match[2] if match[2] is not None else match[3] if match[3] is not None else match[4]
            attributes.setdefault(match[1].lower(), self._clean(unescape(value)))
        return attributes
