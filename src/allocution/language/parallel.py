"""Sentences of a text and of its translation put side by side, by their lengths.

Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19:1 (1993): the
lengths of a sentence and of its translation go together, and what a translator does to sentences (one for one, two for
one, left out …) is more or less likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, log, sqrt

# How likely each step is: (sentences of the text, sentences of the translation), from the paper's table 5.
_STEPS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
_VARIANCE = 6.8
_LEAST = 1e-12
_NEAR = 25

Bead = tuple[range, range]


def align(lengths: Sequence[int], translated: Sequence[int]) -> list[Bead]:
    """Pairs of ranges of sentence numbers that belong together, in order, from the sentences' lengths in letters.

    Every sentence is in one pair; a side is empty where nothing stands for the other.
    """
    expected = sum(translated) / sum(lengths) if sum(lengths) and sum(translated) else 1.0
    steps = _best_steps(lengths, translated, expected)
    found: list[Bead] = []
    here, there = len(lengths), len(translated)
    while here or there:
        first, second = steps[here, there]
        found.append((range(here - first, here), range(there - second, there)))
        here, there = here - first, there - second
    return found[::-1]


def _best_steps(
    lengths: Sequence[int], translated: Sequence[int], expected: float
) -> dict[tuple[int, int], tuple[int, int]]:
    """The step that leads at the least cost to each pair of places; only places near the diagonal count."""
    rows, columns = len(lengths) + 1, len(translated) + 1
    width = _NEAR + abs(rows - columns)
    costs = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for here in range(rows):
        middle = here * columns // rows
        for there in range(max(0, middle - width), min(columns, middle + width + 1)):
            reached = [
                (before + _cost(sum(lengths[here - first : here]), sum(translated[there - second : there]),
                                expected, likelihood), (first, second))
                for (first, second), likelihood in _STEPS.items()
                if (before := costs.get((here - first, there - second))) is not None
            ]  # fmt: skip
            if reached:
                costs[here, there], steps[here, there] = min(reached)
    return steps


def _cost(length: int, translated: int, expected: float, likelihood: float) -> float:
    """How unlikely it is that texts of these lengths say the same."""
    mean = (length + translated / expected) / 2
    delta = (translated - length * expected) / sqrt(max(mean, 1.0) * _VARIANCE)
    return -log(likelihood) - log(max(erfc(abs(delta) / sqrt(2)), _LEAST))
