"""An original and its translation as rows of HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import msgspec

from allocution.model.passages import Passage, PassageKind
from allocution.site.direction import lang_attributes
from allocution.site.passage_html import BodyWording, marked_html
from allocution.views.contract import Link
from allocution.views.statement_contract import SideBySideView

_CLASSES = {
    PassageKind.STAGE_NOTE: "stage",
    PassageKind.GAP: "gap",
    PassageKind.INTERRUPTION: "interruption",
    PassageKind.HEADING: "heading",
    PassageKind.QUOTATION: "quotation",
}


class RowWriter(msgspec.Struct, frozen=True):
    """Writes the rows; `href` makes an address a link from the page, `resolve` a link of either text an address."""

    view: SideBySideView
    wording: BodyWording
    href: Callable[[str], str]
    resolve: tuple[Callable[[str], str], Callable[[str], str]]

    def html(self) -> str:
        """All rows."""
        numbers = [0, 0]
        return "".join(
            [self._row(row.begins, (row.original, row.translation), numbers) for row in self.view.rows]
        )

    def _row(self, begins: bool, sides: tuple[tuple[Passage, ...], ...], numbers: list[int]) -> str:
        heads = (self.view.original, self.view.translation)
        cells = [
            f"<div{lang_attributes(head.language)}>{self._cell(head, side, numbers, index)}</div>"
            for index, (head, side) in enumerate(zip(heads, sides, strict=True))
        ]
        return f'<div class="pair{" begins" if begins else ""}">{"".join(cells)}</div>\n'

    def _cell(self, head: Link, passages: tuple[Passage, ...], numbers: list[int], index: int) -> str:
        parts = []
        for passage in passages:
            number = ""
            for sentence in passage.sentences:
                numbers[index] += 1
                address = escape(f"{self.href(head.address)}#s-{sentence.identifier}")
                number = f'<a class="n" href="{address}">{numbers[index]}</a>'
            parts.append(self._piece(passage, head, number, self.resolve[index]))
        return " ".join(parts)

    def _piece(self, passage: Passage, head: Link, number: str, resolve: Callable[[str], str]) -> str:
        def from_here(address: str) -> str:
            return self.href(f"{head.address}{address}" if address.startswith("#") else resolve(address))

        text = marked_html(passage, self.wording, from_here)
        who = f'<b class="who">{escape(passage.speaker)}:</b> ' if passage.speaker else ""
        language = passage.sentences[0].language if passage.sentences else passage.language
        lang = lang_attributes(language, head.language)
        kind = _CLASSES.get(passage.kind, "")
        css = f' class="{kind}"' if kind else ""
        return f"<span{css}{lang}>{number}{who}{text}</span>"
