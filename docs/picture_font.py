"""Makes the typeface of pictures for social networks out of Source Serif 4 (OFL), in `src/allocution/site/fonts/`.

    python docs/picture_font.py FOLDER     # where SourceSerif4-Regular.ttf and SourceSerif4-Semibold.ttf are

Only the letters that pictures may need are kept, and kerning as a plain table, which needs no shaping library to be
applied. The licence reserves the name, so the result has another one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

from allocution.views.pictures import LETTERS

FONTS = Path(__file__).parents[1] / "src/allocution/site/fonts"
NAME = "Allocution Serif"
LEAST_KERNING = 6  # thousandths of the size
MOST_PAIRS = 10_000  # of a kern table, whose length has 16 bits


def pairs(font: Any) -> dict[tuple[str, str], int]:
    """How much nearer each two glyphs stand, as the font's pair positioning has it; the first that says so decides."""
    wanted = set(font.getGlyphOrder())
    found: dict[tuple[str, str], int] = {}
    table = font["GPOS"].table
    kerning = {index for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern"
               for index in record.Feature.LookupListIndex}  # fmt: skip
    for index in sorted(kerning):
        for subtable in table.LookupList.Lookup[index].SubTable:
            actual = subtable.ExtSubTable if subtable.LookupType == 9 else subtable
            for left, right, value in _of(actual) if actual.LookupType == 2 else ():
                if left in wanted and right in wanted:
                    found.setdefault((left, right), value)
    return found


def _of(subtable: Any) -> Iterator[tuple[str, str, int]]:
    covered = subtable.Coverage.glyphs
    if subtable.Format == 1:
        for left, pair_set in zip(covered, subtable.PairSet, strict=True):
            for record in pair_set.PairValueRecord:
                yield left, record.SecondGlyph, getattr(record.Value1, "XAdvance", 0)
        return
    second: dict[int, list[str]] = {}
    for glyph, number in subtable.ClassDef2.classDefs.items():
        second.setdefault(number, []).append(glyph)
    for left in covered:
        row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
        for number, glyphs in second.items():
            value = getattr(row[number].Value1, "XAdvance", 0) if row[number].Value1 else 0
            yield from ((left, glyph, value) for glyph in glyphs)


def make(source: Path, weight: str) -> None:
    """One weight of the typeface."""
    font = TTFont(source / f"SourceSerif4-{weight}.ttf")
    options = Options(
        layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    chosen = sorted(pairs(font).items(), key=lambda item: (-abs(item[1]), item[0]))[:MOST_PAIRS]
    kerning = KernTable_format_0()
    kerning.coverage, kerning.format, kerning.apple = 1, 0, False
    kerning.kernTable = {pair: value for pair, value in chosen if abs(value) >= LEAST_KERNING}
    font["kern"] = newTable("kern")
    font["kern"].version, font["kern"].kernTables = 0, [kerning]
    for tag in ("GPOS", "GSUB", "GDEF", "STAT", "DSIG", "BASE"):
        if tag in font:
            del font[tag]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            text = NAME if record.nameID == 1 else f"{NAME} {weight}"
            record.string = text.replace(" ", "") if record.nameID == 6 else text
    font.recalcTimestamp = False
    font.save(FONTS / f"serif-{weight.lower()}.ttf")


if __name__ == "__main__":
    for each in ("Regular", "Semibold"):
        make(Path(sys.argv[1]), each)
