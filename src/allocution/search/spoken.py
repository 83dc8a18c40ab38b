"""What a query asks of the language of sentences; most are in their statement's, the others are remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import apsw

from allocution.language.folding import folded_key
from allocution.language.tokens import word_spans
from allocution.search.lexicon import IN_LIST, listed
from allocution.search.query import And, Filter, Node
from allocution.search.ranking import Within
from allocution.search.rows import SENTENCE_BITS


@dataclass(frozen=True, slots=True)
class Spoken:
    """A condition on rows. `first` are the first rows that satisfy it of statements that are in another language."""

    within: Within = field(default_factory=Within)
    first: Mapping[int, int] = field(default_factory=dict)


def spoken_in(tree: Node, connection: apsw.Connection) -> Spoken:
    """What the lang: that holds for all of a query asks of sentences; nothing where all are in their statement's."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    asked = [part.value for part in parts if isinstance(part, Filter) and part.field == "lang"]
    if not asked or not list(connection.execute("SELECT 1 FROM passages LIMIT 1")):
        return Spoken()
    languages = _languages(asked, connection)
    own = {
        statement
        for (statement,) in connection.execute(
            f"SELECT id FROM statements WHERE language IN ({IN_LIST})", (languages,)
        )
    }
    first = connection.execute(
        f"SELECT id >> {SENTENCE_BITS}, min(id) FROM passages WHERE language IN ({IN_LIST}) GROUP BY 1",
        (languages,),
    )
    sql = (
        f" AND (+rowid IN (SELECT id FROM passages WHERE language IN ({IN_LIST}))"
        f" OR (+rowid >> {SENTENCE_BITS} IN ({IN_LIST}) AND +rowid NOT IN (SELECT id FROM passages)))"
    )
    return Spoken(
        Within(sql, (languages, listed(sorted(own)))),
        {statement: row for statement, row in first if statement not in own},
    )


def _languages(asked: list[str], connection: apsw.Connection) -> str:
    """The languages that fit every word of what is asked, as IN_LIST takes them."""
    words = [folded_key(value[start:end]) for value in asked for start, end in word_spans(value)]
    named = [
        {
            language
            for (language,) in connection.execute("SELECT language FROM languages WHERE key = ?", (word,))
        }
        for word in words
    ]
    return listed(sorted(set.intersection(*named)) if named else ())
