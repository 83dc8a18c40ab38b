"""Pictures for social networks, drawn with Pillow: quiet type on paper, sixteen colours.

Pillow is loaded when the first picture is drawn. Its plain layout is used and no shaping library, so that a picture is
the same on every machine; kerning comes from the typeface itself.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from allocution.views.statement_contract import Picture

WIDTH, HEIGHT = 1200, 630
_MARGIN, _MEASURE = 84, 1032
_BASE = 560  # where the archive's name stands
_PAPER, _INK, _ACCENT = (251, 250, 247), (29, 27, 24), (140, 47, 35)
_SHADES = 15  # from paper to ink; one more colour is the accent
_QUIET = 168  # of 255: how dark what is less important is
_QUOTES = {"en": ("“", "”")}
Load = Callable[[str], bytes]


def draw(picture: Picture, load: Load) -> bytes:
    """A picture as PNG; `load` gives a file of the typeface."""
    pillow = import_module("PIL.Image")
    ink = pillow.new("L", (WIDTH, HEIGHT), 0)
    canvas = import_module("PIL.ImageDraw").Draw(ink)
    room = _BASE - 70 - _MARGIN
    top = _MARGIN - 14
    for ((size, weight, tone), lines), gap in zip(_fitted(picture, load, room), _GAPS, strict=True):
        font = _font(load, weight, size)
        for line in lines:
            canvas.text((_MARGIN, top), line, fill=tone, font=font)
            top += _line(size)
        top += gap if lines else 0
    canvas.text((_MARGIN, _BASE), picture.archive, fill=_QUIET, font=_font(load, "regular", 27))
    return _encoded(pillow, ink)


_GAPS = (16, 40, 0)  # below each of the texts
_SCALES = ((1.0, 1.4), (1.0, 1.2), (1.0, 1.0), (0.9, 0.9), (0.8, 0.8), (0.7, 0.7), (0.6, 0.6))
_Style = tuple[int, str, int]
_Block = tuple[_Style, list[str]]


def _fitted(picture: Picture, load: Load, room: int) -> list[_Block]:
    """Style and lines of the three texts, in the largest sizes in which all of them fit."""
    opening, closing = _QUOTES.get(picture.language, ("«", "»"))
    quoted = picture.sentence.translate({171: 8222, 187: 8220}) if opening == "«" else picture.sentence
    texts = (picture.heading, picture.charge, f"{opening}{quoted}{closing}" if quoted else "")
    found: list[_Block] = []
    for scale, spoken in _SCALES:
        styles = ((round(76 * scale), "semibold", 255), (round(36 * scale), "regular", _QUIET),
                  (round(44 * spoken), "regular", 255))  # fmt: skip
        fonts = [_font(load, weight, size) for size, weight, _ in styles]
        found = [
            (style, _balanced(text, font)) for style, text, font in zip(styles, texts, fonts, strict=True)
        ]
        if _height(found) <= room:
            return found
    return _cut(found, room)


def _height(blocks: Sequence[_Block]) -> int:
    return sum(
        len(lines) * _line(style[0]) + gap for (style, lines), gap in zip(blocks, _GAPS, strict=True) if lines
    )


def _balanced(text: str, font: Any) -> list[str]:
    """The text in as few lines as it needs, as even as they can be."""
    fewest = list(_lines(text, font, _MEASURE))
    narrow, wide = _MEASURE // 2, _MEASURE
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        lines = list(_lines(text, font, middle))
        if len(lines) > len(fewest) or any(line.endswith("…") for line in lines):
            narrow = middle
        else:
            fewest, wide = lines, middle
    return fewest


def _cut(found: Sequence[_Block], room: int) -> list[_Block]:
    """As many lines as there is room for; a sentence that would have to be cut is left out."""
    shown: list[_Block] = []
    for (style, lines), gap in zip(found, _GAPS, strict=True):
        fit = max(0, (room - gap) // _line(style[0]))
        kept = lines[:fit] if gap or len(lines) <= fit else []
        if len(kept) < len(lines) and kept:
            kept[-1] = f"{kept[-1].rstrip(' ,.;:')}…"
        room -= len(kept) * _line(style[0]) + (gap if kept else 0)
        shown.append((style, kept))
    return shown


def _lines(text: str, font: Any, measure: int) -> Iterator[str]:
    """The text in lines that are as wide as the measure; a word that is wider is cut."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if not line or font.getlength(longer) <= measure:
            line = longer
            continue
        yield _narrowed(line, font, measure)
        line = word
    if line:
        yield _narrowed(line, font, measure)


def _narrowed(line: str, font: Any, measure: int) -> str:
    if font.getlength(line) <= measure:
        return line
    while line and font.getlength(f"{line}…") > measure:
        line = line[:-1]
    return f"{line}…"


def _line(size: int) -> int:
    """How far lines of a size are from each other."""
    return round(size * (1.16 if size > 50 else 1.32))


def _encoded(pillow: Any, ink: Any) -> bytes:
    """The drawing as a PNG of four bits: shades from paper to ink, and a bar in the accent."""
    levels = ink.point([round(value * (_SHADES - 1) / 255) for value in range(256)])
    shown = pillow.new("P", (WIDTH, HEIGHT))
    shown.putdata(levels.tobytes())
    shown.putpalette([round(paper + (dark - paper) * level / (_SHADES - 1))
                      for level in range(_SHADES) for paper, dark in zip(_PAPER, _INK, strict=True)]
                     + list(_ACCENT))  # fmt: skip
    shown.paste(_SHADES, (0, 0, 18, HEIGHT))
    shown.paste(_SHADES, (_MARGIN, _BASE - 24, _MARGIN + 120, _BASE - 21))
    written = io.BytesIO()
    shown.save(written, "PNG", bits=4, optimize=True)
    return written.getvalue()


@lru_cache(maxsize=32)
def _font(load: Load, weight: str, size: int) -> Any:
    fonts = import_module("PIL.ImageFont")
    data = io.BytesIO(load(f"serif-{weight}.ttf"))
    return fonts.truetype(data, size, layout_engine=fonts.Layout.BASIC)
