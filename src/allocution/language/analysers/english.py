"""English: the word list of simplemma, with the second readings of forms that it has under one lemma only."""

from __future__ import annotations

from allocution.language.analysers.listed import ListedWords, level

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

# Words of closed classes that are of one part of speech wherever they stand.
_CLOSED = {
    "DET": "the a an every",
    "PRON": "i me you he him she it we us they them myself yourself himself herself itself ourselves yourselves"
    " themselves my your his its our their mine yours hers ours theirs who whom whose everyone everybody everything"
    " someone somebody something anyone anybody anything nobody nothing",
    "ADP": "of at from with into upon among during toward towards without against between",
    "CCONJ": "and or but nor",
    "SCONJ": "if because unless although whereas",
    "AUX": "am is are was were been must should would could cannot",
    "PART": "not",
    "ADV": "never always often here there again",
}
_SHORTENED = frozenset(
    ("it's", "he's", "she's", "that's", "there's", "what's", "who's", "let's", "here's", "how's")
)
_PARTS = {word: part for part, words in _CLOSED.items() for word in words.split()}


class EnglishAnalyser(ListedWords):
    """Lemmas and forms as simplemma lists them; a possessive is a form of its noun."""

    def __init__(self) -> None:
        super().__init__("en", _ALSO, {"people": "person"})

    def lemmas(self, word: str) -> tuple[str, ...]:
        """All lemmas a form may be of, the likeliest first."""
        owner, _, ending = word.replace("’", "'").rpartition("'")
        return super().lemmas(owner if owner and ending == "s" else word)

    def part_of_speech(self, word: str, lemma: str, /) -> str:
        """What a closed class or the form of a word tells: whoever has a form in -ing is a verb as well."""
        word = level(word)
        if word in _PARTS or word == lemma:
            return _PARTS.get(word, "")
        if word.endswith(("'s", "s'")):
            return "NOUN" if word not in _SHORTENED else ""
        forms = self.forms(lemma)
        if not any(form.endswith("ing") for form in forms):
            return "NOUN" if word.endswith("s") and word in forms else ""
        regular = any(form.endswith("ed") for form in forms)
        inflected = word in forms and not word.endswith(("s", "er", "est"))
        return "VERB" if inflected and (word.endswith(("ing", "ed")) or not regular) else ""
