"""Russian: every parse that the dictionary of pymorphy3 gives, words outside it by their endings."""

from __future__ import annotations

import pymorphy3

_LAST_CYRILLIC = "\u052f"


class RussianAnalyser:
    """Lemmas and forms as OpenCorpora's dictionary has them (https://opencorpora.org/)."""

    def __init__(self) -> None:
        self._dictionary = pymorphy3.MorphAnalyzer(lang="ru")

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first; a word with letters of distant scripts is its own."""
        if max(word) > _LAST_CYRILLIC and any(
            letter > _LAST_CYRILLIC and letter.isalpha() for letter in word
        ):
            return (word,)
        return tuple(dict.fromkeys(parse.normal_form for parse in self._dictionary.parse(word)))

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Every form of every word that has this lemma."""
        parses = [parse for parse in self._dictionary.parse(lemma) if parse.normal_form == lemma]
        return tuple(dict.fromkeys([lemma, *(form.word for parse in parses for form in parse.lexeme)]))
