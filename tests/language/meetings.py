"""How well an analyser joins the forms of a word and parts those of different ones, on forms written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from allocution.language.analysis import Analyser


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of forms of one word, how many of them share a lemma; pairs of different words that share one."""

    pairs: int
    met: int
    wrong: int
    apart: tuple[tuple[str, str], ...]
    mistaken: tuple[tuple[str, str], ...]

    @property
    def joined(self) -> float:
        """The share of a word's pairs that meet."""
        return self.met / self.pairs

    @property
    def wrongly(self) -> float:
        """The share of all pairs that meet which are of different words."""
        return self.wrong / (self.wrong + self.met)


def groups_of(text: str) -> dict[str, tuple[str, ...]]:
    """Groups of forms by their word, one a line: «word: form form …»; the word is itself a form."""
    groups: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        word, _, forms = line.partition(":")
        assert word not in groups, word
        groups[word] = tuple(dict.fromkeys((word, *forms.split())))
    return groups


def measure_meetings(analyser: Analyser, groups: Mapping[str, Sequence[str]]) -> Meetings:
    """Compare all forms in pairs. A form that belongs to two words is no mistake between these."""
    lemmas = {form: frozenset(analyser.lemmas(form)) for forms in groups.values() for form in forms}
    words: dict[str, set[str]] = {}
    for word, forms in groups.items():
        for form in forms:
            words.setdefault(form, set()).add(word)
    pairs = [pair for forms in groups.values() for pair in combinations(forms, 2)]
    apart = tuple(pair for pair in pairs if not lemmas[pair[0]] & lemmas[pair[1]])
    mistaken = tuple(
        (one, other)
        for one, other in combinations(lemmas, 2)
        if not words[one] & words[other] and lemmas[one] & lemmas[other]
    )
    return Meetings(len(pairs), len(pairs) - len(apart), len(mistaken), apart, mistaken)
