"""A statement's words as HTML for readers of feeds: no address of this site, no mark that needs a style."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import escape

from allocution.model.passages import Passage, PassageKind

_TAGS = {
    PassageKind.HEADING: "h3",
    PassageKind.CODE: "pre",
    PassageKind.STAGE_NOTE: "i",
    PassageKind.GAP: "i",
    PassageKind.QUOTATION: "blockquote",
    PassageKind.MEDIA: "i",
}


def feed_html(passages: Iterable[Passage]) -> str:
    """The passages in order."""
    return "".join(_parts(passages))


def _parts(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        if passage.kind is PassageKind.RULE:
            yield "<hr>"
            continue
        label = f"<b>{escape(passage.speaker)}:</b> " if passage.speaker else ""
        label += f"{escape(passage.label)} " if passage.label else ""
        text = str(escape(passage.text)).replace("\t", " · ")
        language = f' lang="{escape(passage.language)}"' if passage.language else ""
        tag = _TAGS.get(passage.kind, "")
        if tag in ("", "i"):
            inside = f"<i>{text}</i>" if tag else text
            yield f"<p{language}>{label}{_broken(inside)}</p>"
        else:
            yield f"<{tag}{language}>{label}{text if tag == 'pre' else _broken(text)}</{tag}>"


def _broken(text: str) -> str:
    return text.replace("\n", "<br>")
