"""Sentences of a text and of its translation put side by side, by their lengths.

Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19:1 (1993): the
lengths of a sentence and of its translation go together, and what a translator does to sentences (one for one, two for
one, left out …) is more or less likely.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import erfc, log, sqrt

# How likely each step is: (sentences of the text, sentences of the translation), from the paper's table 5.
_STEPS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
_VARIANCE = 6.8
_LEAST = 1e-12
_NEAR = 25
_LONE_NOTE = 3.0  # the cost of a note that only one side has
_MIXED = 30.0  # that of a note beside words that were said

Bead = tuple[range, range]


def align(
    lengths: Sequence[int],
    translated: Sequence[int],
    notes: Collection[int] = (),
    translated_notes: Collection[int] = (),
) -> list[Bead]:
    """Pairs of ranges of sentence numbers that belong together, in order, from the sentences' lengths in letters.

    Every sentence is in one pair; a side is empty where nothing stands for the other. `notes` are the numbers of those
    that nobody said: they go together with such alone, and translators add and drop them.
    """
    expected = sum(translated) / sum(lengths) if sum(lengths) and sum(translated) else 1.0
    steps = _best_steps(lengths, translated, expected, frozenset(notes), frozenset(translated_notes))
    found: list[Bead] = []
    here, there = len(lengths), len(translated)
    while here or there:
        first, second = steps[here, there]
        found.append((range(here - first, here), range(there - second, there)))
        here, there = here - first, there - second
    return found[::-1]


def _best_steps(
    lengths: Sequence[int],
    translated: Sequence[int],
    expected: float,
    notes: frozenset[int],
    translated_notes: frozenset[int],
) -> dict[tuple[int, int], tuple[int, int]]:
    """The step that leads at the least cost to each pair of places; only places near the diagonal count."""
    rows, columns = len(lengths) + 1, len(translated) + 1
    width = _NEAR + abs(rows - columns)
    costs = {(0, 0): 0.0}
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for here in range(rows):
        middle = here * columns // rows
        for there in range(max(0, middle - width), min(columns, middle + width + 1)):
            reached = []
            for (first, second), likelihood in _STEPS.items():
                before = costs.get((here - first, there - second))
                if before is None:
                    continue
                ours, theirs = range(here - first, here), range(there - second, there)
                told = [*(each in notes for each in ours), *(each in translated_notes for each in theirs)]
                if all(told) and len(told) == 1:
                    cost = _LONE_NOTE
                else:
                    cost = _cost(
                        sum(lengths[here - first : here]),
                        sum(translated[there - second : there]),
                        expected,
                        likelihood,
                    )
                    if any(told) and not all(told):
                        cost += _MIXED
                reached.append((before + cost, (first, second)))
            if reached:
                costs[here, there], steps[here, there] = min(reached)
    return steps


def _cost(length: int, translated: int, expected: float, likelihood: float) -> float:
    """How unlikely it is that texts of these lengths say the same."""
    mean = (length + translated / expected) / 2
    delta = (translated - length * expected) / sqrt(max(mean, 1.0) * _VARIANCE)
    return -log(likelihood) - log(max(erfc(abs(delta) / sqrt(2)), _LEAST))
