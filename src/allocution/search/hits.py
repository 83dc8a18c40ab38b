"""Rows of a catalogue as hits: their sentences with neighbours, statements and the words found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import apsw

from allocution.search.highlighting import Highlighter
from allocution.search.lexicon import IN_LIST, listed
from allocution.search.resolving import ResolvedLeaf
from allocution.search.results import Hit
from allocution.search.rows import SENTENCE_BITS, decode_meant
from allocution.search.terms import TermMaker

_PLACES = (1 << SENTENCE_BITS) - 1


class HitReader:
    """Reads hits from an open catalogue. `speakers_of` gives the names of who speaks in a statement."""

    def __init__(self, connection: apsw.Connection, speakers_of: Callable[[int], tuple[str, ...]]) -> None:
        self._connection = connection
        self._speakers_of = speakers_of
        self._maker = TermMaker()

    def read(self, rows: Sequence[int], resolved: Sequence[ResolvedLeaf]) -> tuple[Hit, ...]:
        """The hits that rows are, in their order, with the words that the leaves of a query stand on."""
        around = sorted({near for row in rows for near in (row - 1, row, row + 1)})
        sentences = {
            row[0]: row[1:]
            for row in self._connection.execute(
                f"SELECT id, anchor, language, role, text, corrections FROM sentences WHERE id IN ({IN_LIST})",
                (listed(around),),
            )
        }
        statements = {
            row[0]: row[1:]
            for row in self._connection.execute(
                f"SELECT id, address, title, date FROM statements WHERE id IN ({IN_LIST})",
                (listed({row >> SENTENCE_BITS for row in rows}),),
            )
        }
        highlighter = Highlighter(resolved, self._maker)
        return tuple(self._hit(row, statements, sentences, highlighter) for row in rows)

    def _hit(
        self,
        row: int,
        statements: dict[int, tuple[str, ...]],
        sentences: dict[int, tuple[str, ...]],
        highlighter: Highlighter,
    ) -> Hit:
        number = row >> SENTENCE_BITS
        address, title, date = statements[number]
        anchor, language, role, text, corrections = sentences[row]
        place = row & _PLACES
        before = sentences[row - 1][3] if place > 1 else ""
        after = sentences[row + 1][3] if place and row + 1 in sentences else ""
        return Hit(
            address=f"{address}#s-{anchor}" if anchor else address,
            page=address,
            title=title,
            speakers=self._speakers_of(number),
            date=date,
            language=language,
            role=role,
            text=text,
            before=before,
            after=after,
            matches=highlighter.matches(text, language, decode_meant(corrections)),
        )
