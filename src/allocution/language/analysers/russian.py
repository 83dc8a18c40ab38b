"""Russian: every parse that the dictionary of pymorphy3 gives, words outside it by their endings."""

from __future__ import annotations

import pymorphy3

_LAST_CYRILLIC = "\u052f"
# OpenCorpora's parts of speech as Universal Dependencies name them (https://universaldependencies.org/u/pos/).
_PARTS = {
    "NOUN": "NOUN", "NPRO": "PRON", "NUMR": "NUM", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ",
    "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB",
    "ADVB": "ADV", "PRED": "ADV", "PREP": "ADP", "CONJ": "SCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Trad"))
_COORDINATING = frozenset(("и", "а", "но", "да", "или", "либо", "ни", "зато", "однако", "же", "иль"))


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

    def part_of_speech(self, word: str, lemma: str, /) -> str:
        """What the likeliest parse with this lemma says."""
        tags = (parse.tag for parse in self._dictionary.parse(word) if parse.normal_form == lemma)
        tag = next(tags, None)
        if tag is None:
            return ""
        part = _PARTS.get(str(tag.POS), "")
        if part == "NOUN" and _NAMES & tag.grammemes:
            return "PROPN"
        if part == "ADJ" and "Apro" in tag.grammemes:
            return "DET"
        return "CCONJ" if part == "SCONJ" and word in _COORDINATING else part
