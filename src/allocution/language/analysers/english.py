"""English: the word list of simplemma, with the second readings of forms that it has under one lemma only."""

from __future__ import annotations

from allocution.language.analysers.listed import ListedWords

# Forms of two words, of which the list has the first: «the leaves» and «she leaves».
_ALSO = {
    "leaves": "leaf",
    "left": "leave",
    "lives": "life",
    "knives": "knife",
    "found": "find",
    "ground": "grind",
    "bound": "bind",
    "wound": "wind",
    "felt": "feel",
    "fell": "fall",
    "rose": "rise",
    "bore": "bear",
    "born": "bear",
    "saw": "see",
    "shot": "shoot",
    "spoke": "speak",
    "thought": "think",
    "meant": "mean",
    "finding": "find",
    "saying": "say",
    "killing": "kill",
    "beating": "beat",
    "meeting": "meet",
    "building": "build",
    "hearing": "hear",
    "feeling": "feel",
    "being": "be",
    "better": "well",
    "best": "well",
    "worse": "bad",
    "worst": "bad",
    "axes": "axe",
    "does": "doe",
}


class EnglishAnalyser(ListedWords):
    """Lemmas and forms as simplemma lists them; a possessive is a form of its noun."""

    def __init__(self) -> None:
        super().__init__("en", _ALSO, {"people": "person"})

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first."""
        owner, _, ending = word.replace("’", "'").rpartition("'")
        return super().lemmas(owner if owner and ending == "s" else word)
