"""The words of a catalogue: what those of a query stand for there, and what may have been meant by others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property

import apsw

from allocution.language.analysis import find_analyser
from allocution.language.folding import folded_key, unfolded
from allocution.language.proofreading import one_slip_away
from allocution.language.spelling import KEYBOARDS
from allocution.search.resolving import ResolvedLeaf
from allocution.search.results import Suggestion
from allocution.search.terms import LEMMA, lemma_keys

_MOST_SUGGESTIONS = 3
_LEAST_OF_A_SLIP = 3
IN_LIST = "SELECT value FROM json_each(?)"


class CatalogueLexicon:
    """The words of an open catalogue."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def _column(self, sql: str, *values: apsw.SQLiteValue) -> list[apsw.SQLiteValue]:
        return [row[0] for row in self._connection.execute(sql, values)]

    def keys_of_form(self, form: str) -> tuple[str, ...]:
        """Keys of the lemmas that a folded form may be of, as far as they occur."""
        return tuple(
            str(key) for key in self._column("SELECT key FROM forms WHERE form = ? ORDER BY key", form)
        )

    def keys_by_analysis(self, word: str) -> tuple[str, ...]:
        """Keys of the lemmas that a word not met may be of in the languages of the index, as far as they occur."""
        keys = dict.fromkeys(key for language in self._analysed for key in lemma_keys(word, language))
        terms = listed(LEMMA + key for key in keys)
        found = {
            str(term) for term in self._column(f"SELECT term FROM terms WHERE term IN ({IN_LIST})", terms)
        }
        return tuple(key for key in keys if LEMMA + key in found)

    def keys_of_spelling(self, spelling: str) -> tuple[str, ...]:
        """Keys of the lemmas that a key of spelling fits."""
        found = self._column("SELECT key FROM spellings WHERE spelling = ? ORDER BY key", spelling)
        return tuple(str(key) for key in found)

    def forms_of_names(self, form: str) -> tuple[str, ...]:
        """The folded forms of all names in the register of which this is one."""
        sql = "SELECT DISTINCT b.form FROM names a JOIN names b ON a.name = b.name WHERE a.form = ? ORDER BY b.form"
        return tuple(str(each) for each in self._column(sql, form))

    @cached_property
    def _analysed(self) -> list[str]:
        return [str(name) for name in self._column("SELECT name FROM analysed ORDER BY name")]

    def suggestions(self, resolved: Iterable[ResolvedLeaf]) -> tuple[Suggestion, ...]:
        """What may have been meant by words that are found nowhere."""
        unknown = dict.fromkeys(word for leaf in resolved for word in leaf.unknown if _may_be_a_slip(word))
        return tuple(
            Suggestion(word, meant) for word in unknown for meant in self._likely(word)[:_MOST_SUGGESTIONS]
        )

    def _likely(self, word: str) -> list[str]:
        """Known forms one typing error away, those of the most frequent words first."""
        folded = folded_key(word)
        keyboard = KEYBOARDS["en" if folded.isascii() else "ru"]
        candidates = sorted({slip for slip, _ in one_slip_away(folded, keyboard)} - {"", folded})
        rows = self._connection.execute(
            f"SELECT form, max(coalesce((SELECT doc FROM terms WHERE term = '{LEMMA}' || key), 0)) AS met"
            f" FROM forms WHERE form IN ({IN_LIST}) GROUP BY form HAVING met > 0 ORDER BY met DESC, form",
            (listed(candidates),),
        )
        return list(dict.fromkeys(self._as_written(str(form)) for form, _ in rows))

    def _as_written(self, form: str) -> str:
        """A folded form as it stands in the archive, else as its language has it: folded ones are never shown."""
        sql = f"SELECT term FROM terms WHERE term IN ({IN_LIST}) ORDER BY cnt DESC, term"
        said = self._column(sql, listed(unfolded(form)))
        if said:
            return str(said[0])
        of_form = "SELECT language, lemma FROM lemmas JOIN forms USING (key) WHERE form = ? ORDER BY lemma, language"
        for language, lemma in self._connection.execute(of_form, (form,)):
            for written in find_analyser(language).forms(lemma):
                if folded_key(written) == form:
                    return written
        return form


def listed(values: Iterable[object]) -> str:
    """Values as IN_LIST takes them."""
    return json.dumps(list(values))


def _may_be_a_slip(word: str) -> bool:
    """Whether others are offered for a word: any is one slip from a letter or two, and from numbers."""
    return len(word) >= _LEAST_OF_A_SLIP and not word.isdecimal()
