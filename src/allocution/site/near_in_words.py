"""Which statements share words that few others have (tf-idf), in time that grows as the archive does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from allocution.language.keywords import unpacked

_TELLING = 16  # words by which a statement is compared
_MOST_WITH_WORD = 50  # statements that a word may be in to tell anything; bounds the work for each
_LEAST_SHARED = 3


class NearInWords:
    """Compares texts by their packed keywords, given in the archive's order."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        words = [unpacked(each) for each in packed]
        frequency = Counter(word for each in words for word, _ in each)
        most = min(_MOST_WITH_WORD, len(packed) // 2)
        self._weights = {
            word: log(len(packed) / count) for word, count in frequency.items() if 1 < count <= most
        }
        self._telling = [self._most_telling(each) for each in words]
        self._places: dict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(self._telling):
            for word in each:
                self._places[word].append(number)

    def _most_telling(self, words: Sequence[tuple[int, int]]) -> list[int]:
        known = [
            (-self._weights[word] * (1 + log(count)), word) for word, count in words if word in self._weights
        ]
        return [word for _, word in sorted(known)[:_TELLING]]

    def to(self, number: int) -> list[int]:
        """The numbers of the texts that share several telling words with one, the nearest first."""
        shared: Counter[int] = Counter()
        scores: dict[int, float] = defaultdict(float)
        for word in self._telling[number]:
            for other in self._places[word]:
                shared[other] += 1
                scores[other] += self._weights[word]
        near = [other for other, count in shared.items() if count >= _LEAST_SHARED and other != number]
        return sorted(near, key=lambda other: (-round(scores[other], 6), abs(other - number), other))
