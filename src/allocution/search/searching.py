"""Queries answered from a catalogue."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nsmallest

import apsw

from allocution.language.folding import folded_key
from allocution.language.names import spelling_keys
from allocution.language.tokens import word_spans
from allocution.search.concordance import Frequency
from allocution.search.expressions import any_expression, leaf_expression, only_form, sentence_expression
from allocution.search.facets import FacetCounts
from allocution.search.hits import HitReader
from allocution.search.keyboards import in_other_layouts
from allocution.search.lexicon import IN_LIST, CatalogueLexicon, listed
from allocution.search.query import (
    And,
    Filter,
    Leaf,
    Node,
    Not,
    Note,
    Or,
    Query,
    leaves,
    notation,
    parse_query,
)
from allocution.search.ranking import Ranking, Within
from allocution.search.resolving import ResolvedLeaf, resolve
from allocution.search.results import Hit, Results
from allocution.search.rows import SENTENCE_BITS
from allocution.search.spoken import Spoken, spoken_in
from allocution.search.terms import LEMMA, lemma_keys_with_parts

_PAGE = 500
_PLACES = (1 << SENTENCE_BITS) - 1


_Ranked = list[tuple[float, int]]


@dataclass(frozen=True, slots=True)
class _Found:
    """How many rows each tier has: sentences with the exact forms, other sentences, statements that answer as a whole.

    The rows of the third are `whole`. `within` leaves the rows of the statements that a query is restricted to.
    `form` is what the exact expression asks for, where that is one alone. `ranked` are the first tier's rows, if known.
    """

    exact: int
    other: int
    whole: list[int]
    statements: set[int]
    within: Within
    expression: str
    exact_expression: str
    form: str = ""
    ranked: _Ranked | None = None

    @property
    def total(self) -> int:
        return self.exact + self.other + len(self.whole)


def _within(statements: set[int]) -> Within:
    first, last = min(statements, default=0), max(statements, default=0)
    bounds = (first << SENTENCE_BITS, (last + 1) << SENTENCE_BITS)
    if len(statements) == last - first + 1:
        return Within(" AND rowid >= ? AND rowid < ?", bounds)
    sql = f" AND rowid >= ? AND rowid < ? AND +rowid >> {SENTENCE_BITS} IN ({IN_LIST})"
    return Within(sql, (*bounds, listed(sorted(statements))))


_EVERYWHERE = Within()


class Searcher:
    """Answers queries from an open catalogue that the tokenizer was taught to."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._lexicon = CatalogueLexicon(connection)
        self._ranking = Ranking(connection)
        self._hits = HitReader(connection, self._speakers_of)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _column(self, sql: str, *values: apsw.SQLiteValue) -> list[apsw.SQLiteValue]:
        return [row[0] for row in self._connection.execute(sql, values)]

    @cached_property
    def _facets(self) -> FacetCounts:
        rows = self._connection.execute("SELECT statement, dimension, value FROM facets")
        return FacetCounts(self._every, rows, self._labels)

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        rows = self._connection.execute("SELECT dimension, value, label FROM labels")
        return {(dimension, value): label for dimension, value, label in rows}

    def _speakers_of(self, statement: int) -> tuple[str, ...]:
        values = self._facets.of(statement, "speakers")
        return tuple(self._labels.get(("speakers", value), value) for value in values)

    @cached_property
    def _languages(self) -> list[str]:
        return sorted(value for dimension, value in self._labels if dimension == "languages")

    @cached_property
    def _every(self) -> set[int]:
        return {int(str(number)) for number in self._column("SELECT id FROM statements")}

    def search(self, text: str, *, sort: str = "relevance", limit: int = 20, offset: int = 0) -> Results:
        """Hits for a query as it was typed; `sort` is relevance or date (the newest first)."""
        query, resolved, found = self._understood(text, ranks=sort == "relevance")
        rows = self._page(found, sort, limit, offset)
        notes = query.notes + tuple(
            Note("other-spelling", word) for leaf in resolved.values() for word in leaf.respelt
        )
        return Results(
            query=notation(query.tree),
            total=found.total,
            statements=len(found.statements),
            hits=self._hits.read(rows, list(resolved.values())),
            facets=self._facets.count(found.statements),
            notes=tuple(dict.fromkeys(notes)),
            suggestions=self._lexicon.suggestions(resolved.values()),
        )

    def sources(self, text: str) -> tuple[frozenset[bytes], tuple[Note, ...]]:
        """The statements that answer a query just as it is typed, by their `source`, and notes about the query."""
        query = parse_query(text)
        _, found = self._find(query)
        rows = self._connection.execute(
            f"SELECT source FROM statements WHERE id IN ({IN_LIST})", (listed(sorted(found.statements)),)
        )
        return frozenset(source for (source,) in rows), query.notes

    def every_hit(self, text: str, sort: str = "relevance") -> Iterator[Hit]:
        """All hits for a query, their sentences fetched as they are asked for."""
        _, resolved, found = self._understood(text)
        rows = self._page(found, sort, found.total, 0)
        for start in range(0, len(rows), _PAGE):
            yield from self._hits.read(rows[start : start + _PAGE], list(resolved.values()))

    def frequency(self, text: str, dimension: str) -> tuple[Frequency, ...]:
        """How often a query is answered by each value of a dimension (years, speakers …), in order of the values."""
        _, _, found = self._understood(text)
        hits = Counter(
            row >> SENTENCE_BITS for row in (*self._rows(found.expression, found.within), *found.whole)
        )
        counted: dict[str, list[int]] = {}
        for number, sentences in self._connection.execute("SELECT id, sentences FROM statements"):
            for value in self._facets.of(number, dimension):
                sums = counted.setdefault(value, [0, 0])
                sums[0] += hits[number]
                sums[1] += sentences
        return tuple(
            Frequency(value, self._labels.get((dimension, value), value), *sums)
            for value, sums in sorted(counted.items())
        )

    def _understood(
        self, text: str, *, ranks: bool = False
    ) -> tuple[Query, dict[Leaf, ResolvedLeaf], _Found]:
        """A query and what it finds; one that finds nothing is tried as if typed in another keyboard layout."""
        query = parse_query(text)
        resolved, found = self._find(query, ranks=ranks)
        if not found.total and any(leaf.unknown for leaf in resolved.values()):
            for typed in dict.fromkeys(in_other_layouts(text)):
                other = parse_query(typed)
                resolved_other, found_other = self._find(other, ranks=ranks)
                # What was typed elsewhere and is known by its ending alone would be guessed twice.
                if found_other.total and not any(leaf.guessed for leaf in resolved_other.values()):
                    notes = (*other.notes, Note("other-layout", typed))
                    return replace(other, notes=notes), resolved_other, found_other
        return query, resolved, found

    def _find(self, query: Query, *, ranks: bool = False) -> tuple[dict[Leaf, ResolvedLeaf], _Found]:
        tree = query.tree
        if tree is None:
            return {}, _Found(0, 0, [], set(), Within(), "", "")
        resolved = {leaf: resolve(leaf, self._lexicon) for leaf in leaves(tree)}
        loose = sentence_expression(tree, resolved, exact=False)
        exact = sentence_expression(tree, resolved, exact=True)
        statements = None if _is_simple(tree) else self._statements(tree, resolved)
        within = Within() if statements is None else _within(statements)
        spoken = spoken_in(tree, self._connection)
        within = Within(within.sql + spoken.within.sql, (*within.values, *spoken.within.values))
        form = only_form(tree, resolved)
        ranked = self._with_ranks(exact, within) if ranks and exact and not form else None
        if ranked is not None and exact == loose:
            exact_rows, held = len(ranked), {row >> SENTENCE_BITS for _, row in ranked}
            rows = exact_rows
        else:
            rows, held = self._counted(loose, within)
            # A sentence with the exact forms has these words in some form.
            exact_rows = rows
            if ranked is not None:
                exact_rows = len(ranked)
            elif exact != loose:
                everywhere = form and not within.sql
                exact_rows = self._ranking.held(form) if everywhere else self._number_of(exact, within)
        whole = self._best(sorted(statements - held), resolved, spoken) if statements is not None else []
        found = held if statements is None else statements
        return resolved, _Found(
            exact_rows, rows - exact_rows, whole, found, within, loose, exact, form, ranked
        )

    def _counted(self, expression: str, within: Within) -> tuple[int, set[int]]:
        """How many rows an expression finds, and in which statements."""
        if not expression:
            return 0, set()
        sql = (
            f"SELECT count(*), json_group_array(DISTINCT rowid >> {SENTENCE_BITS})"
            f" FROM words WHERE words MATCH ?{within.sql}"
        )
        ((count, statements),) = self._connection.execute(sql, (expression, *within.values))
        return int(str(count)), set(json.loads(str(statements)))

    def _number_of(self, expression: str, within: Within) -> int:
        if not expression:
            return 0
        sql = f"SELECT count(*) FROM words WHERE words MATCH ?{within.sql}"
        ((count,),) = self._connection.execute(sql, (expression, *within.values))
        return int(str(count))

    def _with_ranks(self, expression: str, within: Within) -> _Ranked:
        """The rows that an expression finds with their ranks: less work than to count them first."""
        sql = f"SELECT round(rank, 6), rowid FROM words WHERE words MATCH ?{within.sql}"
        return list(self._connection.execute(sql, (expression, *within.values)))

    def _statements_of(self, expression: str, within: Within = _EVERYWHERE) -> set[int]:
        """The statements with a row that an expression finds."""
        if not expression:
            return set()
        sql = f"SELECT DISTINCT rowid >> {SENTENCE_BITS} FROM words WHERE words MATCH ?{within.sql}"
        return self._numbers(sql, expression, *within.values)

    def _rows(self, expression: str, within: Within) -> list[int]:
        """The rows that an expression finds, in the order of the catalogue."""
        if not expression:
            return []
        sql = f"SELECT rowid FROM words WHERE words MATCH ?{within.sql}"
        return [row for (row,) in self._connection.execute(sql, (expression, *within.values))]

    def _statements(self, tree: Node, resolved: dict[Leaf, ResolvedLeaf]) -> set[int]:
        """The statements that satisfy a tree as a whole."""
        if isinstance(tree, And):
            return self._in_all(tree, resolved)
        if isinstance(tree, Or):
            return set().union(*(self._statements(part, resolved) for part in tree.parts))
        if isinstance(tree, Not):
            return self._every - self._statements(tree.part, self._with(resolved, tree.part))
        if isinstance(tree, Filter):
            return self._filtered(tree)
        return self._statements_of(leaf_expression(resolved[tree], exact=False))

    def _in_all(self, tree: And, resolved: dict[Leaf, ResolvedLeaf]) -> set[int]:
        """The statements that satisfy all parts; words are looked for only where filters leave few of them."""
        parts = sorted(tree.parts, key=lambda part: (isinstance(part, Not), not isinstance(part, Filter)))
        found = self._statements(parts[0], resolved)
        for part in parts[1:]:
            if isinstance(part, Not):
                found = found - self._statements(part.part, self._with(resolved, part.part))
            elif isinstance(part, And | Or | Filter) or 2 * len(found) > len(self._every):
                found = found & self._statements(part, resolved)
            else:
                found = self._statements_of(leaf_expression(resolved[part], exact=False), _within(found))
        return found

    def _with(self, resolved: dict[Leaf, ResolvedLeaf], tree: Node) -> dict[Leaf, ResolvedLeaf]:
        return resolved | {leaf: resolve(leaf, self._lexicon) for leaf in leaves(tree)}

    def _filtered(self, wanted: Filter) -> set[int]:
        if wanted.field == "year":
            first, dots, last = wanted.value.partition("..")
            years = (int(first or 0), int(last or 9999) if dots else int(first))
            return self._numbers("SELECT id FROM statements WHERE year BETWEEN ? AND ?", *years)
        if wanted.value.startswith("="):
            sql = "SELECT statement FROM filters WHERE field = ? AND key = ?"
            if whole := self._numbers(sql, wanted.field, folded_key(wanted.value)):
                return whole
        sets = [
            self._numbers(
                f"SELECT statement FROM filters WHERE field = ? AND key IN ({IN_LIST})",
                wanted.field,
                listed(self._filter_keys(wanted.field, wanted.value[start:end])),
            )
            for start, end in word_spans(wanted.value)
        ]
        return set.intersection(*sets) if sets else set()

    def _filter_keys(self, field: str, word: str) -> list[str]:
        folded = folded_key(word)
        keys = [folded]
        if field in ("charge", "court"):
            keys += [
                LEMMA + key for language in self._languages for key in lemma_keys_with_parts(word, language)
            ]
        if field == "speaker":
            keys += [f"/{spelling}" for spelling in spelling_keys(word) if spelling]
        return keys

    def _numbers(self, sql: str, *values: apsw.SQLiteValue) -> set[int]:
        return {number for (number,) in self._connection.execute(sql, values)}

    def _best(
        self, statements: Sequence[int], resolved: dict[Leaf, ResolvedLeaf], spoken: Spoken
    ) -> list[int]:
        """For each statement its most telling row, the most telling statements first."""
        ranked: dict[int, tuple[bool, float, int]] = {}
        if resolved and statements:
            rows = self._connection.execute(
                f"SELECT rowid, rank FROM words WHERE words MATCH ? AND rowid >> {SENTENCE_BITS} IN ({IN_LIST})"
                + spoken.within.sql,
                (any_expression(list(resolved.values())), listed(statements), *spoken.within.values),
            )
            for row, rank in rows:
                key = (row & _PLACES == 0, round(rank, 6), row)
                statement = row >> SENTENCE_BITS
                ranked[statement] = min(ranked.get(statement, key), key)
        for statement in statements:
            row = spoken.first.get(statement, statement << SENTENCE_BITS)
            ranked.setdefault(statement, (True, 0.0, row))
        return [row for _, _, row in sorted(ranked.values())]

    def _page(self, found: _Found, sort: str, limit: int, offset: int) -> list[int]:
        if sort == "date":
            rows = sorted([*self._rows(found.expression, found.within), *found.whole])
            days = dict(self._connection.execute("SELECT id, day FROM statements"))
            rows.sort(key=lambda row: str(days[row >> SENTENCE_BITS]), reverse=True)
            return rows[offset : offset + limit]
        page = self._first_tier(found, min(limit, found.exact - offset), offset)
        wanted, offset = limit - len(page), max(offset - found.exact, 0)
        page += self._second_tier(found, min(wanted, found.other - offset), offset)
        wanted, offset = limit - len(page), max(offset - found.other, 0)
        return page + found.whole[offset : offset + wanted] if wanted > 0 else page

    def _first_tier(self, found: _Found, wanted: int, offset: int) -> list[int]:
        """Sentences with the exact forms."""
        if wanted <= 0:
            return []
        if found.ranked is not None:
            return [row for _, row in nsmallest(offset + wanted, found.ranked)[offset:]]
        rows = None if found.within.sql else found.exact
        best = self._ranking.best(found.form, found.within, offset + wanted, rows) if found.form else None
        return (
            self._ranked(found.exact_expression, found.within, wanted, offset)
            if best is None
            else best[offset:]
        )

    def _second_tier(self, found: _Found, wanted: int, offset: int) -> list[int]:
        """Other sentences."""
        if wanted <= 0:
            return []
        expression = f"({found.expression}) NOT ({found.exact_expression})"
        return self._ranked(expression, found.within, wanted, offset)

    def _ranked(self, expression: str, within: Within, limit: int, offset: int) -> list[int]:
        sql = (
            f"SELECT rowid FROM words WHERE words MATCH ?{within.sql}"
            " ORDER BY round(rank, 6), rowid LIMIT ? OFFSET ?"
        )
        values = (expression, *within.values, limit, offset)
        return [row for (row,) in self._connection.execute(sql, values)]


def _is_simple(tree: Node) -> bool:
    """Whether sentences that satisfy the tree are all there is to it."""
    if isinstance(tree, Or):
        return all(_is_simple(part) for part in tree.parts)
    return not isinstance(tree, And | Not | Filter)
