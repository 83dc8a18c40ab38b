"""A language that nobody has taught the program yet: each form stands for itself."""

from __future__ import annotations


class UnanalysedLanguage:
    """The fallback: words are found by the form they are typed in."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The form itself."""
        return (word,)

    def forms(self, lemma: str) -> tuple[str, ...]:
        """The form itself."""
        return (lemma,)

    def part_of_speech(self, _word: str, _lemma: str, /) -> str:
        """Unknown."""
        return ""
