"""Russian: every parse that the dictionary of pymorphy3 gives, words outside it by their endings."""

from __future__ import annotations

import pymorphy3


class RussianAnalyser:
    """Lemmas and forms as OpenCorpora's dictionary has them (https://opencorpora.org/)."""

    def __init__(self) -> None:
        self._dictionary = pymorphy3.MorphAnalyzer(lang="ru")

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first."""
        return tuple(dict.fromkeys(parse.normal_form for parse in self._dictionary.parse(word)))

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Every form of every word that has this lemma."""
        parses = [parse for parse in self._dictionary.parse(lemma) if parse.normal_form == lemma]
        return tuple(dict.fromkeys([lemma, *(form.word for parse in parses for form in parse.lexeme)]))
