"""What a shortcode means in a passage: text and spans, never an embed."""

from __future__ import annotations

from collections.abc import Mapping

from allocution.content.body.addresses import is_safe
from allocution.content.body.draft import Manuscript, Mark
from allocution.content.body.shortcodes import PAIRED, Part, Shortcode
from allocution.model.finding import Severity
from allocution.model.passages import PassageKind, SpanKind

# Documented embeds of Hugo: the address of what they would have shown, by positional or named arguments.
EMBED_ADDRESSES: dict[str, tuple[str, tuple[str, ...]]] = {
    "gist": ("https://gist.github.com/{}/{}", ("user", "id")),
    "instagram": ("https://www.instagram.com/p/{}/", ("id",)),
    "tweet": ("https://x.com/{}/status/{}", ("user", "id")),
    "x": ("https://x.com/{}/status/{}", ("user", "id")),
    "vimeo": ("https://vimeo.com/{}", ("id",)),
    "youtube": ("https://www.youtube.com/watch?v={}", ("id",)),
}
SAME_AS = {
    "instagram_simple": "instagram", "twitter": "tweet", "twitter_simple": "tweet", "x_simple": "x",
    "vimeo_simple": "vimeo",
}  # fmt: skip


def embed_address(code: Shortcode) -> str:
    """The address behind an embed, or nothing."""
    if code.name not in EMBED_ADDRESSES and code.name not in SAME_AS:
        return ""
    pattern, names = EMBED_ADDRESSES[SAME_AS.get(code.name, code.name)]
    values = [code.argument(name, position) for position, name in enumerate(names)]
    if code.name in ("tweet", "twitter", "twitter_simple") and not values[1]:
        values = ["i", values[0]]
    return pattern.format(*values) if all(values) else ""


def address_of(code: Shortcode) -> str:
    """What a shortcode inside an address stands for: «ref:path», a parameter's name, an embed's address."""
    if code.name in ("ref", "relref"):
        return f"ref:{code.argument('path', 0)}"
    return embed_address(code) or code.source


def apply(code: Shortcode, manuscript: Manuscript, offset: int, parameters: Mapping[str, str]) -> None:
    """Write what a shortcode means at this place of the text."""
    if code.part is Part.LITERAL:
        manuscript.write(code.inner, offset)
    elif code.part is Part.END:
        manuscript.close_lasting(code.key)
    elif code.name in ("ref", "relref"):
        _link(manuscript, offset, address_of(code), code.argument("path", 0))
    elif address := embed_address(code):
        _link(manuscript, offset, address, address)
    elif code.name in WRITERS:
        WRITERS[code.name](code, manuscript, offset)
    elif code.name == "param":
        name = code.argument("name", 0)
        manuscript.draft(offset).add(SpanKind.SHORTCODE, parameters.get(name, ""), f"param:{name}")
    elif code.name == "lang" and code.part is Part.START:
        mark = Mark(code.key, SpanKind.FOREIGN, code.argument("tag", 0) or code.argument("lang"))
        manuscript.open_lasting(mark, offset)
    elif code.name not in PAIRED:
        _unknown(code, manuscript, offset)


def _link(manuscript: Manuscript, offset: int, address: str, text: str, title: str = "") -> None:
    if manuscript.muted:
        return
    if not is_safe(address):
        manuscript.find("link-unsafe", Severity.WARNING, offset, address=address[:100])
        manuscript.write(text, offset)
        return
    draft = manuscript.draft(offset)
    draft.spoken = True
    draft.add(SpanKind.LINK, text, address, title)


def _figure(code: Shortcode, manuscript: Manuscript, offset: int) -> None:
    """An image, then its title, caption and attribution, each on a line of its own."""
    draft = manuscript.draft(offset)
    source, link, attribution_link = code.argument("src", 0), code.argument("link"), code.argument("attrlink")
    linked = bool(link) and is_safe(link) and manuscript.open(Mark("figure", SpanKind.LINK, link), offset)
    if source and is_safe(source):
        draft.add(SpanKind.IMAGE, code.argument("alt"), source)
    else:
        draft.write(code.argument("alt"))
    if linked:
        draft.finish("figure")
    for text in filter(None, (code.argument("title"), code.argument("caption"))):
        draft.write(f"\n{text}" if draft.length else text)
    if attribution := code.argument("attr"):
        draft.write("\n" if draft.length else "")
        safe = bool(attribution_link) and is_safe(attribution_link)
        draft.add(SpanKind.LINK, attribution, attribution_link) if safe else draft.write(attribution)


def _code(code: Shortcode, manuscript: Manuscript, offset: int) -> None:
    if manuscript.current is None or not manuscript.current.text.strip():
        manuscript.begin(PassageKind.CODE, offset).write(code.inner.strip("\n"))
        manuscript.end()
    else:
        manuscript.current.spoken = True
        manuscript.current.add(SpanKind.CODE, code.inner.strip("\n"))


def _details(code: Shortcode, manuscript: Manuscript, offset: int) -> None:
    """Its summary becomes a heading of the lowest level; what is inside goes on as passages."""
    summary = code.argument("summary") or code.argument("title")
    if summary:
        manuscript.begin(PassageKind.HEADING, offset, level=6).write(summary)
        manuscript.end()


def _qr(code: Shortcode, manuscript: Manuscript, offset: int) -> None:
    """The text of a QR code; a link if it's an address. Text between the tags is read as any other."""
    text = code.argument("text", 0)
    if text.startswith(("http://", "https://")):
        _link(manuscript, offset, text, text)
    else:
        manuscript.write(text, offset)


def _unknown(code: Shortcode, manuscript: Manuscript, offset: int) -> None:
    mark = Mark(code.key, SpanKind.SHORTCODE, code.name)
    if code.part is Part.START:
        manuscript.open_lasting(mark, offset)
    else:
        manuscript.draft(offset).add(SpanKind.SHORTCODE, "", code.name)


WRITERS = {"figure": _figure, "highlight": _code, "details": _details, "qr": _qr}
