"""The text boxes of a Word document, in the one form that mammoth reads.

Word writes a box twice, as a drawing and as a fallback for old programs, and mammoth reads the fallback. Other programs
write the drawing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(
    rb"<(/?)(mc:AlternateContent|mc:Choice|mc:Fallback|w:drawing|w:txbxContent)\b[^>]*?(/?)>", re.DOTALL
)
_PICTURE = re.compile(rb"<a:blip\b|<v:imagedata\b")
# What is drawn from other parts of the document; its words aren't in the text.
_DRAWN = re.compile(rb"<(?:dgm:relIds|c:chart)\b")
_NO_PICTURE = b"<a:blip/>"
_MOST_DEPTH = 60


@dataclass(slots=True)
class _Element:
    """An element of those that matter here: where it stands, where its inside does, and what of them is in it."""

    name: bytes
    start: int
    inside: int
    inside_end: int = 0
    end: int = 0
    children: list[_Element] = field(default_factory=list)

    def below(self, name: bytes, unless: bytes = b"") -> Iterator[_Element]:
        """The elements of that name, not looking into those of another."""
        for child in self.children:
            if child.name == name:
                yield child
            elif child.name != unless:
                yield from child.below(name, unless)


def unboxed(content: bytes) -> bytes:
    """A part of a document with each text box once, as old programs have them; as it is where it isn't sound."""
    if b"<w:drawing" not in content and b"<mc:AlternateContent" not in content:
        return content
    root = _tree(content)
    return content if root is None else _rendered(content, root)


def _tree(content: bytes) -> _Element | None:
    root = _Element(b"", 0, 0, len(content), len(content))
    open_elements = [root]
    for tag in _TAG.finditer(content):
        if not tag[1]:
            element = _Element(tag[2], tag.start(), tag.end(), tag.end(), tag.end())
            open_elements[-1].children.append(element)
            if not tag[3]:
                open_elements.append(element)
            if len(open_elements) > _MOST_DEPTH:
                return None
        elif open_elements[-1].name != tag[2]:
            return None
        else:
            element = open_elements.pop()
            element.inside_end, element.end = tag.start(), tag.end()
    return root if len(open_elements) == 1 else None


def _rendered(content: bytes, element: _Element) -> bytes:
    """What is inside of an element, with the elements in it made plain."""
    pieces: list[bytes] = []
    position = element.inside
    for child in element.children:
        pieces += (content[position : child.start], _plain(content, child))
        position = child.end
    return b"".join((*pieces, content[position : element.inside_end]))


def _plain(content: bytes, element: _Element) -> bytes:
    if element.name == b"mc:AlternateContent":
        chosen = _chosen(element)
        return _rendered(content, chosen) if chosen is not None else b""
    if element.name == b"w:drawing":
        return _drawing(content, element)
    opening, closing = content[element.start : element.inside], content[element.inside_end : element.end]
    return opening + _rendered(content, element) + closing


def _chosen(alternatives: _Element) -> _Element | None:
    """The fallback, unless it lacks the words that the first choice has."""
    choice = next((each for each in alternatives.children if each.name == b"mc:Choice"), None)
    fallback = next((each for each in alternatives.children if each.name == b"mc:Fallback"), None)
    if choice is None or fallback is None:
        return choice or fallback
    boxes, others = (sum(1 for _ in each.below(b"w:txbxContent")) for each in (choice, fallback))
    return choice if boxes > others else fallback


def _drawing(content: bytes, drawing: _Element) -> bytes:
    """Its boxes where it has some, then a mark for each picture; else as it is."""
    boxes = list(drawing.below(b"w:txbxContent", unless=b"w:drawing"))
    written = content[drawing.start : drawing.end]
    if not boxes:
        return _NO_PICTURE if _DRAWN.search(written) else written
    inside = b"".join(_plain(content, box) for box in boxes)
    pictures = max(len(_PICTURE.findall(written)) - len(_PICTURE.findall(inside)), 0)
    return b"<w:pict>" + inside + b"</w:pict>" + _NO_PICTURE * pictures
